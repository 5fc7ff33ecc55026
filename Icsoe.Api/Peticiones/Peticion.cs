using System.Text;
using System.Text.Json.Serialization.Metadata;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Api.Peticiones;

/// <summary>
/// A read whose parameters were checked and whose publication was resolved, once. Handlers ask it, and answer through it.
/// </summary>
public sealed class Peticion
{
    private Peticion(HttpContext http, AlmacenPublico almacen, ValoresLeidos valores, DateOnly hoy, CancellationToken aborto) =>
        (Http, Almacen, Valores, Hoy, Aborto) = (http, almacen, valores, hoy, aborto);

    public HttpContext Http { get; }

    public AlmacenPublico Almacen { get; }

    public ValoresLeidos Valores { get; }

    /// <summary>Today in Mexico City.</summary>
    public DateOnly Hoy { get; }

    /// <summary>The publication everything is read at; null while nothing was sealed.</summary>
    public Publicacion? Publicacion { get; private init; }

    /// <summary>The current one.</summary>
    public Publicacion? Vigente { get; private init; }

    /// <summary>Whether the request named its publication, itself or in its cursor.</summary>
    public bool Fijada { get; private init; }

    /// <summary>Where the page starts; null for the first.</summary>
    public Cursor? Cursor { get; private init; }

    /// <summary>Number to read at; 0, at which nothing stands, while nothing was sealed.</summary>
    public int Secuencia => Publicacion?.Secuencia ?? 0;

    /// <summary>Whether it reads another state than the current one.</summary>
    public bool EsEstadoAnterior => Fijada && Secuencia != Vigente?.Secuencia;

    /// <summary>Path as received, without a final slash and escaped again.</summary>
    public string Ruta => RutaDe(Http);

    /// <summary>Checks a request; one problem tells everything wrong with it.</summary>
    public static (Peticion? Peticion, Problema? Problema) Leer(HttpContext http, Operacion operacion, CancellationToken aborto)
    {
        var (almacen, vigente, _) = http.RequestServices.GetRequiredService<AlmacenServido>().De(http);
        var hoy = http.RequestServices.GetRequiredService<TimeProvider>().Hoy();
        Anunciar(http, vigente);

        var errores = new List<ErrorDeSolicitud>();
        var valores = ValoresLeidos.Leer(http.Request.QueryString.Value, operacion.DeConsulta, hoy, errores);
        if (operacion.ToleraOtros)
            errores.RemoveAll(error =>
                error.Tipo == CatalogoDeProblemas.ParametroDesconocido || error.Tipo == CatalogoDeProblemas.ParametroVacio
            );
        // A standard may call its own by that name.
        var cursor = operacion.DeConsulta.Any(parametro => parametro is Parametro<Cursor>) ? valores.Uno(TablaDeParametros.Cursor) : null;
        var nombrada = valores.Uno(TablaDeParametros.Publicacion)?.Id;
        // With other errors the query is not known, so whether the cursor is this query's cannot be said.
        if (errores.Count == 0 && cursor is not null && RevisarCursor(cursor, nombrada, CanonicaDe(http, valores), almacen) is { } ajeno)
            errores.Add(ajeno);
        if (errores.Count > 0)
            return (null, Problema.De(errores));

        var id = cursor?.Publicacion ?? nombrada;
        var publicacion = id is { } fija ? almacen.Buscar(fija) : vigente;
        if (id is not null && publicacion is null)
            return (null, PublicacionInexistente(id.Value.ToString(), vigente));
        Anunciar(http, publicacion);
        var peticion = new Peticion(http, almacen, valores, hoy, aborto)
        {
            Publicacion = publicacion,
            Vigente = vigente,
            Fijada = id is not null,
            Cursor = cursor,
        };
        return (peticion, null);
    }

    /// <summary>The same request, read at the publication that its path names.</summary>
    /// <param name="fijada">Whether it names it itself, and not as the current one.</param>
    public Peticion En(Publicacion publicacion, bool fijada)
    {
        Anunciar(Http, publicacion);
        return new(Http, Almacen, Valores, Hoy, Aborto)
        {
            Publicacion = publicacion,
            Vigente = Vigente,
            Fijada = fijada,
            Cursor = Cursor,
            _idEnRuta = publicacion.Id.ToString(),
        };
    }

