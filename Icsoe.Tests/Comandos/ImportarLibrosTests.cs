using System.Security.Cryptography;
using System.Text.Json;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Comandos;

/// <summary>The mirror door: workbooks in, sealed at once.</summary>
[TestFixture, Parallelizable]
internal sealed class ImportarLibrosTests
{
    private static readonly string[] Miembros =
    [
        "orden",
        "publicacion",
        "listados",
        "renglones",
        "recibidas",
        "rechazados",
        "informe",
        "segundos",
    ];

    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Dos_libros_se_sellan_en_una_publicacion_y_se_resumen_en_una_linea()
    {
        var publico = operador.Libro(Publico, Publico.Serie(3));
        var inconsistente = operador.Libro(Inconsistente, Inconsistente.Serie(2));

        var respuesta = await operador.EjecutarAsync("importar", publico, inconsistente);

        Assert.That(respuesta.Codigo, Is.Zero);
        Assert.That(respuesta.Errores, Is.Empty);
        var linea = respuesta.Linea;
        Assert.That(linea.EnumerateObject().Select(miembro => miembro.Name), Is.EqualTo(Miembros));
        Assert.Multiple(() =>
        {
            Assert.That(linea.GetProperty("orden").GetString(), Is.EqualTo("importar"));
            Assert.That(linea.GetProperty("publicacion").GetString(), Is.EqualTo("2026-06"));
            Assert.That(linea.GetProperty("listados").EnumerateArray().Select(l => l.GetString()), Is.EqualTo(["LPP2026", "LIIP2026"]));
            Assert.That(linea.GetProperty("renglones").GetInt32(), Is.EqualTo(5));
            Assert.That(linea.GetProperty("recibidas").GetInt32(), Is.Zero);
            Assert.That(linea.GetProperty("rechazados").GetInt32(), Is.Zero);
            Assert.That(linea.GetProperty("informe").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(linea.GetProperty("segundos").GetDouble(), Is.Not.Negative);
        });
    }

    [Test, CancelAfter(60_000)]
    public async Task Un_nombre_que_comparte_toda_la_lista_no_cuesta_su_cuadrado()
    {
        var unaSola = Publico.Serie(8_000).Select(renglon => renglon with { Contratista = Parte("EJEMPLO, S.A. DE C.V.") });

        var respuesta = await operador.LograrAsync("importar", operador.Libro(Publico, unaSola));

        Assert.That(respuesta.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(8_000));
    }

    [Test, CancelAfter(60_000)]
    public async Task Renglones_sin_ningun_folio_se_numeran_sin_costar_su_cuadrado()
    {
        var sinFolios = Publico
            .Serie(8_000)
            .Select(renglon => renglon with { FolioInformativa = null, Contrato = renglon.Contrato! with { Folio = null } });

        var respuesta = await operador.LograrAsync("importar", operador.Libro(Publico, sinFolios));

        Assert.That(respuesta.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(8_000));
    }

    [Test]
    public async Task Los_mismos_bytes_no_sellan_nada_y_salen_con_0()
    {
        var libro = operador.Libro(Publico, Publico.Serie(3));
        await operador.LograrAsync("importar", libro);
        var antes = operador.Fotografia();

        var respuesta = await operador.EjecutarAsync("importar", libro);

        Assert.That(respuesta.Codigo, Is.Zero);
        Assert.That(respuesta.Publicacion, Is.Null);
        Assert.That(respuesta.SinCambios);
        Assert.That(respuesta.Linea.EnumerateObject().Select(miembro => miembro.Name), Is.EqualTo([.. Miembros, "sin_cambios"]));
        Assert.That(operador.Fotografia(), Is.EqualTo(antes));
    }

    [Test]
    public async Task Con_un_id_nuevo_los_mismos_bytes_sellan_una_publicacion_sin_cambios()
    {
        var libro = operador.Libro(Publico, Publico.Serie(3));
        await operador.LograrAsync("importar", libro, "--publicacion", "2026-05");

        var respuesta = await operador.LograrAsync("importar", libro, "--publicacion", "2026-06");

        Assert.That(respuesta.Publicacion, Is.EqualTo("2026-06"));
        Assert.That(respuesta.SinCambios, Is.False);
        Assert.That(respuesta.Linea.GetProperty("listados").GetArrayLength(), Is.Zero);
        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(almacen.Vigente()!.ListadosCambiados, Is.Empty);
        Assert.That(almacen.Listados(2).Select(estado => estado.ContenidoDesde), Is.All.EqualTo(IdPublicacion.Parse("2026-05")));
    }

    [Test]
    public async Task Sin_id_el_segundo_del_mes_lleva_el_siguiente_numero_libre()
    {
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(1)));

