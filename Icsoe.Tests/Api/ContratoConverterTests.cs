using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Contratos;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Tests.Api;

public sealed class ContratoConverterTests
{
    [Test]
    public void Un_contrato_se_escribe_como_lo_haria_el_serializador()
    {
        var opciones = new JsonSerializerOptions(IcsoeJson.Actual.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        opciones.Converters.Remove(opciones.Converters.OfType<ContratoConverter>().Single());
        using var almacen = new AlmacenPublico(Muestra.Datos);
        var contratos = almacen.Contratos(new Consulta { Secuencia = almacen.Vigente()!.Secuencia, Limite = int.MaxValue }).Filas;
        Assert.That(contratos, Has.Some.Matches<Domain.Publicaciones.RenglonPublico>(fila => fila!.Inconsistencias.Count > 0));
        foreach (var contrato in contratos.Select(fila => ContratoResponse.From(fila)))
        {
            var nuestro = Encoding.UTF8.GetString(IcsoeJson.Serializar(contrato, IcsoeJson.Actual.ContratoResponse));
            Assert.That(nuestro, Is.EqualTo(JsonSerializer.Serialize(contrato, opciones)));
        }
    }
}
