using System.CommandLine;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary><c>validar</c>: the same rules, nothing stored; findings on stderr, exit 0, or 3 with rejected lines.</summary>
internal static class OrdenValidar
{
    public static Command Crear(OpcionesComunes comunes, Consola consola, TimeProvider reloj)
    {
        var archivos = Valores.Archivos("Informativas en NDJSON, CSV o XLSX, o libros LPP2026.xlsx o LIIP2026.xlsx.");
        var orden = new Command("validar", "Juzga archivos con las mismas reglas; no guarda nada.") { archivos };
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
                        var libros = rutas
                            .Where(ruta => ruta.EndsWith(".xlsx", StringComparison.Ordinal))
                            .Select(ruta =>
                                Listado.TryParseNombre(Path.GetFileNameWithoutExtension(ruta), out var listado)
                                    ? new LibroPorImportar(ruta, listado)
                                    : null
                            )
                            .OfType<LibroPorImportar>()
                            .ToList();
                        var validacion = Validador.Validar(
                            [.. rutas.Except(libros.Select(libro => libro.Ruta))],
                            libros,
                            comunes.Entorno(valores, consola, reloj),
                            hallazgo => consola.Error(hallazgo.ToString()),
                            ct
                        );
                        consola.Resumir(
                            validacion.Resultado,
                            reloj.GetElapsedTime(inicio),
                            ("publicas", validacion.Publicas),
                            ("inconsistentes", validacion.Inconsistentes)
                        );
                        return Task.FromResult(
                            validacion.Resultado.Rechazados > 0 ? LineaDeOrdenes.HechoConRechazos : LineaDeOrdenes.Hecho
                        );
                    }
                )
        );
        return orden;
    }
}
