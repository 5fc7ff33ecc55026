using System.Text.Json;
using Icsoe.Domain.Exportacion;

namespace Icsoe.Tests.Exportacion;

/// <summary>What people open the files with must read the source text back.</summary>
[Category("Externo")]
public class LectoresExternosTests
{
    private const string FiltroCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,";

    // openpyxl gives the text as it stands in the XML; undoing ST_Xstring is a step of its own that it offers.
    private const string ConOpenpyxl = """
        import json, sys, datetime, openpyxl
        from openpyxl.utils.escape import unescape
        def celda(c):
            if c.data_type == 'f': return 'FORMULA'
            if c.data_type == 'd': return c.value.strftime('%Y-%m-%d') + ' ' + c.number_format
            return unescape(c.value) if isinstance(c.value, str) else c.value
        libro = openpyxl.load_workbook(sys.argv[1])
        print(json.dumps({h.title: [[celda(c) for c in fila] for fila in h.iter_rows()] for h in libro}))
        """;

    private LibroDePrueba _libro = null!;

    [SetUp]
    public void Preparar() => _libro = LibroDePrueba.Nuevo();

    [TearDown]
    public void Limpiar() => _libro.Dispose();

    [Test]
    public void Openpyxl_lee_los_textos_como_estaban()
    {
        var filas = ConPython(_libro.Escribir(LibroDePrueba.RenglonesHostiles()))[LibroXlsx.HojaDeDatos];

        Assert.That(
            filas.Skip(1).Select(fila => fila[5].GetString()),
            Is.EqualTo(LibroDePrueba.Hostiles.Select(hostil => hostil.Esperado))
        );
    }

    [Test]
    public void Openpyxl_ve_fechas_numeros_y_el_aviso()
    {
        var hojas = ConPython(_libro.Escribir([LibroDePrueba.UnRenglon(), LibroDePrueba.UnRenglon() with { Contrato = null }]));

        var filas = hojas[LibroXlsx.HojaDeDatos];
        Assert.That(filas[1][6].GetString(), Is.EqualTo("2026-01-15 dd/mm/yyyy"));
        Assert.That(filas[1][8].GetInt32(), Is.EqualTo(12));
        Assert.That(filas[2][6].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(hojas[LibroXlsx.HojaDeAviso].Select(fila => fila[0].GetString() ?? ""), Is.EqualTo(LibroDePrueba.Aviso));
    }

    [Test]
    public void LibreOffice_lee_los_textos_como_estaban()
    {
        var filas = ConLibreOffice(_libro.Escribir(LibroDePrueba.RenglonesHostiles()), hoja: 1);

        // A break inside a LibreOffice cell has one form only, and its CSV writes it as LF.
        Assert.That(
            filas.Skip(1).Select(fila => fila[5]),
            Is.EqualTo(LibroDePrueba.Hostiles.Select(hostil => hostil.Esperado.ReplaceLineEndings("\n")))
        );
    }

    [Test]
    public void LibreOffice_muestra_fechas_vacios_y_el_aviso()
    {
        var ruta = _libro.Escribir([LibroDePrueba.UnRenglon(), LibroDePrueba.UnRenglon() with { Contrato = null }]);

        var filas = ConLibreOffice(ruta, hoja: 1);
        Assert.That(filas[1][6..11], Is.EqualTo(["15/01/2026", "31/12/2026", "12", "1", "2026"]));
        Assert.That(filas[2][2..9], Is.All.Empty);
        Assert.That(ConLibreOffice(ruta, hoja: 2).Select(fila => fila[0]), Is.EqualTo(LibroDePrueba.Aviso));
    }

    private static Dictionary<string, JsonElement[][]> ConPython(string ruta) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement[][]>>(HerramientaExterna.ConOpenpyxl(ConOpenpyxl, ruta))!;

    private string[][] ConLibreOffice(string ruta, int hoja)
    {
        HerramientaExterna.ConvertirConLibreOffice(ruta, FiltroCsv + hoja, _libro.Carpeta);
        var csv = Directory.EnumerateFiles(_libro.Carpeta, "*.csv").Single();
        var texto = File.ReadAllText(csv);
        File.Delete(csv);
        return [.. Registros(texto)];
    }

    private static IEnumerable<string[]> Registros(string csv)
    {
        var campos = new List<string>();
        var campo = new System.Text.StringBuilder();
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
