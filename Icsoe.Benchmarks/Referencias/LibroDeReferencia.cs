using System.Text;
using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Benchmarks.Referencias;

/// <summary>
/// The workbook as a program in C writes it with libxlsxwriter: nothing of ours is in it, so it is both IMSS's side and what our
/// exporter is compared with.
/// </summary>
internal static class LibroDeReferencia
{
    private const string Biblioteca = "libxlsxwriter";

    /// <summary>Compiles the program once, beside the benchmarks' own, and again when its source is newer.</summary>
    /// <exception cref="FaltaUnProgramaException">There is no compiler or no library.</exception>
    public static string Compilar()
    {
        var fuente = Path.Combine(AppContext.BaseDirectory, "Referencias", "escribir.c");
        var programa = Path.ChangeExtension(fuente, null);
        if (File.Exists(programa) && File.GetLastWriteTimeUtc(programa) >= File.GetLastWriteTimeUtc(fuente))
            return programa;
        var resultado = Proceso.Correr("gcc", ["-O2", "-o", programa, fuente, "-lxlsxwriter"]);
        return resultado.Codigo == 0
            ? programa
            : throw new FaltaUnProgramaException(
                $"No se pudo compilar Referencias/escribir.c; instala gcc y {Biblioteca} (en Debian: apt-get install gcc {Biblioteca}-dev).\n{resultado.Errores}"
            );
    }

    /// <summary>Turns a TSV into the workbook of a list.</summary>
    public static Medida Escribir(string tsv, string xlsx, Lista lista)
    {
        var aviso = Path.ChangeExtension(xlsx, ".aviso.txt");
        File.WriteAllText(
            aviso,
            string.Join('\n', Aviso.De(lista).Lineas) + "\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        );
        try
        {
            return Proceso.Correr(Compilar(), [tsv, xlsx, EscritorTsv.Clases(lista), aviso]).Exigir();
        }
        finally
        {
            File.Delete(aviso);
        }
    }
}
