using Icsoe.Api.Documentacion;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Publicaciones;

/// <summary>A detached signature.</summary>
public sealed record FirmaResponse
{
    /// <summary>How manifests are signed.</summary>
    public const string AlgoritmoDeFirma = "ECDSA-P256-SHA256";

    [Campo("Publicación cuyo manifiesto se firma.", "2026-06")]
    public required string Publicacion { get; init; }

    [Campo("SHA-256 del manifiesto.", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public required string ManifiestoSha256 { get; init; }

    [Campo("Identificador de la llave.", "0123456789abcdef")]
    public required string Llave { get; init; }

    [Campo("Cómo se firma.", AlgoritmoDeFirma, Crece = true)]
    public required string Algoritmo { get; init; }

    [Campo("La firma, DER en base64.", "MEUCIQDx0Z3mJ0c3oV5Jx0Kz7R4m5Q==")]
    public required string Firma { get; init; }

    public static FirmaResponse From(Publicacion publicacion, ManifiestoSellado manifiesto, Firma firma) =>
        new()
        {
            Publicacion = publicacion.Id.ToString(),
            ManifiestoSha256 = manifiesto.Sha256,
            Llave = firma.Llave,
            Algoritmo = AlgoritmoDeFirma,
            Firma = Convert.ToBase64String(firma.Der),
        };
}

/// <summary>The public keys.</summary>
public sealed record LlavesResponse
{
    [Campo("Todas, de la más antigua a la más reciente; vacío si nunca hubo.")]
    public required IReadOnlyList<LlaveResponse> Llaves { get; init; }
}

/// <summary>A public key.</summary>
public sealed record LlaveResponse
{
    [Campo("Identificador: los primeros 16 dígitos hexadecimales del SHA-256 de la llave en DER.", "0123456789abcdef")]
    public required string Id { get; init; }

    [Campo("Para qué sirve.", FirmaResponse.AlgoritmoDeFirma, Crece = true)]
    public required string Algoritmo { get; init; }

    [Campo("La llave, en PEM.", "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE…\n-----END PUBLIC KEY-----")]
    public required string Pem { get; init; }

    [Campo("Cuándo se creó, en UTC.", "2026-06-03T18:00:00Z")]
    public required DateTimeOffset CreadaEn { get; init; }

    [Campo("Desde cuándo ya no firma, en UTC.", "2027-06-03T18:00:00Z", Nulo = "Es la que firma.")]
    public required DateTimeOffset? RetiradaEn { get; init; }

    public static LlaveResponse From(LlavePublica llave) =>
        new()
        {
            Id = llave.Id,
            Algoritmo = FirmaResponse.AlgoritmoDeFirma,
            Pem = llave.Pem,
            CreadaEn = llave.CreadaEn,
            RetiradaEn = llave.RetiradaEn,
        };
}
