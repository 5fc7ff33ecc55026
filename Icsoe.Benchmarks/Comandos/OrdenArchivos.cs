using System.CommandLine;
using Icsoe.Benchmarks.Archivos;
using Icsoe.Benchmarks.Escala;

namespace Icsoe.Benchmarks.Comandos;

/// <summary><c>archivos</c>: what writing, streaming and downloading files takes.</summary>
internal static class OrdenArchivos
{
    public static Command Crear()
    {
        var filas = Opciones.Filas(TandaDeArchivos.Nombres);
        var escala = Opciones.Escala();
        var vueltas = Opciones.Entero("--vueltas", "Veces que se mide cada cosa; se da la mediana.", 3, 1, 15);
        var trabajo = Opciones.Trabajo();
        var rehacer = new Option<bool>("--rehacer") { Description = "Hace de nuevo el almacén de 16 periodos, aunque parezca servir." };
        var informe = Opciones.Informe();
        var programa = Opciones.Programa();
        var orden = new Command("archivos", "Mide escribir, exportar y descargar archivos, cada cosa con su referencia.")
        {
            filas,
            escala,
            vueltas,
            trabajo,
            rehacer,
            informe,
            programa,
        };
        orden.SetAction(
            (valores, ct) =>
                Opciones.GuardadaAsync(() =>
                {
                    var tanda = new TandaDeArchivos(
                        new Programas(valores.GetValue(programa) ?? Programas.ApiPredeterminada()),
                        new Datos(Opciones.Carpeta(valores.GetValue(trabajo)), valores.GetValue(escala), ct),
                        valores.GetValue(vueltas),
                        valores.GetValue(rehacer)
                    );
                    var (renglones, destino) = Opciones.Medir(
                        valores.GetValue(filas)!,
                        TandaDeArchivos.Nombres,
                        valores.GetValue(escala) == 1,
                        valores.GetValue(informe),
                        tanda.Medir,
                        ct
                    );
                    if (destino is not null)
                        Escribir(destino, renglones, valores.GetValue(escala), valores.GetValue(vueltas));
                })
        );
        return orden;
    }

    private static void Escribir(string ruta, IReadOnlyList<Renglon> renglones, double escala, int vueltas) =>
        Informe.Escribir(
            ruta,
            "Archivos",
            $"archivos{(escala == 1 ? "" : $" --escala {escala}")}{(vueltas == 3 ? "" : $" --vueltas {vueltas}")}",
            [
                "Listado: el público de 2026-1 del generador, en un almacén propio. Texto y los cuatro juntos: del proceso entero, arranque incluido, con la lectura ordenada del almacén; la referencia hace la misma consulta en el mismo orden.",
                "Parquet: sólo escribirlo, con los renglones ya en la memoria de cada quien; DuckDB usa todos los núcleos y sus grupos de siempre.",
                "Flujo: ambas listas de los 16 periodos por una conexión de la misma máquina; memoria: máximo de RssAnon del servidor, con los ajustes con que se entrega.",
                "Clientes lentos: con ventanas de 4 KiB, que toman un poco del archivo cada décima de segundo y no se van.",
                $"Medianas de {vueltas}, por turnos con la referencia.",
            ],
            renglones,
            []
        );
}
