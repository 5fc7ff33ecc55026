using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// A workbook as IMSS publishes it. The header is found by its words among the first rows of each sheet, in any order of
/// columns and sheets; sheets without it (a notice) are left out.
/// </summary>
public static class LibroEspejo
{
    /// <summary>Fewer fields than these are not a header with columns missing: they are something else.</summary>
    private const int PuntosDeUnEncabezado = 5;

    /// <summary>
    /// Passes the workbook through <see cref="GuardiaDeLibro"/> and then streams its rows, in the order of its sheets.
    /// Blank rows, and rows with a single cell (a note), are left out. Memory does not grow with the rows.
    /// </summary>
    /// <param name="ruta">Path of the .xlsx.</param>
    /// <param name="listado">Which listado it is: rows that say another periodo refuse the file.</param>
    /// <exception cref="LecturaException">
    /// While enumerating: refused by the guard, without the needed columns (all those missing are named), with two columns for
    /// one field, damaged, or with a row of another periodo.
    /// </exception>
    /// <exception cref="OperationCanceledException">While enumerating, when <paramref name="ct"/> is cancelled.</exception>
    public static IEnumerable<FilaEspejo> Leer(string ruta, Listado listado, LimitesDeLectura limites, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ruta);
        ArgumentNullException.ThrowIfNull(limites);
        return AbrirYLeer(ruta, listado, limites, ct);
    }

    /// <summary>The same, of a workbook that the guard has let through already.</summary>
    internal static IEnumerable<FilaEspejo> Leer(LibroAbierto libro, Listado listado, LimitesDeLectura limites, CancellationToken ct)
    {
        var archivo = libro.Archivo;
        Encabezado? mejor = null;
        var hayDatos = false;
        foreach (var hoja in libro.Hojas)
        {
            using var filas = new FilasDeHoja(libro, hoja);
            var encabezado = Encabezado.Buscar(filas.Asomarse(limites.FilasDeBusqueda + 1), limites.FilasDeBusqueda);
            if (encabezado is null || !EsDeDatos(encabezado, hoja, listado.Lista, archivo))
            {
                mejor = encabezado is not null && encabezado.Puntos > (mejor?.Puntos ?? 0) ? encabezado : mejor;
                continue;
            }
            hayDatos = true;
            var lector = new LectorDeFila(archivo, listado, limites, hoja.Desde1904);
            filas.Empezar(encabezado.UltimaFila, encabezado.Posiciones);
            while (filas.Avanzar())
            {
                ct.ThrowIfCancellationRequested();
                if (filas.Llenas > 1)
                    yield return lector.Leer(filas.Numero, filas.Celdas);
            }
        }
        if (!hayDatos)
            throw SinEncabezado(mejor, listado.Lista, archivo);
    }

    private static IEnumerable<FilaEspejo> AbrirYLeer(string ruta, Listado listado, LimitesDeLectura limites, CancellationToken ct)
    {
        using var libro = new LibroAbierto(ruta, limites, ct);
        foreach (var fila in Leer(libro, listado, limites, ct))
            yield return fila;
    }

    /// <summary>Whether the sheet has the whole header; a sheet with most of it is refused rather than left out unnoticed.</summary>
    private static bool EsDeDatos(Encabezado encabezado, HojaDeLibro hoja, Lista lista, string archivo)
    {
        var faltantes = encabezado.Faltantes(lista).ToList();
        if (encabezado.Puntos < PuntosDeUnEncabezado)
            return false;
        if (encabezado.Repetidas.Count > 0)
            throw new LecturaException(
                archivo,
                $"la hoja «{hoja.Nombre}» tiene más de una columna que podría ser {Nombrar(encabezado.Repetidas.Distinct())}.",
                encabezado.UltimaFila
            );
        return faltantes.Count == 0
            ? true
            : throw new LecturaException(
                archivo,
                $"en la hoja «{hoja.Nombre}» faltan columnas: {Nombrar(faltantes)}.",
                encabezado.UltimaFila
            );
    }

    private static LecturaException SinEncabezado(Encabezado? mejor, Lista lista, string archivo)
    {
        var necesarias = mejor?.Faltantes(lista) ?? Enum.GetValues<Columna>().Where(c => Encabezado.EsNecesaria(c, lista));
        return new LecturaException(archivo, $"no se encontró el encabezado del listado; faltan columnas: {Nombrar(necesarias)}.");
    }

    private static string Nombrar(IEnumerable<Columna> columnas) => string.Join(", ", columnas.Select(c => $"«{c.Etiqueta()}»"));
}
