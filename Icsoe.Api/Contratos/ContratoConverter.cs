using System.Text.Json;
using System.Text.Json.Serialization;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Inconsistencias;

namespace Icsoe.Api.Contratos;

/// <summary>
/// Writes a contract member by member, as the serializer would: it is what is asked for most, and so it costs half. A test holds both to
/// the same bytes.
/// </summary>
public sealed class ContratoConverter : JsonConverter<ContratoResponse>
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Folio = JsonEncodedText.Encode("folio");
    private static readonly JsonEncodedText Lista = JsonEncodedText.Encode("lista");
    private static readonly JsonEncodedText Ejercicio = JsonEncodedText.Encode("ejercicio");
    private static readonly JsonEncodedText Cuatrimestre = JsonEncodedText.Encode("cuatrimestre");
    private static readonly JsonEncodedText Periodo = JsonEncodedText.Encode("periodo");
    private static readonly JsonEncodedText Contratista = JsonEncodedText.Encode("contratista");
    private static readonly JsonEncodedText Contratante = JsonEncodedText.Encode("contratante");
    private static readonly JsonEncodedText Nombre = JsonEncodedText.Encode("nombre");
    private static readonly JsonEncodedText TipoPersona = JsonEncodedText.Encode("tipo_persona");
    private static readonly JsonEncodedText Clave = JsonEncodedText.Encode("clave");
    private static readonly JsonEncodedText Servicio = JsonEncodedText.Encode("servicio");
    private static readonly JsonEncodedText ServicioEnmascarado = JsonEncodedText.Encode("servicio_enmascarado");
    private static readonly JsonEncodedText FechaInicio = JsonEncodedText.Encode("fecha_inicio");
    private static readonly JsonEncodedText FechaFin = JsonEncodedText.Encode("fecha_fin");
    private static readonly JsonEncodedText PersonasTrabajadoras = JsonEncodedText.Encode("personas_trabajadoras");
    private static readonly JsonEncodedText Informativa = JsonEncodedText.Encode("informativa");
    private static readonly JsonEncodedText Tipo = JsonEncodedText.Encode("tipo");
    private static readonly JsonEncodedText FechaPresentacion = JsonEncodedText.Encode("fecha_presentacion");
    private static readonly JsonEncodedText Inconsistencias = JsonEncodedText.Encode("inconsistencias");
    private static readonly JsonEncodedText Observaciones = JsonEncodedText.Encode("observaciones");
    private static readonly JsonEncodedText Aproximado = JsonEncodedText.Encode("aproximado");

    public override ContratoResponse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ContratoResponse value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Id, value.Id);
        writer.WriteString(Folio, value.Folio);
        writer.WriteString(Lista, value.Lista);
        writer.WriteNumber(Ejercicio, value.Ejercicio);
        writer.WriteNumber(Cuatrimestre, value.Cuatrimestre);
        writer.WriteString(Periodo, value.Periodo);
        Escribir(writer, Contratista, value.Contratista);
        Escribir(writer, Contratante, value.Contratante);
        writer.WriteString(Servicio, value.Servicio);
        writer.WriteBoolean(ServicioEnmascarado, value.ServicioEnmascarado);
        Escribir(writer, FechaInicio, value.FechaInicio);
        Escribir(writer, FechaFin, value.FechaFin);
        if (value.PersonasTrabajadoras is { } personas)
            writer.WriteNumber(PersonasTrabajadoras, personas);
        else
            writer.WriteNull(PersonasTrabajadoras);
        writer.WriteStartObject(Informativa);
        writer.WriteString(Folio, value.Informativa.Folio);
        writer.WriteString(Tipo, value.Informativa.Tipo);
        Escribir(writer, FechaPresentacion, value.Informativa.FechaPresentacion);
        writer.WriteEndObject();
        Escribir(writer, Inconsistencias, value.Inconsistencias);
        Escribir(writer, Observaciones, value.Observaciones);
        writer.WriteBoolean(Aproximado, value.Aproximado);
        writer.WriteEndObject();
    }

    private static void Escribir(Utf8JsonWriter writer, JsonEncodedText nombre, ParteResponse parte)
    {
        writer.WriteStartObject(nombre);
        writer.WriteString(Nombre, parte.Nombre);
        writer.WriteString(TipoPersona, parte.TipoPersona);
        writer.WriteString(Clave, parte.Clave);
        writer.WriteEndObject();
    }

    private static void Escribir(Utf8JsonWriter writer, JsonEncodedText nombre, DateOnly? dia)
    {
        if (dia is not { } uno)
        {
            writer.WriteNull(nombre);
            return;
        }
        Span<byte> texto = stackalloc byte[10];
        uno.TryFormat(texto, out var escritos, "O");
        writer.WriteString(nombre, texto[..escritos]);
    }

    private static void Escribir(Utf8JsonWriter writer, JsonEncodedText nombre, IReadOnlyList<HallazgoResponse> hallazgos)
    {
        writer.WriteStartArray(nombre);
        foreach (var hallazgo in hallazgos)
            JsonSerializer.Serialize(writer, hallazgo, IcsoeJson.Actual.HallazgoResponse);
        writer.WriteEndArray();
    }
}
