using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// The words of texts that come one after another, to be written beside those that an index file has. Each word is kept with how it is
/// written: PEÑA and PENA fold to the same and are two.
/// </summary>
/// <param name="carpeta">For what does not fit in memory.</param>
/// <param name="porVuelta">Places of words that are put in order at a time, or those of one word if they are more.</param>
internal sealed class PalabrasNuevas(string carpeta, int porVuelta = 1 << 20) : IDisposable
{
    private const int Recordados = 1 << 14;

    /// <summary>Between the folded letters of a word and those it is written with; no letter comes before it.</summary>
    private const byte Separador = 1;

    private readonly Vocabulario palabras = new();
    private readonly ListaLarga<int> textos = new(carpeta);
    private readonly ListaLarga<int> desde = new(carpeta);
    private readonly List<int> deUno = [];

    /// <summary>The last text of each hash and its words: services repeat.</summary>
    private readonly (string? Texto, int[] Palabras)[] vistos = new (string?, int[])[Recordados];

    /// <summary>The next text; null for none.</summary>
    public void Agregar(string? texto)
    {
        desde.Agregar(textos.Cuantos);
        if (string.IsNullOrEmpty(texto))
            return;
        ref var visto = ref vistos[texto.GetHashCode(StringComparison.Ordinal) & (Recordados - 1)];
        if (visto.Texto != texto)
        {
            var (plegado, escrito) = Plegado.PlegarConEscritura(texto);
            PartirConSufijos(plegado, escrito);
            visto = (texto, [.. deUno]);
        }
        textos.Agregar(visto.Palabras);
    }

    /// <summary>The next text, folded already.</summary>
    public void AgregarPlegado(string plegado, string escrito)
    {
        desde.Agregar(textos.Cuantos);
        PartirConSufijos(plegado, escrito);
        textos.Agregar(CollectionsMarshal.AsSpan(deUno));
    }

    /// <summary>Writes all that <paramref name="anteriores"/> has and, after its texts, those that came.</summary>
    /// <param name="cuenta">Whether a text counts among those that repeat; null when nobody asks which do.</param>
    public void Escribir(EscritorDeMapa salida, Palabras? anteriores, Func<int, bool>? cuenta = null)
    {
        var (deAntes, deAhora) = EscribirPalabras(salida, anteriores);
        EscribirTextos(salida, anteriores, deAntes, deAhora);
        EscribirApariciones(salida);
        if (cuenta is not null)
            TextosFrecuentes.Escribir(salida, cuenta);
    }

    public void Dispose()
    {
        textos.Dispose();
        desde.Dispose();
    }

    /// <summary>
    /// The fold gives a suffix its own form only where a text ends: of one that has it elsewhere both forms are kept, one after another,
    /// so that it is found in any spelling.
    /// </summary>
    private void PartirConSufijos(string plegado, string escrito)
    {
        deUno.Clear();
        Partir(plegado, escrito);
        if (Plegado.ReducirSufijos(plegado, escrito) is not var (reducido, suEscritura))
            return;
        deUno.Add(palabras.Numero([Separador]));
        Partir(reducido, suEscritura);
    }

    private void Partir(string plegado, string escrito)
    {
        var maximo = Encoding.UTF8.GetMaxByteCount(plegado.Length) + Encoding.UTF8.GetMaxByteCount(escrito.Length);
        var prestados = ArrayPool<byte>.Shared.Rent(2 * maximo);
        ReadOnlySpan<byte> letras = prestados.AsSpan(0, Encoding.UTF8.GetBytes(plegado, prestados));
        ReadOnlySpan<byte> escritas = letras;
        var ambas = prestados.AsSpan(letras.Length);
        if (plegado != escrito)
        {
            escritas = ambas[..Encoding.UTF8.GetBytes(escrito, ambas)];
            ambas = ambas[escritas.Length..];
        }
        while (!letras.IsEmpty)
        {
            var iguales = letras == escritas;
            var palabra = Primera(ref letras);
            if (iguales)
            {
                escritas = letras;
                deUno.Add(palabras.Numero(palabra));
                continue;
            }
            var suya = Primera(ref escritas);
            palabra.CopyTo(ambas);
            ambas[palabra.Length] = Separador;
            suya.CopyTo(ambas[(palabra.Length + 1)..]);
            deUno.Add(palabras.Numero(palabra.SequenceEqual(suya) ? palabra : ambas[..(palabra.Length + 1 + suya.Length)]));
        }
        ArrayPool<byte>.Shared.Return(prestados);
    }

