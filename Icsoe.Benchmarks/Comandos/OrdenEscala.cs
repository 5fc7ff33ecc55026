using System.CommandLine;
using Icsoe.Benchmarks.Escala;

namespace Icsoe.Benchmarks.Comandos;

/// <summary><c>escala</c>: the table of what we defend at real size.</summary>
internal static class OrdenEscala
{
    public static Command Crear()
    {
        var filas = Opciones.Filas(Tanda.Nombres);
        var escala = Opciones.Escala();
        var vueltas = Opciones.Entero("--vueltas", "Veces que se mide cada cosa; se da la mediana.", 3, 1, 15);
        var trabajo = Opciones.Trabajo();
        var informe = Opciones.Informe();
        var programa = Opciones.Programa();
        var orden = new Command("escala", "Mide a tamaño real, cada cifra junto a su referencia.")
        {
            filas,
            escala,
            vueltas,
            trabajo,
            informe,
            programa,
        };
        orden.SetAction(
            (valores, ct) =>
                Opciones.GuardadaAsync(() =>
                {
                    var datos = new Datos(Opciones.Carpeta(valores.GetValue(trabajo)), valores.GetValue(escala), ct);
                    var tanda = new Tanda(
                        new Programas(valores.GetValue(programa) ?? Programas.ApiPredeterminada()),
                        datos,
                        valores.GetValue(vueltas)
                    );
                    var (renglones, destino) = Opciones.Medir(
                        valores.GetValue(filas)!,
                        Tanda.Nombres,
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
            "De los archivos al almacén",
            escala == 1 ? "escala" : $"escala --escala {escala}",
            [
                $"Cada cifra es la mediana de {vueltas}, tomada por turnos con su referencia. Tiempo de reloj y de CPU del proceso entero, arranque incluido; memoria: máximo de RssAnon, con los ajustes con que se entrega el programa.",
                "Libro de referencia: el 2026-1 del generador, semilla 1, escrito por libxlsxwriter `constant_memory` con `<dimension>`. Lectura sola: MiniExcel `GetReader`, cada celda.",
            ],
            renglones,
            []
        );
}
