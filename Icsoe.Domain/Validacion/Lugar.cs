using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Validacion;

/// <summary>A place in what was sent.</summary>
/// <param name="Hoja">Sheet of the workbook; null in text.</param>
/// <param name="Linea">1-based line, row, or element of a JSON document.</param>
/// <param name="Campo">Path in the JSON of the informativa, or column of a flat table.</param>
public readonly record struct Sitio(string? Hoja, int Linea, string Campo);

/// <summary>Where an informativa was read.</summary>
/// <param name="Linea">1-based line, first row, or element of a JSON document.</param>
/// <param name="Hoja">Sheet of the workbook; null in text.</param>
/// <param name="FilasDeContratos">In a flat table, the row of each contract; null in JSON.</param>
public sealed record Lugar(int Linea, string? Hoja, IReadOnlyList<FilaDeTabla>? FilasDeContratos)
{
    internal static Lugar De(LineaLeida leida) => new(leida.Linea, leida.Hoja, leida.FilasDeContratos);

    /// <summary>The place of a field: in JSON its path; in a flat table its row and its column.</summary>
    /// <param name="campo">As the JSON calls it.</param>
    /// <param name="contrato">0-based contract it is of; null when it is of the informativa.</param>
    public Sitio Sitio(string campo, int? contrato = null)
    {
        if (FilasDeContratos is not { } filas)
            return new(Hoja, Linea, contrato is { } lugar ? $"contratos[{lugar}].{campo}" : campo);
        var columna = (campo, contrato) switch
        {
            ("contratante", _) => "contratante_nombre",
            ("contratos", _) or ("folio", not null) => "contrato_folio",
            _ => campo,
        };
        return contrato is { } cual ? new(filas[cual].Hoja, filas[cual].Numero, columna) : new(Hoja, Linea, columna);
    }
}

/// <summary>
/// Finds which of the filings of an expediente, and which of its contracts, a finding comes from: an actualización brings contracts of its
/// own to the filing that it overlays.
/// </summary>
/// <param name="presentadas">All that were judged together, each with a folio of its own.</param>
internal sealed class Procedencias(IReadOnlyList<Informativa> presentadas)
{
    private readonly Dictionary<string, int> folios = presentadas.Index().ToDictionary(par => par.Item.Folio!, par => par.Index);

    /// <summary>Contracts of the actualizaciones, by reference; made when first needed.</summary>
    private Dictionary<Contrato, (int Presentada, int Contrato)>? superpuestos;

    /// <summary>Index of a filing.</summary>
    public int Indice(Informativa presentada) => folios[presentada.Folio!];

    /// <summary>Index of the filing, and of its contract; null when the finding is of the whole informativa.</summary>
    public (int Presentada, int? Contrato) De(Informativa efectiva, Hallazgo hallazgo)
    {
        var propia = Indice(efectiva);
        if (hallazgo.Lugar is not { } lugar)
            return (propia, null);
        var (contrato, suyos) = (efectiva.Contratos[lugar], presentadas[propia].Contratos);
        return lugar < suyos.Count && ReferenceEquals(suyos[lugar], contrato) ? (propia, lugar) : (superpuestos ??= Superponer())[contrato];
    }

    /// <summary>The field that a finding is about, as the JSON calls it.</summary>
    public static string Campo(Hallazgo hallazgo) =>
        hallazgo.Codigo switch
        {
            Codigo.ServicioNulo => "servicio",
            Codigo.MismoContratante => "contratante",
            Codigo.FechaInicio => "fecha_inicio",
            Codigo.SinTrabajadores => "personas_trabajadoras",
            Codigo.SinContratos => "contratos",
            Codigo.ConteoContratos => "contratos_declarados",
            _ => "folio",
        };

    private Dictionary<Contrato, (int, int)> Superponer()
    {
        var suyos = new Dictionary<Contrato, (int, int)>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < presentadas.Count; i++)
        {
            for (var j = 0; j < presentadas[i].Contratos.Count; j++)
                suyos.TryAdd(presentadas[i].Contratos[j], (i, j));
        }
        return suyos;
    }
}
