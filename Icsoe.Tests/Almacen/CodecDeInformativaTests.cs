using System.Text.Json;
using Icsoe.Domain.Almacen;
using Icsoe.Domain.Almacen.Recepcion;
using Icsoe.Domain.Modelo;
using Icsoe.Tests.Constructores;

namespace Icsoe.Tests.Almacen;

/// <summary>A filing comes back from the private store as it went in.</summary>
internal sealed class CodecDeInformativaTests
{
    private static IEnumerable<Informativa> Informativas()
    {
        var normal = UnaInformativa.Normal();
        yield return normal;
        yield return UnaInformativa.SinInformacion();
        yield return normal with
        {
            PresentadaEn = new DateTimeOffset(2026, 5, 12, 16, 31, 0, TimeSpan.Zero),
            Referencia = "N1",
            ContratosDeclarados = 0,
        };
        yield return normal with
        {
            Contratista = new Parte("PEÑA 🛗", TipoPersona.Fisica),
            Contratos =
            [
                new Contrato { Folio = "A1", Contratante = new Parte(null, null) },
                new Contrato
                {
                    Folio = "A2",
                    Contratante = new Parte("", TipoPersona.Moral, "SEM180312AB1"),
                    Servicio = new string('ñ', 32_767),
                    FechaInicio = DateOnly.MinValue,
                    FechaInicioIlegible = "31/11/2026",
                    FechaFin = DateOnly.MaxValue,
                    PersonasTrabajadoras = 10_000_000,
                },
            ],
        };
    }

    [TestCaseSource(nameof(Informativas))]
    public void Vuelve_como_entro(Informativa informativa) =>
        Assert.That(
            JsonSerializer.Serialize(CodecDeInformativa.Leer(CodecDeInformativa.Escribir(informativa))),
            Is.EqualTo(JsonSerializer.Serialize(informativa))
        );

    [Test]
    public void Una_forma_que_no_conoce_la_dice() =>
        Assert.That(() => CodecDeInformativa.Leer([9]), Throws.TypeOf<AlmacenException>().With.Message.Contains("la forma 9"));
}
