using System.Numerics;
using System.Runtime.Intrinsics;
using Icsoe.Domain.Almacen.Indice;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>
/// Something that rows of one tramo must be. It is answered for a row alone and for blocks of them and, where an index has them together,
/// it says how many rows at most can be so and which: whoever plans the walk chooses by it.
/// </summary>
internal abstract class Condicion
{
    /// <summary>Rows that can be so, at most; <see cref="int.MaxValue"/> when no index has them together.</summary>
    public virtual int AlMenosDe => int.MaxValue;

    /// <summary>How many are likely to be so, where <see cref="AlMenosDe"/> does not know: to look first at what fewest are.</summary>
    public virtual long Esperadas => AlMenosDe;

    /// <summary>What it costs to look at a row, from 0: cheap ones are looked at first.</summary>
    public virtual int Costo => 0;

    /// <summary>Of a text: whether some row of the tramo may have it in another spelling.</summary>
    public virtual bool HayOtraEscritura => false;

    public abstract bool Cumple(int fila);

    /// <summary>Whether a row meets them all.</summary>
    public static bool Todas(Condicion[] condiciones, int fila)
    {
        foreach (var condicion in condiciones)
        {
            if (!condicion.Cumple(fila))
                return false;
        }
        return true;
    }

    /// <summary>Whether some index has the rows that can be so together, and <see cref="Juntar"/> hands them over.</summary>
    public virtual bool SeJunta => AlMenosDe != int.MaxValue;

    /// <summary>Hands over the rows that can be so, a few or many at a time, in any order and maybe more than once.</summary>
    public virtual void Juntar(Action<ReadOnlySpan<int>> tomar) => throw new NotSupportedException();

    /// <summary>Turns off the bits of the rows that are not so. Bit 0 of the first word is row <paramref name="desde"/>.</summary>
    public virtual void Filtrar(int desde, Span<ulong> bits)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            var quedan = bits[i];
            for (var resto = quedan; resto != 0; resto &= resto - 1)
            {
                var bit = BitOperations.TrailingZeroCount(resto);
                if (!Cumple(desde + (i << 6) + bit))
                    quedan &= ~(1UL << bit);
            }
            bits[i] = quedan;
        }
    }
}

/// <summary>By the yes and no of a row: contract, tipo, inconsistencias, observaciones.</summary>
/// <param name="tipos">One bit per tipo; 0 for any.</param>
internal sealed class CondicionDeRasgos(Tramo tramo, int encendidos, int apagados, int tipos, int inconsistencias, int observaciones)
    : Condicion
{
    private readonly int pedidos = encendidos | apagados;
    private int? cuantas;

    public override int AlMenosDe => cuantas ??= Contar();

    /// <summary>To bring its rows together takes a sweep.</summary>
    public override bool SeJunta => false;

    public override bool Cumple(int fila) => Vale(tramo.Rasgos[fila]);

    private int Contar()
    {
        var distintos = tramo.Columna(Seccion.RasgosDistintos);
        var veces = tramo.Columna(Seccion.RasgosVeces);
        var suma = 0;
        for (var i = 0; i < distintos.Length; i++)
            suma += Vale(distintos[i]) ? veces[i] : 0;
        return suma;
    }

    public override void Filtrar(int desde, Span<ulong> bits)
    {
        var rasgos = tramo.Rasgos[desde..];
        for (var i = 0; i < bits.Length; i++)
        {
            if (bits[i] == 0)
                continue;
            var suyos = rasgos.Slice(i << 6, Math.Min(64, rasgos.Length - (i << 6)));
            ulong valen = 0;
            var j = 0;
            for (; j + Vector256<int>.Count <= suyos.Length; j += Vector256<int>.Count)
                valen |= (ulong)Valen(Vector256.LoadUnsafe(in suyos[j])).ExtractMostSignificantBits() << j;
            for (; j < suyos.Length; j++)
                valen |= Vale(suyos[j]) ? 1UL << j : 0;
            bits[i] &= valen;
        }
    }

    /// <summary>The same as <see cref="Vale"/>, eight at a time.</summary>
    private Vector256<int> Valen(Vector256<int> rasgos)
    {
        var valen = Vector256.Equals(rasgos & Vector256.Create(pedidos), Vector256.Create(encendidos));
        if (tipos != 0)
        {
            var deTipos = Vector256<int>.Zero;
            for (var mascara = tipos; mascara != 0; mascara &= mascara - 1)
                deTipos |= Vector256.Equals(
                    rasgos & Vector256.Create(Rasgos.DeTipo(7)),
                    Vector256.Create(Rasgos.DeTipo(BitOperations.TrailingZeroCount(mascara)))
                );
            valen &= deTipos;
        }
        if (inconsistencias != 0)
            valen &= ~Vector256.Equals(rasgos & Vector256.Create(Rasgos.De(false, 0, inconsistencias, 0)), Vector256<int>.Zero);
        if (observaciones != 0)
            valen &= ~Vector256.Equals(rasgos & Vector256.Create(Rasgos.De(false, 0, 0, observaciones)), Vector256<int>.Zero);
        return valen;
    }

    private bool Vale(int rasgos) =>
        (rasgos & encendidos) == encendidos
        && (rasgos & apagados) == 0
        && (tipos == 0 || (tipos >> Rasgos.Tipo(rasgos) & 1) != 0)
        && (inconsistencias == 0 || (Rasgos.Inconsistencias(rasgos) & inconsistencias) != 0)
        && (observaciones == 0 || (Rasgos.Observaciones(rasgos) & observaciones) != 0);
}

