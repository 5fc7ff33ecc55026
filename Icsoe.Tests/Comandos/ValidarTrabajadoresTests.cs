using Icsoe.Tests.Lectura;

namespace Icsoe.Tests.Comandos;

/// <summary><c>validar</c> of the file of workers: checked where it is, and never repeated. All people are fictitious.</summary>
[TestFixture, Parallelizable]
internal sealed class ValidarTrabajadoresTests
{
    private const string Encabezado = "NSS,CURP,SBC";

    /// <summary>25 times the UMA of 2026, 117.31.</summary>
    private const string Tope = "2932.75";

    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse()
    {
        Assert.That(operador.Datos, Does.Not.Exist, "validar no guarda nada.");
        operador.Dispose();
    }

    [Test]
    public async Task Con_encabezado_o_sin_el_y_en_libro_se_reconoce_y_vale()
    {
        string[] filas = [Fila(1), Fila(2, Tope), Fila(3, "0.01")];
        var archivos = new[]
        {
            Csv([Encabezado, .. filas]),
            operador.Archivo("sin.txt", string.Concat(filas.Select(fila => $"{fila}\r\n"))),
            operador.Archivo("otro.csv", $"\uFEFFSBC,NSS,CURP\n300.5,{Nss(4)},{Curp(4)}\n\n"),
            Libro([
                ["NSS", "CURP", "SBC"],
                [Nss(1), Curp(1), 450.25],
                [Nss(2), Curp(2), "450"],
            ]),
        };
        foreach (var archivo in archivos)
        {
            var respuesta = await operador.EjecutarAsync("validar", archivo);
            Assert.That((respuesta.Codigo, respuesta.Errores), Is.EqualTo((0, "")), archivo);
        }
        var todos = await operador.LograrAsync(["validar", .. archivos]);
        Assert.That(todos.Linea.GetProperty("trabajadores").GetInt32(), Is.EqualTo(3 + 3 + 1 + 2));
    }

