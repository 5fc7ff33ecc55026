using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>The findings of a row as stored: <c>{"i":[…],"o":[…]}</c>, inconsistencias and observaciones, absent members left out.</summary>
internal static class CodecDeHallazgos
{
    private static readonly JsonWriterOptions Opciones = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null when there is nothing to store.</summary>
    public static byte[]? Escribir(IReadOnlyList<Hallazgo> inconsistencias, IReadOnlyList<Hallazgo> observaciones)
    {
        if (inconsistencias.Count == 0 && observaciones.Count == 0)
            return null;
        var bufer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(bufer, Opciones))
        {
            json.WriteStartObject();
            EscribirLista(json, "i", inconsistencias);
            EscribirLista(json, "o", observaciones);
            json.WriteEndObject();
        }
        return bufer.WrittenSpan.ToArray();
    }

    public static (IReadOnlyList<Hallazgo> Inconsistencias, IReadOnlyList<Hallazgo> Observaciones) Leer(ReadOnlyMemory<byte> contenido)
    {
        using var documento = JsonDocument.Parse(contenido);
        return (LeerLista(documento.RootElement, "i"), LeerLista(documento.RootElement, "o"));
    }

    /// <summary>Key of a content: 63 bits of its SHA-256, never negative.</summary>
    public static long Id(ReadOnlySpan<byte> contenido)
    {
        Span<byte> resumen = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(contenido, resumen);
        return BinaryPrimitives.ReadInt64BigEndian(resumen) & long.MaxValue;
    }

    /// <summary>One bit per code.</summary>
    public static int Mascara(IReadOnlyList<Hallazgo> hallazgos)
    {
        var mascara = 0;
        foreach (var hallazgo in hallazgos)
            mascara |= 1 << (int)hallazgo.Codigo;
        return mascara;
    }

    private static void EscribirLista(Utf8JsonWriter json, string nombre, IReadOnlyList<Hallazgo> hallazgos)
    {
        if (hallazgos.Count == 0)
            return;
        json.WriteStartArray(nombre);
        foreach (var hallazgo in hallazgos)
        {
            json.WriteStartObject();
            json.WriteString("codigo", hallazgo.Codigo.Valor());
            json.WriteString("texto", hallazgo.Texto);
            if (hallazgo.Alcance == Alcance.Contrato)
                json.WriteNumber("alcance", (int)hallazgo.Alcance);
            if (hallazgo.Contrato is { } contrato)
                json.WriteString("contrato", contrato);
            EscribirNumero(json, "motivo", (int?)hallazgo.Motivo);
            EscribirNumero(json, "caso", (int?)hallazgo.Caso);
            EscribirNumero(json, "declarados", hallazgo.Declarados);
            EscribirNumero(json, "presentados", hallazgo.Presentados);
            if (hallazgo.ConfianzaBaja)
                json.WriteBoolean("baja", true);
            if (hallazgo.Relacionadas.Count > 0)
            {
                json.WriteStartArray("relacionadas");
                foreach (var folio in hallazgo.Relacionadas)
                    json.WriteStringValue(folio);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void EscribirNumero(Utf8JsonWriter json, string nombre, int? valor)
    {
        if (valor is { } numero)
            json.WriteNumber(nombre, numero);
    }

    private static List<Hallazgo> LeerLista(JsonElement raiz, string nombre)
    {
        var hallazgos = new List<Hallazgo>();
        if (!raiz.TryGetProperty(nombre, out var lista))
            return hallazgos;
        foreach (var elemento in lista.EnumerateArray())
        {
            if (!Codigos.TryParse(elemento.GetProperty("codigo").GetString(), out var codigo))
                throw new AlmacenException($"Código de inconsistencia desconocido en el almacén: {elemento}.");
            hallazgos.Add(
                new Hallazgo
                {
                    Codigo = codigo,
                    Texto = elemento.GetProperty("texto").GetString()!,
                    Alcance = (Alcance)(LeerNumero(elemento, "alcance") ?? 0),
                    Contrato = elemento.TryGetProperty("contrato", out var contrato) ? contrato.GetString() : null,
                    Motivo = (MotivoFechaInicio?)LeerNumero(elemento, "motivo"),
                    Caso = (CasoMultiple?)LeerNumero(elemento, "caso"),
                    Declarados = LeerNumero(elemento, "declarados"),
                    Presentados = LeerNumero(elemento, "presentados"),
                    ConfianzaBaja = elemento.TryGetProperty("baja", out _),
                    Relacionadas = elemento.TryGetProperty("relacionadas", out var folios)
                        ? [.. folios.EnumerateArray().Select(folio => folio.GetString()!)]
                        : [],
                }
            );
        }
        return hallazgos;
    }

    private static int? LeerNumero(JsonElement elemento, string nombre) =>
        elemento.TryGetProperty(nombre, out var valor) ? valor.GetInt32() : null;
}
