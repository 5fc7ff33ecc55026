using System.Buffers;
using System.Text;

namespace Icsoe.Domain.Exportacion;

/// <summary>
/// Writes CSV as RFC 4180 has it: CRLF, quotes only where needed, UTF-8 without BOM, nothing for what is null, and not a character added.
/// </summary>
public sealed class EscritorCsv(IBufferWriter<byte> salida)
{
    private static readonly SearchValues<char> PidenComillas = SearchValues.Create("\",\r\n");

    private bool empezado;

    /// <summary>Writes the next field of the line; null is an empty one.</summary>
    public EscritorCsv Campo(string? valor)
    {
        if (empezado)
            salida.Write(","u8);
        empezado = true;
        if (valor is null)
            return this;
        // An empty text is not an absent one.
        if (valor.Length > 0 && !valor.AsSpan().ContainsAny(PidenComillas))
            Encoding.UTF8.GetBytes(valor, salida);
        else
            Encoding.UTF8.GetBytes($"\"{valor.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", salida);
        return this;
    }

    /// <summary>Ends the line.</summary>
    public void Fin()
    {
        salida.Write("\r\n"u8);
        empezado = false;
    }
}
