using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Generador;

/// <summary>Names, tipo de persona and RFC of everyone, each from a number: the same in every periodo, whatever the scale.</summary>
internal sealed class Nombres(ulong semilla)
{
    private const string Homoclaves = "ABCDEFGHIJKLMNPQRSTUVWXYZ123456789";

    // Clients and contratistas must not share RFCs: that would be another inconsistency.
    private const int PrimerCliente = 40_000_000;

    // One in so many bears another's name: the lists show some hundred homonyms.
    private const double Homonimos = 0.0007;

    /// <summary>Física or moral: 36 % of the filers are física, fewer among those with contracts (domain, section 1.2).</summary>
    public TipoPersona TipoDeContratista(int numero) =>
        Azar.De(semilla, Tema.Persona, numero).Suerte(0.399 - (0.08 * Azar.De(semilla, Tema.Contratacion, numero).Fraccion()))
            ? TipoPersona.Fisica
            : TipoPersona.Moral;

    /// <summary>A contratista as it writes itself in a periodo.</summary>
    public Parte Contratista(int numero, Periodo periodo)
    {
        var tipo = TipoDeContratista(numero);
        var azar = Azar.De(semilla, Tema.Ortografia, numero, periodo.Clave);
        var limpio = Contratista(numero, tipo);
        return new Parte(Ortografia.Nombre(ref azar, limpio, 0.06), tipo, DeRfc(numero, tipo));
    }

    /// <summary>A client as one contract writes it.</summary>
    public Parte Cliente(int numero, ref Azar azar)
    {
        var propio = Azar.De(semilla, Tema.Nombre, PrimerCliente + (long)numero);
        var tipo = numero > 500 && propio.Suerte(0.03) ? TipoPersona.Fisica : TipoPersona.Moral;
        var limpio = tipo == TipoPersona.Fisica ? Fisica(ref propio) : Moral(ref propio, numero, Palabras.GirosDeCliente);
        return new Parte(Ortografia.Nombre(ref azar, limpio, 0.12), tipo, azar.Suerte(0.01) ? null : DeRfc(PrimerCliente + numero, tipo));
    }

    private string Contratista(int numero, TipoPersona tipo)
    {
        var azar = Azar.De(semilla, Tema.Nombre, numero);
        if (azar.Suerte(Homonimos))
        {
            // The name of the first one after it with its tipo: two contratistas, one name.
            for (var otro = numero + 1; ; otro++)
            {
                if (TipoDeContratista(otro) != tipo)
                    continue;
                numero = otro;
                azar = Azar.De(semilla, Tema.Nombre, otro);
                azar.Siguiente();
                break;
            }
        }
        return tipo == TipoPersona.Fisica ? Fisica(ref azar) : Moral(ref azar, numero, Palabras.Giros);
    }

    private static string Fisica(ref Azar azar)
    {
        var nombre = azar.Una(Palabras.DePila);
        if (azar.Suerte(0.4))
            nombre += " " + azar.Una(Palabras.DePila);
        nombre += " " + (azar.Suerte(0.05) ? azar.Una(Palabras.Particulas) : "") + Apellido(ref azar);
        return azar.Suerte(0.03) ? nombre : $"{nombre} {Apellido(ref azar)}";
    }

    private static string Apellido(ref Azar azar) => azar.Una(Palabras.Raices) + azar.Una(Palabras.Finales);

    /// <summary>The number is inside the invented word, so two companies do not share a name by chance.</summary>
    private static string Moral(ref Azar azar, int numero, string[] giros)
    {
        var nombre = azar.Una(giros);
        if (azar.Suerte(0.35))
            nombre += " " + azar.Una(Palabras.Calificativos);
        nombre += " " + Inventada(numero);
        if (azar.Suerte(0.45))
            nombre += " " + azar.Una(Palabras.Regiones);
        var coma = azar.Suerte(0.7) ? "," : "";
        return $"{nombre}{coma} {azar.Una(Palabras.Sufijos)}";
    }

    private static string Inventada(int numero)
    {
        var palabra = Palabras.Raices[numero % Palabras.Raices.Length];
        for (numero /= Palabras.Raices.Length; numero > 0; numero /= 100)
            palabra += $"{"BCDFGLMNPRSTVZ"[numero % 14]}{"AEIOU"[numero % 100 / 14 % 5]}" + (numero % 100 >= 70 ? "X" : "");
        return palabra + "A";
    }

    /// <summary>Right shape, real date and right check digit, of nobody: it begins with XQ. Each number has its own.</summary>
    private static string DeRfc(int numero, TipoPersona tipo)
    {
        var homoclave = $"{Homoclaves[numero % Homoclaves.Length]}{Homoclaves[numero / Homoclaves.Length % Homoclaves.Length]}";
        numero /= Homoclaves.Length * Homoclaves.Length;
        var dia = new DateOnly(1950, 1, 1).AddDays(numero * 7 % 18_262);
        var sinDigito = $"{(tipo == TipoPersona.Moral ? "XQ" : "XQX")}{(char)('A' + (numero * 7 / 18_262))}{dia:yyMMdd}{homoclave}";
        foreach (var digito in "0123456789A")
        {
            if (Rfc.DigitoCorrecto(sinDigito + digito))
                return sinDigito + digito;
        }
        throw new InvalidOperationException($"No digit closes {sinDigito}.");
    }
}
