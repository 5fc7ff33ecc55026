using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Publicaciones;

/// <summary>What happened to a row between two publications. (At IMSS «alta», «baja» and «modificación» are workers' movements.)</summary>
public enum TipoDeCambio
{
    /// <summary>It is only in the later one; in JSON <c>aparece</c>.</summary>
    Aparece,

    /// <summary>It is only in the earlier one; <c>desaparece</c>.</summary>
    Desaparece,

    /// <summary>It says something else; <c>cambia</c>.</summary>
    Cambia,

    /// <summary>It went from one list to the other, whatever else it says; <c>cambia_de_lista</c>.</summary>
    CambiaDeLista,
}

/// <summary>
/// A contract or an informativa in two publications. Taking every <c>Antes</c> from the first and adding every <c>Despues</c> gives the
/// second, row for row.
/// </summary>
/// <param name="Campos">Members of the row that differ, as paths into its JSON: <c>contratista.nombre</c>. Empty when one side is missing.</param>
public abstract record Cambio(TipoDeCambio Tipo, IReadOnlyList<string> Campos)
{
    /// <summary>Where it stands now, or stood last.</summary>
    public abstract Listado Listado { get; }

    /// <summary>Key of the row it goes by in the order of changes.</summary>
    public abstract long Clave { get; }
}

/// <summary>A change of a contract. At least one side is not null.</summary>
public sealed record CambioDeContrato : Cambio
{
    private static readonly Campo<RenglonPublico>[] Todos =
    [
        new("id", fila => fila.Id()),
        new("folio", fila => fila.Contrato!.Folio),
        new("lista", fila => fila.Listado.Lista),
        new("contratista.nombre", fila => fila.Contratista.Nombre),
        new("contratista.tipo_persona", fila => fila.Contratista.TipoPersona),
        new("contratista.clave", fila => fila.Contratista.Clave),
        new("contratante.nombre", fila => fila.Contrato!.Contratante.Nombre),
        new("contratante.tipo_persona", fila => fila.Contrato!.Contratante.TipoPersona),
        new("contratante.clave", fila => fila.Contrato!.Contratante.Clave),
        new("servicio", fila => fila.Contrato!.Servicio),
        new("servicio_enmascarado", fila => fila.Contrato!.ServicioEnmascarado),
        new("fecha_inicio", fila => fila.Contrato!.FechaInicio),
        new("fecha_fin", fila => fila.Contrato!.FechaFin),
        new("personas_trabajadoras", fila => fila.Contrato!.PersonasTrabajadoras),
        new("informativa.folio", fila => fila.FolioInformativa),
        new("informativa.tipo", fila => fila.TipoInformativa),
        new("informativa.fecha_presentacion", fila => fila.FechaPresentacion),
        new("inconsistencias", fila => Sucesion.De(fila.Inconsistencias)),
        new("observaciones", fila => Sucesion.De(fila.Observaciones)),
    ];

    public CambioDeContrato(RenglonPublico? antes, RenglonPublico? despues)
        : base(Campo.Tipo(antes?.Listado, despues?.Listado), Campo.Distintos(Todos, antes, despues)) => (Antes, Despues) = (antes, despues);

    public RenglonPublico? Antes { get; }

    public RenglonPublico? Despues { get; }

    /// <inheritdoc/>
    public override Listado Listado => (Despues ?? Antes)!.Listado;

    /// <inheritdoc/>
    public override long Clave => (Despues ?? Antes)!.Clave;
}

/// <summary>A change of an informativa. At least one side is not null.</summary>
public sealed record CambioDeInformativa : Cambio
{
    private static readonly Campo<InformativaPublica>[] Todos =
    [
        new("id", fila => fila.Id()),
        new("folio", fila => fila.Folio),
        new("tipo", fila => fila.Tipo),
        new("lista", fila => fila.Listado.Lista),
        new("fecha_presentacion", fila => fila.FechaPresentacion),
        new("tardia", fila => CalendarioHabil.Tardia(fila.Listado.Periodo, fila.Tipo, fila.FechaPresentacion)),
        new("contratista.nombre", fila => fila.Contratista.Nombre),
        new("contratista.tipo_persona", fila => fila.Contratista.TipoPersona),
        new("contratista.clave", fila => fila.Contratista.Clave),
        new("contratos", fila => fila.Contratos),
        new("inconsistencias", fila => Sucesion.De(fila.Inconsistencias)),
        new("observaciones", fila => Sucesion.De(fila.Observaciones)),
    ];

    public CambioDeInformativa(InformativaPublica? antes, InformativaPublica? despues)
        : base(Campo.Tipo(antes?.Listado, despues?.Listado), Campo.Distintos(Todos, antes, despues)) => (Antes, Despues) = (antes, despues);

    public InformativaPublica? Antes { get; }

    public InformativaPublica? Despues { get; }

    /// <inheritdoc/>
    public override Listado Listado => (Despues ?? Antes)!.Listado;

    /// <inheritdoc/>
    public override long Clave => (Despues ?? Antes)!.Clave;
}

/// <summary>A member of a row, and how to read it.</summary>
internal sealed record Campo<TFila>(string Nombre, Func<TFila, object?> Valor);

/// <summary>Tells two rows apart.</summary>
internal static class Campo
{
    public static TipoDeCambio Tipo(Listado? antes, Listado? despues) =>
        (antes, despues) switch
        {
            (null, null) => throw new ArgumentException("A change of nothing.", nameof(antes)),
            (null, _) => TipoDeCambio.Aparece,
            (_, null) => TipoDeCambio.Desaparece,
            _ => antes == despues ? TipoDeCambio.Cambia : TipoDeCambio.CambiaDeLista,
        };

    public static IReadOnlyList<string> Distintos<TFila>(Campo<TFila>[] campos, TFila? antes, TFila? despues)
        where TFila : class =>
        antes is null || despues is null
            ? []
            : [.. campos.Where(campo => !Equals(campo.Valor(antes), campo.Valor(despues))).Select(campo => campo.Nombre)];
}

/// <summary>Findings compared one by one: a list is equal only to itself.</summary>
internal sealed record Sucesion(IReadOnlyList<Hallazgo> Hallazgos)
{
    public static Sucesion De(IReadOnlyList<Hallazgo> hallazgos) => new(hallazgos);

    public bool Equals(Sucesion? other) => other is not null && Hallazgos.SequenceEqual(other.Hallazgos);

    public override int GetHashCode() => Hallazgos.Count;
}
