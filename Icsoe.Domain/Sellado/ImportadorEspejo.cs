using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Domain.Sellado;

/// <summary>A workbook to mirror.</summary>
/// <param name="Ruta">Where the operator has it.</param>
/// <param name="Url">Where it was downloaded from; null when unknown.</param>
/// <param name="Obtenido">When; null when unknown.</param>
/// <param name="Sha256">Digest it must have, 64 hex digits of either case; null to accept any.</param>
public sealed record LibroPorImportar(
    string Ruta,
    Listado Listado,
    string? Url = null,
    DateTimeOffset? Obtenido = null,
    string? Sha256 = null
)
{
    /// <summary>File name, as the operator has it.</summary>
    public string Nombre => Path.GetFileName(Ruta);
}

/// <summary>Mirror door: IMSS's workbooks as they are, each list as published, sealed at once, all or nothing (design, sections 1 and 5).</summary>
public static class ImportadorEspejo
{
    /// <summary>Imports some workbooks as one publication. Unchanged bytes seal nothing unless an id is named.</summary>
    /// <exception cref="LecturaException">A workbook is refused; nothing was sealed.</exception>
    /// <exception cref="OrdenRechazadaException">The order cannot be carried out; nothing changed.</exception>
    public static async Task<Resultado> ImportarAsync(
        IReadOnlyList<LibroPorImportar> libros,
        IdPublicacion? id,
        Entorno entorno,
        CancellationToken ct
    )
    {
        if (libros.GroupBy(libro => libro.Listado).FirstOrDefault(grupo => grupo.Count() > 1) is { } repetido)
            throw new OrdenRechazadaException(
                $"Hay más de un libro para {repetido.Key}: {string.Join(", ", repetido.Select(libro => libro.Ruta))}. Da uno solo."
            );
        libros = [.. libros.OrderBy(libro => libro.Listado)];
        using var candado = Candado.Tomar(entorno.Carpetas);
        await using var revisados = new LibrosRevisados(libros, entorno, ct);
        using var escritor = entorno.AbrirEscritor();
        var elegido = entorno.ElegirId(id, escritor.Vigente);
        var estados = escritor.Listados().ToDictionary(estado => estado.Listado);
        var cambiados = new List<ListadoPorSellar>();
        var listos = new List<ArchivoListo>();
        var freno = new Freno(entorno.Forzar);
        var retirados = new Retirados(escritor);
        foreach (var libro in libros)
        {
            ComprobarEjercicio(libro, entorno);
            ComprobarPuerta(libro.Listado, estados);
        }
        try
        {
            foreach (var libro in libros)
            {
                using var revisado = await revisados.SiguienteAsync(YaEsta);
                if (YaEsta(libro.Listado, revisado.Archivo.Sha256))
                    continue;
                cambiados.Add(
                    Importar(libro, revisado, estados.GetValueOrDefault(libro.Listado), escritor, listos, freno, retirados, entorno, ct)
                );
            }
        }
        catch
        {
            escritor.Descartar();
            throw;
        }
        if (cambiados.Count == 0 && id is null)
            return new Resultado { Orden = "importar", SinCambios = true };
        var renglones = cambiados.Sum(cambiado => cambiado.Totales.Renglones);
        cambiados.AddRange(Contrapartes(cambiados, estados));
        var publicacion = Sellador.Sellar(
            escritor,
            elegido,
            null,
            Puerta.Espejo,
            cambiados,
            listos,
            new Calidad(freno.Forzada, []),
            entorno,
            ct
        );
        return new Resultado
        {
            Orden = "importar",
            Publicacion = publicacion,
            Listados = publicacion.ListadosCambiados,
            Renglones = renglones,
        };

        bool YaEsta(Listado listado, string sha256) => estados.TryGetValue(listado, out var estado) && estado.Fuente?.Sha256 == sha256;
    }

    /// <exception cref="OrdenRechazadaException">It is of a year to come.</exception>
    internal static void ComprobarEjercicio(LibroPorImportar libro, Entorno entorno)
    {
        var actual = entorno.Reloj.Hoy().Year;
        if (libro.Listado.Periodo.Ejercicio > actual)
            throw new OrdenRechazadaException(
                $"{Path.GetFileName(libro.Ruta)}: es de {libro.Listado.Periodo.Ejercicio}, que aún no llega; el ejercicio en curso es {actual}."
            );
    }

