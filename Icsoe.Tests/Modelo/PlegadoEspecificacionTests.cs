using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Icsoe.Domain.Modelo;
using Icsoe.Tests.Arquitectura;

namespace Icsoe.Tests.Modelo;

/// <summary>What <c>docs/plegado.md</c> promises, read from its own tables: the document can never lie.</summary>
public sealed class PlegadoEspecificacionTests
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    private static readonly IReadOnlyList<string[]> Filas =
    [
        .. File.ReadLines(Path.Combine(Fuente.Raiz, "docs", "plegado.md"))
            .Where(linea => linea.StartsWith("| `", StringComparison.Ordinal))
            .Select(Celdas),
    ];

    private static IEnumerable<TestCaseData> Vectores =>
        from celdas in Filas
        where celdas.Length == 5
        let nombre = JsonSerializer.Deserialize<string>(celdas[0])!
        // A name of its own: some vectors hold what no test report can print.
        select new TestCaseData(nombre, celdas[1], celdas[2], celdas[3], celdas[4]).SetArgDisplayNames(celdas[0], celdas[1]);

    private static IEnumerable<string[]> Sufijos => Filas.Where(celdas => celdas.Length == 2);

    [Test]
    public void La_especificacion_trae_sus_tablas() =>
        Assert.That((Filas.Count(celdas => celdas.Length == 5) >= 25, Sufijos.Count()), Is.EqualTo((true, 19 + 4)));

    [TestCaseSource(nameof(Vectores))]
    public void Un_vector_se_cumple(string nombre, string tipo, string plegado, string resumido, string clave)
    {
        Assert.That(Valores.TryParse(tipo, out TipoPersona tipoPersona), Is.True);
        Assert.Multiple(() =>
        {
            Assert.That(Plegado.Plegar(nombre), Is.EqualTo(plegado));
            Assert.That(EnBase32(SHA256.HashData(Encoding.UTF8.GetBytes(resumido)))[..13], Is.EqualTo(clave));
            Assert.That(Plegado.Clave(nombre, tipoPersona), Is.EqualTo(clave));
        });
    }

    [Test]
    public void Cada_forma_de_cada_sufijo_se_vuelve_la_suya()
    {
        var tipos = Sufijos.Take(19).ToList();
        string[][] colas =
        [
            ["", ""],
            .. Sufijos.Skip(19),
        ];
        Assert.Multiple(() =>
        {
            foreach (var tipo in tipos)
            foreach (var cola in colas)
            {
                var forma = $"EJEMPLO {tipo[0]} {cola[0]}".TrimEnd();
                foreach (
                    var escrito in new[] { $"{tipo[0]} {cola[0]}", $"{tipo[1]} {cola[1]}", $"{tipo[1]} {cola[0]}", $"{tipo[0]} {cola[1]}" }
                )
                {
                    Assert.That(Plegado.Plegar($"EJEMPLO {escrito}"), Is.EqualTo(forma), escrito);
                    // Fourteen words are looked at: letter by letter, only what fits in them.
                    var letras = escrito.Replace(" ", "", StringComparison.Ordinal);
                    Assert.That(Plegado.Plegar($"EJEMPLO {letras}"), Is.EqualTo(forma), letras);
                    if (letras.Length <= 14)
                        Assert.That(Plegado.Plegar($"EJEMPLO, {string.Join(". ", letras.ToCharArray())}."), Is.EqualTo(forma), letras);
                }
            }
        });
    }

    /// <summary>The text inside each cell, without its ticks; a bar inside one is written with a backslash.</summary>
    private static string[] Celdas(string linea) =>
        [
            .. linea
                .Replace("\\|", "\u0001", StringComparison.Ordinal)
                .Trim('|')
                .Split('|')
                .Select(celda => celda.Trim().Trim('`').Replace('\u0001', '|'))
                .Select(celda => celda == "(vacío)" ? "" : celda),
        ];

    // Another way of writing it than the program's: five bits at a time, from the left.
    private static string EnBase32(byte[] bytes)
    {
        var bits = string.Concat(bytes.Select(valor => Convert.ToString(valor, 2).PadLeft(8, '0')));
        return string.Concat(
            Enumerable.Range(0, bits.Length / 5).Select(lugar => Base32[Convert.ToInt32(bits.Substring(lugar * 5, 5), 2)])
        );
    }
}
