using System.Security.Cryptography;
using System.Text;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Comandos;

/// <summary><c>retirar</c>: what is taken out is in no row, in no file and in no byte of the store, and stays out.</summary>
[TestFixture, Parallelizable]
internal sealed class RetirarTests
{
    private const string Secreto = "PALABRASECRETA";
    private const string Folio = "A26P0000002";

    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Un_folio_retirado_no_queda_en_ninguna_publicacion_ni_en_ningun_archivo()
    {
        var (primero, segundo) = await ImportarDosMesesAsync();

        var respuesta = await operador.LograrAsync(
            "retirar",
            "--folio",
            Folio,
            "--motivo",
            "Juicio 12/2026, de quien llama al 55 1234 5678."
        );

        Assert.That(respuesta.Publicacion, Is.EqualTo("2026-06.3"));
        Assert.That(respuesta.Linea.GetProperty("listados").EnumerateArray().Select(l => l.GetString()), Is.EqualTo(["LPP2026"]));
        Assert.That(respuesta.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(3));
        Assert.That(operador.Fotografia(), Has.None.Contains(Folio).And.None.Contains(Secreto));
        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(Enumerable.Range(1, 3).Select(n => Conteo(almacen, n)), Is.EqualTo([(2, 2), (3, 3), (3, 3)]));
        Assert.That(almacen.ArchivoPorDigest(primero), Is.Null);
        Assert.That(almacen.ArchivoPorDigest(segundo), Is.Null);
        Assert.That(almacen.RetiroDeArchivo(primero)!.Value.Publicacion.Id.ToString(), Is.EqualTo("2026-06.3"));
        Assert.That(almacen.RetiroDeArchivo("LPP2026.xlsx", 3), Is.Null);
        var suyo = almacen.ArchivoPorNombre("LPP2026.xlsx", 3)!;
        Assert.That(suyo.Origen, Is.EqualTo("icsoe"));
        var retiro = almacen.Vigente()!.Retiro!;
        Assert.That((retiro.Folio, retiro.Sha256), Is.EqualTo((Folio, (string?)null)));
        Assert.That(retiro.Folios, Is.EqualTo([Folio, "N060000002"]), "Su informativa no tenía otro contrato.");
        Assert.That(retiro.Motivo, Does.StartWith("Juicio 12/2026").And.Not.Contains("1234"), "El motivo se publica.");
        Assert.That(await SecretosEnDiscoAsync(), Is.Empty);
    }

