namespace Icsoe.Benchmarks.Generador;

/// <summary>
/// Who hires: a few that hundreds of contratistas name, some thousands with dozens, and a long tail named once
/// (domain, section 1.2: the first is named by 759, 2,643 by eleven or more, 37,457 by one).
/// </summary>
internal sealed class Clientela
{
    private const int Cabeza = 2_643;
    private const int Medio = 21_700;
    private const int Cola = 260_000;

    // Shares of the pairs contratista-client in each stretch.
    private const double ParteCabeza = 0.36;
    private const double ParteMedio = 0.42;

    private readonly double[] _cabeza;
    private readonly double[] _medio;
    private readonly int _cola;

    public Clientela(double escala)
    {
        // Only roots and products: they are the same on every machine, and powers are not.
        _cabeza = Acumular(1, Math.Max(8, (int)(Cabeza * escala)), r => 1 / Math.Sqrt(r));
        _medio = Acumular(
            1,
            Math.Max(16, (int)((Medio - Cabeza) * escala)),
            r => 1 / (Math.Sqrt(r + 1_500) * Math.Sqrt(Math.Sqrt(r + 1_500)))
        );
        _cola = Math.Max(200, (int)(Cola * escala));
    }

    /// <summary>A client's number.</summary>
    public int Sortear(ref Azar azar)
    {
        var parte = azar.Fraccion();
        return parte < ParteCabeza ? Buscar(_cabeza, azar.Fraccion())
            : parte < ParteCabeza + ParteMedio ? _cabeza.Length + Buscar(_medio, azar.Fraccion())
            : _cabeza.Length + _medio.Length + azar.Entero(_cola);
    }

    private static double[] Acumular(int desde, int cuantos, Func<double, double> peso)
    {
        var acumulados = new double[cuantos];
        var suma = 0.0;
        for (var i = 0; i < cuantos; i++)
            acumulados[i] = suma += peso(desde + i);
        return acumulados;
    }

    private static int Buscar(double[] acumulados, double fraccion)
    {
        var lugar = Array.BinarySearch(acumulados, fraccion * acumulados[^1]);
        return Math.Min(acumulados.Length - 1, lugar < 0 ? ~lugar : lugar);
    }
}
