using System.Security.Cryptography;
using Icsoe.Api.Descargas;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Api;

/// <summary>What a file was found to be is remembered as long as nothing says otherwise, and for an hour at most.</summary>
internal sealed class ArchivosComprobadosTests
{
    private static readonly byte[] Bueno = [1, 2, 3, 4];
    private static readonly DateTime Escrito = new(2026, 6, 4, 12, 0, 0, DateTimeKind.Utc);
    private static readonly ArchivoPublicado Sellado = new(
        "LPP2026.xlsx",
        "xlsx",
        "imss",
        Bueno.Length,
        Convert.ToHexStringLower(SHA256.HashData(Bueno))
    );

    private readonly Reloj reloj = new();
    private string ruta = null!;
    private ArchivosComprobados comprobados = null!;

    [SetUp]
    public void Sellar()
    {
        ruta = Path.GetTempFileName();
        comprobados = new ArchivosComprobados(reloj);
        Escribir(Bueno, Escrito);
    }

    [TearDown]
    public void Borrar() => File.Delete(ruta);

    [Test]
    public async Task Mientras_su_fecha_y_su_tamano_no_cambian_no_se_lee_otra_vez()
    {
        Assert.That(await EsElSelladoAsync());
        Escribir([1, 2, 3, 5], Escrito);
        Assert.That(await EsElSelladoAsync());
    }

    [TestCase(3599, true)]
    [TestCase(3600, false)]
    public async Task Pasada_una_hora_se_lee_otra_vez(int segundos, bool recordado)
    {
        Assert.That(await EsElSelladoAsync());
        Escribir([1, 2, 3, 5], Escrito);
        reloj.Ahora += TimeSpan.FromSeconds(segundos);
        Assert.That(await EsElSelladoAsync(), Is.EqualTo(recordado));
    }

    [Test]
    public async Task Si_cambio_su_fecha_se_lee_otra_vez()
    {
        Assert.That(await EsElSelladoAsync());
        Escribir([1, 2, 3, 5], Escrito.AddTicks(10));
        Assert.That(await EsElSelladoAsync(), Is.False);
    }

    [Test]
    public async Task Uno_malo_no_se_recuerda()
    {
        Escribir([1, 2, 3, 5], Escrito);
        Assert.That(await EsElSelladoAsync(), Is.False);
        Escribir(Bueno, Escrito);
        Assert.That(await EsElSelladoAsync());
    }

    private Task<bool> EsElSelladoAsync() => comprobados.EsElSelladoAsync(new FileInfo(ruta), Sellado);

    private void Escribir(byte[] bytes, DateTime escrito)
    {
        File.WriteAllBytes(ruta, bytes);
        File.SetLastWriteTimeUtc(ruta, escrito);
    }

    private sealed class Reloj : TimeProvider
    {
        public DateTimeOffset Ahora { get; set; } = new(2026, 6, 10, 18, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Ahora;
    }
}
