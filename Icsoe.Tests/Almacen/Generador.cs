using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Almacen;

/// <summary>Random listados and questions out of few values, so that folios repeat, come back and meet in both lists.</summary>
internal sealed class Generador(int semilla)
{
    private static readonly Periodo[] Periodos = [Periodo.De(2024, 3), Periodo.De(2025, 1), Periodo.De(2025, 2)];

    private static readonly PartePublica[] Partes =
    [
        PartePublica.Ninguna,
        new("SIN TIPO", null),
        .. Enumerable.Range(1, 6).Select(n => Parte($"EJEMPLO {n}, S.A. DE C.V.")),
        Parte("EJEMPLO 1, S.A. DE C.V.", TipoPersona.Fisica),
    ];

    private static readonly string?[] Servicios = [null, "LIMPIEZA", "VIGILANCIA DE ÁREAS \"VERDES\"", "ñ👷\u200f=1+1"];

    private readonly Random azar = new(semilla);

    public Listado Listado() => new(Uno(Periodos), Uno(Enum.GetValues<Lista>()));

    public int Hasta(int tope) => azar.Next(tope);

    /// <summary>A listado whole: informativas of several contracts, of none, with folios that repeat or are missing.</summary>
    public IReadOnlyList<RenglonPublico> Contenido(Listado listado)
    {
        var renglones = new List<RenglonPublico>();
        var vistas = new HashSet<(string?, TipoInformativa?, DateOnly?, PartePublica)>();
        for (var n = azar.Next(25); n > 0; n--)
        {
            var sin = Cabeza(listado);
            // Rows that share all of a filing are one informativa, and its rows come together.
            if (azar.Next(4) == 0 || !vistas.Add((sin.FolioInformativa, sin.TipoInformativa, sin.FechaPresentacion, sin.Contratista)))
                renglones.Add(sin);
            else
                renglones.AddRange(Enumerable.Range(0, azar.Next(1, 4)).Select(_ => sin with { Contrato = Contrato() }));
        }
        return renglones;
    }

    /// <summary>The same listado some time later: mostly what it was, some rows changed, gone or new, at times in another order.</summary>
    public IReadOnlyList<RenglonPublico> Despues(Listado listado, IReadOnlyList<RenglonPublico> antes)
    {
        var vistas = antes.Select(Presentacion).ToHashSet();
        var renglones = antes
            .Where(_ => azar.Next(8) != 0)
            .Select(r =>
                r.Contrato is { } contrato && azar.Next(6) == 0 ? r with { Contrato = contrato with { Servicio = Uno(Servicios) } } : r
            )
            .Concat(Contenido(listado).Where(r => !vistas.Contains(Presentacion(r))))
            .ToList();
        return azar.Next(3) == 0
            ? [.. renglones.GroupBy(r => (Presentacion(r), r.Contrato is null)).OrderBy(_ => azar.Next()).SelectMany(grupo => grupo)]
            : renglones;
    }

    public Consulta Consulta(int secuencia) =>
        new()
        {
            Secuencia = secuencia,
            Limite = int.MaxValue,
            Listas = Algunos(Enum.GetValues<Lista>()),
            Periodos = Algunos([.. Periodos, Periodo.De(2023, 1)]),
            Ejercicios = Algunos([2024, 2025]),
            Cuatrimestres = Algunos([1, 2, 3]),
            FoliosContrato = Algunos([.. Enumerable.Range(0, 9).Select(FolioDeContrato)]),
            FoliosInformativa = Algunos([.. Enumerable.Range(0, 9).Select(FolioDeInformativa)]),
            TiposInformativa = Algunos([TipoInformativa.Normal, TipoInformativa.SinInformacion, TipoInformativa.Correccion]),
            Inconsistencias = Algunos(Codigos.Todos),
            Observaciones = Algunos(Codigos.Todos),
        };

    public static string FolioDeInformativa(int n) => $"N{n}";

    public static string FolioDeContrato(int n) => $"A{n}";

    private RenglonPublico Cabeza(Listado listado) =>
        new()
        {
            Listado = listado,
            FolioInformativa = azar.Next(10) == 0 ? null : FolioDeInformativa(azar.Next(8)),
            TipoInformativa = Uno<TipoInformativa?>([TipoInformativa.Normal, TipoInformativa.Correccion, null]),
            FechaPresentacion = azar.Next(10) == 0 ? null : new DateOnly(2025, 5, azar.Next(1, 4)),
            Contratista = Uno(Partes),
            Inconsistencias = Hallazgos(listado.Lista == Lista.Inconsistente ? 3 : 0),
            Observaciones = Hallazgos(azar.Next(3) == 0 ? 3 : 0),
        };

    private ContratoPublico Contrato() =>
        new(
            azar.Next(10) == 0 ? null : FolioDeContrato(azar.Next(8)),
            Uno(Partes),
            Uno(Servicios),
            azar.Next(5) == 0,
            azar.Next(5) == 0 ? null : new DateOnly(2025, 1, azar.Next(1, 4)),
            azar.Next(2) == 0 ? null : new DateOnly(2025, 2, 1),
            azar.Next(5) == 0 ? null : azar.Next(3)
        );

    private List<Hallazgo> Hallazgos(int tope) =>
        [
            .. Codigos
                .Todos.Where(_ => azar.Next(9) < tope)
                .Select(codigo => new Hallazgo
                {
                    Codigo = codigo,
                    Texto = $"Etiqueta «{codigo}».",
                    Alcance = codigo == Codigo.SinTrabajadores ? Alcance.Contrato : Alcance.Informativa,
                    Contrato = codigo == Codigo.SinTrabajadores ? FolioDeContrato(1) : null,
                    Relacionadas = codigo == Codigo.InformativaMultiple ? ["N1", "N2"] : [],
                }),
        ];

    /// <summary>Most often none: a question with every filter has no answer.</summary>
    private List<T> Algunos<T>(IReadOnlyList<T> valores) => azar.Next(3) > 0 ? [] : [.. valores.Where(_ => azar.Next(2) == 0)];

    private T Uno<T>(T[] valores) => valores[azar.Next(valores.Length)];

    private static (string?, TipoInformativa?, DateOnly?, PartePublica) Presentacion(RenglonPublico r) =>
        (r.FolioInformativa, r.TipoInformativa, r.FechaPresentacion, r.Contratista);
}
