using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Api.Publicaciones;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Descargas;

/// <summary>The files: by name, by digest, or of a publication.</summary>
public static class ArchivosEndpoints
{
    private const int DigitosDeSha256 = 64;

    private static readonly Parametro<string> Nombre = new()
    {
        Nombre = "nombre",
        Descripcion = "Nombre del archivo, como lo escribe el IMSS; distingue mayúsculas.",
        Ejemplo = "LPP2026.xlsx",
        Lector = Lectores.Folio,
    };

    private static readonly Parametro<string> Hex = new()
    {
        Nombre = "hex",
        Descripcion = "SHA-256 del archivo: 64 dígitos hexadecimales, en mayúsculas o minúsculas.",
        Ejemplo = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        Patron = "^[0-9A-Fa-f]{64}$",
        Lector = Lectores.Folio,
    };

    private static readonly Texto Archivo = new("El archivo", "The file");

    private static readonly TipoDeProblema[] Problemas =
    [
        CatalogoDeProblemas.ArchivoInexistente,
        CatalogoDeProblemas.InformacionRetirada,
        CatalogoDeProblemas.ArchivoRetenido,
        CatalogoDeProblemas.PrecondicionFallida,
        CatalogoDeProblemas.RangoNoSatisfacible,
        CatalogoDeProblemas.ArchivoDanado,
    ];

    public static void MapArchivos(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            "/v1/archivos/{nombre}",
            new("DescargarArchivo", "El archivo vigente de ese nombre.")
            {
                Seccion = Secciones.Archivos,
                Descripcion = "Admite rangos y If-None-Match; Repr-Digest y ETag llevan su SHA-256.",
                Respuesta = null,
                TipoDeContenido = ArchivoSellado.TipoDe("xlsx"),
                OtrosTipos = ArchivoSellado.OtrosTipos,
                DeRuta = [Nombre],
                Problemas = Problemas,
            },
            peticion => PorNombre(peticion, Vigencia.Actual)
        );
        rutas.MapLectura(
            "/v1/archivos/sha256/{hex}",
            new("DescargarArchivoPorSha256", "Un archivo por su SHA-256, para siempre.")
            {
                Seccion = Secciones.Archivos,
                Descripcion = "Cualquier archivo publicado alguna vez. El contenido de esta dirección no cambia nunca.",
                Respuesta = null,
                TipoDeContenido = ArchivoSellado.TipoDe("xlsx"),
                OtrosTipos = ArchivoSellado.OtrosTipos,
                DeRuta = [Hex],
                Problemas = Problemas,
            },
            PorDigest
        );
        rutas.MapLectura(
            "/v1/publicaciones/{id}/archivos/{nombre}",
            new("DescargarArchivoDeUnaPublicacion", "El archivo de ese nombre en una publicación.")
            {
                Seccion = Secciones.Archivos,
                Descripcion = "El archivo tal como estaba en esa publicación.",
                Respuesta = null,
                TipoDeContenido = ArchivoSellado.TipoDe("xlsx"),
                OtrosTipos = ArchivoSellado.OtrosTipos,
                DeRuta = [RutaDePublicacion.Id, Nombre],
                Problemas = [.. RutaDePublicacion.Problemas, .. Problemas],
            },
            peticion =>
                RutaDePublicacion.Leer(peticion, out var fijada) is { } problema
                    ? problema
                    : PorNombre(fijada!, fijada!.Fijada ? Vigencia.Fijada : Vigencia.Actual)
        );
    }

    private static IResult PorNombre(Peticion peticion, string vigencia)
    {
        var nombre = peticion.DeRuta("nombre");
        if (peticion.Almacen.ArchivoPorNombre(nombre, peticion.Secuencia) is { } archivo)
            return Entregar(peticion, archivo, vigencia, peticion.EsEstadoAnterior);
        if (peticion.Almacen.RetiroDeArchivo(nombre, peticion.Secuencia) is { } retiro)
            return Problema.DeRetiro(retiro, "nombre", Archivo, nombre);
        var conocidos = peticion
            .Almacen.Listados(peticion.Secuencia)
            .SelectMany(estado => estado.Archivos)
            .Concat(peticion.Almacen.Acervo(peticion.Secuencia))
            .Select(conocido => conocido.Nombre);
        return NoExiste("nombre", nombre, Distancia.MasParecido(nombre, conocidos));
    }

    private static IResult PorDigest(Peticion peticion)
    {
        var hex = peticion.DeRuta("hex");
        if (hex.Length != DigitosDeSha256 || !hex.All(char.IsAsciiHexDigit))
            return NoExiste("hex", hex, sugerencia: null);
        var sha256 = hex.ToLowerInvariant();
        if (peticion.Almacen.ArchivoPorDigest(sha256) is not { } archivo)
            return peticion.Almacen.RetiroDeArchivo(sha256) is { } retiro
                ? Problema.DeRetiro(retiro, "hex", Archivo, hex)
                : NoExiste("hex", hex, sugerencia: null);
        var esVigente = peticion.Almacen.ArchivoPorNombre(archivo.Nombre, peticion.Secuencia)?.Sha256 == archivo.Sha256;
        return Entregar(peticion, archivo, Vigencia.PorDigest, esAnterior: !esVigente);
    }

    private static ArchivoSellado Entregar(Peticion peticion, ArchivoPublicado archivo, string vigencia, bool esAnterior)
    {
        var enlaces = new List<string>();
        if (vigencia != Vigencia.Actual)
            enlaces.Add($"</v1/archivos/{Uri.EscapeDataString(archivo.Nombre)}>; rel=\"latest-version\"");
        Lista[] listas =
            archivo.EsDelAcervo ? Enum.GetValues<Lista>()
            : Listado.TryParseNombre(Path.GetFileNameWithoutExtension(archivo.Nombre), out var listado) ? [listado.Lista]
            : [];
        enlaces.AddRange(Peticion.EnlacesDeAviso(listas));
        return new(peticion.Almacen, archivo, vigencia)
        {
            Enlaces = enlaces,
            NoIndexar = esAnterior || listas.Contains(Lista.Inconsistente),
            Modificado = vigencia == Vigencia.PorDigest ? null : peticion.Publicacion?.SelladaEn,
        };
    }

    private static Problema NoExiste(string parametro, string valor, string? sugerencia)
    {
        var visible = Problema.Visible(valor);
        return new(CatalogoDeProblemas.ArchivoInexistente, new($"No existe el archivo «{visible}».", $"There is no file `{visible}`."))
        {
            Errores =
            [
                new(CatalogoDeProblemas.ArchivoInexistente, parametro, valor, CatalogoDeProblemas.ArchivoInexistente.Titulo, sugerencia),
            ],
        };
    }
}
