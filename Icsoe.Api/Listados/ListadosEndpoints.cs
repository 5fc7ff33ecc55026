using Icsoe.Api.Configuracion;
using Icsoe.Api.Contratos;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Informativas;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Listados;

/// <summary><c>/v1/listados</c>: the guide's own screen, and the rows of each listado.</summary>
public static class ListadosEndpoints
{
    private const string RutaDeUno = "/v1/listados/{lista}/{ejercicio}/{cuatrimestre}";

    private static readonly Parametro[] DeRuta = [RutaDeListado.Lista, RutaDeListado.Ejercicio, RutaDeListado.Cuatrimestre];

    private static readonly TipoDeProblema[] Inexistentes =
    [
        CatalogoDeProblemas.ListaInexistente,
        CatalogoDeProblemas.EjercicioInexistente,
        CatalogoDeProblemas.CuatrimestreInexistente,
    ];

    public static void MapListados(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            "/v1/listados",
            new("ConsultarListados", "Listados de ambas listas, de 2021 al año en curso.")
            {
                Seccion = Secciones.Listados,
                Descripcion =
                    "Los tres cuatrimestres de cada ejercicio, publicados o pendientes, con sus archivos y el SHA-256 de cada uno.",
                Respuesta = typeof(Coleccion<ListadoResponse>),
                DeConsulta = [TablaDeParametros.Lista, TablaDeParametros.Ejercicio, TablaDeParametros.Publicacion],
            },
            Todos
        );
        rutas.MapLectura(
            "/v1/listados/{lista}",
            new("ConsultarListadosDeUnaLista", "Listados de una lista, de 2021 al año en curso.")
            {
                Seccion = Secciones.Listados,
                Descripcion = "Los tres cuatrimestres de cada ejercicio de esa lista, publicados o pendientes.",
                Respuesta = typeof(Coleccion<ListadoResponse>),
                DeRuta = DeRuta[..1],
                DeConsulta = [TablaDeParametros.Ejercicio, TablaDeParametros.Publicacion],
                Problemas = Inexistentes[..1],
            },
            DeUnaLista
        );
        rutas.MapLectura(
            "/v1/listados/{lista}/{ejercicio}",
            new("ConsultarListadosDeUnEjercicio", "Los tres cuatrimestres de un ejercicio.")
            {
                Seccion = Secciones.Listados,
                Descripcion =
                    "La pantalla de la guía: se elige un ejercicio y se ven sus tres cuatrimestres, publicados o pendientes, con el SHA-256 de cada archivo.",
                Respuesta = typeof(Coleccion<ListadoResponse>),
                DeRuta = DeRuta[..2],
                DeConsulta = [TablaDeParametros.Publicacion],
                Problemas = Inexistentes[..2],
            },
            DeUnEjercicio
        );
        rutas.MapLectura(
            RutaDeUno,
            new("ConsultarListado", "Un listado: lista, ejercicio y cuatrimestre.")
            {
                Seccion = Secciones.Listados,
                Descripcion = "Cuántos renglones tiene, desde cuándo su contenido es el que es, de dónde salió y sus archivos.",
                Respuesta = typeof(ListadoResponse),
                DeRuta = DeRuta,
                DeConsulta = [TablaDeParametros.Publicacion],
                Problemas = Inexistentes,
            },
            Uno
        );
        rutas.MapFilas(
            "contratos",
            "ConsultarContratosDeUnListado",
            "Contratos de un listado.",
            typeof(ColeccionDeFilas<ContratoResponse>),
            JuegosDeParametros.DeContratos,
            (peticion, consulta) => ContratosEndpoints.Listar(peticion, consulta, HermanaDe(peticion, "informativas"))
        );
        rutas.MapFilas(
            "informativas",
            "ConsultarInformativasDeUnListado",
            "Informativas de un listado.",
            typeof(ColeccionDeFilas<InformativaResponse>),
            JuegosDeParametros.DeInformativas,
            InformativasEndpoints.Listar
        );
        rutas.MapFilas(
            "renglones",
            "ConsultarRenglonesDeUnListado",
            "Renglones de un listado, con las columnas de los archivos.",
            typeof(ColeccionDeFilas<RenglonResponse>),
            JuegosDeParametros.DeContratos,
            ListarRenglones
        );
    }

    // Lista and periodo are bound by the path, so as parameters they are unknown.
    private static void MapFilas(
        this IEndpointRouteBuilder rutas,
        string recurso,
        string nombre,
        string resumen,
        Type respuesta,
        IReadOnlyList<Parametro> filtros,
        Func<Peticion, Consulta, RespuestaJson> listar
    ) =>
        rutas.MapLectura(
            $"{RutaDeUno}/{recurso}",
            new(nombre, resumen)
            {
                Seccion = Secciones.Listados,
                Descripcion =
                    "Por páginas y en el orden del listado o en el que pida `orden`. De uno pendiente, una colección vacía. "
                    + "Un filtro repetido equivale a «o»; los intervalos incluyen sus extremos.",
                Respuesta = respuesta,
                DeRuta = DeRuta,
                DeConsulta = [.. filtros, .. JuegosDeParametros.DeFilas],
                Problemas = [.. Inexistentes, CatalogoDeProblemas.ConsultaDemasiadoAmplia],
            },
            peticion =>
                RutaDeListado.Leer(peticion, out var listado) is { } problema
                    ? problema
                    : listar(peticion, Filtros.De(peticion) with { Listas = [listado.Lista], Periodos = [listado.Periodo] })
        );

    private static IResult Todos(Peticion peticion)
    {
        var pedidas = peticion.Valores.Todos(TablaDeParametros.Lista);
        return Coleccion(peticion, pedidas is [] ? Enum.GetValues<Lista>() : pedidas, Ejercicios(peticion));
    }

    private static IResult DeUnaLista(Peticion peticion) =>
        RutaDeListado.LeerLista(peticion, out var lista) is { } problema ? problema : Coleccion(peticion, [lista], Ejercicios(peticion));

    private static IResult DeUnEjercicio(Peticion peticion) =>
        (RutaDeListado.LeerLista(peticion, out var lista) ?? RutaDeListado.LeerEjercicio(peticion, out _)) is { } problema
            ? problema
            : Coleccion(peticion, [lista], [int.Parse(peticion.DeRuta("ejercicio"))]);

    private static IResult Uno(Peticion peticion)
    {
        if (RutaDeListado.Leer(peticion, out var listado) is { } problema)
            return problema;
        var estado = peticion.Almacen.Listados(peticion.Secuencia).FirstOrDefault(estado => estado.Listado == listado);
        return peticion.Recurso(
            ListadoResponse.From(listado, estado, peticion.Publicacion, peticion.Fijada, CalendarioDe(peticion)),
            IcsoeJson.Actual.ListadoResponse,
            [listado.Lista]
        );
    }

    // At a named publication the answer must not change with the calendar: it ends at that publication's year.
    private static IEnumerable<int> Ejercicios(Peticion peticion)
    {
        var pedidos = peticion.Valores.Todos(TablaDeParametros.Ejercicio);
        if (pedidos is not [])
            return pedidos.Distinct();
        return RutaDeListado.Ejercicios(peticion.Hoy).Where(anio => !peticion.Fijada || anio <= peticion.Publicacion!.Id.Anio);
    }

    private static RespuestaJson Coleccion(Peticion peticion, IReadOnlyList<Lista> listas, IEnumerable<int> ejercicios)
    {
        var estados = peticion.Almacen.Listados(peticion.Secuencia).ToDictionary(estado => estado.Listado);
        var listados =
            from ejercicio in ejercicios.Order()
            from cuatrimestre in Enumerable.Range(1, 3)
            from lista in listas.Distinct().Order()
            let listado = new Listado(Periodo.De(ejercicio, cuatrimestre), lista)
            select ListadoResponse.From(
                listado,
                estados.GetValueOrDefault(listado),
                peticion.Publicacion,
                peticion.Fijada,
                CalendarioDe(peticion)
            );
        return peticion.Coleccion([.. listados], IcsoeJson.Actual.Listados, listas: listas.Distinct().Order());
    }

    private static RespuestaJson ListarRenglones(Peticion peticion, Consulta consulta) =>
        Filas.Responder(
            peticion,
            consulta,
            Entidad.Renglon,
            peticion.Almacen.Renglones(consulta, peticion.Aborto),
            RenglonResponse.From,
            fila => fila.Listado.Lista,
            IcsoeJson.Actual.Renglones
        );

    private static CalendarioDelImss CalendarioDe(Peticion peticion) =>
        peticion.Http.RequestServices.GetRequiredService<CalendarioDelImss>();

    /// <summary>Another collection of the same listado.</summary>
    private static string HermanaDe(Peticion peticion, string recurso) => peticion.Ruta[..(peticion.Ruta.LastIndexOf('/') + 1)] + recurso;
}
