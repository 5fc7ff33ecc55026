using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Publico;

// All the rows of a query, for files.
public sealed partial class AlmacenPublico
{
    /// <summary>All the rows of a query, a few at a time; <see cref="Consulta.Limite"/> and <see cref="Consulta.DespuesDe"/> ask nothing here.</summary>
    public FilasDeArchivo Recorrer(Consulta consulta, Entidad entidad, CancellationToken ct = default)
    {
        // Nothing is approximated where something is written as it was asked.
        var aproximar = consulta.Aproximar && !HayAlguna(consulta with { Aproximar = false }, entidad, ct);
        return new(this, consulta, entidad, aproximar, ct);
    }

    /// <summary>The listados among which a query looks for its rows, as they stand at its publication; in key order.</summary>
    public IReadOnlyList<EstadoListado> ListadosDe(Consulta consulta) =>
        [.. Listados(consulta.Secuencia).Where(estado => Pregunta.Pide(consulta, estado.Listado))];

    /// <summary>The last publication that took something out of every publication; 0 when none did.</summary>
    public int UltimoRetiro
    {
        get
        {
            var vigente = Vigente()?.Secuencia ?? 0;
            return publicaciones.Take(vigente).LastOrDefault(publicacion => publicacion.Retiro is not null)?.Secuencia ?? 0;
        }
    }

    /// <summary>Listados that may have rows of a query, in the order of keys.</summary>
    internal IReadOnlyList<Listado> ListadosCon(Consulta consulta, Entidad entidad, CancellationToken ct) =>
        ConIndices<IReadOnlyList<Listado>>(
            [],
            (indices, _, filas) =>
                [
                    .. new Pregunta(indices, filas, consulta, entidad, consulta.Aproximar, SinLimite(ct))
                        .Tramos()
                        .Select(tramo => tramo.Listado),
                ]
        );

    /// <summary>Keys of the rows of a query in a listado, in the order of files.</summary>
    internal long[] ClavesEnOrdenDeArchivo(Consulta consulta, Entidad entidad, Listado listado, CancellationToken ct) =>
        EnListado<long[]>(
            consulta,
            entidad,
            listado,
            [],
            (tramo, filas, lector) =>
            {
                OrdenDeArchivo.Ordenar(filas, tramo, entidad, lector);
                return [.. filas.Select(tramo.Clave)];
            },
            ct
        );

    /// <summary>How many rows of a query a listado has, all of them counted.</summary>
    internal int ContarTodas(Consulta consulta, Entidad entidad, Listado listado, CancellationToken ct) =>
        EnListado(consulta, entidad, listado, 0, (_, filas, _) => filas.Count, ct);

    private T EnListado<T>(
        Consulta consulta,
        Entidad entidad,
        Listado listado,
        T siNoHay,
        Func<Tramo, List<int>, LectorDeFilas, T> halladas,
        CancellationToken ct
    ) =>
        ConIndices(
            siNoHay,
            (indices, _, lector) =>
            {
                var trabajo = SinLimite(ct);
                var suya = consulta with { Listas = [listado.Lista], Periodos = [listado.Periodo], Ejercicios = [], Cuatrimestres = [] };
                var pregunta = new Pregunta(indices, lector, suya, entidad, consulta.Aproximar, trabajo);
                if (pregunta.Tramos().FirstOrDefault() is not { } tramo || pregunta.Condiciones(tramo, null) is not { } condiciones)
                    return siNoHay;
                var filas = new List<int>();
                Recorrido.Recorrer(
                    tramo,
                    condiciones,
                    consulta.Secuencia,
                    0,
                    int.MaxValue,
                    Plan,
                    null,
                    trabajo,
                    fila =>
                    {
                        filas.Add(fila);
                        return true;
                    }
                );
                return halladas(tramo, filas, lector);
            }
        );

    /// <summary>Hands out the lines of some keys.</summary>
    internal void Leer(ReadOnlyMemory<long> claves, bool aproximado, bool conHallazgos, AlLeerRenglon destino) =>
        ConIndices(
            0,
            (_, partes, filas) =>
            {
                filas.Renglones(claves.Span, partes, aproximado, conHallazgos, destino);
                return 0;
            }
        );

    /// <summary>Hands out the lines of a page of a query with an order of its own; where the next one starts.</summary>
    internal Marca? Leer(Consulta consulta, Entidad entidad, AlLeerRenglon destino, CancellationToken ct) =>
        Pagina(
            consulta,
            entidad,
            (filas, clave, partes, aproximado) =>
                filas.Renglon(
                    clave,
                    partes,
                    aproximado,
                    (in renglon) =>
                    {
                        destino(renglon);
                        return true;
                    }
                ),
            ct,
            long.MaxValue
        ).Siguiente;

    /// <summary>A page of informativas of such a query.</summary>
    internal Pagina<InformativaPublica> LeerInformativas(Consulta consulta, CancellationToken ct) =>
        Pagina(consulta, Entidad.Informativa, Informativa, ct, long.MaxValue);

    /// <summary>The informativas of some keys.</summary>
    internal IReadOnlyList<InformativaPublica> LeerInformativas(ReadOnlyMemory<long> claves, bool aproximado) =>
        ConIndices<IReadOnlyList<InformativaPublica>>(
            [],
            (_, partes, filas) => [.. claves.ToArray().Select(clave => filas.Informativa(clave, partes, aproximado))]
        );

    private bool HayAlguna(Consulta consulta, Entidad entidad, CancellationToken ct) =>
        ListadosCon(consulta, entidad, ct).Any(listado => ContarTodas(consulta, entidad, listado, ct) > 0);

    /// <summary>A file takes what it takes; it stops when its reader goes away.</summary>
    private static Trabajo SinLimite(CancellationToken ct) => new(long.MaxValue, ct);
}
