using System.CommandLine;
using Icsoe.Benchmarks.Consultas;
using Icsoe.Benchmarks.Escala;

namespace Icsoe.Benchmarks.Comandos;

/// <summary><c>consultas</c>: what a question takes over sixteen periodos.</summary>
internal static class OrdenConsultas
{
    private const int Cuantas = 1_000;

    public static Command Crear()
    {
        var filas = Opciones.Filas(TandaDeConsultas.Nombres);
        var semilla = Opciones.Semilla();
        var cuantas = Opciones.Entero("--cuantas", "Preguntas que se sortean.", Cuantas, 10, 1_000_000);
        var escala = Opciones.Escala();
        var vueltas = Opciones.Entero("--vueltas", "Veces que se mide cada cosa por HTTP; se da la mediana.", 3, 1, 15);
        var trabajo = Opciones.Trabajo();
        var informe = Opciones.Informe();
        var programa = Opciones.Programa();
        var rehacer = new Option<bool>("--rehacer") { Description = "Hace de nuevo el almacén, aunque parezca servir." };
        var orden = new Command("consultas", "Mide lo que tarda una pregunta sobre dieciséis periodos, y el servidor que la responde.")
        {
            filas,
            semilla,
            cuantas,
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
                    var carpeta = Opciones.Carpeta(valores.GetValue(trabajo));
                    var programas = new Programas(valores.GetValue(programa) ?? Programas.ApiPredeterminada());
                    var almacen = AlmacenDeConsultas.Preparar(
                        new Datos(carpeta, valores.GetValue(escala), ct),
                        programas,
                        valores.GetValue(rehacer)
                    );
                    var tanda = new TandaDeConsultas(
                        almacen,
                        programas,
                        carpeta,
                        valores.GetValue(semilla),
                        valores.GetValue(cuantas),
                        valores.GetValue(vueltas),
                        ct
                    );
                    var (renglones, destino) = Opciones.Medir(
                        valores.GetValue(filas)!,
                        TandaDeConsultas.Nombres,
                        valores.GetValue(escala) == 1 && valores.GetValue(cuantas) >= Cuantas,
                        valores.GetValue(informe),
                        tanda.Medir,
                        ct
                    );
                    foreach (var linea in tanda.Lentas.Prepend(""))
                        Console.WriteLine(linea);
                    if (destino is not null)
                        Escribir(destino, renglones, tanda, valores.GetValue(escala), valores.GetValue(semilla), valores.GetValue(cuantas));
                })
        );
        return orden;
    }

    private static void Escribir(
        string ruta,
        IReadOnlyList<Renglon> renglones,
        TandaDeConsultas tanda,
        double escala,
        ulong semilla,
        int cuantas
    ) =>
        Informe.Escribir(
            ruta,
            "Preguntas",
            $"consultas{(escala == 1 ? "" : $" --escala {escala}")}{(semilla == 1 ? "" : $" --semilla {semilla}")}{(cuantas == Cuantas ? "" : $" --cuantas {cuantas}")}",
            [
                "Almacén: ambas listas de los 16 periodos del generador, y una segunda publicación en la que cambió 2 % de 2026-1. La caché de archivos del sistema está caliente.",
                "Preguntas: en el proceso y en un solo hilo, cada una una vez. En frío: las de otra semilla sobre un almacén recién abierto; calientes: las que cuentan, después de aquéllas. Avanzar hasta la página de un cursor queda fuera del reloj.",
                "Razones: medianas de muchas repeticiones por turnos; se da la peor forma y abajo todas.",
                "HTTP: `wrk` con un hilo, sin compresión, en la misma máquina; medianas de vueltas por turnos. El texto plano y la página por EF Core compilado los sirve otro Kestrel con los ajustes del programa.",
            ],
            renglones,
            ["", .. Parrafo("Las más lentas, y las que se rechazaron por amplias", tanda.Lentas), .. Parrafo("Cada razón", tanda.Detalle)]
        );

    private static IEnumerable<string> Parrafo(string titulo, IReadOnlyList<string> lineas) =>
        lineas.Count == 0 ? [] : [$"{titulo}:", "", .. lineas.Select(linea => $"- `{linea}`"), ""];
}