    private static void ComprobarPuerta(Listado listado, Dictionary<Listado, EstadoListado> estados)
    {
        if (estados.TryGetValue(listado, out var estado) && estado.Puerta != Puerta.Espejo)
            throw new OrdenRechazadaException(
                $"El listado {listado} se formó con informativas recibidas (puerta instituto) y conserva esa puerta. Para importar el libro usa otro almacén con --datos."
            );
    }

    private static ListadoPorSellar Importar(
        LibroPorImportar libro,
        LibroRevisado revisado,
        EstadoListado? antes,
        EscritorPublico escritor,
        List<ArchivoListo> listos,
        Freno freno,
        Retirados retirados,
        Entorno entorno,
        CancellationToken ct
    )
    {
        var (totales, entero) = LibroRevisado.ConSuNombre(
            libro,
            () => Escribir(libro.Listado, revisado.Libro!, antes, escritor, freno, retirados, entorno, ct)
        );
        entorno.Avance($"{libro.Listado}: {totales.Renglones:N0} renglones");
        // A workbook that has what was taken out is not kept: its other lines are published in one of ours.
        var listo =
            entero && !retirados.Tiene(revisado.Archivo.Sha256)
                ? Archivero.Preparar(revisado.Archivo, $"{libro.Listado.Nombre}.xlsx", "xlsx", "imss")
                : LibroPropio.Escribir(libro.Listado, escritor.Renglones(libro.Listado), entorno, ct);
        listos.Add(listo);
        return new ListadoPorSellar(
            libro.Listado,
            Puerta.Espejo,
            totales,
            new Fuente(libro.Nombre, libro.Url, libro.Obtenido, revisado.Archivo.Sha256),
            [listo.Archivo]
        );
    }

    /// <summary>What the listado holds, and whether that is all that the workbook has.</summary>
    private static (Totales Totales, bool Entero) Escribir(
        Listado listado,
        LibroAbierto libro,
        EstadoListado? antes,
        EscritorPublico escritor,
        Freno freno,
        Retirados retirados,
        Entorno entorno,
        CancellationToken ct
    )
    {
        // What stands is loaded, to be compared, while the workbook is being read.
        var abierta = Task.Run(() => escritor.Escribir(listado), CancellationToken.None);
        try
        {
            using var espejo = new Espejo(listado, libro, entorno, ct);
            freno.Comprobar(listado, antes?.Renglones ?? 0, espejo.Cuantos);
            // An empty list of inconsistencies is good news; an empty public list is a broken file.
            if (espejo.Cuantos == 0 && listado.Lista == Lista.Publico)
                freno.Detener(
                    new LecturaException(
                        libro.Archivo,
                        "tiene el encabezado y ningún renglón; un Listado Público nunca está vacío. Descárgalo de nuevo, o repite la orden con --forzar \"motivo\"."
                    )
                );
            var escritura = abierta.GetAwaiter().GetResult();
            escritura.Esperar(espejo.Cuantos);
            var entero = true;
            foreach (var renglon in espejo.Renglones().Adelantado(Pesos.De, ct))
            {
                ct.ThrowIfCancellationRequested();
                if (retirados.Sin(renglon) is { } suyo)
                    escritura.Agregar(suyo);
                else
                    entero = false;
            }
            return (escritura.Terminar(), entero);
        }
        finally
        {
            abierta.GetAwaiter().GetResult().Dispose();
        }
    }

    /// <summary>Both listados of a periodo exist: the one that never came has 0 rows and no file.</summary>
    private static List<ListadoPorSellar> Contrapartes(List<ListadoPorSellar> cambiados, Dictionary<Listado, EstadoListado> estados)
    {
        var presentes = cambiados.Select(cambiado => cambiado.Listado).ToHashSet();
        return
        [
            .. cambiados
                .Select(cambiado => new Listado(
                    cambiado.Listado.Periodo,
                    cambiado.Listado.Lista == Lista.Publico ? Lista.Inconsistente : Lista.Publico
                ))
                .Where(otro => !presentes.Contains(otro) && !estados.ContainsKey(otro))
                .Select(otro => new ListadoPorSellar(otro, Puerta.Espejo, new Totales(0, 0, 0, 0, 0, 0), null, [])),
        ];
    }
}
