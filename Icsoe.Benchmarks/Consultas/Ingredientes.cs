using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>All that questions are mixed of: every parameter of the contract reads (design, section 7), and the mixtures that hurt.</summary>
internal static class Ingredientes
{
    private const string ClaveInexistente = "aaaaaaaaaaaaa";

    /// <summary>Codes that a list can bear: the last is only ever observed, and the API says so.</summary>
    private static readonly Codigo[] DeListas = [.. Codigos.Todos.Where(codigo => codigo != Codigo.CampoNulo)];

    public static IReadOnlyList<Ingrediente> Todos { get; } =
    [.. DeTexto(), .. DeFolios(), .. DePartes(), .. DeFechas(), .. DeRenglon(), .. Vacios()];

    private static IEnumerable<Ingrediente> DeTexto()
    {
        (string Nombre, Func<Mesa, Campo, string> Texto)[] clases =
        [
            ("palabra común", (mesa, campo) => mesa.Comun(campo)),
            ("palabra conocida", (mesa, campo) => mesa.Media(campo)),
            ("palabra rara", (mesa, campo) => mesa.Rara(campo)),
            ("varias palabras", (mesa, campo) => mesa.Varias(campo)),
            ("prefijo", (mesa, campo) => mesa.Prefijo(campo)),
            ("frase", (mesa, campo) => mesa.Frase(campo)),
            ("texto entero", (mesa, campo) => mesa.Entero(campo)),
            ("palabra que no existe", (mesa, _) => mesa.Inexistente()),
        ];
        foreach (var campo in Enum.GetValues<Campo>())
        {
            var deInformativas = campo is Campo.Todos or Campo.Contratista;
            foreach (var (nombre, texto) in clases)
                yield return new(
                    $"{nombre} en {Nombre(campo)}",
                    (mesa, consulta) => Con(consulta, campo, texto(mesa, campo)),
                    deInformativas
                );
            yield return new(
                $"errata en {Nombre(campo)}",
                (mesa, consulta) => Con(consulta, campo, mesa.Errata(campo)) with { Aproximar = true },
                deInformativas
            );
            yield return new(
                $"común o rara en {Nombre(campo)}",
                (mesa, consulta) => Con(consulta, campo, mesa.Comun(campo), mesa.Rara(campo)),
                deInformativas
            );
        }
        yield return new(
            "signos",
            (mesa, consulta) => consulta with { Q = [$"{mesa.Media(Campo.Todos)}* NEAR AND: -{mesa.Comun(Campo.Todos)} \""] },
            true
        );
        yield return new(
            "comienzo de folio en q",
            (mesa, consulta) => consulta with { Q = [Comienzo(mesa, mesa.Renglon().FolioInformativa)] },
            true
        );
    }

    private static IEnumerable<Ingrediente> DeFolios()
    {
        yield return new("folio de contrato", (mesa, consulta) => consulta with { FoliosContrato = [Contrato(mesa)] }, true);
        yield return new(
            "tres folios de contrato",
            (mesa, consulta) => consulta with { FoliosContrato = [Contrato(mesa), Contrato(mesa), "A26P0000000"] },
            true
        );
        yield return new(
            "folio de informativa",
            (mesa, consulta) => consulta with { FoliosInformativa = [mesa.Renglon().FolioInformativa ?? "N26"] },
            true
        );
        yield return new("folio que no existe", (_, consulta) => consulta with { FoliosInformativa = ["N000000000"] }, true);
    }

    private static IEnumerable<Ingrediente> DePartes()
    {
        yield return new(
            "clave de contratista",
            (mesa, consulta) => consulta with { ClavesDeContratista = [mesa.Renglon().Contratista.Clave ?? ClaveInexistente] },
            true
        );
        yield return new(
            "clave de contratante",
            (mesa, consulta) => consulta with { ClavesDeContratante = [mesa.ConContrato().Contrato!.Contratante.Clave ?? ClaveInexistente] }
        );
        yield return new(
            "claves de parte",
            (mesa, consulta) =>
                consulta with
                {
                    ClavesDeParte =
                    [
                        mesa.Renglon().Contratista.Clave ?? ClaveInexistente,
                        mesa.ConContrato().Contrato!.Contratante.Clave ?? ClaveInexistente,
                    ],
                },
            true
        );
        yield return new("clave que no existe", (_, consulta) => consulta with { ClavesDeParte = [ClaveInexistente] }, true);
        yield return new(
            "tipo de persona del contratista",
            (mesa, consulta) => consulta with { TiposDeContratista = [mesa.Una(Enum.GetValues<TipoPersona>())] },
            true
        );
        yield return new(
            "tipo de persona del contratante",
            (mesa, consulta) => consulta with { TiposDeContratante = [mesa.Una(Enum.GetValues<TipoPersona>())] }
        );
    }