/// <summary>A number of the row between two, both included.</summary>
internal sealed class CondicionDeRango : Condicion
{
    private readonly Tramo tramo;
    private readonly Seccion columna;
    private readonly Seccion orden;
    private readonly int minimo;
    private readonly int maximo;
    private readonly int primera;
    private readonly int ultima;

    public CondicionDeRango(Tramo tramo, Seccion columna, Seccion orden, int minimo, int maximo)
    {
        (this.tramo, this.columna, this.orden, this.minimo, this.maximo) = (tramo, columna, orden, minimo, maximo);
        primera = Lugares.Lugar(tramo, columna, orden, minimo);
        ultima = maximo == int.MaxValue ? tramo.Filas : Lugares.Lugar(tramo, columna, orden, maximo + 1);
    }

    public override int AlMenosDe => Math.Max(0, ultima - primera);

    public override bool Cumple(int fila) => tramo.Columna(columna)[fila] is var valor && valor >= minimo && valor <= maximo;

    public override void Juntar(Action<ReadOnlySpan<int>> tomar) => tomar(tramo.Columna(orden)[primera..Math.Max(primera, ultima)]);

    public override void Filtrar(int desde, Span<ulong> bits)
    {
        var valores = tramo.Columna(columna)[desde..];
        var ancho = (uint)(maximo - minimo);
        for (var i = 0; i < bits.Length; i++)
        {
            if (bits[i] == 0)
                continue;
            var suyos = valores.Slice(i << 6, Math.Min(64, valores.Length - (i << 6)));
            ulong dentro = 0;
            var j = 0;
            // Eight at a time: a number below the least wraps around to one above the greatest.
            for (; j + Vector256<int>.Count <= suyos.Length; j += Vector256<int>.Count)
            {
                var ocho = (Vector256.LoadUnsafe(in suyos[j]) - Vector256.Create(minimo)).AsUInt32();
                dentro |= (ulong)Vector256.LessThanOrEqual(ocho, Vector256.Create(ancho)).ExtractMostSignificantBits() << j;
            }
            for (; j < suyos.Length; j++)
                dentro |= (uint)(suyos[j] - minimo) <= ancho ? 1UL << j : 0;
            bits[i] &= dentro;
        }
    }
}

