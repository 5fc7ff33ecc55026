using System.Text;
using System.Text.Json.Nodes;
using Icsoe.Api.Catalogo;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Partes;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Microsoft.AspNetCore.WebUtilities;

namespace Icsoe.Api.Reconciliacion;

/// <summary>
/// <c>/v1/reconciliacion</c>: the Reconciliation Service API 0.2 of the W3C's Entity Reconciliation Community Group, with which OpenRefine and others match a column of
/// names against ours. Its words, in English, are the standard's.
/// </summary>
public static class ReconciliacionEndpoints
{
    public const string Ruta = "/v1/reconciliacion";

    /// <summary>Where the pages are that others show inside theirs.</summary>
    public const string RutaDeVistas = Ruta + "/vista";

    private const int BytesMaximos = 1 << 20;
    private const int LargoPorDireccion = 32 * 1024;

    /// <summary>What the description of each of its reads begins with.</summary>
    internal const string Comun =
        "Reconciliation Service API 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/), para OpenRefine y otros "
        + "programas: en ellos se agrega esta dirección como servicio. ";

    private static readonly Parametro<string> Consultas = Json(
        "queries",
        $"Lote de consultas, en JSON: a lo más {Manifiesto.LoteMaximo}, cada una con su nombre.",
        """{"q0":{"query":"servicios ejemplo del bajio sa de cv","type":"contratista","limit":3}}"""
    );

    private static readonly Parametro<string> Extender = Json(
        "extend",
        "Claves y propiedades que se les agregan, en JSON.",
        """{"ids":["k3v7q2m5x4a6b"],"properties":[{"id":"periodos"},{"id":"contratos","settings":{"limite":5}}]}"""
    );

    private static readonly Parametro<string> Clave = TablaDeParametros.ParteClave.Como(
        "clave",
        "Clave de búsqueda, que es el identificador de las entidades. Sus homónimos la comparten."
    );

    private static readonly TipoDeProblema[] DelJson =
    [
        CatalogoDeProblemas.JsonInvalido,
        CatalogoDeProblemas.ParametrosExcluyentes,
        CatalogoDeProblemas.ParametroDesconocido,
        .. CuerpoJson.Problemas,
        CatalogoDeProblemas.CuerpoDemasiadoGrande,
        CatalogoDeProblemas.ConsultaDemasiadoAmplia,
    ];

