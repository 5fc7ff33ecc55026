namespace Icsoe.Domain.Lectura;

/// <summary>The columns of informativas as a flat table, one row per contract (design, section 6).</summary>
internal enum ColumnaPlana
{
    Folio,
    Tipo,
    Ejercicio,
    Cuatrimestre,
    FechaPresentacion,
    ContratosDeclarados,
    Referencia,
    ContratistaRfc,
    ContratistaNombre,
    ContratistaTipoPersona,
    ContratoFolio,
    ContratanteRfc,
    ContratanteNombre,
    ContratanteTipoPersona,
    Servicio,
    FechaInicio,
    FechaFin,
    PersonasTrabajadoras,
}

/// <summary>What is known of each column.</summary>
internal static class ColumnasPlanas
{
    /// <summary>Headers, in the order of <see cref="ColumnaPlana"/>.</summary>
    public static readonly string[] Nombres =
    [
        "folio",
        "tipo",
        "ejercicio",
        "cuatrimestre",
        "fecha_presentacion",
        "contratos_declarados",
        "referencia",
        "contratista_rfc",
        "contratista_nombre",
        "contratista_tipo_persona",
        "contrato_folio",
        "contratante_rfc",
        "contratante_nombre",
        "contratante_tipo_persona",
        "servicio",
        "fecha_inicio",
        "fecha_fin",
        "personas_trabajadoras",
    ];

    /// <summary>Columns that tell of the informativa come first; from this one on they tell of a contract.</summary>
    public const int PrimeraDeContrato = (int)ColumnaPlana.ContratoFolio;

    public static int Cuantas => Nombres.Length;

    public static string Nombre(this ColumnaPlana columna) => Nombres[(int)columna];

    /// <summary>
    /// Whether a table cannot do without it. The others may be absent from an informativa, and say nothing wrong of it when
    /// they are; a table without <c>servicio</c> or dates would lose them from every contract in silence.
    /// </summary>
    public static bool EsNecesaria(this ColumnaPlana columna) =>
        columna
            is not (
                ColumnaPlana.ContratosDeclarados
                or ColumnaPlana.Referencia
                or ColumnaPlana.ContratistaRfc
                or ColumnaPlana.ContratanteRfc
            );

    public static bool EsEntero(this ColumnaPlana columna) =>
        columna
            is ColumnaPlana.Ejercicio
                or ColumnaPlana.Cuatrimestre
                or ColumnaPlana.ContratosDeclarados
                or ColumnaPlana.PersonasTrabajadoras;

    public static bool EsDia(this ColumnaPlana columna) => columna is ColumnaPlana.FechaInicio or ColumnaPlana.FechaFin;
}