/// <summary>The end of a contract, if it has one, is not before a day.</summary>
internal sealed class CondicionDeNoTerminado(Tramo tramo, int dia) : Condicion
{
    public override bool Cumple(int fila) => tramo.Columna(Seccion.FechaFin)[fila] is var fin && (fin == 0 || fin >= dia);
}

/// <summary>Its party in a role, or in either, is of a set.</summary>
internal sealed class CondicionDeParte(Tramo tramo, Conjunto? contratistas, Conjunto? contratantes) : Condicion
{
    /// <summary>Of more parties than these, those of the tramo are gone through rather than looked up one by one.</summary>
    private const int PartesPorBuscar = 256;

    /// <summary>Of more than these, their rows are not brought together at all.</summary>
    private const int PartesPorJuntar = 1 << 13;

    private readonly int cuantas = Contar(tramo, contratistas, contratantes);

    public override int AlMenosDe => cuantas;

    public override int Costo => 1;

    public override bool Cumple(int fila) =>
        (contratistas is not null && contratistas.Tiene(tramo.Contratista[fila]))
        || (contratantes is not null && contratantes.Tiene(tramo.Contratante[fila]));

    public override void Juntar(Action<ReadOnlySpan<int>> tomar)
    {
        Cada(tramo, contratistas, contratante: false, tomar);
        Cada(tramo, contratantes, contratante: true, tomar);
    }

    public override void Filtrar(int desde, Span<ulong> bits)
    {
        if (contratistas is not null && contratantes is not null)
            base.Filtrar(desde, bits);
        else if (contratistas is not null)
            Filtrar(tramo.Contratista[desde..], contratistas.Bits, bits);
        else
            Filtrar(tramo.Contratante[desde..], contratantes!.Bits, bits);
    }

    private static void Filtrar(ReadOnlySpan<int> partes, ulong[] conjunto, Span<ulong> bits)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            var quedan = bits[i];
            for (var resto = quedan; resto != 0; resto &= resto - 1)
            {
                var bit = BitOperations.TrailingZeroCount(resto);
                var parte = partes[(i << 6) + bit];
                if ((conjunto[parte >> 6] >> (parte & 63) & 1) == 0)
                    quedan &= ~(1UL << bit);
            }
            bits[i] = quedan;
        }
    }

    private static int Contar(Tramo tramo, Conjunto? contratistas, Conjunto? contratantes)
    {
        if (Math.Max(contratistas?.Cuantos ?? 0, contratantes?.Cuantos ?? 0) > PartesPorJuntar)
            return int.MaxValue;
        var suma = 0;
        Cada(tramo, contratistas, contratante: false, filas => suma += filas.Length);
        Cada(tramo, contratantes, contratante: true, filas => suma += filas.Length);
        return suma;
    }

    /// <summary>Hands over the rows of each party of a set.</summary>
    private static void Cada(Tramo tramo, Conjunto? partes, bool contratante, Action<ReadOnlySpan<int>> tomar)
    {
        if (partes is null)
            return;
        if (partes.Cuantos <= PartesPorBuscar)
        {
            foreach (var parte in partes.Lista())
                tomar(tramo.DeParte(parte, contratante));
            return;
        }
        var suyas = tramo.Columna(contratante ? Seccion.Contratantes : Seccion.Contratistas);
        for (var lugar = 0; lugar < suyas.Length; lugar++)
        {
            if (partes.Tiene(suyas[lugar]))
                tomar(tramo.DeLugar(lugar, contratante));
        }
    }
}

/// <summary>Rows known one by one.</summary>
/// <param name="filas">Ascending, each once.</param>
internal sealed class CondicionDeFilas(int[] filas) : Condicion
{
    public override int AlMenosDe => filas.Length;

    public override bool Cumple(int fila) => Array.BinarySearch(filas, fila) >= 0;

    public override void Juntar(Action<ReadOnlySpan<int>> tomar) => tomar(filas);
}
