using System.Diagnostics;
using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;
using Icsoe.Tests.Constructores;

#pragma warning disable NUnit1027 // FsCheck supplies the arguments.

namespace Icsoe.Tests.Clasificacion;

/// <summary>What holds for any expediente, whatever was filed in whatever order.</summary>
public class PropiedadesTests
{
    private static readonly DateTimeOffset Origen = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Corte = new(2026, 12, 31);
    private static readonly Clasificador Clasificador = new(new Juez());

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Nunca_se_lista_una_anulada_ni_un_tipo_que_no_se_lista(byte[] semilla)
    {
        var presentadas = DeSemilla(semilla);
        var anuladas = presentadas
            .Select((presentada, recepcion) => (presentada, recepcion))
            .Where(par => par.presentada.Tipo == TipoInformativa.SinEfectos && par.presentada.Referencia is not null)
            .Where(par => EsAnterior(presentadas, par.presentada.Referencia!, par.presentada, par.recepcion))
            .Select(par => par.presentada.Referencia)
            .ToHashSet();
        return Clasificador
            .Clasificar(presentadas, Corte)
            .Veredictos.All(veredicto =>
                !anuladas.Contains(veredicto.Informativa.Folio)
                && veredicto.Informativa.Tipo is not (TipoInformativa.SinEfectos or TipoInformativa.Actualizacion)
            );
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Solo_cuenta_el_orden_por_instante_y_recepcion(byte[] semilla, int mezcla)
    {
        var presentadas = DeSemilla(semilla);
        // Any shuffle that keeps the order of reception among equal instants is the same history.
        var azar = new Random(mezcla);
        var grupos = presentadas.GroupBy(presentada => presentada.PresentadaEn).Select(grupo => new Queue<Informativa>(grupo)).ToList();
        var mezcladas = new List<Informativa>();
        while (grupos.Count > 0)
        {
            var cual = azar.Next(grupos.Count);
            mezcladas.Add(grupos[cual].Dequeue());
            if (grupos[cual].Count == 0)
                grupos.RemoveAt(cual);
        }
        return Resumen(Clasificador.Clasificar(presentadas, Corte)) == Resumen(Clasificador.Clasificar(mezcladas, Corte));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Mas_de_una_viva_es_siempre_multiple_y_una_nunca(byte[] semilla)
    {
        var veredictos = Clasificador.Clasificar(DeSemilla(semilla), Corte).Veredictos;
        return veredictos.All(veredicto =>
            veredicto.Inconsistencias.Any(hallazgo => hallazgo.Codigo == Codigo.InformativaMultiple) == (veredictos.Count > 1)
            && (veredicto.Inconsistencias.Count > 0) == (veredicto.Lista == Lista.Inconsistente)
        );
    }

    [TestCase("cadena")]
    [TestCase("vivas")]
    [TestCase("actualizaciones")]
    [TestCase("ramas")]
    public void Diez_mil_en_un_expediente_no_cuestan_su_cuadrado(string forma)
    {
        var presentadas = Enumerable
            .Range(0, 10_000)
            .Select(i =>
                forma switch
                {
                    _ when i == 0 => UnaInformativa.Normal("F0"),
                    "cadena" => UnaInformativa.Correccion($"F{i}", $"F{i - 1}"),
                    "vivas" => UnaInformativa.Normal($"F{i}"),
                    "actualizaciones" => UnaInformativa.Actualizacion($"F{i}", $"F{i - 1}", UnaInformativa.UnContrato($"A{i}")),
                    _ => UnaInformativa.Correccion($"F{i}", $"F{(i < 5_000 ? i - 1 : 4_999)}"),
                }
            )
            .ToList();
        Clasificador.Clasificar(presentadas.Take(100).ToList(), Corte);
        var reloj = Stopwatch.StartNew();
        var clasificado = Clasificador.Clasificar(presentadas, Corte);
        Assert.Multiple(() =>
        {
            Assert.That(reloj.ElapsedMilliseconds, Is.LessThan(2_000));
            Assert.That(
                clasificado.Veredictos,
                Has.Count.EqualTo(
                    forma switch
                    {
                        "vivas" => 10_000,
                        "ramas" => 5_000,
                        _ => 1,
                    }
                )
            );
        });
    }

    /// <summary>Three bytes a filing: tipo, what it names, minute. Names may be its own, a later or a stranger's.</summary>
    private static List<Informativa> DeSemilla(byte[] semilla) =>
        [
            .. semilla
                .Chunk(3)
                .Where(trozo => trozo.Length == 3)
                .Select(
                    (trozo, i) =>
                        UnaInformativa.Normal($"F{i}").Presentada(Origen.AddMinutes(trozo[2] % 8)) with
                        {
                            Tipo = (TipoInformativa)((trozo[0] % 5) + 1),
                            Referencia = trozo[1] % 12 == 11 ? null : $"F{trozo[1] % 12}",
                        }
                ),
        ];

    private static bool EsAnterior(List<Informativa> presentadas, string folio, Informativa que, int recepcion)
    {
        var lugar = presentadas.FindIndex(presentada => presentada.Folio == folio);
        return lugar >= 0
            && presentadas[lugar].Tipo != TipoInformativa.SinEfectos
            && (
                presentadas[lugar].PresentadaEn < que.PresentadaEn
                || (presentadas[lugar].PresentadaEn == que.PresentadaEn && lugar < recepcion)
            );
    }

    private static string Resumen(Clasificado clasificado) =>
        string.Join(
            '\n',
            clasificado
                .Veredictos.Select(veredicto =>
                    $"{veredicto.Informativa.Folio} {veredicto.Lista} "
                    + string.Join(
                        ',',
                        veredicto.Inconsistencias.Select(hallazgo =>
                            $"{hallazgo.Codigo}:{hallazgo.Caso}:{string.Join('+', hallazgo.Relacionadas)}"
                        )
                    )
                )
                .Concat(clasificado.ReferenciasIgnoradas)
                .Append($"{clasificado.Complementarias}")
        );
}
