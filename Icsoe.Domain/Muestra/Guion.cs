using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Muestra;

/// <summary>One publication of the sample and what came in for it.</summary>
/// <param name="SelladaEn">The instant the sample's clock shows.</param>
internal sealed record MesDeMuestra(
    IdPublicacion Publicacion,
    Puerta Puerta,
    DateTimeOffset SelladaEn,
    IReadOnlyList<Informativa> Presentadas
);

/// <summary>
/// The sample's script: 2024 came through IMSS's workbooks; 2025 and 2026-1 as informativas, in two months, the second with corrections.
/// It holds each of the seven inconsistencies and each of the four cases of informativa múltiple, before and after being solved.
/// </summary>
internal sealed class Guion
{
    private static readonly Periodo[] DelEspejo = [Periodo.De(2024, 1), Periodo.De(2024, 2), Periodo.De(2024, 3)];
    private static readonly Periodo[] DelInstituto = [Periodo.De(2025, 1), Periodo.De(2025, 2), Periodo.De(2025, 3)];

    /// <summary>The cuatrimestre that shows what goes wrong.</summary>
    private static readonly Periodo ConErrores = Periodo.De(2025, 3);
    private static readonly Periodo Nuevo = Periodo.De(2026, 1);

    private readonly Reparto reparto = new();

    public Guion()
    {
        var espejo = DelEspejo
            .SelectMany(Ordinarias)
            .Append(reparto.Normal(DelEspejo[2], 20, 4).Con(contrato => contrato with { Servicio = null }))
            .ToList();
        var mayo = DelInstituto.SelectMany(Ordinarias).Concat(Inconsistentes()).Concat(Multiples()).ToList();
        var junio = Ordinarias(Nuevo).Concat(Soluciones(mayo)).ToList();
        Meses =
        [
            new(IdPublicacion.Parse("2026-05"), Puerta.Espejo, Instante(2026, 5, 6), espejo),
            new(IdPublicacion.Parse("2026-05.2"), Puerta.Instituto, Instante(2026, 5, 7), mayo),
            new(IdPublicacion.Parse("2026-06"), Puerta.Instituto, Instante(2026, 6, 4), junio),
        ];
        var primero = Ordinarias(Nuevo).Append(reparto.Normal(Nuevo, 20, 2).Con(contrato => contrato with { Servicio = null })).ToList();
        Informativa[] despues =
        [
            reparto.Corregir(primero[^1], contrato => contrato with { Servicio = "PINTURA DE NAVE INDUSTRIAL" }),
            reparto.Normal(Nuevo, 21, 1),
        ];
        Practica =
        [
            new(IdPublicacion.Parse("2026-06"), Puerta.Espejo, Instante(2026, 6, 4), primero),
            new(IdPublicacion.Parse("2026-07"), Puerta.Espejo, Instante(2026, 7, 6), [.. primero, .. despues]),
        ];
    }

    /// <summary>Two months of one periodo as IMSS would publish them, to practise the mirror door with; not in the sample's store.</summary>
    public IReadOnlyList<MesDeMuestra> Practica { get; }

    /// <summary>In the order they are sealed.</summary>
    public IReadOnlyList<MesDeMuestra> Meses { get; }

    /// <summary>What most contratistas do: file once, on time or late, with contracts or without.</summary>
    private List<Informativa> Ordinarias(Periodo periodo)
    {
        var informativas = new List<Informativa>();
        for (var quien = 0; quien < 14; quien++)
            informativas.Add(quien % 3 == 2 ? reparto.SinInformacion(periodo, quien) : reparto.Normal(periodo, quien, 1 + (quien * 7 % 4)));
        // A text with what must be masked, beside a purchase order that must not.
        informativas[0] = informativas[0]
            .Con(contrato =>
                contrato with
                {
                    Servicio = "4500010070 MANTENIMIENTO A AIRE ACONDICIONADO (HVAC), ATENCIÓN AL TEL. 55 1234 5678",
                }
            );
        return informativas;
    }