    public static void MapReconciliacion(this IEndpointRouteBuilder rutas)
    {
        rutas.MapPregunta(
            Ruta,
            new("ConsultarServicioDeReconciliacion", "El servicio de reconciliación: qué ofrece; o la respuesta a un lote.")
            {
                Seccion = Secciones.Partes,
                Descripcion =
                    Comun
                    + "Sin parámetros, el manifiesto del servicio; con `queries`, a quién puede corresponder cada nombre; con `extend`, lo que de cada clave "
                    + "dicen los listados. Se acepta solo (`match`) el nombre que se escribe igual, salvo acentos, signos y forma del sufijo, y que nadie más "
                    + "tiene; un homónimo nunca. Con `publicacion` en la dirección del servicio, se lee como estaba en ella.",
                Respuesta = typeof(JsonObject),
                Ejemplo = Manifiesto.Ejemplo,
                ToleraOtros = true,
                DeConsulta = [Consultas, Extender, TablaDeParametros.Publicacion],
                Problemas = [.. DelJson, CatalogoDeProblemas.DemasiadasSolicitudes],
            },
            peticion =>
            {
                var (consultas, extender) = (peticion.Valores.Uno(Consultas), peticion.Valores.Uno(Extender));
                return consultas is null && extender is null
                    ? EnJson(peticion, Manifiesto.De(peticion))
                    : Responder(peticion, consultas, extender);
            }
        );
        rutas.MapEnvio(
            Ruta,
            new("Reconciliar", "A quién puede corresponder cada nombre de un lote, o qué dicen de cada clave los listados.")
            {
                Seccion = Secciones.Partes,
                Descripcion = Comun + "El formulario lleva `queries` o `extend`, en JSON. Lo enviado no se guarda ni se registra.",
                Respuesta = typeof(JsonObject),
                Ejemplo = Reconciliador.Ejemplo,
                ToleraOtros = true,
                DeConsulta = [TablaDeParametros.Publicacion],
                Cuerpo = new(BytesMaximos, [Formulario.MedioSinArchivo])
                {
                    Tipo = null,
                    Ejemplo = Consultas.Ejemplo,
                    Campos = [Consultas, Extender],
                },
                Problemas = DelJson,
            },
            (peticion, envio) =>
            {
                var campos = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(envio.Bytes.Span));
                var (consultas, extender) = (campos.GetValueOrDefault("queries"), campos.GetValueOrDefault("extend"));
                return consultas.Count > 1 || extender.Count > 1
                    ? Problema.De(CatalogoDeProblemas.ParametroRepetido)
                    : Responder(peticion, (string?)consultas, (string?)extender);
            }
        );
        SugerenciasDeReconciliacion.Map(rutas);
        MapVistas(rutas);
    }

    private static void MapVistas(IEndpointRouteBuilder rutas)
    {
        TipoDeProblema[] ausentes = [CatalogoDeProblemas.ParteInexistente, CatalogoDeProblemas.ParteRetirada];
        rutas.MapLectura(
            RutaDeVistas + "/{clave}",
            new("VerEntidad", "Un nombre en pocas palabras, en una página para mostrarse dentro de otra.")
            {
                Seccion = Secciones.Partes,
                Descripcion = Comun + "La dirección de este recurso va en el manifiesto del servicio.",
                Respuesta = typeof(string),
                TipoDeContenido = "text/html",
                Ejemplo = "<!doctype html>\n<html lang=\"es-MX\">…</html>\n",
                ToleraOtros = true,
                DeRuta = [Clave],
                DeConsulta = [TablaDeParametros.Publicacion],
                Problemas = ausentes,
            },
            peticion =>
                Con(
                    peticion,
                    ficha => peticion.Documento(Encoding.UTF8.GetBytes(VistaPrevia.Pagina(peticion, ficha)), "text/html; charset=utf-8")
                )
        );
        rutas.MapLectura(
            Ruta + "/ficha/{clave}",
            new("ConsultarFicha", "Un nombre en pocas palabras, en HTML dentro de JSON.")
            {
                Seccion = Secciones.Partes,
                Descripcion = Comun + "La dirección de este recurso va en el manifiesto del servicio.",
                Respuesta = typeof(JsonObject),
                Ejemplo = """{"id":"k3v7q2m5x4a6b","html":"<h1>SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.</h1>"}""",
                ToleraOtros = true,
                DeRuta = [Clave],
                DeConsulta = [TablaDeParametros.Publicacion],
                Problemas = ausentes,
            },
            peticion =>
                Con(peticion, ficha => EnJson(peticion, new() { ["id"] = ficha.Clave, ["html"] = VistaPrevia.Fragmento(peticion, ficha) }))
        );
    }

    private static IResult Responder(Peticion peticion, string? consultas, string? extender)
    {
        if (consultas is null == extender is null)
            return UnoSolo(ninguno: consultas is null);
        if (consultas is not null)
        {
            var (lote, problema) = ConsultaDeReconciliacion.Leer(Encoding.UTF8.GetBytes(consultas), peticion.Hoy);
            return problema is not null ? problema : SinGuardar(Reconciliador.Responder(peticion, lote!));
        }
        var (extension, error) = Extension.Leer(Encoding.UTF8.GetBytes(extender!), peticion.Hoy);
        return error is not null ? error : SinGuardar(extension!.Responder(peticion));
    }

    private static Problema UnoSolo(bool ninguno)
    {
        var tipo = ninguno ? CatalogoDeProblemas.ParametroFaltante : CatalogoDeProblemas.ParametrosExcluyentes;
        var detalle = new Texto(
            "Se envía «queries» o «extend», uno solo de los dos.",
            "Either `queries` or `extend` is sent, only one of both."
        );
        return new(tipo, detalle) { Errores = [new(tipo, "queries", Valor: null, detalle)] };
    }

    private static IResult Con(Peticion peticion, Func<FichaDeParte, IResult> responder)
    {
        var clave = peticion.DeRuta("clave");
        return PartesEndpoints.Buscar(peticion, clave) is { } ficha ? responder(ficha) : PartesEndpoints.NoEsta(peticion, clave);
    }

    /// <summary>What somebody asks about is theirs, by whichever method they ask: nobody keeps it.</summary>
    private static RespuestaJson SinGuardar(JsonObject json) => new(Documentos.Escribir(json), Vigencia.Ninguna);

    /// <summary>A read in JSON.</summary>
    internal static RespuestaJson EnJson(Peticion peticion, JsonObject json) =>
        peticion.Documento(Documentos.Escribir(json), Operacion.Json);

    private static Parametro<string> Json(string nombre, string descripcion, string ejemplo) =>
        Texto(nombre, descripcion, ejemplo) with
        {
            Largo = LargoPorDireccion,
        };

    /// <summary>A text that is taken as it comes.</summary>
    internal static Parametro<string> Texto(string nombre, string descripcion, string ejemplo) =>
        new()
        {
            Nombre = nombre,
            Descripcion = descripcion,
            Ejemplo = ejemplo,
            Lector = (string texto, DateOnly _, out Fallo? fallo) =>
            {
                fallo = null;
                return texto;
            },
        };
}
