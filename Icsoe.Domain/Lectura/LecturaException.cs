using System.Text;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// A file refused whole: nothing of it may be stored. The message is Spanish for a person:
/// <c>LPP2026.xlsx: fila 5, columna «Fecha fin»: motivo</c>.
/// </summary>
public sealed class LecturaException : Exception
{
    /// <summary>Refuses a file.</summary>
    /// <param name="archivo">Path or name; only the name is kept, since the folder is nobody else's business.</param>
    /// <param name="motivo">What was wrong and what would be right.</param>
    /// <param name="fila">1-based row of the sheet or line of the text; null when the file as a whole is meant.</param>
    /// <param name="columna">Header of the column, in people's words; null when none is meant.</param>
    /// <param name="causa">The technical error underneath, when there is one.</param>
    public LecturaException(string archivo, string motivo, int? fila = null, string? columna = null, Exception? causa = null)
        : base(Redactar(Path.GetFileName(archivo), motivo, fila, columna), causa) =>
        (Archivo, Motivo, Fila, Columna) = (Path.GetFileName(archivo), motivo, fila, columna);

    /// <summary>Name of the file, without its folder.</summary>
    public string Archivo { get; }

    /// <summary>1-based row or line; null when the file as a whole is meant.</summary>
    public int? Fila { get; }

    /// <summary>Header of the column; null when none is meant.</summary>
    public string? Columna { get; }

    /// <summary>What was wrong, in Spanish, without the place.</summary>
    public string Motivo { get; }

    private static string Redactar(string archivo, string motivo, int? fila, string? columna)
    {
        var texto = new StringBuilder(archivo).Append(": ");
        if (fila is not null)
            texto.Append("fila ").Append(fila);
        if (columna is not null)
            texto.Append(fila is null ? "" : ", ").Append("columna «").Append(columna).Append('»');
        if (fila is not null || columna is not null)
            texto.Append(": ");
        return texto.Append(motivo).ToString();
    }
}
