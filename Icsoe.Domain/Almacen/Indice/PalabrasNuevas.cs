using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// The words of texts that come one after another, to be written beside those that an index file has. Each word is kept with how it is
/// written: PEÑA and PENA fold to the same and are two.
/// </summary>
internal sealed class PalabrasNuevas
{
    private const int Recordados = 1 << 14;
    private const char Separador = '\u0001';

    private readonly Dictionary<string, int> numeros = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> porLetras;
    private readonly ListaLarga<int> textos = new();
    private readonly ListaLarga<int> desde = new();

    /// <summary>The last text of each hash and where its words are: services repeat.</summary>
    private readonly (string? Texto, int Documento)[] vistos = new (string?, int)[Recordados];

    public PalabrasNuevas() => porLetras = numeros.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many texts came.</summary>
    public int Documentos => desde.Cuantos;

    /// <summary>The next text; null for none.</summary>
    public void Agregar(string? texto)
    {
        desde.Agregar(textos.Cuantos);
        if (string.IsNullOrEmpty(texto))
            return;
        ref var visto = ref vistos[texto.GetHashCode(StringComparison.Ordinal) & (Recordados - 1)];
        if (visto.Texto == texto)
        {
            var hasta = desde[visto.Documento + 1];
            for (var i = desde[visto.Documento]; i < hasta; i++)
                textos.Agregar(textos[i]);
            return;
        }
        visto = (texto, desde.Cuantos - 1);
        var (plegado, escrito) = Plegado.PlegarConEscritura(texto);
        PartirConSufijos(plegado, escrito);
    }

    /// <summary>The next text, folded already.</summary>
    public void AgregarPlegado(string plegado, string escrito)
    {
        desde.Agregar(textos.Cuantos);
        PartirConSufijos(plegado, escrito);
    }

    /// <summary>
    /// The fold gives a suffix its own form only where a text ends: of one that has it elsewhere both forms are kept, one after another,
    /// so that it is found in any spelling.
    /// </summary>
    private void PartirConSufijos(string plegado, string escrito)
    {
        Partir(plegado, escrito);
        if (Plegado.ReducirSufijos(plegado, escrito) is not var (reducido, suEscritura))
            return;
        textos.Agregar(Numero([Separador]));
        Partir(reducido, suEscritura);
    }

    private void Partir(ReadOnlySpan<char> plegado, ReadOnlySpan<char> escrito)
    {
        var iguales = plegado.SequenceEqual(escrito);
        while (!plegado.IsEmpty)
        {
            var palabra = Primera(ref plegado);
            var suya = iguales ? palabra : Primera(ref escrito);
            textos.Agregar(palabra.SequenceEqual(suya) ? Numero(palabra) : Numero($"{palabra}{Separador}{suya}"));
        }
    }

