using System.Text;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// Informativas as filed, in CSV with one row per contract (design, section 6): UTF-8 with or without BOM, <c>,</c> or
/// <c>;</c> as the header has it, RFC 4180 quotes, CRLF or LF. Rows are counted as a spreadsheet does, the header included.
/// </summary>
public static class LectorCsv
{
    /// <summary>Reads rows as they are asked for; memory is bounded by the longest row and the longest informativa allowed.</summary>
    /// <param name="flujo">Read once from where it stands; the caller closes it.</param>
    /// <param name="archivo">Name of the file, for the places of the problems.</param>
    /// <exception cref="LecturaException">
    /// While enumerating: no UTF-8 text, larger than the limit, with columns missing, unknown or repeated, with quotes that do
    /// not close or a row beyond the limit, without rows, or with rows of one folio that stand apart.
    /// </exception>
    /// <exception cref="OperationCanceledException">While enumerating, when <paramref name="ct"/> is cancelled.</exception>
    public static IEnumerable<LineaLeida> Leer(Stream flujo, string archivo, LimitesDeLectura limites, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(flujo);
        ArgumentNullException.ThrowIfNull(archivo);
        ArgumentNullException.ThrowIfNull(limites);
        return Enumerar(flujo, Path.GetFileName(archivo), limites, ct);
    }

    /// <summary>Whether the first line of a text is a header of ours.</summary>
    internal static bool EsEncabezado(ReadOnlySpan<byte> cabeza)
    {
        var linea = PrimeraLinea(cabeza);
        return EncabezadoPlano.Contar(linea.Split(Delimitador(linea)).Select(texto => texto.Trim().Trim('"')))
            >= EncabezadoPlano.NombresDeUnEncabezado;
    }

    private static IEnumerable<LineaLeida> Enumerar(Stream flujo, string archivo, LimitesDeLectura limites, CancellationToken ct)
    {
        using var utf8 = new FlujoUtf8(flujo, archivo, limites);
        var delimitador = Delimitador(PrimeraLinea(utf8.Cabeza));
        using var texto = new StreamReader(utf8, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        using var filas = new FilasDeCsv(texto, delimitador, archivo, limites);
        using var ensamblador = new EnsambladorDeInformativas(archivo, limites);
        foreach (var linea in ensamblador.Ensamblar(filas.Leer(), ct))
            yield return linea;
    }

    internal static char Delimitador(string linea) => linea.Count(letra => letra == ';') > linea.Count(letra => letra == ',') ? ';' : ',';

    internal static string PrimeraLinea(ReadOnlySpan<byte> cabeza)
    {
        var texto = cabeza.TrimStart(" \t\r\n"u8);
        var fin = texto.IndexOfAny((byte)'\r', (byte)'\n');
        return Encoding.UTF8.GetString(fin < 0 ? texto : texto[..fin]);
    }
}

/// <summary>The rows of a CSV of informativas.</summary>
file sealed class FilasDeCsv(TextReader lector, char delimitador, string archivo, LimitesDeLectura limites) : IDisposable
{
    private readonly RenglonesDeCsv csv = new(lector, delimitador, archivo, limites);
    private readonly FilaPlana fila = new();

    /// <summary>The same instance for each row under the header.</summary>
    public IEnumerable<FilaPlana> Leer()
    {
        if (csv.LeerEncabezado() is not { } textos)
            yield break;
        var encabezado = EncabezadoPlano.Leer(textos, archivo, csv.Numero);
        while (csv.Avanzar())
        {
            Llenar(encabezado);
            yield return fila;
        }
    }

    public void Dispose() => csv.Dispose();

    private void Llenar(EncabezadoPlano encabezado)
    {
        fila.Numero = csv.Numero;
        fila.Problema = null;
        for (var i = 0; i < encabezado.Posiciones.Length; i++)
        {
            var posicion = encabezado.Posiciones[i];
            var texto = posicion < 0 || posicion >= csv.Campos ? default : csv.Campo(posicion);
            fila.Valores[i] = texto.IsEmpty ? null : Valor((ColumnaPlana)i, texto);
        }
        if (csv.Campos < encabezado.Ancho)
        {
            // Spreadsheets leave out separators after the last value; in a row with a contract something is lost.
            if (fila.TraeContrato)
                fila.Problema = Desigual(encabezado);
            return;
        }
        for (var i = encabezado.Ancho; i < csv.Campos; i++)
        {
            if (!csv.Campo(i).IsWhiteSpace())
                fila.Problema = Desigual(encabezado);
        }
    }

    /// <summary>Columns of the informativa repeat from row to row: their texts are kept once.</summary>
    private string? Valor(ColumnaPlana columna, ReadOnlySpan<char> texto) =>
        fila[columna] is { } anterior && texto.SequenceEqual(anterior) ? anterior : ValorPlano.DeTexto(columna, texto.ToString());

    private string Desigual(EncabezadoPlano encabezado) =>
        $"tiene {csv.Campos:N0} campos y el encabezado {encabezado.Ancho:N0}; un texto con el separador, comillas o saltos de línea va entre comillas.";
}
