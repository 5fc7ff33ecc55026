using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Publicaciones;

/// <summary>
/// A line of a listado: one contract, or one informativa without contracts. Together with <see cref="InformativaPublica"/>
/// it is the whole list of published data: what is not here cannot leak.
/// </summary>
public sealed record RenglonPublico
{
    /// <summary>Key in the store (design, section 4); 0 while not stored.</summary>
    public long Clave { get; init; }

    public required Listado Listado { get; init; }

    /// <summary>Null only at the mirror.</summary>
    public required string? FolioInformativa { get; init; }

    /// <summary>Null only at the mirror, for a label that is none of the guide's.</summary>
    public required TipoInformativa? TipoInformativa { get; init; }

    /// <summary>Mexico City day; null only at the mirror.</summary>
    public required DateOnly? FechaPresentacion { get; init; }

    /// <summary>
    /// Folio of the earlier filing of its expediente that the informativa names; null when it names none, and always at the mirror. It says
    /// who takes whose place in a history: it is in no file, alone it changes no row, and the store keeps it with the informativa only.
    /// </summary>
    public string? Referencia { get; init; }

    public required PartePublica Contratista { get; init; }

    /// <summary>Null for an informativa without contracts.</summary>
    public ContratoPublico? Contrato { get; init; }

    /// <summary>Place among rows with the same folios in this listado, from 0: the last part of its identity.</summary>
    public int Ordinal { get; init; }

    /// <summary>What the list says: every finding of its informativa, in catalogue order.</summary>
    public IReadOnlyList<Hallazgo> Inconsistencias { get; init; } = [];

    /// <summary>What our rules note without moving anything, in catalogue order; never in a file.</summary>
    public IReadOnlyList<Hallazgo> Observaciones { get; init; } = [];

    /// <summary>Whether only words that look like those asked for found it; never stored.</summary>
    public bool Aproximado { get; init; }
}

/// <summary>A party as published. Nulls only come from the mirror. Equal by name and tipo.</summary>
public sealed record PartePublica(string? Nombre, TipoPersona? TipoPersona)
{
    private string? clave;

    /// <summary>One whose clave is known already; null when it is not.</summary>
    internal PartePublica(string? nombre, TipoPersona? tipoPersona, string? clave)
        : this(nombre, tipoPersona) => this.clave = clave;

    /// <summary>A copy may be given another name: it works its clave out again.</summary>
    private PartePublica(PartePublica otra) => (Nombre, TipoPersona) = (otra.Nombre, otra.TipoPersona);

    /// <summary>Key of its folded name, worked out when first asked for; null when name or tipo is.</summary>
    public string? Clave => clave ??= Nombre is null || TipoPersona is not { } tipo ? null : Plegado.Clave(Nombre, tipo);

    /// <summary>The clave if somebody has asked for it; null otherwise.</summary>
    internal string? ClaveSabida => clave;

    /// <summary>A party that the list does not name.</summary>
    public static PartePublica Ninguna { get; } = new(null, null);

    public bool Equals(PartePublica? other) => other is not null && Nombre == other.Nombre && TipoPersona == other.TipoPersona;

    public override int GetHashCode() => HashCode.Combine(Nombre, TipoPersona);
}

/// <summary>The published half of a contract.</summary>
/// <param name="Folio">Null only at the mirror.</param>
/// <param name="Servicio">Masked text (design, section 3); null when none was reported.</param>
/// <param name="ServicioEnmascarado">Whether something was masked in it.</param>
/// <param name="PersonasTrabajadoras">≥ 0; null when not reported.</param>
public sealed record ContratoPublico(
    string? Folio,
    PartePublica Contratante,
    string? Servicio,
    bool ServicioEnmascarado,
    DateOnly? FechaInicio,
    DateOnly? FechaFin,
    int? PersonasTrabajadoras
);

/// <summary>A listed informativa, with or without contracts.</summary>
public sealed record InformativaPublica
{
    /// <summary>Key in the store; 0 while not stored.</summary>
    public long Clave { get; init; }

    public required Listado Listado { get; init; }

    public required string? Folio { get; init; }

    public required TipoInformativa? Tipo { get; init; }

    public required DateOnly? FechaPresentacion { get; init; }

    /// <inheritdoc cref="RenglonPublico.Referencia"/>
    public string? Referencia { get; init; }

    public required PartePublica Contratista { get; init; }

    /// <summary>How many contracts are listed under it, ≥ 0.</summary>
    public required int Contratos { get; init; }

    /// <summary>Place among informativas of the same folio in this listado, from 0.</summary>
    public int Ordinal { get; init; }

    public IReadOnlyList<Hallazgo> Inconsistencias { get; init; } = [];

    public IReadOnlyList<Hallazgo> Observaciones { get; init; } = [];

    /// <summary>Whether only words that look like those asked for found it; never stored.</summary>
    public bool Aproximado { get; init; }
}
