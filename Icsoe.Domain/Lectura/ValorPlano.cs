using System.Globalization;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// Brings what a field or a cell says to the form that NDJSON has for it, so that one reader judges both. What cannot be
/// brought stays as it was written, and that reader says so.
/// </summary>
internal static class ValorPlano
{
    /// <summary>A field of CSV.</summary>
    public static string? DeTexto(ColumnaPlana columna, string texto)
    {
        if (string.IsNullOrWhiteSpace(texto))
            return null;
        if (columna.EsDia())
            return FechaEscrita.TryIso(texto, out _) || !FechaEscrita.TryDeCelda(texto, out var dia) ? texto : Iso(dia);
        if (columna == ColumnaPlana.FechaPresentacion)
            return FechaEscrita.TryInstante(texto, out _) || !FechaEscrita.TryMomentoDeCelda(texto, out var momento) ? texto : Iso(momento);
        return columna.EsEntero() ? texto.Trim() : texto;
    }

    /// <summary>A cell of a workbook.</summary>
    public static string? DeCelda(ColumnaPlana columna, object? valor, bool desde1904)
    {
        if (valor is null or "")
            return null;
        if (columna.EsDia() && valor is not string && Celda.TryFecha(valor, desde1904, out var dia))
            return dia is null ? null : Iso(dia.Value);
        if (columna == ColumnaPlana.FechaPresentacion && Celda.TryMomento(valor, desde1904, out var momento))
            return Iso(momento);
        if (Celda.Texto(valor) is not { } texto)
            return null;
        // A serial that somebody wrote as text is a day all the same.
        if (
            columna.EsDia()
            && double.TryParse(texto, NumberStyles.None, CultureInfo.InvariantCulture, out var serie)
            && Celda.TryFecha(serie, desde1904, out var escrita)
            && escrita is { } deTexto
        )
            return Iso(deTexto);
        return DeTexto(columna, texto);
    }

    private static string Iso(DateOnly dia) => dia.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Without offset, since it is Mexico City time; the first moment of a day is that day alone.</summary>
    private static string Iso(DateTime momento) =>
        momento.ToString(momento.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
