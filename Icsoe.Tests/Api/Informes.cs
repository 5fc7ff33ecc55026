using System.Text.Json.Nodes;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Api;

/// <summary>Seals, and reads the quality report of what was sealed.</summary>
internal static class Informes
{
    public static async Task Importar(this Operador operador, string id, params string[] orden) =>
        await operador.LograrAsync(["importar", .. orden, "--publicacion", id]);

    public static async Task Recibir(this Operador operador, params Presentada[] presentadas) =>
        await operador.LograrAsync("importar", operador.Ndjson(presentadas.Select(presentada => presentada.EnJson())));

    public static async Task<JsonNode> Informe(this Operador operador, string id)
    {
        await using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();
        var respuesta = await cliente.GetAsync($"/v1/publicaciones/{id}/calidad");
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(200));
        return await respuesta.Leer();
    }

    /// <summary>A check of a report, by its code.</summary>
    public static JsonNode Comprobacion(JsonNode informe, string codigo) =>
        informe["comprobaciones"]!.AsArray().Single(una => (string?)una!["codigo"] == codigo)!;
}
