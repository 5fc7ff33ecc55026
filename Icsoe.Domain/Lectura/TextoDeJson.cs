using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Icsoe.Domain.Lectura;

/// <summary>Strings of JSON, lone surrogates included: <see cref="Utf8JsonReader.GetString"/> throws on them.</summary>
internal static class TextoDeJson
{
    /// <summary>Words that many values are: they need not be made each time.</summary>
    private static readonly string[] Frecuentes = ["moral", "fisica", "normal", "correccion", "sin_informacion"];

    /// <summary>The string or property name that the reader stands at, as written.</summary>
    public static string Leer(ref Utf8JsonReader json)
    {
        if (json.ValueIsEscaped)
            return Desescapar(json.ValueSpan);
        foreach (var frecuente in Frecuentes)
        {
            if (Ascii.Equals(json.ValueSpan, frecuente))
                return frecuente;
        }
        return Encoding.UTF8.GetString(json.ValueSpan);
    }

    /// <summary>
    /// Moves the reader to the end of the value it stands at and returns its JSON, at most
    /// <paramref name="maximo"/> characters of it. Keys repeated anywhere inside are rejected.
    /// </summary>
    public static string Saltar(ref Utf8JsonReader json, ReadOnlySpan<byte> linea, string campo, Problemas problemas, int maximo = 200)
    {
        var desde = (int)json.TokenStartIndex;
        if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var fondo = json.CurrentDepth;
            var claves = new Stack<HashSet<string>>();
            do
            {
                if (json.TokenType == JsonTokenType.StartObject)
                    claves.Push([]);
                else if (json.TokenType == JsonTokenType.EndObject)
                    claves.Pop();
                else if (json.TokenType == JsonTokenType.PropertyName && !claves.Peek().Add(Leer(ref json)))
                    problemas.Rechazar(campo, $"la clave «{Problemas.Cita(Leer(ref json))}» está repetida.");
            } while (!(json.CurrentDepth == fondo && json.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) && json.Read());
        }
        var texto = Encoding.UTF8.GetString(linea[desde..(int)json.BytesConsumed]);
        return texto.Length > maximo ? texto[..maximo] : texto;
    }

    /// <summary>The reader already checked that every escape is well formed.</summary>
    private static string Desescapar(ReadOnlySpan<byte> bytes)
    {
        var salida = new StringBuilder(bytes.Length);
        while (bytes.IndexOf((byte)'\\') is var barra && barra >= 0)
        {
            salida.Append(Encoding.UTF8.GetString(bytes[..barra]));
            var letra = bytes[barra + 1];
            if (letra == 'u')
            {
                salida.Append((char)ushort.Parse(bytes.Slice(barra + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                bytes = bytes[(barra + 6)..];
                continue;
            }
            salida.Append(
                letra switch
                {
                    (byte)'b' => '\b',
                    (byte)'f' => '\f',
                    (byte)'n' => '\n',
                    (byte)'r' => '\r',
                    (byte)'t' => '\t',
                    _ => (char)letra,
                }
            );
            bytes = bytes[(barra + 2)..];
        }
        return salida.Append(Encoding.UTF8.GetString(bytes)).ToString();
    }
}
