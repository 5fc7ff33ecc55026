using System.Text.Json.Nodes;
using Icsoe.Api.Catalogo;
using Icsoe.Api.Inicio;
using Icsoe.Api.Peticiones;

namespace Icsoe.Api.Reconciliacion;

/// <summary>
/// What the service says of itself (Reconciliation Service API 0.2, «Service Manifest»). What needs absolute addresses is only offered by who
/// said which is theirs.
/// </summary>
public static class Manifiesto
{
    /// <summary>Queries, or entities to extend, of one request at most.</summary>
    public const int LoteMaximo = 100;

    /// <summary>Values of a property, unless more are asked for.</summary>
    public const int LimitePorOmision = 10;

    /// <summary>Values of a property at most.</summary>
    public const int LimiteMaximo = 1000;

    public const string Ejemplo = """
        {"versions":["0.1","0.2"],"name":"Contratistas y contratantes del ICSOE","identifierSpace":"https://ejemplo.mx/v1/partes/",
        "schemaSpace":"https://ejemplo.mx/v1/diccionario","defaultTypes":[{"id":"parte","name":"Parte"}],"batchSize":100}
        """;

    public static JsonObject De(Peticion peticion)
    {
        var edicion = Edicion.De(peticion);
        var (direcciones, ruta) = (edicion.Direcciones, ReconciliacionEndpoints.Ruta);
        var manifiesto = new JsonObject
        {
            ["versions"] = Documentos.Lista(["0.1", "0.2"]),
            ["name"] = "Contratistas y contratantes del ICSOE" + edicion.Marca,
            ["identifierSpace"] = direcciones.De("/v1/partes/"),
            ["schemaSpace"] = direcciones.De("/v1/diccionario"),
            ["defaultTypes"] = new JsonArray([.. Tipo.Todos.Select(tipo => tipo.EnJson())]),
            ["documentation"] = direcciones.De("/swagger"),
            ["serviceVersion"] = InicioEndpoints.Version,
            ["batchSize"] = LoteMaximo,
            ["extend"] = new JsonObject { ["property_settings"] = Ajustes() },
        };
        if (!direcciones.SonAbsolutas)
            return manifiesto;
        manifiesto["view"] = new JsonObject { ["url"] = direcciones.De("/v1/partes/{{id}}") };
        manifiesto["preview"] = new JsonObject
        {
            ["url"] = direcciones.De($"{ruta}/vista/{{{{id}}}}"),
            ["width"] = VistaPrevia.Ancho,
            ["height"] = VistaPrevia.Alto,
        };
        var entidades = Servicio("/entidades");
        entidades["flyout_service_path"] = "/ficha/${id}";
        manifiesto["suggest"] = new JsonObject
        {
            ["entity"] = entidades,
            ["property"] = Servicio("/propiedades"),
            ["type"] = Servicio("/tipos"),
        };
        manifiesto["extend"]!["propose_properties"] = Servicio("/propuestas");
        return manifiesto;

        JsonObject Servicio(string camino) => new() { ["service_url"] = direcciones.De(ruta), ["service_path"] = camino };
    }

    private static JsonArray Ajustes() =>
        [
            new JsonObject
            {
                ["name"] = Extension.AjusteDeLimite,
                ["label"] = "Cuántos valores",
                ["type"] = "number",
                ["default"] = LimitePorOmision,
                ["help_text"] = $"De contratos, contratantes y contratistas, a lo más tantos: de 1 a {LimiteMaximo}.",
            },
            new JsonObject
            {
                ["name"] = Extension.AjusteDePeriodo,
                ["label"] = "Periodo",
                ["type"] = "text",
                ["default"] = "",
                ["help_text"] = "Sólo contratos, contratantes y contratistas de ese año y cuatrimestre, como 2026-1. Vacío, de todos.",
            },
        ];
}
