using System.Text;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>A contract, a line or an informativa, as the oracle looks at it.</summary>
/// <param name="Folios">Of its contract, or of all of them.</param>
internal sealed record Vista(
    long Clave,
    Listado Listado,
    string? Folio,
    TipoInformativa? Tipo,
    DateOnly? Presentacion,
    PartePublica Contratista,
    ContratoPublico? Contrato,
    IReadOnlyList<string?> Folios,
    int Contratos,
    IReadOnlyList<Hallazgo> Inconsistencias,
    IReadOnlyList<Hallazgo> Observaciones
)
{
    public List<Letra> DeContratista { get; } = Letras.DeCampo(Contratista.Nombre);

    public List<Letra> DeContratante { get; } = Letras.DeCampo(Contrato?.Contratante.Nombre);

    public List<Letra> DeServicio { get; } = Letras.DeCampo(Contrato?.Servicio);
}

/// <summary>
/// What the engine should answer, the simplest way: all the rows of a publication are looked at one by one and then sorted.
/// It shares nothing with the engine but the fold.
/// </summary>
internal sealed class Oraculo
{
    private static readonly Comparer<object?> PorValor = Comparer<object?>.Create(
        (uno, otro) => uno is PartePublica parte ? Comparar(parte, (PartePublica)otro!) : Comparer<object?>.Default.Compare(uno, otro)
    );

    private readonly Dictionary<Entidad, List<Vista>> filas = [];

    public Oraculo(AlmacenPublico almacen, int secuencia)
    {
        var renglones = almacen.Renglones(AlmacenDePrueba.Todo(secuencia)).Filas;
        filas[Entidad.Renglon] = [.. renglones.Select(De)];
        filas[Entidad.Contrato] = [.. filas[Entidad.Renglon].Where(fila => fila.Contrato is not null)];
        filas[Entidad.Informativa] =
        [
            .. almacen.Informativas(AlmacenDePrueba.Todo(secuencia)).Filas.Select(informativa => De(informativa, renglones)),
        ];
    }

    public IReadOnlyList<Vista> Todas(Entidad entidad) => filas[entidad];

    /// <summary>Every row of a question, in its order, whatever its limit and start.</summary>
    public List<Vista> Responder(Consulta consulta, Entidad entidad)
    {
        var deContratos = entidad != Entidad.Informativa;
        var textos = Textos(consulta, deContratos);
        var halladas = filas[entidad].Where(fila => Vale(consulta, fila, deContratos) && textos.All(texto => texto(fila, false))).ToList();
        if (consulta.Orden is not { } orden)
            return [.. halladas.OrderBy(fila => textos.All(texto => texto(fila, true)) ? 0 : 1).ThenBy(fila => fila.Clave)];
        return [.. Ordenar(halladas, orden)];
    }

    private static IEnumerable<Vista> Ordenar(List<Vista> halladas, Orden orden)
    {
        object? Valor(Vista fila) =>
            orden.Criterio switch
            {
                Criterio.Periodo => fila.Listado.Periodo.Clave,
                Criterio.FechaInicio => fila.Contrato?.FechaInicio,
                Criterio.FechaFin => fila.Contrato?.FechaFin,
                Criterio.FechaPresentacion => fila.Presentacion,
                Criterio.PersonasTrabajadoras => fila.Contrato?.PersonasTrabajadoras,
                Criterio.Contratista => ConNombre(fila.Contratista),
                Criterio.Contratante => ConNombre(fila.Contrato?.Contratante),
                Criterio.Contratos => fila.Contratos,
                _ => throw new ArgumentOutOfRangeException(nameof(orden)),
            };

        var conValor = halladas.Where(fila => Valor(fila) is not null);
        var ordenadas = orden.Descendente ? conValor.OrderByDescending(Valor, PorValor) : conValor.OrderBy(Valor, PorValor);
        return ordenadas.ThenBy(fila => fila.Clave).Concat(halladas.Where(fila => Valor(fila) is null).OrderBy(fila => fila.Clave));
    }

    /// <summary>What each parameter with texts asks of a row; the second argument, whether as it is written.</summary>
    private static List<Func<Vista, bool, bool>> Textos(Consulta consulta, bool deContratos)
    {
        var pedidos = new List<Func<Vista, bool, bool>>();
        Pedir(consulta.Contratistas, (pedazo, fila, exacto) => Letras.Esta(pedazo, fila.DeContratista, exacto));
        Pedir(consulta.Q, EnCualquiera);
        if (deContratos)
        {
            Pedir(consulta.Contratantes, (pedazo, fila, exacto) => Letras.Esta(pedazo, fila.DeContratante, exacto));
            Pedir(consulta.Servicios, (pedazo, fila, exacto) => Letras.Esta(pedazo, fila.DeServicio, exacto));
        }
        return pedidos;

        void Pedir(IReadOnlyList<string> textos, Func<Pedazo, Vista, bool, bool> esta)
        {
            var alternativas = textos.SelectMany(Letras.Buscadas).ToList();
            if (textos.Count > 0)
                pedidos.Add((fila, exacto) => alternativas.Any(pedazos => pedazos.All(pedazo => esta(pedazo, fila, exacto))));
        }
    }

    private static bool EnCualquiera(Pedazo pedazo, Vista fila, bool exacto) =>
        Letras.Esta(pedazo, fila.DeContratista, exacto)
        || Letras.Esta(pedazo, fila.DeContratante, exacto)
        || Letras.Esta(pedazo, fila.DeServicio, exacto)
        || EmpiezaUnFolio(pedazo, fila.Folio)
        || EmpiezaUnFolio(pedazo, fila.Contrato?.Folio);

