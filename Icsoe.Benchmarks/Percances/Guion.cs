using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Sellado;

namespace Icsoe.Benchmarks.Percances;

/// <summary>One publication of the story: what comes in for it.</summary>
/// <param name="Espejo">Whether it is a workbook to import, or informativas to receive and then seal.</param>
/// <param name="Archivo">What comes in.</param>
internal sealed record Paso(IdPublicacion Id, bool Espejo, string Archivo)
{
    public string Orden => Espejo ? "importar" : "publicar";

    /// <summary>The order that seals it, as it is written in the command line.</summary>
    public string[] Argumentos(string datos) =>
        [Orden, .. Espejo ? [Archivo] : Array.Empty<string>(), "--publicacion", Id.ToString(), "--datos", datos];
}

/// <summary>
/// A story that every store lives: month after month, by turns, a workbook by the mirror door and informativas by the institute's, half of
/// them changed each time. Lived once with nothing going wrong, it says what must come out in spite of everything.
/// </summary>
internal sealed class Guion
{
    private const double Cambio = 0.5;

    // Long past, so that the clock of whoever runs it allows the ids; an id a month.
    private static readonly DateOnly Primera = new(2023, 2, 1);
    private static readonly Periodo DelInstituto = Periodo.De(2021, 2);
    private static readonly Periodo DelEspejo = Periodo.De(2021, 3);

    private readonly Dictionary<IdPublicacion, IReadOnlyDictionary<Listado, string>> _estados = [];

    private Guion(IReadOnlyList<Paso> pasos) => Pasos = pasos;

    /// <summary>The public list of either door.</summary>
    public static IReadOnlyList<Listado> Listados { get; } = [new(DelEspejo, Lista.Publico), new(DelInstituto, Lista.Publico)];

    /// <summary>Publications that only make a store: each order twice, for the second to take what the next ones will.</summary>
    public const int Nacimiento = 4;

    /// <summary>One a publication.</summary>
    public IReadOnlyList<Paso> Pasos { get; }

    /// <summary>Writes what comes in, and lives the story once.</summary>
    /// <param name="rondas">Publications after the birth.</param>
    public static Guion Escribir(ulong semilla, double escala, int rondas, string trabajo, CancellationToken ct)
    {
        var meses = (Nacimiento + rondas + 1) / 2;
        var libros = Generar("libros", DelEspejo, carpeta => Libro(carpeta, ct));
        var informativas = Generar("informativas", DelInstituto, carpeta => Path.Combine(carpeta, $"informativas-{DelInstituto}.ndjson"));
        var guion = new Guion([
            .. Enumerable
                .Range(0, Nacimiento + rondas)
                .Select(i => new Paso(IdPublicacion.DelMes(Primera.AddMonths(i)), i % 2 == 0, (i % 2 == 0 ? libros : informativas)[i / 2])),
        ]);
        var limpio = Entorno(Path.Combine(trabajo, "limpio"));
        foreach (var paso in guion.Pasos)
        {
            Recibir(paso, limpio, ct);
            Sellar(paso, paso.Id, limpio, ct);
            guion._estados.Add(paso.Id, Estado(limpio.Carpetas.Datos).Listados);
        }
        return guion;

        List<string> Generar(string nombre, Periodo periodo, Func<string, string> archivo)
        {
            var pedido = new Pedido(
                semilla,
                [periodo],
                escala,
                meses,
                Cambio,
                Path.Combine(trabajo, nombre),
                ConLibros: false,
                ConTsv: true
            );
            return [.. Generacion.Escribir(pedido, ct).Select(version => archivo(Path.Combine(pedido.Salida, version.Publicacion)))];
        }
    }

    /// <summary>What the orders need that are given in this process.</summary>
    public static Entorno Entorno(string datos) => new() { Carpetas = Carpetas.De(datos), Reloj = TimeProvider.System };

    /// <summary>Takes in the informativas of a step, if it is of that door: nothing is published by it.</summary>
    public static void Recibir(Paso paso, Entorno entorno, CancellationToken ct)
    {
        if (!paso.Espejo)
            Receptor.Recibir([paso.Archivo], entorno, ct);
    }

    /// <summary>Gives the order of a step in this process, with its id or with none.</summary>
    public static Resultado Sellar(Paso paso, IdPublicacion? id, Entorno entorno, CancellationToken ct) =>
        paso.Espejo
            ? ImportadorEspejo.ImportarAsync([new LibroPorImportar(paso.Archivo, Listados[0])], id, entorno, ct).GetAwaiter().GetResult()
            : Publicador.Publicar(id, null, [], entorno, ct);

    /// <summary>The current publication of a store, and in a line each of its listados: rows, digest of them, digests of the files, the XLSX first.</summary>
    public static (IdPublicacion? Id, IReadOnlyDictionary<Listado, string> Listados) Estado(string datos)
    {
        using var almacen = new AlmacenPublico(datos);
        var vigente = almacen.Vigente();
        return (
            vigente?.Id,
            almacen
                .Listados(vigente?.Secuencia ?? 0)
                .ToDictionary(
                    estado => estado.Listado,
                    estado => $"{estado.Renglones} {estado.Canonico} {string.Join(' ', estado.Archivos.Select(archivo => archivo.Sha256))}"
                )
        );
    }

    /// <summary>What a listado must be at a publication; null when the story has none of that id.</summary>
    public string? Debido(string publicacion, Listado listado) =>
        IdPublicacion.TryParse(publicacion, out var id) && _estados.TryGetValue(id, out var estado)
            ? estado.GetValueOrDefault(listado)
            : null;

    /// <summary>Whether a store stands whole at this publication of the story.</summary>
    public bool Esta(string datos, IdPublicacion id)
    {
        var (vigente, listados) = Estado(datos);
        return vigente == id && listados.Count == _estados[id].Count && !listados.Except(_estados[id]).Any();
    }

    private static string Libro(string carpeta, CancellationToken ct)
    {
        var listado = Listados[0];
        var ruta = Path.Combine(carpeta, $"{listado.Nombre}.xlsx");
        RenglonesDeTsv.EscribirLibro(listado, Path.ChangeExtension(ruta, ".tsv"), ruta, ct);
        return ruta;
    }
}
