namespace Icsoe.Domain.Reglas;

/// <summary>
/// Codes of inconsistencies and observations, for ever. The number is the place in the catalogue (the order of the
/// guide's help table) and a bit in the store: never renumber, rename or reuse.
/// </summary>
public enum Codigo
{
    ServicioNulo = 0,
    MismoContratante = 1,
    FechaInicio = 2,
    SinContratos = 3,
    ConteoContratos = 4,
    SinTrabajadores = 5,
    InformativaMultiple = 6,

    /// <summary>Mirror door: a label that is none of the seven, kept with its text.</summary>
    Otra = 7,

    /// <summary>Mirror door, observation only: a field that the lists always carry came empty or unreadable.</summary>
    CampoNulo = 8,
}

/// <summary>How codes are written.</summary>
public static class Codigos
{
    private static readonly string[] Valores =
    [
        "SERVICIO_NULO",
        "MISMO_CONTRATANTE",
        "FECHA_INICIO",
        "SIN_CONTRATOS",
        "CONTEO_CONTRATOS",
        "SIN_TRABAJADORES",
        "INFORMATIVA_MULTIPLE",
        "OTRA",
        "CAMPO_NULO",
    ];

    /// <summary>Every code, in catalogue order.</summary>
    public static IReadOnlyList<Codigo> Todos { get; } = Enum.GetValues<Codigo>();

    /// <summary>The code as written in JSON, files and queries: <c>SIN_TRABAJADORES</c>.</summary>
    public static string Valor(this Codigo codigo) => Valores[(int)codigo];

    /// <summary>Masks there may be: one bit for each code.</summary>
    public static int Mascaras { get; } = 1 << (Todos.Max(codigo => (int)codigo) + 1);

    /// <summary>The codes of a mask as written, in catalogue order.</summary>
    public static string[] DeMascara(int mascara) =>
        [.. Todos.Where(codigo => (mascara & (1 << (int)codigo)) != 0).Select(codigo => codigo.Valor())];

    /// <summary>Reads a code exactly as written.</summary>
    public static bool TryParse(string? valor, out Codigo codigo)
    {
        var lugar = Array.IndexOf(Valores, valor);
        codigo = (Codigo)Math.Max(lugar, 0);
        return lugar >= 0;
    }
}
