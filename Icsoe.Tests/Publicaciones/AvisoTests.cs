using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Publicaciones;

public class AvisoTests
{
    [Test]
    public void El_del_listado_publico_tiene_cuatro_apartados()
    {
        var aviso = Aviso.De(Lista.Publico);
        Assert.Multiple(() =>
        {
            Assert.That(aviso.Titulo, Is.EqualTo("INFORMACIÓN IMPORTANTE"));
            Assert.That(aviso.Introduccion, Is.Null);
            Assert.That(aviso.InconsistenciasEnumeradas, Is.Empty);
            Assert.That(aviso.Apartados.Select(apartado => apartado.Vinetas.Count), Is.EqualTo(new[] { 2, 0, 3, 0 }));
            Assert.That(aviso.Lineas, Has.Count.EqualTo(10));
            Assert.That(
                aviso.Lineas[3],
                Is.EqualTo(
                    "• Si deseas hacer alguna manifestación relacionada con la información que se muestra en el presente listado, el IMSS pone a tu disposición el correo electrónico orientacion.icsoe@imss.gob.mx"
                )
            );
        });
    }

    [Test]
    public void El_del_inconsistente_enumera_siete_y_tiene_cinco_apartados()
    {
        var aviso = Aviso.De(Lista.Inconsistente);
        Assert.Multiple(() =>
        {
            Assert.That(aviso.Introduccion, Does.EndWith("contienen inconsistencias como:"));
            Assert.That(aviso.InconsistenciasEnumeradas, Has.Count.EqualTo(7));
            Assert.That(aviso.Apartados.Select(apartado => apartado.Vinetas.Count), Is.EqualTo(new[] { 2, 2, 0, 3, 0 }));
            Assert.That(aviso.Texto, Does.Contain("\n5. Es importante considerar que el listado se hace público"));
            Assert.That(aviso.Texto.Split('\n'), Is.EqualTo(aviso.Lineas));
        });
    }

    [Test]
    public void Las_siete_enumeradas_son_los_textos_del_catalogo() =>
        Assert.That(
            Aviso.De(Lista.Inconsistente).InconsistenciasEnumeradas,
            Is.EquivalentTo(Domain.Reglas.Inconsistencia.Catalogo.Select(entrada => entrada.Texto))
        );
}
