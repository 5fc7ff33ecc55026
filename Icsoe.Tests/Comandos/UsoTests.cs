namespace Icsoe.Tests.Comandos;

/// <summary>Wrong usage: exit 2, a Spanish sentence on stderr, nothing on stdout, nothing touched. The program runs under these cultures.</summary>
[TestFixture, Parallelizable, SetCulture(""), SetUICulture("es")]
internal sealed class UsoTests
{
    private static IEnumerable<TestCaseData> Usos()
    {
        yield return Uso("inventar", "inventar");
        yield return Uso("importar", "importar");
        yield return Uso("validar", "validar");
        yield return Uso("muestra", "muestra");
        yield return Uso("respaldar", "respaldar");
        yield return Uso("respaldar ", "DESTINO está vacío");
        yield return Uso("respaldar a b", "b");
        yield return Uso("respaldar --inventada=1", "--inventada");
        yield return Uso("restaurar", "restaurar");
        yield return Uso("restaurar ", "ORIGEN está vacío");
        yield return Uso("importar LPP2026.xlsx --inventada=1", "--inventada");
        yield return Uso("publicar --inventada=1", "--inventada");
        yield return Uso("publicar sobra", "sobra");
        yield return Uso("publicar --publicacion", "--publicacion");
        yield return Uso("publicar --publicacion 2026-05 --publicacion 2026-06", "--publicacion");
        yield return Uso("publicar --publicacion 2026-1", "«2026-1» no vale", "eso parece un periodo");
        foreach (var id in new[] { "2026-13", "2026-00", "2026-06.1", "2026-06.0", "2026-6", "2020-12", "junio" })
            yield return Uso($"publicar --publicacion {id}", $"--publicacion: «{id}» no vale", "2026-06.2");
        foreach (var corte in new[] { "2026-02-29", "2026-2-28", "28/02/2026", "2026-05" })
            yield return Uso($"publicar --corte {corte}", $"--corte: «{corte}» no vale");
        yield return Uso("publicar --periodo 2026-06", "«2026-06» no vale", "el id de una publicación");
        foreach (var periodo in new[] { "2026-4", "2026-0", "2020-3", "20261", "2026-1-1" })
            yield return Uso($"publicar --periodo {periodo}", $"--periodo: «{periodo}» no vale", "2021 en adelante");
        yield return Uso("importar LPP2026.xlsx --lista publica", "--lista: «publica» no vale", "publico o inconsistente");
        yield return Uso("importar LPP2026.xlsx --origen imss.gob.mx", "--origen: «imss.gob.mx» no vale");
        yield return Uso("importar LPP2026.xlsx --origen file:///etc/passwd", "--origen");
        yield return Uso("importar LPP2026.xlsx --obtenido ayer", "--obtenido: «ayer» no vale");
        yield return Uso("importar LPP2026.xlsx --obtenido 2026-06-05", "--obtenido: «2026-06-05» no vale");
        yield return Uso("importar LPP2026.xlsx --sha256 abc", "--sha256: «abc» no vale", "64 dígitos");
        yield return Uso($"importar LPP2026.xlsx --sha256 {new string('g', 64)}", "--sha256", "64 dígitos");
        yield return Uso($"importar LPP2026.xlsx LIIP2026.xlsx --sha256 {new string('a', 64)}", "--sha256 vale para un solo libro");
        foreach (var orden in new[] { "importar LPP2026.xlsx", "publicar" })
        {
            yield return Uso($"{orden} --forzar ", "--forzar: «» no vale", "un motivo de 1 a 500 caracteres");
            yield return Uso($"{orden} --forzar \t", "--forzar: «\t» no vale");
            yield return Uso($"{orden} --forzar {new string('x', 501)}", "--forzar: «xxx", "un motivo de 1 a 500 caracteres");
        }
        yield return Uso("importar LPP2026.xlsx informativas.ndjson", "Una orden, una puerta", "LPP2026.xlsx", "informativas.ndjson");
        foreach (
            var opcion in new[]
            {
                "--publicacion 2026-02",
                "--lista publico",
                "--periodo 2026-1",
                "--origen https://www.imss.gob.mx/icsoe",
                "--obtenido 2026-06-05T09:00",
                $"--sha256 {new string('a', 64)}",
            }
        )
            yield return Uso($"importar 2026-02 --en-orden {opcion}", $"--en-orden no va con {opcion.Split(' ')[0]}");
        yield return Uso("importar --en-orden", "importar");
        yield return Uso("importar LPP2026.xlsx --periodo 2026-1 2026-2", "un solo --periodo");
    }

