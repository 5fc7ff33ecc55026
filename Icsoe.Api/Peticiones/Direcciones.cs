namespace Icsoe.Api.Peticiones;

/// <summary>
/// Addresses for standards that demand absolute ones: from the setting, never from the request, whose Host anyone may write.
/// Without the setting they stay path-absolute, which is resolved against the document's own.
/// </summary>
/// <param name="urlPublica">The setting; null or empty when not given.</param>
public sealed class Direcciones(string? urlPublica)
{
    private readonly Uri? _base = string.IsNullOrEmpty(urlPublica) ? null : new Uri(urlPublica);

    /// <summary>Whether they are absolute.</summary>
    public bool SonAbsolutas => _base is not null;

    /// <summary>The address of a path.</summary>
    public string De(string ruta) => _base is null ? ruta : _base.AbsoluteUri.TrimEnd('/') + ruta;

    /// <summary>A name for what lies at a path (RFC 4151): the same if the server moves to another port or folder.</summary>
    public string Id(string ruta) => $"tag:{_base?.IdnHost ?? "localhost"},2021:{ruta}";
}