    /// <summary>404 for a well-formed id that names nothing.</summary>
    public static Problema PublicacionInexistente(string id, Publicacion? vigente, string parametro = "publicacion")
    {
        var detalle = vigente is null
            ? new Texto($"No existe la publicación {id}: todavía no hay ninguna.", $"There is no publication {id}: there are none yet.")
            : new Texto(
                $"No existe la publicación {id}; la vigente es {vigente.Id}.",
                $"There is no publication {id}; the current one is {vigente.Id}."
            );
        return new(CatalogoDeProblemas.PublicacionInexistente, detalle)
        {
            Errores = [new(CatalogoDeProblemas.PublicacionInexistente, parametro, id, detalle, vigente?.Id.ToString())],
        };
    }

    /// <summary>A value of the path, as routing decoded it.</summary>
    public string DeRuta(string nombre) => (string?)Http.Request.RouteValues[nombre] ?? "";

    /// <summary>Stops the question: the client went away, or its turn is over.</summary>
    public CancellationToken Aborto { get; }

    /// <summary>How many elements the page takes.</summary>
    public int Limite => Valores.OPorOmision(TablaDeParametros.Limite) ?? TablaDeParametros.LimitePorOmision;

    /// <summary>Where the page starts, as its store's question says it; null for the first.</summary>
    public TMarca? DespuesDe<TMarca>()
        where TMarca : class => (TMarca?)Cursor?.Marca;

    /// <summary>The token of the page after that mark; null when there is none.</summary>
    public Cursor? CursorTras(object? marca) => marca is null ? null : new(Publicacion!.Id, Parametros.Cursor.ResumenDe(Canonica), marca);

    /// <summary>This query, from its first row, as read at a publication; null for the current one.</summary>
    public string DireccionEn(string? publicacion) => Direccion(publicacion, cursor: null);

    /// <summary>The publication as the query names it; null when it names none.</summary>
    public string? PublicacionNombrada =>
        Valores.Uno(TablaDeParametros.Publicacion) is { } seleccion ? seleccion.Id?.ToString() ?? SeleccionDePublicacion.Ultima : null;

    /// <summary>A collection in its envelope.</summary>
    public RespuestaJson Coleccion<T>(
        IReadOnlyList<T> datos,
        JsonTypeInfo<Coleccion<T>> tipo,
        Cursor? siguiente = null,
        IEnumerable<Lista>? listas = null,
        bool noIndexar = false
    ) =>
        Sobre(
            new Coleccion<T>
            {
                Datos = datos,
                Siguiente = siguiente?.ToString(),
                Publicacion = Publicacion?.Id.ToString(),
                Permanente = Permanente,
            },
            tipo,
            siguiente,
            listas,
            noIndexar
        );

    /// <summary>A collection in an envelope of its own; <paramref name="siguiente"/> is also the one inside it.</summary>
    public RespuestaJson Sobre<T>(
        T sobre,
        JsonTypeInfo<T> tipo,
        Cursor? siguiente = null,
        IEnumerable<Lista>? listas = null,
        bool noIndexar = false
    ) => Responder(sobre, tipo, siguiente, listas, noIndexar);

    /// <summary>This very page, pinned to its publication; null while there is none.</summary>
    public string? Permanente => Publicacion is { } publicacion ? Direccion(publicacion.Id.ToString(), Cursor?.ToString()) : null;

    /// <summary>One resource.</summary>
    public RespuestaJson Recurso<T>(T valor, JsonTypeInfo<T> tipo, IEnumerable<Lista>? listas = null) =>
        Responder(valor, tipo, siguiente: null, listas, noIndexar: false);

    /// <summary>The answer to what was sent with a question: nobody may keep it.</summary>
    public RespuestaJson SinGuardar<T>(T valor, JsonTypeInfo<T> tipo) =>
        new(IcsoeJson.Serializar(valor, tipo, Http.Response), Vigencia.Ninguna);

    /// <summary>A body in a format of its own.</summary>
    public RespuestaJson Documento(ReadOnlyMemory<byte> cuerpo, string tipo) => Responder(cuerpo, tipo, Fijada ? [EnlaceAVigente()] : []);

    /// <summary><c>Link</c> to the notice under whose terms each list is read.</summary>
    public static IEnumerable<string> EnlacesDeAviso(IEnumerable<Lista> listas) =>
        listas.Select(lista => $"</v1/avisos/{lista.Valor()}>; rel=\"terms-of-service\"");

    private RespuestaJson Responder<T>(T valor, JsonTypeInfo<T> tipo, Cursor? siguiente, IEnumerable<Lista>? listas, bool noIndexar)
    {
        var enlaces = new List<string>();
        if (siguiente is not null)
            enlaces.Add($"<{Direccion(_idEnRuta ?? PublicacionNombrada, siguiente.ToString())}>; rel=\"next\"");
        if (Fijada)
            enlaces.Add(EnlaceAVigente());
        enlaces.AddRange(EnlacesDeAviso(listas ?? []));
        return Responder(IcsoeJson.Serializar(valor, tipo, Http.Response), "application/json", enlaces, noIndexar);
    }

