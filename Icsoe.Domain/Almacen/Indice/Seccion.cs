namespace Icsoe.Domain.Almacen.Indice;

/// <summary>The arrays an index file can hold, by their place in its table: a number is never reused for something else.</summary>
internal enum Seccion
{
    /// <summary>A few numbers about the file itself.</summary>
    Datos = 0,

    // Of a tramo: one number per row, NULL as 0 and a value as one more than it is.
    Contratista = 1,
    Contratante = 2,
    FechaInicio = 3,
    FechaFin = 4,
    FechaPresentacion = 5,
    Cantidad = 6,
    Rasgos = 7,

    // Rows in the order of a column.
    PorFechaInicio = 8,
    PorFechaFin = 9,
    PorFechaPresentacion = 10,
    PorCantidad = 11,

    // Parties of a role: each once, where its rows begin among those in its order, and the parties in the order of their names.
    Contratistas = 12,
    ContratistasDesde = 13,
    PorContratista = 14,
    ContratistasPorNombre = 15,
    Contratantes = 16,
    ContratantesDesde = 17,
    PorContratante = 18,
    ContratantesPorNombre = 19,

    FolioContrato = 20,
    PorFolioContrato = 21,
    FolioInformativa = 22,
    PorFolioInformativa = 23,

    // Time: rows that left with the publication they left in, and the first row of each publication that brought some.
    Muertas = 24,
    MuertasHasta = 25,
    Llegadas = 26,
    LlegadasDesde = 27,

    // Words of a text, whatever the file is of.
    Palabras = 28,
    PalabrasDesde = 29,
    Escritas = 30,
    EscritasDesde = 31,
    Apariciones = 32,
    AparicionesDesde = 33,
    Textos = 34,
    TextosDesde = 35,

    // Of the parties.
    Nombres = 36,
    NombresDesde = 37,
    Plegados = 38,
    PlegadosDesde = 39,
    Tipos = 40,
    Claves = 41,
    PorClave = 42,
    Lugar = 43,
    PorNombre = 44,
    ContratosDeContratista = 45,
    ContratosDeContratante = 46,
    Grupo = 47,

    // Of the services of a tramo: each text once, by a digest of its folded words; how many contracts have it and one that does.
    TextosDistintos = 48,
    TextosVeces = 49,
    TextosFila = 50,

    /// <summary>Places among the distinct ones of those that most contracts have.</summary>
    TextosFrecuentes = 51,

    // Of the parties: where each clave begins in the order of claves, from the one with most contracts, in either role or in one.
    PorContratos = 52,
    PorContratosDeContratista = 53,
    PorContratosDeContratante = 54,

    /// <summary>One bit for each listado that ever named a party, several listados to a bit.</summary>
    Presencia = 55,

    // Of a tramo: each number of traits that some row has, and how many rows have it.
    RasgosDistintos = 56,
    RasgosVeces = 57,

    // Words of the frequent texts, one after another, to be gone through without jumping about.
    FrecuentesPalabras = 58,
    FrecuentesDesde = 59,
}
