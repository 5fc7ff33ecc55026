using FsCheck;
using FsCheck.Fluent;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Almacen;

/// <summary>
/// Sequences of publications for FsCheck: for each, what happens to what stood before, written in numbers. A smaller one lacks some of it.
/// Folios, names and texts are few, so that they repeat, meet, move and come back.
/// </summary>
internal static class HistoriaAlAzar
{
    private const int NumerosDeInformativa = 6;
    private const int Publicaciones = 5;
    private const int HechosPorPublicacion = 12;

    private static readonly string?[] FoliosInformativa = ["N1", "N2", null];
    private static readonly string?[] FoliosContrato = ["A1", "A10", null];
    private static readonly string?[] Servicios = ["LIMPIEZA, \"Y\"\nMÁS", "limpieza", null];
    private static readonly Codigo[][] Hallazgos =
    [
        [],
        [Codigo.SinTrabajadores],
        [Codigo.ServicioNulo, Codigo.FechaInicio],
    ];

    /// <summary>A publication without changes too.</summary>
    public static Arbitrary<byte[][][]> Historias { get; } =
        Arb.From(
            from hechos in Gen.ArrayOf(Gen.ArrayOf(Hecho(), HechosPorPublicacion), Publicaciones)
            from publicaciones in Gen.Choose(1, Publicaciones)
            from cuantos in Gen.ArrayOf(Gen.Choose(0, HechosPorPublicacion), publicaciones)
            select cuantos.Select((suyos, i) => hechos[i][..suyos]).ToArray(),
            Arb.Array(Arb.Array(Hecho().ToArbitrary())).Shrinker
        );

    /// <summary>What each publication seals: the whole new content of the listados where something happened.</summary>
    public static IEnumerable<IReadOnlyDictionary<Listado, IReadOnlyList<RenglonPublico>>> Contenidos(byte[][][] historia)
    {
        var estado = new Dictionary<Listado, List<List<RenglonPublico>>>();
        foreach (var hechos in historia)
        {
            var tocados = hechos.SelectMany(hecho => Aplicar(hecho, estado)).Distinct();
            yield return tocados.ToDictionary(
                listado => listado,
                IReadOnlyList<RenglonPublico> (listado) => [.. estado[listado].SelectMany(informativa => informativa)]
            );
        }
    }

    private static Gen<byte[]> Hecho() =>
        from contratos in Gen.Choose(0, 3)
        from numeros in Gen.ArrayOf(Gen.Choose(0, byte.MaxValue).Select(numero => (byte)numero), NumerosDeInformativa + contratos)
        select numeros;

    /// <summary>Does one thing, and says which listados it touched.</summary>
    private static Listado[] Aplicar(byte[] hecho, Dictionary<Listado, List<List<RenglonPublico>>> estado)
    {
        var listado = new Listado(Periodo.De(2026, Numero(hecho, 1) % 4 == 3 ? 2 : 1), (Lista)(Numero(hecho, 1) / 4 % 2));
        var suyas = De(listado);
        var informativa = Informativa(hecho, listado);
        var lugar = suyas.Count == 0 ? 0 : Numero(hecho, 2) % suyas.Count;
        switch (suyas.Count == 0 ? 0 : Numero(hecho, 0) % 8)
        {
            case 1:
                suyas.RemoveAt(lugar);
                break;
            case 2:
                suyas[lugar] = informativa;
                break;
            // It says the same in another place: folios that repeat change ordinals.
            case 3:
                suyas.Insert(0, suyas[lugar]);
                suyas.RemoveAt(lugar + 1);
                break;
            // Only its first line changes, as when a contract is corrected.
            case 4:
                suyas[lugar] = [suyas[lugar][0] with { Contrato = informativa[0].Contrato }, .. suyas[lugar].Skip(1)];
                break;
            case 5:
                var otro = listado with { Lista = 1 - listado.Lista };
                De(otro).Add([.. suyas[lugar].Select(renglon => renglon with { Listado = otro })]);
                suyas.RemoveAt(lugar);
                return [listado, otro];
            default:
                suyas.Add(informativa);
                break;
        }
        return [listado];

        List<List<RenglonPublico>> De(Listado cual) => estado.TryGetValue(cual, out var informativas) ? informativas : estado[cual] = [];
    }

    private static List<RenglonPublico> Informativa(byte[] hecho, Listado listado)
    {
        var hallazgos = Uno(Hallazgos, Numero(hecho, 5));
        var renglon = new RenglonPublico
        {
            Listado = listado,
            FolioInformativa = Uno(FoliosInformativa, Numero(hecho, 3)),
            TipoInformativa = TipoInformativa.Normal,
            FechaPresentacion = new DateOnly(2026, 5, 12),
            Contratista = Renglones.Parte($"EJEMPLO {Numero(hecho, 4) % 4}"),
            Inconsistencias = [.. hallazgos.Select(codigo => new Hallazgo { Codigo = codigo, Texto = $"Texto {codigo}" })],
        };
        var contratos = hecho.Skip(NumerosDeInformativa).ToList();
        return contratos.Count == 0 ? [renglon] : [.. contratos.Select(numero => renglon with { Contrato = Contrato(numero) })];
    }

    private static ContratoPublico Contrato(int numero) =>
        new(
            Uno(FoliosContrato, numero),
            Renglones.Parte($"CLIENTE {numero / 3 % 2}"),
            Uno(Servicios, numero / 6),
            ServicioEnmascarado: numero / 18 % 2 == 1,
            new DateOnly(2026, 1, 15),
            null,
            numero / 36
        );

    // One that was cut off is a 0.
    private static int Numero(byte[] hecho, int lugar) => lugar < hecho.Length ? hecho[lugar] : 0;

    private static T Uno<T>(T[] entre, int numero) => entre[numero % entre.Length];
}
