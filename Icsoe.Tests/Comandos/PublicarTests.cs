using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Comandos;

/// <summary>The institute door, second half: what was received is judged and sealed.</summary>
[TestFixture, Parallelizable]
internal sealed class PublicarTests
{
    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Cada_informativa_va_a_su_lista()
    {
        await RecibirAsync(Presentada.Numero(1, 2), Presentada.Numero(2) with { Contratos = [new() { PersonasTrabajadoras = 0 }] });

        var respuesta = await operador.EjecutarAsync("publicar");

        Assert.That(respuesta.Codigo, Is.Zero);
        Assert.That(respuesta.Errores, Is.Empty);
        Assert.That(
            respuesta.Linea.EnumerateObject().Select(miembro => miembro.Name),
            Is.EqualTo(["orden", "publicacion", "listados", "renglones", "recibidas", "rechazados", "informe", "segundos"])
        );
        Assert.That(
            respuesta.Linea.GetProperty("listados").EnumerateArray().Select(l => l.GetString()),
            Is.EqualTo(["LPP2026", "LIIP2026"])
        );
        Assert.That(respuesta.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(3));
        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(almacen.Vigente()!.Corte, Is.EqualTo(new DateOnly(2026, 5, 31)));
        Assert.That(
            almacen
                .Listados(1)
                .Select(estado =>
                    $"{estado.Listado} {estado.Contratos}: {string.Join(' ', estado.Archivos.Select(archivo => $"{archivo.Nombre} {archivo.Origen}"))}"
                ),
            Is.EqualTo([
                "LPP2026 2: LPP2026.xlsx icsoe LPP2026.csv icsoe LPP2026.ndjson icsoe LPP2026.parquet icsoe",
                "LIIP2026 1: LIIP2026.xlsx icsoe LIIP2026.csv icsoe LIIP2026.ndjson icsoe LIIP2026.parquet icsoe",
            ])
        );
    }

    [TestCase("2026-06-01T05:59:59Z", 1)]
    [TestCase("2026-06-01T06:00:00Z", 0)]
    [TestCase("2026-05-31T23:59:59", 1)]
    [TestCase("2026-06-01T00:00:00", 0)]
    public async Task El_corte_incluye_todo_su_dia_en_la_Ciudad_de_Mexico(string presentada, int cuentan)
    {
        await RecibirAsync(Presentada.Numero(1) with { FechaPresentacion = presentada });

        var respuesta = await operador.LograrAsync("publicar", "--corte", "2026-05-31");

        Assert.That(respuesta.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(cuentan));
        Assert.That(respuesta.SinCambios, Is.EqualTo(cuentan == 0));
    }

