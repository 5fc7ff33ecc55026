namespace Icsoe.Domain.Reglas;

/// <summary>What a start date outside the cuatrimestre does (FECHA_INICIO, motivo <c>fuera_del_periodo</c>): the guide does not define it.</summary>
public enum PoliticaFechaInicio
{
    /// <summary>It is an observación and the informativa stays public.</summary>
    Observar = 0,

    /// <summary>It is an inconsistencia and moves the informativa to the inconsistent list.</summary>
    Mover = 1,
}
