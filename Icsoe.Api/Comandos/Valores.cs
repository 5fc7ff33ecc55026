using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Api.Comandos;

/// <summary>Options with a value of ours: each says in Spanish what it got and what would be right.</summary>
internal static class Valores
{
    /// <summary>Files of an order; what looks like an option is a misspelt one, not a file.</summary>
    public static Argument<string[]> Archivos(string descripcion)
    {
        var archivos = new Argument<string[]>("ARCHIVO") { Arity = ArgumentArity.OneOrMore, Description = descripcion };
        archivos.Validators.Add(RechazarOpciones);
        return archivos;
    }

    /// <summary>A folder of an order.</summary>
    public static Argument<string> Carpeta(string nombre, string descripcion)
    {
        var carpeta = new Argument<string>(nombre) { Description = descripcion };
        carpeta.Validators.Add(RechazarOpciones);
        carpeta.Validators.Add(resultado =>
        {
            if (resultado.Tokens.Any(token => token.Value.Length == 0))
                resultado.AddError($"{nombre} está vacío y debe ser un directorio.");
        });
        return carpeta;
    }

    public static Option<IdPublicacion?> Publicacion() =>
        Una<IdPublicacion?>(
            "--publicacion",
            "ID",
            "Id con que se sella, como 2026-06 o 2026-06.2 (si falta, el mes en curso con su siguiente número libre).",
            texto => IdPublicacion.TryParse(texto, out var id) ? id : null,
            texto =>
                Domain.Modelo.Periodo.TryParse(texto, out _)
                    ? "un id de publicación como 2026-06; eso parece un periodo"
                    : "un id de publicación como 2026-06 o 2026-06.2"
        );

    public static Option<DateOnly?> Corte() =>
        Una<DateOnly?>(
            "--corte",
            "DÍA",
            "Último día cuyas informativas cuentan, como 2026-05-31 (si falta, el último antes del mes de la publicación).",
            texto =>
                DateOnly.TryParseExact(texto, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dia) ? dia : null,
            "un día que exista, como 2026-05-31"
        );

    public static Option<Lista?> Lista() =>
        Una<Lista?>(
            "--lista",
            "LISTA",
            "Lista del libro cuando su nombre no la dice: publico o inconsistente.",
            texto => Domain.Modelo.Valores.TryParse(texto, out Lista lista) ? lista : null,
            "publico o inconsistente"
        );

    public static Option<DateTimeOffset?> Obtenido() =>
        Una<DateTimeOffset?>(
            "--obtenido",
            "INSTANTE",
            "Cuándo se obtuvo el libro, como 2026-06-05T09:00:00-06:00 (sin diferencia horaria, hora de la Ciudad de México).",
            LeerInstante,
            "un instante RFC 3339, como 2026-06-05T09:00:00-06:00"
        );

    public static Option<string?> Origen() =>
        Una(
            "--origen",
            "URL",
            "De dónde se descargó el libro.",
            texto =>
                Uri.TryCreate(texto, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && texto.Length <= 2048
                    ? texto
                    : null,
            "una URL http o https"
        );

    public static Option<string?> Sha256() =>
        Una(
            "--sha256",
            "HEX",
            "SHA-256 que debe tener el libro, el que muestra la página del IMSS.",
            LeerSha256,
            "64 dígitos hexadecimales"
        );

    public static Option<string?> Forzar() =>
        Una(
            "--forzar",
            "MOTIVO",
            "Por qué sellar aunque un listado pierda lo que no debería; el motivo se publica en el informe de calidad.",
            LeerMotivo,
            "un motivo de 1 a 500 caracteres"
        );

    public static Option<string?> Folio() =>
        Una(
            "--folio",
            "FOLIO",
            "Folio de contrato o de informativa, exacto.",
            texto => texto.Length is > 0 and <= 512 ? texto : null,
            "un folio de 1 a 512 caracteres"
        );

    public static Option<string?> Archivo() =>
        Una("--archivo", "SHA256", "SHA-256 de un libro del IMSS.", LeerSha256, "64 dígitos hexadecimales");

    public static Option<string?> Motivo()
    {
        var motivo = Una("--motivo", "MOTIVO", "Por qué se retira; se publica.", LeerMotivo, "un motivo de 1 a 500 caracteres");
        motivo.Required = true;
        return motivo;
    }

    public static Option<Periodo[]> Periodos(string descripcion) =>
        new("--periodo")
        {
            HelpName = "PERIODO",
            Description = descripcion,
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
            CustomParser = resultado =>
            {
                var periodos = new List<Periodo>();
                foreach (var token in resultado.Tokens)
                {
                    if (Periodo.TryParse(token.Value, out var periodo))
                        periodos.Add(periodo);
                    else
                        Quejarse(
                            resultado,
                            "--periodo",
                            token.Value,
                            IdPublicacion.TryParse(token.Value, out _)
                                ? "un periodo como 2026-1; eso parece el id de una publicación"
                                : "un periodo como 2026-1, de 2021 en adelante y cuatrimestre 1, 2 o 3"
                        );
                }
                return [.. periodos];
            },
            DefaultValueFactory = _ => [],
        };

    private static string? LeerMotivo(string texto) => texto.Trim() is { Length: > 0 and <= 500 } motivo ? motivo : null;

    private static string? LeerSha256(string texto) => texto.Length == 64 && texto.All(char.IsAsciiHexDigit) ? texto : null;

    private static void RechazarOpciones(ArgumentResult resultado)
    {
        foreach (var token in resultado.Tokens.Where(token => token.Value.StartsWith('-')))
            resultado.AddError($"{token.Value}: no existe esa opción (si es un archivo, escribe ./{token.Value}).");
    }

    private static Option<T?> Una<T>(string nombre, string valor, string descripcion, Func<string, T?> leer, string correcto) =>
        Una(nombre, valor, descripcion, leer, _ => correcto);

    private static Option<T?> Una<T>(
        string nombre,
        string valor,
        string descripcion,
        Func<string, T?> leer,
        Func<string, string> correcto
    ) =>
        new(nombre)
        {
            HelpName = valor,
            Description = descripcion,
            CustomParser = resultado =>
            {
                var texto = resultado.Tokens.Count > 0 ? resultado.Tokens[0].Value : "";
                if (leer(texto) is { } leido)
                    return leido;
                Quejarse(resultado, nombre, texto, correcto(texto));
                return default;
            },
        };

    private static void Quejarse(ArgumentResult resultado, string opcion, string texto, string correcto) =>
        resultado.AddError($"{opcion}: «{texto}» no vale; debe ser {correcto}.");

    private static DateTimeOffset? LeerInstante(string texto)
    {
        if (!DateTimeOffset.TryParse(texto, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instante) || texto.Length < 16)
            return null;
        var conDiferencia = texto.EndsWith('Z') || texto.LastIndexOfAny(['+', '-']) > 10;
        return (conDiferencia ? instante : HoraDeMexico.Instante(instante.DateTime)).ToUniversalTime();
    }
}
