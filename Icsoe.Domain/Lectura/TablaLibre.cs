using System.Text;

namespace Icsoe.Domain.Lectura;

/// <summary>A row of a table under its header.</summary>
/// <param name="Numero">1-based, the header counted.</param>
/// <param name="Valores">Of the columns that were chosen, in their order; null when empty or when the row has not that column.</param>
public sealed record FilaLibre(int Numero, IReadOnlyList<string?> Valores);

/// <summary>A table of anybody's, CSV or workbook, of which some columns are read, chosen by their headers. All in memory.</summary>
/// <param name="Encabezado">Its headers; of a table that has not those that were asked for, those of its first row.</param>
/// <param name="Hoja">Its sheet; null for CSV.</param>
/// <param name="Filas">Those that say something in some column; null when the header has not the columns.</param>
public sealed record TablaLibre(IReadOnlyList<string> Encabezado, string? Hoja, IReadOnlyList<FilaLibre>? Filas)
{
    private static readonly TablaLibre Vacia = new([], null, null);

    /// <summary>Reads a CSV in UTF-8 (with <c>,</c> or <c>;</c>), or the first sheet of a workbook that has the header.</summary>
    /// <param name="archivo">Name, for messages.</param>
    /// <param name="elegir">From headers to the 0-based positions of the columns, -1 for one that is not there; null when they are no header.</param>
    /// <param name="maximo">Rows that are read, at most.</param>
    /// <exception cref="LecturaException">It is no such file, damaged, hostile or beyond a limit.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static TablaLibre Leer(
        ReadOnlyMemory<byte> bytes,
        bool libro,
        string archivo,
        Func<IReadOnlyList<string>, int[]?> elegir,
        int maximo,
        LimitesDeLectura limites,
        CancellationToken ct
    ) => libro ? DeLibro(bytes, archivo, elegir, maximo, limites, ct) : DeCsv(bytes, archivo, elegir, maximo, limites, ct);

    private static TablaLibre DeCsv(
        ReadOnlyMemory<byte> bytes,
        string archivo,
        Func<IReadOnlyList<string>, int[]?> elegir,
        int maximo,
        LimitesDeLectura limites,
        CancellationToken ct
    )
    {
        using var flujo = ArchivoDeInformativas.Flujo(bytes);
        using var utf8 = new FlujoUtf8(flujo, archivo, limites);
        var delimitador = LectorCsv.Delimitador(LectorCsv.PrimeraLinea(utf8.Cabeza));
        using var texto = new StreamReader(utf8, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        using var csv = new RenglonesDeCsv(texto, delimitador, archivo, limites);
        if (csv.LeerEncabezado() is not { } encabezado)
            return Vacia;
        if (elegir(encabezado) is not { } posiciones)
            return new(encabezado, null, null);
        var filas = new List<FilaLibre>();
        while (filas.Count < maximo && csv.Avanzar())
        {
            ct.ThrowIfCancellationRequested();
            var dice = false;
            for (var i = 0; i < csv.Campos; i++)
                dice |= !csv.Campo(i).IsWhiteSpace();
            if (dice)
                filas.Add(
                    new(csv.Numero, [.. posiciones.Select(p => p < 0 || p >= csv.Campos ? null : Celda.Texto(csv.Campo(p).ToString()))])
                );
        }
        return new(encabezado, null, filas);
    }

    private static TablaLibre DeLibro(
        ReadOnlyMemory<byte> bytes,
        string archivo,
        Func<IReadOnlyList<string>, int[]?> elegir,
        int maximo,
        LimitesDeLectura limites,
        CancellationToken ct
    )
    {
        using var libro = new LibroAbierto(BytesDeLibro.DeMemoria(bytes, archivo), limites, ct);
        var primera = Vacia;
        foreach (var hoja in libro.Hojas)
        {
            using var filas = new FilasDeHoja(libro, hoja);
            var cabeza = filas.Asomarse(limites.FilasDeBusqueda).Select(fila => fila.Select(texto => texto ?? "").ToList()).ToList();
            for (var i = 0; i < cabeza.Count; i++)
            {
                if (primera.Encabezado.Count == 0 && cabeza[i].Exists(texto => texto.Length > 0))
                    primera = new(cabeza[i], hoja.Nombre, null);
                if (elegir(cabeza[i]) is { } posiciones)
                    return new(cabeza[i], hoja.Nombre, BajoElEncabezado(filas, i + 1, cabeza[i].Count, posiciones, maximo, ct));
            }
        }
        return primera;
    }

    private static List<FilaLibre> BajoElEncabezado(
        FilasDeHoja filas,
        int encabezado,
        int ancho,
        int[] posiciones,
        int maximo,
        CancellationToken ct
    )
    {
        var leidas = new List<FilaLibre>();
        filas.Empezar(encabezado, [.. Enumerable.Range(0, ancho)]);
        while (leidas.Count < maximo && filas.Avanzar())
        {
            ct.ThrowIfCancellationRequested();
            if (filas.Llenas > 0)
                leidas.Add(new(filas.Numero, [.. posiciones.Select(p => p < 0 ? null : Celda.Texto(filas.Celdas[p]))]));
        }
        return leidas;
    }
}
