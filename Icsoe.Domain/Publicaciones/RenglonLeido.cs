using System.Text;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Publicaciones;

/// <summary>
/// A line of a listado as it lies in the store, for whoever writes many of them: texts in UTF-8, without an object for each.
/// It is valid only while it is being handed out. <see cref="RenglonPublico"/> is the same line to keep.
/// </summary>
public readonly ref struct RenglonLeido
{
    public required long Clave { get; init; }

    public required Listado Listado { get; init; }

    /// <summary>Empty for none.</summary>
    public required ReadOnlySpan<byte> FolioInformativa { get; init; }

    public required TipoInformativa? TipoInformativa { get; init; }

    public required DateOnly? FechaPresentacion { get; init; }

    public required ParteLeida Contratista { get; init; }

    /// <summary>False for an informativa without contracts: nothing below up to the ordinal then says anything.</summary>
    public required bool EsContrato { get; init; }

    /// <summary>Empty for none.</summary>
    public required ReadOnlySpan<byte> FolioContrato { get; init; }

    public required ParteLeida Contratante { get; init; }

    /// <summary>Empty for none.</summary>
    public required ReadOnlySpan<byte> Servicio { get; init; }

    public required bool ServicioEnmascarado { get; init; }

    public required DateOnly? FechaInicio { get; init; }

    public required DateOnly? FechaFin { get; init; }

    public required int? PersonasTrabajadoras { get; init; }

    public required int Ordinal { get; init; }

    /// <summary>Codes of <see cref="Inconsistencias"/>: one bit each.</summary>
    public required int Codigos { get; init; }

    public required IReadOnlyList<Hallazgo> Inconsistencias { get; init; }

    public required IReadOnlyList<Hallazgo> Observaciones { get; init; }

    /// <inheritdoc cref="RenglonPublico.Aproximado"/>
    public required bool Aproximado { get; init; }

    /// <summary>The same line, to keep.</summary>
    public RenglonPublico ARenglon() =>
        new()
        {
            Clave = Clave,
            Listado = Listado,
            Ordinal = Ordinal,
            FolioInformativa = ParteLeida.Texto(FolioInformativa),
            TipoInformativa = TipoInformativa,
            FechaPresentacion = FechaPresentacion,
            Contratista = Contratista.AParte(),
            Contrato = EsContrato
                ? new ContratoPublico(
                    ParteLeida.Texto(FolioContrato),
                    Contratante.AParte(),
                    ParteLeida.Texto(Servicio),
                    ServicioEnmascarado,
                    FechaInicio,
                    FechaFin,
                    PersonasTrabajadoras
                )
                : null,
            Inconsistencias = Inconsistencias,
            Observaciones = Observaciones,
            Aproximado = Aproximado,
        };
}

/// <summary>A party as it lies in the store.</summary>
/// <param name="nombre">UTF-8; empty for none.</param>
/// <param name="clave">ASCII; empty for none.</param>
public readonly ref struct ParteLeida(ReadOnlySpan<byte> nombre, TipoPersona? tipoPersona, ReadOnlySpan<byte> clave)
{
    public ReadOnlySpan<byte> Nombre { get; } = nombre;

    public TipoPersona? TipoPersona { get; } = tipoPersona;

    public ReadOnlySpan<byte> Clave { get; } = clave;

    /// <summary>The same party, to keep.</summary>
    public PartePublica AParte() => new(Texto(Nombre), TipoPersona, Texto(Clave));

    internal static string? Texto(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8);
}

/// <summary>Makes something of a line while it can be read.</summary>
public delegate T LeerRenglon<out T>(in RenglonLeido renglon);

/// <summary>Takes a line while it can be read.</summary>
public delegate void AlLeerRenglon(in RenglonLeido renglon);
