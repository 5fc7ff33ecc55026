using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Publico;

// Rows of the listados and informativas.
public sealed partial class AlmacenPublico
{
    /// <summary>Rows a question may look at, times what each costs: some 0.1 s of a core. Only tests choose another.</summary>
    internal long TrabajoMaximo { get; set; } = 48_000_000;

    /// <summary>How rows are gone through; only tests choose.</summary>
    internal Plan Plan { get; set; }

    /// <summary>Contracts of a query, in its order: rows whose <see cref="RenglonPublico.Contrato"/> is not null.</summary>
    /// <exception cref="ConsultaDemasiadoAmpliaException">It would take too much work; so with every question.</exception>
    public Pagina<RenglonPublico> Contratos(Consulta consulta, CancellationToken ct = default) =>
        Pagina(consulta, Entidad.Contrato, (filas, clave, partes, aproximado) => filas.Renglon(clave, partes, aproximado), ct);

    /// <summary>The same contracts, each handed out as it lies: the page holds what <paramref name="leer"/> made of them.</summary>
    /// <inheritdoc cref="Contratos(Consulta, CancellationToken)" path="/exception"/>
    public Pagina<T> Contratos<T>(Consulta consulta, LeerRenglon<T> leer, CancellationToken ct = default) =>
        Pagina(consulta, Entidad.Contrato, (filas, clave, partes, aproximado) => filas.Renglon(clave, partes, aproximado, leer), ct);

    /// <summary>Rows of a query, in its order: contracts and informativas without contracts, as in the files.</summary>
    public Pagina<RenglonPublico> Renglones(Consulta consulta, CancellationToken ct = default) =>
        Pagina(consulta, Entidad.Renglon, (filas, clave, partes, aproximado) => filas.Renglon(clave, partes, aproximado), ct);

    /// <summary>Informativas of a query, in its order. <see cref="Consulta.FoliosContrato"/> keeps those that hold such a contract.</summary>
    public Pagina<InformativaPublica> Informativas(Consulta consulta, CancellationToken ct = default) =>
        Pagina(consulta, Entidad.Informativa, Informativa, ct);

    private static InformativaPublica Informativa(LectorDeFilas filas, long clave, IndiceDePartes partes, bool aproximado) =>
        filas.Informativa(clave, partes, aproximado);

    /// <summary>How many rows a query finds, and if asked how many of each kind: up to 10,000, unless it asks for whole listados.</summary>
    public Recuento Contar(Consulta consulta, Entidad entidad, bool conFacetas, CancellationToken ct = default)
    {
        if (consulta.PideListadosEnteros)
            return DeLoSellado.Contar(CifrasDe(consulta), entidad, conFacetas);
        return ConIndices(
            Contador.Nada(conFacetas),
            (indices, partes, filas) =>
            {
                var trabajo = new Trabajo(TrabajoMaximo, ct) { Acotar = ParaAcotar(consulta) };
                var recuento = Contar(aproximar: false);
                if (recuento.Total.Valor == 0 && consulta.Aproximar)
                    recuento = Contar(aproximar: true);
                return recuento;

                Recuento Contar(bool aproximar)
                {
                    var pregunta = new Pregunta(indices, filas, consulta, entidad, aproximar, trabajo);
                    var contador = new Contador(partes, entidad != Entidad.Informativa);
                    new Buscador(pregunta, partes, Plan, contador).Contar();
                    return contador.Terminar(conFacetas);
                }
            }
        );
    }

    /// <summary>For a query that finds nothing: parameters with a text that does find something, nearest first.</summary>
    public IReadOnlyList<(string Parametro, string Valor)> QuizaQuisoDecir(
        Consulta consulta,
        Entidad entidad,
        CancellationToken ct = default
    ) =>
        ConIndices<IReadOnlyList<(string, string)>>(
            [],
            (indices, partes, filas) =>
            {
                var trabajo = new Trabajo(TrabajoMaximo, ct) { Acotar = ParaAcotar(consulta) };
                var primera = consulta with { Limite = 1, DespuesDe = null, Aproximar = false };
                return new Correccion(
                    indices,
                    De(primera),
                    otra => new Buscador(De(otra), partes, Plan).Pagina().Filas.Count > 0
                ).Proponer();

                Pregunta De(Consulta suya) => new(indices, filas, suya, entidad, aproximar: false, trabajo);
            }
        );

    private Pagina<T> Pagina<T>(
        Consulta consulta,
        Entidad entidad,
        Func<LectorDeFilas, long, IndiceDePartes, bool, T> leer,
        CancellationToken ct,
        long? trabajoMaximo = null
    )
    {
        var conFacetas = consulta.Contar == QueContar.Facetas;
        var deLoSellado =
            consulta.Contar != QueContar.Nada && consulta.PideListadosEnteros ? Contar(consulta, entidad, conFacetas, ct) : null;
        var seCuenta = consulta.Contar != QueContar.Nada && deLoSellado is null;
        return ConIndices(
            new Pagina<T>([], null, deLoSellado ?? (seCuenta ? Contador.Nada(conFacetas) : null)),
            (indices, partes, lector) =>
            {
                // Where the count cannot be had from the rows of the page it is a question of its own, that may cost as much.
                var trabajo = new Trabajo(trabajoMaximo ?? (seCuenta ? 2 * TrabajoMaximo : TrabajoMaximo), ct)
                {
                    Acotar = ParaAcotar(consulta),
                };
                var aproximar = consulta.Aproximar && consulta.DespuesDe?.Nivel == Marca.Aproximada;
                var (halladas, siguiente, recuento) = Buscar();
                if (halladas.Count == 0 && consulta is { Aproximar: true, DespuesDe: null })
                {
                    aproximar = true;
                    (halladas, siguiente, recuento) = Buscar();
                }
                var filas = halladas.Select(hallada => leer(lector, hallada.Clave, partes, aproximar)).ToList();
                return new Pagina<T>(
                    filas,
                    aproximar && siguiente is not null ? siguiente with { Nivel = Marca.Aproximada } : siguiente,
                    deLoSellado ?? recuento
                );

                (List<FilaEnOrden>, Marca?, Recuento?) Buscar()
                {
                    var contador = seCuenta ? new Contador(partes, entidad != Entidad.Informativa) : null;
                    var pregunta = new Pregunta(indices, lector, consulta, entidad, aproximar, trabajo);
                    var (suyas, marca) = new Buscador(pregunta, partes, Plan, contador).Pagina();
                    return (suyas, marca, contador?.Terminar(conFacetas));
                }
            }
        );
    }

    /// <summary>What would narrow a query most: a periodo above all.</summary>
    private static List<string> ParaAcotar(Consulta consulta)
    {
        var parametros = new List<string>();
        if (consulta.Periodos.Count == 0)
            parametros.Add("periodo");
        if (consulta.ClavesDeContratista.Count == 0)
            parametros.Add("contratista_clave");
        if (consulta.ClavesDeContratante.Count == 0)
            parametros.Add("contratante_clave");
        if (consulta.Listas.Count == 0)
            parametros.Add("lista");
        return parametros;
    }
}
