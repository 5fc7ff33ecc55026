using Icsoe.Api.Documentacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Publicaciones;

/// <summary>The quality report of a publication.</summary>
public sealed record CalidadResponse
{
    [Campo("La publicación con la que se compara: la anterior.", "2026-05", Nulo = "Es la primera.")]
    public required string? Anterior { get; init; }

    [Campo(
        "Por qué se selló aunque un listado perdiera más de lo que debería; lo escribió quien la selló.",
        "El IMSS depuró la lista.",
        Nulo = "Nada se oponía a sellarla."
    )]
    public required string? Forzada { get; init; }

    [Campo("Programa que la selló.")]
    public required ProgramaResponse Programa { get; init; }

    [Campo("Programa que selló la anterior.", Nulo = "Es la primera.")]
    public required ProgramaResponse? ProgramaAnterior { get; init; }

    [Campo("Cada listado: cuánto tenía y cuánto tiene.")]
    public required IReadOnlyList<SaltoResponse> Listados { get; init; }

    [Campo("Lo que se comprobó. Sólo informa: nada de esto quita un renglón ni impide sellar.")]
    public required IReadOnlyList<ComprobacionResponse> Comprobaciones { get; init; }

    [Campo("Publicación de la que es el informe.", "2026-06")]
    public required string Publicacion { get; init; }

    public static CalidadResponse From(
        Publicacion publicacion,
        Publicacion? anterior,
        IReadOnlyList<EstadoListado> listados,
        IReadOnlyList<EstadoListado> anteriores,
        Calidad calidad
    )
    {
        var antes = anteriores.ToDictionary(estado => estado.Listado);
        var seJuzgo = listados.Any(estado => estado.Puerta == Puerta.Instituto);
        return new()
        {
            Anterior = publicacion.Anterior?.ToString(),
            Forzada = calidad.Forzada,
            Programa = ProgramaResponse.From(publicacion.Programa),
            ProgramaAnterior = anterior is null ? null : ProgramaResponse.From(anterior.Programa),
            Listados =
            [
                .. listados.Select(estado =>
                    SaltoResponse.From(
                        estado,
                        antes.GetValueOrDefault(estado.Listado),
                        publicacion.ListadosCambiados.Contains(estado.Listado)
                    )
                ),
            ],
            Comprobaciones =
            [
                .. Enum.GetValues<Comprobacion>()
                    .Select(comprobacion =>
                        ComprobacionResponse.From(
                            comprobacion,
                            [.. calidad.Medidas.Where(medida => medida.Comprobacion == comprobacion)],
                            seSabe: comprobacion switch
                            {
                                Comprobacion.ReferenciaIgnorada or Comprobacion.ComplementariasDeMas => seJuzgo,
                                Comprobacion.CambioDelPrograma or Comprobacion.CambioDeLaFuente => anterior is not null,
                                _ => true,
                            }
                        )
                    ),
            ],
            Publicacion = publicacion.Id.ToString(),
        };
    }
}

/// <summary>How much a listado held before and holds now.</summary>
public sealed record SaltoResponse
{
    [Campo("Listado, por su nombre.", "LPP2026")]
    public required string Listado { get; init; }

    [Campo("Lista.", "publico", Valores = Enumeraciones.Lista)]
    public required string Lista { get; init; }

    [Campo("Periodo: ejercicio y cuatrimestre.", "2026-1")]
    public required string Periodo { get; init; }

    [Campo("Si cambió su contenido o sus archivos.", "true")]
    public required bool Cambio { get; init; }

    [Campo(
        "Si pierde tanto que sólo se sella con un motivo: un Listado Público que se queda sin renglones, o uno de más de 1,000 renglones que pierde más del 20 %.",
        "false"
    )]
    public required bool Bloquea { get; init; }

    [Campo("Renglones.")]
    public required DiferenciaResponse Renglones { get; init; }

    [Campo("Contratos.")]
    public required DiferenciaResponse Contratos { get; init; }

    [Campo("Informativas.")]
    public required DiferenciaResponse Informativas { get; init; }

    [Campo("Informativas sin contratos.")]
    public required DiferenciaResponse InformativasSinContratos { get; init; }

