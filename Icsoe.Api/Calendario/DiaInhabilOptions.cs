using System.Globalization;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Calendario;

/// <summary>A day on which IMSS alone rests: <c>Icsoe__DiasInhabiles__0__Dia</c> and so on.</summary>
public sealed class DiaInhabilOptions
{
    /// <summary>As <c>2026-04-02</c>, from 2021 on.</summary>
    public string? Dia { get; set; }

    public string? Nombre { get; set; }

    /// <summary>Notice that says so; null when not given.</summary>
    public string? Fuente { get; set; }

    /// <summary>The day it names; null when it is no day, or has no name.</summary>
    public DiaInhabil? Leer() =>
        DateOnly.TryParseExact(Dia, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dia)
        && !string.IsNullOrWhiteSpace(Nombre)
            ? new(dia, Nombre, string.IsNullOrWhiteSpace(Fuente) ? null : Fuente, DelImss: true)
            : null;
}
