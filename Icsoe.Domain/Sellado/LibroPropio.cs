using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>The XLSX of a listado written by us: of those of the institute door, and of a mirrored one that lost something.</summary>
internal static class LibroPropio
{
    /// <param name="renglones">In the order of the file; read once.</param>
    public static ArchivoListo Escribir(Listado listado, IEnumerable<RenglonPublico> renglones, Entorno entorno, CancellationToken ct)
    {
        var temporal = Archivero.Nuevo(entorno.Carpetas);
        using (var salida = new FileStream(temporal, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 17))
            LibroXlsx.Escribir(salida, listado.Lista, renglones, Aviso.De(listado.Lista).Lineas, entorno.Carpetas.Temporal, ct);
        return Archivero.Preparar(temporal, $"{listado.Nombre}.xlsx", "xlsx", "icsoe");
    }
}
