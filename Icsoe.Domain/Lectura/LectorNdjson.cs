using System.Text.Unicode;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// Informativas as filed, one a line (design, section 6): UTF-8, with or without BOM, LF or CRLF; blank lines are skipped.
/// A line that cannot be read is rejected with all its problems and the rest goes on.
/// </summary>
public static class LectorNdjson
{
    /// <summary>Reads lines as they are asked for; memory is bounded by the longest line allowed.</summary>
    /// <param name="flujo">Read once from where it stands; the caller closes it.</param>
    /// <param name="archivo">Name of the file, for the places of the problems.</param>
    /// <exception cref="LecturaException">
    /// While enumerating: the file is no UTF-8 text (a zip, UTF-16), is larger than the limit, or holds no line at all.
    /// </exception>
    /// <exception cref="OperationCanceledException">While enumerating, when <paramref name="ct"/> is cancelled.</exception>
    public static IEnumerable<LineaLeida> Leer(Stream flujo, string archivo, LimitesDeLectura limites, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(flujo);
        ArgumentNullException.ThrowIfNull(archivo);
        ArgumentNullException.ThrowIfNull(limites);
        return Enumerar(flujo, Path.GetFileName(archivo), limites, ct);
    }

    private static IEnumerable<LineaLeida> Enumerar(Stream flujo, string archivo, LimitesDeLectura limites, CancellationToken ct)
    {
        using var lineas = new LineasDeTexto(flujo, archivo, limites);
        var lector = new LectorDeInformativa(archivo, limites);
        var vacio = true;
        while (lineas.Avanzar())
        {
            ct.ThrowIfCancellationRequested();
            if (!lineas.EsDemasiadoLarga && EstaEnBlanco(lineas.Actual))
                continue;
            vacio = false;
            yield return LeerLinea(lector, lineas, limites);
        }
        if (vacio)
            throw new LecturaException(archivo, "el archivo no trae ninguna informativa; se espera una por línea, en JSON.");
    }

    private static LineaLeida LeerLinea(LectorDeInformativa lector, LineasDeTexto lineas, LimitesDeLectura limites)
    {
        if (lineas.EsDemasiadoLarga)
            return lector.RechazarLinea(lineas.Numero, $"la línea pasa de {limites.BytesPorLinea:N0} bytes.");
        return Utf8.IsValid(lineas.Actual)
            ? lector.Leer(lineas.Numero, lineas.Actual)
            : lector.RechazarLinea(lineas.Numero, "la línea no es UTF-8 válido; guarda el archivo como UTF-8.");
    }

    private static bool EstaEnBlanco(ReadOnlySpan<byte> linea) => linea.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r') < 0;
}
