using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Reglas;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Sellado;

/// <summary>Chains of informativas as they come through the institute door: which referencia counts, and which is as none.</summary>
[TestFixture, Parallelizable]
internal sealed class CadenasTests
{
    private static readonly Presentada Normal = Presentada.Numero(1);

    private static readonly Presentada Ajena = Presentada.Numero(2);

    [Test]
    public async Task Una_correccion_sustituye_a_la_que_nombra() =>
        Assert.That(await PublicarAsync(Normal, Corrige(Normal.Folio)), Is.EqualTo(["C260000001 Publico"]));

    [Test]
    public async Task Una_correccion_que_nombra_el_folio_de_otro_contratista_no_sustituye_a_nadie() =>
        Assert.That(
            await PublicarAsync(Normal, Ajena, Corrige(Ajena.Folio)),
            Is.EqualTo([
                $"{Ajena.Folio} Publico",
                "C260000001 Inconsistente INFORMATIVA_MULTIPLE 1",
                $"{Normal.Folio} Inconsistente INFORMATIVA_MULTIPLE 1",
            ])
        );

    [Test]
    public async Task Un_sin_efectos_que_nombra_el_folio_de_otro_contratista_no_anula_a_nadie() =>
        Assert.That(
            await PublicarAsync(Normal, Ajena, Corrige(Ajena.Folio) with { Tipo = "sin_efectos", Contratos = [] }),
            Is.EqualTo([$"{Normal.Folio} Publico", $"{Ajena.Folio} Publico"])
        );

    [Test]
    public async Task Una_correccion_de_otro_periodo_no_sustituye() =>
        Assert.That(
            await PublicarAsync(Normal, Corrige(Normal.Folio) with { Ejercicio = 2025, Cuatrimestre = 3 }),
            Is.EqualTo(["C260000001 Publico", $"{Normal.Folio} Publico"])
        );

    [Test]
    public async Task Una_correccion_que_se_nombra_a_si_misma_vale_como_presentada() =>
        Assert.That(await PublicarAsync(Corrige("C260000001")), Is.EqualTo(["C260000001 Publico"]));

    [Test]
    public async Task En_un_ciclo_solo_cuenta_la_referencia_a_lo_anterior([Values] bool alReves)
    {
        var primera = Corrige("C260000002") with { FechaPresentacion = "2026-05-13T09:00:00" };
        var segunda = Corrige("C260000001") with { Folio = "C260000002", FechaPresentacion = "2026-05-14T09:00:00" };

        Assert.That(await PublicarAsync(alReves ? [segunda, primera] : [primera, segunda]), Is.EqualTo(["C260000002 Publico"]));
    }

    [Test]
    public async Task Entre_instantes_iguales_decide_el_orden_de_recepcion()
    {
        var primera = Corrige("C260000002");
        var segunda = Corrige("C260000001") with { Folio = "C260000002" };

        Assert.That(await PublicarAsync(segunda, primera), Is.EqualTo(["C260000001 Publico"]));
    }

    [Test]
    public async Task Un_folio_que_nadie_presento_no_sustituye_a_nadie() =>
        Assert.That(await PublicarAsync(Corrige("N269999999")), Is.EqualTo(["C260000001 Publico"]));

    [Test]
    public async Task Sin_ninguna_viva_no_se_lista_nada() =>
        Assert.That(await PublicarAsync(Normal, Corrige(Normal.Folio) with { Tipo = "sin_efectos", Contratos = [] }), Is.Empty);

    private static Presentada Corrige(string folio) =>
        Normal with
        {
            Folio = "C260000001",
            Tipo = "correccion",
            Referencia = folio,
            FechaPresentacion = "2026-05-13T10:31:00-06:00",
        };

    /// <summary>Receives, publishes, and tells each informativa with its list and its findings.</summary>
    private static async Task<List<string>> PublicarAsync(params Presentada[] presentadas)
    {
        using var operador = new Operador();
        await operador.LograrAsync("importar", operador.Ndjson(presentadas.Select(presentada => presentada.EnJson())));
        await operador.LograrAsync("publicar");
        using var almacen = new AlmacenPublico(operador.Datos);
        var secuencia = almacen.Vigente()!.Secuencia;
        return
        [
            .. almacen
                .Informativas(new Consulta { Secuencia = secuencia, Limite = 100 })
                .Filas.Select(informativa =>
                    string.Join(
                        ' ',
                        [
                            informativa.Folio!,
                            informativa.Listado.Lista.ToString(),
                            .. informativa.Inconsistencias.Select(hallazgo => $"{hallazgo.Codigo.Valor()} {(int?)hallazgo.Caso}".TrimEnd()),
                        ]
                    )
                ),
        ];
    }
}