        var segunda = await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(2)));
        var tercera = await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(3)));

        Assert.That(segunda.Publicacion, Is.EqualTo("2026-06.2"));
        Assert.That(tercera.Publicacion, Is.EqualTo("2026-06.3"));
    }

    [TestCase("2026-06", "ya existe")]
    [TestCase("2026-05", "anterior")]
    [TestCase("2026-05.9", "reconstruye en un almacén nuevo")]
    [TestCase("2026-07", "aún no llega")]
    public async Task Un_id_que_existe_es_anterior_o_esta_por_llegar_se_rechaza(string id, string motivo)
    {
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(1)), "--publicacion", "2026-06");
        var antes = operador.Fotografia();

        var respuesta = await operador.EjecutarAsync("importar", operador.Libro(Publico, Publico.Serie(2)), "--publicacion", id);

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain(motivo));
        Assert.That(respuesta.Salida, Is.Empty);
        Assert.That(operador.Fotografia(), Is.EqualTo(antes));
    }

    [TestCase("2026-07-01T05:59:59Z", 1)]
    [TestCase("2026-07-01T06:00:00Z", 0)]
    public async Task El_mes_del_reloj_es_el_de_la_Ciudad_de_Mexico(string ahora, int codigo)
    {
        operador.Ahora = DateTimeOffset.Parse(ahora);

        var respuesta = await operador.EjecutarAsync("importar", operador.Libro(Publico, Publico.Serie(1)), "--publicacion", "2026-07");

        Assert.That(respuesta.Codigo, Is.EqualTo(codigo), respuesta.Errores);
    }

    [TestCase("texto")]
    [TestCase("vacío")]
    [TestCase("truncado")]
    [TestCase("sin columnas")]
    public async Task Un_libro_rechazado_deja_todo_como_estaba_y_se_nombra(string defecto)
    {
        await operador.LograrAsync(
            "importar",
            operador.Libro(Publico, Publico.Serie(3)),
            operador.Libro(Inconsistente, Inconsistente.Serie(1))
        );
        var antes = operador.Fotografia();
        var bueno = operador.Libro(Publico, Publico.Serie(9));
        var malo = operador.Libro(Inconsistente, Inconsistente.Serie(500));
        var bytes = await File.ReadAllBytesAsync(malo);
        var sinInconsistencia = await File.ReadAllBytesAsync(operador.Libro(Publico, Publico.Serie(2), "otro"));
        await File.WriteAllBytesAsync(
            malo = operador.Ruta("junio", "LIIP2026.xlsx"),
            defecto switch
            {
                "texto" => "no soy un libro"u8.ToArray(),
                "vacío" => [],
                "truncado" => bytes[..(bytes.Length / 2)],
                _ => sinInconsistencia,
            }
        );

        var respuesta = await operador.EjecutarAsync("importar", bueno, malo);

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain("LIIP2026.xlsx: "));
        Assert.That(respuesta.Salida, Is.Empty);
        Assert.That(operador.Fotografia(), Is.EqualTo(antes));
        Assert.That(operador.Ruta("datos", "tmp"), Does.Not.Exist);
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
        // And the next order finds nothing in its way.
        Assert.That((await operador.LograrAsync("importar", bueno)).Publicacion, Is.EqualTo("2026-06.2"));
    }

    [Test]
    public async Task Uno_solo_de_los_dos_libros_basta_y_el_otro_listado_nace_con_0_renglones([Values] Lista lista)
    {
        var listado = Publico with { Lista = lista };

        var respuesta = await operador.LograrAsync("importar", operador.Libro(listado, listado.Serie(4)));

        Assert.That(respuesta.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(4));
        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(almacen.Vigente(), Is.Not.Null);
        var otro = almacen.Listados(1).Single(estado => estado.Listado.Lista != lista);
        Assert.That((otro.Renglones, otro.Informativas, otro.Archivos.Count, otro.Puerta), Is.EqualTo((0, 0, 0, Puerta.Espejo)));
    }

    [Test]
    public async Task El_listado_que_no_vino_sigue_como_estaba()
    {
        await operador.LograrAsync(
            "importar",
            operador.Libro(Publico, Publico.Serie(3)),
            operador.Libro(Inconsistente, Inconsistente.Serie(2)),
            "--publicacion",
            "2026-05"
        );

        var respuesta = await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(4), "julio"));

        Assert.That(respuesta.Linea.GetProperty("listados").EnumerateArray().Select(l => l.GetString()), Is.EqualTo(["LPP2026"]));
        using var almacen = new AlmacenPublico(operador.Datos);
        almacen.Vigente();
        Assert.That(
            almacen.Listados(2).Select(estado => $"{estado.Listado} {estado.Renglones} {estado.ContenidoDesde} {estado.Archivos.Count}"),
            Is.EqualTo(["LPP2026 4 2026-06 4", "LIIP2026 2 2026-05 4"])
        );
    }

    [Test]
    public async Task El_SHA_256_esperado_se_exige_en_mayusculas_o_minusculas()
    {
        var libro = operador.Libro(Publico, Publico.Serie(1));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(libro)));

        var ajeno = await operador.EjecutarAsync("importar", libro, "--sha256", new string('0', 64));
        Assert.That(ajeno.Codigo, Is.EqualTo(1));
        Assert.That(ajeno.Errores, Does.Contain("LPP2026.xlsx").And.Contain(sha256.ToUpperInvariant()));
        Assert.That(operador.Fotografia(), Is.Empty);

        Assert.That((await operador.LograrAsync("importar", libro, "--sha256", sha256)).Publicacion, Is.EqualTo("2026-06"));
        Assert.That((await operador.LograrAsync("importar", libro, "--sha256", sha256.ToUpperInvariant())).SinCambios);
    }

    [Test]
    public async Task La_fuente_y_los_bytes_se_guardan_como_vinieron()
    {
        var libro = operador.Libro(Publico, Publico.Serie(2));

        await operador.LograrAsync("importar", libro, "--origen", "https://www.imss.gob.mx/LPP2026.xlsx", "--obtenido", "2026-06-05T09:00");

        using var almacen = new AlmacenPublico(operador.Datos);
        almacen.Vigente();
        var estado = almacen.Listados(1)[0];
        var archivo = estado.Archivos[0];
        Assert.That((archivo.Nombre, archivo.Origen), Is.EqualTo(("LPP2026.xlsx", "imss")));
        Assert.That(await File.ReadAllBytesAsync(almacen.Ruta(archivo)), Is.EqualTo(await File.ReadAllBytesAsync(libro)));
        Assert.That(
            estado.Fuente,
            Is.EqualTo(
                new Fuente(
                    "LPP2026.xlsx",
                    "https://www.imss.gob.mx/LPP2026.xlsx",
                    new DateTimeOffset(2026, 6, 5, 15, 0, 0, TimeSpan.Zero),
                    archivo.Sha256
                )
            )
        );
    }

    [Test]
    public async Task Con_lista_y_periodo_vale_cualquier_nombre()
    {
        var libro = operador.Libro(Publico, Publico.Serie(2));
        var renombrado = operador.Ruta("descarga (1).xlsx");
        File.Move(libro, renombrado);

        var respuesta = await operador.LograrAsync("importar", renombrado, "--lista", "publico", "--periodo", "2026-1");

        Assert.That(respuesta.Linea.GetProperty("listados")[0].GetString(), Is.EqualTo("LPP2026"));
        using var almacen = new AlmacenPublico(operador.Datos);
        almacen.Vigente();
        Assert.That(almacen.ArchivoPorNombre("LPP2026.xlsx", 1), Is.Not.Null);
    }

    [Test]
    public async Task Dos_libros_del_mismo_listado_se_rechazan()
    {
        var respuesta = await operador.EjecutarAsync(
            "importar",
            operador.Libro(Publico, Publico.Serie(1), "a"),
            operador.Libro(Publico, Publico.Serie(2), "b")
        );

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain("Hay más de un libro para LPP2026"));
    }
}
