using Icsoe.Api.Cambios;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Paginas;

/// <summary>
/// The pages that a script fills with what <c>/v1</c> answers. The server writes what must be there before any script: their title, and
/// whether search engines may keep them.
/// </summary>
public static class PaginasVivas
{
    private static readonly Parametro<string> Clave = TablaDeParametros.ParteClave.Como("clave", "Clave de búsqueda del nombre.");

    private static readonly Parametro<string> Folio = TablaDeParametros.FolioContrato.Como("folio", "Folio del contrato, exacto.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PaginaViva> Todas { get; } =
    [
        new(
            "buscar",
            Seccion.Buscar,
            "Buscar contratos",
            "Busca por contratista, cliente, servicio o folio en los listados ICSOE del IMSS."
        )
        {
            NoIndexar = true,
        },
        new("contrato", Seccion.Buscar, "Contrato", "Un contrato de los listados ICSOE y su historia.")
        {
            DeConsulta = [Folio, TablaDeParametros.Publicacion],
            NoIndexar = true,
            DeLoPedido = Contrato,
        },
        new("nombre", Seccion.Buscar, "Nombre", "Un nombre en los listados ICSOE: sus contratos y con quién los tiene.")
        {
            DeConsulta = [Clave, TablaDeParametros.Publicacion],
            NoIndexar = true,
            DeLoPedido = Nombre,
        },
        new("cifras", Seccion.Cifras, "Cifras", "Contratos, personas trabajadoras, inconsistencias y puntualidad en los listados ICSOE.")
        {
            // Its largest name personas físicas too.
            NoIndexar = true,
        },
        new("cambios", Seccion.Cambios, "Cambios", "Qué apareció, qué cambió y qué dejó de estar en los listados ICSOE de un mes a otro.")
        {
            NoIndexar = true,
        },
        new(
            "valida",
            Seccion.Valida,
            "Valida y soluciona",
            "Revisa tu informativa antes de presentarla, resuelve una informativa múltiple y consulta una lista de proveedores."
        ),
        new(
            "programar",
            Seccion.Programar,
            "Para programar",
            "La API de los listados ICSOE en una página: curl, JavaScript, Python, R y Excel."
        ),
    ];

    // Homonyms share a name, and its page shows whom they have contracts with: it may always be that of a persona física.
    private static (string Titulo, bool NoIndexar)? Nombre(Peticion peticion) =>
        peticion.Valores.Todos(Clave) is [var clave, ..] && peticion.Almacen.Parte(clave, peticion.Secuencia, peticion.Aborto) is { } ficha
            ? (ficha.Nombre, NoIndexar: true)
            : null;

    // Only those between companies, which never were in the inconsistent list: the page tells their history too.
    private static (string Titulo, bool NoIndexar)? Contrato(Peticion peticion)
    {
        if (peticion.Valores.Todos(Folio) is not [var folio, ..])
            return null;
        var consulta = new Consulta
        {
            Secuencia = peticion.Secuencia,
            Limite = PaginaViva.RenglonesMirados,
            FoliosContrato = [folio],
        };
        var renglones = peticion.Almacen.Contratos(consulta, peticion.Aborto).Filas;
        return renglones is []
            ? null
            : (
                $"Contrato {folio}",
                peticion.EsEstadoAnterior
                    || renglones.Count == PaginaViva.RenglonesMirados
                    || peticion
                        .Almacen.HistoriaDeFolio(Entidad.Contrato, folio, peticion.Secuencia, peticion.Aborto)
                        .Any(hecho => CambioResponse.TocaInconsistente(hecho.Cambio))
                    || renglones.Any(renglon =>
                        renglon.Contratista.TipoPersona != TipoPersona.Moral
                        || renglon.Contrato!.Contratante.TipoPersona != TipoPersona.Moral
                    )
            );
    }
}

/// <summary>A page that a script fills: written in <c>partes/</c>, at an address of the same name, with the script of that name.</summary>
/// <param name="Parte">That name.</param>
/// <param name="Seccion">Where in the menu it is.</param>
/// <param name="Titulo">Its title, unless what is asked for has one.</param>
/// <param name="Descripcion">For search engines and shared links.</param>
public sealed record PaginaViva(string Parte, Seccion Seccion, string Titulo, string Descripcion)
{
    /// <summary>Rows of a folio that decide whether it may be kept, at most: a folio has one, or very few; one of as many is left out.</summary>
    public const int RenglonesMirados = 100;

    /// <summary>What the server reads of its address; the rest is its script's.</summary>
    public Parametro[] DeConsulta { get; init; } = [];

    /// <summary>Whether search engines must leave it out, unless what is asked for says otherwise.</summary>
    public bool NoIndexar { get; init; }

    /// <summary>Title of what is asked for, and whether search engines must leave that out; null where nothing is found.</summary>
    public Func<Peticion, (string Titulo, bool NoIndexar)?>? DeLoPedido { get; init; }

    /// <summary>The page, as asked for.</summary>
    public Contenido De(Peticion peticion, Recursos recursos)
    {
        var (titulo, noIndexar) = Pedido(peticion) ?? (Titulo, NoIndexar);
        return new()
        {
            Titulo = titulo,
            Descripcion = Descripcion,
            Seccion = Seccion,
            Cuerpo = recursos.Parte(Parte),
            Modulo = $"{Parte}.js",
            NoIndexar = noIndexar,
        };
    }

    // What costs too much to look at, the script tells as /v1 does.
    private (string Titulo, bool NoIndexar)? Pedido(Peticion peticion)
    {
        try
        {
            return DeLoPedido?.Invoke(peticion);
        }
        catch (ConsultaDemasiadoAmpliaException)
        {
            return null;
        }
    }
}
