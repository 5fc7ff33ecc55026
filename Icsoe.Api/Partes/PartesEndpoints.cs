using Icsoe.Api.Configuracion;
using Icsoe.Api.Contratos;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Informativas;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Partes;

/// <summary><c>/v1/partes</c>: contratistas and contratantes by their name key, and who works for whom.</summary>
public static class PartesEndpoints
{
    private const string RutaDeUna = "/v1/partes/{clave}";

    private static readonly Parametro<string> Clave = TablaDeParametros.ParteClave.Como(
        "clave",
        "Clave de búsqueda, como la traen los contratos. Sus homónimos la comparten."
    );

    private static readonly TipoDeProblema[] Ausentes = [CatalogoDeProblemas.ParteInexistente, CatalogoDeProblemas.ParteRetirada];

    public static void MapPartes(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            "/v1/partes",
            new("ConsultarPartes", "Contratistas y contratantes por su nombre.")
            {
                Seccion = Secciones.Partes,
                Descripcion =
                    "Nombres, con todas las formas de escribirlos, que cumplen los filtros: primero los que se escriben igual que el texto "
                    + "buscado, y dentro de cada grupo en el orden de las claves. Un nombre no identifica a nadie.",
                Respuesta = typeof(ColeccionDePartes),
                DeConsulta =
                [
                    ParametrosDePartes.Nombre,
                    ParametrosDePartes.Rol,
                    ParametrosDePartes.TipoPersona,
                    TablaDeParametros.Periodo,
                    TablaDeParametros.Aproximar,
                    TablaDeParametros.Publicacion,
                    TablaDeParametros.Limite,
                    ParametrosDePartes.CursorDePartes,
                ],
                Problemas = [CatalogoDeProblemas.ConsultaDemasiadoAmplia],
            },
            Listar
        );
        rutas.MapLectura(
            RutaDeUna,
            new("ConsultarParte", "Un nombre: cómo se escribe, qué es y desde cuándo.")
            {
                Seccion = Secciones.Partes,
                Descripcion =
                    "Si la clave estuvo en los listados y dejó de estarlo, responde 410 y dice en qué publicación se vio por última vez.",
                Respuesta = typeof(ParteConsultadaResponse),
                DeRuta = [Clave],
                DeConsulta = [TablaDeParametros.Publicacion],
                Problemas = [.. Ausentes, CatalogoDeProblemas.ConsultaDemasiadoAmplia],
            },
            Una
        );
        rutas.MapLectura(
            $"{RutaDeUna}/contratos",
            new("ConsultarContratosDeUnaParte", "Contratos en los que aparece un nombre.")
            {
                Seccion = Secciones.Partes,
                Descripcion =
                    "Como contratista o como contratante, y con los mismos filtros que `/v1/contratos`. Los de todos sus homónimos van juntos.",
                Respuesta = typeof(ColeccionDeFilas<ContratoResponse>),
                DeRuta = [Clave],
                DeConsulta =
                [
                    .. JuegosDeParametros.DeListado,
                    // The path binds it.
                    .. JuegosDeParametros.DeContratos.Where(parametro => parametro != TablaDeParametros.ParteClave),
                    .. JuegosDeParametros.DeFilas,
                ],
                Problemas = [.. Ausentes, CatalogoDeProblemas.ConsultaDemasiadoAmplia],
            },
            Contratos
        );
        rutas.MapLectura(
            $"{RutaDeUna}/contrapartes",
            new("ConsultarContrapartes", "Con quién tiene contratos un nombre.")
            {
                Seccion = Secciones.Partes,
                Descripcion =
                    "Para quién trabaja y quién trabaja para él, con cuántos contratos y personas; primero quien más contratos tiene.",
                Respuesta = typeof(ColeccionConAviso<ContraparteResponse>),
                DeRuta = [Clave],
                DeConsulta =
                [
                    ParametrosDePartes.Rol with
                    {
                        Descripcion =
                            "Qué es la contraparte: `contratista`, quien le presta servicios, o `contratante`, a quien se los presta.",
                        Ejemplo = "contratante",
                    },
                    TablaDeParametros.Periodo,
                    TablaDeParametros.Publicacion,
                    TablaDeParametros.Limite,
                    ParametrosDePartes.CursorDeContrapartes,
                ],
                Problemas = [.. Ausentes, CatalogoDeProblemas.ConsultaDemasiadoAmplia],
            },
            Contrapartes
        );
        rutas.MapLectura(
            $"{RutaDeUna}/historia",
            new("ConsultarHistoriaDeUnaParte", "Las informativas de un contratista en un periodo, una tras otra.")
            {
                Seccion = Secciones.Partes,
                Descripcion =
                    "Cada informativa que se listó a ese nombre en el periodo, desde qué publicación y hasta cuál, y a cuál sustituyó. "
                    + "Las de todos sus homónimos van juntas.",
                Respuesta = typeof(ColeccionConAviso<PresentacionResponse>),
                DeRuta = [Clave],
                DeConsulta = [ParametrosDePartes.PeriodoDeHistoria, TablaDeParametros.Publicacion],
                Problemas = [.. Ausentes, CatalogoDeProblemas.ConsultaDemasiadoAmplia],
            },
            Historia
        );
    }

    private static RespuestaJson Listar(Peticion peticion)
    {
        var valores = peticion.Valores;
        var consulta = new ConsultaDePartes
        {
            Secuencia = peticion.Secuencia,
            Limite = peticion.Limite,
            DespuesDe = peticion.DespuesDe<MarcaDeParte>(),
            Q = valores.Uno(ParametrosDePartes.Nombre),
            Roles = valores.Todos(ParametrosDePartes.Rol),
            Tipos = valores.Todos(ParametrosDePartes.TipoPersona),
            Periodos = valores.Todos(TablaDeParametros.Periodo),
            Aproximar = valores.Tiene(TablaDeParametros.Aproximar),
        };
        var pagina = peticion.Almacen.Partes(consulta, peticion.Aborto);
        var siguiente = peticion.CursorTras(pagina.Siguiente);
        return peticion.Sobre(
            new ColeccionDePartes
            {
                Datos = [.. pagina.Filas.Select(ParteHalladaResponse.From)],
                Siguiente = siguiente?.ToString(),
                Publicacion = peticion.Publicacion?.Id.ToString(),
                Permanente = peticion.Permanente,
                QuizaQuisoDecir = pagina.Filas.Count == 0 && peticion.Cursor is null ? QuizaQuisoDecir(peticion, consulta) : [],
            },
            IcsoeJson.Actual.ColeccionDePartes,
            siguiente,
            Enum.GetValues<Lista>()
        );
    }

    private static IResult Una(Peticion peticion)
    {
        var clave = peticion.DeRuta("clave");
        return Buscar(peticion, clave) is { } ficha
            ? peticion.Recurso(
                ParteConsultadaResponse.From(ficha, peticion),
                IcsoeJson.Actual.ParteConsultadaResponse,
                Enum.GetValues<Lista>()
            )
            : NoEsta(peticion, clave);
    }

    private static IResult Contratos(Peticion peticion)
    {
        var clave = peticion.DeRuta("clave");
        if (!LectoresDeBusqueda.EsClave(clave))
            return NoEsta(peticion, clave);
        var consulta = Filtros.De(peticion) with { ClavesDeParte = [clave] };
        return ContratosEndpoints.Listar(
            peticion,
            consulta,
            InformativasEndpoints.Ruta,
            () => Falta(peticion, clave) ? NoEsta(peticion, clave) : null
        );
    }

    private static IResult Contrapartes(Peticion peticion)
    {
        var clave = peticion.DeRuta("clave");
        if (!LectoresDeBusqueda.EsClave(clave))
            return NoEsta(peticion, clave);
        var pagina = peticion.Almacen.Contrapartes(
            new()
            {
                Secuencia = peticion.Secuencia,
                Limite = peticion.Limite,
                DespuesDe = peticion.DespuesDe<MarcaDeContraparte>(),
                Clave = clave,
                Roles = peticion.Valores.Todos(ParametrosDePartes.Rol),
                Periodos = peticion.Valores.Todos(TablaDeParametros.Periodo),
            },
            peticion.Aborto
        );
        if (pagina.Filas.Count == 0 && Falta(peticion, clave))
            return NoEsta(peticion, clave);
        return ConAviso(
            peticion,
            [.. pagina.Filas.Select(ContraparteResponse.From)],
            IcsoeJson.Actual.Contrapartes,
            peticion.CursorTras(pagina.Siguiente)
        );
    }

    private static IResult Historia(Peticion peticion)
    {
        var clave = peticion.DeRuta("clave");
        if (!LectoresDeBusqueda.EsClave(clave))
            return NoEsta(peticion, clave);
        var periodo = peticion.Valores.Todos(ParametrosDePartes.PeriodoDeHistoria)[0];
        var presentaciones = peticion.Almacen.HistoriaDeParte(clave, periodo, peticion.Secuencia, peticion.Aborto);
        if (presentaciones.Count == 0 && Falta(peticion, clave))
            return NoEsta(peticion, clave);
        var publicaciones = peticion.Almacen.Publicaciones(peticion.Secuencia).ToDictionary(publicacion => publicacion.Secuencia);
        return ConAviso(
            peticion,
            [.. presentaciones.Select(presentacion => PresentacionResponse.From(presentacion, publicaciones))],
            IcsoeJson.Actual.Historia,
            noIndexar: presentaciones.Any(presentacion => presentacion.Informativa.Listado.Lista == Lista.Inconsistente)
        );
    }

    /// <summary>An answer about parties in its envelope.</summary>
    public static RespuestaJson ConAviso<T>(
        Peticion peticion,
        IReadOnlyList<T> datos,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<ColeccionConAviso<T>> tipo,
        Cursor? siguiente = null,
        bool noIndexar = false
    ) =>
        peticion.Sobre(
            new ColeccionConAviso<T>
            {
                Datos = datos,
                Siguiente = siguiente?.ToString(),
                Publicacion = peticion.Publicacion?.Id.ToString(),
                Permanente = peticion.Permanente,
            },
            tipo,
            siguiente,
            Enum.GetValues<Lista>(),
            noIndexar
        );

    // Of an empty first page: whether it is empty because nobody has that clave.
    private static bool Falta(Peticion peticion, string clave) =>
        peticion.Cursor is null && peticion.Almacen.Parte(clave, peticion.Secuencia, peticion.Aborto) is null;

    /// <summary>The party of what may be a clave; null when it is none, or nobody has it at the publication.</summary>
    public static FichaDeParte? Buscar(Peticion peticion, string texto) =>
        LectoresDeBusqueda.EsClave(texto) ? peticion.Almacen.Parte(texto, peticion.Secuencia, peticion.Aborto) : null;

    /// <summary>The problem of a clave that is not at the publication.</summary>
    public static Problema NoEsta(Peticion peticion, string clave) =>
        Ausencias.De(
            peticion,
            "clave",
            new("La clave", "The clave"),
            clave,
            LectoresDeBusqueda.EsClave(clave) && !peticion.Fijada ? peticion.Almacen.UltimaConParte(clave) : null,
            CatalogoDeProblemas.ParteInexistente,
            CatalogoDeProblemas.ParteRetirada
        );

    // Names are corrected by what is said of rows: those of the contratistas, unless only contratantes are asked for.
    private static IReadOnlyList<CorreccionResponse> QuizaQuisoDecir(Peticion peticion, ConsultaDePartes consulta)
    {
        if (consulta.Q is not { } texto || consulta.Aproximar || peticion.Publicacion is null)
            return [];
        var filas = new Consulta
        {
            Secuencia = consulta.Secuencia,
            Limite = consulta.Limite,
            Periodos = consulta.Periodos,
        };
        IEnumerable<(Rol Rol, Consulta Consulta, Entidad Entidad)> preguntas =
        [
            (Rol.Contratista, filas with { Contratistas = [texto], TiposDeContratista = consulta.Tipos }, Entidad.Informativa),
            (Rol.Contratante, filas with { Contratantes = [texto], TiposDeContratante = consulta.Tipos }, Entidad.Contrato),
        ];
        return
        [
            .. preguntas
                .Where(pregunta => consulta.Roles is [] || consulta.Roles.Contains(pregunta.Rol))
                .SelectMany(pregunta =>
                    Filas.Aparte([], () => peticion.Almacen.QuizaQuisoDecir(pregunta.Consulta, pregunta.Entidad, peticion.Aborto))
                )
                .Select(par => new CorreccionResponse { Parametro = ParametrosDePartes.Nombre.Nombre, Valor = par.Valor })
                .Distinct(),
        ];
    }
}
