using System.Net.Http.Headers;
using System.Text;
using Icsoe.Api.ConsultasMasivas;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Microsoft.AspNetCore.WebUtilities;

namespace Icsoe.Tests.Api;

/// <summary>A file sent as the form of a page sends it.</summary>
public sealed class FormularioTests
{
    private static readonly CuerpoDeSolicitud Cuerpo = new(1 << 20, [Operacion.Json, Medios.Csv, Medios.Xlsx, Formulario.Medio])
    {
        Tipo = null,
        Ejemplo = "{}",
        Campos = [ParametrosDeConsultasMasivas.Contratante],
    };

    [TestCase("text/csv", "lista.csv", Medios.Csv)]
    [TestCase("text/csv; charset=utf-8", null, Medios.Csv)]
    [TestCase("application/vnd.ms-excel", "lista.CSV", Medios.Csv, Description = "Así llama Windows a un CSV.")]
    [TestCase("application/octet-stream", "libro.xlsx", Medios.Xlsx)]
    [TestCase("text/csv", "libro.xlsx", Medios.Xlsx, Description = "El nombre dice más que quien lo envía.")]
    [TestCase("text/csv", "lista.txt", Medios.Csv)]
    [TestCase("text/plain", "lista.txt", null)]
    [TestCase("multipart/form-data", "lista", null)]
    [TestCase(null, null, null)]
    public async Task El_nombre_y_luego_el_tipo_dicen_que_es(string? tipo, string? nombre, string? medio)
    {
        var (envio, problema) = await Leer(Parte("a,b\r\n1,2", tipo, "archivo", nombre));
        Assert.That(envio?.Medio, Is.EqualTo(medio));
        if (medio is null)
            Assert.That(problema!.Tipo, Is.EqualTo(CatalogoDeProblemas.TipoDeCuerpoNoAdmitido));
        else
            Assert.That((Encoding.UTF8.GetString(envio!.Bytes.Span), envio.Nombre), Is.EqualTo(("a,b\r\n1,2", nombre)));
    }

