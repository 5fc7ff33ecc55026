using System.CommandLine;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Sellado;
using Icsoe.Domain.Tiempo;
using Icsoe.Domain.Validacion;

namespace Icsoe.Api.Comandos;

/// <summary><c>validar</c>: the same rules, nothing stored; findings on stderr, exit 0, or 3 with rejected lines.</summary>
internal static class OrdenValidar
{
    public static Command Crear(OpcionesComunes comunes, Consola consola, TimeProvider reloj)
    {
        var archivos = Valores.Archivos(
            "Informativas en NDJSON, CSV o XLSX, libros LPP2026.xlsx o LIIP2026.xlsx, o personas trabajadoras (NSS, CURP, SBC) en CSV o XLSX."
        );
        var trabajadores = new Option<bool>("--trabajadores")
        {
            Description = "Los archivos son de personas trabajadoras (NSS, CURP, SBC), aunque no lo parezcan.",
        };
        var orden = new Command("validar", "Juzga archivos con las mismas reglas; no guarda nada.") { archivos, trabajadores };
        comunes.Agregar(orden);
        orden.SetAction(
            (valores, ct) =>
                LineaDeOrdenes.GuardadaAsync(
                    consola,
                    () =>
                    {
                        var inicio = reloj.GetTimestamp();
                        var rutas = valores.GetValue(archivos)!;
                        if (rutas.FirstOrDefault(ruta => !File.Exists(ruta)) is { } falta)
                            throw new OrdenRechazadaException($"{falta}: no existe ese archivo.");
                        var entorno = comunes.Entorno(valores, consola, reloj);
                        var forzados = valores.GetValue(trabajadores);
                        var libros = forzados ? [] : LibrosDelImss(rutas);
                        var demas = rutas.Except(libros.Select(libro => libro.Ruta)).ToList();
                        var deTrabajadores = demas
                            .Where(ruta => forzados || ArchivoDeTrabajadores.Parece(ruta, entorno.Limites, ct))
                            .ToList();
                        var revisados = deTrabajadores.ConvertAll(ruta =>
                            RevisionDeTrabajadores.Revisar(ruta, reloj.Hoy(), entorno.Limites, ct)
                        );
                        var validacion = Validador.Validar(
                            [.. demas.Except(deTrabajadores)],
                            libros,
                            entorno,
                            hallazgo => consola.Error(hallazgo.ToString()),
                            ct
                        );
                        foreach (var rechazo in revisados.SelectMany(revisado => revisado.Rechazos))
                            entorno.AlRechazar(rechazo);
                        if (revisados.FirstOrDefault(revisado => revisado.Tope is null) is { AnioDeUma: var anio })
                            consola.Error($"aviso: este programa no conoce la UMA de {anio}; el tope del SBC no se revisó.");
                        var resultado = validacion.Resultado with
                        {
                            Rechazados = validacion.Resultado.Rechazados + revisados.Sum(revisado => revisado.Rechazos.Count),
                        };
                        consola.Resumir(
                            resultado,
                            reloj.GetElapsedTime(inicio),
                            ("publicas", validacion.Publicas),
                            ("inconsistentes", validacion.Inconsistentes),
                            ("trabajadores", revisados.Sum(revisado => revisado.Filas))
                        );
                        return Task.FromResult(resultado.Rechazados > 0 ? LineaDeOrdenes.HechoConRechazos : LineaDeOrdenes.Hecho);
                    }
                )
        );
        return orden;
    }

    private static List<LibroPorImportar> LibrosDelImss(IEnumerable<string> rutas) =>
        [
            .. rutas
                .Where(ruta => ruta.EndsWith(".xlsx", StringComparison.Ordinal))
                .Select(ruta =>
                    Listado.TryParseNombre(Path.GetFileNameWithoutExtension(ruta), out var listado)
                        ? new LibroPorImportar(ruta, listado)
                        : null
                )
                .OfType<LibroPorImportar>(),
        ];
}
