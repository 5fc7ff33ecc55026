using Icsoe.Api.Diccionario;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Catalogo;

/// <summary>A data set of a publication, whatever the vocabulary that describes it: a listado, or the whole store.</summary>
/// <param name="Ruta">Path that names it, whatever the publication.</param>
/// <param name="Identificador">Its name without format: <c>LPP2026</c>, <c>icsoe-vigente</c>.</param>
/// <param name="Titulo">Its name for people.</param>
/// <param name="Descripcion">What it has, in sentences.</param>
/// <param name="Inicio">First day that its data are of.</param>
/// <param name="Fin">Last day that its data are of.</param>
/// <param name="Version">The publication since which its content is what it is.</param>
/// <param name="Modificado">When that one was sealed.</param>
/// <param name="Archivos">Its files that are handed out.</param>
/// <param name="Datos">What each line has.</param>
public sealed record Conjunto(
    string Ruta,
    string Identificador,
    string Titulo,
    string Descripcion,
    DateOnly Inicio,
    DateOnly Fin,
    IdPublicacion Version,
    DateTimeOffset Modificado,
    IReadOnlyList<ArchivoPublicado> Archivos,
    IReadOnlyList<Dato> Datos
)
{
    private const string Siempre = $"{Edicion.QueEs} {Procedencia.NoOficial} {Procedencia.Homonimia}";

    /// <summary>The listado it is; null for the whole store.</summary>
    public Listado? Listado { get; private init; }

    /// <summary>Lists whose rows it has, and so whose notice it goes under.</summary>
    public IReadOnlyList<Lista> Listas => Listado is { } suyo ? [suyo.Lista] : Enum.GetValues<Lista>();

    /// <summary>That of the cuatrimestre before in the same list; null when there is none.</summary>
    public string? Anterior { get; private init; }

    /// <summary>Path of a list, which is the series of its listados.</summary>
    public static string RutaDe(Lista lista) => $"/v1/listados/{lista.Valor()}";

    /// <summary>Those of the publication that a request is read at: its listados, in key order, and the whole store; none while nothing was sealed.</summary>
    public static IReadOnlyList<Conjunto> De(Peticion peticion, Edicion edicion)
    {
        var estados = peticion.Almacen.Listados(peticion.Secuencia);
        if (peticion.Publicacion is not { } publicacion || estados.Count == 0)
            return [];
        var acervo = peticion.Almacen.Acervo(peticion.Secuencia).GroupBy(archivo => archivo.EsHistoria);
        var (primero, ultimo) = (estados.Min(estado => estado.Listado.Periodo), estados.Max(estado => estado.Listado.Periodo));
        return
        [
            .. estados.Select(estado => DeListado(estado, estados, peticion, edicion)),
            .. acervo.Select(archivos => DelAcervo([.. archivos], primero, ultimo, publicacion, edicion)),
        ];
    }

    private static Conjunto DeListado(EstadoListado estado, IReadOnlyList<EstadoListado> todos, Peticion peticion, Edicion edicion)
    {
        var (lista, periodo) = (estado.Listado.Lista, estado.Listado.Periodo);
        var anterior = todos.LastOrDefault(otro => otro.Listado.Lista == lista && otro.Listado.Periodo < periodo);
        return new(
            RutaDe(estado.Listado),
            estado.Listado.Nombre,
            Documentos.Titulo(estado.Listado) + edicion.Marca,
            $"{Documentos.Titulo(estado.Listado)}: {estado.Renglones} renglones, {estado.Contratos} contratos. {Siempre}",
            periodo.Inicio,
            periodo.Fin,
            estado.ContenidoDesde,
            peticion.Almacen.Buscar(estado.ContenidoDesde)!.SelladaEn,
            [.. estado.Archivos.Where(edicion.Entrega)],
            DatosDeListado.DeListado
        )
        {
            Listado = estado.Listado,
            Anterior = anterior is null ? null : RutaDe(anterior.Listado),
        };
    }

    private static Conjunto DelAcervo(
        IReadOnlyList<ArchivoPublicado> archivos,
        Periodo primero,
        Periodo ultimo,
        Publicacion publicacion,
        Edicion edicion
    )
    {
        var identificador = Path.GetFileNameWithoutExtension(archivos[0].Nombre);
        return new(
            $"/v1/catalogo#{identificador}",
            identificador,
            Documentos.Titulo(archivos[0]) + edicion.Marca,
            $"{Documentos.Descripcion(archivos[0])} {Siempre}",
            primero.Inicio,
            ultimo.Fin,
            publicacion.Id,
            publicacion.SelladaEn,
            archivos,
            archivos[0].EsHistoria ? DatosDeListado.Todos : DatosDeListado.DeListado
        );
    }

    private static string RutaDe(Listado listado) => $"{RutaDe(listado.Lista)}/{listado.Periodo.Ejercicio}/{listado.Periodo.Cuatrimestre}";
}
