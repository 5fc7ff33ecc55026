using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Icsoe.Api.Configuracion;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Tests.Almacen;
using Icsoe.Tests.Comandos;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Icsoe.Tests.Api;

/// <summary>Over HTTP, no question costs more than it may nor goes on for nobody; and what a history says of each link.</summary>
[TestFixture, Parallelizable]
internal sealed class LimitesDeTrabajoTests
{
    private static readonly string[] Rutas =
    [
        "/v1/contratos?q=ejemplo",
        "/v1/informativas?contratista=ejemplo&orden=-contratista",
        "/v1/listados/publico/2026/1/renglones?servicio=jardineria",
    ];

    [TestCaseSource(nameof(Rutas))]
    public async Task Una_consulta_que_cuesta_mas_de_lo_que_puede_es_un_422_que_dice_como_acotarla(string ruta)
    {
        using var almacen = Almacen();
        await using var servidor = new ServidorDePrueba(almacen.Datos);
        using var cliente = servidor.CreateClient();
        var servido = servidor.Services.GetRequiredService<AlmacenServido>().Actual();
        var maximo = servido.TrabajoMaximo;
        servido.TrabajoMaximo = 0;
        var respuesta = await cliente.GetAsync(ruta);
        var problema = await respuesta.Leer();
        Assert.Multiple(() =>
        {
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(422));
            Assert.That((string?)problema["codigo"], Is.EqualTo("CONSULTA_DEMASIADO_AMPLIA"));
            Assert.That(problema["acotar"]!.AsArray().Select(parametro => (string?)parametro), Does.Contain("contratista_clave"));
            Assert.That(respuesta.Cabecera("Content-Type"), Is.EqualTo("application/problem+json"));
            Assert.That(respuesta.Cabecera("Cache-Control"), Is.EqualTo("no-store"));
        });
        servido.TrabajoMaximo = maximo;
        Assert.That((int)(await cliente.GetAsync(ruta)).StatusCode, Is.EqualTo(200), "La misma, si puede costar lo que cuesta.");
    }

    [TestCase("renglones.csv?q=ejemplo")]
    [TestCase("contratos.ndjson?q=ejemplo&orden=-fecha_inicio")]
    [TestCase("informativas.csv?contratista=ejemplo&orden=contratista")]
    [TestCase("contratos.xlsx?servicio=jardineria&orden=contratante")]
    public async Task Un_archivo_cuesta_lo_que_cuesta(string exportacion)
    {
        using var almacen = Almacen();
        await using var servidor = new ServidorDePrueba(almacen.Datos);
        using var cliente = servidor.CreateClient();
        var entero = await cliente.GetByteArrayAsync($"/v1/exportaciones/{exportacion}");
        servidor.Services.GetRequiredService<AlmacenServido>().Actual().TrabajoMaximo = 0;
        Assert.That(await cliente.GetByteArrayAsync($"/v1/exportaciones/{exportacion}"), Is.EqualTo(entero));
    }

    [TestCaseSource(nameof(Rutas))]
    public async Task Un_cliente_que_se_va_detiene_su_consulta(string ruta)
    {
        using var almacen = Almacen();
        await using var servidor = new ServidorDePrueba(almacen.Datos);
        var sala = new SalaDeEspera();
        await using var conSala = servidor.WithWebHostBuilder(host =>
            host.ConfigureTestServices(servicios => servicios.AddSingleton<IStartupFilter>(sala))
        );
        using var cliente = conSala.CreateClient();
        // Whoever looks at a row without asking first whether somebody still waits is told that it costs too much.
        conSala.Services.GetRequiredService<AlmacenServido>().Actual().TrabajoMaximo = 0;
        using var ida = new CancellationTokenSource();
        var pedida = cliente.GetAsync(ruta, ida.Token);
        await sala.Llego.Task;
        await ida.CancelAsync();
        Assert.That(async () => await pedida, Throws.InstanceOf<OperationCanceledException>());
        var (estado, errores) = await sala.Termino.Task;
        Assert.Multiple(() =>
        {
            Assert.That(estado, Is.EqualTo(StatusCodes.Status499ClientClosedRequest), "Nadie la respondió.");
            Assert.That(errores, Has.Some.InstanceOf<OperationCanceledException>());
            Assert.That(errores, Has.None.InstanceOf<ConsultaDemasiadoAmpliaException>());
        });
    }

    [Test]
    public async Task La_historia_dice_que_vinculo_se_declaro_y_cual_se_infiere()
    {
        using var almacen = new AlmacenDePrueba();
        var normal = Renglones.Publico.Renglon(1);
        var correccion = normal with { FolioInformativa = "C1", TipoInformativa = Domain.Modelo.TipoInformativa.Correccion };
        almacen.Sellar((Renglones.Publico, [normal]));
        almacen.Sellar((Renglones.Publico, [correccion with { Referencia = normal.FolioInformativa }]));
        almacen.Sellar((Renglones.Publico, [correccion with { FolioInformativa = "C2" }]));
        await using var servidor = new ServidorDePrueba(almacen.Datos);
        using var cliente = servidor.CreateClient();
        var ruta = $"/v1/partes/{normal.Contratista.Clave}/historia?periodo=2026-1";
        var ahora = (await cliente.Json(ruta))["datos"]!.AsArray();
        var antes = (await cliente.Json($"{ruta}&publicacion=2026-01.2"))["datos"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(antes.Select(fila => (string?)fila!["vinculo"]), Is.EqualTo(new[] { "declarado", "declarado" }));
            Assert.That(ahora.Select(fila => (string?)fila!["vinculo"]), Is.EqualTo(new[] { "declarado", "inferido", "inferido" }));
            Assert.That(ahora.Select(fila => (string?)fila!["reemplaza_a"]), Is.EqualTo(new[] { null, normal.FolioInformativa, "C1" }));
        });
    }

    private static AlmacenDePrueba Almacen()
    {
        var almacen = new AlmacenDePrueba();
        almacen.Sellar((Renglones.Publico, [.. Renglones.Publico.Serie(20)]));
        return almacen;
    }

    /// <summary>Holds a request until its client goes away, and only then lets it through; notes how it ended.</summary>
    private sealed class SalaDeEspera : IStartupFilter
    {
        private static readonly AsyncLocal<ConcurrentQueue<Exception>?> Errores = new();

        public TaskCompletionSource Llego { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The status it ended with, and every exception thrown on the way.</summary>
        public TaskCompletionSource<(int Estado, IReadOnlyCollection<Exception> Errores)> Termino { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    async (http, siguiente) =>
                    {
                        var seFue = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                        await using var aviso = http.RequestAborted.Register(() => seFue.SetResult());
                        Llego.SetResult();
                        await seFue.Task;
                        // Other tests throw too: only what comes of this request is told apart by what flows with it.
                        var errores = Errores.Value = new ConcurrentQueue<Exception>();
                        AppDomain.CurrentDomain.FirstChanceException += Anotar;
                        await siguiente(http);
                        AppDomain.CurrentDomain.FirstChanceException -= Anotar;
                        Termino.SetResult((http.Response.StatusCode, errores));
                    }
                );
                next(app);
            };

        private static void Anotar(object? quien, FirstChanceExceptionEventArgs suceso) => Errores.Value?.Enqueue(suceso.Exception);
    }
}
