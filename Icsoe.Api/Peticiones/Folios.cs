using Icsoe.Api.Problemas;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Peticiones;

/// <summary>A folio in a path: opaque, may repeat, may have left.</summary>
public static class Folios
{
    /// <summary>What it is, with its article.</summary>
    public static Texto Nombre { get; } = new("El folio", "The folio");

    /// <summary>The folio of a path. Kestrel leaves an encoded slash as it came, and a folio may have one.</summary>
    public static string DeRuta(Peticion peticion) => peticion.DeRuta("folio").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// 410 for one that was taken out of every publication; else 404, or 410 for one that stood in <paramref name="ultima"/> when the request
    /// named no publication.
    /// </summary>
    public static Problema NoEsta(
        Peticion peticion,
        string folio,
        Publicacion? ultima,
        TipoDeProblema inexistente,
        TipoDeProblema retirado
    ) =>
        peticion.Almacen.RetiroDeFolio(folio) is { } retiro
            ? Problema.DeRetiro(retiro, "folio", Nombre, folio)
            : Ausencias.De(peticion, "folio", Nombre, folio, ultima, inexistente, retirado);
}
