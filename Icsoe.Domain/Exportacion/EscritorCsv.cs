using System.Buffers;
using System.Globalization;
using System.Text;

namespace Icsoe.Domain.Exportacion;

/// <summary>
/// Writes CSV as RFC 4180 has it: CRLF, quotes only where needed, UTF-8 without BOM, nothing for what is null, and not a character added.
/// </summary>
/// <param name="paraExcel">Whether an apostrophe goes before what a spreadsheet would take for a formula.</param>
public sealed class EscritorCsv(IBufferWriter<byte> salida, bool paraExcel = false)
{
    private const int LargoDeDia = 10;
    private const int CifrasDeNumero = 11;

    private static readonly SearchValues<byte> PidenComillas = SearchValues.Create("\",\r\n"u8);

    private static readonly SearchValues<byte> Formulas = SearchValues.Create("=+-@\t\r"u8);

    private bool empezado;

    /// <summary>Writes the next field of the line: a text in UTF-8, empty for none.</summary>
    public EscritorCsv Campo(ReadOnlySpan<byte> utf8)
    {
        Separar();
        var comoTexto = paraExcel && !utf8.IsEmpty && Formulas.Contains(utf8[0]);
        if (!utf8.ContainsAny(PidenComillas))
        {
            salida.Write(comoTexto ? "'"u8 : default);
            salida.Write(utf8);
            return this;
        }
        salida.Write(comoTexto ? "\"'"u8 : "\""u8);
        while (utf8.IndexOf((byte)'"') is >= 0 and var comilla)
        {
            salida.Write(utf8[..comilla]);
            salida.Write("\"\""u8);
            utf8 = utf8[(comilla + 1)..];
        }
        salida.Write(utf8);
        salida.Write("\""u8);
        return this;
    }

    /// <summary>The same of a text; null for none.</summary>
    public EscritorCsv Campo(string? texto) => Campo(Encoding.UTF8.GetBytes(texto ?? ""));

    /// <summary>A word of ours, which is ASCII and needs no quotes; null for none.</summary>
    public EscritorCsv Palabra(string? palabra)
    {
        Separar();
        if (palabra is not null)
            salida.Advance(Encoding.ASCII.GetBytes(palabra, salida.GetSpan(palabra.Length)));
        return this;
    }

    /// <summary>A field without a value.</summary>
    public EscritorCsv Vacio() => Campo(ReadOnlySpan<byte>.Empty);

    public EscritorCsv Campo(int? numero)
    {
        Separar();
        if (numero is { } valor)
        {
            valor.TryFormat(salida.GetSpan(CifrasDeNumero), out var cifras, provider: CultureInfo.InvariantCulture);
            salida.Advance(cifras);
        }
        return this;
    }

    /// <summary>An ISO date.</summary>
    public EscritorCsv Campo(DateOnly? dia)
    {
        Separar();
        if (dia is { } uno)
        {
            uno.TryFormat(salida.GetSpan(LargoDeDia), out var escritos, "O", CultureInfo.InvariantCulture);
            salida.Advance(escritos);
        }
        return this;
    }

    /// <summary>Ends the line.</summary>
    public void Fin()
    {
        salida.Write("\r\n"u8);
        empezado = false;
    }

    private void Separar()
    {
        if (empezado)
            salida.Write(","u8);
        empezado = true;
    }
}
