using System.Globalization;
using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Validacion;

/// <summary>
/// What sealing would make of some informativas if they were all that was filed: the same readers, admission, rules and classification,
/// in memory alone. Nothing is stored.
/// </summary>
public sealed class Prevision
{
    /// <summary>Contracts that may be judged at once; an informativa without them, or that cannot be read, counts as one.</summary>
    public const int ContratosMaximos = 20_000;

    /// <summary>Characters of all their names and services together: a small workbook may hold one long text many times.</summary>
    public const int CaracteresMaximos = 16 << 20;

    /// <summary>Problems that are kept, of each kind; the rest are only counted.</summary>
    public const int ProblemasMaximos = 1_000;

    private const string OtroContenido = "ya había aparecido con otro contenido; una informativa presentada no cambia: se corrige con otra";

    private readonly List<Rechazo> ilegibles = [];
    private readonly List<Rechazo> advertencias = [];
    private readonly List<Informativa> presentadas = [];
    private readonly List<Lugar> lugares = [];

    private Prevision() { }

    /// <summary>Every informativa that could be read, in the order in which they came; the same one twice is one.</summary>
    public IReadOnlyList<InformativaPrevista> Informativas { get; private set; } = [];

    /// <summary>Why informativas could not be read or taken in: the first <see cref="ProblemasMaximos"/> reasons.</summary>
    public IReadOnlyList<Rechazo> Ilegibles => ilegibles;

    /// <summary>How many reasons there are.</summary>
    public int IlegiblesEnTotal { get; private set; }

    /// <summary>What was noticed without rejecting anything: the first <see cref="ProblemasMaximos"/>.</summary>
    public IReadOnlyList<Rechazo> Advertencias => advertencias;

    /// <summary>How many there are.</summary>
    public int AdvertenciasEnTotal { get; private set; }

    /// <summary>Contracts of the informativas that could be read.</summary>
    public int Contratos { get; private set; }

    /// <summary>Judges.</summary>
    /// <param name="lineas">Read as they are asked for.</param>
    /// <param name="archivo">Name, for the places of the problems.</param>
    /// <param name="hoy">Today in Mexico City.</param>
    /// <param name="politica">The one that listados are sealed with.</param>
    /// <exception cref="LecturaException">What is read is refused whole.</exception>
    /// <exception cref="PrevisionExcedidaException">There is more than may be judged at once.</exception>
    public static Prevision De(
        IEnumerable<LineaLeida> lineas,
        string archivo,
        DateOnly hoy,
        PoliticaFechaInicio politica,
        CancellationToken ct
    )
    {
        var prevision = new Prevision();
        prevision.Leer(lineas, archivo, new Admision(hoy.Year, []));
        prevision.Juzgar(new Clasificador(new Juez(politica)), ct);
        return prevision;
    }

    private void Leer(IEnumerable<LineaLeida> lineas, string archivo, Admision admision)
    {
        var vistas = new Dictionary<string, Informativa>(StringComparer.Ordinal);
        int renglones = 0,
            caracteres = 0;
        foreach (var linea in lineas)
        {
            renglones += Math.Max(1, linea.Informativa?.Contratos.Count ?? 0);
            if (renglones > ContratosMaximos)
                throw new PrevisionExcedidaException($"trae más de {ContratosMaximos:N0} contratos");
            AdvertenciasEnTotal += Anotar(linea.Advertencias, advertencias);
            Rechazar(linea.Rechazos);
            if (linea.Informativa is not { } informativa)
                continue;
            if (admision.Rechazar(archivo, linea) is { } rechazo)
            {
                Rechazar([rechazo]);
                continue;
            }
            if (!vistas.TryAdd(informativa.Folio!, informativa))
            {
                if (!DicenLoMismo(vistas[informativa.Folio!], informativa))
                    Rechazar([new(archivo, linea.Linea, "folio", OtroContenido) { Hoja = linea.Hoja, Valor = informativa.Folio }]);
                continue;
            }
            caracteres += Caracteres(informativa);
            if (caracteres > CaracteresMaximos)
                throw new PrevisionExcedidaException($"sus nombres y servicios pasan de {CaracteresMaximos:N0} caracteres");
            Contratos += informativa.Contratos.Count;
            presentadas.Add(informativa);
            lugares.Add(Lugar.De(linea));
        }
    }

    private void Rechazar(IReadOnlyList<Rechazo> nuevos) => IlegiblesEnTotal += Anotar(nuevos, ilegibles);

    private static int Anotar(IReadOnlyList<Rechazo> nuevos, List<Rechazo> guardados)
    {
        guardados.AddRange(nuevos.Take(ProblemasMaximos - guardados.Count));
        return nuevos.Count;
    }

    private void Juzgar(Clasificador clasificador, CancellationToken ct)
    {
        var previstas = new InformativaPrevista[presentadas.Count];
        foreach (
            var expediente in Enumerable
                .Range(0, presentadas.Count)
                .GroupBy(i => (presentadas[i].Periodo, presentadas[i].ClaveDeExpediente))
        )
        {
            ct.ThrowIfCancellationRequested();
            Juzgar([.. expediente], clasificador, previstas);
        }
        Informativas = previstas;
    }

