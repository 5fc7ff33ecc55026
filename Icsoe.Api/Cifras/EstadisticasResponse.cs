using Icsoe.Api.Documentacion;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Cifras;

/// <summary>What some listados hold, in figures.</summary>
public sealed record EstadisticasResponse
{
    private const string SinDato = "sin_dato";

    [Campo("Todo junto.")]
    public required CuentaResponse Total { get; init; }

    [Campo("Por lista.")]
    public required IReadOnlyList<CuentaPorValorResponse> Lista { get; init; }

    [Campo("Por periodo.")]
    public required IReadOnlyList<CuentaPorValorResponse> Periodo { get; init; }

    [Campo("Por tipo de persona del contratista.")]
    public required IReadOnlyList<CuentaPorValorResponse> TipoPersonaContratista { get; init; }

    [Campo("Contratos por tipo de persona del contratante.")]
    public required IReadOnlyList<CuentaPorValorResponse> TipoPersonaContratante { get; init; }

    [Campo("Por tipo de informativa.")]
    public required IReadOnlyList<CuentaPorValorResponse> TipoInformativa { get; init; }

    [Campo("Por inconsistencia que señala la lista. Una informativa puede tener varias, así que no suman el total.")]
    public required IReadOnlyList<CuentaPorValorResponse> Inconsistencia { get; init; }

    [Campo("Contratos por tamaño: su número de personas trabajadoras.")]
    public required IReadOnlyList<CuentaPorValorResponse> Tamano { get; init; }

    [Campo("Informativas a tiempo y tardías.")]
    public required PuntualidadResponse Puntualidad { get; init; }

    [Campo("Los contratistas con más contratos, hasta veinte; el que más tiene, primero.")]
    public required IReadOnlyList<ParteMayorResponse> MayoresContratistas { get; init; }

    [Campo("Los contratantes con más contratos, hasta veinte; el que más tiene, primero.")]
    public required IReadOnlyList<ParteMayorResponse> MayoresContratantes { get; init; }

    [Campo("De un periodo a otro, del más antiguo al más reciente.")]
    public required IReadOnlyList<EvolucionResponse> Evolucion { get; init; }

    [Campo("Cómo leer las personas.", Textos.NotaDePersonas)]
    public string Nota { get; } = Textos.NotaDePersonas;

    [Campo("Aviso sobre homónimos.", Textos.AvisoHomonimia)]
    public string AvisoHomonimia { get; } = Textos.AvisoHomonimia;

    [Campo("Publicación en la que se leyó.", "2026-06", Nulo = "Todavía no hay ninguna publicación.")]
    public required string? Publicacion { get; init; }

    public static EstadisticasResponse From(Estadisticas estadisticas, string? publicacion)
    {
        var listados = estadisticas.Listados;
        var todos = new Sumas(listados);
        return new()
        {
            Total = CuentaResponse.From(todos.Total),
            Lista = PorLista(listados),
            Periodo =
            [
                .. PorPeriodo(listados)
                    .Select(par => CuentaPorValorResponse.From(par.Key.ToString(), EnPalabras(par.Key), new Sumas(par).Total)),
            ],
            TipoPersonaContratista = Por(todos, Dimension.TipoPersonaContratista, TiposDePersona),
            TipoPersonaContratante = Por(todos, Dimension.TipoPersonaContratante, TiposDePersona, conInformativas: false),
            TipoInformativa = Por(todos, Dimension.TipoInformativa, TiposDeInformativa),
            Inconsistencia = Por(todos, Dimension.Inconsistencia, Inconsistencias),
            Tamano = Por(todos, Dimension.Tamano, Tamanos, conInformativas: false),
            Puntualidad = todos.Puntualidad,
            MayoresContratistas = [.. estadisticas.Contratistas.Select(ParteMayorResponse.From)],
            MayoresContratantes = [.. estadisticas.Contratantes.Select(ParteMayorResponse.From)],
            Evolucion =
            [
                .. PorPeriodo(listados)
                    .Select(par =>
                    {
                        var sumas = new Sumas(par);
                        var cuenta = sumas.Total;
                        return new EvolucionResponse
                        {
                            Periodo = par.Key.ToString(),
                            Ejercicio = par.Key.Ejercicio,
                            Cuatrimestre = par.Key.Cuatrimestre,
                            Contratos = cuenta.Contratos,
                            Informativas = cuenta.Informativas,
                            InformativasSinContratos = cuenta.InformativasSinContratos,
                            PersonasPorContratoSuma = cuenta.PersonasPorContratoSuma,
                            Lista = PorLista(par),
                            Puntualidad = sumas.Puntualidad,
                        };
                    }),
            ],
            Publicacion = publicacion,
        };
    }

