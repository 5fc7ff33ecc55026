using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Publicaciones;

/// <summary>What the quality report of a publication counts. Values are stored.</summary>
public enum Comprobacion
{
    /// <summary>Folios of informativa that stand in both lists of a periodo; in JSON <c>INFORMATIVA_EN_AMBAS_LISTAS</c>, and so the rest.</summary>
    InformativaEnAmbasListas = 1,

    /// <summary>Folios of contract that stand in both lists of a periodo.</summary>
    ContratoEnAmbasListas = 2,

    /// <summary>Contracts that start after they end.</summary>
    InicioPosteriorAlFin = 3,

    /// <summary>Contracts that start outside of their periodo; before it in 2021 is right.</summary>
    InicioFueraDelPeriodo = 4,

    /// <summary>Contracts of a Listado Público without workers, or that do not say how many.</summary>
    PublicoSinTrabajadores = 5,

    /// <summary>Contracts in whose service a personal datum was masked.</summary>
    ServicioEnmascarado = 6,

    /// <summary>Filings whose referencia did not count; known only while judging.</summary>
    ReferenciaIgnorada = 7,

    /// <summary>Contratistas with more complementarias than they may file in a periodo; known only while judging.</summary>
    ComplementariasDeMas = 8,

    /// <summary>Claves that have more than one spelling in the whole store, up to this publication.</summary>
    NombreConVariasEscrituras = 9,

    /// <summary>Listados with lines whose file is, byte for byte, that of another one.</summary>
    ArchivoRepetido = 10,

    /// <summary>Lines without inconsistencias that changed only in what another version of the program observes.</summary>
    CambioDelPrograma = 11,

    /// <summary>Every other line that appeared, changed or left.</summary>
    CambioDeLaFuente = 12,
}

/// <summary>How many of something there are.</summary>
/// <param name="Periodo">Where; null for the whole store.</param>
/// <param name="Lista">In which of its lists; null for both together.</param>
/// <param name="Ejemplos">A few folios, or names of listados; empty where they would say nothing or nobody may see them.</param>
public sealed record Medida(Comprobacion Comprobacion, Periodo? Periodo, Lista? Lista, long Valor, IReadOnlyList<string> Ejemplos);

/// <summary>The quality report of a publication: what sealing counted. Lists are taken as they come; it only tells.</summary>
/// <param name="Forzada">Why it was sealed in spite of <see cref="Merma"/>; null when nothing stopped it.</param>
/// <param name="Medidas">Those that are not zero, by comprobación and place.</param>
public sealed record Calidad(string? Forzada, IReadOnlyList<Medida> Medidas)
{
    /// <summary>A report that found nothing.</summary>
    public static Calidad Ninguna { get; } = new(null, []);

    /// <summary>The report after this one: what was measured again takes the place of what was, and the rest is carried over.</summary>
    /// <param name="nueva">All that was measured, zeros too.</param>
    public Calidad Seguida(Calidad nueva)
    {
        var medidas = nueva.Medidas.Select(Lugar).ToHashSet();
        return new Calidad(
            nueva.Forzada,
            [
                .. Medidas
                    .Where(medida => SeHereda(medida.Comprobacion) && !medidas.Contains(Lugar(medida)))
                    .Concat(nueva.Medidas)
                    .Where(medida => medida.Valor > 0)
                    .OrderBy(medida => medida.Comprobacion)
                    .ThenBy(medida => medida.Periodo)
                    .ThenBy(medida => medida.Lista),
            ]
        );
    }

    /// <summary>The same report, without a folio among its examples.</summary>
    public Calidad Sin(string folio) =>
        this with
        {
            Medidas = [.. Medidas.Select(medida => medida with { Ejemplos = [.. medida.Ejemplos.Where(ejemplo => ejemplo != folio)] })],
        };

    private static (Comprobacion, Periodo?, Lista?) Lugar(Medida medida) => (medida.Comprobacion, medida.Periodo, medida.Lista);

    /// <summary>What is of one publication alone, or of all the listados together, is measured each time.</summary>
    private static bool SeHereda(Comprobacion comprobacion) =>
        comprobacion
            is not (
                Comprobacion.NombreConVariasEscrituras
                or Comprobacion.ArchivoRepetido
                or Comprobacion.CambioDelPrograma
                or Comprobacion.CambioDeLaFuente
            );
}
