using System.Buffers;
using System.Numerics;
using Icsoe.Domain.Almacen.Indice;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>How the rows of a tramo are gone through. For tests: every way must find the same.</summary>
internal enum Plan
{
    /// <summary>Whichever promises to cost less.</summary>
    ElMejor,

    /// <summary>Every row, by blocks.</summary>
    Barrido,

    /// <summary>The rows of the index that has fewest, each looked at.</summary>
    Lista,

    /// <summary>The same rows, by blocks.</summary>
    Mapa,

    /// <summary>The order asked for is followed, and each row of it looked at.</summary>
    Orden,
}

/// <summary>Goes through the rows of one tramo that meet all its conditions, in the order of keys.</summary>
internal static class Recorrido
{
    /// <summary>Rows of a list that are accounted for together.</summary>
    private const int FilasPorCuenta = 1024;

    /// <summary>Words of 64 rows that are looked at together.</summary>
    private const int PalabrasPorBloque = 64;

    /// <summary>Rows brought together that are looked at one by one: more of them go by blocks.</summary>
    private const int Sueltas = 256;

    // What a row that an index brings costs, alone and in a block, in rows of a sweep.
    private const int CostoEnLista = 20;
    private const int CostoEnMapa = 8;

    /// <param name="desde">First row that counts.</param>
    /// <param name="faltan">How many rows whoever asks will take, at most.</param>
    /// <param name="rinden">Rows found of each one gone through in other tramos; null before the first.</param>
    /// <param name="tomar">Gets each row; false when it needs no more.</param>
    /// <returns>False when it was told so.</returns>
    public static bool Recorrer(
        Tramo tramo,
        Condicion[] condiciones,
        int secuencia,
        int desde,
        int faltan,
        Plan plan,
        double? rinden,
        Trabajo trabajo,
        Func<int, bool> tomar
    )
    {
        var enPie = tramo.EnPublicacion(secuencia);
        if (desde >= enPie.Limite)
            return true;
        var guia = Guia(tramo, condiciones, faltan, plan, rinden);
        if (guia is null)
            return Barrer(enPie, enPie.Bits, condiciones, desde, trabajo, tomar);
        return plan == Plan.Lista || (plan != Plan.Mapa && guia.AlMenosDe <= Sueltas)
            ? Listar(guia, enPie, condiciones, desde, trabajo, tomar)
            : BarrerLasDe(guia, enPie, condiciones, desde, trabajo, tomar);
    }

    /// <summary>The condition whose rows are worth bringing together; null when a sweep promises to cost less.</summary>
    private static Condicion? Guia(Tramo tramo, Condicion[] condiciones, int faltan, Plan plan, double? rinden)
    {
        if (plan == Plan.Barrido)
            return null;
        Condicion? mejor = null;
        var pasan = 1.0;
        foreach (var condicion in condiciones)
        {
            if (!condicion.SeJunta || condicion.AlMenosDe >= tramo.Filas)
                continue;
            pasan *= (double)condicion.AlMenosDe / tramo.Filas;
            if (mejor is null || condicion.AlMenosDe < mejor.AlMenosDe)
                mejor = condicion;
        }
        if (mejor is null || plan is Plan.Lista or Plan.Mapa)
            return mejor;
        // Few conditions are strangers to each other: what they promise together is only half believed, until it is seen what they give.
        var promesa = rinden ?? Math.Sqrt(pasan * mejor.AlMenosDe / tramo.Filas);
        var barrido = Math.Min(tramo.Filas, faltan / Math.Max(promesa, 1e-9)) * condiciones.Length;
        return (double)mejor.AlMenosDe * CostoEnMapa < barrido ? mejor : null;
    }