    private static IEnumerable<Ingrediente> DeFechas()
    {
        (string Nombre, Func<Consulta, Intervalo<DateOnly>, Consulta> Poner, Func<Mesa, DateOnly?> Dia, bool DeInformativas)[] fechas =
        [
            ("inicio", (consulta, dias) => consulta with { FechaInicio = dias }, mesa => mesa.ConContrato().Contrato!.FechaInicio, false),
            ("fin", (consulta, dias) => consulta with { FechaFin = dias }, mesa => mesa.ConContrato().Contrato!.FechaFin, false),
            (
                "presentación",
                (consulta, dias) => consulta with { FechaPresentacion = dias },
                mesa => mesa.Renglon().FechaPresentacion,
                true
            ),
        ];
        foreach (var (nombre, poner, dia, deInformativas) in fechas)
        {
            yield return new($"{nombre} en un año", (mesa, consulta) => poner(consulta, Desde(Dia(mesa, dia), 365)), deInformativas);
            yield return new($"{nombre} en un día", (mesa, consulta) => poner(consulta, Desde(Dia(mesa, dia), 0)), deInformativas);
            yield return new($"{nombre} en una semana", (mesa, consulta) => poner(consulta, Desde(Dia(mesa, dia), 6)), deInformativas);
            yield return new(
                $"{nombre} desde un día",
                (mesa, consulta) => poner(consulta, new Intervalo<DateOnly>(Dia(mesa, dia), null)),
                deInformativas
            );
            yield return new(
                $"{nombre} hasta un día",
                (mesa, consulta) => poner(consulta, new Intervalo<DateOnly>(null, Dia(mesa, dia))),
                deInformativas
            );
        }
        yield return new(
            "vigente en un día",
            (mesa, consulta) => consulta with { VigenteEn = Dia(mesa, m => m.ConContrato().Contrato!.FechaInicio) }
        );
        yield return new("sin fecha de fin", (_, consulta) => consulta with { SinFechaFin = true });
    }

    private static IEnumerable<Ingrediente> DeRenglon()
    {
        yield return new(
            "tipo de informativa",
            (mesa, consulta) =>
                consulta with
                {
                    TiposInformativa = [mesa.Una(TipoInformativa.Normal, TipoInformativa.Correccion, TipoInformativa.SinInformacion)],
                },
            true
        );
        yield return new("inconsistencia", (mesa, consulta) => consulta with { Inconsistencias = [mesa.Una(DeListas)] }, true);
        yield return new(
            "observación",
            (mesa, consulta) => consulta with { Observaciones = [Codigo.FechaInicio, mesa.Una(Codigos.Todos)] },
            true
        );
        yield return new(
            "muchas personas",
            (mesa, consulta) => consulta with { PersonasTrabajadoras = new Intervalo<int>(mesa.Una(100, 500, 2_000), null) }
        );
        yield return new(
            "pocas personas",
            (mesa, consulta) => consulta with { PersonasTrabajadoras = new Intervalo<int>(null, mesa.Una(0, 1, 10)) }
        );
        yield return new(
            "tantas personas",
            (mesa, consulta) =>
            {
                var personas = mesa.ConContrato().Contrato!.PersonasTrabajadoras ?? 0;
                return consulta with { PersonasTrabajadoras = new Intervalo<int>(personas, personas + mesa.Entre(0, 3)) };
            }
        );
        yield return new("con contratos", (_, consulta) => consulta with { ConContratos = true }, SoloDeInformativas: true);
        yield return new("sin contratos", (_, consulta) => consulta with { ConContratos = false }, SoloDeInformativas: true);
        yield return new("sin filtros", (_, consulta) => consulta, true);
    }

