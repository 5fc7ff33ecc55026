using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Almacen;

/// <summary>Any question, at any publication, gets what looking at every row would give.</summary>
[TestFixture, Parallelizable(ParallelScope.Children)]
internal sealed class ConsultasTests
{
    private const int Preguntas = 30;

    [Test]
    public void Cada_pregunta_se_contesta_como_si_se_mirara_todo([Range(1, 5)] int semilla)
    {
        using var escriba = new Escriba();
        var generador = new Generador(semilla);
        var fotos = new List<List<string>>();
        for (var mes = 0; mes < 5; mes++)
        {
            Publicar(escriba, generador);
            using var almacen = escriba.Leer();
            for (var secuencia = 1; secuencia <= escriba.Memoria.Cuantas; secuencia++)
            {
                var foto = Fotografia.De(almacen, almacen.Publicaciones(secuencia)[0]).ToList();
                if (secuencia > fotos.Count)
                    fotos.Add(foto);
                Assert.That(foto, Is.EqualTo(fotos[secuencia - 1]), $"La publicación {secuencia} cambió con la {mes + 1}.");
            }
        }
        using var completo = escriba.Leer();
        for (var secuencia = 1; secuencia <= escriba.Memoria.Cuantas; secuencia++)
        {
            var todo = new Consulta { Secuencia = secuencia, Limite = int.MaxValue };
            Comprobar(completo, escriba.Memoria, todo, generador);
            for (var n = 0; n < Preguntas; n++)
                Comprobar(completo, escriba.Memoria, generador.Consulta(secuencia), generador);
        }
    }

    [Test]
    public void La_ultima_publicacion_con_un_folio_es_la_ultima_en_que_estuvo([Range(1, 5)] int semilla)
    {
        using var escriba = new Escriba();
        var generador = new Generador(semilla);
        for (var mes = 0; mes < 6; mes++)
        {
            Publicar(escriba, generador);
            using var almacen = escriba.Leer();
            for (var n = 0; n < 9; n++)
            {
                var (contrato, informativa) = (Generador.FolioDeContrato(n), Generador.FolioDeInformativa(n));
                Assert.That(
                    almacen.UltimaConContrato(contrato)?.Secuencia,
                    Is.EqualTo(escriba.Memoria.Ultima(r => r.Contrato?.Folio == contrato)),
                    contrato
                );
                Assert.That(
                    almacen.UltimaConInformativa(informativa)?.Secuencia,
                    Is.EqualTo(escriba.Memoria.Ultima(r => r.FolioInformativa == informativa)),
                    informativa
                );
            }
        }
    }

    private static void Publicar(Escriba escriba, Generador generador)
    {
        var cambiados = new Dictionary<Listado, IReadOnlyList<RenglonPublico>>();
        for (var n = 1 + generador.Hasta(4); n > 0; n--)
        {
            var listado = generador.Listado();
            cambiados[listado] = escriba.Memoria.Vigente.TryGetValue(listado, out var antes)
                ? generador.Despues(listado, antes)
                : generador.Contenido(listado);
        }
        using var escritor = EscritorPublico.Abrir(escriba.Datos);
        escriba.Sellar(escritor, cambiados);
    }

    private static void Comprobar(AlmacenPublico almacen, AlmacenEnMemoria memoria, Consulta consulta, Generador generador)
    {
        Comprobar(
            almacen.Renglones,
            r => r.Clave,
            r => r with { Clave = 0, Ordinal = 0 },
            memoria.Renglones(consulta),
            consulta,
            generador
        );
        Comprobar(
            almacen.Contratos,
            r => r.Clave,
            r => r with { Clave = 0, Ordinal = 0 },
            memoria.Contratos(consulta),
            consulta,
            generador
        );
        Comprobar(
            almacen.Informativas,
            i => i.Clave,
            i => i with { Clave = 0, Ordinal = 0 },
            memoria.Informativas(consulta),
            consulta,
            generador
        );
    }

    /// <summary>The whole answer is the model's, in key order; any page of it, and all pages together, are its slices.</summary>
    private static void Comprobar<T>(
        Func<Consulta, IReadOnlyList<T>> preguntar,
        Func<T, long> clave,
        Func<T, T> sinLugar,
        IEnumerable<T> esperados,
        Consulta consulta,
        Generador generador
    )
    {
        var todos = preguntar(consulta);
        Assert.That(
            todos.Select(fila => Fotografia.Texto(sinLugar(fila))).Order(StringComparer.Ordinal),
            Is.EqualTo(esperados.Select(Fotografia.Texto).Order(StringComparer.Ordinal)),
            () => Fotografia.Texto(consulta)
        );
        var claves = todos.Select(clave).ToList();
        Assert.That(claves, Is.Ordered.And.Unique);

        var desde =
            generador.Hasta(3) == 0 || claves.Count == 0 ? (long?)null : claves[generador.Hasta(claves.Count)] + generador.Hasta(3) - 1;
        var limite = 1 + generador.Hasta(9);
        Assert.That(
            preguntar(consulta with { DespuesDe = desde, Limite = limite }).Select(clave),
            Is.EqualTo(claves.Where(c => desde is null || c > desde).Take(limite))
        );
        var paginados = new List<long>();
        for (long? ultima = null; ; ultima = paginados[^1])
        {
            var pagina = preguntar(consulta with { DespuesDe = ultima, Limite = limite }).Select(clave).ToList();
            paginados.AddRange(pagina);
            if (pagina.Count < limite)
                break;
        }
        Assert.That(paginados, Is.EqualTo(claves));
    }
}
