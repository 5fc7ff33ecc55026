using System.Text;
using Icsoe.Benchmarks.Generador;

namespace Icsoe.Benchmarks.Fuzz;

/// <summary>Damage to bytes: what a broken disk, a hurried script or an attacker would do.</summary>
internal static class Mutacion
{
    /// <summary>Pieces that have broken readers before.</summary>
    private static readonly byte[][] Piezas =
    [
        .. new[]
        {
            "<row r=\"9999999\">",
            "<row/>",
            "<c r=\"XFE1\">",
            "<c t=\"s\"><v>999999999</v></c>",
            "<c t=\"d\"><v>2026-13-45T99:99:99</v></c>",
            "<v>1e309</v>",
            "<v>-1</v>",
            "<v>2958466</v>",
            "&#0;",
            "&#xD800;",
            "&lol;",
            "<!DOCTYPE a [<!ENTITY b \"c\">]>",
            "]]>",
            "<![CDATA[",
            "<!--",
            "_x0000_",
            "</sheetData>",
            "\"\"",
            "null",
            "{}",
            "[]",
            "[[[[[[[[[[[[[[[[[[[[",
            "{\"a\":{\"a\":{\"a\":",
            "1e999",
            "-0",
            "99999999999999999999",
            "0.5",
            "true",
            "\\u0000",
            "\\ud800",
            "\\\"",
            "9999-12-31",
            "0001-01-01",
            "2026-02-30",
            "9999-12-31T23:59:59-14:00",
            "+99:99",
            "\"folio\":",
            "\"folio\":\"N1\",",
            "\uFEFF",
            "\u202E",
            "\uFFFD",
            "🛠",
            "=1+1",
            "\r",
            "\0",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xC0, 0x80],
        [0xED, 0xA0, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
    ];

    /// <summary>Values that are well formed and wrong: they get further than what does not even parse.</summary>
    private static readonly byte[][] DeJson =
    [
        .. new[]
        {
            "null",
            "0",
            "-1",
            "2147483648",
            "1e2",
            "1e400",
            "true",
            "\"\"",
            "\"   \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e=1+1\"",
            "\"N260000001\"",
            "\"correccion\"",
            "\"sin_efectos\"",
            "\"actualizacion\"",
            "\"fisica\"",
            "\"2026-02-30\"",
            "\"9999-12-31\"",
            "\"0001-01-01\"",
            "\"9999-12-31T23:59:59-14:00\"",
            "\"2026-05-12T24:00:00\"",
            "\"XAXX010101000\"",
            "[]",
            "{}",
            "[null]",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] DeCelda =
    [
        .. new[]
        {
            "",
            " ",
            "-",
            "N/A",
            "0",
            "-1",
            "1e308",
            "NaN",
            "2958466",
            "60",
            "45000.999999",
            "31/02/2026",
            "2026-01-01T25:00:00",
            "2021",
            "4",
            "Otra cosa",
            "Física",
            "&amp;&lt;&#10;",
            "_x0041_",
            "\u202E=1+1",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>One to eight blows, each somewhere.</summary>
    public static byte[] Golpear(byte[] bytes, ref Azar azar)
    {
        var golpeado = new List<byte>(bytes);
        if (azar.Suerte(0.5))
        {
            for (var valores = 1 + azar.Entero(3); valores > 0; valores--)
                Valor(golpeado, ref azar);
            return [.. golpeado];
        }
        for (var golpes = 1 + azar.Entero(azar.Suerte(0.5) ? 2 : 8); golpes > 0 && golpeado.Count > 0; golpes--)
            Golpear(golpeado, ref azar);
        return [.. golpeado];
    }

    private static void Golpear(List<byte> bytes, ref Azar azar)
    {
        var lugar = azar.Entero(bytes.Count);
        var largo = Math.Min(bytes.Count - lugar, 1 + azar.Entero(azar.Suerte(0.8) ? 16 : 400));
        switch (azar.Entero(8))
        {
            case 0:
                bytes[lugar] ^= (byte)(1 << azar.Entero(8));
                break;
            case 1:
                bytes[lugar] = (byte)azar.Entero(256);
                break;
            case 2:
                bytes.RemoveRange(lugar, largo);
                break;
            case 3:
                bytes.InsertRange(azar.Entero(bytes.Count), bytes.GetRange(lugar, largo));
                break;
            case 4:
                bytes.InsertRange(lugar, azar.Una(Piezas));
                break;
            case 5:
                var pieza = azar.Una(Piezas);
                bytes.RemoveRange(lugar, Math.Min(pieza.Length, bytes.Count - lugar));
                bytes.InsertRange(lugar, pieza);
                break;
            case 6 when azar.Suerte(0.1):
                bytes.RemoveRange(lugar, bytes.Count - lugar);
                break;
            case 6:
                Numero(bytes, lugar, ref azar);
                break;
            default:
                bytes.InsertRange(lugar, Enumerable.Repeat((byte)"A 0<\"\\{"[azar.Entero(7)], azar.Suerte(0.05) ? 40_000 : 40));
                break;
        }
    }

    /// <summary>The value of a JSON member, or the text of an XML element, is another.</summary>
    private static void Valor(List<byte> bytes, ref Azar azar)
    {
        var lugar = bytes.FindIndex(azar.Entero(Math.Max(1, bytes.Count)), letra => letra is (byte)':' or (byte)'>');
        if (lugar < 0)
            return;
        var (valores, finales) = bytes[lugar] == ':' ? (DeJson, ",}]") : (DeCelda, "<");
        var fin = bytes.FindIndex(lugar + 1, letra => finales.Contains((char)letra));
        if (fin < 0)
            return;
        bytes.RemoveRange(lugar + 1, fin - lugar - 1);
        bytes.InsertRange(lugar + 1, azar.Una(valores));
    }

    /// <summary>The next digit from there is another: sizes, rows, dates and counts that look right and are not.</summary>
    private static void Numero(List<byte> bytes, int desde, ref Azar azar)
    {
        var lugar = bytes.FindIndex(desde, letra => letra is >= (byte)'0' and <= (byte)'9');
        if (lugar >= 0)
            bytes[lugar] = (byte)('0' + azar.Entero(10));
    }
}
