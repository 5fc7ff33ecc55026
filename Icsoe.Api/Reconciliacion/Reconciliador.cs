using System.Text.Json.Nodes;
using Icsoe.Api.Parametros;
using Icsoe.Api.Partes;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Reconciliacion;

/// <summary>Answers a batch: whom each name may be of (Reconciliation Service API 0.2, «Reconciliation Query Responses»).</summary>
public static class Reconciliador
{
    public const string Ejemplo = """
        {"q0":{"result":[{"id":"k3v7q2m5x4a6b","name":"SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.",
        "description":"Persona moral · 12 contratos como contratista · 2025-1 a 2026-1","type":[{"id":"contratista","name":"Contratista"},
        {"id":"persona_moral","name":"Persona moral"}],"score":100,"features":[{"id":"puntaje","value":1}],"match":true}]}}
        """;

    /// <summary>The result of each query, by its id.</summary>
    public static JsonObject Responder(Peticion peticion, IReadOnlyList<ConsultaDeReconciliacion> lote)
    {
        var cotejos = peticion.Almacen.Cotejar(
            [
                .. lote.Select(consulta => new ConsultaDeCotejo
                {
                    Nombre = consulta.Nombre ?? "",
                    Secuencia = peticion.Secuencia,
                    Limite = consulta.Limite,
                    Roles = [.. consulta.Tipos.Select(tipo => tipo.Rol).OfType<Rol>()],
                    Tipos = [.. consulta.Tipos.Select(tipo => tipo.Persona).OfType<TipoPersona>(), .. consulta.Personas],
                    Periodos = consulta.Periodos,
                }),
            ],
            peticion.Aborto
        );
        return new(
            lote.Zip(
                cotejos,
                (consulta, cotejo) =>
                    KeyValuePair.Create<string, JsonNode?>(
                        consulta.Id,
                        new JsonObject { ["result"] = Candidatos(peticion, consulta, cotejo) }
                    )
            )
        );
    }

    private static JsonArray Candidatos(Peticion peticion, ConsultaDeReconciliacion consulta, Cotejo cotejo)
    {
        // Who writes an identifier means whom it identifies: that name.
        if (consulta.Nombre is { } nombre && PartesEndpoints.Buscar(peticion, nombre) is { } suya)
            return consulta.Admite(suya)
                ? [Candidato(suya.Nombre, suya, puntaje: 1, [], Tiene(peticion, consulta, suya), cierto: true)]
                : [];
        var candidatos = new JsonArray();
        foreach (var candidato in cotejo.Candidatos)
        {
            if (peticion.Almacen.Parte(candidato.Clave, peticion.Secuencia, peticion.Aborto) is { } ficha)
                candidatos.Add(
                    Candidato(
                        candidato.Nombre,
                        ficha,
                        candidato.Puntaje,
                        candidato.Motivos,
                        Tiene(peticion, consulta, ficha),
                        cotejo.Cierto
                    )
                );
        }
        return candidatos;
    }

    /// <summary>Whether it has contracts with those it should, in the periodos asked for; null when it need not have any.</summary>
    private static bool? Tiene(Peticion peticion, ConsultaDeReconciliacion consulta, FichaDeParte ficha) =>
        consulta.Contrapartes is []
            ? null
            : consulta.Contrapartes.All(contraparte =>
                peticion
                    .Almacen.Contar(
                        Entre(
                            new()
                            {
                                Secuencia = peticion.Secuencia,
                                Limite = 1,
                                Periodos = consulta.Periodos,
                            },
                            ficha.Clave,
                            contraparte.Rol,
                            contraparte.Quien
                        ),
                        Entidad.Contrato,
                        conFacetas: false,
                        peticion.Aborto
                    )
                    .Total.Valor > 0
            );

    /// <summary>The contracts of a party with another, who is that in them.</summary>
    private static Consulta Entre(Consulta filas, string clave, Rol rolDeLaOtra, string otra)
    {
        var porClave = LectoresDeBusqueda.EsClave(otra);
        return rolDeLaOtra == Rol.Contratante
            ? filas with
            {
                ClavesDeContratista = [clave],
                ClavesDeContratante = porClave ? [otra] : [],
                Contratantes = porClave ? [] : [otra],
            }
            : filas with
            {
                ClavesDeContratante = [clave],
                ClavesDeContratista = porClave ? [otra] : [],
                Contratistas = porClave ? [] : [otra],
            };
    }

    private static JsonObject Candidato(
        string nombre,
        FichaDeParte ficha,
        double puntaje,
        IReadOnlyList<Motivo> motivos,
        bool? conContraparte,
        bool cierto
    )
    {
        var rasgos = new JsonArray { Rasgo("puntaje", puntaje) };
        if (conContraparte is { } tiene)
            rasgos.Add(Rasgo("con_contraparte", tiene));
        foreach (var motivo in motivos)
            rasgos.Add(Rasgo(motivo.Valor(), true));
        return new()
        {
            ["id"] = ficha.Clave,
            ["name"] = nombre,
            ["description"] = VistaPrevia.EnUnaLinea(ficha),
            ["type"] = new JsonArray([.. Tipo.De(ficha).Select(tipo => tipo.EnJson())]),
            ["score"] = Math.Round(puntaje * 100, 2),
            ["features"] = rasgos,
            ["match"] = cierto && conContraparte != false,
        };
    }

    private static JsonObject Rasgo(string id, JsonNode valor) => new() { ["id"] = id, ["value"] = valor };
}
