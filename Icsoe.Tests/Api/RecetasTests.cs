using System.Text.RegularExpressions;
using Icsoe.Tests.Arquitectura;
using Icsoe.Tests.Exportacion;
using Icsoe.Tests.Sellado;

namespace Icsoe.Tests.Api;

/// <summary>The recipes of <c>docs/para-periodistas.md</c>, run as they are written there over the sample: they must print what it says.</summary>
[TestFixture, Parallelizable, Category("Externo")]
public sealed partial class RecetasTests
{
    private const string ConSqlite = """
        import sqlite3, sys
        filas = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True).execute(sys.argv[2])
        print('|'.join(columna[0] for columna in filas.description))
        for fila in filas: print('|'.join('' if valor is None else str(valor) for valor in fila))
        """;

    private DirectoryInfo carpeta = null!;

    /// <summary>What to run, and what the document says it prints.</summary>
    [GeneratedRegex(
        @"^```(?<como>sh|python|sql [^\n]+)\n(?<orden>.*?)^```$(\n\n^```text\n(?<sale>.*?)^```$)?",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Receta();

    [GeneratedRegex(
        @"^curl -s (-O|-o (?<nombre>\S+)) '?localhost:5080(?<ruta>[^'\s]+)'?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Bajar();

    [SetUp]
    public void Llegar() => carpeta = Directory.CreateTempSubdirectory("icsoe-recetas-");

    [TearDown]
    public void Irse() => carpeta.Delete(recursive: true);

    [Test]
    public async Task Las_recetas_dicen_lo_que_sale()
    {
        var recetas = Receta().Matches(await File.ReadAllTextAsync(Path.Combine(Fuente.Raiz, "docs", "para-periodistas.md")));

        Assert.That(recetas, Has.Count.EqualTo(8), "Los archivos, y las seis recetas; la última en dos pasos.");
        foreach (Match receta in recetas)
        {
            var orden = receta.Groups["orden"].Value;
            Assert.That(await CorrerAsync(receta.Groups["como"].Value, orden), Is.EqualTo(receta.Groups["sale"].Value), orden);
        }
    }

    private async Task<string> CorrerAsync(string como, string orden)
    {
        switch (como.Split(' '))
        {
            case ["sql", "duckdb"]:
                var sql = orden.Replace("'icsoe-", $"'{carpeta.FullName}/icsoe-", StringComparison.Ordinal);
                return string.Concat(Duck.Leer(sql, conNombres: true).Select(linea => $"{linea}\n"));
            case ["sql", "sqlite", var archivo]:
                return Correr(HerramientaExterna.Python, "-c", ConSqlite, Path.Combine(carpeta.FullName, archivo), orden);
            case ["python"]:
                await File.WriteAllTextAsync(Path.Combine(carpeta.FullName, "receta.py"), orden);
                return Correr("bash", "-ec", $"cd '{carpeta.FullName}'; {HerramientaExterna.Python} receta.py");
            default:
                var lineas = orden.Split('\n').ToLookup(linea => Bajar().IsMatch(linea));
                foreach (var linea in lineas[true])
                    await BajarAsync(Bajar().Match(linea).Groups);
                return Correr(
                    "bash",
                    "-ec",
                    $"cd '{carpeta.FullName}'\nexport HOME=$PWD LC_ALL=C.UTF-8\n{string.Join('\n', lineas[false])}"
                );
        }
    }

    private async Task BajarAsync(GroupCollection pedido)
    {
        var ruta = pedido["ruta"].Value;
        var nombre = pedido["nombre"].Success ? pedido["nombre"].Value : Path.GetFileName(ruta);
        await File.WriteAllBytesAsync(Path.Combine(carpeta.FullName, nombre), await Muestra.Cliente.GetByteArrayAsync(ruta));
    }

    private static string Correr(string programa, params string[] argumentos) =>
        HerramientaExterna.Exito(HerramientaExterna.Ejecutar(programa, argumentos), programa);
}
