using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Navegador;

/// <summary>The page's own words have one for everything the API may say.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class VocabularioTests
{
    [Test]
    public async Task Cada_codigo_tiene_nombre_y_los_de_la_guia_su_ayuda()
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.IrAsync("/buscar");
        var dichos = await ventana.Pagina.EvaluateAsync<string[]>(
            """
            async () => {
                const { etiquetas, seSolventa } = await import(document.querySelector("link[href$='/base/formato.js']").href);
                return etiquetas("inconsistencia").map(([codigo, nombre]) => `${codigo} ${nombre.length > 0} ${seSolventa(codigo)}`);
            }
            """
        );
        var conAyuda = Inconsistencia.Catalogo.Select(una => una.Codigo).ToHashSet();
        Assert.That(
            dichos,
            Is.EqualTo(Codigos.Todos.Select(codigo => $"{codigo.Valor()} true {(conAyuda.Contains(codigo) ? "true" : "false")}"))
        );
    }
}
