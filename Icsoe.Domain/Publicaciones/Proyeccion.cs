using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Publicaciones;

/// <summary>From an informativa to the rows that are published of it: what is private stays behind, and what slipped into a text is masked.</summary>
public static class Proyeccion
{
    /// <summary>One row per contract, in their order; one without contract when there is none.</summary>
    public static IEnumerable<RenglonPublico> Renglones(
        Informativa informativa,
        Lista lista,
        IReadOnlyList<Hallazgo> inconsistencias,
        IReadOnlyList<Hallazgo> observaciones
    )
    {
        var sinContrato = new RenglonPublico
        {
            Listado = new Listado(informativa.Periodo, lista),
            FolioInformativa = informativa.Folio,
            TipoInformativa = informativa.Tipo,
            FechaPresentacion = informativa.FechaPresentacion,
            Referencia = informativa.Referencia,
            Contratista = Publica(informativa.Contratista),
            Inconsistencias = inconsistencias,
            Observaciones = observaciones,
        };
        if (informativa.Contratos.Count == 0)
            return [sinContrato];
        return informativa.Contratos.Select(contrato => sinContrato with { Contrato = Publico(contrato) });
    }

    /// <summary>No name has an RFC or a telephone in it: where one does, somebody typed it into the wrong box.</summary>
    private static PartePublica Publica(Parte parte)
    {
        var enmascarado = false;
        var nombre = parte.Nombre is null ? null : Enmascarado.Enmascarar(parte.Nombre, out enmascarado);
        return new PartePublica(nombre, parte.TipoPersona, enmascarado ? null : parte.ClaveSabida);
    }

    private static ContratoPublico Publico(Contrato contrato)
    {
        var enmascarado = false;
        var servicio = contrato.Servicio is null ? null : Enmascarado.Enmascarar(contrato.Servicio, out enmascarado);
        return new ContratoPublico(
            contrato.Folio,
            Publica(contrato.Contratante),
            servicio,
            enmascarado,
            contrato.FechaInicio,
            contrato.FechaFin,
            contrato.PersonasTrabajadoras
        );
    }
}