    private void Juzgar(int[] suyas, Clasificador clasificador, InformativaPrevista[] previstas)
    {
        var expediente = Array.ConvertAll(suyas, i => presentadas[i]);
        var clasificado = clasificador.Clasificar(expediente, DateOnly.MaxValue);
        var procedencias = new Procedencias(expediente);
        var ignoradas = clasificado.ReferenciasIgnoradas.ToHashSet(StringComparer.Ordinal);
        foreach (var veredicto in clasificado.Veredictos)
        {
            var lugar = procedencias.Indice(veredicto.Informativa);
            previstas[suyas[lugar]] = new(expediente[lugar], lugares[suyas[lugar]])
            {
                Lista = veredicto.Lista,
                Inconsistencias = [.. veredicto.Inconsistencias.Select(Ubicar)],
                Observaciones = [.. veredicto.Observaciones.Select(Ubicar)],
                ReferenciaIgnorada = ignoradas.Contains(expediente[lugar].Folio!),
            };

            HallazgoPrevisto Ubicar(Hallazgo hallazgo)
            {
                var (presentada, contrato) = procedencias.De(veredicto.Informativa, hallazgo);
                var sitio = lugares[suyas[presentada]].Sitio(Procedencias.Campo(hallazgo), contrato);
                return new(hallazgo, sitio, Valor(hallazgo, veredicto.Informativa) is { } valor ? Problemas.Cita(valor) : null);
            }
        }
        var anuladas = expediente
            .Where(presentada => presentada.Tipo == TipoInformativa.SinEfectos && !ignoradas.Contains(presentada.Folio!))
            .Select(presentada => presentada.Referencia!)
            .ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < suyas.Length; i++)
        {
            previstas[suyas[i]] ??= new(expediente[i], lugares[suyas[i]])
            {
                Razon = expediente[i].Tipo switch
                {
                    TipoInformativa.SinEfectos => RazonDeNoListar.EsSinEfectos,
                    TipoInformativa.Actualizacion => RazonDeNoListar.EsActualizacion,
                    _ => anuladas.Contains(expediente[i].Folio!) ? RazonDeNoListar.Anulada : RazonDeNoListar.Sustituida,
                },
                ReferenciaIgnorada = ignoradas.Contains(expediente[i].Folio!),
            };
        }
    }

    /// <summary>What was found, as written; null when nothing was. Never an RFC.</summary>
    private static string? Valor(Hallazgo hallazgo, Informativa informativa)
    {
        var contrato = hallazgo.Lugar is { } lugar ? informativa.Contratos[lugar] : null;
        return hallazgo.Codigo switch
        {
            Codigo.ServicioNulo => contrato?.Servicio,
            Codigo.MismoContratante => contrato?.Contratante.Nombre,
            Codigo.FechaInicio => contrato?.FechaInicioIlegible
                ?? contrato?.FechaInicio?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Codigo.SinTrabajadores => contrato?.PersonasTrabajadoras?.ToString(CultureInfo.InvariantCulture),
            Codigo.ConteoContratos => hallazgo.Declarados?.ToString(CultureInfo.InvariantCulture),
            Codigo.SinContratos => null,
            _ => informativa.Folio,
        };
    }

    private static bool DicenLoMismo(Informativa una, Informativa otra) =>
        una with { Contratos = [] } == otra with { Contratos = [] } && una.Contratos.SequenceEqual(otra.Contratos);

    private static int Caracteres(Informativa informativa) =>
        (informativa.Contratista.Nombre?.Length ?? 0)
        + informativa.Contratos.Sum(contrato => (contrato.Contratante.Nombre?.Length ?? 0) + (contrato.Servicio?.Length ?? 0));
}

/// <summary>What sealing would make of one informativa.</summary>
/// <param name="Informativa">As filed.</param>
/// <param name="Lugar">Where it was read.</param>
public sealed record InformativaPrevista(Informativa Informativa, Lugar Lugar)
{
    /// <summary>The list it would go to; null when it would be in none.</summary>
    public Lista? Lista { get; init; }

    /// <summary>Why it would be in no list; null when it would.</summary>
    public RazonDeNoListar? Razon { get; init; }

    public IReadOnlyList<HallazgoPrevisto> Inconsistencias { get; init; } = [];

    /// <summary>Noted without moving anything.</summary>
    public IReadOnlyList<HallazgoPrevisto> Observaciones { get; init; } = [];

    /// <summary>Whether it names a filing that is not among those filed before it by the same contratista: that counts for nothing.</summary>
    public bool ReferenciaIgnorada { get; init; }

    /// <summary>Whether it was filed after the deadline; null where a list cannot tell, or when it would be in none.</summary>
    public bool? Tardia =>
        Lista is null ? null : CalendarioHabil.Tardia(Informativa.Periodo, Informativa.Tipo, Informativa.FechaPresentacion);

    /// <summary>Last day to file on time; null for 2021-1.</summary>
    public DateOnly? FechaLimite => CalendarioHabil.FechaLimite(Informativa.Periodo);
}

/// <summary>A finding with its place and what was found there.</summary>
/// <param name="Valor">As written, its beginning; null when nothing was.</param>
public sealed record HallazgoPrevisto(Hallazgo Hallazgo, Sitio Sitio, string? Valor);

/// <summary>Why a filing is in no list.</summary>
public enum RazonDeNoListar
{
    /// <summary>It leaves another one without effects.</summary>
    EsSinEfectos,

    /// <summary>It overlays contracts of another one.</summary>
    EsActualizacion,

    /// <summary>A sin efectos annulled it.</summary>
    Anulada,

    /// <summary>A corrección replaced it.</summary>
    Sustituida,
}

/// <summary>There is more than may be judged at once. The message is Spanish and begins with a verb: «trae más de…».</summary>
public sealed class PrevisionExcedidaException(string motivo) : Exception(motivo);
