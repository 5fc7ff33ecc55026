using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>Asks the store the same of any entity, for tests that compare keys.</summary>
internal static class Preguntas
{
    public static readonly Entidad[] Entidades = [Entidad.Contrato, Entidad.Renglon, Entidad.Informativa];

    public static readonly Plan[] Planes = [Plan.ElMejor, Plan.Barrido, Plan.Lista, Plan.Mapa, Plan.Orden];

    public static Pagina<long> Claves(this AlmacenPublico almacen, Consulta consulta, Entidad entidad, CancellationToken ct = default)
    {
        if (entidad == Entidad.Informativa)
        {
            var informativas = almacen.Informativas(consulta, ct);
            return new([.. informativas.Filas.Select(fila => fila.Clave)], informativas.Siguiente, informativas.Recuento);
        }
        var renglones = entidad == Entidad.Contrato ? almacen.Contratos(consulta, ct) : almacen.Renglones(consulta, ct);
        return new([.. renglones.Filas.Select(fila => fila.Clave)], renglones.Siguiente, renglones.Recuento);
    }

    /// <summary>Every page, each asked for from the mark of the one before; all but the last are full.</summary>
    public static List<long> Paginas(this AlmacenPublico almacen, Consulta consulta, Entidad entidad)
    {
        var claves = new List<long>();
        while (true)
        {
            var pagina = almacen.Claves(consulta, entidad);
            claves.AddRange(pagina.Filas);
            if (pagina.Siguiente is null)
            {
                Assert.That(pagina.Filas, Has.Count.AtMost(consulta.Limite));
                return claves;
            }
            Assert.That(pagina.Filas, Has.Count.EqualTo(consulta.Limite));
            consulta = consulta with { DespuesDe = pagina.Siguiente };
        }
    }
}