    public static SaltoResponse From(EstadoListado despues, EstadoListado? antes, bool cambio) =>
        new()
        {
            Listado = despues.Listado.Nombre,
            Lista = despues.Listado.Lista.Valor(),
            Periodo = despues.Listado.Periodo.ToString(),
            Cambio = cambio,
            Bloquea = Merma.Bloquea(despues.Listado, antes?.Renglones ?? 0, despues.Renglones),
            Renglones = DiferenciaResponse.De(antes?.Renglones, despues.Renglones),
            Contratos = DiferenciaResponse.De(antes?.Contratos, despues.Contratos),
            Informativas = DiferenciaResponse.De(antes?.Informativas, despues.Informativas),
            InformativasSinContratos = DiferenciaResponse.De(antes?.InformativasSinContratos, despues.InformativasSinContratos),
        };
}

/// <summary>A number before and now.</summary>
public sealed record DiferenciaResponse
{
    [Campo("En la publicación anterior.", "355102", Nulo = "No estaba.")]
    public required int? Antes { get; init; }

    [Campo("En esta publicación.", "356095")]
    public required int Despues { get; init; }

    [Campo("Lo que va de antes a después; negativo si son menos.", "993", Nulo = "No estaba.")]
    public required int? Diferencia { get; init; }

    [Campo("La diferencia, como por ciento de lo que había, con dos decimales.", "0.28", Nulo = "No estaba, o no había ninguno.")]
    public required double? PorCiento { get; init; }

    public static DiferenciaResponse De(int? antes, int despues) =>
        new()
        {
            Antes = antes,
            Despues = despues,
            Diferencia = despues - antes,
            PorCiento = antes is > 0 ? Math.Round((despues - antes.Value) * 100.0 / antes.Value, 2) : null,
        };
}

/// <summary>One thing that was counted.</summary>
public sealed record ComprobacionResponse
{
    [Campo("Qué se cuenta.", "SERVICIO_ENMASCARADO", Valores = Enumeraciones.Comprobacion)]
    public required string Codigo { get; init; }

    [Campo("Qué se cuenta, en palabras.", "Contratos en cuyo servicio se ocultó un dato personal")]
    public required string Significado { get; init; }

    [Campo(
        "Cuántos hay en toda la publicación.",
        "12",
        Nulo = "No se puede saber: los libros no lo dicen, o no hay publicación anterior con la cual comparar."
    )]
    public required long? Valor { get; init; }

    [Campo("Dónde están; vacío si no hay ninguno o si es de todo el almacén.")]
    public required IReadOnlyList<LugarResponse> Lugares { get; init; }

    public static ComprobacionResponse From(Comprobacion comprobacion, IReadOnlyList<Medida> medidas, bool seSabe)
    {
        var etiqueta = Enumeraciones.De(Enumeraciones.Comprobacion)[(int)comprobacion - 1];
        return new()
        {
            Codigo = etiqueta.Valor,
            Significado = etiqueta.Texto,
            Valor = seSabe ? medidas.Sum(medida => medida.Valor) : null,
            Lugares = [.. medidas.Where(medida => medida.Periodo is not null).Select(LugarResponse.From)],
        };
    }
}

/// <summary>Where something was counted.</summary>
public sealed record LugarResponse
{
    [Campo("Periodo: ejercicio y cuatrimestre.", "2026-1")]
    public required string Periodo { get; init; }

    [Campo("Lista.", "publico", Valores = Enumeraciones.Lista, Nulo = "Las dos.")]
    public required string? Lista { get; init; }

    [Campo("Cuántos hay ahí.", "12")]
    public required long Valor { get; init; }

    [Campo("Algunos, hasta tres: folios, o nombres de listados. Vacío donde no dirían nada.", "[\"A26P3662382\"]")]
    public required IReadOnlyList<string> Ejemplos { get; init; }

    public static LugarResponse From(Medida medida) =>
        new()
        {
            Periodo = medida.Periodo!.Value.ToString(),
            Lista = medida.Lista?.Valor(),
            Valor = medida.Valor,
            Ejemplos = medida.Ejemplos,
        };
}
