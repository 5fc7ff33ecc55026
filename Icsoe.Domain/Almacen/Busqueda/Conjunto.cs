using System.Numerics;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>A set of numbers from 0 to a known one, by bits.</summary>
internal sealed class Conjunto(int cuantos)
{
    private readonly ulong[] bits = new ulong[(cuantos + 63) / 64];

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
    public int[] Lista()
    {
        var lista = new int[Cuantos];
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
