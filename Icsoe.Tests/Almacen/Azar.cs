using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Almacen;

/// <summary>
/// Contents and queries at random, from a seed. Few folios and few values, so that they repeat, meet and come back: in one
/// listado, in its pair, and from one publication to the next.
/// </summary>
internal sealed class Azar(int semilla)
{
    private static readonly string?[] FoliosInformativa = ["N1", "N2", "N3", "C1", "SI1", "N10", "n1", null];
    private static readonly string?[] FoliosContrato = ["A1", "A2", "A3", "A10", "a1", null];
    private static readonly string?[] Servicios = ["LIMPIEZA", "limpieza", "OBRA 😀", " ", null];

    // A fixed sequence for each seed is the point.
    private readonly Random azar = new(semilla);

    public static IReadOnlyList<Listado> Listados { get; } =
    [
        .. from periodo in new[] { Periodo.De(2021, 3), Periodo.De(2025, 1), Periodo.De(2026, 1) }
        from lista in Enum.GetValues<Lista>()
        select new Listado(periodo, lista),
    ];

    public bool Suerte(double probabilidad) => azar.NextDouble() < probabilidad;

    /// <summary>The next content of a listado: mostly what it held, some of it changed, gone or new.</summary>
    public IReadOnlyList<RenglonPublico> Contenido(Listado listado, IReadOnlyList<RenglonPublico> anterior)
    {
        var informativas = anterior
            .GroupBy(renglon => renglon.Contratista.Nombre)
            .Select(grupo => grupo.ToList())
            .Where(_ => !Suerte(0.2))
            .Select(grupo => Suerte(0.3) ? Informativa(listado, grupo[0].Contratista.Nombre!) : grupo)
            .ToList();
        for (var nuevas = azar.Next(6); nuevas > 0; nuevas--)
            informativas.Add(Informativa(listado, $"EJEMPLO {azar.Next(40)}"));
        // One informativa for each contratista: then its name tells its rows from those of another with its folio.
        var distintas = informativas.DistinctBy(grupo => grupo[0].Contratista.Nombre).ToArray();
        azar.Shuffle(distintas);
        return [.. distintas.SelectMany(grupo => grupo)];
    }

    public Consulta Consulta(int secuencia) =>
        new()
        {
            Secuencia = secuencia,
            Limite = Suerte(0.3) ? int.MaxValue : azar.Next(1, 8),
            Listas = Algunos(Enum.GetValues<Lista>()),
            Periodos = Algunos([.. Listados.Select(listado => listado.Periodo).Distinct(), Periodo.De(2023, 2)]),
            Ejercicios = Algunos([2021, 2025, 2026, 2030]),
            Cuatrimestres = Algunos([1, 2, 3]),
            FoliosContrato = Algunos([.. FoliosContrato.OfType<string>(), "NADIE"]),
            FoliosInformativa = Algunos([.. FoliosInformativa.OfType<string>(), "NADIE"]),
            TiposInformativa = Algunos(Enum.GetValues<TipoInformativa>()),
            Inconsistencias = Algunos([.. Codigos.Todos]),
            Observaciones = Algunos([.. Codigos.Todos]),
        };

    private List<RenglonPublico> Informativa(Listado listado, string contratista)
    {
        var informativa = new RenglonPublico
        {
            Listado = listado,
            FolioInformativa = Uno(FoliosInformativa),
            TipoInformativa = Suerte(0.1) ? null : Uno(Enum.GetValues<TipoInformativa>()),
            FechaPresentacion = Suerte(0.1) ? null : new DateOnly(2026, 5, 1).AddDays(azar.Next(5)),
            Contratista = Renglones.Parte(contratista),
            Inconsistencias = Hallazgos(),
            Observaciones = Hallazgos(),
        };
        var contratos = Suerte(0.25) ? 0 : azar.Next(1, 4);
        return contratos == 0 ? [informativa] : [.. Enumerable.Range(0, contratos).Select(_ => informativa with { Contrato = Contrato() })];
    }

    private ContratoPublico Contrato() =>
        new(
            Uno(FoliosContrato),
            Suerte(0.1) ? PartePublica.Ninguna : Renglones.Parte($"CLIENTE {azar.Next(3)}", Uno(Enum.GetValues<TipoPersona>())),
            Uno(Servicios),
            Suerte(0.1),
            Suerte(0.2) ? null : new DateOnly(2026, 1, 1).AddDays(azar.Next(3)),
            Suerte(0.5) ? null : new DateOnly(2026, 12, 31),
            Suerte(0.2) ? null : azar.Next(3)
        );

    private List<Hallazgo> Hallazgos() =>
        Suerte(0.6)
            ? []
            :
            [
                .. Codigos
                    .Todos.Where(_ => Suerte(0.2))
                    .Select(codigo => new Hallazgo
                    {
                        Codigo = codigo,
                        Texto = $"Texto {codigo}",
                        Contrato = Uno(FoliosContrato),
                        Relacionadas = Suerte(0.2) ? ["N1", "N2"] : [],
                    }),
            ];

    /// <summary>Mostly none: else a query would seldom find anything.</summary>
    private List<T> Algunos<T>(T[] entre) =>
        Suerte(0.75) ? [] : [.. Enumerable.Range(0, azar.Next(1, 4)).Select(_ => Uno(entre)).Distinct()];

    private T Uno<T>(T[] entre) => entre[azar.Next(entre.Length)];
}
