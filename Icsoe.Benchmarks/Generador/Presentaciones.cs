using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Benchmarks.Generador;

/// <summary>Where a contratista stands in a periodo after some months.</summary>
/// <param name="Presentadas">What it filed in the last of those months, in order: the lines of the institute door.</param>
/// <param name="Vivas">Its effective informativas: what IMSS would list.</param>
/// <param name="Inconsistencia">Why they are in the inconsistent list; null in the public one.</param>
internal sealed record Situacion(IReadOnlyList<Informativa> Presentadas, IReadOnlyList<Informativa> Vivas, Inconsistencia? Inconsistencia);

/// <summary>Turns of a periodo as filings, month by month. Nothing is remembered: each month is drawn again from its key.</summary>
internal sealed class Presentaciones(ulong semilla, Periodo periodo, Clientela clientela, Periodo ultimo, double cambio)
{
    // Four complementarias at most (domain, section 2); the base version may hold one.
    private const int Complementarias = 3;

    private readonly Contratos _contratos = new(semilla, periodo, clientela);
    private readonly Nombres _nombres = new(semilla);

    /// <summary>Where a turn stands in a month, 1 being the base version.</summary>
    public Situacion En(Turno turno, int mes)
    {
        if (turno.Llegada > mes)
            return new Situacion([], [], null);
        var situacion = Base(turno, turno.Llegada);
        var cambios = 0;
        for (var k = turno.Llegada + 1; k <= mes; k++)
        {
            var azar = Azar.De(semilla, Tema.Cambio, turno.Contratista, periodo.Clave, k);
            situacion =
                situacion.Vivas.Count > 0
                && cambios < Complementarias
                && azar.Suerte(Ritmo(situacion))
                && Cambiar(turno, situacion, k, ref azar) is { } otra
                    ? otra
                    : situacion with
                    {
                        Presentadas = [],
                    };
            cambios += situacion.Presentadas.Count;
        }
        return situacion;
    }

    /// <summary>Whoever is listed as inconsistent has a reason to hurry.</summary>
    private double Ritmo(Situacion situacion) => situacion.Inconsistencia is null ? cambio : Math.Min(1, cambio * 8);

    private Situacion Base(Turno turno, int mes)
    {
        if (turno.Falla is { } falla)
            return Fallas.Aplicar(this, turno, falla);
        var azar = Azar.De(semilla, Tema.Adorno, turno.Contratista, periodo.Clave);
        var contratos = _contratos.De(turno);
        var informativa = Nueva(turno, turno.Tipo, turno.Tipo == TipoInformativa.Correccion ? 1 : 0, contratos, mes);
        if (turno.Tipo == TipoInformativa.Correccion)
        {
            // What it replaces had some mistake, or it would not be there.
            var dia = turno.Tardia ? Elenco.Limite(periodo).AddDays(-azar.Entero(10)) : turno.Dia;
            var original = Nueva(turno, TipoInformativa.Normal, 0, Contratos.Equivocar(contratos, ref azar), mes, dia);
            return new Situacion(
                [original, informativa with { Referencia = original.Folio }],
                [informativa with { Referencia = original.Folio }],
                null
            );
        }
        if (azar.Suerte(0.003))
        {
            // Filed twice by mistake, and the second annulled.
            var doble = Nueva(turno, turno.Tipo, 2, contratos, mes);
            return new Situacion([informativa, doble, SinEfectos(turno, doble, 3, mes)], [informativa], null);
        }
        if (turno.Tipo == TipoInformativa.Normal && azar.Suerte(0.005))
        {
            var actualizacion = Nueva(turno, TipoInformativa.Actualizacion, 3, [contratos[0]], mes) with { Referencia = informativa.Folio };
            var antes = informativa with
            {
                Contratos = [contratos[0] with { FechaFin = null, PersonasTrabajadoras = 1 }, .. contratos.Skip(1)],
            };
            return new Situacion([antes, actualizacion], [informativa], null);
        }
        return new Situacion([informativa], [informativa], null);
    }

