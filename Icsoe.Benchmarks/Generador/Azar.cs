namespace Icsoe.Benchmarks.Generador;

/// <summary>
/// SplitMix64 over a key. The same key gives the same numbers on every machine and version: <see cref="Random"/> promises neither.
/// Each thing that is drawn has its own key, so that nothing depends on the order in which things are asked for.
/// </summary>
internal struct Azar
{
    private const ulong Paso = 0x9E3779B97F4A7C15;
    private ulong _estado;

    private Azar(ulong estado) => _estado = estado;

    /// <summary>The numbers of a key.</summary>
    public static Azar De(ulong semilla, Tema tema, long a = 0, long b = 0, long c = 0)
    {
        var estado = Mezclar(semilla + Paso);
        estado = Mezclar(estado ^ ((ulong)tema * Paso));
        estado = Mezclar(estado ^ (ulong)a);
        estado = Mezclar(estado ^ (ulong)b);
        return new Azar(Mezclar(estado ^ (ulong)c));
    }

    /// <summary>Sixty-four bits.</summary>
    public ulong Siguiente() => Mezclar(_estado += Paso);

    /// <summary>0 to <paramref name="hasta"/> - 1.</summary>
    public int Entero(int hasta) => (int)Math.BigMul(Siguiente(), (ulong)hasta, out _);

    /// <summary>Both ends included.</summary>
    public int Entre(int desde, int hasta) => desde + Entero(hasta - desde + 1);

    /// <summary>At least 0 and less than 1.</summary>
    public double Fraccion() => (Siguiente() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True once in so many times.</summary>
    public bool Suerte(double probabilidad) => Fraccion() < probabilidad;

    /// <summary>One of them, all alike.</summary>
    public T Una<T>(IReadOnlyList<T> opciones) => opciones[Entero(opciones.Count)];

    private static ulong Mezclar(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>What a key draws. The numbers are part of every generated file: never renumber.</summary>
internal enum Tema
{
    Actividad = 1,
    Contratacion = 2,
    Tamano = 3,
    Personas = 4,
    Tipo = 5,
    Tardanza = 6,
    Dia = 7,
    Persona = 8,
    Nombre = 9,
    Ortografia = 10,
    Cliente = 11,
    Contrato = 12,
    Servicio = 13,
    Falla = 14,
    Cambio = 15,
    Adorno = 16,
    Fuzz = 17,
    Acopio = 18,
    Consulta = 19,
    Sugerencia = 20,
    Percance = 21,
    Dano = 22,
}
