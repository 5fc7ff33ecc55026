namespace Icsoe.Benchmarks.Fuzz;

/// <summary>What became of the mutated things. Only the last three are faults.</summary>
internal sealed class Cuenta(string que)
{
    private readonly Dictionary<string, int> _fallas = [];

    public int Aceptados { get; set; }

    public int Rechazados { get; set; }

    public int Excepciones { get; private set; }

    public int Cuelgues { get; private set; }

    public int Cambios { get; private set; }

    /// <summary>The slowest one.</summary>
    public TimeSpan Maximo { get; set; }

    public bool Limpia => Excepciones + Cuelgues + Cambios == 0;

    /// <summary>An exception that nobody expected.</summary>
    public void Excepcion(int numero, Exception error)
    {
        Excepciones++;
        Falla($"{error.GetType().Name} {error.TargetSite?.DeclaringType?.Name}.{error.TargetSite?.Name}: {error.Message}", numero);
    }

    public void Cuelgue(int numero)
    {
        Cuelgues++;
        Falla("más de cinco segundos", numero);
    }

    public void Cambio(int numero)
    {
        Cambios++;
        Falla("el almacén cambió al rechazar", numero);
    }

    /// <summary>Its line of the table.</summary>
    public string Linea() =>
        $"| {que} | {Aceptados + Rechazados + Excepciones + Cuelgues} | {Aceptados} | {Rechazados} | {Excepciones} | {Cuelgues} | {Cambios} | {Maximo.TotalSeconds:0.00} s |";

    private void Falla(string que, int numero)
    {
        // Each kind once, with the first number that shows it.
        if (_fallas.TryAdd(que, numero))
            Console.Error.WriteLine($"  número {numero}: {que}");
    }
}