    /// <summary>What is filed in a later month; null when there is nothing to correct.</summary>
    private Situacion? Cambiar(Turno turno, Situacion antes, int mes, ref Azar azar)
    {
        var viva = antes.Vivas[0];
        if (antes.Vivas.Count > 1)
        {
            if (viva.Tipo != TipoInformativa.SinInformacion)
                return null;
            return new Situacion([SinEfectos(turno, viva, 1, mes)], [.. antes.Vivas.Skip(1)], null);
        }
        if (viva.Tipo == TipoInformativa.SinInformacion)
        {
            var anulada = SinEfectos(turno, viva, 1, mes);
            if (azar.Suerte(0.5))
                return new Situacion([anulada], [], null);
            var normal = Nueva(turno, TipoInformativa.Normal, 2, [_contratos.Agregado(turno, mes)], mes);
            return new Situacion([anulada, normal], [normal], null);
        }
        if (antes.Inconsistencia is null && azar.Suerte(0.12))
            return new Situacion([SinEfectos(turno, viva, 1, mes)], [], null);
        var contratos = antes.Inconsistencia is null ? viva.Contratos : _contratos.De(turno);
        contratos = azar.Entero(10) switch
        {
            < 2 => [.. contratos, _contratos.Agregado(turno, mes)],
            2 when contratos.Count > 1 => [.. contratos.Skip(1)],
            _ when contratos.Count == 0 => [_contratos.Agregado(turno, mes)],
            _ => Contratos.Equivocar(contratos, ref azar),
        };
        var correccion = Nueva(turno, TipoInformativa.Correccion, 1, contratos, mes) with { Referencia = viva.Folio };
        return new Situacion([correccion], [correccion], null);
    }

    /// <summary>A filing of a turn.</summary>
    /// <param name="numero">0 to 3: which of its filings of that month.</param>
    internal Informativa Nueva(
        Turno turno,
        TipoInformativa tipo,
        int numero,
        IReadOnlyList<Contrato> contratos,
        int mes,
        DateOnly? otroDia = null
    )
    {
        var azar = Azar.De(semilla, Tema.Dia, turno.Contratista, periodo.Clave, 10 + (mes * 4) + numero);
        var dia = mes == 1 ? otroDia ?? turno.Dia : DiaDeMes(mes, ref azar);
        var hora = dia.ToDateTime(new TimeOnly(8 + (numero * 3) + azar.Entero(3), azar.Entero(60), azar.Entero(60)));
        return new Informativa
        {
            Folio = Folio(tipo, turno, numero, mes),
            Tipo = tipo,
            Periodo = periodo,
            PresentadaEn = HoraDeMexico.Instante(hora),
            FechaPresentacion = dia,
            Contratista = _nombres.Contratista(turno.Contratista, periodo),
            ContratosDeclarados = tipo is TipoInformativa.Normal or TipoInformativa.Correccion ? contratos.Count : null,
            Contratos = contratos,
        };
    }

    internal Informativa SinEfectos(Turno turno, Informativa anulada, int numero, int mes) =>
        Nueva(turno, TipoInformativa.SinEfectos, numero, [], mes) with
        {
            Referencia = anulada.Folio,
        };

    internal Contratos DeTurnos => _contratos;

    /// <summary>Month 1 is that of the last periodo's deadline; later ones follow it, also for earlier periodos.</summary>
    private DateOnly DiaDeMes(int mes, ref Azar azar)
    {
        var limite = Elenco.Limite(ultimo);
        return new DateOnly(limite.Year, limite.Month, 1).AddMonths(mes - 1).AddDays(azar.Entero(28));
    }

    private string Folio(TipoInformativa tipo, Turno turno, int numero, int mes)
    {
        var prefijo = tipo switch
        {
            TipoInformativa.Normal => "N",
            TipoInformativa.SinInformacion => "SI",
            TipoInformativa.Correccion => "C",
            TipoInformativa.SinEfectos => "SE",
            _ => "AC",
        };
        var consecutivo = (periodo.Cuatrimestre * 3_000_000) + (turno.Lugar * 4) + numero;
        return mes == 1
            ? $"{prefijo}{periodo.Ejercicio % 100:D2}{consecutivo:D7}"
            : $"{prefijo}{periodo.Ejercicio % 100:D2}{consecutivo:D7}M{mes:D2}";
    }
}
