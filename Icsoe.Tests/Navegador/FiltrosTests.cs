using Icsoe.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>What narrows a search: facets, filters and their chips.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class FiltrosTests
{
    [Test]
    public async Task Cada_faceta_trae_las_cuentas_de_la_API()
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.IrAsync("/buscar?q=servicios");
        await Expect(ventana.Pagina.Locator("#cuantos")).ToHaveTextAsync("30 contratos");
        using var cliente = new HttpClient { BaseAddress = new(Chromium.Raiz) };
        var facetas = (await cliente.Json("/v1/contratos?q=servicios&incluir=facetas&limite=1"))["facetas"]!.AsObject();
        var esperadas = facetas.SelectMany(faceta =>
            faceta.Value!.AsArray().Select(una => $"{faceta.Key}={una!["valor"]}: {una["conteo"]!["valor"]}")
        );

        var vistas = await ventana
            .Pagina.Locator("#facetas .opcion")
            .EvaluateAllAsync<string[]>(
                "opciones => opciones.map(una => `${una.querySelector('input').name}=${una.querySelector('input').value}: ${una.querySelector('.cuanto').textContent}`)"
            );

        Assert.That(vistas, Is.EquivalentTo(esperadas).And.Not.Empty);
    }

    [Test]
    public async Task El_foco_no_se_pierde_al_poner_ni_al_quitar()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?q=servicios");
        var faceta = pagina.GetByRole(AriaRole.Checkbox, new() { Name = "Con Información Inconsistente" });
        var cuantos = pagina.Locator("#cuantos");
        await faceta.FocusAsync();
        await pagina.Keyboard.PressAsync("Space");
        await Expect(cuantos).ToHaveTextAsync("2 contratos");
        await Expect(faceta).ToBeFocusedAsync();

        await pagina.GetByRole(AriaRole.Button, new() { Name = "Quitar Con Información Inconsistente" }).PressAsync("Enter");
        await Expect(cuantos).ToHaveTextAsync("30 contratos");
        await Expect(cuantos).ToBeFocusedAsync();

        await ventana.IrAsync("/buscar?q=jardinreia");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "jardinería" }).PressAsync("Enter");
        await Expect(cuantos).Not.ToHaveTextAsync("Ningún contrato");
        await Expect(cuantos).ToBeFocusedAsync();
    }

    [Test]
    public async Task Lo_que_se_esta_escribiendo_y_lo_ya_buscado_se_respetan()
    {
        await using var ventana = await Chromium.VentanaAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar");
        var cuantos = pagina.Locator("#cuantos");
        await Expect(cuantos).ToHaveTextAsync("196 contratos");
        await Expect(pagina.Locator("#orden option").First).ToHaveTextAsync("Orden del listado");
        var antes = await pagina.EvaluateAsync<int>("history.length");

        // The same search again is no other place in history.
        await pagina.Locator("#q").FillAsync("servicios");
        await pagina.Keyboard.PressAsync("Enter");
        await Expect(cuantos).ToHaveTextAsync("30 contratos");
        await Expect(pagina.Locator("#orden option").First).ToHaveTextAsync("El más parecido");
        await pagina.Locator("#copiar").ClickAsync();
        await Expect(pagina.Locator("#copiado")).ToHaveTextAsync("Copiado.");
        await pagina.Locator("#q").PressAsync("Enter");
        await Expect(pagina.Locator("#copiado")).ToBeEmptyAsync();
        Assert.That(await pagina.EvaluateAsync<int>("history.length"), Is.EqualTo(antes + 1));

        // What is being written outlives another filter, and goes when the address says something else.
        await pagina.GetByText("Más filtros").ClickAsync();
        await pagina.Locator("#contratante").FillAsync("hospital");
        await pagina.GetByRole(AriaRole.Checkbox, new() { Name = "Persona moral" }).First.CheckAsync();
        await Expect(cuantos).ToHaveTextAsync("23 contratos");
        await Expect(pagina.Locator("#contratante")).ToHaveValueAsync("hospital");
        await pagina.Locator("#contratante").PressAsync("Enter");
        await Expect(pagina).ToHaveURLAsync($"{Chromium.Raiz}/buscar?q=servicios&tipo_persona_contratista=moral&contratante=hospital");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Quitar Cliente: hospital" }).ClickAsync();
        await Expect(pagina.Locator("#contratante")).ToHaveValueAsync("");
    }

    [Test]
    public async Task Se_puede_filtrar_por_todo_lo_que_filtra_la_API_y_lo_que_sirve_a_ambos_pasa_al_otro()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        using var cliente = new HttpClient { BaseAddress = new(Chromium.Raiz) };
        var documento = await cliente.Json("/openapi.json");
        var deContratos = Filtros(documento, "contratos");
        var deInformativas = Filtros(documento, "informativas");
        Assert.That(deContratos, Is.SupersetOf(new[] { "q", "cuatrimestre", "sin" }));

        foreach (
            var (ruta, propios, otro, ajenos) in new[]
            {
                ("/buscar?", deContratos, "informativas", deInformativas),
                ("/buscar?ver=informativas&", deInformativas, "contratos", deContratos),
            }
        )
        {
            var pedidos = await PedidosAsync(pagina, () => ventana.IrAsync(ruta + string.Join('&', propios.Select(uno => $"{uno}=x"))));
            Assert.That(pedidos, Is.EquivalentTo(propios));
            var fichas = await pagina.Locator("#puestos button").AllTextContentsAsync();
            Assert.That(fichas, Has.Count.EqualTo(propios.Count - 1).And.None.Contains("_"));

            pedidos = await PedidosAsync(pagina, () => pagina.Locator("#ver").SelectOptionAsync(otro));
            Assert.That(pedidos, Is.EquivalentTo(propios.Intersect(ajenos)));
            // Nor is anything offered to be filled in that it does not take.
            var campos = await pagina
                .Locator("#forma-filtros input:enabled")
                .EvaluateAllAsync<string[]>("campos => campos.filter(campo => !campo.closest('[hidden]')).map(campo => campo.name)");
            Assert.That(campos, Is.SubsetOf(ajenos).And.Not.Empty);
        }
    }

    private static async Task<IReadOnlyList<string>> PedidosAsync(IPage pagina, Func<Task> hacer)
    {
        var peticion = await pagina.RunAndWaitForRequestAsync(
            hacer,
            peticion => peticion.Url.Contains("incluir=", StringComparison.Ordinal)
        );
        await Expect(pagina.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        return
        [
            .. new Uri(peticion.Url)
                .Query[1..]
                .Split('&')
                .Select(par => par.Split('=')[0])
                .Where(nombre => nombre is not ("incluir" or "limite")),
        ];
    }

    private static IReadOnlyList<string> Filtros(System.Text.Json.Nodes.JsonNode documento, string que) =>
        [
            .. documento["paths"]![$"/v1/{que}"]!["get"]!["parameters"]!
                .AsArray()
                .Select(parametro => (string)Resuelto(documento, parametro!)["name"]!)
                .Where(nombre => nombre is not ("orden" or "incluir" or "limite" or "cursor")),
        ];

    private static System.Text.Json.Nodes.JsonNode Resuelto(
        System.Text.Json.Nodes.JsonNode documento,
        System.Text.Json.Nodes.JsonNode parametro
    ) => (string?)parametro["$ref"] is { } referencia ? documento["components"]!["parameters"]![referencia.Split('/')[^1]]! : parametro;
}