    /// <summary>Writes all that <paramref name="anteriores"/> has and, after its texts, those that came.</summary>
    /// <param name="cuenta">Whether a text counts among those that repeat; null when nobody asks which do.</param>
    public void Escribir(EscritorDeMapa salida, Palabras? anteriores, Func<int, bool>? cuenta = null)
    {
        var nuevas = new (byte[] Letras, byte[] Escrita)[numeros.Count];
        foreach (var (palabra, numero) in numeros)
        {
            var corte = palabra.IndexOf(Separador, StringComparison.Ordinal);
            nuevas[numero] =
                corte <= 0
                    ? (Encoding.UTF8.GetBytes(palabra), [])
                    : (Encoding.UTF8.GetBytes(palabra[..corte]), Encoding.UTF8.GetBytes(palabra[(corte + 1)..]));
        }
        var orden = new int[nuevas.Length];
        for (var i = 0; i < orden.Length; i++)
            orden[i] = i;
        orden.AsSpan().Sort((a, b) => Comparar(nuevas[a].Letras, nuevas[a].Escrita, nuevas[b].Letras, nuevas[b].Escrita));

        var deAntes = new int[anteriores?.Cuantas ?? 0];
        var deAhora = new int[nuevas.Length];
        var letras = new MemoryStream();
        var letrasDesde = new List<int>();
        var escritas = new MemoryStream();
        var escritasDesde = new List<int>();
        for (int viejo = 0, nuevo = 0; viejo < deAntes.Length || nuevo < orden.Length; )
        {
            var suya = nuevo < orden.Length ? nuevas[orden[nuevo]] : default;
            var comparacion =
                viejo == deAntes.Length ? 1
                : nuevo == orden.Length ? -1
                : Comparar(anteriores!.Letras(viejo), anteriores.Escrita(viejo), suya.Letras, suya.Escrita);
            letrasDesde.Add((int)letras.Length);
            escritasDesde.Add((int)escritas.Length);
            letras.Write(comparacion <= 0 ? anteriores!.Letras(viejo) : suya.Letras);
            escritas.Write(comparacion <= 0 ? anteriores!.Escrita(viejo) : suya.Escrita);
            if (comparacion <= 0)
                deAntes[viejo++] = letrasDesde.Count - 1;
            if (comparacion >= 0)
                deAhora[orden[nuevo++]] = letrasDesde.Count - 1;
        }
        var cuantas = letrasDesde.Count;
        letrasDesde.Add((int)letras.Length);
        escritasDesde.Add((int)escritas.Length);
        salida.Escribir<byte>(Seccion.Palabras, letras.GetBuffer().AsSpan(0, (int)letras.Length));
        salida.Escribir<int>(Seccion.PalabrasDesde, CollectionsMarshal.AsSpan(letrasDesde));
        salida.Escribir<byte>(Seccion.Escritas, escritas.GetBuffer().AsSpan(0, (int)escritas.Length));
        salida.Escribir<int>(Seccion.EscritasDesde, CollectionsMarshal.AsSpan(escritasDesde));
        var (todos, inicios) = EscribirTextos(salida, anteriores, deAntes, deAhora, cuantas);
        if (cuenta is not null)
            TextosFrecuentes.Escribir(salida, todos, inicios, letras.GetBuffer(), letrasDesde, cuenta);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int[] Textos, int[] Desde) EscribirTextos(
        EscritorDeMapa salida,
        Palabras? anteriores,
        int[] deAntes,
        int[] deAhora,
        int cuantas
    )
    {
        var previos = anteriores is null ? [] : anteriores.Textos;
        var previosDesde = anteriores is null ? [] : anteriores.TextosDesde;
        var todos = textos.Tras(previos);
        for (var i = 0; i < todos.Length; i++)
            todos[i] = i < previos.Length ? deAntes[todos[i]] : deAhora[todos[i]];
        var inicios = desde.Tras(previosDesde.IsEmpty ? [] : previosDesde[..^1]);
        for (var i = inicios.Length - desde.Cuantos; i < inicios.Length; i++)
            inicios[i] += previos.Length;
        salida.Escribir<int>(Seccion.Textos, todos);
        salida.Escribir<int>(Seccion.TextosDesde, inicios, [todos.Length]);

        // Where each word appears, in order and once a text: counted first, so that every list is written where it belongs.
        var lugares = new int[cuantas + 1];
        var ultimo = new int[cuantas];
        for (var documento = 0; documento < inicios.Length; documento++)
        {
            foreach (var palabra in todos.AsSpan(inicios[documento]..Fin(documento)))
            {
                if (ultimo[palabra] != documento + 1)
                    lugares[palabra + 1]++;
                ultimo[palabra] = documento + 1;
            }
        }
        for (var palabra = 0; palabra < cuantas; palabra++)
            lugares[palabra + 1] += lugares[palabra];
        var apariciones = GC.AllocateUninitializedArray<int>(lugares[cuantas]);
        var siguiente = lugares.AsSpan(0, cuantas).ToArray();
        for (var documento = 0; documento < inicios.Length; documento++)
        {
            foreach (var palabra in todos.AsSpan(inicios[documento]..Fin(documento)))
            {
                if (siguiente[palabra] == lugares[palabra] || apariciones[siguiente[palabra] - 1] != documento)
                    apariciones[siguiente[palabra]++] = documento;
            }
        }
        salida.Escribir<int>(Seccion.Apariciones, apariciones);
        salida.Escribir<int>(Seccion.AparicionesDesde, lugares);
        return (todos, inicios);

        int Fin(int documento) => documento + 1 < inicios.Length ? inicios[documento + 1] : todos.Length;
    }

    private int Numero(ReadOnlySpan<char> palabra)
    {
        if (!porLetras.TryGetValue(palabra, out var numero))
            numeros.Add(palabra.ToString(), numero = numeros.Count);
        return numero;
    }

    private static ReadOnlySpan<char> Primera(ref ReadOnlySpan<char> palabras)
    {
        var corte = palabras.IndexOf(' ');
        var primera = corte < 0 ? palabras : palabras[..corte];
        palabras = corte < 0 ? [] : palabras[(corte + 1)..];
        return primera;
    }

    private static int Comparar(
        ReadOnlySpan<byte> letras,
        ReadOnlySpan<byte> escrita,
        ReadOnlySpan<byte> otrasLetras,
        ReadOnlySpan<byte> otraEscrita
    )
    {
        var comparacion = letras.SequenceCompareTo(otrasLetras);
        return comparacion != 0 ? comparacion : escrita.SequenceCompareTo(otraEscrita);
    }
}
