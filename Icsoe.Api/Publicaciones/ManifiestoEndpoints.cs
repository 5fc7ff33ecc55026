using Icsoe.Api.Configuracion;
using Icsoe.Api.Descargas;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Publicaciones;

/// <summary>What proves a publication: its manifest, the signature of it, and the public keys.</summary>
public static class ManifiestoEndpoints
{
    public static void MapManifiestos(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            "/v1/publicaciones/{id}/manifiesto",
            new("DescargarManifiesto", "El manifiesto de una publicación: todo lo que la forma, con su SHA-256.")
            {
                Seccion = Secciones.Publicaciones,
                Descripcion =
                    "Un archivo JSON que no cambia nunca: cada listado con el SHA-256 de su CSV y los de sus archivos, con qué se hizo, y el "
                    + "SHA-256 del manifiesto anterior, de modo que forman una cadena. Se comprueba con `sha256sum` y, si está firmado, con OpenSSL.",
                Respuesta = null,
                TipoDeContenido = "application/json",
                DeRuta = [RutaDePublicacion.Id],
                Problemas =
                [
                    .. RutaDePublicacion.Problemas,
                    CatalogoDeProblemas.ManifiestoInexistente,
                    CatalogoDeProblemas.PrecondicionFallida,
                    CatalogoDeProblemas.RangoNoSatisfacible,
                    CatalogoDeProblemas.ArchivoDanado,
                ],
            },
            peticion =>
                Leer(peticion, out var fijada, out var manifiesto) is { } problema
                    ? problema
                    : new ArchivoSellado(
                        peticion.Almacen,
                        Manifiesto.Archivo(fijada!.Publicacion!)!,
                        fijada.Fijada ? Vigencia.Fijada : Vigencia.Actual
                    )
        );
        rutas.MapLectura(
            "/v1/publicaciones/{id}/manifiesto.firma",
            new("ConsultarFirmaDeManifiesto", "La firma del manifiesto de una publicación, aparte de él.")
            {
                Seccion = Secciones.Publicaciones,
                Descripcion =
                    "ECDSA con P-256 y SHA-256 sobre los bytes del manifiesto; la llave está en `/.well-known/icsoe-llaves.json`.",
                Respuesta = typeof(FirmaResponse),
                DeRuta = [RutaDePublicacion.Id],
                Problemas =
                [
                    .. RutaDePublicacion.Problemas,
                    CatalogoDeProblemas.ManifiestoInexistente,
                    CatalogoDeProblemas.FirmaInexistente,
                ],
            },
            peticion =>
                Leer(peticion, out var fijada, out var manifiesto) is { } problema ? problema
                : manifiesto!.Firma is { } firma
                    ? fijada!.Recurso(FirmaResponse.From(fijada.Publicacion!, manifiesto, firma), IcsoeJson.Actual.FirmaResponse)
                : new Problema(
                    CatalogoDeProblemas.FirmaInexistente,
                    new(
                        $"La publicación {fijada!.Publicacion!.Id} se selló sin llave: su manifiesto no está firmado.",
                        $"Publication {fijada.Publicacion.Id} was sealed without a key: its manifest is not signed."
                    )
                )
        );
        rutas.MapLectura(
            "/.well-known/icsoe-llaves.json",
            new("ConsultarLlaves", "Las llaves públicas con que se firman los manifiestos, también las retiradas.")
            {
                Seccion = Secciones.Publicaciones,
                Descripcion = "De la más antigua a la más reciente. Una retirada ya no firma, pero comprueba lo que firmó.",
                Respuesta = typeof(LlavesResponse),
            },
            peticion =>
                peticion.Recurso(
                    new LlavesResponse { Llaves = [.. peticion.Almacen.Llaves().Select(LlaveResponse.From)] },
                    IcsoeJson.Actual.LlavesResponse
                )
        );
    }

    private static Problema? Leer(Peticion peticion, out Peticion? fijada, out ManifiestoSellado? manifiesto)
    {
        manifiesto = null;
        if (RutaDePublicacion.Leer(peticion, out fijada) is { } problema)
            return problema;
        manifiesto = fijada!.Publicacion!.Manifiesto;
        return manifiesto is null ? Problema.De(CatalogoDeProblemas.ManifiestoInexistente) : null;
    }
}