    /// <summary>Returns the place that each word has now, of those that there were and of those that came.</summary>
    private (int[] DeAntes, int[] DeAhora) EscribirPalabras(EscritorDeMapa salida, Palabras? anteriores)
    {
        // No two are the same: nothing tells them apart but their bytes.
        var orden = OrdenDeTextos.Ordenar(palabras.Letras, palabras.Desde, 0, (_, _) => 0);
        var deAntes = new int[anteriores?.Cuantas ?? 0];
        var deAhora = new int[orden.Length];
        using var letras = new ListaLarga<byte>(carpeta);
        using var letrasDesde = new ListaLarga<int>(carpeta);
        using var escritas = new ListaLarga<byte>(carpeta);
        using var escritasDesde = new ListaLarga<int>(carpeta);
        for (int viejo = 0, nuevo = 0; viejo < deAntes.Length || nuevo < orden.Length; )
        {
            var suya = nuevo < orden.Length ? palabras[orden[nuevo]] : [];
            var corte = suya.IndexOf(Separador);
            var escrita = corte > 0 ? suya[(corte + 1)..] : [];
            suya = corte > 0 ? suya[..corte] : suya;
            var comparacion =
                viejo == deAntes.Length ? 1
                : nuevo == orden.Length ? -1
                : Comparar(anteriores!.Letras(viejo), anteriores.Escrita(viejo), suya, escrita);
            letrasDesde.Agregar(letras.Cuantos);
            escritasDesde.Agregar(escritas.Cuantos);
            letras.Agregar(comparacion <= 0 ? anteriores!.Letras(viejo) : suya);
            escritas.Agregar(comparacion <= 0 ? anteriores!.Escrita(viejo) : escrita);
            if (comparacion <= 0)
                deAntes[viejo++] = letrasDesde.Cuantos - 1;
            if (comparacion >= 0)
                deAhora[orden[nuevo++]] = letrasDesde.Cuantos - 1;
        }
        salida.Escribir(Seccion.Palabras, letras.Leer());
        salida.Escribir(Seccion.PalabrasDesde, letrasDesde.Leer(), [letras.Cuantos]);
        salida.Escribir(Seccion.Escritas, escritas.Leer());
        salida.Escribir(Seccion.EscritasDesde, escritasDesde.Leer(), [escritas.Cuantos]);
        return (deAntes, deAhora);
    }

    private void EscribirTextos(EscritorDeMapa salida, Palabras? anteriores, int[] deAntes, int[] deAhora)
    {
        var previos = anteriores is null ? [] : anteriores.Textos;
        var cuantos = previos.Length;
        salida.Abrir(Seccion.Textos);
        salida.Agregar(previos, palabra => deAntes[palabra]);
        salida.Agregar(textos.Leer(), palabra => deAhora[palabra]);
        salida.Cerrar(Seccion.Textos);
        salida.Abrir(Seccion.TextosDesde);
        salida.Agregar(anteriores is null ? [] : anteriores.TextosDesde[..^1]);
        salida.Agregar(desde.Leer(), inicio => cuantos + inicio);
        salida.Agregar<int>([cuantos + textos.Cuantos]);
        salida.Cerrar(Seccion.TextosDesde);
    }

    /// <summary>Where each word appears, in order and once a text: counted first, so that every list is written where it belongs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void EscribirApariciones(EscritorDeMapa salida)
    {
        var todos = salida.Leer<int>(Seccion.Textos);
        var inicios = salida.Leer<int>(Seccion.TextosDesde);
        var cuantas = salida.Leer<int>(Seccion.PalabrasDesde).Length - 1;
        var lugares = new int[cuantas + 1];
        var ultimo = new int[cuantas];
        for (var documento = 0; documento < inicios.Length - 1; documento++)
        {
            foreach (var palabra in todos[inicios[documento]..inicios[documento + 1]])
            {
                if (ultimo[palabra] != documento + 1)
                    lugares[palabra + 1]++;
                ultimo[palabra] = documento + 1;
            }
        }
        var cabe = 1;
        for (var palabra = 0; palabra < cuantas; palabra++)
        {
            cabe = Math.Max(cabe, lugares[palabra + 1]);
            lugares[palabra + 1] += lugares[palabra];
        }

        // As many words at a time as fit: all of them, of most lists.
        using var prestado = new Prestado<int>(Math.Min(lugares[cuantas], Math.Max(cabe, porVuelta)));
        var apariciones = prestado.Valores;
        var siguiente = ultimo;
        salida.Abrir(Seccion.Apariciones);
        for (int primera = 0, tope; primera < cuantas; primera = tope)
        {
            tope = primera + 1;
            while (tope < cuantas && lugares[tope + 1] - lugares[primera] <= apariciones.Length)
                tope++;
            for (var palabra = primera; palabra < tope; palabra++)
                siguiente[palabra] = lugares[palabra] - lugares[primera];
            for (var documento = 0; documento < inicios.Length - 1; documento++)
            {
                foreach (var palabra in todos[inicios[documento]..inicios[documento + 1]])
                {
                    if (palabra < primera || palabra >= tope)
                        continue;
                    ref var suyo = ref siguiente[palabra];
                    if (suyo == lugares[palabra] - lugares[primera] || apariciones[suyo - 1] != documento)
                        apariciones[suyo++] = documento;
                }
            }
            salida.Agregar<int>(apariciones[..(lugares[tope] - lugares[primera])]);
        }
        salida.Cerrar(Seccion.Apariciones);
        salida.Escribir<int>(Seccion.AparicionesDesde, lugares);
    }

    private static ReadOnlySpan<byte> Primera(ref ReadOnlySpan<byte> palabras)
    {
        var corte = palabras.IndexOf((byte)' ');
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
