using Icsoe.Api.Configuracion;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Publicaciones;
using Microsoft.Extensions.Options;

namespace Icsoe.Api.Catalogo;

/// <summary>What is said of the data wherever they are described, whatever the standard: whose they are, who serves them, on what terms.</summary>
/// <param name="Editor">Who runs this server.</param>
/// <param name="EsEjemplo">Whether the data are the fictitious sample.</param>
/// <param name="RetieneOriginales">Whether IMSS's own workbooks are not handed out.</param>
public sealed record Edicion(EditorOptions Editor, Licencia Licencia, Direcciones Direcciones, bool EsEjemplo, bool RetieneOriginales)
{
    /// <summary>Name of the data set.</summary>
    public const string Nombre = "Listado público de contratos de servicios u obras especializados reportados al IMSS";

    /// <summary>Who gathers the data.</summary>
    public const string Autor = "Instituto Mexicano del Seguro Social";

    /// <summary>Where it tells of them.</summary>
    public const string SitioDelAutor = "http://www.imss.gob.mx/icsoe";

    /// <summary>Where it answers about them.</summary>
    public const string CorreoDelAutor = "orientacion.icsoe@imss.gob.mx";

    /// <summary>What the data are, in a sentence.</summary>
    public const string QueEs =
        "Contratos de servicios u obras especializados que los contratistas reportaron al IMSS con la herramienta ICSOE, uno por renglón, "
        + "y las informativas que no traen contratos.";

    /// <summary>Words to find the data by.</summary>
    public static IReadOnlyList<string> PalabrasClave { get; } =
    ["ICSOE", "IMSS", "REPSE", "subcontratación", "servicios especializados", "obras especializadas", "contratos", "México"];

    /// <summary>The name, which says so when the data are fictitious.</summary>
    public string Titulo => Nombre + Marca;

    /// <summary>What goes after any title.</summary>
    public string Marca => EsEjemplo ? " (ejemplo ficticio)" : "";

    /// <summary>Name of whoever runs this server; of the program when they did not say.</summary>
    public string NombreDelEditor => string.IsNullOrWhiteSpace(Editor.Nombre) ? "Icsoe.Api" : Editor.Nombre;

    /// <summary>That of the server that a request is for.</summary>
    public static Edicion De(Peticion peticion)
    {
        var opciones = peticion.Http.RequestServices.GetRequiredService<IOptions<IcsoeOptions>>().Value;
        return new(
            opciones.Editor,
            Licencia.De(opciones),
            new Direcciones(opciones.UrlPublica),
            peticion.Almacen.EsEjemplo,
            opciones.RetieneOriginales
        );
    }

    /// <summary>Whether a file is handed out, and not only its digest.</summary>
    public bool Entrega(ArchivoPublicado archivo) => archivo.Origen != "imss" || !RetieneOriginales;
}
