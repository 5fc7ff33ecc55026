using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen;

/// <summary>A disk that is full, may not be written or fails, whoever tells of it: the system or SQLite.</summary>
public static class FallaDeDisco
{
    // errno of Linux and macOS, which .NET hands over as they are.
    private const int Eio = 5,
        Enospc = 28,
        Erofs = 30,
        Edquot = 122;

    // https://www.sqlite.org/rescode.html
    private const int SqliteReadOnly = 8,
        SqliteIoErr = 10,
        SqliteFull = 13,
        SqliteCantOpen = 14;

    /// <summary>What is the matter and what to do, in Spanish; null when the error is another.</summary>
    public static string? Frase(Exception error)
    {
        for (var causa = error; causa is not null; causa = causa.InnerException)
        {
            var frase = causa switch
            {
                SqliteException { SqliteErrorCode: SqliteFull } or IOException { HResult: Enospc or Edquot } =>
                    "No hay espacio en el disco. Nada cambió: libera espacio y repite la orden",
                SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteCantOpen }
                or IOException { HResult: Erofs }
                or UnauthorizedAccessException =>
                    "La carpeta no se puede leer o escribir. Nada cambió: revisa los permisos o usa otro directorio con --datos",
                SqliteException { SqliteErrorCode: SqliteIoErr } or IOException { HResult: Eio } =>
                    "El disco no dejó leer o escribir: puede estar lleno o fallar. Nada cambió: libera espacio o revisa el disco y repite la orden",
                _ => null,
            };
            if (frase is not null)
                return $"{frase}. ({causa.Message})";
        }
        return null;
    }
}
