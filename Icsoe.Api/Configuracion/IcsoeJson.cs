using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Icsoe.Api.Avisos;
using Icsoe.Api.Calendario;
using Icsoe.Api.Cambios;
using Icsoe.Api.Cifras;
using Icsoe.Api.Comprobantes;
using Icsoe.Api.ConsultasMasivas;
using Icsoe.Api.Contratos;
using Icsoe.Api.Diagnosticos;
using Icsoe.Api.Diccionario;
using Icsoe.Api.Inconsistencias;
using Icsoe.Api.Informativas;
using Icsoe.Api.Inicio;
using Icsoe.Api.Listados;
using Icsoe.Api.Novedades;
using Icsoe.Api.Partes;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Api.Publicaciones;
using Icsoe.Api.Salud;
using Icsoe.Api.Sugerencias;
using Icsoe.Api.Validaciones;
using Icsoe.Domain.Exportacion;

namespace Icsoe.Api.Configuracion;

/// <summary>How answers are written: snake_case, every property present, accents as they are, instants in UTC with <c>Z</c>.</summary>
[JsonSerializable(typeof(ProblemaResponse))]
[JsonSerializable(typeof(RetiradoResponse))]
[JsonSerializable(typeof(IReadOnlyList<HallazgoResponse>), TypeInfoPropertyName = "Hallazgos")]
[JsonSerializable(typeof(DemasiadoAmpliaResponse))]
[JsonSerializable(typeof(InicioResponse))]
[JsonSerializable(typeof(SaludResponse))]
[JsonSerializable(typeof(ListadoResponse))]
[JsonSerializable(typeof(PublicacionResponse))]
[JsonSerializable(typeof(InconsistenciaDeCatalogoResponse))]
[JsonSerializable(typeof(AvisoResponse))]
[JsonSerializable(typeof(CalendarioResponse))]
[JsonSerializable(typeof(NovedadesResponse))]
[JsonSerializable(typeof(TipoDeProblemaResponse))]
[JsonSerializable(typeof(Coleccion<ListadoResponse>), TypeInfoPropertyName = "Listados")]
[JsonSerializable(typeof(ColeccionDeFilas<ValorEscrito>), TypeInfoPropertyName = "FilasEscritas")]
[JsonSerializable(typeof(ColeccionDeFilas<InformativaResponse>), TypeInfoPropertyName = "Informativas")]
[JsonSerializable(typeof(ColeccionDeFilas<RenglonResponse>), TypeInfoPropertyName = "Renglones")]
[JsonSerializable(typeof(ColeccionDePartes))]
[JsonSerializable(typeof(ParteConsultadaResponse))]
[JsonSerializable(typeof(ParteHalladaResponse))]
[JsonSerializable(typeof(SugerenciaResponse))]
[JsonSerializable(typeof(ColeccionConAviso<ContraparteResponse>), TypeInfoPropertyName = "Contrapartes")]
[JsonSerializable(typeof(ColeccionConAviso<PresentacionResponse>), TypeInfoPropertyName = "Historia")]
[JsonSerializable(typeof(ColeccionConAviso<SugerenciaResponse>), TypeInfoPropertyName = "Sugerencias")]
[JsonSerializable(typeof(EstadisticasResponse))]
[JsonSerializable(typeof(ContratoResponse))]
[JsonSerializable(typeof(InformativaResponse))]
[JsonSerializable(typeof(CalidadResponse))]
[JsonSerializable(typeof(FirmaResponse))]
[JsonSerializable(typeof(ComprobanteResponse))]
[JsonSerializable(typeof(LlavesResponse))]
[JsonSerializable(typeof(DiagnosticoResponse))]
[JsonSerializable(typeof(ConsultasMasivasResponse))]
[JsonSerializable(typeof(ValidacionResponse))]
[JsonSerializable(typeof(CambioResponse))]
[JsonSerializable(typeof(ColeccionDeCambios))]
[JsonSerializable(typeof(Coleccion<HechoResponse>), TypeInfoPropertyName = "Hechos")]
[JsonSerializable(typeof(Coleccion<PublicacionResponse>), TypeInfoPropertyName = "Publicaciones")]
[JsonSerializable(typeof(Coleccion<InconsistenciaDeCatalogoResponse>), TypeInfoPropertyName = "Inconsistencias")]
[JsonSerializable(typeof(Coleccion<TipoDeProblemaResponse>), TypeInfoPropertyName = "Problemas")]
[JsonSerializable(typeof(Coleccion<RecursoDeDiccionarioResponse>), TypeInfoPropertyName = "Diccionario")]
public sealed partial class IcsoeJson : JsonSerializerContext
{
    /// <summary>The context every answer uses.</summary>
    public static IcsoeJson Actual { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
                Converters = { new InstanteConverter(), new CasoConverter() },
                // Answers are application/json with nosniff, never inside a page: accents, emoji and quotes can stand as they are.
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );

    /// <summary>For writers of one's own: the same escapes.</summary>
    public static JsonWriterOptions Escritura { get; } = new() { Encoder = Actual.Options.Encoder, SkipValidation = true };

    /// <summary>The UTF-8 bytes of a value, in memory that is lent for as long as its request lasts.</summary>
    public static ReadOnlyMemory<byte> Serializar<T>(T valor, JsonTypeInfo<T> tipo, HttpResponse respuesta)
    {
        var prestado = new EscritorDeJson();
        respuesta.RegisterForDispose(prestado);
        using (var json = new Utf8JsonWriter(prestado, Escritura))
            JsonSerializer.Serialize(json, valor, tipo);
        return prestado.Entre(0, prestado.Escritos);
    }

    /// <summary>The UTF-8 bytes of a value.</summary>
    public static byte[] Serializar<T>(T valor, JsonTypeInfo<T> tipo) => JsonSerializer.SerializeToUtf8Bytes(valor, tipo);
}

/// <summary>RFC 3339 in UTC, to the second: <c>2026-06-03T18:00:00Z</c>.</summary>
public sealed class InstanteConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}

/// <summary>1 to 4 as numbers, any other case as <c>"otro"</c>.</summary>
public sealed class CasoConverter : JsonConverter<Caso>
{
    public override Caso Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : null);

    public override void Write(Utf8JsonWriter writer, Caso value, JsonSerializerOptions options)
    {
        if (value.Numero is { } numero)
            writer.WriteNumberValue(numero);
        else
            writer.WriteStringValue("otro");
    }
}
