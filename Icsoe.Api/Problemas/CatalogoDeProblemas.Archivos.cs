namespace Icsoe.Api.Problemas;

// Problems of the files that come with a question.
public static partial class CatalogoDeProblemas
{
    public static TipoDeProblema ArchivoIlegible { get; } =
        new(
            "ARCHIVO_ILEGIBLE",
            422,
            new("El archivo se rechaza completo.", "The file is refused whole."),
            new(
                "No es del formato que se dijo, está dañado, truncado, cifrado o vacío, le faltan columnas, o su contenido se infla más de lo que se admite. El detalle dice qué y dónde.",
                "It is not of the format that was said, is damaged, cut short, encrypted or empty, lacks columns, or inflates beyond what is taken. The detail says what and where."
            )
        );

    public static TipoDeProblema ArchivoDeTrabajadores { get; } =
        new(
            "ARCHIVO_DE_TRABAJADORES",
            422,
            new("Parece el archivo de personas trabajadoras.", "It looks like the file of workers."),
            new(
                "Trae NSS, CURP o salarios: esos datos no deben viajar a un servidor público, y de lo enviado no se guardó nada. "
                    + "Revísalo en tu propia computadora con «Icsoe.Api validar ARCHIVO».",
                "It has NSS, CURP or wages: such data must not travel to a public server, and nothing of what was sent was kept. "
                    + "Check it on your own computer with `Icsoe.Api validar FILE`."
            )
        );
}
