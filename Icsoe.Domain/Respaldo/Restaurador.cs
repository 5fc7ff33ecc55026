using System.Data.Common;
using Icsoe.Domain.Almacen;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Almacen.Recepcion;
using Icsoe.Domain.Sellado;

namespace Icsoe.Domain.Respaldo;

/// <summary><c>restaurar</c>: brings a copy back to where there is nothing published.</summary>
public static class Restaurador
{
    /// <summary>
    /// Puts a copy of a store in its folders, all or nothing: checked where it lies, copied aside and checked again, and put in place by
    /// one transaction of <c>icsoe.db</c>, last. A server that waits for a publication picks it up.
    /// </summary>
    /// <param name="origen">Folder that <c>respaldar</c> wrote, or of another store.</param>
    /// <exception cref="OrdenRechazadaException">
    /// The origin is no store or is damaged; there are publications already, or filings that the origin lacks; another writer is at work.
    /// </exception>
    /// <exception cref="AlmacenException">The origin is of another version, or cannot be read or written.</exception>
    public static async Task<Verificacion> RestaurarAsync(string origen, Entorno entorno, CancellationToken ct)
    {
        var carpetas = entorno.Carpetas;
        var respaldo = entorno with { Carpetas = Carpetas.De(origen) };
        Rechazar(carpetas);
        if (!File.Exists(respaldo.Carpetas.Almacen))
            throw new OrdenRechazadaException($"{respaldo.Carpetas.Datos} no es un respaldo: no tiene icsoe.db.");
        entorno.Avance("comprobando el respaldo");
        await CopiaDeAlmacen.ComprobarAsync(respaldo, ct);

        using var candado = Candado.Tomar(carpetas);
        // Somebody may have sealed before the lock was had.
        Rechazar(carpetas);
        var aparte = Carpetas.De(Path.Combine(carpetas.Temporal, "restaurado"));
        var verificacion = await CopiaDeAlmacen.EscribirAsync(respaldo, aparte, ct);
        RechazarPerdidas(aparte, carpetas);
        Colocar(aparte, carpetas, ct);
        return verificacion;
    }

    // As in a sealing: files first, that nobody reads until a record names them, and the records last.
    private static void Colocar(Carpetas aparte, Carpetas carpetas, CancellationToken ct)
    {
        Mover(aparte.Archivos, carpetas.Archivos);
        Mover(aparte.Indice, carpetas.Indice);
        if (File.Exists(aparte.Recibido))
        {
            AlmacenRecepcion.CrearCarpeta(carpetas.Recepcion);
            CopiaDeAlmacen.CopiarInformes(aparte, carpetas, ct);
            CopiaDeBase.Copiar(aparte.Recibido, carpetas.Recibido, CopiaDeBase.EnUso, ct);
        }
        new Llavero(carpetas).Copiar(aparte, ct);
        CopiaDeBase.Copiar(aparte.Almacen, carpetas.Almacen, CopiaDeBase.EnUso, ct);
    }

    private static void RechazarPerdidas(Carpetas aparte, Carpetas carpetas)
    {
        if (!File.Exists(aparte.Recibido) || !File.Exists(carpetas.Recibido))
            return;
        try
        {
            if (RevisionDeRecepcion.FaltanEn(aparte.Recibido, carpetas.Recibido) is > 0 and var faltan)
                throw new OrdenRechazadaException(
                    $"{carpetas.Recepcion} tiene {faltan:N0} informativas recibidas que el respaldo no tiene y se perderían. Muévela a otro lado y repite."
                );
        }
        catch (DbException error)
        {
            throw new OrdenRechazadaException($"{carpetas.Recibido} no se puede leer ({error.Message}). Muévelo a otro lado y repite.");
        }
    }

    private static void Mover(string desde, string hasta)
    {
        Directory.CreateDirectory(hasta);
        foreach (var ruta in Directory.GetFiles(desde))
            File.Move(ruta, Path.Combine(hasta, Path.GetFileName(ruta)), overwrite: true);
        Archivero.VaciarDirectorio(hasta);
    }

    private static void Rechazar(Carpetas carpetas)
    {
        const string Aparte = "Muévelo a otro lado, o usa otro directorio con --datos, y repite.";
        try
        {
            using var almacen = new AlmacenPublico(carpetas.Datos);
            if (almacen.Vigente() is { } vigente)
                throw new OrdenRechazadaException(
                    $"{carpetas.Datos} ya tiene publicaciones (la vigente es {vigente.Id}) y restaurar no escribe sobre ninguna. {Aparte}"
                );
        }
        catch (Exception error) when (error is AlmacenException or DbException)
        {
            throw new OrdenRechazadaException($"{carpetas.Almacen} no se puede leer ({error.Message}). {Aparte}");
        }
    }
}
