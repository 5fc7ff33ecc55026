using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Almacen.Retiros;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.Data.Sqlite;

namespace Icsoe.Tests.Almacen;

/// <summary>A public store in a folder that goes away with it, written publication by publication.</summary>
internal sealed class AlmacenDePrueba : IDisposable
{
    private readonly DirectoryInfo carpeta = Directory.CreateTempSubdirectory("icsoe-almacen-");
    private IdPublicacion siguiente = IdPublicacion.Parse("2026-01");

    public AlmacenDePrueba() => Publico = new AlmacenPublico(carpeta.FullName);

    public string Datos => carpeta.FullName;

    /// <summary>Read-only, opened before there was anything to read.</summary>
    public AlmacenPublico Publico { get; }

    /// <summary>Seals the whole new content of some listados; the rest are carried over. Returns what each write counted.</summary>
    public IReadOnlyList<Totales> Sellar(params IEnumerable<(Listado Listado, IReadOnlyList<RenglonPublico> Renglones)> contenidos)
    {
        using var escritor = EscritorPublico.Abrir(Datos);
        var cambiados = new List<ListadoPorSellar>();
        var totales = new List<Totales>();
        foreach (var (listado, renglones) in contenidos)
        {
            totales.Add(Escribir(escritor, listado, renglones));
            cambiados.Add(
                new ListadoPorSellar(listado, Puerta.Espejo, totales[^1], null, [])
                {
                    Canonico = CsvDeListado.Resumir(destino => escritor.Leer(listado, destino, default)),
                }
            );
        }
        escritor.Sellar(
            siguiente,
            new DateTimeOffset(2026, 1, 5, 18, 0, 0, TimeSpan.Zero),
            null,
            Puerta.Espejo,
            new Programa("1", null),
            cambiados
        );
        siguiente = siguiente.Siguiente;
        return totales;
    }

    /// <summary>Takes a folio out of every publication, and seals one that changes nothing else.</summary>
    public void Retirar(string folio)
    {
        using var escritor = EscritorPublico.Abrir(Datos);
        var dejado = escritor.Desalojar(folio);
        escritor.Sellar(
            siguiente,
            new DateTimeOffset(2026, 1, 5, 18, 0, 0, TimeSpan.Zero),
            null,
            Puerta.Espejo,
            new Programa("1", null),
            [],
            retiro: new RetiroPorSellar(folio, null, "Porque sí.", dejado)
        );
        siguiente = siguiente.Siguiente;
    }

    /// <summary>Writes a listado and dies before sealing.</summary>
    public void Abandonar(Listado listado, IReadOnlyList<RenglonPublico> renglones)
    {
        using var escritor = EscritorPublico.Abrir(Datos);
        Escribir(escritor, listado, renglones);
        // Starting another listado commits what was written of this one.
        escritor.Escribir(listado with { Lista = 1 - listado.Lista }).Dispose();
    }

    public IReadOnlyList<RenglonPublico> Renglones(int secuencia) => Publico.Renglones(Todo(secuencia)).Filas;

    public IReadOnlyList<InformativaPublica> Informativas(int secuencia) => Publico.Informativas(Todo(secuencia)).Filas;

    public static Consulta Todo(int secuencia) => new() { Secuencia = secuencia, Limite = int.MaxValue };

    /// <summary>The same question, counted row by row: a filter that asks nothing hides that it is of whole listados, which sealing counted.</summary>
    public static Consulta RenglonPorRenglon(Consulta consulta) => consulta with { TiposInformativa = consulta.TiposInformativa.ToList() };

    /// <summary>How many rows the file holds, whatever the publication they stand in.</summary>
    public long Filas(string tabla)
    {
        using var conexion = new SqliteConnection($"Data Source={Path.Combine(Datos, "icsoe.db")};Pooling=False");
        conexion.Open();
        using var comando = conexion.CreateCommand();
        comando.CommandText = $"SELECT count(*) FROM {tabla}";
        return (long)comando.ExecuteScalar()!;
    }

    public void Dispose()
    {
        Publico.Dispose();
        carpeta.Delete(recursive: true);
    }

    private static Totales Escribir(EscritorPublico escritor, Listado listado, IReadOnlyList<RenglonPublico> renglones)
    {
        using var escritura = escritor.Escribir(listado);
        foreach (var renglon in renglones)
            escritura.Agregar(renglon);
        return escritura.Terminar();
    }
}
