using System.Text;

namespace Icsoe.Tests.Api;

/// <summary>Bodies of questions asked by POST: what of them is read, whatever the question.</summary>
public sealed class CuerposTests
{
    private const string Ruta = "/v1/diagnosticos";
    private const int BytesMaximos = 64 * 1024;
    private const string DosNormales = DiagnosticosTests.DosNormales;

    private static HttpClient Cliente => Muestra.Cliente;

    [TestCase(BytesMaximos, false, 200)]
    [TestCase(BytesMaximos + 1, false, 413)]
    [TestCase(BytesMaximos, true, 200)]
    [TestCase(BytesMaximos + 1, true, 413)]
    public async Task El_cuerpo_tiene_un_tope_aunque_no_diga_cuanto_mide(int bytes, bool sinLongitud, int estado)
    {
        var cuerpo = Encoding.UTF8.GetBytes(DosNormales.PadRight(bytes));
        HttpContent contenido = sinLongitud ? new SinLongitud(cuerpo) : new ByteArrayContent(cuerpo);
        contenido.Headers.ContentType = new("application/json");
        var respuesta = await Cliente.PostAsync(Ruta, contenido);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
        if (estado == 413)
            Assert.That((string?)(await respuesta.Leer())["detail"], Does.Contain("65536 bytes"));
    }

    [TestCase("application/json; charset=utf-8", null, 200)]
    [TestCase("APPLICATION/JSON", null, 200)]
    [TestCase("application/json; charset=\"UTF-8\"", null, 200)]
    [TestCase("application/json", "identity", 200)]
    [TestCase("application/json; charset=iso-8859-1", null, 415)]
    [TestCase("application/json", "gzip", 415)]
    [TestCase("text/plain", null, 415)]
    [TestCase("application/x-www-form-urlencoded", null, 415)]
    [TestCase("no es un tipo", null, 415)]
    [TestCase(null, null, 415)]
    public async Task El_tipo_del_cuerpo_se_revisa(string? tipo, string? codificacion, int estado)
    {
        var contenido = new ByteArrayContent(Encoding.UTF8.GetBytes(DosNormales));
        if (tipo is not null)
            contenido.Headers.TryAddWithoutValidation("Content-Type", tipo);
        if (codificacion is not null)
            contenido.Headers.TryAddWithoutValidation("Content-Encoding", codificacion);
        var respuesta = await Cliente.PostAsync(Ruta, contenido);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
        if (estado == 415)
            Assert.That((await respuesta.Leer())["errores"]![0]!["validos"]!.ToJsonString(), Is.EqualTo("""["application/json"]"""));
    }

    [TestCase("", "línea 1, byte 1")]
    [TestCase("{", "línea 1, byte 2")]
    [TestCase("{\n  \"presentadas\": [],\n}", "línea 3, byte 1")]
    [TestCase("{} {}", "línea 1, byte 4")]
    [TestCase("""{"presentadas":[{"folio":"\ud83d"}]}""", "byte 26 no es Unicode")]
    public async Task Lo_que_no_es_JSON_dice_donde(string cuerpo, string lugar)
    {
        var respuesta = await Enviar(cuerpo);
        var problema = await respuesta.Leer();
        Assert.That(((int)respuesta.StatusCode, (string?)problema["codigo"]), Is.EqualTo((400, "JSON_INVALIDO")));
        Assert.That((string?)problema["detail"], Does.Contain(lugar));
    }

    [Test]
    public async Task Se_lee_UTF_8_con_marca_o_sin_ella_y_nada_mas()
    {
        var conMarca = await Enviar((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(DosNormales)]);
        var latin1 = await Enviar(Encoding.Latin1.GetBytes("""{"presentadas":[],"periodo":"é"}"""));
        Assert.That((int)conMarca.StatusCode, Is.EqualTo(200));
        Assert.That((string?)(await latin1.Leer())["detail"], Is.EqualTo("No está en UTF-8."));
    }

    [TestCase(16, "PARAMETRO_DESCONOCIDO")]
    [TestCase(17, "JSON_INVALIDO")]
    public async Task Lo_que_anida_demasiado_no_se_lee(int niveles, string codigo)
    {
        var respuesta = await Enviar($$"""{"x":{{new string('[', niveles - 1)}}{{new string(']', niveles - 1)}},"presentadas":[]}""");
        Assert.That(((int)respuesta.StatusCode, (string?)(await respuesta.Leer())["codigo"]), Is.EqualTo((400, codigo)));
    }

    private static Task<HttpResponseMessage> Enviar(string cuerpo) => Enviar(Encoding.UTF8.GetBytes(cuerpo));

    private static Task<HttpResponseMessage> Enviar(byte[] cuerpo)
    {
        var contenido = new ByteArrayContent(cuerpo);
        contenido.Headers.ContentType = new("application/json");
        return Cliente.PostAsync(Ruta, contenido);
    }

    /// <summary>A body that does not say how long it is.</summary>
    private sealed class SinLongitud(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
