using System.Text.Json.Serialization.Metadata;
using Icsoe.Api.Parametros;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Peticiones;

/// <summary>Answers a page of rows with what goes around it: counts, facets, and where else to look when there are none.</summary>
public static class Filas
{
    /// <summary>Answers rows, each described.</summary>
    public static RespuestaJson Responder<TFila, TRespuesta>(
        Peticion peticion,
        Consulta consulta,
        Entidad entidad,
        Pagina<TFila> pagina,
        Func<TFila, TRespuesta> describir,
        Func<TFila, Lista> listaDe,
        JsonTypeInfo<ColeccionDeFilas<TRespuesta>> tipo
    ) =>
        Responder(
            peticion,
            consulta,
            entidad,
            new Pagina<TRespuesta>([.. pagina.Filas.Select(describir)], pagina.Siguiente, pagina.Recuento),
            pagina.Filas.Any(fila => listaDe(fila) == Lista.Inconsistente),
            tipo
        );

    /// <summary>Answers rows described already.</summary>
    /// <param name="informativas">Address of the filings of the same scope; null when an empty answer does not send anyone there.</param>
    public static RespuestaJson Responder<T>(
        Peticion peticion,
        Consulta consulta,
        Entidad entidad,
        Pagina<T> pagina,
        bool hayInconsistentes,
        JsonTypeInfo<ColeccionDeFilas<T>> tipo,
        string? informativas = null
    )
    {
        var recuento = pagina.Recuento;
        var vacia = pagina.Filas.Count == 0 && peticion.Cursor is null && peticion.Publicacion is not null;
        var siguiente = peticion.CursorTras(pagina.Siguiente);
        return peticion.Sobre(
            new ColeccionDeFilas<T>
            {
                Datos = pagina.Filas,
                Siguiente = siguiente?.ToString(),
                Publicacion = peticion.Publicacion?.Id.ToString(),
                Permanente = peticion.Permanente,
                Conteo = recuento is not null && Pide(peticion, Inclusion.Conteo) ? ConteoResponse.From(recuento.Total) : null,
                Facetas = recuento?.Facetas is { } facetas ? FacetasResponse.From(facetas, recuento.Total.Exacto) : null,
                QuizaQuisoDecir = vacia ? QuizaQuisoDecir(peticion, consulta, entidad) : [],
                InformativasSinContratos = vacia && informativas is not null ? SinContratos(peticion, consulta, informativas) : null,
                AvisoHomonimia = NombraPartes(consulta) ? Textos.AvisoHomonimia : null,
            },
            tipo,
            siguiente,
            Filtros.ListasDe(consulta),
            hayInconsistentes
        );
    }

    private static bool Pide(Peticion peticion, Inclusion inclusion) =>
        peticion.Valores.Todos(TablaDeParametros.Incluir).Contains(inclusion);

    private static bool NombraPartes(Consulta consulta) =>
        consulta is not { Q: [], Contratistas: [], Contratantes: [], ClavesDeContratista: [], ClavesDeContratante: [], ClavesDeParte: [] };

    private static IReadOnlyList<CorreccionResponse> QuizaQuisoDecir(Peticion peticion, Consulta consulta, Entidad entidad)
    {
        if (consulta.Aproximar || consulta is { Q: [], Contratistas: [], Contratantes: [], Servicios: [] })
            return [];
        return Aparte<IReadOnlyList<CorreccionResponse>>(
            [],
            () =>
                [
                    .. peticion
                        .Almacen.QuizaQuisoDecir(consulta, entidad, peticion.Aborto)
                        .Select(par => new CorreccionResponse { Parametro = par.Parametro, Valor = par.Valor }),
                ]
        );
    }

    /// <summary>A contract query that finds nothing may be about somebody who filed that there were no contracts.</summary>
    private static InformativasSinContratosResponse? SinContratos(Peticion peticion, Consulta consulta, string ruta)
    {
        if (consulta is { Q: [], Contratistas: [], ClavesDeContratista: [], ClavesDeParte: [] })
            return null;
        var otra = new Consulta
        {
            Secuencia = consulta.Secuencia,
            Limite = 1,
            Listas = consulta.Listas,
            Periodos = consulta.Periodos,
            Ejercicios = consulta.Ejercicios,
            Cuatrimestres = consulta.Cuatrimestres,
            Q = consulta.Q,
            Contratistas = consulta.Contratistas,
            ClavesDeContratista = consulta.ClavesDeContratista,
            ClavesDeParte = consulta.ClavesDeParte,
            ConContratos = false,
            Aproximar = consulta.Aproximar,
        };
        var conteo = Aparte(default, () => peticion.Almacen.Contar(otra, Entidad.Informativa, conFacetas: false, peticion.Aborto).Total);
        return conteo.Valor == 0 ? null : new() { Conteo = ConteoResponse.From(conteo), Url = $"{ruta}?{Parametros(peticion, otra)}" };
    }

    // Values that the request gave as parameters; those that its path bound are in the other's path too, save for the clave.
    private static string Parametros(Peticion peticion, Consulta consulta)
    {
        IEnumerable<(string Nombre, string Valor)> pares =
        [
            .. peticion.Valores.Canonicos(JuegosDeParametros.DeListado.Contains),
            .. consulta.Q.Select(valor => (TablaDeParametros.Q.Nombre, valor)),
            .. consulta.Contratistas.Select(valor => (TablaDeParametros.Contratista.Nombre, valor)),
            .. consulta.ClavesDeContratista.Select(valor => (TablaDeParametros.ContratistaClave.Nombre, valor)),
            .. consulta.ClavesDeParte.Select(valor => (TablaDeParametros.ParteClave.Nombre, valor)),
            (TablaDeParametros.ConContratos.Nombre, "no"),
        ];
        if (consulta.Aproximar)
            pares = pares.Append((TablaDeParametros.Aproximar.Nombre, TablaDeParametros.Si));
        if (peticion.PublicacionNombrada is { } publicacion)
            pares = pares.Append((TablaDeParametros.Publicacion.Nombre, publicacion));
        return string.Join('&', pares.Distinct().Select(par => $"{par.Nombre}={Uri.EscapeDataString(par.Valor)}"));
    }

    /// <summary>Something told beside the answer: it is left out rather than spoil it when it would cost too much.</summary>
    public static T Aparte<T>(T siCuestaMucho, Func<T> pregunta)
    {
        try
        {
            return pregunta();
        }
        catch (ConsultaDemasiadoAmpliaException)
        {
            return siCuestaMucho;
        }
    }
}
