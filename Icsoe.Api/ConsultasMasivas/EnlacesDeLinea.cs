using Icsoe.Api.Documentacion;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.ConsultasMasivas;

/// <summary>Where the answer to a line is read in full.</summary>
public sealed record EnlacesDeLineaResponse
{
    [Campo(
        "Sus contratos.",
        "/v1/contratos?contratista_clave=ywask2ywl7ecp&periodo=2026-1&publicacion=2026-06",
        Nulo = "No se sabe de quién se trata, o se preguntó por un folio."
    )]
    public required string? Contratos { get; init; }

    [Campo(
        "Sus informativas.",
        "/v1/informativas?contratista_clave=ywask2ywl7ecp&periodo=2026-1&publicacion=2026-06",
        Nulo = "No se sabe de quién se trata, o se preguntó por un folio o por el rol `contratante`."
    )]
    public required string? Informativas { get; init; }

    [Campo(
        "Lo que se puede comprobar sin este servidor.",
        "/v1/comprobantes?clave=ywask2ywl7ecp&publicacion=2026-06",
        Nulo = "No se sabe de quién se trata."
    )]
    public required string? Comprobante { get; init; }

    [Campo(
        "Lo que cambió desde la publicación con la que se compara.",
        "/v1/publicaciones/2026-06/cambios?contra=2026-05&contratista_clave=ywask2ywl7ecp&periodo=2026-1",
        Nulo = "No se comparó, no se sabe de quién se trata, o se preguntó por un folio o por ambos roles, que los cambios listan aparte."
    )]
    public required string? Cambios { get; init; }

    public static EnlacesDeLineaResponse Ninguno { get; } =
        new()
        {
            Contratos = null,
            Informativas = null,
            Comprobante = null,
            Cambios = null,
        };
}

/// <summary>Makes the addresses of a publication, and of what it is compared with. All that is in them needs no escape but a folio.</summary>
public sealed class EnlacesDeLinea(string? publicacion, string? contra, Periodo? periodo)
{
    public EnlacesDeLineaResponse DeFolio(string folio) =>
        publicacion is null
            ? EnlacesDeLineaResponse.Ninguno
            : EnlacesDeLineaResponse.Ninguno with
            {
                Comprobante = $"/v1/comprobantes?folio={Uri.EscapeDataString(folio)}&publicacion={publicacion}",
            };

    /// <param name="rol">The one that was read; null for either.</param>
    /// <param name="estado">Who is only in earlier periodos is read in all of them.</param>
    public EnlacesDeLineaResponse DeClave(string clave, Rol? rol, EstadoMasivo estado)
    {
        if (publicacion is null)
            return EnlacesDeLineaResponse.Ninguno;
        var parametro = rol switch
        {
            Rol.Contratista => "contratista_clave",
            Rol.Contratante => "contratante_clave",
            _ => "parte_clave",
        };
        var delPeriodo = periodo is { } uno ? $"&periodo={uno}" : "";
        var donde = estado == EstadoMasivo.SoloAnteriores ? "" : delPeriodo;
        return new()
        {
            Contratos = $"/v1/contratos?{parametro}={clave}{donde}&publicacion={publicacion}",
            Informativas = rol == Rol.Contratante ? null : $"/v1/informativas?contratista_clave={clave}{donde}&publicacion={publicacion}",
            Comprobante = $"/v1/comprobantes?clave={clave}&publicacion={publicacion}",
            // Changes are not looked for by either role at once.
            Cambios =
                contra is null || rol is null
                    ? null
                    : $"/v1/publicaciones/{publicacion}/cambios?contra={contra}&{parametro}={clave}{delPeriodo}",
        };
    }
}
