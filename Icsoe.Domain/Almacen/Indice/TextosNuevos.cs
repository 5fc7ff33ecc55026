using System.Buffers;
using System.Text;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>Texts that come one after another, in UTF-8, to be written after those that an index file has.</summary>
internal sealed class TextosNuevos : IDisposable
{
    private readonly ListaLarga<byte> letras;
    private readonly ListaLarga<int> desde;

    /// <param name="temporal">Folder for what does not fit in memory.</param>
    public TextosNuevos(string temporal)
    {
        (letras, desde) = (new(temporal), new(temporal));
        desde.Agregar(0);
    }

    public ReadOnlySpan<byte> this[int cual]
    {
        get
        {
            var inicios = desde.Leer();
            return letras.Leer()[inicios[cual]..inicios[cual + 1]];
        }
    }

    public void Agregar(string texto)
    {
        var prestados = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(texto.Length));
        letras.Agregar(prestados.AsSpan(0, Encoding.UTF8.GetBytes(texto, prestados)));
        desde.Agregar(letras.Cuantos);
        ArrayPool<byte>.Shared.Return(prestados);
    }

    /// <summary>Places in their order from one on; <paramref name="comparar"/> tells apart those whose texts are the same.</summary>
    public int[] EnOrden(int primero, Comparison<int> comparar) => OrdenDeTextos.Ordenar(letras.Leer(), desde.Leer(), primero, comparar);

    public void Escribir(EscritorDeMapa salida, Seccion seccion, Seccion inicios, Mapa? anterior)
    {
        var previas = anterior is null ? [] : anterior.Leer<byte>(seccion);
        var cuantas = previas.Length;
        salida.Escribir(seccion, previas, letras.Leer());
        salida.Abrir(inicios);
        salida.Agregar(anterior is null ? [] : anterior.Leer<int>(inicios)[..^1]);
        salida.Agregar(desde.Leer(), inicio => cuantas + inicio);
        salida.Cerrar(inicios);
    }

    public void Dispose()
    {
        letras.Dispose();
        desde.Dispose();
    }
}
