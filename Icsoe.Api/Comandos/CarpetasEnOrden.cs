using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary>Folders of <c>importar --en-orden</c>: each is named by the id of its publication and holds its workbooks under IMSS's names.</summary>
internal static class CarpetasEnOrden
{
    /// <exception cref="OrdenRechazadaException">A folder is missing, is named by no id, or holds no workbook of a listado or one of none.</exception>
    public static IReadOnlyList<PublicacionPorImportar> Leer(IEnumerable<string> carpetas) => [.. carpetas.Select(Leer)];

    private static PublicacionPorImportar Leer(string carpeta)
    {
        if (!Directory.Exists(carpeta))
            throw new OrdenRechazadaException($"{carpeta}: no existe ese directorio.");
        // In full: the last name of «..» is another.
        if (!IdPublicacion.TryParse(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(carpeta))), out var id))
            throw new OrdenRechazadaException(
                $"{carpeta}: el nombre del directorio debe ser el id de su publicación, como 2026-06 o 2026-06.2."
            );
        var libros = Directory.EnumerateFiles(carpeta, "*.xlsx").Where(EsDeListado).Order(StringComparer.Ordinal).Select(Libro).ToList();
        return libros.Count > 0
            ? new PublicacionPorImportar(id, libros)
            : throw new OrdenRechazadaException($"{carpeta}: no tiene ningún libro LP*.xlsx ni LII*.xlsx.");
    }

    private static bool EsDeListado(string ruta) =>
        Path.GetFileName(ruta) is var nombre
        && (nombre.StartsWith("LP", StringComparison.Ordinal) || nombre.StartsWith("LII", StringComparison.Ordinal));

    private static LibroPorImportar Libro(string ruta) =>
        Listado.TryParseNombre(Path.GetFileNameWithoutExtension(ruta), out var listado)
            ? new LibroPorImportar(ruta, listado)
            : throw new OrdenRechazadaException(
                $"{ruta}: su nombre no dice de qué listado es; debe ser como LPP2026.xlsx o LIIP2026.xlsx, de 2021 en adelante."
            );
}
