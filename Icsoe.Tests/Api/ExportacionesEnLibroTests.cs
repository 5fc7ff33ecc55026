using System.IO.Compression;
using System.Text;
using Icsoe.Api.Descargas;
using Icsoe.Api.Exportaciones;
using Icsoe.Domain.Exportacion;
using Icsoe.Tests.Comandos;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Icsoe.Tests.Api;

/// <summary>Any query as a workbook.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class ExportacionesEnLibroTests
{
    private const string Ruta = "/v1/exportaciones/renglones.xlsx";

    private static readonly string[] Publicaciones = ["2026-05.2", "2026-06"];

    [TestCaseSource(nameof(Publicaciones))]
    public async Task Los_renglones_de_un_listado_son_la_hoja_de_su_libro_celda_por_celda(string publicacion)
    {
        var listados = (await Muestra.Cliente.Json($"/v1/publicaciones/{publicacion}/manifiesto"))["listados"]!.AsArray();
        var propios = listados.Where(listado =>
            listado!["archivos"]!.AsArray().Any(archivo => (string?)archivo!["formato"] == "xlsx" && (string?)archivo["origen"] == "icsoe")
        );
        var comparados = 0;
        foreach (var listado in propios)
        {
            var filtro = $"lista={listado!["lista"]}&periodo={listado["periodo"]}&publicacion={publicacion}";
            var sellado = await Muestra.Cliente.GetByteArrayAsync($"/v1/publicaciones/{publicacion}/archivos/{listado["nombre"]}.xlsx");
            var respuesta = await Muestra.Cliente.GetAsync($"{Ruta}?{filtro}");

            Assert.That(Parte(await respuesta.Content.ReadAsByteArrayAsync(), 1), Is.EqualTo(Parte(sellado, 1)), filtro);
            Assert.That(respuesta.Cabecera("Icsoe-Filas"), Is.EqualTo($"{listado["renglones"]}"));
            Assert.That(respuesta.Cabecera("Content-Disposition"), Does.Contain($"renglones-{publicacion}.xlsx"));
            Assert.That(
                respuesta.Cabecera("Content-Type"),
                Is.EqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            );
            comparados++;
        }
        Assert.That(comparados, Is.Positive);
    }

    [TestCase("", "Inconsistencia", "Lista")]
    [TestCase("?lista=publico&lista=inconsistente", "Inconsistencia", "Lista")]
    [TestCase("?lista=inconsistente", "Fecha de presentación", "Inconsistencia")]
    [TestCase("?lista=publico", "Folio de la informativa", "Fecha de presentación")]
    public async Task Lo_de_ambas_listas_dice_de_cual_es_cada_renglon(string consulta, string penultima, string ultima)
    {
        var filas = Filas(await Muestra.Cliente.GetByteArrayAsync(Ruta + consulta));
        Assert.That(filas[0][^2..], Is.EqualTo(new[] { penultima, ultima }));
        if (ultima == "Lista")
            Assert.That(
                filas.Skip(1).Select(fila => fila[^1]).Distinct(),
                Is.EquivalentTo(new[] { "Listado Público", "Listado con Información Inconsistente" })
            );
    }

    [TestCase("contratos", "q=ejemplo")]
    [TestCase("contratos", "orden=-fecha_inicio&lista=publico")]
    [TestCase("informativas", "tipo_informativa=sin_informacion")]
    [TestCase("informativas", "inconsistencia=INFORMATIVA_MULTIPLE")]
    [TestCase("informativas", "")]
    public async Task Trae_las_filas_del_csv_en_su_orden(string que, string filtro)
    {
        var respuesta = await Muestra.Cliente.GetAsync($"/v1/exportaciones/{que}.xlsx?{filtro}");
        var filas = Filas(await respuesta.Content.ReadAsByteArrayAsync());
        var csv = await Muestra.Cliente.GetStringAsync($"/v1/exportaciones/{que}.csv?{filtro}");
        using var lector = Sylvan.Data.Csv.CsvDataReader.Create(new StringReader(csv));
        var folio = lector.GetOrdinal(que == "contratos" ? "folio_contrato" : "folio");
        var folios = new List<string>();
        while (lector.Read())
            folios.Add(lector.GetString(folio));

        Assert.That(folios, Is.Not.Empty);
        var lugar = Array.IndexOf(filas[0], que == "contratos" ? "Folio del contrato" : "Folio de la informativa");
        Assert.That(filas.Skip(1).Select(fila => fila[lugar]), Is.EqualTo(folios));
        Assert.That(respuesta.Cabecera("Icsoe-Filas"), Is.EqualTo($"{folios.Count}"));
    }

    [Test]
    public async Task Las_informativas_llevan_palabras_de_la_gente_fechas_y_numeros()
    {
        var filas = Filas(
            await Muestra.Cliente.GetByteArrayAsync("/v1/exportaciones/informativas.xlsx?inconsistencia=INFORMATIVA_MULTIPLE")
        );
        var una = filas[0].Zip(filas[1]).ToDictionary(par => (string)par.First!, par => par.Second);
        Assert.That(una["Lista"], Is.EqualTo("Listado con Información Inconsistente"));
        Assert.That(una["Fecha de presentación"], Is.TypeOf<DateTime>());
        Assert.That(una["Número de contratos"], Is.TypeOf<double>());
        Assert.That(una["Inconsistencia"], Does.Contain("Informativa múltiple"));
        Assert.That(una["Tipo de persona del contratista"], Is.EqualTo("Moral").Or.EqualTo("Física"));
        Assert.That(filas.Skip(1).Select(fila => fila[8]).Distinct(), Is.SubsetOf(new object?[] { "Sí", "No", null }));
    }

    [Test]
    public async Task Campos_elige_las_columnas_por_sus_nombres_de_maquina_y_en_su_orden()
    {
        var libro = await Muestra.Cliente.GetByteArrayAsync($"{Ruta}?campos=contratante_clave,folio_contrato,lista,contratista_clave");
        Assert.That(Filas(libro)[0], Is.EqualTo(new[] { "Clave del contratante", "Folio del contrato", "Lista", "Clave del contratista" }));
        Assert.That(
            Notas(libro).Select(nota => nota.Dato).Where(dato => dato.StartsWith("Columna", StringComparison.Ordinal)),
            Has.Exactly(4).Items
        );
        Assert.That(Filas(await Muestra.Cliente.GetByteArrayAsync($"{Ruta}?campos=servicio,servicio"))[0], Has.Length.EqualTo(1));
        Assert.That((int)(await Muestra.Cliente.GetAsync($"{Ruta}?campos=nombre")).StatusCode, Is.EqualTo(400));
        Assert.That((int)(await Muestra.Cliente.GetAsync($"{Ruta}?para=excel")).StatusCode, Is.EqualTo(400));
    }

    [Test]
    public async Task Cada_campo_del_csv_tiene_su_columna()
    {
        foreach (var que in new[] { "renglones", "informativas" })
        {
            var campos = (await Muestra.Cliente.GetStringAsync($"/v1/exportaciones/{que}.csv?folio_informativa=NADIE")).Trim();
            var filas = Filas(await Muestra.Cliente.GetByteArrayAsync($"/v1/exportaciones/{que}.xlsx?campos={campos}"));
            Assert.That(filas[0].Distinct().Count(), Is.EqualTo(campos.Split(',').Length), que);
        }
    }

    [Test]
    public async Task Los_metadatos_dicen_que_es_de_donde_sale_y_como_comprobarlo()
    {
        const string Consulta = "?periodo=2025-3&lista=inconsistente";
        var manifiesto = await Muestra.Cliente.Json("/v1/publicaciones/2026-06/manifiesto");
        var listado = manifiesto["listados"]!.AsArray().Single(uno => (string?)uno!["nombre"] == "LIIT2025")!;
        var publicacion = await Muestra.Cliente.Json("/v1/publicaciones/2026-06");
        var notas = Notas(await Muestra.Cliente.GetByteArrayAsync(Ruta + Consulta));
        var porDato = notas.Where(nota => nota.Dato.Length > 0).ToDictionary(nota => nota.Dato, nota => nota.Valor);

        Assert.That(porDato["No oficial"], Does.Contain("no es un documento del IMSS"));
        Assert.That(porDato["Ejemplo"], Is.EqualTo("Los datos son ficticios."));
        Assert.That(porDato["Consulta"], Is.EqualTo($"{Ruta}?lista=inconsistente&periodo=2025-3&publicacion=2026-06"));
        Assert.That(porDato["Publicación"], Is.EqualTo("2026-06"));
        Assert.That(porDato["Sellada en (UTC)"], Is.EqualTo((string?)publicacion["sellada_en"]));
        var sha256 = (await Muestra.Cliente.GetAsync("/v1/publicaciones/2026-06/manifiesto")).Headers.ETag!.Tag.Trim('"');
        Assert.That(porDato["SHA-256 de su manifiesto"], Is.EqualTo(sha256));
        Assert.That(
            porDato.Where(par => par.Key.StartsWith("SHA-256 del CSV", StringComparison.Ordinal)).Select(par => par.Value),
            Is.EqualTo(new[] { (string?)listado["csv_sha256"] })
        );
        Assert.That(porDato["Filas"], Is.EqualTo($"{listado["renglones"]}"));
        Assert.That(porDato["Columna «Folio del contrato» (folio_contrato)"], Does.Contain("se asigna por la herramienta ICSOE"));
        Assert.That(porDato["Homónimos"], Does.StartWith("Un nombre no identifica a nadie"));
        Assert.That(porDato["Fuente"], Does.StartWith("Instituto Mexicano del Seguro Social (IMSS)"));
        Assert.That(porDato["Fundamento legal"], Does.Contain("Artículo 15 A").And.Contain("numeral 6 de los Lineamientos"));
        var aviso = (await Muestra.Cliente.Json("/v1/avisos/inconsistente"))["texto"]!.ToString().Split('\n');
        var primera = notas.FindIndex(nota => nota.Dato == "INFORMACIÓN IMPORTANTE, Listado con Información Inconsistente");
        Assert.That(notas.Skip(primera).Select(nota => nota.Valor), Is.EqualTo(aviso.Skip(1)));
    }

    [Test]
    public async Task Una_consulta_enorme_se_dice_entera_en_varias_celdas()
    {
        var largos = string.Join('&', Enumerable.Range(0, 80).Select(i => $"servicio={new string('Ñ', 100)}{i}"));
        var notas = Notas(await Muestra.Cliente.GetByteArrayAsync($"{Ruta}?{largos}"));
        var direccion = string.Concat(notas.Where(nota => nota.Dato == "Consulta").Select(nota => nota.Valor));
        Assert.That(notas.Count(nota => nota.Dato == "Consulta"), Is.GreaterThan(1));
        Assert.That((int)(await Muestra.Cliente.GetAsync(direccion)).StatusCode, Is.EqualTo(200));
        Assert.That(direccion, Does.Contain("servicio=").And.EndsWith("&publicacion=2026-06"));
    }

    [Test]
    public async Task La_misma_consulta_da_los_mismos_bytes_otro_dia_y_en_otro_servidor()
    {
        await using var otro = new ServidorDePrueba(Muestra.Datos) { Instante = ServidorDePrueba.Ahora.AddDays(40) };
        using var cliente = otro.CreateClient();
        Assert.That(await cliente.GetByteArrayAsync(Ruta), Is.EqualTo(await Muestra.Cliente.GetByteArrayAsync(Ruta)));
    }

    [Test]
    public async Task Con_direccion_publica_la_consulta_se_dice_completa()
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos, ("Icsoe:UrlPublica", "https://icsoe.ejemplo.mx/"));
        using var cliente = servidor.CreateClient();
        Assert.That(
            Notas(await cliente.GetByteArrayAsync(Ruta)),
            Does.Contain(("Consulta", $"https://icsoe.ejemplo.mx{Ruta}?publicacion=2026-06"))
        );
    }

    [TestCase("renglones", "contratista=ejemplo")]
    [TestCase("contratos", "")]
    [TestCase("informativas", "ejercicio=2025")]
    public async Task Lo_que_no_cabe_en_una_hoja_es_un_422_que_da_la_misma_consulta_en_otro_formato(string que, string filtro)
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos);
        using var cliente = servidor.CreateClient();
        var lugar = servidor.Services.GetRequiredService<LugarEnLibros>();
        Assert.That(lugar.Filas, Is.EqualTo(1_048_575));
        var ruta = $"/v1/exportaciones/{que}.xlsx?{filtro}";
        var filas = int.Parse((await cliente.GetAsync(ruta)).Cabecera("Icsoe-Filas"));

        lugar.Filas = filas;
        Assert.That(Filas(await cliente.GetByteArrayAsync(ruta)), Has.Count.EqualTo(filas + 1), "Las que caben, caben.");

        lugar.Filas = filas - 1;
        var respuesta = await cliente.GetAsync(ruta);
        var problema = await respuesta.Leer();
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(422));
        Assert.That((string?)problema["codigo"], Is.EqualTo("DEMASIADAS_FILAS_PARA_XLSX"));
        Assert.That(respuesta.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(respuesta.Cabecera("Content-Disposition") + respuesta.Cabecera("Icsoe-Filas") + respuesta.Cabecera("ETag"), Is.Empty);
        var otros = problema["errores"]![0]!["validos"]!.AsArray().Select(valor => (string)valor!).ToList();
        Assert.That(
            otros.Select(otro => otro.Split('?')[0]),
            Is.EqualTo(new[] { $"/v1/exportaciones/{que}.csv", $"/v1/exportaciones/{que}.ndjson" })
        );
        foreach (var otro in otros)
        {
            Assert.That((string?)problema["detail"], Does.Contain(otro));
            Assert.That((await cliente.GetAsync(otro)).Cabecera("Icsoe-Filas"), Is.EqualTo($"{filas}"));
        }
        using var cabeza = new HttpRequestMessage(HttpMethod.Head, ruta);
        Assert.That((int)(await cliente.SendAsync(cabeza)).StatusCode, Is.EqualTo(422));
    }

    [Test]
    public async Task Head_y_304_no_traen_cuerpo()
    {
        var fija = $"{Ruta}?publicacion=2026-06";
        var entera = await Muestra.Cliente.GetAsync(fija);
        using var solicitud = new HttpRequestMessage(HttpMethod.Head, fija);
        var cabeza = await Muestra.Cliente.SendAsync(solicitud);
        Assert.That(await cabeza.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(cabeza.Headers.ETag, Is.EqualTo(entera.Headers.ETag));
        Assert.That(cabeza.Cabecera("Icsoe-Filas"), Is.EqualTo(entera.Cabecera("Icsoe-Filas")));
        var igual = await Muestra.Cliente.Con(fija, "If-None-Match", entera.Headers.ETag!.ToString());
        Assert.That((int)igual.StatusCode, Is.EqualTo(304));
        Assert.That(await igual.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That((await Muestra.Cliente.GetAsync(fija.Replace("xlsx", "csv"))).Headers.ETag, Is.Not.EqualTo(entera.Headers.ETag));
    }

    [TestCase("csv")]
    [TestCase("ndjson")]
    [TestCase("xlsx")]
    public async Task Con_todos_los_turnos_tomados_es_un_429_que_dice_cuando_volver(string formato)
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos, ("Icsoe:ArchivosALaVez", "1"));
        using var cliente = servidor.CreateClient();
        var ruta = $"/v1/exportaciones/renglones.{formato}?lista=inconsistente";
        using (servidor.Services.GetRequiredService<TurnosDeArchivos>().Tomar(() => 0))
        {
            var respuesta = await cliente.GetAsync(ruta);
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(429));
            Assert.That(respuesta.Cabecera("Retry-After"), Is.EqualTo("60"));
            Assert.That((string?)(await respuesta.Leer())["codigo"], Is.EqualTo("DEMASIADAS_SOLICITUDES"));
            Assert.That(
                respuesta.Cabecera("ETag") + respuesta.Cabecera("Content-Disposition") + respuesta.Cabecera("X-Robots-Tag"),
                Is.Empty
            );
        }
        Assert.That((int)(await cliente.GetAsync(ruta)).StatusCode, Is.EqualTo(200));
        Assert.That((int)(await cliente.GetAsync(ruta)).StatusCode, Is.EqualTo(200), "El turno se devuelve.");
    }

    [TestCase("renglones", 16)]
    [TestCase("contratos", 16)]
    [TestCase("informativas", 15)]
    public async Task Sin_nada_que_exportar_quedan_los_encabezados_y_los_metadatos(string que, int columnas)
    {
        var respuesta = await Muestra.Cliente.GetAsync($"/v1/exportaciones/{que}.xlsx?folio_informativa=NADIE");
        var libro = await respuesta.Content.ReadAsByteArrayAsync();
        Assert.That(respuesta.Cabecera("Icsoe-Filas"), Is.EqualTo("0"));
        Assert.That(Filas(libro), Has.Count.EqualTo(1));
        Assert.That(Filas(libro)[0], Has.Length.EqualTo(columnas));
        Assert.That(Notas(libro), Does.Contain(("Filas", "0")));
    }

    [Test]
    public async Task En_un_almacen_vacio_tambien_es_un_libro()
    {
        var datos = Directory.CreateTempSubdirectory("icsoe-vacio-");
        await using var servidor = new ServidorDePrueba(datos.FullName);
        using var cliente = servidor.CreateClient();
        var libro = await cliente.GetByteArrayAsync(Ruta);
        Assert.That(Filas(libro), Has.Count.EqualTo(1));
        Assert.That(Notas(libro), Does.Contain(("Publicación", "Todavía no hay ninguna.")).And.Contain(("Consulta", Ruta)));
        datos.Delete(recursive: true);
    }

    [Test]
    public async Task Lo_que_toma_varias_lecturas_llega_entero_y_en_orden()
    {
        using var operador = new Operador();
        await operador.LograrAsync(
            "importar",
            operador.Libro(Renglones.Publico, Renglones.Publico.Serie(2_345)),
            "--publicacion",
            "2026-06"
        );
        await using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();
        var filas = Filas(await cliente.GetByteArrayAsync($"{Ruta}?lista=publico&periodo=2026-1"));
        Assert.That(
            filas.Skip(1).Select(fila => fila[12]),
            Is.EqualTo(Renglones.Publico.Serie(2_345).Select(renglon => renglon.FolioInformativa))
        );
    }

    private static string Parte(byte[] libro, int hoja)
    {
        using var zip = new ZipArchive(new MemoryStream(libro));
        using var lector = new StreamReader(zip.GetEntry($"xl/worksheets/sheet{hoja}.xml")!.Open(), Encoding.UTF8);
        return lector.ReadToEnd();
    }

    private static List<object?[]> Filas(byte[] libro, string hoja = LibroXlsx.HojaDeDatos)
    {
        using var flujo = new MemoryStream(libro);
        return [.. flujo.Query(sheetName: hoja).Cast<IDictionary<string, object?>>().Select(fila => fila.Values.ToArray())];
    }

    private static List<(string Dato, string Valor)> Notas(byte[] libro) =>
        [.. Filas(libro, Metadatos.Hoja).Skip(1).Select(fila => ((string?)fila[0] ?? "", (string)fila[1]!))];
}
