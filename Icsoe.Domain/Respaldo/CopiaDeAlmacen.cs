using Icsoe.Domain.Almacen;
using Icsoe.Domain.Almacen.Recepcion;
using Icsoe.Domain.Sellado;

namespace Icsoe.Domain.Respaldo;

/// <summary>A whole store copied into empty folders while it is in use, flushed to disk and checked.</summary>
internal static class CopiaDeAlmacen
{
    private const int Bufer = 1 << 20;

    /// <summary>Copies the store of some surroundings, then checks the copy as <c>verificar</c> does.</summary>
    /// <exception cref="OrdenRechazadaException">What was to be copied is damaged: so is the copy.</exception>
    /// <exception cref="AlmacenException">The store is of another version, or cannot be read or written.</exception>
    public static async Task<Verificacion> EscribirAsync(Entorno origen, Carpetas destino, CancellationToken ct)
    {
        Escribir(origen.Carpetas, destino, origen.Avance, ct);
        origen.Avance("comprobando la copia");
        return await ComprobarAsync(origen with { Carpetas = destino }, ct);
    }

    /// <summary>Checks a store as <c>verificar</c> does.</summary>
    /// <exception cref="OrdenRechazadaException">It is damaged.</exception>
    public static async Task<Verificacion> ComprobarAsync(Entorno entorno, CancellationToken ct)
    {
        var verificacion = await Verificador.VerificarAsync(entorno, ct);
        if (verificacion.Danos.Count > 0)
            throw new OrdenRechazadaException(
                $"{entorno.Carpetas.Datos} está dañado ({verificacion.Danos.Count:N0}): {string.Join(" ", verificacion.Danos.Take(5))} Nada cambió."
            );
        return verificacion;
    }

    private static void Escribir(Carpetas origen, Carpetas destino, Action<string> avance, CancellationToken ct)
    {
        using var instantanea = Instantanea.Tomar(origen.Almacen, origen.Recibido);
        Directory.CreateDirectory(destino.Archivos);
        Directory.CreateDirectory(destino.Indice);
        avance($"copiando {instantanea.Archivos.Count:N0} archivos");
        foreach (var sha256 in instantanea.Archivos)
            CopiarArchivo(Path.Combine(origen.Archivos, sha256), Path.Combine(destino.Archivos, sha256), ct);
        foreach (var indice in instantanea.Indices)
            Copiar(indice, Path.Combine(destino.Indice, Path.GetFileName(indice.Name)), ct);
        avance("copiando la base");
        instantanea.CopiarPublico(destino.Almacen, ct);
        if (instantanea.TieneRecepcion)
        {
            AlmacenRecepcion.CrearCarpeta(destino.Recepcion);
            instantanea.CopiarRecepcion(destino.Recibido, ct);
            CopiarInformes(origen, destino, ct);
            Archivero.VaciarDirectorio(destino.Recepcion);
        }
        new Llavero(destino).Copiar(origen, ct);
        Archivero.VaciarDirectorio(destino.Archivos);
        Archivero.VaciarDirectorio(destino.Indice);
        Archivero.VaciarDirectorio(destino.Datos);
    }

    /// <summary>What lies in the private folder beside its database: reports of rejected lines.</summary>
    public static void CopiarInformes(Carpetas origen, Carpetas destino, CancellationToken ct)
    {
        foreach (var ruta in Directory.GetFiles(origen.Recepcion))
        {
            var nombre = Path.GetFileName(ruta);
            if (!nombre.StartsWith(Path.GetFileName(origen.Recibido), StringComparison.Ordinal))
                CopiarArchivo(ruta, Path.Combine(destino.Recepcion, nombre), ct);
        }
    }

    private static void CopiarArchivo(string origen, string destino, CancellationToken ct)
    {
        if (!File.Exists(origen))
            throw new OrdenRechazadaException($"{origen}: falta; el almacén está dañado. Nada cambió.");
        using var entrada = new FileStream(origen, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Copiar(entrada, destino, ct);
    }

    private static void Copiar(FileStream entrada, string destino, CancellationToken ct)
    {
        using var salida = new FileStream(destino, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var bufer = new byte[Bufer];
        for (int leidos; (leidos = entrada.Read(bufer)) > 0; )
        {
            ct.ThrowIfCancellationRequested();
            salida.Write(bufer, 0, leidos);
        }
        salida.Flush(flushToDisk: true);
    }
}
