using System.Buffers;
using System.Globalization;
using System.Text;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// Puts together the text of an element: line ends as XML reads them, its five entities and character references, and then the
/// <c>_xHHHH_</c> that OOXML writes for what XML cannot hold (ECMA-376, ST_Xstring).
/// </summary>
internal sealed class TextoDeXml
{
    private readonly TextosRepetidos repetidos = new();
    private readonly ArrayBufferWriter<byte> bytes = new(256);
    private readonly StringBuilder letras = new();
    private bool compuesto;

    /// <summary>Adds the text the scanner stands at.</summary>
    public void Agregar(EscanerXml xml)
    {
        if (
            !compuesto
            && bytes.WrittenCount == 0
            && !xml.EsLatin1
            && xml.Pieza == PiezaXml.Texto
            && xml.Actual.IndexOfAny((byte)'&', (byte)'\r') < 0
        )
        {
            bytes.Write(xml.Actual);
            return;
        }
        Componer();
        var texto = (xml.EsLatin1 ? Encoding.Latin1 : Encoding.UTF8).GetString(xml.Actual);
        if (texto.Contains('\r'))
            texto = texto.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (xml.Pieza == PiezaXml.Cdata)
            letras.Append(texto);
        else
            Desentidar(texto);
    }

    /// <summary>The text so far; the next one begins empty.</summary>
    public string Terminar()
    {
        string texto;
        if (compuesto)
            texto = letras.ToString();
        else
            texto = repetidos.De(bytes.WrittenSpan);
        compuesto = false;
        letras.Clear();
        bytes.ResetWrittenCount();
        return texto.Contains("_x", StringComparison.Ordinal) ? SinEscapes(texto) : texto;
    }

    private void Componer()
    {
        if (compuesto)
            return;
        compuesto = true;
        letras.Append(Encoding.UTF8.GetString(bytes.WrittenSpan));
        bytes.ResetWrittenCount();
    }

    private void Desentidar(string texto)
    {
        var desde = 0;
        for (var i = texto.IndexOf('&'); i >= 0; i = texto.IndexOf('&', desde))
        {
            letras.Append(texto, desde, i - desde);
            var fin = texto.IndexOf(';', i);
            var caracter = fin < 0 ? null : Caracter(texto.AsSpan(i + 1, fin - i - 1));
            // What is no entity stays as written: the guard has let nothing declare any.
            letras.Append(caracter ?? "&");
            desde = caracter is null ? i + 1 : fin + 1;
        }
        letras.Append(texto, desde, texto.Length - desde);
    }

    private static string? Caracter(ReadOnlySpan<char> entidad) =>
        entidad switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            ['#', 'x' or 'X', .. var hex] => Codigo(hex, NumberStyles.AllowHexSpecifier),
            ['#', .. var decimales] => Codigo(decimales, NumberStyles.None),
            _ => null,
        };

    private static string? Codigo(ReadOnlySpan<char> digitos, NumberStyles estilo) =>
        int.TryParse(digitos, estilo, CultureInfo.InvariantCulture, out var codigo)
            ? Rune.IsValid(codigo)
                ? new Rune(codigo).ToString()
                : "\uFFFD"
            : null;

    private static string SinEscapes(string texto)
    {
        var salida = new StringBuilder(texto.Length);
        var desde = 0;
        for (var i = texto.IndexOf("_x", StringComparison.Ordinal); i >= 0; i = texto.IndexOf("_x", i, StringComparison.Ordinal))
        {
            if (
                i + 6 < texto.Length
                && texto[i + 6] == '_'
                && ushort.TryParse(texto.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codigo)
            )
            {
                salida.Append(texto, desde, i - desde).Append((char)codigo);
                desde = i + 7;
                i = desde;
            }
            else
                i += 2;
        }
        return salida.Append(texto, desde, texto.Length - desde).ToString();
    }
}
