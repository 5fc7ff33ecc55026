using System.Diagnostics.CodeAnalysis;

namespace Icsoe.Domain.Modelo;

/// <summary>How each enumeration is written: <c>Valor</c> for machines (JSON, CSV, paths), <c>Etiqueta</c> for people (XLSX, pages).</summary>
public static class Valores
{
    public static string Valor(this Lista lista) => lista == Lista.Publico ? "publico" : "inconsistente";

    public static string Etiqueta(this Lista lista) => lista == Lista.Publico ? "Listado Público" : "Listado con Información Inconsistente";

    public static string Valor(this TipoPersona tipo) => tipo == TipoPersona.Fisica ? "fisica" : "moral";

    public static string Etiqueta(this TipoPersona tipo) => tipo == TipoPersona.Fisica ? "Física" : "Moral";

    public static string Valor(this TipoInformativa tipo) =>
        tipo switch
        {
            TipoInformativa.Normal => "normal",
            TipoInformativa.SinInformacion => "sin_informacion",
            TipoInformativa.Correccion => "correccion",
            TipoInformativa.SinEfectos => "sin_efectos",
            TipoInformativa.Actualizacion => "actualizacion",
            _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
        };

    public static string Etiqueta(this TipoInformativa tipo) =>
        tipo switch
        {
            TipoInformativa.Normal => "Normal",
            TipoInformativa.SinInformacion => "Sin información",
            TipoInformativa.Correccion => "Corrección",
            TipoInformativa.SinEfectos => "Sin efectos",
            TipoInformativa.Actualizacion => "Actualización",
            _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
        };

    public static bool TryParse([NotNullWhen(true)] string? valor, out Lista lista) => TryParse(valor, Valor, out lista);

    public static bool TryParse([NotNullWhen(true)] string? valor, out TipoPersona tipo) => TryParse(valor, Valor, out tipo);

    public static bool TryParse([NotNullWhen(true)] string? valor, out TipoInformativa tipo) => TryParse(valor, Valor, out tipo);

    private static bool TryParse<T>(string? valor, Func<T, string> escribir, out T leido)
        where T : struct, Enum
    {
        foreach (var candidato in De<T>.Todos)
        {
            if (escribir(candidato) == valor)
            {
                leido = candidato;
                return true;
            }
        }
        leido = default;
        return false;
    }

    /// <summary>Asked for once each: the runtime copies them at every call.</summary>
    private static class De<T>
        where T : struct, Enum
    {
        public static readonly T[] Todos = Enum.GetValues<T>();
    }
}
