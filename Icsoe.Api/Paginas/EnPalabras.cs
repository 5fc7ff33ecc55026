using System.Globalization;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Paginas;

/// <summary>Days, numbers and sizes as people read them in Mexico.</summary>
public static class EnPalabras
{
    private static readonly CultureInfo Espanol = CultureInfo.GetCultureInfo("es-MX");

    private static readonly string[] Ordinales = ["Primero", "Segundo", "Tercero"];

    private static readonly string[] Meses = ["enero-abril", "mayo-agosto", "septiembre-diciembre"];

    /// <summary><c>4 de junio de 2026</c>.</summary>
    public static string Dia(DateOnly dia) => dia.ToString("d 'de' MMMM 'de' yyyy", Espanol);

    /// <summary><c>1 al 7 de julio de 2026</c>.</summary>
    public static string Dias(DateOnly desde, DateOnly hasta) => $"{desde.Day} al {Dia(hasta)}";

    /// <summary><c>junio de 2026</c>; the second of a month, <c>junio de 2026 (2.ª)</c>.</summary>
    public static string Publicacion(IdPublicacion id) =>
        id.PrimerDia.ToString("MMMM 'de' yyyy", Espanol) + (id.Numero == 1 ? "" : $" ({id.Numero}.ª)");

    /// <summary><c>1,234</c>.</summary>
    public static string Numero(long numero) => numero.ToString("N0", Espanol);

    /// <summary><c>1,234 contratos</c>, <c>1 contrato</c>.</summary>
    public static string Cuantos(long numero, string uno, string varios) => $"{Numero(numero)} {(numero == 1 ? uno : varios)}";

    /// <summary><c>24.6 MB</c>.</summary>
    public static string Tamano(long bytes) =>
        bytes switch
        {
            < 1000 => $"{bytes} B",
            < 1_000_000 => $"{(bytes / 1e3).ToString("0.#", Espanol)} kB",
            < 1_000_000_000 => $"{(bytes / 1e6).ToString("0.#", Espanol)} MB",
            _ => $"{(bytes / 1e9).ToString("0.##", Espanol)} GB",
        };

    /// <summary>A cuatrimestre as the guide's screen names it: <c>Primero</c>.</summary>
    public static string Ordinal(int cuatrimestre) => Ordinales[cuatrimestre - 1];

    /// <summary>Its months: <c>enero-abril</c>.</summary>
    public static string MesesDe(int cuatrimestre) => Meses[cuatrimestre - 1];
}