    /// <summary>A sweep of the rows that a condition brings together, and of no others.</summary>
    private static bool BarrerLasDe(Condicion guia, Vivas enPie, Condicion[] condiciones, int desde, Trabajo trabajo, Func<int, bool> tomar)
    {
        trabajo.Gastar(guia.AlMenosDe);
        var palabras = (enPie.Limite + 63) / 64;
        var bits = ArrayPool<ulong>.Shared.Rent(palabras);
        try
        {
            bits.AsSpan(0, palabras).Clear();
            guia.Juntar(filas =>
            {
                foreach (var fila in filas)
                {
                    if (fila < enPie.Limite)
                        bits[fila >> 6] |= 1UL << (fila & 63);
                }
            });
            if (enPie.Bits is { } vivas)
            {
                for (var i = 0; i < palabras; i++)
                    bits[i] &= vivas[i];
            }
            return Barrer(enPie, bits, condiciones, desde, trabajo, tomar);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(bits);
        }
    }

    /// <param name="deEntre">The rows that may count, by their bits; null for all.</param>
    private static bool Barrer(Vivas enPie, ulong[]? deEntre, Condicion[] condiciones, int desde, Trabajo trabajo, Func<int, bool> tomar)
    {
        Span<ulong> bits = stackalloc ulong[PalabrasPorBloque];
        for (var inicio = desde & ~63; inicio < enPie.Limite; inicio += PalabrasPorBloque * 64)
        {
            var cuantas = Math.Min(PalabrasPorBloque, (enPie.Limite - inicio + 63) / 64);
            var bloque = bits[..cuantas];
            Encender(bloque, enPie.Limite, deEntre, inicio, desde);
            trabajo.Gastar(Contar(bloque) * (deEntre == enPie.Bits ? 1 : CostoEnMapa));
            foreach (var condicion in condiciones)
            {
                if (!bloque.ContainsAnyExcept(0UL))
                    break;
                condicion.Filtrar(inicio, bloque);
            }
            for (var i = 0; i < cuantas; i++)
            {
                for (var resto = bloque[i]; resto != 0; resto &= resto - 1)
                {
                    if (!tomar(inicio + (i << 6) + BitOperations.TrailingZeroCount(resto)))
                        return false;
                }
            }
        }
        return true;
    }

    private static int Contar(ReadOnlySpan<ulong> bloque)
    {
        var cuantas = 0;
        foreach (var palabra in bloque)
            cuantas += BitOperations.PopCount(palabra);
        return cuantas;
    }

    private static void Encender(Span<ulong> bloque, int limite, ulong[]? deEntre, int inicio, int desde)
    {
        if (deEntre is null)
            bloque.Fill(ulong.MaxValue);
        else
            deEntre.AsSpan(inicio / 64, bloque.Length).CopyTo(bloque);
        if (inicio < desde)
            bloque[0] &= ulong.MaxValue << (desde - inicio);
        if (inicio + (bloque.Length * 64) > limite)
            bloque[^1] &= ulong.MaxValue >> (inicio + (bloque.Length * 64) - limite);
    }

    private static bool Listar(Condicion guia, Vivas enPie, Condicion[] condiciones, int desde, Trabajo trabajo, Func<int, bool> tomar)
    {
        var juntas = new List<int>(guia.AlMenosDe);
        guia.Juntar(filas => juntas.AddRange(filas));
        ReadOnlySpan<int> candidatas = Listas.EnOrden(juntas);
        var primera = candidatas.BinarySearch(desde);
        candidatas = candidatas[(primera < 0 ? ~primera : primera)..];
        for (var i = 0; i < candidatas.Length; i++)
        {
            if (i % FilasPorCuenta == 0)
                trabajo.Gastar(CostoEnLista * Math.Min(FilasPorCuenta, candidatas.Length - i));
            var fila = candidatas[i];
            if (fila >= enPie.Limite)
                break;
            // A text's guide brings rows that have one of its words: whether they have them all is yet to be seen.
            if (enPie.Tiene(fila) && Condicion.Todas(condiciones, fila) && !tomar(fila))
                return false;
        }
        return true;
    }
}
