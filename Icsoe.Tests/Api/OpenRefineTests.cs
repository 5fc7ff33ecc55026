using System.Text.RegularExpressions;
using Icsoe.Benchmarks.Http;
using Icsoe.Tests.Arquitectura;
using Icsoe.Tests.Exportacion;

namespace Icsoe.Tests.Api;

/// <summary>OpenRefine itself (Debian: openrefine) against the running program, by what <c>docs/openrefine.md</c> tells to do.</summary>
[TestFixture, Parallelizable, Category("Externo")]
public sealed partial class OpenRefineTests
{
    private const string Corte = "--- sigue ---";

    /// <summary>What to run, and what the document says it prints.</summary>
    [GeneratedRegex(
        @"^```sh\n(?<orden>.*?)^```$(\n\n^```text\n(?<sale>.*?)^```$)?",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Paso();

    // Once more when it fails: on a loaded machine OpenRefine has been seen not to come to an end, and what is ours fails twice.
    [Test, Retry(2)]
    public async Task OpenRefine_concilia_y_agrega_columnas_como_dice_el_documento()
    {
        if (!File.Exists("/usr/bin/openrefine"))
            HerramientaExterna.Falta("openrefine");
        var carpeta = Directory.CreateTempSubdirectory("icsoe-openrefine-");
        var (nuestro, suyo) = (ServidorHijo.PuertoLibre(), ServidorHijo.PuertoLibre());
        using var servidor = ServidorHijo.Arrancar(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Icsoe.Api.dll"), "--urls", $"http://127.0.0.1:{nuestro}"],
            new() { ["Icsoe__Datos"] = Muestra.Datos, ["Icsoe__UrlPublica"] = $"http://127.0.0.1:{nuestro}" },
            nuestro,
            "/v1"
        );
        using var refine = ServidorHijo.Arrancar(
            "openrefine",
            ["-i", "127.0.0.1", "-p", $"{suyo}", "-d", Path.Combine(carpeta.FullName, "proyectos"), "-m", "256M"],
            [],
            suyo,
            "/command/core/get-version"
        );
        await PrepararseAsync($"http://127.0.0.1:{suyo}/preferences-bundle.js");
        var pasos = Paso().Matches(EnPuertos(await File.ReadAllTextAsync(Path.Combine(Fuente.Raiz, "docs", "openrefine.md"))));
        Assert.That(pasos, Has.Count.EqualTo(5));

        // In one session: each step goes on with what the one before left.
        var orden = string.Join($"\necho '{Corte}'\n", pasos.Select(paso => paso.Groups["orden"].Value));
        var salida = HerramientaExterna.Exito(
            HerramientaExterna.Ejecutar("bash", ["-uc", $"cd '{carpeta.FullName}'\nexport LC_ALL=C.UTF-8\n{orden}"]),
            "bash"
        );

        Assert.That(
            salida.Split($"{Corte}\n").Select(texto => texto.TrimEnd('\n')),
            Is.EqualTo(pasos.Select(paso => paso.Groups["sale"].Value.TrimEnd('\n')))
        );
        carpeta.Delete(recursive: true);

        // It answers orders before it knows its formats and services; this script is the last thing that it gets ready.
        static async Task PrepararseAsync(string ultimo)
        {
            using var cliente = new HttpClient();
            for (var vez = 0; vez < 300; vez++, await Task.Delay(200))
            {
                if ((await cliente.GetByteArrayAsync(ultimo)).Length > 0)
                    return;
            }
            Assert.Fail("OpenRefine no terminó de arrancar.");
        }

        string EnPuertos(string documento) => documento.Replace(":5080", $":{nuestro}").Replace(":3333", $":{suyo}");
    }
}
