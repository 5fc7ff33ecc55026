using System.Text;
using Icsoe.Api.Peticiones;

namespace Icsoe.Tests.Api;

/// <summary><c>/v1/consultas-masivas</c> by file: CSV and XLSX, alone or in a form, and their columns.</summary>
[TestFixture, Parallelizable]
internal sealed class ArchivosMasivosTests
{
    private AlmacenDeMasivas almacen = null!;

    private static string Publica => AlmacenDeMasivas.Nombre("PUBLICA");

    [OneTimeSetUp]
    public void Levantar() => almacen = new AlmacenDeMasivas();

    [OneTimeTearDown]
    public void Bajar() => almacen.Dispose();

    [TestCase("12345678903,HEGG560427MVZRRL04,450.25")]
    [TestCase("NSS,CURP,SBC\n12345678903,HEGG560427MVZRRL04,450.25")]
    public async Task El_archivo_de_personas_trabajadoras_no_se_recibe_ni_se_repite(string csv)
    {
        var respuesta = await almacen.Enviar(Encoding.UTF8.GetBytes(csv), Medios.Csv, "?columna=NSS");
        var texto = await respuesta.Content.ReadAsStringAsync();
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(422));
        Assert.That(
            texto,
            Does.Contain("ARCHIVO_DE_TRABAJADORES").And.Not.Contain("12345678903").And.Not.Contain("HEGG").And.Not.Contain("450.25")
        );
    }

    [TestCase("1234", true)]
    [TestCase("12345", false)]
    public async Task De_un_archivo_sin_encabezado_no_se_repiten_numeros(string numero, bool seMuestra)
    {
        var respuesta = await almacen.Enviar(Encoding.UTF8.GetBytes($"EJEMPLO,X{numero},otra,más\n"), Medios.Csv);
        Assert.That((await respuesta.Content.ReadAsStringAsync()).Contains(numero, StringComparison.Ordinal), Is.EqualTo(seMuestra));
    }

    [TestCase("nombre,ref", 512, 200)]
    [TestCase("nombre,ref", 513, 400)]
    [TestCase("nombre,cliente", 512, 200)]
    [TestCase("nombre,cliente", 513, 400)]
    public async Task La_referencia_y_el_cliente_tienen_el_mismo_tope(string encabezado, int largo, int estado)
    {
        var respuesta = await almacen.Enviar(Encoding.UTF8.GetBytes($"{encabezado}\nX,{new string('Ñ', largo)}\n"), Medios.Csv);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
    }

    [TestCase("nombre", "")]
    [TestCase("PROVEEDOR", "")]
    [TestCase("Razón social", "")]
    [TestCase("Quién", "&columna=quien")]
    public async Task La_columna_se_elige_por_su_encabezado(string encabezado, string consulta)
    {
        foreach (var separador in (string[])[",", ";"])
        {
            var csv = $"id{separador}{encabezado}\r\n\r\n1{separador}\"{Publica}\"\r\n2{separador}Zeta\r\n";
            var respuesta = await almacen.Enviar(
                [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(csv)],
                Medios.Csv,
                $"?periodo=2025-3{consulta}"
            );
            Assert.That(await Estados(respuesta), Is.EqualTo(new[] { (Publica, "publico"), ("Zeta", "ausente") }));
        }
    }

    [Test]
    public async Task Otras_columnas_traen_la_referencia_y_el_cliente()
    {
        var csv =
            $"Número,Proveedor,Comprador\nP1,\"{Publica}\",\"{AlmacenDeMasivas.Cliente}\"\nP2,\"{Publica}\",NADIE CONOCIDO\nP3,\"{Publica}\",\n";
        var respuesta = await almacen.Enviar(
            Encoding.UTF8.GetBytes(csv),
            "text/csv; charset=utf-8",
            "?periodo=2025-3&columna_ref=numero&columna_contratante=COMPRADOR"
        );
        Assert.That(
            (await respuesta.Leer())["datos"]!.AsArray().Select(linea => ((string?)linea!["ref"], (string?)linea["con_contratante"])),
            Is.EqualTo(new (string?, string?)[] { ("P1", "si"), ("P2", "no"), ("P3", null) })
        );
    }

    [Test]
    public async Task Por_folio_la_columna_trae_folios()
    {
        var csv = $"folio\n {AlmacenDeMasivas.Folio(4)} \n{AlmacenDeMasivas.Folio(99)}\n";
        var respuesta = await almacen.Enviar(Encoding.UTF8.GetBytes(csv), Medios.Csv, "?por=folio&periodo=2025-3");
        Assert.That((await Estados(respuesta)).Select(par => par.Item2), Is.EqualTo(new[] { "inconsistente", "ausente" }));
    }

    [TestCase("a,b\n1,2\n", "", 400, "VALOR_INVALIDO")]
    [TestCase("proveedor,b\nX,2\n", "?columna=provedor", 400, "VALOR_INVALIDO")]
    [TestCase("nombre,b\nX,2\n", "?columna_contratante=c", 400, "VALOR_INVALIDO")]
    [TestCase("nombre,b\n", "", 400, "PARAMETRO_VACIO")]
    [TestCase("nombre,b\n,2\n", "", 400, "PARAMETRO_VACIO")]
    [TestCase("nombre,b\n-,2\n", "", 400, "PARAMETRO_VACIO")]
    [TestCase("nombre,cliente\nX,-\n", "", 400, "PARAMETRO_VACIO")]
    [TestCase("clave\nno es\n", "?por=clave", 400, "VALOR_INVALIDO")]
    [TestCase("", "", 422, "ARCHIVO_ILEGIBLE")]
    [TestCase("nombre\n\"sin cerrar\n", "", 422, "ARCHIVO_ILEGIBLE")]
    public async Task Un_archivo_que_no_sirve_se_rechaza(string csv, string consulta, int estado, string codigo)
    {
        var respuesta = await almacen.Enviar(Encoding.UTF8.GetBytes(csv), Medios.Csv, consulta);
        Assert.That(((int)respuesta.StatusCode, (string?)(await respuesta.Leer())["codigo"]), Is.EqualTo((estado, codigo)));
    }

    [Test]
    public async Task Un_renglon_sin_nombre_dice_cual_es_y_una_columna_ajena_cual_se_parece()
    {
        var sinNombre = await almacen.Enviar("id,nombre\n1,X\n2,\n"u8.ToArray(), Medios.Csv);
        var otra = await almacen.Enviar("id,proveedor\n1,X\n"u8.ToArray(), Medios.Csv, "?columna=provedor");
        var error = (await otra.Leer())["errores"]![0]!;
        Assert.That((string?)(await sinNombre.Leer())["errores"]![0]!["parametro"], Is.EqualTo("fila 3"));
        Assert.That(((string?)error["sugerencia"], error["validos"]!.ToJsonString()), Is.EqualTo(("proveedor", """["id","proveedor"]""")));
    }

    [TestCase("")]
    [TestCase("PK")]
    [TestCase("no es un libro")]
    public async Task Un_libro_que_no_lo_es_se_rechaza(string bytes)
    {
        var respuesta = await almacen.Enviar(Encoding.UTF8.GetBytes(bytes), Medios.Xlsx);
        Assert.That(((int)respuesta.StatusCode, (string?)(await respuesta.Leer())["codigo"]), Is.EqualTo((422, "ARCHIVO_ILEGIBLE")));
    }

    [Test]
    public async Task Lo_que_sale_en_XLSX_se_puede_volver_a_enviar()
    {
        var salio = await almacen.Enviar($$"""{"periodo":"2025-3","nombres":["{{Publica}}","=1+1","X👷\u0001"]}""", "?formato=xlsx");
        var libro = await salio.Content.ReadAsByteArrayAsync();
        Assert.That(salio.Content.Headers.ContentType!.MediaType, Is.EqualTo(Medios.Xlsx));
        Assert.That(salio.Cabecera("Content-Disposition"), Does.Contain("consultas-masivas.xlsx"));
        (string, string)[] esperado = [(Publica, "publico"), ("=1+1", "ausente"), ("X👷\uFFFD", "ausente")];
        Assert.That(await Estados(await almacen.Enviar(libro, Medios.Xlsx, "?columna=Referencia&periodo=2025-3")), Is.EqualTo(esperado));

        using var formulario = new MultipartFormDataContent { { new ByteArrayContent(libro), "archivo", "proveedores.xlsx" } };
        var porFormulario = await almacen.Http.PostAsync($"{AlmacenDeMasivas.Ruta}?columna=Referencia&periodo=2025-3", formulario);
        Assert.That(await Estados(porFormulario), Is.EqualTo(esperado));
    }

    [TestCase(null, "no", Description = "Sin campo cuenta el parámetro.")]
    [TestCase("el cliente", "si")]
    [TestCase("", "PARAMETRO_VACIO")]
    [TestCase("🙂", "PARAMETRO_VACIO")]
    public async Task El_cliente_puede_ir_en_el_formulario_y_no_en_la_direccion(string? campo, string esperado)
    {
        using var formulario = new MultipartFormDataContent
        {
            { new StringContent($"proveedor\r\n\"{Publica}\"\r\n"), "archivo", "proveedores.csv" },
        };
        if (campo is not null)
            formulario.Add(new StringContent(campo == "el cliente" ? AlmacenDeMasivas.Cliente : campo), "contratante");
        var respuesta = await almacen.Http.PostAsync($"{AlmacenDeMasivas.Ruta}?periodo=2025-3&contratante=NADIE+CONOCIDO", formulario);
        var leida = await respuesta.Leer();
        var dicho = leida["datos"]?[0]!["con_contratante"] ?? leida["errores"]![0]!["codigo"];
        Assert.That((string?)dicho, Is.EqualTo(esperado));
    }

    private static async Task<IEnumerable<(string, string)>> Estados(HttpResponseMessage respuesta)
    {
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(200), await respuesta.Content.ReadAsStringAsync());
        return (await respuesta.Leer())["datos"]!.AsArray().Select(linea => ((string)linea!["ref"]!, (string)linea["estado"]!));
    }
}
