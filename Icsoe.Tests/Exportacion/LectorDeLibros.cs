using System.Text;
using System.Text.Json;

namespace Icsoe.Tests.Exportacion;

/// <summary>Workbooks as other people's programs read them.</summary>
internal static class LectorDeLibros
{
    private const string FiltroCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,";

    // openpyxl gives the text as it stands in the XML; undoing ST_Xstring is a step of its own that it offers.
    private const string Programa = """
        import json, sys, datetime, openpyxl
        from openpyxl.utils.escape import unescape
        def celda(c):
            if c.data_type == 'f': return 'FORMULA'
            if c.data_type == 'd': return c.value.strftime('%Y-%m-%d') + ' ' + c.number_format
            return unescape(c.value) if isinstance(c.value, str) else c.value
        libro = openpyxl.load_workbook(sys.argv[1])
        print(json.dumps({h.title: [[celda(c) for c in fila] for fila in h.iter_rows()] for h in libro}))
        """;

    /// <summary>Cells by sheet; a date with its format after it, and a formula as «FORMULA».</summary>
    internal static Dictionary<string, JsonElement[][]> ConOpenpyxl(string ruta) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement[][]>>(HerramientaExterna.ConOpenpyxl(Programa, ruta))!;

    /// <summary>Cells of a sheet, counted from 1, as they are shown.</summary>
    internal static string[][] ConLibreOffice(string ruta, int hoja, string carpeta)
    {
        HerramientaExterna.ConvertirConLibreOffice(ruta, FiltroCsv + hoja, carpeta);
        var csv = Directory.EnumerateFiles(carpeta, "*.csv").Single();
        var texto = File.ReadAllText(csv);
        File.Delete(csv);
        return [.. Registros(texto)];
    }

    private static IEnumerable<string[]> Registros(string csv)
    {
        var campos = new List<string>();
        var campo = new StringBuilder();
        var entreComillas = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (c == '"' && entreComillas && i + 1 < csv.Length && csv[i + 1] == '"')
            {
                campo.Append('"');
                i++;
            }
            else if (c == '"')
            {
                entreComillas = !entreComillas;
            }
            else if (entreComillas || c is not (',' or '\n'))
            {
                campo.Append(c);
            }
            else
            {
                campos.Add(campo.ToString());
                campo.Clear();
                if (c == '\n')
                {
                    yield return [.. campos];
                    campos.Clear();
                }
            }
        }
    }
}