    [Test]
    public async Task Los_bytes_son_los_del_archivo_aunque_parezcan_el_limite()
    {
        var bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);
        "\r\n--un-limit"u8.CopyTo(bytes.AsSpan(50_000));
        var parte = new ByteArrayContent(bytes);
        parte.Headers.ContentType = new(Medios.Xlsx);
        var (envio, _) = await Leer(new MultipartFormDataContent("un-limite") { { parte, "archivo", "año ñandú.xlsx" } });
        Assert.That(envio!.Bytes.ToArray(), Is.EqualTo(bytes));
        Assert.That(envio.Nombre, Is.EqualTo("año ñandú.xlsx"));
    }

    [Test]
    public async Task Lleva_un_solo_archivo_y_en_su_campo()
    {
        var dos = Parte("a", Medios.Csv, "archivo", "a.csv");
        dos.Add(new StringContent("b"), "archivo", "b.csv");
        foreach (var formulario in (MultipartFormDataContent[])[dos, Parte("a", Medios.Csv, "file", "a.csv"), new("vacio")])
        {
            var (envio, problema) = await Leer(formulario);
            Assert.That((envio, problema?.Tipo), Is.EqualTo(((Envio?)null, CatalogoDeProblemas.FormularioInvalido)));
            Assert.That(problema!.Detalle.Es, Does.Contain("«archivo»"));
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Junto_al_archivo_vienen_los_campos_que_se_admiten_en_cualquier_orden(bool despues)
    {
        var formulario = new MultipartFormDataContent("un-limite");
        if (!despues)
            formulario.Add(new StringContent("Peña & Ñandú = 100 %"), "contratante");
        formulario.Add(new StringContent("a,b"), "archivo", "a.csv");
        if (despues)
            formulario.Add(new StringContent("Peña & Ñandú = 100 %"), "contratante");
        var (envio, _) = await Leer(formulario);
        Assert.That(Encoding.UTF8.GetString(envio!.Bytes.Span), Is.EqualTo("a,b"));
        Assert.That(QueryHelpers.ParseQuery(envio.Campos)["contratante"].Single(), Is.EqualTo("Peña & Ñandú = 100 %"));
    }

    [Test]
    public async Task Un_campo_que_no_se_admite_o_que_no_es_texto_se_rechaza()
    {
        var ajeno = Parte("a", Medios.Csv, "archivo", "a.csv");
        ajeno.Add(new StringContent("si"), "guardar");
        var latino = Parte("a", Medios.Csv, "archivo", "a.csv");
        latino.Add(new ByteArrayContent(Encoding.Latin1.GetBytes("Peña")), "contratante");
        foreach (var formulario in (MultipartFormDataContent[])[ajeno, latino])
        {
            var (envio, problema) = await Leer(formulario);
            Assert.That((envio, problema?.Tipo), Is.EqualTo(((Envio?)null, CatalogoDeProblemas.FormularioInvalido)));
        }
        Assert.That((await Leer(ajeno)).Problema!.Detalle.Es, Does.Contain("sólo admite: contratante"));
    }

    [Test]
    public async Task Un_campo_que_se_repite_se_dice_y_de_uno_largo_solo_se_lee_lo_que_basta_para_saberlo()
    {
        using var repetido = Parte("a,b", Medios.Csv, "archivo", "a.csv");
        for (var vez = 0; vez < 2; vez++)
            repetido.Add(new StringContent("Peña"), "contratante");
        var (envio, problema) = await Leer(repetido);
        Assert.That((envio, problema?.Tipo), Is.EqualTo(((Envio?)null, CatalogoDeProblemas.FormularioInvalido)));
        Assert.That(problema!.Detalle.Es, Does.Contain("«contratante» se repite"));

        using var largo = Parte("a,b", Medios.Csv, "archivo", "a.csv");
        largo.Add(new StringContent(new string('x', 3_000_000)), "contratante");
        Assert.That((await Leer(largo)).Envio!.Campos, Has.Length.EqualTo("?contratante=".Length + Parametro.LongitudMaxima + 1));
    }

    [TestCase("multipart/form-data", "--x\r\n\r\n")]
    [TestCase("multipart/form-data; boundary=\"\"", "--\r\n\r\n")]
    [TestCase("multipart/form-data; boundary=x", "")]
    [TestCase("multipart/form-data; boundary=x", "esto no es un formulario")]
    [TestCase("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=archivo; filename=a.csv\r\n\r\na,b")]
    [TestCase("multipart/form-data; boundary=x", "--x\r\nesto no es una cabecera\r\n\r\na\r\n--x--\r\n")]
    public void Lo_que_esta_cortado_o_no_es_un_formulario_se_dice(string tipo, string cuerpo)
    {
        var (envio, problema) = Formulario.Leer(tipo, Encoding.UTF8.GetBytes(cuerpo), Cuerpo, CancellationToken.None);
        Assert.That((envio, problema?.Tipo), Is.EqualTo(((Envio?)null, CatalogoDeProblemas.FormularioInvalido)));
    }

    [Test]
    public void Las_cabeceras_de_una_parte_tienen_un_tope()
    {
        var muchas = string.Concat(Enumerable.Range(1, 9).Select(numero => $"X-{numero}: 1\r\n"));
        foreach (var cabeceras in (string[])[muchas, $"X: {new string('x', 5000)}\r\n"])
        {
            var (envio, problema) = Formulario.Leer(
                "multipart/form-data; boundary=x",
                Encoding.UTF8.GetBytes(
                    $"--x\r\nContent-Disposition: form-data; name=archivo; filename=a.csv\r\n{cabeceras}\r\na\r\n--x--\r\n"
                ),
                Cuerpo,
                CancellationToken.None
            );
            Assert.That((envio, problema?.Tipo), Is.EqualTo(((Envio?)null, CatalogoDeProblemas.FormularioInvalido)));
        }
    }

    private static MultipartFormDataContent Parte(string texto, string? tipo, string campo, string? nombre)
    {
        var parte = new ByteArrayContent(Encoding.UTF8.GetBytes(texto));
        if (tipo is not null)
            parte.Headers.ContentType = MediaTypeHeaderValue.Parse(tipo);
        var formulario = new MultipartFormDataContent("un-limite");
        if (nombre is null)
            formulario.Add(parte, campo);
        else
            formulario.Add(parte, campo, nombre);
        return formulario;
    }

    private static async Task<(Envio? Envio, Problema? Problema)> Leer(MultipartFormDataContent formulario) =>
        Formulario.Leer(
            formulario.Headers.ContentType!.ToString(),
            await formulario.ReadAsByteArrayAsync(),
            Cuerpo,
            CancellationToken.None
        );
}
