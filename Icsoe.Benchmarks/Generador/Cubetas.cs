namespace Icsoe.Benchmarks.Generador;

/// <summary>A table of the study (domain, section 1.2): how many have a number between two.</summary>
internal sealed record Cubetas(IReadOnlyList<(int Desde, int Hasta, int Cuantos)> Tabla)
{
    /// <summary>Contracts of each filer. The ten filings that the study's names do not tell apart are taken as homonyms with one contract.</summary>
    public static Cubetas Contratos { get; } =
        new([(1, 1, 22_030), (2, 2, 7_823), (3, 5, 9_608), (6, 10, 5_171), (11, 25, 3_439), (26, 100, 1_493), (101, 760, 151)]);

    /// <summary>Distinct clients of each filer.</summary>
    public static Cubetas Clientes { get; } =
        new([(1, 1, 27_295), (2, 2, 8_092), (3, 5, 7_955), (6, 10, 3_525), (11, 25, 2_040), (26, 100, 742), (101, 420, 66)]);

    /// <summary>Workers of each filer, summed over its contracts.</summary>
    public static Cubetas Personas { get; } =
        new([
            (1, 5, 16_032),
            (6, 10, 8_164),
            (11, 20, 7_846),
            (21, 50, 8_441),
            (51, 100, 4_185),
            (101, 250, 3_066),
            (251, 1_000, 1_577),
            (1_001, 20_000, 404),
        ]);

    /// <summary>
    /// So many numbers, rising, with the shares of the table. Inside a bucket the small ones are more; the last ones absorb what is
    /// missing to the total.
    /// </summary>
    /// <param name="total">Exact sum; null takes what comes.</param>
    public int[] Repartir(int cuantos, int? total)
    {
        var suma = Tabla.Sum(cubeta => (long)cubeta.Cuantos);
        var valores = new int[cuantos];
        long acumulado = 0;
        var lugar = 0;
        foreach (var (desde, hasta, de) in Tabla)
        {
            acumulado += de;
            var fin = (int)(acumulado * cuantos / suma);
            var ancho = fin - lugar;
            for (var i = 0; lugar < fin; i++, lugar++)
            {
                var t = (i + 0.5) / ancho;
                // Wider buckets have thinner tails.
                var curva =
                    hasta - desde > 1_000 ? t * t * t * t
                    : hasta - desde > 50 ? t * t * t
                    : t * t * 0.5 + t * 0.5;
                valores[lugar] = desde + (int)((hasta - desde + 1) * curva);
            }
        }
        if (total is { } exacto)
            Cuadrar(valores, exacto);
        return valores;
    }

    /// <summary>The largest absorb the difference: they have room, and one more there is no other distribution.</summary>
    private void Cuadrar(int[] valores, int total)
    {
        var falta = total - valores.Sum(valor => (long)valor);
        var desde = valores.Length - Math.Max(1, valores.Length * Tabla[^1].Cuantos / Tabla.Sum(cubeta => cubeta.Cuantos));
        while (falta != 0)
        {
            var antes = falta;
            for (var i = valores.Length - 1; i >= desde && falta != 0; i--)
            {
                // In proportion, so that the shape of the tail stays.
                var paso = falta > 0 ? Math.Max(1, Math.Min(falta, valores[i] / 100)) : -Math.Min(-falta, Math.Max(1, valores[i] / 100));
                if (valores[i] + paso < (desde > 0 ? Tabla[^1].Desde : 1))
                    continue;
                valores[i] += (int)paso;
                falta -= paso;
            }
            if (falta == antes && desde == 0)
                break;
            if (falta == antes)
                desde = 0;
        }
        Array.Sort(valores);
    }
}
