using Icsoe.Benchmarks.Consultas;
using Icsoe.Benchmarks.Escala;
using Icsoe.Domain.Almacen;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Sellado;
using Microsoft.Data.Sqlite;

namespace Icsoe.Benchmarks.Meses;

/// <summary>What a store weighed when a publication had been sealed, in bytes.</summary>
internal sealed record Peso(long Base, long Indice, long Archivos);

/// <summary>
/// Two stores that lived the same months: one with the public listado of sixteen periodos, all of them changed by 2 % each month, and
/// one with that of the last periodo alone. They are made by the order <c>importar</c> in this process, which is handed the clock of each month, and
/// kept; what is missing is added the next time.
/// </summary>
internal sealed class AlmacenesDeMeses
{
    private readonly Datos _datos;
    private readonly string _carpeta;
    private readonly List<Peso> _pesos = [];

    private AlmacenesDeMeses(Datos datos)
    {
        _datos = datos;
        _carpeta = datos.Fija("meses");
    }

    /// <summary>The store of sixteen listados.</summary>
    public string Todos => Path.Combine(_carpeta, "todos");

    /// <summary>The store of one.</summary>
    public string Solo => Path.Combine(_carpeta, "solo");

    /// <summary>Of <see cref="Todos"/>, after each publication.</summary>
    public IReadOnlyList<Peso> Pesos => _pesos;

    private string Libros => Path.Combine(_carpeta, "libros");

    private string Nota => Path.Combine(_carpeta, "pesos.tsv");

    /// <param name="meses">Publications they must have, or more.</param>
    /// <param name="rehacer">Make them again whatever there is.</param>
    public static AlmacenesDeMeses Preparar(Datos datos, int meses, bool rehacer, CancellationToken ct)
    {
        var almacenes = new AlmacenesDeMeses(datos);
        if (rehacer || !almacenes.Recordar())
            almacenes.Vaciar();
        almacenes.Vivir(meses, ct);
        return almacenes;
    }

    /// <summary>The order <c>importar</c> with the clock of its month, and its id.</summary>
    public static void Importar(IReadOnlyList<string> libros, string datos, string publicacion)
    {
        var id = IdPublicacion.Parse(publicacion);
        var entorno = new Entorno { Carpetas = Carpetas.De(datos), Reloj = new RelojDelMes(id) };
        ImportadorEspejo
            .ImportarAsync([.. libros.Select(libro => new LibroPorImportar(libro, DeNombre(libro)))], id, entorno, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
    }

    /// <summary>Workbooks of the last periodo for the months after those that were lived.</summary>
    public IReadOnlyList<string> Siguientes(int cuantos) =>
        [.. _datos.Mensuales(Libros, Pesos.Count + 1, soloElActual: true).Take(cuantos)];

    /// <summary>
    /// A copy of a store for something else to be sealed in it. It has no published files: sealing reads none.
    /// </summary>
    public string Copiar(string almacen)
    {
        var copia = _datos.Vacia($"meses-{Path.GetFileName(almacen)}");
        foreach (var archivo in Directory.GetFiles(almacen).Concat(Directory.GetFiles(Path.Combine(almacen, "indice"))))
        {
            var destino = Path.Combine(copia, Path.GetRelativePath(almacen, archivo));
            Directory.CreateDirectory(Path.GetDirectoryName(destino)!);
            File.Copy(archivo, destino);
            // Else the order that is measured would wait for this to reach the disk.
            using var copiado = File.OpenHandle(destino, FileMode.Open, FileAccess.Write);
            RandomAccess.FlushToDisk(copiado);
        }
        return copia;
    }

    /// <summary>Whether what is there can be gone on with.</summary>
    private bool Recordar()
    {
        if (!File.Exists(Nota) || File.ReadAllLines(Nota) is not [var forma, .. var lineas] || forma != AlmacenDeConsultas.Forma())
            return false;
        _pesos.AddRange(
            lineas
                .Select(linea => linea.Split('\t'))
                .Select(campos => new Peso(long.Parse(campos[0]), long.Parse(campos[1]), long.Parse(campos[2])))
        );
        return Publicaciones(Todos) == _pesos.Count && Publicaciones(Solo) == _pesos.Count;
    }

    private static int Publicaciones(string almacen)
    {
        try
        {
            using var abierto = new AlmacenPublico(almacen);
            return abierto.Vigente()?.Secuencia ?? 0;
        }
        catch (Exception error) when (error is AlmacenException or SqliteException)
        {
            return -1;
        }
    }

    private void Vaciar()
    {
        _pesos.Clear();
        if (Directory.Exists(_carpeta))
            Directory.Delete(_carpeta, recursive: true);
        Directory.CreateDirectory(_carpeta);
        File.WriteAllLines(Nota, [AlmacenDeConsultas.Forma()]);
    }

    private void Vivir(int meses, CancellationToken ct)
    {
        var cuantos = Datos.Periodos.Count;
        var libros = _datos.Mensuales(Libros, _pesos.Count + 1, soloElActual: false).Take((meses - _pesos.Count) * cuantos);
        // The next workbooks are written on the other core while a month is imported; each waits alone, large as it is.
        foreach (var mes in libros.Adelantado(_ => int.MaxValue, ct).Chunk(cuantos))
        {
            var carpeta = Path.GetDirectoryName(mes[0])!;
            var id = Path.GetFileName(carpeta);
            var inicio = TimeProvider.System.GetTimestamp();
            Importar(mes, Todos, id);
            Importar([mes[^1]], Solo, id);
            Directory.Delete(carpeta, recursive: true);
            var peso = new Peso(
                Pesar(Todos, "icsoe.db*"),
                Pesar(Path.Combine(Todos, "indice"), "*"),
                Pesar(Path.Combine(Todos, "archivos"), "*")
            );
            _pesos.Add(peso);
            File.AppendAllLines(Nota, [$"{peso.Base}\t{peso.Indice}\t{peso.Archivos}"]);
            Console.Error.WriteLine($"  {id}: {Tabla.Mib(peso.Base)}, {TimeProvider.System.GetElapsedTime(inicio).TotalSeconds:0} s");
        }
    }

    private static long Pesar(string carpeta, string patron) =>
        Directory.GetFiles(carpeta, patron).Sum(archivo => new FileInfo(archivo).Length);

    private static Listado DeNombre(string libro) =>
        Listado.TryParseNombre(Path.GetFileNameWithoutExtension(libro), out var listado)
            ? listado
            : throw new InvalidOperationException($"{libro} no se llama como un listado.");

    /// <summary>When IMSS publishes: one of the first business days.</summary>
    private sealed class RelojDelMes(IdPublicacion id) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(id.PrimerDia.AddDays(4), new TimeOnly(18, 0), TimeSpan.Zero);
    }
}
