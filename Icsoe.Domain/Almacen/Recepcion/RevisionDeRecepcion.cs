using System.Security.Cryptography;
using Icsoe.Domain.Almacen.Publico;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Recepcion;

/// <summary>Whether what was received is still what was received. Changes nothing.</summary>
internal static class RevisionDeRecepcion
{
    /// <summary>One Spanish sentence for each damage.</summary>
    public static IReadOnlyList<string> Revisar(string ruta, CancellationToken ct)
    {
        var danos = new List<string>();
        try
        {
            using var conexion = Conexiones.ParaLeer(ruta);
            using var integridad = new Sentencia(conexion, "PRAGMA integrity_check(10)");
            using (var filas = integridad.Leer())
            {
                while (filas.Avanzar())
                {
                    if (filas.Texto(0) is not "ok" and var dano)
                        danos.Add($"recepcion.db: {dano}");
                }
            }
            if (danos.Count > 0 || SinTablas(conexion))
                return danos;
            using var recibidas = new Sentencia(conexion, "SELECT folio, huella, contenido FROM recibidas");
            using (var filas = recibidas.Leer())
            {
                while (filas.Avanzar())
                {
                    ct.ThrowIfCancellationRequested();
                    if (!SHA256.HashData(filas.Utf8(2)).AsSpan().SequenceEqual(filas.Utf8(1)))
                        danos.Add($"recepcion.db: la informativa {filas.Texto(0)} no es la que se recibió.");
                }
            }
        }
        catch (Exception error) when (error is SqliteException or AlmacenException)
        {
            danos.Add($"recepcion.db: no se puede leer ({error.Message})");
        }
        return danos;
    }

    /// <summary>Whether a first writer is still making it, or died at that: nothing was received.</summary>
    public static bool SinTablas(SqliteConnection conexion)
    {
        using var sentencia = new Sentencia(conexion, "SELECT count(*) FROM sqlite_master WHERE name = 'recibidas'");
        return sentencia.Numero() == 0;
    }

    /// <summary>How many filings one store holds that another does not, with the same content.</summary>
    public static int FaltanEn(string otro, string ruta)
    {
        using var conexion = Conexiones.ParaLeer(ruta);
        if (SinTablas(conexion))
            return 0;
        using var conexionDelOtro = Conexiones.ParaLeer(otro);
        using var buscar = new Sentencia(conexionDelOtro, "SELECT huella FROM recibidas WHERE folio = ?1");
        using var recibidas = new Sentencia(conexion, "SELECT folio, huella FROM recibidas");
        using var filas = recibidas.Leer();
        var faltan = 0;
        while (filas.Avanzar())
            faltan += buscar.Bytes(filas.Texto(0)).AsSpan().SequenceEqual(filas.Utf8(1)) ? 0 : 1;
        return faltan;
    }
}