    private RespuestaJson Responder(ReadOnlyMemory<byte> cuerpo, string medio, IReadOnlyList<string> enlaces, bool noIndexar = false) =>
        new(cuerpo, Fijada ? Vigencia.Fijada : Vigencia.Actual, medio) { Enlaces = enlaces, NoIndexar = noIndexar || EsEstadoAnterior };

    private string EnlaceAVigente() => $"<{Direccion(publicacion: null, cursor: null)}>; rel=\"latest-version\"";

    // This query, read at another publication or from another row.
    private string Direccion(string? publicacion, string? cursor)
    {
        // A path that names a publication does so for the whole query.
        var direccion = new StringBuilder(_idEnRuta is null ? Ruta : RutaCon(Http, publicacion ?? SeleccionDePublicacion.Ultima));
        var separador = '?';
        void Agregar(string nombre, string? valor)
        {
            if (string.IsNullOrEmpty(valor))
                return;
            direccion.Append(separador).Append(nombre).Append('=').Append(valor);
            separador = '&';
        }
        foreach (var (nombre, valor) in Canonicos(Valores))
            Agregar(nombre, valor);
        // None of these values has a character to escape.
        if (_idEnRuta is null)
            Agregar(TablaDeParametros.Publicacion.Nombre, publicacion);
        Agregar(TablaDeParametros.Incluir.Nombre, string.Join(',', Valores.Canonicos(TablaDeParametros.Incluir)));
        Agregar(TablaDeParametros.Limite.Nombre, Valores.Tiene(TablaDeParametros.Limite) ? Limite.ToString() : null);
        Agregar(TablaDeParametros.Cursor.Nombre, cursor);
        return direccion.ToString();
    }

    // The publication that the path names, when it names one.
    private string? _idEnRuta;

    private static string RutaDe(HttpContext http) => (http.Request.PathBase + http.Request.Path).ToUriComponent().TrimEnd('/');

    private static string RutaCon(HttpContext http, string id) =>
        http.Request.RouteValues["id"] is string nombrado
            ? RutaDe(http).Replace($"/{nombrado}", $"/{id}", StringComparison.Ordinal)
            : RutaDe(http);

    private static IEnumerable<(string Nombre, string Valor)> Canonicos(ValoresLeidos valores) =>
        valores.Canonicos(JuegosDeParametros.EsDeLaConsulta).Select(par => (par.Nombre, Uri.EscapeDataString(par.Valor)));

    // Path and filters, without publication, page size or place: what two pages of one query share.
    private string Canonica => CanonicaDe(Http, Valores);

    private static string CanonicaDe(HttpContext http, ValoresLeidos valores) =>
        $"{RutaCon(http, "")}?{string.Join('&', Canonicos(valores).Select(par => $"{par.Nombre}={par.Valor}"))}";

    private static ErrorDeSolicitud? RevisarCursor(Cursor cursor, IdPublicacion? nombrada, string canonica, AlmacenPublico almacen)
    {
        Texto? motivo = null;
        if (cursor.Consulta != Cursor.ResumenDe(canonica))
            motivo = new(
                "El cursor es de otra consulta: los filtros deben ser los mismos.",
                "The cursor belongs to another query: the filters must be the same."
            );
        else if (nombrada is { } id && id != cursor.Publicacion)
            return CursorDeOtra(cursor, id);
        else if (almacen.Buscar(cursor.Publicacion) is null)
            motivo = new(
                $"El cursor nombra una publicación que no existe: {cursor.Publicacion}.",
                $"The cursor names a publication that does not exist: {cursor.Publicacion}."
            );
        return motivo is { } detalle
            ? new(CatalogoDeProblemas.CursorInvalido, TablaDeParametros.Cursor.Nombre, cursor.ToString(), detalle)
            : null;
    }

    /// <summary>A cursor resent with another publication than its own.</summary>
    public static ErrorDeSolicitud CursorDeOtra(Cursor cursor, IdPublicacion nombrada) =>
        new(
            CatalogoDeProblemas.CursorInvalido,
            TablaDeParametros.Cursor.Nombre,
            cursor.ToString(),
            new(
                $"El cursor es de la publicación {cursor.Publicacion}, no de {nombrada}.",
                $"The cursor belongs to publication {cursor.Publicacion}, not to {nombrada}."
            )
        );

    private static void Anunciar(HttpContext http, Publicacion? publicacion)
    {
        if (publicacion is not null)
            http.Response.Headers[CabecerasPublicas.Publicacion] = publicacion.Id.ToString();
    }
}