    [Test]
    public async Task Verificar_dice_retirado_y_no_danado()
    {
        var (primero, segundo) = await ImportarDosMesesAsync();
        await operador.LograrAsync("llave", "nueva");
        await operador.LograrAsync("retirar", "--folio", Folio, "--motivo", "Orden judicial 123/2026.");
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(5), "agosto"));

        var respuesta = await operador.LograrAsync("verificar");

        Assert.That(respuesta.Linea.GetProperty("danados").GetInt32(), Is.Zero);
        Assert.That(
            respuesta.Linea.GetProperty("retirados").GetInt32(),
            Is.EqualTo(16),
            "En dos meses: el libro y sus tres formatos, y los cuatro de todo el almacén."
        );
        Assert.That(
            respuesta.LineasDeError,
            Has.Some.EqualTo(
                    $"archivos/{primero}: retirado (LPP2026.xlsx) en la publicación 2026-06.3, el 2026-06-10: Orden judicial 123/2026."
                )
                .And.Some.StartsWith($"archivos/{segundo}: retirado")
        );
    }

    [Test]
    public async Task Lo_retirado_no_vuelve_por_ninguna_de_las_dos_puertas()
    {
        await ImportarDosMesesAsync();
        await RecibirAsync(3);
        await operador.LograrAsync("publicar");
        var contrato = Presentada.Numero(2, 2).Contratos[1].Folio;
        await operador.LograrAsync("retirar", "--folio", Folio, "--motivo", "Orden judicial.");
        await operador.LograrAsync("retirar", "--folio", contrato, "--motivo", "Orden judicial.");
        var antes = operador.Fotografia().Count;

        // The same workbook, one that brings it again, and filings judged anew.
        var mismo = await operador.LograrAsync("importar", operador.Libro(Publico, Mes(2), "otra vez"));
        Assert.That(mismo.SinCambios);
        await operador.LograrAsync("importar", operador.Libro(Publico, [.. Mes(2), Publico.Renglon(40)], "agosto"));
        await RecibirAsync(4);
        await operador.LograrAsync("publicar");

        Assert.That(operador.Fotografia(), Has.Count.GreaterThan(antes));
        Assert.That(operador.Fotografia(), Has.None.Contains(Folio).And.None.Contains(contrato).And.None.Contains(Secreto));
        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(
            almacen.Listados(almacen.Vigente()!.Secuencia).SelectMany(estado => estado.Archivos).Select(a => a.Origen),
            Is.All.EqualTo("icsoe")
        );
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
        // A workbook without it is kept as it came.
        await operador.LograrAsync(
            "importar",
            operador.Libro(Publico, Mes(2).Where(renglon => renglon.Contrato!.Folio != Folio), "septiembre")
        );
        using var otro = new AlmacenPublico(operador.Datos);
        Assert.That(otro.ArchivoPorNombre("LPP2026.xlsx", otro.Vigente()!.Secuencia)!.Origen, Is.EqualTo("imss"));
    }

    [Test]
    public async Task Un_libro_retirado_se_va_y_el_listado_sigue_con_uno_nuestro([Values] bool vigente)
    {
        var (primero, segundo) = await ImportarDosMesesAsync();
        var sha256 = vigente ? segundo : primero;
        using var almacen = new AlmacenPublico(operador.Datos);
        var renglones = almacen.Renglones(new() { Secuencia = 2, Limite = 100 }).Filas.Select(Fotografia.Texto).ToList();

        var respuesta = await operador.LograrAsync("retirar", "--archivo", sha256.ToUpperInvariant(), "--motivo", "Traía una hoja de más.");

        Assert.That(almacen.Renglones(new() { Secuencia = 3, Limite = 100 }).Filas.Select(Fotografia.Texto), Is.EqualTo(renglones));
        Assert.That(Path.Combine(operador.Archivos, sha256), Does.Not.Exist);
        Assert.That(Path.Combine(operador.Archivos, vigente ? primero : segundo), Does.Exist);
        Assert.That(almacen.ArchivoPorNombre("LPP2026.xlsx", 3)!.Origen, Is.EqualTo(vigente ? "icsoe" : "imss"));
        Assert.That(almacen.RetiroDeArchivo("LPP2026.xlsx", vigente ? 2 : 1)!.Value.Retiro.Sha256, Is.EqualTo(sha256));
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
        // The same bytes again: their lines are published, they are not.
        await operador.LograrAsync("importar", operador.Libro(Publico, Mes(7), "agosto"));
        await operador.LograrAsync("importar", operador.Libro(Publico, Mes(vigente ? 2 : 1), "septiembre"));
        Assert.That(almacen.ArchivoPorNombre("LPP2026.xlsx", 5)!.Origen, Is.EqualTo("icsoe"));
        Assert.That(Path.Combine(operador.Archivos, sha256), Does.Not.Exist);
    }

    [Test]
    public async Task Una_informativa_retirada_se_va_con_todos_sus_contratos()
    {
        await RecibirAsync(3);
        await operador.LograrAsync("publicar");
        var suyos = Presentada.Numero(2, 2).Contratos.Select(contrato => contrato.Folio).ToList();

        await operador.LograrAsync("retirar", "--folio", Presentada.Numero(2).Folio, "--motivo", "Orden judicial.");

        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(suyos.Select(folio => almacen.RetiroDeFolio(folio)!.Value.Retiro.Folio), Is.All.EqualTo(Presentada.Numero(2).Folio));
        Assert.That(almacen.RetiroDeFolio(Presentada.Numero(1).Folio), Is.Null);
        Assert.That(operador.Fotografia(), Has.None.Contains(suyos[0]));
        Assert.That(almacen.Listados(1).Sum(estado => estado.Informativas), Is.EqualTo(2));
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
    }

    [Test]
    public async Task El_informe_de_calidad_no_lo_pone_de_ejemplo()
    {
        var alReves = Publico.Renglon(2);
        alReves = alReves with { Contrato = alReves.Contrato! with { FechaFin = alReves.Contrato.FechaInicio!.Value.AddDays(-1) } };
        await operador.LograrAsync("importar", operador.Libro(Publico, [Publico.Renglon(1), alReves]));
        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(almacen.Calidad(1).Medidas.SelectMany(medida => medida.Ejemplos), Does.Contain(alReves.Contrato.Folio));

        await operador.LograrAsync("retirar", "--folio", alReves.Contrato.Folio!, "--motivo", "Orden judicial.");

        foreach (var secuencia in new[] { 1, 2 })
            Assert.That(almacen.Calidad(secuencia).Medidas.SelectMany(medida => medida.Ejemplos), Does.Not.Contain(alReves.Contrato.Folio));
    }

    [TestCase("--folio", "A26P9999999", "Ninguna publicación tiene")]
    [TestCase("--folio", Folio, "ya se retiró")]
    [TestCase("--archivo", "0000000000000000000000000000000000000000000000000000000000000000", "Ninguna publicación tiene")]
    [TestCase("--archivo", "{manifiesto}", "manifiesto")]
    [TestCase("--archivo", "{nuestro}", "--folio")]
    [TestCase("--archivo", "{retirado}", "ya se retiró")]
    public async Task Lo_que_no_se_puede_retirar_se_rechaza_y_nada_cambia(string opcion, string valor, string dicho)
    {
        var (primero, _) = await ImportarDosMesesAsync();
        await operador.LograrAsync("retirar", "--folio", Folio, "--motivo", "Orden judicial.");
        using var almacen = new AlmacenPublico(operador.Datos);
        var antes = operador.Fotografia();
        valor = valor
            .Replace("{manifiesto}", almacen.Vigente()!.Manifiesto!.Sha256)
            .Replace("{nuestro}", almacen.ArchivoPorNombre("LPP2026.xlsx", 3)!.Sha256)
            .Replace("{retirado}", primero);

        var respuesta = await operador.EjecutarAsync("retirar", opcion, valor, "--motivo", "Otra vez.");

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain(dicho));
        Assert.That(operador.Fotografia(), Is.EqualTo(antes));
    }

    [TestCase("--motivo", "x")]
    [TestCase("--folio", "A1")]
    [TestCase("--folio", "A1", "--motivo", " ")]
    [TestCase("--folio", "", "--motivo", "x")]
    [TestCase("--archivo", "12", "--motivo", "x")]
    [TestCase("--folio", "A1", "--archivo", "0000000000000000000000000000000000000000000000000000000000000000", "--motivo", "x")]
    public async Task Mal_pedido_es_mal_uso(params string[] opciones) =>
        Assert.That((await operador.EjecutarAsync(["retirar", .. opciones])).Codigo, Is.EqualTo(2));

    [Test]
    public async Task En_un_almacen_vacio_no_hay_nada_que_retirar() =>
        Assert.That((await operador.EjecutarAsync("retirar", "--folio", "A1", "--motivo", "x")).Codigo, Is.EqualTo(1));

    [Test]
    public async Task Un_archivo_que_una_orden_muerta_no_alcanzo_a_borrar_lo_borra_la_siguiente()
    {
        var (primero, _) = await ImportarDosMesesAsync();
        var ruta = Path.Combine(operador.Archivos, primero);
        var bytes = await File.ReadAllBytesAsync(ruta);
        await operador.LograrAsync("retirar", "--folio", Folio, "--motivo", "Orden judicial.");
        await File.WriteAllBytesAsync(ruta, bytes);

        var danado = await operador.EjecutarAsync("verificar");
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(5), "agosto"));

        Assert.That(danado.Codigo, Is.EqualTo(1));
        Assert.That(danado.Errores, Does.Contain("se retiró y sigue ahí"));
        Assert.That(ruta, Does.Not.Exist);
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
    }

    [Test]
    public async Task Un_respaldo_no_echa_de_menos_lo_retirado()
    {
        await ImportarDosMesesAsync();
        await operador.LograrAsync("retirar", "--folio", Folio, "--motivo", "Orden judicial.");

        await operador.LograrAsync("respaldar", operador.Ruta("copia"));

        Assert.That((await operador.SinMasAsync("restaurar", operador.Ruta("copia"), "--datos", operador.Ruta("otro"))).Codigo, Is.Zero);
        Assert.That(Fotografia.De(operador.Ruta("otro")), Is.EqualTo(operador.Fotografia()));
    }

    /// <summary>Two months of a mirrored listado, the second with another row; the one to be taken out stands in both. Their digests.</summary>
    private async Task<(string Primero, string Segundo)> ImportarDosMesesAsync()
    {
        var digests = new List<string>();
        foreach (var mes in new[] { 1, 2 })
        {
            var libro = operador.Libro(Publico, Mes(mes), $"mes {mes}");
            await operador.LograrAsync("importar", libro);
            digests.Add(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(libro))));
        }
        return (digests[0], digests[1]);
    }

    private static IEnumerable<RenglonPublico> Mes(int mes) =>
        Publico
            .Serie(2 + mes)
            .Select(renglon =>
                renglon.Contrato!.Folio == Folio
                    ? renglon with
                    {
                        Contratista = Parte($"{Secreto} EJEMPLO, S.A. DE C.V."),
                        Contrato = renglon.Contrato with { Servicio = $"LIMPIEZA DE {Secreto} {mes}" },
                    }
                    : renglon
            );

    private async Task RecibirAsync(int cuantas) =>
        await operador.LograrAsync(
            "importar",
            operador.Ndjson(
                Enumerable
                    .Range(1, cuantas)
                    .Select(numero =>
                        (
                            Presentada.Numero(numero, 2) with
                            {
                                Ejercicio = 2025,
                                Cuatrimestre = 3,
                                FechaPresentacion = "2026-01-12T10:31:00-06:00",
                            }
                        ).EnJson()
                    )
            )
        );

    private static (int Renglones, int Informativas) Conteo(AlmacenPublico almacen, int secuencia)
    {
        var estado = almacen.Listados(secuencia).Single(estado => estado.Listado == Publico);
        return (estado.Renglones, estado.Informativas);
    }

    /// <summary>Files of the public half that still have some byte of it: spelled out, as the index folds it, or its folio.</summary>
    private async Task<List<string>> SecretosEnDiscoAsync()
    {
        var hallados = new List<string>();
        foreach (var ruta in Directory.GetFiles(operador.Datos, "*", SearchOption.AllDirectories))
        {
            if (ruta.Contains("recepcion", StringComparison.Ordinal))
                continue;
            var texto = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(ruta));
            if (texto.Contains(Secreto, StringComparison.OrdinalIgnoreCase))
                hallados.Add(Path.GetRelativePath(operador.Datos, ruta));
        }
        return hallados;
    }
}
