using Icsoe.Tests.Comandos;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Sellado;

/// <summary>The same inputs give the same store wherever they are sealed: rows, ids, keys and digests.</summary>
[TestFixture, Parallelizable]
internal sealed class ReconstruccionTests
{
    [Test]
    public async Task En_otra_cultura_otra_zona_y_otro_directorio_sale_lo_mismo()
    {
        using var operador = new Operador();
        var libro = operador.Libro(Publico, Publico.Serie(30));
        var informativas = operador.Archivo(
            "informativas.ndjson",
            string.Concat(
                Enumerable
                    .Range(1, 30)
                    .Select(numero =>
                        Presentada.Numero(numero, 3) with
                        {
                            Ejercicio = 2023,
                            // Without offset it is Mexico City time, whatever the machine's; at the edge of the corte it would show.
                            FechaPresentacion = numero % 2 == 0 ? "2023-05-31T23:30:00" : "2023-06-01T00:30:00",
                            ContratosDeclarados = numero % 5,
                        }
                    )
                    .Select(presentada => $"{presentada.EnJson()}\n")
            )
        );

        await SellarAsync(operador, "aqui", operador.Ruta(), [], libro, informativas);
        await SellarAsync(
            operador,
            "alla",
            Path.GetTempPath(),
            [
                ("TZ", "Pacific/Kiritimati"),
                ("LANG", "tr_TR.UTF-8"),
                ("LC_ALL", "tr_TR.UTF-8"),
                ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0"),
            ],
            libro,
            informativas
        );

        var (aqui, alla) = (Fotografia.De(operador.Ruta("aqui")), Fotografia.De(operador.Ruta("alla")));
        Assert.That(
            aqui.Count(linea => linea.Length == 64),
            Is.EqualTo(20),
            "Un libro del IMSS y dos nuestros, con sus formatos; y los de todo el almacén, dos veces."
        );
        Assert.That(alla, Is.EqualTo(aqui));
    }

    private static async Task SellarAsync(
        Operador operador,
        string nombre,
        string directorio,
        (string, string)[] ambiente,
        string libro,
        string informativas
    )
    {
        var datos = operador.Ruta(nombre);
        // A relative path, as a person writes it.
        var relativo = Path.GetRelativePath(directorio, datos);
        await Task.Run(() =>
        {
            Proceso.Lograr(directorio, ambiente, "importar", libro, "--publicacion", "2023-05", "--datos", relativo);
            Proceso.Lograr(directorio, ambiente, "importar", informativas, "--datos", relativo);
            Proceso.Lograr(directorio, ambiente, "publicar", "--publicacion", "2023-06", "--datos", relativo);
        });
    }
}
