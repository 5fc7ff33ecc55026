using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Icsoe.Domain.Exportacion;
using Icsoe.Tests.Comandos;
using Icsoe.Tests.Exportacion;

namespace Icsoe.Tests.Api;

/// <summary>The exported workbooks, as the programs that people open them with read them: the rows of the CSV, hostile texts included.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class ExportacionesExternasTests
{
    private const string Filtro = "lista=publico&periodo=2026-1";

    private static readonly string[] Hostiles =
    [
        .. LibroDePrueba.Hostiles.Select(hostil => hostil.Fuente).Where(texto => !Suelto(texto)),
        "ñandú en una pieza",
        "n\u0303andu\u0301 en dos",
        "uno;dos;\"tres\"",
        "\"",
        ",",
        "x\n=1+1",
    ];

    private Operador _operador = null!;
    private ServidorDePrueba _servidor = null!;
    private HttpClient _cliente = null!;

    [OneTimeSetUp]
    public async Task Sellar()
    {
        _operador = new Operador();
        var presentadas = Hostiles.Select(
            (texto, i) =>
                Presentada.Numero(i + 1) with
                {
                    Contratos =
                    [
                        new()
                        {
                            Folio = $"A26P{i:D7}",
                            Servicio = texto,
                            Contratante = new(null, $"{i} {texto}"),
                        },
                    ],
                }
        );
        await _operador.LograrAsync("importar", _operador.Ndjson(presentadas.Select(presentada => presentada.EnJson())));
        await _operador.LograrAsync("publicar");
        _servidor = new ServidorDePrueba(_operador.Datos);
        _cliente = _servidor.CreateClient();
    }

    [OneTimeTearDown]
    public async Task Irse()
    {
        _cliente.Dispose();
        await _servidor.DisposeAsync();
        _operador.Dispose();
    }

    [Test]
    public async Task Openpyxl_lee_las_filas_del_csv()
    {
        var csv = await Csv("renglones");
        var campos = string.Join(',', csv[0].Select(par => par.Key));
        var filas = LectorDeLibros.ConOpenpyxl(await Bajar($"renglones.xlsx?{Filtro}&campos={campos}"))[LibroXlsx.HojaDeDatos];

        Assert.That(csv, Has.Count.EqualTo(Hostiles.Length));
        Assert.That(filas.Skip(1).Select(Textos), Is.EqualTo(csv.Select(fila => fila.Select(par => DelLibro(par.Key, par.Value)))));
    }

    [Test]
    public async Task Openpyxl_lee_las_informativas_del_csv()
    {
        var csv = await Csv("informativas");
        var filas = LectorDeLibros.ConOpenpyxl(await Bajar($"informativas.xlsx?{Filtro}"))[LibroXlsx.HojaDeDatos];
        Assert.That(filas.Skip(1).Select(Textos), Is.EqualTo(csv.Select(fila => fila.Select(par => DelLibro(par.Key, par.Value)))));
    }

    [Test]
    public async Task LibreOffice_lee_los_textos_del_csv_y_los_metadatos()
    {
        var csv = await Csv("renglones");
        var ruta = await Bajar($"renglones.xlsx?{Filtro}");
        var filas = LectorDeLibros.ConLibreOffice(ruta, hoja: 1, Path.GetDirectoryName(ruta)!);
        // A break inside a LibreOffice cell has one form only.
        Assert.That(
            filas.Skip(1).Select(fila => fila[5]),
            Is.EqualTo(csv.Select(fila => fila.Single(par => par.Key == "servicio").Value.ReplaceLineEndings("\n")))
        );
        var notas = LectorDeLibros.ConLibreOffice(ruta, hoja: 2, Path.GetDirectoryName(ruta)!);
        Assert.That(notas.Select(nota => nota[0]), Does.Contain("Consulta").And.Contain("Homónimos"));
    }

    [Test]
    public async Task Ndjson_trae_lo_mismo_que_el_csv()
    {
        var csv = await Csv("renglones");
        var ndjson = await _cliente.GetStringAsync($"/v1/exportaciones/renglones.ndjson?{Filtro}");
        var servicios = ndjson
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(linea => (string?)JsonNode.Parse(linea)!["servicio"]);
        Assert.That(servicios, Is.EqualTo(csv.Select(fila => fila.Single(par => par.Key == "servicio").Value)));
    }

    [Test]
    public async Task Sin_filas_tambien_se_abre()
    {
        var hojas = LectorDeLibros.ConOpenpyxl(await Bajar("contratos.xlsx?folio_contrato=NADIE"));
        Assert.That(hojas[LibroXlsx.HojaDeDatos], Has.Length.EqualTo(1));
        Assert.That(hojas["Metadatos"], Has.Length.GreaterThan(10));
    }

    /// <summary>What the cell of a field says, in openpyxl's words; "" for an empty one.</summary>
    private static string DelLibro(string campo, string valor) =>
        (campo, valor) switch
        {
            (_, "") => "",
            (var fecha, _) when fecha.StartsWith("fecha_", StringComparison.Ordinal) => $"{valor} dd/mm/yyyy",
            (_, "moral") => "Moral",
            ("tipo_informativa" or "tipo", "normal") => "Normal",
            ("lista", "publico") => "Listado Público",
            ("tardia", "false") => "No",
            _ => valor,
        };

    private static IEnumerable<string> Textos(JsonElement[] fila) =>
        fila.Select(celda => celda.ValueKind == JsonValueKind.Null ? "" : celda.ToString());

    private async Task<string> Bajar(string ruta)
    {
        var destino = _operador.Ruta($"{Guid.NewGuid():N}", "libro.xlsx");
        Directory.CreateDirectory(Path.GetDirectoryName(destino)!);
        await File.WriteAllBytesAsync(destino, await _cliente.GetByteArrayAsync($"/v1/exportaciones/{ruta}"));
        return destino;
    }

    private async Task<List<List<KeyValuePair<string, string>>>> Csv(string que)
    {
        using var lector = Sylvan.Data.Csv.CsvDataReader.Create(
            new StringReader(await _cliente.GetStringAsync($"/v1/exportaciones/{que}.csv?{Filtro}"))
        );
        var filas = new List<List<KeyValuePair<string, string>>>();
        while (lector.Read())
            filas.Add([.. Enumerable.Range(0, lector.FieldCount).Select(i => KeyValuePair.Create(lector.GetName(i), lector.GetString(i)))]);
        return filas;
    }

    // JSON cannot say half of a pair.
    private static bool Suelto(string texto) => texto.EnumerateRunes().Contains(Rune.ReplacementChar);
}