    /// <summary>What is only known once the file is there.</summary>
    private static IEnumerable<TestCaseData> UsosConArchivo()
    {
        yield return Uso("importar informativas.ndjson --publicacion 2026-06", "se sellan con publicar");
        yield return Uso("importar informativas.ndjson --forzar motivo", "publicar --forzar");
        yield return Uso("importar libro.xlsx --lista publico", "libro.xlsx", "--lista y --periodo");
        yield return Uso("importar LPP2020.xlsx", "LPP2020.xlsx", "empiezan en 2021");
        yield return Uso("importar LPP2026.xlsx --lista inconsistente", "LPP2026.xlsx", "la orden dice otra cosa");
        yield return Uso("importar LPP2026.xlsx --periodo 2026-2", "LPP2026.xlsx", "la orden dice otra cosa");
    }

    [TestCaseSource(nameof(Usos))]
    public async Task Un_mal_uso_sale_con_2_y_dice_en_espanol_que_esta_mal(string[] orden, string[] mensajes)
    {
        using var operador = new Operador();

        ComprobarMalUso(await operador.EjecutarAsync(orden), mensajes);

        Assert.That(operador.Datos, Does.Not.Exist);
    }

    [TestCaseSource(nameof(UsosConArchivo))]
    public async Task Un_mal_uso_del_archivo_sale_con_2(string[] orden, string[] mensajes)
    {
        using var operador = new Operador();
        orden[1] = operador.Archivo(orden[1], "{}");

        ComprobarMalUso(await operador.EjecutarAsync(orden), mensajes);

        Assert.That(operador.Datos, Does.Not.Exist);
    }

    [TestCase("--help")]
    [TestCase("importar --help")]
    [TestCase("publicar --help")]
    public async Task La_ayuda_esta_en_espanol_y_sale_con_0(string orden)
    {
        using var operador = new Operador();

        var respuesta = await operador.SinMasAsync(orden.Split(' '));

        Assert.That(respuesta.Codigo, Is.Zero, respuesta.Errores);
        Assert.That(respuesta.Salida, Does.Contain("Opciones").And.Not.Contain("Usage").And.Not.Contain("Description"));
    }

    [Test]
    public async Task Una_persona_lee_una_frase_y_no_JSON()
    {
        using var operador = new Operador { Persona = true };

        var respuesta = await operador.EjecutarAsync("importar", operador.Ndjson(Presentada.Numero(1).EnJson()));

        Assert.That(respuesta.Codigo, Is.Zero);
        Assert.That(respuesta.Salida, Does.Match(@"^importar: 1 informativas recibidas \([0-9.]+ s\)\.\n\z"));
    }

    [Test]
    public async Task Un_archivo_que_no_existe_se_rechaza_por_su_nombre([Values("importar", "validar")] string orden)
    {
        using var operador = new Operador();

        var respuesta = await operador.EjecutarAsync(orden, operador.Ruta("LPP2026.xlsx"));

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain("LPP2026.xlsx: no existe"));
        Assert.That(respuesta.Salida, Is.Empty);
    }

    private static void ComprobarMalUso(Respuesta respuesta, string[] mensajes)
    {
        Assert.That(respuesta.Codigo, Is.EqualTo(2), respuesta.Errores);
        Assert.That(respuesta.Salida, Is.Empty);
        foreach (var mensaje in mensajes)
            Assert.That(respuesta.Errores, Does.Contain(mensaje));
        Assert.That(respuesta.Errores, Does.Not.Match("Unrecognized|Required|Option |expects|Cannot"), "Los mensajes van en español.");
    }

    private static TestCaseData Uso(string orden, params string[] mensajes) =>
        new TestCaseData(orden.Split(' '), mensajes).SetArgDisplayNames(orden);
}
