using NodaTime;

namespace Icsoe.Domain.Tiempo;

/// <summary>
/// Days of America/Mexico_City (Lineamientos, numeral 5.3), from the time zone database that NodaTime carries,
/// so that a machine's own tables cannot change what was sealed.
/// </summary>
public static class HoraDeMexico
{
    private static readonly DateTimeZone Zona = DateTimeZoneProviders.Tzdb["America/Mexico_City"];

    /// <summary>The Mexico City day of an instant.</summary>
    public static DateOnly Dia(DateTimeOffset instante) => Instant.FromDateTimeOffset(instante).InZone(Zona).Date.ToDateOnly();

    /// <summary>The instant of a Mexico City clock reading; in the hour that a clock change repeats, the earlier one; in the one it skips, the instant just after.</summary>
    public static DateTimeOffset Instante(DateTime local) =>
        LocalDateTime
            .FromDateTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified))
            .InZoneLeniently(Zona)
            .ToInstant()
            .ToDateTimeOffset();

    /// <summary>Today in Mexico City.</summary>
    public static DateOnly Hoy(this TimeProvider reloj) => Dia(reloj.GetUtcNow());
}
