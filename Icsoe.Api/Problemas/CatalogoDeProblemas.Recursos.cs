namespace Icsoe.Api.Problemas;

// Problems of what was asked for.
public static partial class CatalogoDeProblemas
{
    public static TipoDeProblema ListaInexistente { get; } =
        new(
            "LISTA_INEXISTENTE",
            404,
            new("No existe esa lista.", "There is no such list."),
            new(
                "Hay dos: «publico» (Listado Público) e «inconsistente» (Listado con Información Inconsistente).",
                "There are two: `publico` (Listado Público) and `inconsistente` (Listado con Información Inconsistente)."
            )
        );

    public static TipoDeProblema EjercicioInexistente { get; } =
        new(
            "EJERCICIO_INEXISTENTE",
            404,
            new("No hay listados de ese ejercicio.", "There are no listings of that year."),
            new("Los listados van de 2021 al año en curso.", "Listings go from 2021 to the current year.")
        );

    public static TipoDeProblema CuatrimestreInexistente { get; } =
        new(
            "CUATRIMESTRE_INEXISTENTE",
            404,
            new("No existe ese cuatrimestre.", "There is no such cuatrimestre."),
            new(
                "1 es enero-abril, 2 es mayo-agosto y 3 es septiembre-diciembre.",
                "1 is January-April, 2 is May-August and 3 is September-December."
            )
        );

    public static TipoDeProblema PublicacionInexistente { get; } =
        new(
            "PUBLICACION_INEXISTENTE",
            404,
            new("No existe esa publicación.", "There is no such publication."),
            new("/v1/publicaciones las enumera todas.", "/v1/publicaciones lists them all.")
        );

    public static TipoDeProblema ManifiestoInexistente { get; } =
        new(
            "MANIFIESTO_INEXISTENTE",
            404,
            new("Esa publicación no tiene manifiesto.", "That publication has no manifest."),
            new("/v1/publicaciones dice cuáles lo tienen.", "/v1/publicaciones tells which ones do.")
        );

    public static TipoDeProblema FirmaInexistente { get; } =
        new(
            "FIRMA_INEXISTENTE",
            404,
            new("El manifiesto no está firmado.", "The manifest is not signed."),
            new(
                "Se selló cuando no había llave. Su SHA-256 sigue en la cadena: lo nombra el manifiesto de la publicación que le sigue.",
                "It was sealed when there was no key. Its SHA-256 is still in the chain: the manifest of the next publication names it."
            )
        );

    public static TipoDeProblema ContratoInexistente { get; } =
        new(
            "CONTRATO_INEXISTENTE",
            404,
            new("No hay ningún contrato con ese folio.", "There is no contract with that folio."),
            new(
                "Ningún listado de la publicación consultada trae un contrato con ese folio. Revisa mayúsculas y ceros.",
                "No listing of the publication asked for has a contract with that folio. Check case and zeros."
            )
        );

    public static TipoDeProblema ContratoRetirado { get; } =
        new(
            "CONTRATO_RETIRADO",
            410,
            new("El contrato ya no está en los listados.", "The contract is no longer in the listings."),
            new(
                "Estuvo publicado y dejó de estarlo. «ultima_publicacion» dice en cuál se vio por última vez; ahí se sigue consultando.",
                "It was published and no longer is. `ultima_publicacion` says where it was last seen; it can still be read there."
            )
        );

    public static TipoDeProblema InformativaInexistente { get; } =
        new(
            "INFORMATIVA_INEXISTENTE",
            404,
            new("No hay ninguna informativa con ese folio.", "There is no informativa with that folio."),
            new(
                "Ningún listado de la publicación consultada trae una informativa con ese folio. Revisa mayúsculas y ceros.",
                "No listing of the publication asked for has an informativa with that folio. Check case and zeros."
            )
        );

    public static TipoDeProblema InformativaRetirada { get; } =
        new(
            "INFORMATIVA_RETIRADA",
            410,
            new("La informativa ya no está en los listados.", "The informativa is no longer in the listings."),
            new(
                "Estuvo publicada y dejó de estarlo, por ejemplo porque otra la sustituyó. «ultima_publicacion» dice en cuál se vio por última vez.",
                "It was published and no longer is, for instance because another replaced it. `ultima_publicacion` says where it was last seen."
            )
        );

    public static TipoDeProblema ExportacionInexistente { get; } =
        new(
            "EXPORTACION_INEXISTENTE",
            404,
            new("No se exporta eso, o no en ese formato.", "That is not exported, or not in that format."),
            new("«validos» dice qué se exporta y en qué formatos.", "`validos` says what is exported and in which formats.")
        );

