using System.Net;
using System.Text;
using Icsoe.Api.Peticiones;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Icsoe.Tests.Api;

/// <summary>Many who ask by POST at once, slowly or giving up half way: nobody else waits for them.</summary>
public sealed class EnviosTests
{
    private const string Ruta = "/v1/validaciones";

    /// <summary>To follow redirects it would read the whole body before sending any of it.</summary>
    private static readonly WebApplicationFactoryClientOptions SinCopiar = new() { AllowAutoRedirect = false, HandleCookies = false };

    private const string Poco = """{"presentadas":[]}""";

    [Test]
    public async Task Sin_turno_es_un_429_que_dice_cuando_habra_y_lo_hay()
    {
        var reloj = new FakeTimeProvider(ServidorDePrueba.Ahora);
        await using var servidor = Servidor(reloj);
        using var cliente = servidor.CreateClient(SinCopiar);
        using var lento = new CuerpoLento(Envios.SinTurno + 1);
        var detenida = cliente.PostAsync(Ruta, lento);
        await lento.Enviado;
        await Hasta(async () => (await cliente.PostAsync(Ruta, Grande())).StatusCode == HttpStatusCode.TooManyRequests);

        reloj.Advance(TimeSpan.FromSeconds(10));
        var rechazada = await cliente.PostAsync(Ruta, Grande());
        var chica = await cliente.PostAsync("/v1/diagnosticos", new StringContent(Poco, Encoding.UTF8, Operacion.Json));
        var lectura = await cliente.GetAsync("/v1/contratos?limite=1");
        Assert.Multiple(async () =>
        {
            Assert.That((string?)(await rechazada.Leer())["codigo"], Is.EqualTo("DEMASIADAS_SOLICITUDES"));
            Assert.That(rechazada.Cabecera("Retry-After"), Is.EqualTo("50"));
            Assert.That((chica.StatusCode, lectura.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)), "Nadie más espera.");
        });

        reloj.Advance(TimeSpan.FromSeconds(20));
        var vencida = await detenida;
        Assert.That(((int)vencida.StatusCode, (string?)(await vencida.Leer())["codigo"]), Is.EqualTo((408, "CUERPO_DEMASIADO_LENTO")));
        Assert.That((await cliente.PostAsync(Ruta, Grande())).StatusCode, Is.EqualTo(HttpStatusCode.OK), "Lo prometido.");
    }

    [Test]
    public async Task Quien_se_va_a_la_mitad_deja_su_turno()
    {
        await using var servidor = Servidor(new FakeTimeProvider(ServidorDePrueba.Ahora));
        using var cliente = servidor.CreateClient(SinCopiar);
        using var irse = new CancellationTokenSource();
        using var lento = new CuerpoLento(Envios.SinTurno + 1);
        var detenida = cliente.PostAsync(Ruta, lento, irse.Token);
        await lento.Enviado;
        await Hasta(async () => (await cliente.PostAsync(Ruta, Grande())).StatusCode == HttpStatusCode.TooManyRequests);
        await irse.CancelAsync();
        Assert.That(async () => await detenida, Throws.InstanceOf<OperationCanceledException>());
        await Hasta(async () => (await cliente.PostAsync(Ruta, Grande())).StatusCode == HttpStatusCode.OK);
    }

    [Test]
    public async Task Quien_envia_poco_y_despacio_no_toma_turno()
    {
        await using var servidor = Servidor(new FakeTimeProvider(ServidorDePrueba.Ahora));
        using var cliente = servidor.CreateClient(SinCopiar);
        using var irse = new CancellationTokenSource();
        using var lento = new CuerpoLento(Envios.SinTurno);
        var detenida = cliente.PostAsync(Ruta, lento, irse.Token);
        await lento.Enviado;
        Assert.That((await cliente.PostAsync(Ruta, Grande())).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await irse.CancelAsync();
        Assert.That(async () => await detenida, Throws.InstanceOf<OperationCanceledException>());
    }

    private static WebApplicationFactory<Program> Servidor(TimeProvider reloj) =>
        new ServidorDePrueba(Muestra.Datos, ("Icsoe:EnviosALaVez", "1")).WithWebHostBuilder(host =>
            host.ConfigureTestServices(servicios => servicios.AddSingleton(reloj))
        );

    /// <summary>A body that takes a turn, and is answered with a 200.</summary>
    private static StringContent Grande() => new("[]".PadRight(Envios.SinTurno + 1), Encoding.UTF8, Operacion.Json);

    private static async Task Hasta(Func<Task<bool>> cumple)
    {
        for (var vez = 0; !await cumple(); vez++)
        {
            Assert.That(vez, Is.LessThan(200), "No ocurre.");
            await Task.Delay(20);
        }
    }

    /// <summary>A body that sends some bytes and then no more, nor ends.</summary>
    private sealed class CuerpoLento : HttpContent
    {
        private readonly int _bytes;
        private readonly TaskCompletionSource _enviado = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CuerpoLento(int bytes)
        {
            _bytes = bytes;
            Headers.ContentType = new(Operacion.Json);
        }

        public Task Enviado => _enviado.Task;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(new byte[_bytes], cancellationToken);
            await stream.FlushAsync(cancellationToken);
            _enviado.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
