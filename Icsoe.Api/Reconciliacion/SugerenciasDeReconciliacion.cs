using System.Text.Json.Nodes;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Partes;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Reconciliacion;

/// <summary>What completes what somebody is writing in a client of the service (Reconciliation Service API 0.2, «Suggest Services»).</summary>
internal static class SugerenciasDeReconciliacion
{
    private const int SugerenciasPorPagina = 10;
    private const int SugerenciasMaximas = 500;

    private static readonly Parametro<string> Prefijo = ReconciliacionEndpoints.Texto("prefix", "Lo que se lleva escrito.", "serv");

    private static readonly Parametro<string> TipoPedido = ReconciliacionEndpoints.Texto(
        "type",
        "Tipo de las entidades; todas tienen las mismas propiedades.",
        "contratista"
    );

    private static readonly Parametro<int> Saltar = new()
    {
        Nombre = "cursor",
        Descripcion = $"Cuántas sugerencias se saltan, hasta {SugerenciasMaximas}.",
        Ejemplo = "10",
        Clase = ClaseDeValor.Entero,
        Minimo = 0,
        Maximo = SugerenciasMaximas,
        Lector = Lectores.Entero(0, _ => SugerenciasMaximas),
    };

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder rutas)
    {
        Una(
            "/entidades",
            "SugerirEntidades",
            "Nombres que completan lo que se lleva escrito.",
            [Prefijo, Saltar, TablaDeParametros.Publicacion],
            Entidades
        );
        Una(
            "/propiedades",
            "SugerirPropiedades",
            "Propiedades con que se acota una consulta.",
            [Prefijo, Saltar],
            peticion => Sugeridas(peticion, Filtro.Todos.Select(filtro => (filtro.Id, filtro.Nombre, filtro.Descripcion)))
        );
        Una(
            "/tipos",
            "SugerirTipos",
            "Tipos de las entidades.",
            [Prefijo, Saltar],
            peticion => Sugeridas(peticion, Tipo.Todos.Select(tipo => (tipo.Id, tipo.Nombre, tipo.Descripcion)))
        );
        Una(
            "/propuestas",
            "ProponerPropiedades",
            "Propiedades que se pueden agregar a los renglones.",
            [TipoPedido],
            peticion => new JsonObject
            {
                ["type"] = peticion.Valores.Uno(TipoPedido) ?? Tipo.Parte.Id,
                ["properties"] = new JsonArray([
                    .. Propiedad.Todas.Select(propiedad => new JsonObject { ["id"] = propiedad.Id, ["name"] = propiedad.Nombre }),
                ]),
            }
        );

        void Una(string camino, string nombre, string resumen, Parametro[] parametros, Func<Peticion, JsonObject> responder) =>
            rutas.MapLectura(
                ReconciliacionEndpoints.Ruta + camino,
                new(nombre, resumen)
                {
                    Seccion = Secciones.Partes,
                    Descripcion = ReconciliacionEndpoints.Comun + "La dirección de este recurso va en el manifiesto del servicio.",
                    Respuesta = typeof(JsonObject),
                    Ejemplo =
                        camino == "/propuestas"
                            ? """{"type":"parte","properties":[{"id":"contratos","name":"Contratos"}]}"""
                            : """{"result":[{"id":"contratista","name":"Contratista","description":"Presta servicios u obras especializados."}]}""",
                    ToleraOtros = true,
                    DeConsulta = parametros,
                    Problemas = [CatalogoDeProblemas.ConsultaDemasiadoAmplia],
                },
                peticion => ReconciliacionEndpoints.EnJson(peticion, responder(peticion))
            );
    }

    private static JsonObject Entidades(Peticion peticion)
    {
        var (prefijo, saltar) = (peticion.Valores.Uno(Prefijo), peticion.Valores.Valor(Saltar) ?? 0);
        if (string.IsNullOrWhiteSpace(prefijo))
            return Resultado([]);
        var clave = prefijo.Trim();
        if (PartesEndpoints.Buscar(peticion, clave) is { } suya)
            return Resultado([Entidad(suya)]);
        var sugerencias = peticion.Almacen.Sugerencias(
            new()
            {
                Secuencia = peticion.Secuencia,
                Limite = saltar + SugerenciasPorPagina,
                Q = prefijo,
                Roles = Enum.GetValues<Rol>(),
            },
            peticion.Aborto
        );
        return Resultado(
            sugerencias
                .Skip(saltar)
                .Select(sugerencia => peticion.Almacen.Parte(sugerencia.Clave!, peticion.Secuencia, peticion.Aborto))
                .OfType<FichaDeParte>()
                .Select(Entidad)
        );
    }

    private static JsonObject Entidad(FichaDeParte ficha) =>
        new()
        {
            ["id"] = ficha.Clave,
            ["name"] = ficha.Nombre,
            ["description"] = VistaPrevia.EnUnaLinea(ficha),
            ["notable"] = new JsonArray([.. Tipo.De(ficha).Select(tipo => tipo.EnJson())]),
        };

    private static JsonObject Sugeridas(Peticion peticion, IEnumerable<(string Id, string Nombre, string Descripcion)> todas)
    {
        var prefijo = Plegado.Plegar(peticion.Valores.Uno(Prefijo) ?? "");
        return Resultado(
            todas
                .Where(una =>
                    Plegado.Plegar(una.Nombre).StartsWith(prefijo, StringComparison.Ordinal)
                    || Plegado.Plegar(una.Id).StartsWith(prefijo, StringComparison.Ordinal)
                )
                .Skip(peticion.Valores.Valor(Saltar) ?? 0)
                .Select(una => new JsonObject
                {
                    ["id"] = una.Id,
                    ["name"] = una.Nombre,
                    ["description"] = una.Descripcion,
                })
        );
    }

    private static JsonObject Resultado(IEnumerable<JsonObject> elementos) => new() { ["result"] = new JsonArray([.. elementos]) };
}
