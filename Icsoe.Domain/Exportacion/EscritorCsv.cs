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
        var comoTexto = paraExcel && !utf8.IsEmpty && Formulas.Contains(utf8[0]);
        if (utf8.ContainsAny(PidenComillas))
            return EntreComillas(utf8, comoTexto);
        var hueco = Separar(utf8.Length + 1, out var lugar);
        if (comoTexto)
            hueco[lugar++] = (byte)'\'';
        utf8.CopyTo(hueco[lugar..]);
        salida.Advance(lugar + utf8.Length);
        return this;
    }

    private EscritorCsv EntreComillas(ReadOnlySpan<byte> utf8, bool comoTexto)
    {
        Separar(0, out var separados);
        salida.Advance(separados);
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
        var hueco = Separar(palabra?.Length ?? 0, out var lugar);
        salida.Advance(lugar + Encoding.ASCII.GetBytes(palabra ?? "", hueco[lugar..]));
        return this;
    }

    /// <summary>A field without a value.</summary>
    public EscritorCsv Vacio() => Campo(ReadOnlySpan<byte>.Empty);

    public EscritorCsv Campo(int? numero)
    {
        var hueco = Separar(CifrasDeNumero, out var lugar);
        var cifras = 0;
        numero?.TryFormat(hueco[lugar..], out cifras, provider: CultureInfo.InvariantCulture);
        salida.Advance(lugar + cifras);
        return this;
    }

    /// <summary>An ISO date.</summary>
    public EscritorCsv Campo(DateOnly? dia)
    {
        var hueco = Separar(LargoDeDia, out var lugar);
        var escritos = 0;
        dia?.TryFormat(hueco[lugar..], out escritos, "O", CultureInfo.InvariantCulture);
        salida.Advance(lugar + escritos);
        return this;
    }

    /// <summary>Ends the line.</summary>
    public void Fin()
    {
        salida.Write("\r\n"u8);
        empezado = false;
    }

    /// <summary>Room for the comma, if there is one, and for that many bytes: asked for once a field, since asking is what costs.</summary>
    private Span<byte> Separar(int bytes, out int lugar)
    {
        var hueco = salida.GetSpan(bytes + 1);
        hueco[0] = (byte)',';
        lugar = empezado ? 1 : 0;
        empezado = true;
        return hueco;
    }
}
