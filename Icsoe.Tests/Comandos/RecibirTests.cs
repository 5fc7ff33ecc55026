using System.Runtime.Versioning;
using System.Text.Json;
using Icsoe.Domain.Sellado;

namespace Icsoe.Tests.Comandos;

/// <summary>The institute door, first half: informativas in, nothing published yet.</summary>
[TestFixture, Parallelizable]
internal sealed class RecibirTests
{
    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Lo_recibido_se_resume_y_no_publica_nada()
    {
        var respuesta = await operador.EjecutarAsync(
            "importar",
            operador.Ndjson(Presentada.Numero(1).EnJson(), Presentada.Numero(2).EnJson())
        );

        Assert.That(respuesta.Codigo, Is.Zero);
        Assert.That(respuesta.Errores, Is.Empty);
        Assert.That(
            respuesta.Linea.EnumerateObject().Select(miembro => miembro.Name),
            Is.EqualTo(["orden", "publicacion", "listados", "renglones", "recibidas", "rechazados", "informe", "segundos"])
        );
        Assert.That(respuesta.Linea.GetProperty("recibidas").GetInt32(), Is.EqualTo(2));
        Assert.That(respuesta.Publicacion, Is.Null);
        Assert.That(operador.Fotografia(), Is.Empty);
    }

    [Test]
    public async Task Cada_linea_rechazada_se_dice_con_su_lugar_y_las_demas_siguen()
    {
        var archivo = operador.Ndjson(
            Presentada.Numero(1).EnJson(),
            "{\"folio\":",
            (Presentada.Numero(3) with { Ejercicio = 2020 }).EnJson(),
            (Presentada.Numero(4) with { Cuatrimestre = 4 }).EnJson(),
            (Presentada.Numero(5) with { Contratos = [new() { Folio = "" }] }).EnJson(),
            Presentada.Numero(6).EnJson().Replace("\"tipo\":", "\"folio\":\"OTRO\",\"tipo\":", StringComparison.Ordinal),
            (Presentada.Numero(7) with { Tipo = "sin_efectos", Contratos = [] }).EnJson(),
            Presentada.Numero(8).EnJson()
        );

        var respuesta = await operador.EjecutarAsync("importar", archivo);

        Assert.That(respuesta.Codigo, Is.EqualTo(3));
        Assert.That(respuesta.Linea.GetProperty("recibidas").GetInt32(), Is.EqualTo(2));
        Assert.That(respuesta.Linea.GetProperty("rechazados").GetInt32(), Is.EqualTo(6));
        Assert.That(respuesta.LineasDeError, Has.All.Match(@"^informativas\.ndjson:[0-9]+: [^:]+: .+$"));
        Assert.That(
            respuesta
                .LineasDeError.Select(linea => linea.Split(": ")[..2])
                .Select(partes => string.Join(' ', partes))
                .Where(lugar => !lugar.Contains(":2 ", StringComparison.Ordinal)),
            Is.EqualTo([
                "informativas.ndjson:3 ejercicio",
                "informativas.ndjson:4 cuatrimestre",
                "informativas.ndjson:5 contratos[0].folio",
                "informativas.ndjson:6 folio",
                "informativas.ndjson:7 referencia",
            ])
        );
    }

    [Test]
    public async Task El_informe_de_rechazos_queda_en_lo_privado()
    {
        var respuesta = await operador.EjecutarAsync("importar", operador.Ndjson(Presentada.Numero(1).EnJson(), "no es JSON"));

        var informe = respuesta.Linea.GetProperty("informe").GetString()!;
        Assert.That(Path.GetDirectoryName(informe), Is.EqualTo(operador.Ruta("datos", "recepcion")));
        Assert.That(await File.ReadAllLinesAsync(informe), Is.EqualTo(respuesta.LineasDeError));
    }

