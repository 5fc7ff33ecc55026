using System.Globalization;
using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Tests.Arquitectura;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>What <c>docs/cotejo.md</c> promises, read from its own tables.</summary>
internal sealed class CotejoEspecificacionTests
{
    private static readonly IReadOnlyList<string[]> Filas =
    [
        .. File.ReadLines(Path.Combine(Fuente.Raiz, "docs", "cotejo.md"))
            .Where(linea => linea.StartsWith("| ", StringComparison.Ordinal))
            .Select(linea => linea.Trim('|', ' ').Split('|').Select(celda => celda.Trim()).ToArray()),
    ];

    private static IEnumerable<string[]> Vectores =>
        Filas.Where(celdas => celdas[0].StartsWith('`')).Select(celdas => celdas.Length == 4 ? celdas : [.. celdas, ""]);

    [Test]
    public void La_especificacion_nombra_cada_motivo_en_su_orden() =>
        Assert.That(
            Filas.Where(celdas => celdas.Length == 2).Skip(1).Select(celdas => celdas[0]),
            Is.EqualTo(Enum.GetValues<Motivo>().Select(motivo => motivo.Valor()))
        );

    [TestCaseSource(nameof(Vectores))]
    public void Un_vector_se_cumple(string escrito, string publicado, string puntaje, string motivos)
    {
        var comparacion = Comparacion.De(NombreComparable.De(escrito.Trim('`')), NombreComparable.De(publicado.Trim('`')));
        Assert.That(
            (comparacion.Puntaje.ToString(CultureInfo.InvariantCulture), string.Join(", ", comparacion.Motivos.Select(m => m.Valor()))),
            Is.EqualTo((puntaje, motivos))
        );
    }

    [Test]
    public void Cada_motivo_tiene_su_vector() =>
        Assert.That(
            Vectores.SelectMany(celdas => celdas[3].Split(", ")).Distinct().Where(motivo => motivo.Length > 0),
            Is.EquivalentTo(Enum.GetValues<Motivo>().Select(motivo => motivo.Valor()))
        );
}