    // Values in their order, each with its words; those that no row has are there too, with zeros.
    private static IEnumerable<(int? Numero, string Valor, string Etiqueta)> TiposDePersona =>
        [
            .. Enum.GetValues<TipoPersona>().Select(tipo => ((int?)tipo, tipo.Valor(), tipo.Etiqueta())),
            (null, SinDato, "La lista no lo dice"),
        ];

    private static IEnumerable<(int? Numero, string Valor, string Etiqueta)> TiposDeInformativa =>
        [
            .. Enumeraciones
                .De(Enumeraciones.TipoInformativa)
                .Select(etiqueta =>
                    ((int?)(Valores.TryParse(etiqueta.Valor, out TipoInformativa tipo) ? tipo : default), etiqueta.Valor, etiqueta.Texto)
                ),
            (null, SinDato, "La lista dice otra cosa"),
        ];

    // A CAMPO_NULO is never what a list says.
    private static IEnumerable<(int? Numero, string Valor, string Etiqueta)> Inconsistencias =>
        from codigo in Codigos.Todos
        where codigo != Codigo.CampoNulo
        select ((int?)codigo, codigo.Valor(), Enumeraciones.De(Enumeraciones.Inconsistencia).First(e => e.Valor == codigo.Valor()).Texto);

    private static IEnumerable<(int? Numero, string Valor, string Etiqueta)> Tamanos =>
        Enumeraciones
            .De(Enumeraciones.Tamano)
            .Select((etiqueta, lugar) => (etiqueta.Valor == SinDato ? null : (int?)lugar, etiqueta.Valor, etiqueta.Texto));

    private static List<CuentaPorValorResponse> Por(
        Sumas sumas,
        Dimension dimension,
        IEnumerable<(int? Numero, string Valor, string Etiqueta)> valores,
        bool conInformativas = true
    ) => [.. valores.Select(par => CuentaPorValorResponse.From(par.Valor, par.Etiqueta, sumas.De(dimension, par.Numero), conInformativas))];

    private static List<CuentaPorValorResponse> PorLista(IEnumerable<CifrasDeListado> listados) =>
        [
            .. listados
                .GroupBy(cifras => cifras.Listado.Lista)
                .OrderBy(par => par.Key)
                .Select(par => CuentaPorValorResponse.From(par.Key.Valor(), par.Key.Etiqueta(), new Sumas(par).Total)),
        ];

    private static IEnumerable<IGrouping<Periodo, CifrasDeListado>> PorPeriodo(IEnumerable<CifrasDeListado> listados) =>
        listados.GroupBy(cifras => cifras.Listado.Periodo).OrderBy(par => par.Key);

    // «Primero: enero-abril» is how the guide's screen names a cuatrimestre; here only its months.
    private static string EnPalabras(Periodo periodo) =>
        $"{Enumeraciones.De(Enumeraciones.Cuatrimestre)[periodo.Cuatrimestre - 1].Texto.Split(": ")[1]} de {periodo.Ejercicio}";

    /// <summary>Figures of several listados, added up.</summary>
    private sealed class Sumas
    {
        private readonly Dictionary<(Dimension Dimension, int? Valor), Cuenta> _cuentas = [];

        public Sumas(IEnumerable<CifrasDeListado> listados)
        {
            foreach (var cifra in listados.SelectMany(cifras => cifras.Cifras))
            {
                var clave = (cifra.Dimension, cifra.Valor);
                _cuentas[clave] = _cuentas.GetValueOrDefault(clave) + cifra.Cuenta;
            }
        }

        public Cuenta Total => De(Dimension.Total, null);

        public PuntualidadResponse Puntualidad =>
            PuntualidadResponse.From(
                De(Dimension.Puntualidad, (int)Domain.Almacen.Publico.Puntualidad.Tardia).Informativas,
                De(Dimension.Puntualidad, (int)Domain.Almacen.Publico.Puntualidad.ATiempo).Informativas,
                De(Dimension.Puntualidad, null).Informativas
            );

        public Cuenta De(Dimension dimension, int? valor) => _cuentas.GetValueOrDefault((dimension, valor));
    }
}
