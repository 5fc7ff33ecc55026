using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Almacen;

/// <summary>Edges of a query that deserve their own name; the laws cover the rest.</summary>
[TestFixture, Parallelizable]
internal sealed class ConsultaTests
{
    [Test]
    public void Una_informativa_sin_folio_se_halla_por_el_folio_de_su_contrato()
    {
        using var almacen = new AlmacenDePrueba();
        almacen.Sellar(
            (Publico, [Publico.Renglon(1) with { FolioInformativa = null }, Publico.Renglon(2) with { FolioInformativa = null }])
        );

        var halladas = almacen.Publico.Informativas(
            AlmacenDePrueba.Todo(1) with
            {
                FoliosContrato = [Publico.Renglon(2).Contrato!.Folio!],
            }
        );

        Assert.That(
            halladas.Filas.Select(informativa => informativa.Contratista.Nombre),
            Is.EqualTo([Publico.Renglon(2).Contratista.Nombre])
        );
    }
}
