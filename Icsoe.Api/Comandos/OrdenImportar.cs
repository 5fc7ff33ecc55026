using System.CommandLine;
using System.Text.RegularExpressions;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary><c>importar</c>: IMSS's workbooks (mirror) are sealed at once; informativas (institute) are received for <c>publicar</c>.</summary>
internal static partial class OrdenImportar
{
    /// <summary>IMSS's own names; design section 6.</summary>
    [GeneratedRegex(
        @"^(LP|LII)[PST][0-9]{4}\.xlsx\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NombreDelImss();

    public static Command Crear(OpcionesComunes comunes, Consola consola, TimeProvider reloj)
    {
        var archivos = Valores.Archivos("Libros LPP2026.xlsx o LIIP2026.xlsx, o informativas en NDJSON, CSV o XLSX.");
        var publicacion = Valores.Publicacion();
        var lista = Valores.Lista();
        var periodo = Valores.Periodos("Periodo del libro cuando su nombre no lo dice, como 2026-1.");
        var origen = Valores.Origen();
        var obtenido = Valores.Obtenido();
        var sha256 = Valores.Sha256();
        var forzar = Valores.Forzar();
        var enOrden = new Option<bool>("--en-orden")
        {
            Description =
                "Importa varios meses: cada ARCHIVO es un directorio con los libros de una publicación, que le da nombre (2026-02 2026-03).",
        };
        Option[] deUnaSola = [publicacion, lista, periodo, origen, obtenido, sha256];
        var orden = new Command("importar", "Importa libros del IMSS y los sella, o recibe informativas.")
        {
            archivos,
            publicacion,
            lista,
            periodo,
            origen,
            obtenido,
            sha256,
            forzar,
            enOrden,
        };
        comunes.Agregar(orden);
        orden.SetAction(
            (valores, ct) =>
                LineaDeOrdenes.GuardadaAsync(
                    consola,
                    async () =>
                    {
                        var inicio = reloj.GetTimestamp();
                        var rutas = valores.GetValue(archivos)!;
                        var entorno = comunes.Entorno(valores, consola, reloj) with { Forzar = valores.GetValue(forzar) };
                        if (valores.GetValue(enOrden))
                        {
                            if (deUnaSola.FirstOrDefault(opcion => valores.GetResult(opcion) is { Implicit: false }) is not { } sobra)
                                return await EnOrdenAsync(rutas, entorno, consola, inicio, ct);
                            consola.Error(
                                $"--en-orden no va con {sobra.Name}: cada directorio dice su publicación, y cada libro su listado."
                            );
                            return LineaDeOrdenes.MalUso;
                        }
                        var pedida = valores.GetValue(lista);
                        var espejo = rutas.Where(ruta => pedida is not null || NombreDelImss().IsMatch(Path.GetFileName(ruta))).ToList();
                        if (
                            Queja(rutas, espejo, valores.GetValue(periodo)!, valores.GetValue(sha256), valores.GetValue(origen)) is
                            { } queja
                        )
                        {
                            consola.Error(queja);
                            return LineaDeOrdenes.MalUso;
                        }
                        if (rutas.FirstOrDefault(ruta => !File.Exists(ruta)) is { } falta)
                            throw new OrdenRechazadaException($"{falta}: no existe ese archivo.");
                        Resultado resultado;
                        if (espejo.Count == 0)
                        {
                            if (valores.GetValue(publicacion) is not null)
                            {
                                consola.Error("--publicacion solo vale al importar libros; las informativas se sellan con publicar.");
                                return LineaDeOrdenes.MalUso;
                            }
                            if (entorno.Forzar is not null)
                            {
                                consola.Error("--forzar solo vale al importar libros; las informativas se sellan con publicar --forzar.");
                                return LineaDeOrdenes.MalUso;
                            }
                            resultado = Receptor.Recibir(rutas, entorno, ct);
                        }
                        else
                        {
                            var libros = new List<LibroPorImportar>();
                            foreach (var ruta in espejo)
                            {
                                if (!TryListado(ruta, pedida, valores.GetValue(periodo)!, consola, out var listado))
                                    return LineaDeOrdenes.MalUso;
                                libros.Add(
                                    new LibroPorImportar(
                                        ruta,
                                        listado,
                                        valores.GetValue(origen),
                                        valores.GetValue(obtenido),
                                        valores.GetValue(sha256)
                                    )
                                );
                            }
                            resultado = await ImportadorEspejo.ImportarAsync(libros, valores.GetValue(publicacion), entorno, ct);
                        }
                        consola.Resumir(resultado, reloj.GetElapsedTime(inicio));
                        return resultado.Rechazados > 0 ? LineaDeOrdenes.HechoConRechazos : LineaDeOrdenes.Hecho;
                    }
                )
        );
        return orden;
    }

    private static async Task<int> EnOrdenAsync(string[] carpetas, Entorno entorno, Consola consola, long inicio, CancellationToken ct)
    {
        Resultado? ultimo = null;
        try
        {
            await ImportadorEnOrden.ImportarAsync(CarpetasEnOrden.Leer(carpetas), entorno, resultado => ultimo = resultado, ct);
            return LineaDeOrdenes.Hecho;
        }
        finally
        {
            // Those sealed before the one refused stay: the summary is of the last, whatever comes after it.
            if (ultimo is not null)
                consola.Resumir(ultimo, entorno.Reloj.GetElapsedTime(inicio));
        }
    }

    /// <summary>Why these arguments cannot go together; null when they can.</summary>
    private static string? Queja(string[] rutas, List<string> espejo, Periodo[] periodos, string? sha256, string? origen)
    {
        if (espejo.Count > 0 && espejo.Count < rutas.Length)
            return $"Una orden, una puerta: {Path.GetFileName(espejo[0])} es un libro del IMSS y {Path.GetFileName(rutas.Except(espejo).First())} no. Impórtalos en dos órdenes.";
        if (sha256 is not null && rutas.Length > 1)
            return "--sha256 vale para un solo libro; importa cada uno con el suyo.";
        if (origen is not null && rutas.Length > 1)
            return "--origen vale para un solo libro; importa cada uno con el suyo.";
        if (espejo.Count == 0 && periodos.Length > 0)
            return "--periodo solo vale al importar libros; cada informativa dice el suyo.";
        return periodos.Length > 1 ? "importar admite un solo --periodo." : null;
    }

    /// <summary>The listado of a workbook: from its name, or from --lista and --periodo; they may not contradict each other.</summary>
    private static bool TryListado(string ruta, Lista? lista, Periodo[] periodos, Consola consola, out Listado listado)
    {
        var nombre = Path.GetFileName(ruta);
        Periodo? periodo = periodos is [var uno] ? uno : null;
        var esDelImss = Listado.TryParseNombre(Path.GetFileNameWithoutExtension(nombre), out listado);
        if (!esDelImss && lista is { } pedida && periodo is { } pedido)
        {
            listado = new Listado(pedido, pedida);
            return true;
        }
        if (!esDelImss)
            consola.Error(
                NombreDelImss().IsMatch(nombre)
                    ? $"{nombre}: los listados empiezan en {Periodo.PrimerEjercicio}; ese nombre es de un ejercicio anterior."
                    : $"{nombre}: su nombre no dice de qué listado es. Da --lista y --periodo, como --lista publico --periodo 2026-1."
            );
        else if ((lista ?? listado.Lista) != listado.Lista || (periodo ?? listado.Periodo) != listado.Periodo)
        {
            consola.Error(
                $"{nombre}: por su nombre es {listado.Lista.Etiqueta()} {listado.Periodo}, y la orden dice otra cosa. Quita --lista y --periodo, o cambia el nombre."
            );
            esDelImss = false;
        }
        return esDelImss;
    }
}
