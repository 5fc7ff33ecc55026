using System.Runtime.InteropServices;
using System.Text.Json;

namespace Icsoe.Domain.Lectura;

/// <summary>Informativas as the elements of one JSON document, each read exactly as a line of NDJSON is.</summary>
public static class LectorJson
{
    /// <summary>Reads them as they are asked for; the place of each is its number, from 1.</summary>
    /// <param name="informativas">Of a document that lives until the last one was read.</param>
    /// <param name="archivo">Name, for the places of the problems.</param>
    /// <exception cref="OperationCanceledException">While enumerating, when <paramref name="ct"/> is cancelled.</exception>
    public static IEnumerable<LineaLeida> Leer(
        IEnumerable<JsonElement> informativas,
        string archivo,
        LimitesDeLectura limites,
        CancellationToken ct
    )
    {
        var lector = new LectorDeInformativa(archivo, limites);
        var numero = 0;
        foreach (var informativa in informativas)
        {
            ct.ThrowIfCancellationRequested();
            yield return lector.Leer(++numero, JsonMarshal.GetRawUtf8Value(informativa));
        }
    }
}
