namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>A name made ready to be compared with others: its words, without the suffix, and what each weighs.</summary>
internal sealed class NombreComparable
{
    /// <summary>Words beyond these only weigh: nobody's name has so many.</summary>
    private const int PalabrasMaximas = 32;

    private static readonly HashSet<string> Enlaces = ["A", "AL", "DE", "DEL", "E", "EL", "EN", "LA", "LAS", "LO", "LOS", "POR", "Y"];

    private NombreComparable(string nombre)
    {
        Nombre = nombre;
        (Plegado, Escrito) = Modelo.Plegado.PlegarConEscritura(nombre);
        SinReducir = Modelo.Plegado.PlegarSinReducir(nombre);
        (Nucleo, Sufijo) = Modelo.Plegado.SepararSufijo(Plegado);
        var todas = Nucleo.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Peso = todas.Sum(Pesar);
        Palabras = todas.Length <= PalabrasMaximas ? todas : todas[..PalabrasMaximas];
        Pesos = [.. Palabras.Select(Pesar)];
        Escritas = Escrito.Split(' ');
    }

    /// <summary>As it was written.</summary>
    public string Nombre { get; }

    /// <summary>Folded, for search; its suffix in its own form.</summary>
    public string Plegado { get; }

    /// <summary>Folded, and its suffix as it is spelled.</summary>
    public string SinReducir { get; }

    /// <summary>The words of <see cref="Plegado"/>, with their marks.</summary>
    public string Escrito { get; }

    /// <summary>Folded, without suffix.</summary>
    public string Nucleo { get; }

    /// <summary>In its own form; empty when it has none.</summary>
    public string Sufijo { get; }

    /// <summary>Of <see cref="Nucleo"/>, in their order.</summary>
    public string[] Palabras { get; }

    /// <summary>Each of <see cref="Palabras"/> with its marks, and those of the suffix.</summary>
    public string[] Escritas { get; }

    /// <summary>What each of <see cref="Palabras"/> weighs.</summary>
    public int[] Pesos { get; }

    /// <summary>What all the words of <see cref="Nucleo"/> weigh.</summary>
    public int Peso { get; }

    public static NombreComparable De(string nombre) => new(nombre);

    /// <summary>A word says as much as it is long; one that only joins others, hardly anything.</summary>
    public static int Pesar(string palabra) => EsEnlace(palabra) ? 1 : palabra.Length;

    public static bool EsEnlace(string palabra) => Enlaces.Contains(palabra);
}
