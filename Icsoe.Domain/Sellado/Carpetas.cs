namespace Icsoe.Domain.Sellado;

/// <summary>Where a store keeps its things (design, section 3).</summary>
/// <param name="Datos">Public folder.</param>
/// <param name="Recepcion">Private folder; only the command line opens it.</param>
public sealed record Carpetas(string Datos, string Recepcion)
{
    /// <summary>The folders of a store, the private one inside unless it was moved.</summary>
    public static Carpetas De(string datos, string? recepcion = null) =>
        new(Path.GetFullPath(datos), Path.GetFullPath(recepcion ?? Path.Combine(datos, "recepcion")));

    /// <summary>Published files, each named by its digest.</summary>
    public string Archivos => Path.Combine(Datos, "archivos");

    /// <summary>Indexes of what stands, made from its rows.</summary>
    public string Indice => Path.Combine(Datos, "indice");

    /// <summary>Temporaries of the writer at work; emptied when the next one starts.</summary>
    public string Temporal => Path.Combine(Datos, "tmp");

    /// <summary>Lock file of the one writer.</summary>
    public string Candado => Path.Combine(Datos, ".candado");

    /// <summary>The public store's file.</summary>
    public string Almacen => Path.Combine(Datos, "icsoe.db");

    /// <summary>The private store's file.</summary>
    public string Recibido => Path.Combine(Recepcion, "recepcion.db");

    /// <summary>Private keys that sign manifests, in the private folder.</summary>
    public string Llaves => Path.Combine(Recepcion, "llaves");
}