    private static bool EmpiezaUnFolio(Pedazo pedazo, string? folio) =>
        !pedazo.EntreComillas
        && pedazo.Palabras[0].Plegada is { Length: <= 12 } palabra
        && Ascii.IsValid(palabra)
        && folio is not null
        && folio.StartsWith(palabra, StringComparison.OrdinalIgnoreCase);

    private static bool Vale(Consulta consulta, Vista fila, bool deContratos) =>
        Uno(consulta.Listas, fila.Listado.Lista)
        && Uno(consulta.Periodos, fila.Listado.Periodo)
        && Uno(consulta.Ejercicios, fila.Listado.Periodo.Ejercicio)
        && Uno(consulta.Cuatrimestres, fila.Listado.Periodo.Cuatrimestre)
        && (consulta.FoliosContrato.Count == 0 || fila.Folios.Any(folio => folio is not null && consulta.FoliosContrato.Contains(folio)))
        && Uno(consulta.FoliosInformativa, fila.Folio)
        && Uno(consulta.TiposInformativa.Cast<TipoInformativa?>().ToList(), fila.Tipo)
        && Alguno(consulta.Inconsistencias, fila.Inconsistencias)
        && Alguno(consulta.Observaciones, fila.Observaciones)
        && Uno(consulta.ClavesDeContratista, fila.Contratista.Clave)
        && (Uno(consulta.ClavesDeParte, fila.Contratista.Clave) || Uno(consulta.ClavesDeParte, fila.Contrato?.Contratante.Clave))
        && Uno(consulta.TiposDeContratista.Cast<TipoPersona?>().ToList(), fila.Contratista.TipoPersona)
        && Dentro(consulta.FechaPresentacion, fila.Presentacion)
        && (consulta.ConContratos is not { } con || con == (fila.Contratos > 0))
        && (!deContratos || ValeSuContrato(consulta, fila.Contrato));

    private static bool ValeSuContrato(Consulta consulta, ContratoPublico? contrato) =>
        Uno(consulta.ClavesDeContratante, contrato?.Contratante.Clave)
        && Uno(consulta.TiposDeContratante.Cast<TipoPersona?>().ToList(), contrato?.Contratante.TipoPersona)
        && Dentro(consulta.FechaInicio, contrato?.FechaInicio)
        && Dentro(consulta.FechaFin, contrato?.FechaFin)
        && Dentro(consulta.PersonasTrabajadoras, contrato?.PersonasTrabajadoras)
        && (!consulta.SinFechaFin || contrato is { FechaFin: null })
        && (consulta.VigenteEn is not { } dia || (contrato?.FechaInicio <= dia && (contrato.FechaFin is not { } fin || fin >= dia)));

    private static bool Uno<T>(IReadOnlyList<T> pedidos, T? valor) => pedidos.Count == 0 || (valor is not null && pedidos.Contains(valor));

    private static bool Alguno(IReadOnlyList<Codigo> pedidos, IReadOnlyList<Hallazgo> hallazgos) =>
        pedidos.Count == 0 || hallazgos.Any(hallazgo => pedidos.Contains(hallazgo.Codigo));

    private static bool Dentro<T>(Intervalo<T> intervalo, T? valor)
        where T : struct, IComparable<T> =>
        !intervalo.Acota
        || (
            valor is { } uno
            && (intervalo.Desde is not { } desde || uno.CompareTo(desde) >= 0)
            && (intervalo.Hasta is not { } hasta || uno.CompareTo(hasta) <= 0)
        );

    private static Vista De(RenglonPublico renglon) =>
        new(
            renglon.Clave,
            renglon.Listado,
            renglon.FolioInformativa,
            renglon.TipoInformativa,
            renglon.FechaPresentacion,
            renglon.Contratista,
            renglon.Contrato,
            [renglon.Contrato?.Folio],
            renglon.Contrato is null ? 0 : 1,
            renglon.Inconsistencias,
            renglon.Observaciones
        );

    /// <summary>Folios repeat and may be missing: a contract is of the informativas that share the whole filing with it.</summary>
    private static Vista De(InformativaPublica informativa, IReadOnlyList<RenglonPublico> renglones) =>
        new(
            informativa.Clave,
            informativa.Listado,
            informativa.Folio,
            informativa.Tipo,
            informativa.FechaPresentacion,
            informativa.Contratista,
            null,
            [
                .. renglones
                    .Where(renglon =>
                        informativa.Contratos > 0
                        && renglon.Contrato is not null
                        && renglon.Listado == informativa.Listado
                        && renglon.FolioInformativa == informativa.Folio
                        && renglon.TipoInformativa == informativa.Tipo
                        && renglon.FechaPresentacion == informativa.FechaPresentacion
                        && renglon.Contratista == informativa.Contratista
                    )
                    .Select(renglon => renglon.Contrato!.Folio),
            ],
            informativa.Contratos,
            informativa.Inconsistencias,
            informativa.Observaciones
        );

    private static PartePublica? ConNombre(PartePublica? parte) => parte?.Nombre is null ? null : parte;

    private static int Comparar(PartePublica una, PartePublica otra)
    {
        var comparacion = Bytes(Plegado.Plegar(una.Nombre!)).SequenceCompareTo(Bytes(Plegado.Plegar(otra.Nombre!)));
        if (comparacion == 0)
            comparacion = Bytes(una.Nombre!).SequenceCompareTo(Bytes(otra.Nombre!));
        return comparacion != 0 ? comparacion : Nullable.Compare(una.TipoPersona, otra.TipoPersona);

        static ReadOnlySpan<byte> Bytes(string texto) => Encoding.UTF8.GetBytes(texto);
    }
}
