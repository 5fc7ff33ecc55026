using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Api;

/// <summary>The figures of some listados the long way: out of every row that a reader would see.</summary>
internal sealed class CifrasFilaPorFila
{
    // -1 stands for no value: a key of a dictionary cannot be null.
    private readonly SortedDictionary<(Dimension Dimension, int Valor), Cuenta> _cuentas = [];

    public IReadOnlyList<Cifra> Cifras =>
        [.. _cuentas.Select(par => new Cifra(par.Key.Dimension, par.Key.Valor < 0 ? null : par.Key.Valor, par.Value))];

    public static CifrasDeListado De(AlmacenPublico almacen, Listado listado, int secuencia)
    {
        var cifras = new CifrasFilaPorFila();
        var todo = new Consulta
        {
            Secuencia = secuencia,
            Limite = 1_000_000,
            Listas = [listado.Lista],
            Periodos = [listado.Periodo],
        };
        foreach (var informativa in almacen.Informativas(todo).Filas)
            cifras.Agregar(informativa);
        foreach (var renglon in almacen.Contratos(todo).Filas)
            cifras.Agregar(renglon);
        return new(listado, cifras.Cifras);
    }

    private void Agregar(InformativaPublica informativa)
    {
        var cuenta = new Cuenta(0, 1, informativa.Contratos == 0 ? 1 : 0, 0);
        Sumar(informativa.Contratista, informativa.Tipo, informativa.Inconsistencias, cuenta);
        SumarPuntualidad(informativa.Listado.Periodo, informativa.Tipo, informativa.FechaPresentacion, cuenta);
    }

    private void Agregar(RenglonPublico renglon)
    {
        var contrato = renglon.Contrato!;
        var cuenta = new Cuenta(1, 0, 0, contrato.PersonasTrabajadoras ?? 0);
        Sumar(renglon.Contratista, renglon.TipoInformativa, renglon.Inconsistencias, cuenta);
        SumarPuntualidad(renglon.Listado.Periodo, renglon.TipoInformativa, renglon.FechaPresentacion, cuenta);
        Sumar(Dimension.TipoPersonaContratante, (int?)contrato.Contratante.TipoPersona, cuenta);
        Sumar(Dimension.Tamano, (int?)Contaduria.TamanoDe(contrato.PersonasTrabajadoras), cuenta);
    }

    private void Sumar(PartePublica contratista, TipoInformativa? tipo, IReadOnlyList<Hallazgo> hallazgos, Cuenta cuenta)
    {
        Sumar(Dimension.Total, null, cuenta);
        Sumar(Dimension.TipoPersonaContratista, (int?)contratista.TipoPersona, cuenta);
        Sumar(Dimension.TipoInformativa, (int?)tipo, cuenta);
        foreach (var codigo in hallazgos.Select(hallazgo => hallazgo.Codigo).Distinct())
            Sumar(Dimension.Inconsistencia, (int)codigo, cuenta);
    }

    private void SumarPuntualidad(Periodo periodo, TipoInformativa? tipo, DateOnly? dia, Cuenta cuenta) =>
        Sumar(
            Dimension.Puntualidad,
            CalendarioHabil.Tardia(periodo, tipo, dia) is { } tardia ? (int)(tardia ? Puntualidad.Tardia : Puntualidad.ATiempo) : null,
            cuenta
        );

    private void Sumar(Dimension dimension, int? valor, Cuenta cuenta) =>
        _cuentas[(dimension, valor ?? -1)] = _cuentas.GetValueOrDefault((dimension, valor ?? -1)) + cuenta;
}