    public static TipoDeProblema InformacionRetirada { get; } =
        new(
            "INFORMACION_RETIRADA",
            410,
            new("Se retiró de todas las publicaciones.", "It was taken out of every publication."),
            new(
                "Estuvo publicado y se retiró por orden judicial o porque traía un dato personal. «retiro» dice cuándo y por qué. Los manifiestos conservan el SHA-256 de los archivos retirados.",
                "It was published and was taken out by court order or because it held a personal datum. `retiro` says when and why. Manifests keep the SHA-256 of files that were taken out."
            )
        );

    public static TipoDeProblema ParteInexistente { get; } =
        new(
            "PARTE_INEXISTENTE",
            404,
            new("Nadie tiene esa clave.", "Nobody has that clave."),
            new(
                "Una clave son 13 letras minúsculas o cifras del 2 al 7, y se toma de «clave» en los contratos o de /v1/partes.",
                "A clave is 13 lower-case letters or digits from 2 to 7, taken from `clave` in the contracts or from /v1/partes."
            )
        );

    public static TipoDeProblema ParteRetirada { get; } =
        new(
            "PARTE_RETIRADA",
            410,
            new("Ese nombre ya no está en los listados.", "That name is no longer in the listings."),
            new(
                "Estuvo publicado y dejó de estarlo. «ultima_publicacion» dice en cuál se vio por última vez; ahí se sigue consultando.",
                "It was published and no longer is. `ultima_publicacion` says where it was last seen; it can still be read there."
            )
        );

    public static TipoDeProblema ArchivoInexistente { get; } =
        new(
            "ARCHIVO_INEXISTENTE",
            404,
            new("No existe ese archivo.", "There is no such file."),
            new(
                "Los nombres son los del IMSS y distinguen mayúsculas: LPP2026.xlsx. Cada listado publica los suyos en «archivos».",
                "Names are IMSS's and case-sensitive: LPP2026.xlsx. Each listing gives its own under `archivos`."
            )
        );

    public static TipoDeProblema ArchivoRetenido { get; } =
        new(
            "ARCHIVO_RETENIDO",
            404,
            new("Este servidor no entrega los originales del IMSS.", "This server does not hand out IMSS's originals."),
            new(
                "Quien opera este servidor decidió no redistribuir los archivos originales (Icsoe__Originales=retener). Su SHA-256 sigue publicado; descárgalos del IMSS y compáralo.",
                "Whoever runs this server chose not to redistribute the original files (Icsoe__Originales=retener). Their SHA-256 is still published; download them from IMSS and compare."
            )
        );

    public static TipoDeProblema InconsistenciaInexistente { get; } =
        new(
            "INCONSISTENCIA_INEXISTENTE",
            404,
            new("No existe esa inconsistencia.", "There is no such inconsistency."),
            new("/v1/inconsistencias las enumera todas.", "/v1/inconsistencias lists them all.")
        );

    public static TipoDeProblema ProblemaInexistente { get; } =
        new(
            "PROBLEMA_INEXISTENTE",
            404,
            new("No existe ese problema.", "There is no such problem."),
            new("/v1/problemas los enumera todos.", "/v1/problemas lists them all.")
        );

    public static TipoDeProblema ArchivoDanado { get; } =
        new(
            "ARCHIVO_DANADO",
            500,
            new("El archivo guardado no es el que se selló.", "The stored file is not the one that was sealed."),
            new(
                "Falta o cambió en el disco, y no se entrega nada que no sea el original. Quien opera el servidor puede restaurarlo de un respaldo; «verificar» dice cuáles.",
                "It is missing or changed on disk, and nothing but the original is handed out. Whoever runs the server can restore it from a backup; `verificar` says which."
            )
        );

    public static TipoDeProblema SinPublicaciones { get; } =
        new(
            "SIN_PUBLICACIONES",
            503,
            new("Todavía no hay ninguna publicación.", "There is no publication yet."),
            new(
                "El almacén está vacío. Importa un listado: dotnet run --project Icsoe.Api -- importar LPP2026.xlsx",
                "The store is empty. Import a listing: dotnet run --project Icsoe.Api -- importar LPP2026.xlsx"
            )
        );

    public static TipoDeProblema AlmacenIlegible { get; } =
        new(
            "ALMACEN_ILEGIBLE",
            503,
            new("El almacén no se puede leer.", "The store cannot be read."),
            new(
                "El servidor está en pie, pero no pudo abrir su base de datos. Revísala con: dotnet run --project Icsoe.Api -- verificar",
                "The server is up but could not open its database. Check it with: dotnet run --project Icsoe.Api -- verificar"
            )
        );
}
