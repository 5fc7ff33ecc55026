using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>
/// How much a written name looks like a published one, and in what it differs. It depends on the two names and on nothing else:
/// <c>docs/cotejo.md</c> tells how, with vectors that a test reads.
/// </summary>
internal readonly record struct Comparacion(double Puntaje, IReadOnlyList<Motivo> Motivos)
{
    /// <summary>Below it nobody is a candidate.</summary>
    public const double Minimo = 0.75;

    /// <summary>The most that names get that are not the same.</summary>
    private const double Tope = 0.99;
    private const double PorOrden = 0.02;
    private const double PorFaltarSufijo = 0.03;
    private const double PorOtroSufijo = 0.08;

    /// <summary>Letters that may differ when the words of both, run together, are compared.</summary>
    private const int LetrasDeJuntas = 2;

    public static Comparacion De(NombreComparable escrito, NombreComparable publicado)
    {
        if (escrito.Plegado == publicado.Plegado)
            return DelMismo(escrito, publicado);
        var porPalabras = PorPalabras(escrito, publicado);
        return Juntas(escrito, publicado) is { } juntas && juntas.Puntaje > porPalabras.Puntaje ? juntas : porPalabras;
    }

    private static Comparacion DelMismo(NombreComparable escrito, NombreComparable publicado)
    {
        var motivos = new List<Motivo>();
        if (escrito.Escrito != publicado.Escrito)
            motivos.Add(Motivo.Acentos);
        if (Corridas(escrito.SinReducir) != Corridas(publicado.SinReducir))
            motivos.Add(Motivo.Sufijo);
        // Ñ is not N in a clave, though it is when searching.
        return new(
            Plegado.Clave(escrito.Nombre, TipoPersona.Moral) == Plegado.Clave(publicado.Nombre, TipoPersona.Moral) ? 1 : Tope,
            motivos
        );
    }

    private static Comparacion PorPalabras(NombreComparable escrito, NombreComparable publicado)
    {
        var parejas = new Parejas(escrito, publicado);
        var parecido = parejas.Peso / (escrito.Peso + publicado.Peso);
        // A word in the place of another tells two names apart far more than one that is missing.
        var cambiadas = (double)Math.Min(parejas.DeMas, parejas.DeMenos) / Math.Max(escrito.Peso, publicado.Peso);
        var motivos = new List<Motivo>();
        if (parejas.Acentos)
            motivos.Add(Motivo.Acentos);
        var castigo = cambiadas + PorSufijo(escrito, publicado, motivos);
        if (parejas.EnOtroOrden)
        {
            castigo += PorOrden;
            motivos.Add(Motivo.OrdenDePalabras);
        }
        if (parejas.Abreviadas)
            motivos.Add(Motivo.Abreviatura);
        if (parejas.Letras > 0)
            motivos.Add(DeLetras(parejas.Letras));
        if (parejas is { DeMas: > 0, DeMenos: > 0 })
            motivos.Add(Motivo.PalabraDistinta);
        else if (parejas.DeMas > 0)
            motivos.Add(Motivo.PalabraDeMas);
        else if (parejas.DeMenos > 0)
            motivos.Add(Motivo.PalabraDeMenos);
        return new(Redondear(parecido - castigo), motivos);
    }

    private static double PorSufijo(NombreComparable escrito, NombreComparable publicado, List<Motivo> motivos)
    {
        if (escrito.Sufijo == publicado.Sufijo)
            return 0;
        var falta = escrito.Sufijo.Length == 0 || publicado.Sufijo.Length == 0;
        motivos.Add(falta ? Motivo.SinSufijo : Motivo.OtroSufijo);
        return falta ? PorFaltarSufijo : PorOtroSufijo;
    }

    /// <summary>
    /// All the letters of both run together, for spaces lost or put in and for suffixes misspelled; null when they tell nothing. Two
    /// suffixes that are both right are not a misspelling of each other.
    /// </summary>
    private static Comparacion? Juntas(NombreComparable escrito, NombreComparable publicado)
    {
        if (escrito.Sufijo != publicado.Sufijo && escrito.Sufijo.Length > 0 && publicado.Sufijo.Length > 0)
            return null;
        // As they are spelled too: of a suffix written out in full with a mistake, nobody can tell the form.
        var reducidas = Juntas(escrito.Plegado, publicado.Plegado);
        var tales = Juntas(escrito.SinReducir, publicado.SinReducir);
        return reducidas?.Puntaje >= (tales?.Puntaje ?? 0) ? reducidas : tales;
    }

    private static Comparacion? Juntas(string escrito, string publicado)
    {
        var (suyas, otras) = (Corridas(escrito), Corridas(publicado));
        var largo = Math.Max(suyas.Length, otras.Length);
        if (Math.Abs(suyas.Length - otras.Length) > LetrasDeJuntas || largo > Parecido.LetrasComparables || !MismosDigitos(suyas, otras))
            return null;
        var letras = Parecido.Distancia<char>(suyas, otras, LetrasDeJuntas);
        return letras > LetrasDeJuntas ? null
            : letras == 0 ? new(Tope, [Motivo.Espacios])
            : new(Redondear(1 - ((double)letras / largo)), [DeLetras(letras)]);
    }

    private static string Corridas(string palabras) => palabras.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A number is never a misspelling of another.</summary>
    private static bool MismosDigitos(string a, string b) => a.Where(char.IsDigit).SequenceEqual(b.Where(char.IsDigit));

    private static Motivo DeLetras(int letras) =>
        letras switch
        {
            1 => Motivo.UnaLetra,
            2 => Motivo.DosLetras,
            _ => Motivo.VariasLetras,
        };

    private static double Redondear(double puntaje) => Math.Round(Math.Clamp(puntaje, 0, Tope), 3);
}