    /// <summary>Words that match everything beside a filter that leaves nothing, and filters that contradict each other.</summary>
    private static IEnumerable<Ingrediente> Vacios()
    {
        yield return new(
            "la palabra más común y nadie con tantas personas",
            (mesa, consulta) =>
                consulta with
                {
                    Servicios = [mesa.Acopio.Servicios.LaMasComun],
                    PersonasTrabajadoras = new Intervalo<int>(mesa.Entre(1, 9) * 1_000_000, null),
                }
        );
        yield return new(
            "la palabra más común y un inicio de hace décadas",
            (mesa, consulta) =>
                consulta with
                {
                    Q = [mesa.Acopio.Servicios.LaMasComun],
                    FechaInicio = new Intervalo<DateOnly>(null, new DateOnly(1990, 1, mesa.Entre(1, 28))),
                }
        );
        yield return new(
            "dos palabras comunes que no se encuentran",
            (mesa, consulta) =>
                consulta with
                {
                    Q = [$"{mesa.Comun(Campo.Contratista)} {mesa.Comun(Campo.Contratante)} {mesa.Comun(Campo.Servicio)}"],
                },
            true
        );
        yield return new(
            "contratista común y una clave que no existe",
            (mesa, consulta) =>
                consulta with
                {
                    Contratistas = [mesa.Acopio.Contratistas.LaMasComun],
                    ClavesDeContratista = [ClaveInexistente],
                },
            true
        );
        yield return new(
            "servicio común y contratante raro",
            (mesa, consulta) =>
                consulta with
                {
                    Servicios = [mesa.Acopio.Servicios.LaMasComun],
                    Contratantes = [mesa.Rara(Campo.Contratante)],
                }
        );
        yield return new(
            "fechas al revés",
            (mesa, consulta) =>
            {
                var dia = Dia(mesa, m => m.ConContrato().Contrato!.FechaInicio);
                return consulta with { FechaInicio = new Intervalo<DateOnly>(dia, dia.AddDays(-1)) };
            }
        );
        yield return new(
            "sin fin, y fin desde un día",
            (mesa, consulta) =>
                consulta with
                {
                    SinFechaFin = true,
                    FechaFin = new Intervalo<DateOnly>(Dia(mesa, m => m.ConContrato().Contrato!.FechaFin), null),
                }
        );
        yield return new(
            "lista pública con inconsistencias",
            (mesa, consulta) => consulta with { Listas = [Lista.Publico], Inconsistencias = [mesa.Una(DeListas)] },
            true
        );
        yield return new(
            "contratos de informativas sin información",
            (_, consulta) =>
                consulta with
                {
                    TiposInformativa = [TipoInformativa.SinInformacion],
                    PersonasTrabajadoras = new Intervalo<int>(1, null),
                }
        );
    }

    private static Consulta Con(Consulta consulta, Campo campo, params string[] textos) =>
        campo switch
        {
            Campo.Contratista => consulta with { Contratistas = textos },
            Campo.Contratante => consulta with { Contratantes = textos },
            Campo.Servicio => consulta with { Servicios = textos },
            _ => consulta with { Q = textos },
        };

    private static string Nombre(Campo campo) => campo == Campo.Todos ? "q" : campo.ToString().ToLowerInvariant();

    private static string Contrato(Mesa mesa) => mesa.ConContrato().Contrato!.Folio ?? "A26";

    private static string Comienzo(Mesa mesa, string? folio) => folio is null ? "N26" : folio[..Math.Min(folio.Length, mesa.Entre(3, 9))];

    /// <summary>A day of some row; where it has none, one of those that all have seen.</summary>
    private static DateOnly Dia(Mesa mesa, Func<Mesa, DateOnly?> dia) => dia(mesa) ?? mesa.Una(mesa.Acopio.Periodos).Inicio;

    private static Intervalo<DateOnly> Desde(DateOnly dia, int dias) => new(dia.AddDays(-dias), dia);
}
