using System.Text;
using System.Text.Json;

namespace Icsoe.Domain.Lectura;

/// <summary>The keys that one kind of JSON object may have, and which of them were seen.</summary>
internal sealed class ClavesDeJson(params string[] nombres)
{
    private readonly byte[][] enUtf8 = [.. nombres.Select(Encoding.UTF8.GetBytes)];

    public string this[int indice] => nombres[indice];

    /// <summary>
    /// Which key the reader stands at; -1 when it is to be skipped, being unknown or repeated (already rejected here).
    /// </summary>
    public int Reconocer(ref Utf8JsonReader json, ref Vistas vistas, Problemas problemas)
    {
        var indice = Buscar(ref json, out var nombre);
        if (indice >= 0)
        {
            var bit = 1u << indice;
            if ((vistas.Conocidas & bit) == 0)
            {
                vistas.Conocidas |= bit;
                return indice;
            }
            problemas.Rechazar(nombres[indice], "la clave está repetida.");
            return -1;
        }
        nombre ??= TextoDeJson.Leer(ref json);
        if ((vistas.Ajenas ??= []).Add(nombre))
            problemas.Rechazar(Problemas.Cita(nombre), $"clave desconocida; la más parecida es «{Parecido.MasCercano(nombre, nombres)}».");
        else
            problemas.Rechazar(Problemas.Cita(nombre), "la clave está repetida.");
        return -1;
    }

    private int Buscar(ref Utf8JsonReader json, out string? nombre)
    {
        nombre = null;
        if (json.ValueIsEscaped)
        {
            nombre = TextoDeJson.Leer(ref json);
            return Array.IndexOf(nombres, nombre);
        }
        for (var i = 0; i < enUtf8.Length; i++)
        {
            if (json.ValueSpan.SequenceEqual(enUtf8[i]))
                return i;
        }
        return -1;
    }

    /// <summary>Keys met in one object.</summary>
    public struct Vistas
    {
        public uint Conocidas;
        public HashSet<string>? Ajenas;
    }
}
