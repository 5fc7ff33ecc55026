using System.Text.Json;
using System.Text.Json.Serialization;

namespace Icsoe.Api.Peticiones;

/// <summary>A JSON value that is written already: it goes into the answer as it is.</summary>
[JsonConverter(typeof(ValorEscritoConverter))]
public readonly record struct ValorEscrito(ReadOnlyMemory<byte> Json);

/// <summary>Copies values that are written already.</summary>
public sealed class ValorEscritoConverter : JsonConverter<ValorEscrito>
{
    public override ValorEscrito Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ValorEscrito value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
}