    [TestCase("1234567890", null, null, "NSS", "cero inicial")]
    [TestCase("123456789012", null, null, "NSS", "12 dígitos")]
    [TestCase("1234567890X", null, null, "NSS", "no es un dígito")]
    [TestCase("12345678904", null, null, "NSS", "verificador")]
    [TestCase("", null, null, "NSS", "falta")]
    [TestCase(null, "HEGG560427MVZRRL0", null, "CURP", "17 caracteres")]
    [TestCase(null, "HEGG560427MVZRRL05", null, "CURP", "verificador")]
    [TestCase(null, "HEGG560427mVZRRL04", null, "CURP", "forma")]
    [TestCase(null, "HEGG560427MVZRAL04", null, "CURP", "forma", Description = "Una vocal entre las consonantes.")]
    [TestCase(null, "HEGG560431MVZRRL04", null, "CURP", "fecha")]
    [TestCase(null, "HEGG010229MVZRRLA0", null, "CURP", "fecha", Description = "2001 no fue bisiesto.")]
    [TestCase(null, "HEGG560427MXXRRL04", null, "CURP", "entidad")]
    [TestCase(null, null, "0", "SBC", "mayor que cero")]
    [TestCase(null, null, "0.00", "SBC", "mayor que cero")]
    [TestCase(null, null, "450.255", "SBC", "decimales")]
    [TestCase(null, null, "2932.76", "SBC", "25 UMA de 2026")]
    [TestCase(null, null, "-450.25", "SBC", "no es un número")]
    [TestCase(null, null, "$450.25", "SBC", "no es un número")]
    [TestCase(null, null, "", "SBC", "falta")]
    public async Task Cada_dato_se_revisa_y_no_se_repite(string? nss, string? curp, string? sbc, string campo, string motivo)
    {
        var (mala, buena) = ($"{nss ?? Nss(2)},{curp ?? Curp(2)},{sbc ?? "450.25"}", Fila(1));

        var respuesta = await operador.EjecutarAsync("validar", Csv([Encabezado, buena, mala]));

        Assert.That(respuesta.Codigo, Is.EqualTo(3));
        Assert.That(respuesta.LineasDeError.Single(), Does.StartWith($"trabajadores.csv:3: {campo}: ").And.Contain(motivo));
        foreach (var dato in mala.Split(',').Where(dato => dato.Length > 4))
            Assert.That(respuesta.Errores + respuesta.Salida, Does.Not.Contain(dato));
        Assert.That(respuesta.Linea.GetProperty("rechazados").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Todo_lo_malo_de_una_linea_va_en_una_linea_y_los_repetidos_dicen_de_cual()
    {
        var respuesta = await operador.EjecutarAsync("validar", Csv([Fila(1), $"{Nss(1)},{Curp(1)},0", "uno,dos"]), "--trabajadores");

        Assert.That(respuesta.LineasDeError, Has.Count.EqualTo(2));
        Assert.That(
            respuesta.LineasDeError[0],
            Is.EqualTo(
                "trabajadores.csv:2: NSS: es el mismo que en la línea 1; cada persona va una sola vez; "
                    + "CURP: es el mismo que en la línea 1; cada persona va una sola vez; SBC: debe ser mayor que cero"
            )
        );
        Assert.That(respuesta.LineasDeError[1], Is.EqualTo("trabajadores.csv:3: renglón: tiene 2 campos; son tres: NSS, CURP y SBC"));
    }

    [TestCase(3_000, 0)]
    [TestCase(3_001, 1)]
    public async Task Mas_de_tres_mil_se_rechaza_entero(int cuantos, int codigo)
    {
        var respuesta = await operador.EjecutarAsync("validar", Csv([Encabezado, .. Enumerable.Range(1, cuantos).Select(i => Fila(i))]));

        Assert.That(respuesta.Codigo, Is.EqualTo(codigo), respuesta.Errores);
        if (codigo == 1)
            Assert.That(respuesta.LineasDeError.Single(), Does.Contain("más de 3,000"));
    }

    [TestCase(15_000_000, 0)]
    [TestCase(15_000_001, 1)]
    public async Task Mas_de_quince_megabytes_se_rechaza_entero(int bytes, int codigo)
    {
        var texto = $"{Encabezado}\n{Fila(1)}\n";
        var respuesta = await operador.EjecutarAsync("validar", operador.Archivo("trabajadores.csv", texto.PadRight(bytes, '\n')));

        Assert.That(respuesta.Codigo, Is.EqualTo(codigo), respuesta.Errores);
    }

    [TestCase("NSS,CURP\n12345678903,HEGG560427MVZRRL04\n", "le falta SBC")]
    [TestCase("NSS;CURP;SBC\n12345678903;HEGG560427MVZRRL04;1\n", "comas")]
    [TestCase("NSS,CURP,SBC\n", "ninguna persona")]
    public async Task Un_archivo_que_no_tiene_la_estructura_se_rechaza_entero(string contenido, string motivo)
    {
        var respuesta = await operador.EjecutarAsync("validar", operador.Archivo("trabajadores.csv", contenido));

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain(motivo).And.Not.Contain("12345678903"));
    }

    [Test]
    public async Task Un_NSS_que_perdio_su_cero_en_la_hoja_se_explica()
    {
        var respuesta = await operador.EjecutarAsync(
            "validar",
            Libro([
                ["NSS", "CURP", "SBC"],
                [2345678901d, Curp(1), 450.25],
            ])
        );

        Assert.That(respuesta.LineasDeError.Single(), Does.StartWith("trabajadores.xlsx:2: NSS: ").And.Contain("formato de texto"));
    }

    [TestCase("2026-12-31T18:00:00Z", "UMA de 2026", false)]
    [TestCase("2027-01-31T18:00:00Z", "UMA de 2026", false, Description = "La UMA cambia en febrero.")]
    [TestCase("2027-02-01T18:00:00Z", "UMA de 2027", true)]
    public async Task Sin_la_UMA_del_anio_se_dice_que_el_tope_no_se_reviso(string ahora, string texto, bool sinTope)
    {
        operador.Ahora = DateTimeOffset.Parse(ahora);

        var respuesta = await operador.EjecutarAsync("validar", Csv([Encabezado, Fila(1, "9999.99")]));

        Assert.That(respuesta.Codigo, Is.EqualTo(sinTope ? 0 : 3));
        Assert.That(respuesta.LineasDeError.Single(), Does.Contain(texto));
        Assert.That(respuesta.Errores.Contains("no se revisó"), Is.EqualTo(sinTope));
    }

    [Test]
    public async Task Las_informativas_se_siguen_reconociendo_aunque_vayan_juntas()
    {
        var respuesta = await operador.LograrAsync("validar", operador.Ndjson(Presentada.Numero(1).EnJson()), Csv([Fila(1)]));

        Assert.That(respuesta.Linea.GetProperty("recibidas").GetInt32(), Is.EqualTo(1));
        Assert.That(respuesta.Linea.GetProperty("trabajadores").GetInt32(), Is.EqualTo(1));
    }

    private string Csv(IEnumerable<string> lineas) =>
        operador.Archivo("trabajadores.csv", string.Concat(lineas.Select(linea => $"{linea}\n")));

    private string Libro(object?[][] filas)
    {
        var ruta = operador.Ruta("trabajadores.xlsx");
        return new LibroDePrueba().ConHoja("Hoja1", filas).Guardar(ruta);
    }

    private static string Fila(int persona, string sbc = "450.25") => $"{Nss(persona)},{Curp(persona)},{sbc}";

    private static string Nss(int persona)
    {
        var diez = $"{persona:D10}";
        var suma = diez.Select((digito, lugar) => (digito - '0') * (lugar % 2 == 0 ? 1 : 2)).Sum(valor => (valor / 10) + (valor % 10));
        return $"{diez}{(10 - (suma % 10)) % 10}";
    }

    private static string Curp(int persona)
    {
        const string Letras = "BCDFGHJKLMNPQRSTVWXYZ";
        const string Alfabeto = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
        string Letra(int divisor) => $"{Letras[persona / divisor % Letras.Length]}";
        var sin = $"XEXX900101HDF{Letra(1)}{Letra(21)}{Letra(441)}0";
        var suma = sin.Select((letra, lugar) => Alfabeto.IndexOf(letra) * (18 - lugar)).Sum();
        return $"{sin}{(10 - (suma % 10)) % 10}";
    }
}