    [Test]
    public async Task La_misma_linea_dos_veces_es_una()
    {
        var linea = Presentada.Numero(1).EnJson();

        var juntas = await operador.LograrAsync("importar", operador.Ndjson(linea, linea));
        var despues = await operador.LograrAsync("importar", operador.Ndjson(linea));

        Assert.That(juntas.Linea.GetProperty("recibidas").GetInt32(), Is.EqualTo(1));
        Assert.That(despues.Linea.GetProperty("recibidas").GetInt32(), Is.Zero);
        Assert.That(despues.Linea.GetProperty("rechazados").GetInt32(), Is.Zero);
        var publicada = await operador.LograrAsync("publicar");
        Assert.That(publicada.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Un_folio_ya_recibido_con_otro_contenido_se_rechaza([Values] bool enElMismoArchivo)
    {
        var primera = Presentada.Numero(1);
        var otra = primera with { FechaPresentacion = "2026-05-13T10:31:00-06:00" };
        if (!enElMismoArchivo)
            await operador.LograrAsync("importar", operador.Ndjson(primera.EnJson()));

        var respuesta = await operador.EjecutarAsync(
            "importar",
            operador.Ndjson(primera.EnJson(), otra.EnJson(), Presentada.Numero(2).EnJson())
        );

        Assert.That(respuesta.Codigo, Is.EqualTo(3));
        Assert.That(respuesta.LineasDeError.Single(), Does.Match("^informativas.ndjson:2: folio: .*N260000001.*otro contenido"));
        await operador.LograrAsync("publicar");
        Assert.That(
            operador.Fotografia().Where(linea => linea.Contains("N260000001", StringComparison.Ordinal)),
            Is.All.Contain("2026-05-12")
        );
    }

    [Test]
    public async Task Un_archivo_rechazado_entero_no_deja_nada_de_ninguno()
    {
        var bueno = operador.Ndjson(Presentada.Numero(1).EnJson());
        var malo = operador.Ruta("malo.ndjson");
        await File.WriteAllBytesAsync(malo, [0x50, 0x4B, 3, 4, 0, 0, 0xFF, 0xFE]);

        var respuesta = await operador.EjecutarAsync("importar", bueno, malo);

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.StartWith("malo.ndjson: "));
        Assert.That((await operador.LograrAsync("publicar")).SinCambios, "Nada se recibió del archivo bueno.");
    }

    [Test, Platform(Exclude = "Win"), UnsupportedOSPlatform("windows")]
    public async Task Lo_privado_solo_lo_abre_su_duenio_y_puede_estar_en_otro_lugar([Values] bool aparte)
    {
        var recepcion = aparte ? operador.Ruta("privado") : operador.Ruta("datos", "recepcion");
        string[] opcion = aparte ? ["--recepcion", recepcion] : [];

        await operador.LograrAsync(["importar", operador.Ndjson(Presentada.Numero(1).EnJson()), .. opcion]);

        Assert.That(File.GetUnixFileMode(recepcion), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        Assert.That(Path.Combine(recepcion, "recepcion.db"), Does.Exist);
        Assert.That(Directory.Exists(operador.Ruta("datos", "recepcion")), Is.EqualTo(!aparte));
        Assert.That((await operador.LograrAsync(["publicar", .. opcion])).Publicacion, Is.EqualTo("2026-06"));
    }

    [Test]
    public async Task Dos_ordenes_no_escriben_a_la_vez([Values("importar", "publicar")] string orden)
    {
        await operador.LograrAsync("importar", operador.Ndjson(Presentada.Numero(1).EnJson()));
        string[] segunda = orden == "importar" ? [orden, operador.Ndjson(Presentada.Numero(2).EnJson())] : [orden];

        using (Candado.Tomar(Carpetas.De(operador.Datos)))
        {
            var respuesta = await operador.EjecutarAsync(segunda);

            Assert.That(respuesta.Codigo, Is.EqualTo(1));
            Assert.That(respuesta.Errores, Does.Contain("Otra orden está escribiendo"));
            Assert.That(respuesta.Salida, Is.Empty);
        }
        Assert.That((await operador.EjecutarAsync(segunda)).Codigo, Is.Zero);
    }

    [Test]
    public async Task Un_archivo_con_BOM_CRLF_y_lineas_en_blanco_se_acepta()
    {
        var archivo = operador.Ruta("informativas.ndjson");
        await File.WriteAllTextAsync(
            archivo,
            $"\uFEFF{Presentada.Numero(1).EnJson()}\r\n\r\n{Presentada.Numero(2).EnJson()}",
            new System.Text.UTF8Encoding(false)
        );

        var respuesta = await operador.LograrAsync("importar", archivo);

        Assert.That(respuesta.Linea.GetProperty("recibidas").GetInt32(), Is.EqualTo(2));
        Assert.That(respuesta.Linea.GetProperty("informe").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }
}
