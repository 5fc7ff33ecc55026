using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Publicaciones;

/// <summary>
/// What a publication consists of, as a file that anyone can check: every file with its digest, the canonical digest of each listado, what
/// it was made with, and the digest of the manifest before it, so that they make a chain. The same publication gives the same bytes.
/// </summary>
public static class Manifiesto
{
    /// <summary>Format of the file; a new one has another number.</summary>
    public const string Formato = "icsoe-manifiesto/1";

    private static readonly JsonWriterOptions Opciones = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Name that a person saves it under.</summary>
    public static string Nombre(IdPublicacion id) => $"icsoe-{id}-manifiesto.json";

    /// <summary>The manifest of a publication as one of its files; null when it has none.</summary>
    public static ArchivoPublicado? Archivo(Publicacion publicacion) =>
        publicacion.Manifiesto is { } suyo ? new(Nombre(publicacion.Id), "json", "icsoe", suyo.Bytes, suyo.Sha256) : null;

    /// <summary>The bytes of the manifest of a publication.</summary>
    /// <param name="listados">All that stand at it, in key order.</param>
    /// <param name="acervo">Its files of the whole store.</param>
    /// <param name="anterior">The publication before and the digest of its manifest; null for the first.</param>
    public static byte[] Escribir(
        Publicacion publicacion,
        IReadOnlyList<EstadoListado> listados,
        IReadOnlyList<ArchivoPublicado> acervo,
        (IdPublicacion Id, string Sha256)? anterior,
        Ejecucion ejecucion
    )
    {
        var bufer = new ArrayBufferWriter<byte>(1 << 16);
        using (var json = new Utf8JsonWriter(bufer, Opciones))
        {
            json.WriteStartObject();
            json.WriteString("formato", Formato);
            json.WriteString("publicacion", publicacion.Id.ToString());
            json.WriteNumber("secuencia", publicacion.Secuencia);
            json.WriteString(
                "sellada_en",
                publicacion.SelladaEn.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            );
            json.WriteString("corte", publicacion.Corte?.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("puerta", publicacion.Puerta == Puerta.Espejo ? "espejo" : "instituto");
            json.WriteStartObject("programa");
            json.WriteString("version", publicacion.Programa.Version);
            json.WriteString("commit", publicacion.Programa.Commit);
            json.WriteString("dotnet", ejecucion.DotNet);
            json.WriteString("arquitectura", ejecucion.Arquitectura);
            json.WriteEndObject();
            if (anterior is { } previa)
            {
                json.WriteStartObject("anterior");
                json.WriteString("publicacion", previa.Id.ToString());
                json.WriteString("manifiesto_sha256", previa.Sha256);
                json.WriteEndObject();
            }
            else
                json.WriteNull("anterior");
            json.WriteStartArray("listados");
            foreach (var listado in listados)
                Escribir(json, listado);
            json.WriteEndArray();
            json.WriteStartArray("archivos");
            foreach (var archivo in acervo)
                Escribir(json, archivo, null);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        bufer.Write("\n"u8);
        return bufer.WrittenSpan.ToArray();
    }

    /// <summary>What a manifest says it was made with; null when it is no manifest.</summary>
    public static Ejecucion? EjecucionDe(ReadOnlyMemory<byte> manifiesto)
    {
        try
        {
            using var documento = JsonDocument.Parse(manifiesto);
            var programa = documento.RootElement.GetProperty("programa");
            return new(programa.GetProperty("dotnet").GetString()!, programa.GetProperty("arquitectura").GetString()!);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Escribir(Utf8JsonWriter json, EstadoListado estado)
    {
        json.WriteStartObject();
        json.WriteString("nombre", estado.Listado.Nombre);
        json.WriteString("lista", estado.Listado.Lista.Valor());
        json.WriteString("periodo", estado.Listado.Periodo.ToString());
        json.WriteString("puerta", estado.Puerta == Puerta.Espejo ? "espejo" : "instituto");
        json.WriteString("contenido_desde", estado.ContenidoDesde.ToString());
        json.WriteNumber("renglones", estado.Renglones);
        json.WriteNumber("contratos", estado.Contratos);
        json.WriteNumber("informativas", estado.Informativas);
        json.WriteNumber("informativas_sin_contratos", estado.InformativasSinContratos);
        json.WriteString("csv_sha256", estado.Canonico);
        json.WriteStartArray("archivos");
        foreach (var archivo in estado.Archivos)
            Escribir(json, archivo, estado.Renglones);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Escribir(Utf8JsonWriter json, ArchivoPublicado archivo, int? renglones)
    {
        json.WriteStartObject();
        json.WriteString("nombre", archivo.Nombre);
        json.WriteString("formato", archivo.Formato);
        json.WriteString("origen", archivo.Origen);
        json.WriteNumber("bytes", archivo.Bytes);
        if (renglones is { } cuantos)
            json.WriteNumber("renglones", cuantos);
        json.WriteString("sha256", archivo.Sha256);
        json.WriteEndObject();
    }
}

/// <summary>What files are the same bytes on: the .NET version and the architecture.</summary>
public sealed record Ejecucion(string DotNet, string Arquitectura)
{
    /// <summary>This one.</summary>
    public static Ejecucion Actual { get; } = new(Environment.Version.ToString(), RuntimeInformation.ProcessArchitecture.ToString());
}

/// <summary>The manifest of a publication, as its record names it.</summary>
/// <param name="Sha256">64 lower-case hex digits; the file lies under them.</param>
/// <param name="Firma">Null when there was no key.</param>
public sealed record ManifiestoSellado(string Sha256, long Bytes, Firma? Firma);

/// <summary>A detached signature of the bytes of a manifest: ECDSA, P-256, over their SHA-256.</summary>
/// <param name="Llave">Id of the key, as its public half is published.</param>
/// <param name="Der">As OpenSSL takes it (RFC 3279).</param>
public sealed record Firma(string Llave, byte[] Der);

/// <summary>The public half of a key.</summary>
/// <param name="Id">First 16 hex digits of the SHA-256 of its SubjectPublicKeyInfo.</param>
/// <param name="Pem">SubjectPublicKeyInfo, PEM.</param>
/// <param name="RetiradaEn">Null while it is the one that signs.</param>
public sealed record LlavePublica(string Id, string Pem, DateTimeOffset CreadaEn, DateTimeOffset? RetiradaEn);
