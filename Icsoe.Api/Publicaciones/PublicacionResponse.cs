using Icsoe.Api.Catalogo;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Listados;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Publicaciones;

/// <summary>A sealed publication.</summary>
public sealed record PublicacionResponse
{
    [Campo("Identificador: año y mes; la segunda del mes, `2026-06.2`.", "2026-06")]
    public required string Id { get; init; }

    [Campo("Número de orden, desde 1.", "2")]
    public required int Secuencia { get; init; }

    [Campo("La publicación anterior.", "2026-05", Nulo = "Es la primera.")]
    public required string? Anterior { get; init; }

    [Campo("Cuándo se selló, en UTC.", "2026-06-03T18:00:00Z")]
    public required DateTimeOffset SelladaEn { get; init; }

    [Campo(
        "Último día, de la Ciudad de México, cuyas informativas cuentan.",
        "2026-05-31",
        Nulo = "Se armó con los libros del IMSS, que no lo dicen."
    )]
    public required DateOnly? Corte { get; init; }

    [Campo("Cómo entraron los datos.", "espejo", Valores = Enumeraciones.Puerta)]
    public required string Puerta { get; init; }

    [Campo("Programa que la selló.")]
    public required ProgramaResponse Programa { get; init; }

    [Campo("Listados cuyo contenido o archivos cambió, por su nombre.", "[\"LPP2026\"]")]
    public required IReadOnlyList<string> ListadosCambiados { get; init; }

    [Campo("Su manifiesto: todo lo que la forma, con su SHA-256.", Nulo = "No tiene.")]
    public required ManifiestoResponse? Manifiesto { get; init; }

    [Campo("Si se selló para retirar algo de todas las publicaciones, cuándo y por qué.", Nulo = "Es una publicación como las demás.")]
    public required RetiroResponse? Retiro { get; init; }

    [Campo("Archivos con los renglones de todos los periodos: los que están, y los que alguna vez estuvieron.")]
    public required IReadOnlyList<ArchivoResponse> Archivos { get; init; }

    [Campo("Dónde están descritos sus archivos, como Frictionless Data Package.", "/v1/publicaciones/2026-06/datapackage.json")]
    public required string PaqueteDeDatos { get; init; }

    [Campo("Dónde está el SHA-256 de cada uno, para `sha256sum -c`.", "/v1/publicaciones/2026-06/SHA256SUMS")]
    public required string Sumas { get; init; }

    [Campo("Cómo citar sus datos.")]
    public required CitaResponse Cita { get; init; }

    [Campo("Licencia de los datos.")]
    public required LicenciaResponse Licencia { get; init; }

    [Campo("Publicación en la que se leyó: ella misma.", "2026-06")]
    public required string Publicacion { get; init; }

    public static PublicacionResponse From(Publicacion publicacion, Edicion edicion) =>
        new()
        {
            Id = publicacion.Id.ToString(),
            Secuencia = publicacion.Secuencia,
            Anterior = publicacion.Anterior?.ToString(),
            SelladaEn = publicacion.SelladaEn,
            Corte = publicacion.Corte,
            Puerta = publicacion.Puerta == Domain.Publicaciones.Puerta.Espejo ? "espejo" : "instituto",
            Programa = ProgramaResponse.From(publicacion.Programa),
            ListadosCambiados = [.. publicacion.ListadosCambiados.Select(listado => listado.Nombre)],
            Manifiesto = ManifiestoResponse.From(publicacion),
            Retiro = publicacion.Retiro is { } retiro ? RetiroResponse.From(retiro, publicacion) : null,
            Archivos = [.. publicacion.Acervo.Select(archivo => ArchivoResponse.From(archivo, publicacion))],
            PaqueteDeDatos = $"/v1/publicaciones/{publicacion.Id}/datapackage.json",
            Sumas = $"/v1/publicaciones/{publicacion.Id}/SHA256SUMS",
            Cita = CitaResponse.From(publicacion, edicion),
            Licencia = LicenciaResponse.From(edicion.Licencia),
            Publicacion = publicacion.Id.ToString(),
        };
}

/// <summary>The program that sealed.</summary>
public sealed record ProgramaResponse
{
    [Campo("Versión.", "0.1.0")]
    public required string Version { get; init; }

    [Campo("Commit del código.", "0123456789abcdef0123456789abcdef01234567", Nulo = "Se compiló fuera de un repositorio.")]
    public required string? Commit { get; init; }

    public static ProgramaResponse From(Programa programa) => new() { Version = programa.Version, Commit = programa.Commit };
}

/// <summary>The manifest of a publication, in short.</summary>
public sealed record ManifiestoResponse
{
    [Campo("Su SHA-256.", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public required string Sha256 { get; init; }

    [Campo("Dónde está.", "/v1/publicaciones/2026-06/manifiesto")]
    public required string Url { get; init; }

    [Campo("Dónde está su firma.", "/v1/publicaciones/2026-06/manifiesto.firma", Nulo = "No está firmado.")]
    public required string? Firma { get; init; }

    public static ManifiestoResponse? From(Publicacion publicacion) =>
        publicacion.Manifiesto is { } manifiesto
            ? new()
            {
                Sha256 = manifiesto.Sha256,
                Url = $"/v1/publicaciones/{publicacion.Id}/manifiesto",
                Firma = manifiesto.Firma is null ? null : $"/v1/publicaciones/{publicacion.Id}/manifiesto.firma",
            }
            : null;
}
