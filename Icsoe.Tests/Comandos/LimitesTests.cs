using System.Globalization;
using Icsoe.Api.Comandos;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Sellado;
using Microsoft.Extensions.Configuration;

namespace Icsoe.Tests.Comandos;

/// <summary>The operator sets the limits by name; the README tells their defaults.</summary>
[TestFixture, Parallelizable]
internal sealed class LimitesTests
{
    [Test]
    public void Sin_ajustes_son_los_predeterminados() => Assert.That(Leer(), Is.EqualTo(LimitesDeLectura.Predeterminados));

    [Test]
    public void Se_ajustan_por_su_nombre([ValueSource(nameof(Nombres))] string nombre)
    {
        var limites = Leer((nombre, "7"));

        var limite = LimitesDeLectura.Nombrados.Single(limite => limite.Name == nombre);
        Assert.That(Convert.ToInt64(limite.GetValue(limites), CultureInfo.InvariantCulture), Is.EqualTo(7));
        Assert.That(limites, Is.Not.EqualTo(LimitesDeLectura.Predeterminados));
    }

    [TestCase("0"), TestCase("-1"), TestCase("1.5"), TestCase("mil"), TestCase(""), TestCase("2147483648")]
    public void Un_valor_que_no_es_un_entero_positivo_dice_cual_y_que_se_espera(string valor) =>
        Assert.That(
            () => Leer((nameof(LimitesDeLectura.BytesPorLinea), valor)),
            Throws
                .TypeOf<OrdenRechazadaException>()
                .With.Message.EqualTo($"Icsoe__Limites__BytesPorLinea vale «{valor}» y debe ser un entero de 1 a 2147483647.")
        );

    [Test]
    public void Los_limites_de_archivos_pasan_de_dos_mil_millones() =>
        Assert.That(Leer(("BytesDeTexto", "3000000000")).BytesDeTexto, Is.EqualTo(3_000_000_000));

    [Test]
    public void Un_nombre_que_no_es_un_limite_dice_cuales_hay() =>
        Assert.That(
            () => Leer(("BytesPorRenglon", "7")),
            Throws
                .TypeOf<OrdenRechazadaException>()
                .With.Message.Contains("Icsoe__Limites__BytesPorRenglon")
                .And.Message.Contains("BytesPorLinea")
        );

    [Test]
    public void El_README_dice_cada_limite_con_su_valor([ValueSource(nameof(Nombres))] string nombre)
    {
        var valor = LimitesDeLectura.Nombrados.Single(limite => limite.Name == nombre).GetValue(LimitesDeLectura.Predeterminados);

        Assert.That(Leeme.Value, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"| `{nombre}` | {valor:N0} | ")));
    }

    private static readonly Lazy<string> Leeme = new(() => File.ReadAllText(Path.Combine(Raiz(), "README.md")));

    private static IEnumerable<string> Nombres => LimitesDeLectura.Nombrados.Select(limite => limite.Name);

    private static string Raiz()
    {
        var carpeta = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(carpeta.FullName, "Icsoe.Api.sln")))
            carpeta = carpeta.Parent!;
        return carpeta.FullName;
    }

    private static LimitesDeLectura Leer(params (string Nombre, string Valor)[] ajustes) =>
        LimitesConfigurados.Leer(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    ajustes.Select(ajuste =>
                        KeyValuePair.Create<string, string?>($"{LimitesConfigurados.Seccion}:{ajuste.Nombre}", ajuste.Valor)
                    )
                )
                .Build()
        );
}