    /// <summary>One filing for each way of being inconsistent by itself.</summary>
    private IEnumerable<Informativa> Inconsistentes()
    {
        yield return reparto.Normal(ConErrores, 20, 2).Con(contrato => contrato with { Servicio = null });
        yield return reparto
            .Normal(ConErrores, 21, 1)
            .Con((contrato, informativa) => contrato with { Contratante = informativa.Contratista });
        yield return reparto.Normal(ConErrores, 22, 1).Con(contrato => contrato with { FechaInicio = null });
        yield return reparto
            .Normal(ConErrores, 23, 1)
            .Con(contrato => contrato with { FechaInicio = null, FechaInicioIlegible = "31/11/2025" });
        yield return reparto
            .Normal(ConErrores, 24, 1)
            .Con(contrato => contrato with { FechaInicio = new DateOnly(2025, 12, 15), FechaFin = new DateOnly(2025, 10, 1) });
        yield return reparto.Normal(ConErrores, 25, 1) with
        {
            Contratos = [],
            ContratosDeclarados = null,
        };
        yield return reparto.Normal(ConErrores, 26, 2) with
        {
            ContratosDeclarados = 3,
        };
        yield return reparto.Normal(ConErrores, 27, 3).Con(contrato => contrato with { PersonasTrabajadoras = 0 });
        // Noted, but it stays public: the guide does not say that a start outside the cuatrimestre is wrong.
        yield return reparto.Normal(ConErrores, 28, 1).Con(contrato => contrato with { FechaInicio = new DateOnly(2025, 3, 3) });
    }

    /// <summary>The four cases of the guide, and one it does not cover.</summary>
    private IEnumerable<Informativa> Multiples()
    {
        yield return reparto.Normal(ConErrores, 30, 1);
        yield return reparto.Correccion(ConErrores, 30, 2, referencia: null);
        yield return reparto.Normal(ConErrores, 31, 1);
        yield return reparto.Normal(ConErrores, 31, 2);
        yield return reparto.SinInformacion(ConErrores, 32);
        yield return reparto.Normal(ConErrores, 32, 1);
        yield return reparto.SinInformacion(ConErrores, 33);
        yield return reparto.SinInformacion(ConErrores, 33);
        yield return reparto.SinInformacion(ConErrores, 34);
        yield return reparto.Normal(ConErrores, 34, 1);
        yield return reparto.Normal(ConErrores, 34, 1);
    }

    /// <summary>A month later: some contratistas have followed «¿Cómo solventar la inconsistencia?».</summary>
    private List<Informativa> Soluciones(List<Informativa> antes)
    {
        Informativa De(int quien, int lugar = 0) =>
            antes.Where(i => i.Periodo == ConErrores && i.Contratista == Reparto.Contratista(quien)).ElementAt(lugar);
        return
        [
            // SERVICIO_NULO and SIN_TRABAJADORES: a corrección, which carries what changes and what does not.
            reparto.Corregir(De(20), contrato => contrato with { Servicio = "LIMPIEZA Y MANTENIMIENTO DE INMUEBLES" }),
            reparto.Corregir(De(27), contrato => contrato with { PersonasTrabajadoras = 6 }),
            // Case 1: sin efectos on the Normal, and a corrección of the corrección with the contracts of both.
            reparto.SinEfectos(De(30)),
            reparto.Corregir(De(30, 1), contrato => contrato) with
            {
                Contratos = [.. De(30, 1).Contratos, .. De(30).Contratos],
                ContratosDeclarados = 3,
            },
            // Case 3: sin efectos on the Sin información.
            reparto.SinEfectos(De(32)),
            // Case 4: sin efectos on one.
            reparto.SinEfectos(De(33, 1)),
            // Filed by mistake: it leaves the lists.
            reparto.SinEfectos(De(9)),
        ];
    }

    private static DateTimeOffset Instante(int anio, int mes, int dia) => new(anio, mes, dia, 18, 0, 0, TimeSpan.Zero);
}
