using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Domain.Clasificacion;

/// <summary>
/// From the filings of one expediente to verdicts (design, section 5). Pure, and linear in what was filed but for the sort
/// that puts it in order.
/// </summary>
public sealed class Clasificador(Juez juez)
{
    /// <summary>Classifies the filings of ONE contratista in ONE periodo.</summary>
    /// <param name="presentadas">In order of reception, which decides between equal instants.</param>
    /// <param name="corte">Last Mexico City day that counts; a later filing does not exist at all, nor does one without date.</param>
    public Clasificado Clasificar(IReadOnlyList<Informativa> presentadas, DateOnly corte)
    {
        if (presentadas is [{ Referencia: null } sola] && Dia(sola) <= corte)
            return ClasificarSola(sola);
        // OrderBy is stable: among equal instants the order of reception stays.
        var enOrden = presentadas.Where(presentada => Dia(presentada) <= corte).OrderBy(Instante).ToArray();
        var cadena = new Cadena(enOrden);
        var expediente = new Expediente(Actualizaciones.Aplicar(enOrden, cadena));
        var dictamenes = juez.Juzgar(expediente);
        return new Clasificado(
            [.. expediente.Vivas.Zip(dictamenes, Veredicto)],
            cadena.ReferenciasIgnoradas,
            enOrden.Count(presentada => presentada.Tipo is TipoInformativa.Correccion or TipoInformativa.SinEfectos)
        );
    }

    /// <summary>What nearly every expediente is: one filing that names no other.</summary>
    private Clasificado ClasificarSola(Informativa sola) =>
        sola.Tipo switch
        {
            TipoInformativa.Actualizacion => new Clasificado([], [], 0),
            TipoInformativa.SinEfectos => new Clasificado([], [], 1),
            _ => new Clasificado([Veredicto(sola, juez.Juzgar(sola, []))], [], sola.Tipo == TipoInformativa.Correccion ? 1 : 0),
        };

    private static Veredicto Veredicto(Informativa viva, Dictamen dictamen) =>
        new(
            viva,
            dictamen.Inconsistencias.Count > 0 ? Lista.Inconsistente : Lista.Publico,
            dictamen.Inconsistencias,
            dictamen.Observaciones
        );

    private static DateOnly? Dia(Informativa presentada) =>
        presentada.FechaPresentacion ?? (presentada.PresentadaEn is { } instante ? HoraDeMexico.Dia(instante) : null);

    /// <summary>Where only the day is known, its first instant.</summary>
    private static DateTimeOffset Instante(Informativa presentada) =>
        presentada.PresentadaEn ?? HoraDeMexico.Instante(presentada.FechaPresentacion.GetValueOrDefault().ToDateTime(TimeOnly.MinValue));
}
