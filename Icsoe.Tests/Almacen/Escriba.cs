using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Almacen;

/// <summary>Writes publications into a folder of its own, one a month, as the seal would, and keeps in memory what they should say.</summary>
internal sealed class Escriba : IDisposable
{
    public static readonly Programa Programa = new("0.0.0", null);

    private readonly DirectoryInfo carpeta = Directory.CreateTempSubdirectory("icsoe-almacen-");

    public string Datos => carpeta.FullName;

    public AlmacenEnMemoria Memoria { get; } = new();

    /// <summary>A publication of these listados, whole; the totals of each as the store counted them.</summary>
    public IReadOnlyList<Totales> Sellar(params IReadOnlyList<IReadOnlyList<RenglonPublico>> contenidos)
    {
        using var escritor = EscritorPublico.Abrir(Datos);
        return Sellar(escritor, contenidos.ToDictionary(contenido => contenido[0].Listado));
    }

    public IReadOnlyList<Totales> Sellar(EscritorPublico escritor, IReadOnlyDictionary<Listado, IReadOnlyList<RenglonPublico>> contenidos)
    {
        var porSellar = contenidos
            .Select(par => new ListadoPorSellar(par.Key, Puerta.Espejo, Escribir(escritor, par.Key, par.Value), null, []))
            .ToList();
        var mes = escritor.Publicaciones.Count;
        var publicacion = escritor.Sellar(
            IdPublicacion.DelMes(new DateOnly(2025, 1, 1).AddMonths(mes)),
            new DateTimeOffset(2025, 1, 10, 18, 0, 0, TimeSpan.Zero).AddMonths(mes),
            null,
            Puerta.Espejo,
            Programa,
            porSellar
        );
        Memoria.Sellar(contenidos);
        Assert.That(publicacion.Secuencia, Is.EqualTo(Memoria.Cuantas));
        return [.. porSellar.Select(listado => listado.Totales)];
    }

    public static Totales Escribir(EscritorPublico escritor, Listado listado, IEnumerable<RenglonPublico> renglones)
    {
        using var escritura = escritor.Escribir(listado);
        foreach (var renglon in renglones)
            escritura.Agregar(renglon);
        return escritura.Terminar();
    }

    /// <summary>The store as the server opens it.</summary>
    public AlmacenPublico Leer()
    {
        var almacen = new AlmacenPublico(Datos);
        almacen.Vigente();
        return almacen;
    }

    public void Dispose() => carpeta.Delete(recursive: true);
}