    [TestCase("2026-06-01")]
    [TestCase("2026-06-10")]
    public async Task Un_corte_dentro_del_mes_de_la_publicacion_se_rechaza(string corte)
    {
        await RecibirAsync(Presentada.Numero(1));

        var respuesta = await operador.EjecutarAsync("publicar", "--corte", corte);

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain(corte).And.Contain("a más tardar 2026-05-31"));
        Assert.That(operador.Fotografia(), Is.Empty);
    }

    [Test]
    public async Task El_dia_anterior_al_mes_es_el_ultimo_corte_que_vale()
    {
        await RecibirAsync(Presentada.Numero(1));

        Assert.That((await operador.LograrAsync("publicar", "--corte", "2026-05-31")).Publicacion, Is.EqualTo("2026-06"));
    }

    [Test]
    public async Task Lo_que_el_corte_dejo_fuera_entra_en_la_siguiente()
    {
        await RecibirAsync(Presentada.Numero(1), Presentada.Numero(2) with { FechaPresentacion = "2026-05-20" + "T10:00:00" });

        var primera = await operador.LograrAsync("publicar", "--corte", "2026-05-15");
        var segunda = await operador.LograrAsync("publicar");

        Assert.That(primera.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(1));
        Assert.That(segunda.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task Sin_nada_nuevo_no_se_sella_y_con_un_id_nuevo_se_sella_sin_cambios()
    {
        await RecibirAsync(Presentada.Numero(1));
        await operador.LograrAsync("publicar");
        var antes = operador.Fotografia();

        var nada = await operador.LograrAsync("publicar");
        Assert.That((nada.SinCambios, nada.Publicacion), Is.EqualTo((true, (string?)null)));
        Assert.That((await operador.LograrAsync("publicar", "--periodo", "2026-1")).SinCambios);
        Assert.That(operador.Fotografia(), Is.EqualTo(antes));

        var nueva = await operador.LograrAsync("publicar", "--publicacion", "2026-06.2");
        Assert.That((nueva.SinCambios, nueva.Publicacion), Is.EqualTo((false, "2026-06.2")));
        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(almacen.Vigente()!.ListadosCambiados, Is.Empty);
    }

    [TestCase("2026-06", "ya existe")]
    [TestCase("2026-05", "anterior")]
    [TestCase("2026-07", "aún no llega")]
    public async Task Un_id_que_existe_es_anterior_o_esta_por_llegar_se_rechaza(string id, string motivo)
    {
        await RecibirAsync(Presentada.Numero(1));
        await operador.LograrAsync("publicar", "--publicacion", "2026-06");
        await RecibirAsync(Presentada.Numero(2));
        var antes = operador.Fotografia();

        var respuesta = await operador.EjecutarAsync("publicar", "--publicacion", id);

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain(motivo));
        Assert.That(operador.Fotografia(), Is.EqualTo(antes));
        Assert.That((await operador.LograrAsync("publicar")).Publicacion, Is.EqualTo("2026-06.2"), "Lo pendiente sigue pendiente.");
    }

    [Test]
    public async Task Solo_se_juzgan_los_periodos_pedidos()
    {
        await RecibirAsync(Presentada.Numero(1), Presentada.Numero(2) with { Ejercicio = 2025, Cuatrimestre = 3 });

        var uno = await operador.LograrAsync("publicar", "--periodo", "2025-3");
        var resto = await operador.LograrAsync("publicar");

        Assert.That(uno.Linea.GetProperty("listados").EnumerateArray().Select(l => l.GetString()), Is.EqualTo(["LPT2025", "LIIT2025"]));
        Assert.That(resto.Linea.GetProperty("listados").EnumerateArray().Select(l => l.GetString()), Is.EqualTo(["LPP2026", "LIIP2026"]));
    }

    [Test]
    public async Task Un_periodo_del_que_no_se_recibio_nada_se_rechaza()
    {
        await RecibirAsync(Presentada.Numero(1));

        var respuesta = await operador.EjecutarAsync("publicar", "--periodo", "2026-1", "2025-2");

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain("2025-2"));
        Assert.That(operador.Fotografia(), Is.Empty);
    }

    [Test]
    public async Task Un_listado_conserva_la_puerta_por_la_que_entro([Values] Puerta puerta)
    {
        var libro = operador.Libro(Inconsistente, Inconsistente.Serie(2));
        await RecibirAsync(Presentada.Numero(1));
        await operador.LograrAsync(puerta == Puerta.Instituto ? ["publicar"] : ["importar", libro]);
        var antes = operador.Fotografia();

        var respuesta = await operador.EjecutarAsync(puerta == Puerta.Instituto ? ["importar", libro] : ["publicar"]);

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain(puerta == Puerta.Instituto ? "puerta instituto" : "puerta espejo"));
        Assert.That(operador.Fotografia(), Is.EqualTo(antes));
    }

    [Test]
    public async Task Las_dos_puertas_conviven_en_periodos_distintos()
    {
        await RecibirAsync(Presentada.Numero(1));
        await operador.LograrAsync("publicar", "--publicacion", "2026-05", "--corte", "2026-04-30", "--periodo", "2026-1");
        var anterior = new Listado(Periodo.De(2025, 3), Lista.Publico);

        await operador.LograrAsync("importar", operador.Libro(anterior, anterior.Serie(2)));
        var respuesta = await operador.LograrAsync("publicar");

        Assert.That(respuesta.Publicacion, Is.EqualTo("2026-06.2"));
        using var almacen = new AlmacenPublico(operador.Datos);
        almacen.Vigente();
        Assert.That(
            almacen.Listados(3).Select(estado => $"{estado.Listado} {estado.Renglones}"),
            Is.EqualTo(["LPT2025 2", "LIIT2025 0", "LPP2026 1", "LIIP2026 0"])
        );
    }

    [Test]
    public async Task Una_informativa_que_se_corrige_pasa_de_una_lista_a_la_otra()
    {
        var mala = Presentada.Numero(1) with { Contratos = [new() { PersonasTrabajadoras = 0 }] };
        await RecibirAsync(mala);
        await operador.LograrAsync("publicar", "--publicacion", "2026-06");
        await RecibirAsync(mala with { Folio = "C260000001", Tipo = "correccion", Referencia = mala.Folio, Contratos = [new()] });

        await operador.LograrAsync("publicar");

        using var almacen = new AlmacenPublico(operador.Datos);
        almacen.Vigente();
        Assert.That(almacen.Listados(1).Select(estado => estado.Renglones), Is.EqualTo([0, 1]));
        Assert.That(almacen.Listados(2).Select(estado => estado.Renglones), Is.EqualTo([1, 0]));
    }

    private Task<Respuesta> RecibirAsync(params Presentada[] presentadas) =>
        operador.LograrAsync("importar", operador.Ndjson(presentadas.Select(presentada => presentada.EnJson())));
}
