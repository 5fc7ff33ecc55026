using System.Globalization;
using System.Text;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Calendario;

/// <summary>The calendar as iCalendar (RFC 5545): whole days, the same bytes for the same publication and day.</summary>
public static class Agenda
{
    /// <summary>Octets of a line, its break left out (section 3.1).</summary>
    private const int OctetosPorLinea = 75;

    private const string Dominio = "calendario.icsoe";

    private static readonly CultureInfo Espanol = CultureInfo.GetCultureInfo("es-MX");

    private static readonly string[] Ordinales = ["primer", "segundo", "tercer"];

    /// <summary>When the rule that all events follow was published (DOF, 13 April 2022): their date while nothing was sealed.</summary>
    private static readonly DateTimeOffset Lineamientos = new(2022, 4, 13, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The shortest calendar, for the documentation.</summary>
    public const string Ejemplo =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Icsoe.Api//Calendario//ES\r\nBEGIN:VEVENT\r\nUID:limite-2026-1@calendario.icsoe\r\n"
        + "DTSTAMP:20260603T180000Z\r\nDTSTART;VALUE=DATE:20260518\r\nDTEND;VALUE=DATE:20260519\r\n"
        + "SUMMARY:ICSOE: último día para presentar el primer cuatrimestre de 2026\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    public static byte[] Escribir(CalendarioDelImss calendario, Publicacion? publicacion, DateOnly hoy, bool esEjemplo)
    {
        var texto = new StringBuilder();
        var nombre = Texto(esEjemplo ? "ICSOE: plazos y publicaciones (ejemplo ficticio)" : "ICSOE: plazos y publicaciones");
        Linea(texto, "BEGIN:VCALENDAR");
        Linea(texto, "VERSION:2.0");
        Linea(texto, "PRODID:-//Icsoe.Api//Calendario//ES");
        Linea(texto, $"NAME:{nombre}");
        // What most programs read instead of the standard's NAME.
        Linea(texto, $"X-WR-CALNAME:{nombre}");
        Linea(texto, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
        // Not the clock's: it would be another file at every request.
        var fechado = (publicacion?.SelladaEn ?? Lineamientos).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        foreach (var evento in Eventos(calendario, hoy))
            Escribir(texto, evento, fechado);
        Linea(texto, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(texto.ToString());
    }

    private static IEnumerable<Evento> Eventos(CalendarioDelImss calendario, DateOnly hoy)
    {
        foreach (var periodo in CalendarioDelImss.Periodos(hoy))
        {
            if (CalendarioHabil.Plazo(periodo) is not { } plazo)
                continue;
            var nombre = $"{Ordinales[periodo.Cuatrimestre - 1]} cuatrimestre de {periodo.Ejercicio}";
            yield return new(
                $"presentacion-{periodo}",
                plazo.Desde,
                plazo.Hasta,
                $"ICSOE: presentación del {nombre}",
                "Días para presentar a tiempo la informativa, hora de la Ciudad de México."
            );
            yield return new(
                $"limite-{periodo}",
                plazo.Hasta,
                plazo.Hasta,
                $"ICSOE: último día para presentar el {nombre}",
                "Vence a las 24:00, hora de la Ciudad de México."
            );
        }
        foreach (var ventana in calendario.Ventanas(hoy))
        {
            yield return new(
                $"publicacion-{ventana.Publicacion}",
                ventana.Desde,
                ventana.Hasta,
                $"ICSOE: publicación de {ventana.Desde.ToString("MMMM 'de' yyyy", Espanol)}",
                "Primeros cinco días hábiles del mes, en los que el IMSS publica la nueva versión de los listados."
            );
        }
    }

    private static void Escribir(StringBuilder texto, Evento evento, string fechado)
    {
        Linea(texto, "BEGIN:VEVENT");
        Linea(texto, $"UID:{evento.Id}@{Dominio}");
        Linea(texto, $"DTSTAMP:{fechado}");
        Linea(texto, $"DTSTART;VALUE=DATE:{evento.Desde:yyyyMMdd}");
        // The day after the last (section 3.6.1).
        Linea(texto, $"DTEND;VALUE=DATE:{evento.Hasta.AddDays(1):yyyyMMdd}");
        Linea(texto, $"SUMMARY:{Texto(evento.Resumen)}");
        Linea(texto, $"DESCRIPTION:{Texto(evento.Descripcion)}");
        Linea(texto, "TRANSP:TRANSPARENT");
        Linea(texto, "END:VEVENT");
    }

    /// <summary>A value of type TEXT (section 3.3.11).</summary>
    internal static string Texto(string texto) =>
        texto
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line in pieces of at most 75 octets, each after the first behind a space, none within a character.</summary>
    internal static void Linea(StringBuilder texto, string linea)
    {
        var octetos = 0;
        foreach (var letra in linea.EnumerateRunes())
        {
            if (octetos + letra.Utf8SequenceLength > OctetosPorLinea)
            {
                texto.Append("\r\n ");
                octetos = 1;
            }
            octetos += letra.Utf8SequenceLength;
            texto.Append(letra);
        }
        texto.Append("\r\n");
    }

    /// <param name="Id">Stable for ever: by it a program knows the event again.</param>
    private sealed record Evento(string Id, DateOnly Desde, DateOnly Hasta, string Resumen, string Descripcion);
}
