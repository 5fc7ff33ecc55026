using System.Runtime.ExceptionServices;
using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Publico;

// Parties by their name key, suggestions and figures.
public sealed partial class AlmacenPublico
{
    /// <summary>Threads that answer many lines.</summary>
    private const int HilosMasivos = 2;

    /// <summary>Parties of a query, exact spellings first.</summary>
    public PaginaDePartes Partes(ConsultaDePartes consulta, CancellationToken ct = default) =>
        ConIndices(
            new PaginaDePartes([], null),
            (indices, partes, _) =>
                new BuscadorDePartes(indices, partes, consulta.Secuencia, Trabajo(ct, "q", "periodo", "rol")).Pagina(consulta)
        );

    /// <summary>The party of a clave at a publication; null when nobody has it.</summary>
    public FichaDeParte? Parte(string clave, int secuencia, CancellationToken ct = default) =>
        ConIndices<FichaDeParte?>(
            null,
            (indices, partes, _) =>
                partes.DeClave(clave) is { IsEmpty: false } suyas
                    ? new BuscadorDePartes(indices, partes, secuencia, Trabajo(ct)).Ficha(suyas)
                    : null
        );

    /// <summary>The last publication at which somebody had that clave, up to the current one; null when nobody ever had.</summary>
    public Publicacion? UltimaConParte(string clave) =>
        ConIndices<Publicacion?>(
            null,
            (indices, partes, _) =>
                DeSecuencia(
                    new BuscadorDePartes(indices, partes, indices.Secuencia, Trabajo(default)).UltimaSecuencia(partes.DeClave(clave))
                )
        );

    /// <summary>Of whom each of some written names may be, in their order; all are read of the same store.</summary>
    public IReadOnlyList<Cotejo> Cotejar(IReadOnlyList<ConsultaDeCotejo> consultas, CancellationToken ct = default) =>
        ConIndices<IReadOnlyList<Cotejo>>(
            [.. consultas.Select(_ => Cotejo.Ninguno)],
            (indices, partes, _) =>
            {
                var cotejador = new Cotejador(indices, partes, new Trabajo(TrabajoMaximo * consultas.Count, ct));
                return [.. consultas.Select(cotejador.Cotejar)];
            }
        );

    /// <summary>How each of many lines stands, in their order; all are read of the same store.</summary>
    public IReadOnlyList<RespuestaMasiva> Responder(ConsultaMasiva consulta, CancellationToken ct = default) =>
        ConIndices<IReadOnlyList<RespuestaMasiva>>(
            [.. consulta.Lineas.Select(RespuestaMasiva.SinNadie)],
            (indices, partes, filas) =>
            {
                var respuestas = new RespuestaMasiva[consulta.Lineas.Count];
                var hilos = Math.Min(HilosMasivos, Environment.ProcessorCount);
                try
                {
                    Parallel.For(
                        0,
                        hilos,
                        hilo =>
                        {
                            var trabajo = new Trabajo(TrabajoMaximo * respuestas.Length, ct);
                            var respondedor = new RespondedorMasivo(indices, partes, filas, consulta, trabajo);
                            for (var i = hilo; i < respuestas.Length; i += hilos)
                                respuestas[i] = respondedor.Responder(consulta.Lineas[i]);
                        }
                    );
                }
                // What stopped one of them is what stopped the question.
                catch (AggregateException error)
                {
                    ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
                }
                return respuestas;
            }
        );

    /// <summary>Those with whom a party has contracts, most contracts first.</summary>
    public PaginaDeContrapartes Contrapartes(ConsultaDeContrapartes consulta, CancellationToken ct = default) =>
        ConIndices(
            new PaginaDeContrapartes([], null),
            (indices, partes, _) => new Contrapartes(indices, partes, Trabajo(ct, "periodo", "rol")).Pagina(consulta)
        );

    /// <summary>
    /// Every informativa that a party, as contratista, had listed for a periodo up to a publication, in the order they were listed.
    /// </summary>
    public IReadOnlyList<PresentacionEnHistoria> HistoriaDeParte(
        string clave,
        Periodo periodo,
        int secuencia,
        CancellationToken ct = default
    ) =>
        ConIndices<IReadOnlyList<PresentacionEnHistoria>>(
            [],
            (indices, partes, filas) => Historia.De(indices, partes, filas, clave, periodo, secuencia, Trabajo(ct, "periodo"))
        );

    /// <summary>Texts that complete what somebody is writing, those of most contracts first.</summary>
    public IReadOnlyList<Sugerencia> Sugerencias(ConsultaDeSugerencias consulta, CancellationToken ct = default) =>
        ConIndices<IReadOnlyList<Sugerencia>>(
            [],
            (indices, partes, filas) => new Sugeridor(indices, partes, filas, consulta, Trabajo(ct, "q", "periodo")).Sugerir()
        );

    /// <summary>Figures of the listados of a query; of its filters only those of listados count.</summary>
    public Estadisticas Estadisticas(Consulta consulta, CancellationToken ct = default)
    {
        var listados = CifrasDe(consulta);
        return ConIndices(
            new Estadisticas(listados, [], []),
            (indices, partes, _) =>
            {
                ct.ThrowIfCancellationRequested();
                var tramos = indices.Renglones.Where(tramo => Pregunta.Pide(consulta, tramo.Listado)).ToList();
                var (contratistas, contratantes) = new Mayores(partes, tramos, consulta.Secuencia).Nombrar();
                return new Estadisticas(listados, contratistas, contratantes);
            }
        );
    }

    private List<CifrasDeListado> CifrasDe(Consulta consulta) =>
        [.. Con([], abierta => Estados.Cifras(abierta.Contexto, consulta.Secuencia)).Where(par => Pregunta.Pide(consulta, par.Listado))];

    private Trabajo Trabajo(CancellationToken ct, params IReadOnlyList<string> acotar) => new(TrabajoMaximo, ct) { Acotar = acotar };
}
