using Icsoe.Api.Problemas;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Parametros;

/// <summary>The publication a query names. <c>ultima</c> is the current one, whichever it is.</summary>
/// <param name="Id">Null for <c>ultima</c>.</param>
public sealed record SeleccionDePublicacion(IdPublicacion? Id)
{
    public const string Ultima = "ultima";
}

/// <summary>How each kind of value is read.</summary>
public static class Lectores
{
    /// <summary>One of a closed set of values.</summary>
    public static Lector<T> Enumeracion<T>(IReadOnlyDictionary<string, T> valores) =>
        (string texto, DateOnly _, out Fallo? fallo) =>
        {
            fallo = null;
            if (valores.TryGetValue(texto, out var valor))
                return valor;
            var validos = valores.Keys.ToList();
            fallo = new(
                CatalogoDeProblemas.ValorInvalido,
                new($"Debe ser uno de: {string.Join(", ", validos)}.", $"It must be one of: {string.Join(", ", validos)}."),
                Distancia.MasParecido(texto, validos),
                validos
            );
            return default;
        };

    /// <summary>A whole number between two limits, both included.</summary>
    public static Lector<int> Entero(int minimo, Func<DateOnly, int> maximo) =>
        (string texto, DateOnly hoy, out Fallo? fallo) =>
        {
            fallo = null;
            var tope = maximo(hoy);
            var sinSigno = texto.AsSpan(texto[0] is '-' ? 1 : 0);
            if (sinSigno.IsEmpty || sinSigno.IndexOfAnyExceptInRange('0', '9') >= 0)
            {
                fallo = new(
                    CatalogoDeProblemas.ValorInvalido,
                    new($"Debe ser un número entero, de {minimo} a {tope}.", $"It must be a whole number, from {minimo} to {tope}.")
                );
                return default;
            }
            if (!int.TryParse(texto, out var numero) || numero < minimo || numero > tope)
            {
                fallo = new(
                    CatalogoDeProblemas.ValorFueraDeRango,
                    new($"Debe ir de {minimo} a {tope}.", $"It must be from {minimo} to {tope}."),
                    Validos: tope - minimo < 50
                        ? [.. Enumerable.Range(minimo, Math.Max(0, tope - minimo + 1)).Select(n => n.ToString())]
                        : null
                );
                return default;
            }
            return numero;
        };

    /// <summary>A folio: opaque, but a text people can read.</summary>
    public static string? Folio(string texto, DateOnly hoy, out Fallo? fallo)
    {
        fallo = texto.Any(char.IsControl)
            ? new(CatalogoDeProblemas.ValorInvalido, new("Un folio no lleva caracteres de control.", "A folio has no control characters."))
            : null;
        return texto;
    }

    /// <summary><c>2026-1</c>.</summary>
    public static Periodo Periodo(string texto, DateOnly hoy, out Fallo? fallo)
    {
        fallo = null;
        if (Domain.Modelo.Periodo.TryParse(texto, out var periodo))
        {
            if (periodo.Ejercicio <= hoy.Year)
                return periodo;
            fallo = new(
                CatalogoDeProblemas.ValorFueraDeRango,
                new($"Hay periodos de 2021-1 a {hoy.Year}-3.", $"There are periodos from 2021-1 to {hoy.Year}-3.")
            );
            return default;
        }
        if (IdPublicacion.TryParse(texto, out var publicacion))
        {
            fallo = new(
                CatalogoDeProblemas.PeriodoConfundido,
                new(
                    $"{texto} es una publicación (año y mes); un periodo se escribe año y cuatrimestre, como 2026-1.",
                    $"{texto} is a publication (year and month); a periodo is written year and cuatrimestre, like 2026-1."
                ),
                $"publicacion={publicacion}"
            );
            return default;
        }
        // Five digits and a hyphen with a year of none of ours is a range error, not a misspelling.
        var conForma = texto is { Length: 6 } && texto[4] == '-' && texto.Remove(4, 1).All(char.IsAsciiDigit);
        fallo = conForma
            ? new(
                CatalogoDeProblemas.ValorFueraDeRango,
                new(
                    $"Hay periodos de 2021-1 a {hoy.Year}-3; el cuatrimestre es 1, 2 o 3.",
                    $"There are periodos from 2021-1 to {hoy.Year}-3; the cuatrimestre is 1, 2 or 3."
                )
            )
            : new(
                CatalogoDeProblemas.ValorInvalido,
                new("Un periodo se escribe año y cuatrimestre, como 2026-1.", "A periodo is written year and cuatrimestre, like 2026-1.")
            );
        return default;
    }

    /// <summary><c>2026-06</c>, <c>2026-06.2</c> or <c>ultima</c>.</summary>
    public static SeleccionDePublicacion? Publicacion(string texto, DateOnly hoy, out Fallo? fallo)
    {
        fallo = null;
        if (texto == SeleccionDePublicacion.Ultima)
            return new(Id: null);
        if (IdPublicacion.TryParse(texto, out var id))
            return new(id);
        fallo = Domain.Modelo.Periodo.TryParse(texto, out _)
            ? new(
                CatalogoDeProblemas.PublicacionConfundida,
                new(
                    $"{texto} es un periodo (año y cuatrimestre); una publicación se escribe año y mes, como 2026-06.",
                    $"{texto} is a periodo (year and cuatrimestre); a publication is written year and month, like 2026-06."
                ),
                $"periodo={texto}"
            )
            : new(
                CatalogoDeProblemas.ValorInvalido,
                new(
                    "Una publicación se escribe año y mes, como 2026-06; la segunda del mes, 2026-06.2; la vigente, ultima.",
                    "A publication is written year and month, like 2026-06; the second of the month, 2026-06.2; the current one, ultima."
                ),
                Distancia.Edicion(texto.ToLowerInvariant(), SeleccionDePublicacion.Ultima) <= 2 ? SeleccionDePublicacion.Ultima : null
            );
        return null;
    }

    /// <summary>A token of <c>siguiente</c> of that kind of mark; whether it serves this query is checked once the query is known.</summary>
    public static Cursor? Cursor<TMarca>(string texto, DateOnly hoy, out Fallo? fallo)
    {
        fallo =
            Parametros.Cursor.TryParse(texto, out var cursor) && cursor!.Marca is TMarca
                ? null
                : new(
                    CatalogoDeProblemas.CursorInvalido,
                    new("El cursor está incompleto o alterado.", "The cursor is incomplete or altered.")
                );
        return cursor;
    }
}
