namespace Icsoe.Api.Paginas;

/// <summary>A place of the page that the menu names.</summary>
/// <param name="Ruta">Its path, which is also how it is told from the others.</param>
/// <param name="Nombre">What the menu calls it.</param>
public sealed record Seccion(string Ruta, string Nombre)
{
    public static Seccion Listados { get; } = new("/", "Listados");

    public static Seccion Buscar { get; } = new("/buscar", "Buscar");

    public static Seccion Cifras { get; } = new("/cifras", "Cifras");

    public static Seccion Cambios { get; } = new("/cambios", "Cambios");

    public static Seccion Valida { get; } = new("/valida", "Valida y soluciona");

    public static Seccion Programar { get; } = new("/programar", "Para programar");

    /// <summary>In the order of the menu.</summary>
    public static IReadOnlyList<Seccion> Todas { get; } = [Listados, Buscar, Cifras, Cambios, Valida, Programar];
}

/// <summary>A page, without the frame that all share.</summary>
public sealed record Contenido
{
    public required string Titulo { get; init; }

    /// <summary>For search engines and shared links.</summary>
    public required string Descripcion { get; init; }

    /// <summary>Where in the menu it is; null for what the menu does not name.</summary>
    public required Seccion? Seccion { get; init; }

    /// <summary>What goes into <c>main</c>.</summary>
    public required Html Cuerpo { get; init; }

    /// <summary>Its own script, of <see cref="Recursos"/>; null when it works with those of every page.</summary>
    public string? Modulo { get; init; }

    /// <summary>Whether search engines must leave it out.</summary>
    public bool NoIndexar { get; init; }

    /// <summary>HTTP status.</summary>
    public int Estado { get; init; } = StatusCodes.Status200OK;
}
