using System.Numerics;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>A set of numbers from 0 to a known one, by bits.</summary>
internal sealed class Conjunto(int cuantos)
{
    private readonly ulong[] bits = new ulong[(cuantos + 63) / 64];
    private int[]? lista;

    public int Cuantos { get; private set; }

    public Conjunto Copiar()
    {
        var copia = new Conjunto(bits.Length * 64) { Cuantos = Cuantos };
        bits.CopyTo(copia.bits, 0);
        return copia;
    }

    public ulong[] Bits => bits;

    public bool Tiene(int numero) => (bits[numero >> 6] >> (numero & 63) & 1) != 0;

    public void Agregar(int numero)
    {
        ref var palabra = ref bits[numero >> 6];
        var bit = 1UL << (numero & 63);
        if ((palabra & bit) == 0)
            Cuantos++;
        palabra |= bit;
    }

    /// <summary>What some have together: the first, that changes.</summary>
    public static Conjunto Unir(IEnumerable<Conjunto> conjuntos) =>
        conjuntos.Aggregate(
            (union, otro) =>
            {
                union.Unir(otro);
                return union;
            }
        );

    /// <summary>Turns off the bits of those that are not here. Bit 0 of the first word is number <paramref name="desde"/>, a multiple of 64.</summary>
    public void Cortar(int desde, Span<ulong> otros)
    {
        var suyos = bits.AsSpan(desde / 64, otros.Length);
        for (var i = 0; i < otros.Length; i++)
            otros[i] &= suyos[i];
    }

    /// <summary>Adds numbers in any order, and says it only at the end.</summary>
    public void Agregar(ReadOnlySpan<int> numeros)
    {
        foreach (var numero in numeros)
            bits[numero >> 6] |= 1UL << (numero & 63);
    }

    /// <summary>Counts what <see cref="Agregar(ReadOnlySpan{int})"/> added.</summary>
    public Conjunto Contar()
    {
        Cuantos = 0;
        foreach (var palabra in bits)
            Cuantos += BitOperations.PopCount(palabra);
        return this;
    }

    public void Unir(Conjunto otro) => Combinar(otro, (a, b) => a | b);

    public void Cortar(Conjunto otro) => Combinar(otro, (a, b) => a & b);

    /// <summary>In ascending order, as they are asked for.</summary>
    public IEnumerable<int> Numeros()
    {
        for (var i = 0; i < bits.Length; i++)
        {
            for (var resto = bits[i]; resto != 0; resto &= resto - 1)
                yield return (i << 6) + BitOperations.TrailingZeroCount(resto);
        }
    }

    /// <summary>In ascending order.</summary>
    public ReadOnlySpan<int> Lista()
    {
        if (lista is not null && lista.Length == Cuantos)
            return lista;
        lista = new int[Cuantos];
        var lugar = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            for (var resto = bits[i]; resto != 0; resto &= resto - 1)
                lista[lugar++] = (i << 6) + BitOperations.TrailingZeroCount(resto);
        }
        return lista;
    }

    private void Combinar(Conjunto otro, Func<ulong, ulong, ulong> con)
    {
        Cuantos = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = con(bits[i], otro.bits[i]);
            Cuantos += BitOperations.PopCount(bits[i]);
        }
    }
}
