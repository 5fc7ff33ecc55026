using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Api;

/// <summary>The figures of a listado, added up row by row: what the sealed ones must be.</summary>
internal sealed class ContaduriaPorFilas
{
    // -1 stands for no value: a key of a dictionary cannot be null.
    private readonly SortedDictionary<(Dimension Dimension, int Valor), Cuenta> cuentas = [];

    /// <summary>Adds an informativa, with or without contracts; its contracts are added each as a row.</summary>
    public void Agregar(InformativaPublica informativa)
    {
        var cuenta = new Cuenta(0, 1, informativa.Contratos == 0 ? 1 : 0, 0);
        Sumar(Dimension.Total, null, cuenta);
        Sumar(Dimension.TipoPersonaContratista, (int?)informativa.Contratista.TipoPersona, cuenta);
        Sumar(Dimension.TipoInformativa, (int?)informativa.Tipo, cuenta);
        Sumar(
            Dimension.Puntualidad,
            (int?)PuntualidadDe(informativa.Listado.Periodo, informativa.Tipo, informativa.FechaPresentacion),
            cuenta
        );
        SumarInconsistencias(informativa.Inconsistencias, cuenta);
    }

    /// <summary>Adds a line of the listado; one without contract adds nothing, since its informativa is added by itself.</summary>
    public void Agregar(RenglonPublico renglon)
    {
        if (renglon.Contrato is not { } contrato)
            return;
        var cuenta = new Cuenta(1, 0, 0, contrato.PersonasTrabajadoras ?? 0);
        Sumar(Dimension.Total, null, cuenta);
        Sumar(Dimension.TipoPersonaContratista, (int?)renglon.Contratista.TipoPersona, cuenta);
        Sumar(Dimension.TipoPersonaContratante, (int?)contrato.Contratante.TipoPersona, cuenta);
        Sumar(Dimension.TipoInformativa, (int?)renglon.TipoInformativa, cuenta);
        Sumar(Dimension.Tamano, (int?)Contaduria.TamanoDe(contrato.PersonasTrabajadoras), cuenta);
        Sumar(
            Dimension.Puntualidad,
            (int?)PuntualidadDe(renglon.Listado.Periodo, renglon.TipoInformativa, renglon.FechaPresentacion),
            cuenta
        );
        SumarInconsistencias(renglon.Inconsistencias, cuenta);
    }

    /// <summary>What was added, by dimension and value, those without value first.</summary>
    public IReadOnlyList<Cifra> Cifras() =>
        [.. cuentas.Select(par => new Cifra(par.Key.Dimension, par.Key.Valor < 0 ? null : par.Key.Valor, par.Value))];

    /// <summary>Whether a filing came by its deadline; null where a list cannot tell.</summary>
    private static Puntualidad? PuntualidadDe(Periodo periodo, TipoInformativa? tipo, DateOnly? fechaPresentacion) =>
        CalendarioHabil.Tardia(periodo, tipo, fechaPresentacion) switch
        {
            null => null,
            true => Puntualidad.Tardia,
            false => Puntualidad.ATiempo,
        };

    // Two findings of one code in one row are one row with that code.
    private void SumarInconsistencias(IReadOnlyList<Hallazgo> hallazgos, Cuenta cuenta)
    {
        foreach (var codigo in hallazgos.Select(hallazgo => hallazgo.Codigo).Distinct())
            Sumar(Dimension.Inconsistencia, (int)codigo, cuenta);
    }

    private void Sumar(Dimension dimension, int? valor, Cuenta cuenta)
    {
        var clave = (dimension, valor ?? -1);
        cuentas[clave] = cuentas.GetValueOrDefault(clave) + cuenta;
    }
}
