using System.Runtime.InteropServices;
using System.Text.Json;

namespace Icsoe.Domain.Lectura;

/// <summary>Informativas as the elements of one JSON document, each read exactly as a line of NDJSON is, and no longer than one.</summary>
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
            numero++;
            var linea = JsonMarshal.GetRawUtf8Value(informativa);
            yield return linea.Length > limites.BytesPorLinea
                ? lector.RechazarLinea(numero, $"la informativa pasa de {limites.BytesPorLinea:N0} bytes; divídela.")
                : lector.Leer(numero, linea);
        }
    }
}
