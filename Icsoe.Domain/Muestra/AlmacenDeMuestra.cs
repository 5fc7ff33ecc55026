using System.Data.Common;
using Icsoe.Domain.Almacen;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Sellado;

namespace Icsoe.Domain.Muestra;

/// <summary>The sample's own store, made from its files through both doors, and marked so for ever.</summary>
public static class AlmacenDeMuestra
{
    /// <summary>
    /// Makes sure that the sample stands in a folder, whole and by this program: built aside and moved into place, or left as it is.
    /// </summary>
    public static async Task AsegurarAsync(string directorio, CancellationToken ct)
    {
        if (Sirve(directorio))
            return;
        var aparte = $"{directorio.TrimEnd(Path.DirectorySeparatorChar)}.{Guid.NewGuid():N}";
        try
        {
            await ConstruirAsync(aparte, ct);
            if (Directory.Exists(directorio))
                Directory.Delete(directorio, recursive: true);
            Directory.Move(aparte, directorio);
        }
        finally
        {
            if (Directory.Exists(aparte))
                Directory.Delete(aparte, recursive: true);
        }
    }

    private static bool Sirve(string directorio)
    {
        try
        {
            using var almacen = new AlmacenPublico(directorio);
            return almacen.EsEjemplo
                && almacen.Vigente() is { } vigente
                && vigente.Id == new Guion().Meses[^1].Publicacion
                && vigente.Programa == Entorno.Programa;
        }
        catch (Exception error) when (error is AlmacenException or DbException)
        {
            return false;
        }
    }

    private static async Task ConstruirAsync(string directorio, CancellationToken ct)
    {
        var carpetas = Carpetas.De(directorio);
        using (var escritor = EscritorPublico.Abrir(directorio))
            escritor.MarcarEjemplo();
        var entradas = Path.Combine(directorio, "entradas");
        ArchivosDeMuestra.Escribir(entradas, ct);
        foreach (var mes in new Guion().Meses)
        {
            var entorno = new Entorno
            {
                Carpetas = carpetas,
                Reloj = new RelojDeMuestra(mes.SelladaEn),
                EscribeEjemplo = true,
            };
            var carpeta = Path.Combine(entradas, mes.Publicacion.ToString());
            if (mes.Puerta == Puerta.Espejo)
            {
                var libros = Directory.GetFiles(carpeta, "*.xlsx").Order(StringComparer.Ordinal).Select(Libro).ToList();
                await ImportadorEspejo.ImportarAsync(libros, mes.Publicacion, entorno, ct);
            }
            else
            {
                Receptor.Recibir([Path.Combine(carpeta, ArchivosDeMuestra.Informativas)], entorno, ct);
                Publicador.Publicar(mes.Publicacion, null, [], entorno, ct);
            }
        }
    }

    private static LibroPorImportar Libro(string ruta) =>
        Listado.TryParseNombre(Path.GetFileNameWithoutExtension(ruta), out var listado)
            ? new LibroPorImportar(ruta, listado)
            : throw new InvalidOperationException($"The sample wrote {ruta}.");

    /// <summary>The sample was sealed on fixed days, whatever the day it is built.</summary>
    private sealed class RelojDeMuestra(DateTimeOffset instante) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instante;
    }
}
