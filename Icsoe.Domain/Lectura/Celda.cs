using System.Globalization;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Lectura;

/// <summary>What a cell says. Values come as <see cref="FilasDeHoja"/> gives them: text, double or bool.</summary>
internal static class Celda
{
    private const double PrimerDia = 20_000;
    private const double UltimoDia = 2_958_465;
    private const int DiasDe1904 = 1_462;

    /// <summary>What a 0 becomes under a format of dates.</summary>
    /// <summary>The text, without what XML forbids; null when there is nothing but blanks, or an error such as <c>#N/A</c>.</summary>
    public static string? Texto(object? valor)
    {
        var texto = valor switch
        {
            null => null,
            string escrito => escrito,
            double numero => Numero(numero),
            bool si => si ? "VERDADERO" : "FALSO",
            IFormattable otro => otro.ToString(null, CultureInfo.InvariantCulture),
            _ => valor.ToString(),
        };
        return string.IsNullOrWhiteSpace(texto) || EsError(texto) ? null : TextoLimpio.Limpiar(texto, out _);
    }

    /// <summary>As <see cref="Texto"/>, and null too for what people write where there is nothing: a dash, <c>N/A</c>.</summary>
    public static string? Dato(object? valor) => Texto(valor) is { } texto && !EsRelleno(texto) ? texto : null;

    /// <summary>An opaque identifier: without the spaces around it.</summary>
    public static string? Folio(object? valor) => Dato(valor)?.Trim();

    /// <summary>Whether a contract column says that there is no contract: empty, a dash, <c>N/A</c> or 0.</summary>
    public static bool EstaVacia(object? valor) => Dato(valor) is not { } texto || texto.AsSpan().Trim() is "0";

    /// <summary>A Mexico City day; false when it is unreadable, and null when it is empty.</summary>
    public static bool TryFecha(object? valor, bool desde1904, out DateOnly? dia)
    {
        dia = null;
        if (EstaVacia(valor))
            return true;
        if (valor is string texto && FechaEscrita.TryDeCelda(texto, out var escrita))
            dia = escrita;
        else if (TryNumero(valor, out var serie) && serie is >= PrimerDia - DiasDe1904 and <= UltimoDia)
            dia = Correr(DateOnly.FromDateTime(DateTime.FromOADate(serie)), desde1904);
        return dia is not null;
    }

    /// <summary>A moment written as a real date or as its serial; false when it is neither, texts included.</summary>
    /// <param name="momento">Mexico City time, to the millisecond: a serial of days carries no more.</param>
    public static bool TryMomento(object? valor, bool desde1904, out DateTime momento)
    {
        momento = default;
        if (valor is not (double serie and >= PrimerDia - DiasDe1904 and <= UltimoDia))
            return false;
        momento = DateTime.FromOADate(serie);
        momento = Correr(DateOnly.FromDateTime(momento), desde1904).ToDateTime(TimeOnly.FromDateTime(momento));
        return true;
    }

    /// <summary>A whole number; false when unreadable or out of range, and null when empty.</summary>
    public static bool TryEntero(object? valor, int maximo, out int? entero)
    {
        entero = null;
        if (Dato(valor) is null)
            return true;
        if (!TryNumero(valor, out var numero) || numero < 0 || numero > maximo || numero != Math.Floor(numero))
            return false;
        entero = (int)numero;
        return true;
    }

    public static TipoPersona? TipoPersona(object? valor)
    {
        if (Dato(valor) is not { } texto)
            return null;
        // Nearly every row says one of these two.
        if (texto == "Moral")
            return Modelo.TipoPersona.Moral;
        if (texto == "Física")
            return Modelo.TipoPersona.Fisica;
        var palabras = Plegado.Plegar(texto).Split(' ');
        if (palabras.Any(p => p is "FISICA" or "FISICO") || palabras is ["F"] or ["PF"])
            return Modelo.TipoPersona.Fisica;
        return palabras.Contains("MORAL") || palabras is ["M"] or ["PM"] ? Modelo.TipoPersona.Moral : null;
    }

    public static TipoInformativa? TipoInformativa(string? texto)
    {
        if (texto is null or "Normal")
            return texto is null ? null : Modelo.TipoInformativa.Normal;
        var plegado = Plegado.Plegar(texto);
        return plegado switch
        {
            "NORMAL" or "INFORMATIVA NORMAL" => Modelo.TipoInformativa.Normal,
            _ when plegado.Contains("SIN INFORMACION", StringComparison.Ordinal) => Modelo.TipoInformativa.SinInformacion,
            _ when plegado.Contains("SIN EFECTO", StringComparison.Ordinal) => Modelo.TipoInformativa.SinEfectos,
            _ when plegado.Contains("CORRECCION", StringComparison.Ordinal) => Modelo.TipoInformativa.Correccion,
            _ when plegado.Contains("ACTUALIZACION", StringComparison.Ordinal) => Modelo.TipoInformativa.Actualizacion,
            _ => null,
        };
    }

    /// <summary>The cuatrimestre as number or in words; null when it does not say.</summary>
    public static int? Cuatrimestre(object? valor)
    {
        if (TryNumero(valor, out var numero))
            return (int)Math.Clamp(numero, int.MinValue, int.MaxValue);
        return Dato(valor) is { } texto
            ? Plegado.Plegar(texto).Split(' ')[0] switch
            {
                "PRIMER" or "PRIMERO" or "1ER" or "1RO" or "1O" or "I" or "P" => 1,
                "SEGUNDO" or "2DO" or "2O" or "II" or "S" => 2,
                "TERCER" or "TERCERO" or "3ER" or "3RO" or "3O" or "III" or "T" => 3,
                _ => null,
            }
            : null;
    }

    /// <summary>A year as number; null when it does not say.</summary>
    public static int? Ejercicio(object? valor) =>
        TryNumero(valor, out var numero) ? (int)Math.Clamp(numero, int.MinValue, int.MaxValue) : null;

    private static bool TryNumero(object? valor, out double numero)
    {
        numero = 0;
        if (valor is double ya)
            numero = ya;
        else if (valor is not string texto)
            return false;
        else if (!double.TryParse(texto.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out numero))
            return false;
        return double.IsFinite(numero);
    }

    private static string Numero(double numero) =>
        Math.Abs(numero) < 1e15 && numero == Math.Floor(numero)
            ? ((long)numero).ToString(CultureInfo.InvariantCulture)
            : numero.ToString("R", CultureInfo.InvariantCulture);

    private static DateOnly Correr(DateOnly dia, bool desde1904) =>
        desde1904 && dia.DayNumber <= DateOnly.MaxValue.DayNumber - DiasDe1904 ? dia.AddDays(DiasDe1904) : dia;

    private static bool EsRelleno(string texto)
    {
        var limpio = texto.AsSpan().Trim();
        return limpio.IndexOfAnyExcept("-–—‒―") < 0
            || limpio.Equals("N/A", StringComparison.OrdinalIgnoreCase)
            || limpio.Equals("N.A.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Excel's error values, where another program wrote them as text: nobody publishes them as such.</summary>
    private static bool EsError(string texto) =>
        texto[0] == '#'
        && texto
            is "#N/A"
                or "#VALUE!"
                or "#REF!"
                or "#DIV/0!"
                or "#NUM!"
                or "#NAME?"
                or "#NULL!"
                or "#SPILL!"
                or "#CALC!"
                or "#GETTING_DATA";
}
