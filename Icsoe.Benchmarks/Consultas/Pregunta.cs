using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>A question drawn from a seed.</summary>
/// <param name="Numero">Its place among those of its seed.</param>
/// <param name="Clase">What it was drawn to try.</param>
internal abstract record Pregunta(int Numero, string Clase)
{
    /// <summary>Whether one of the listados that IMSS publishes together is named: such a question may never be too wide.</summary>
    public abstract bool ConPeriodo { get; }

    /// <summary>Asks it.</summary>
    public abstract void Hacer(AlmacenPublico almacen, CancellationToken ct);

    /// <summary>Asks it and, where a client can, how many there are and of what kinds.</summary>
    public virtual void HacerYContar(AlmacenPublico almacen, CancellationToken ct) => Hacer(almacen, ct);

    /// <summary>The same from the page it is about, which has to be walked to.</summary>
    public virtual Pregunta Situada(AlmacenPublico almacen, CancellationToken ct) => this;

    /// <summary>As a client would write it; a row key stands for the cursor.</summary>
    public string EnPalabras() =>
        $"n.º {Numero}, {Clase}: {Recurso}?{string.Join('&', Parametros(null).Select(par => $"{par.Nombre}={par.Valor}"))}";

    /// <summary>Path and query that ask the server the same, from its first page; null when it has no such path.</summary>
    /// <param name="publicacion">Id of a publication; null for the current one.</param>
    public string? Direccion(Func<int, string?> publicacion) =>
        Recurso.StartsWith('/')
            ? $"{Recurso}?{string.Join('&', Parametros(publicacion).Select(par => $"{par.Nombre}={Uri.EscapeDataString(par.Valor)}"))}"
            : null;

    protected abstract string Recurso { get; }

    /// <param name="publicacion">Null when it is for people: then sequences and cursors are told as they are.</param>
    protected abstract IEnumerable<(string Nombre, string Valor)> Parametros(Func<int, string?>? publicacion);

    protected static IEnumerable<(string, string)> Varios<T>(string nombre, IEnumerable<T> valores, Func<T, string> escribir) =>
        valores.Select(valor => (nombre, escribir(valor)));

    protected static IEnumerable<(string, string)> Uno(string nombre, string? valor) => valor is null ? [] : [(nombre, valor)];

    protected static IEnumerable<(string, string)> Secuencia(int secuencia, Func<int, string?>? publicacion) =>
        Uno("publicacion", publicacion is null ? secuencia.ToString() : publicacion(secuencia));
}
