using System.CommandLine;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Meses;

namespace Icsoe.Benchmarks.Comandos;

/// <summary><c>meses</c>: what a year of monthly publications costs.</summary>
internal static class OrdenMeses
{
    private const int Todas = 12;

    public static Command Crear()
    {
        var filas = Opciones.Filas(TandaDeMeses.Nombres);
        var semilla = Opciones.Semilla();
        var meses = Opciones.Entero("--meses", "Publicaciones que deben tener los almacenes.", Todas, 2, Todas);
        var escala = Opciones.Escala();
        var vueltas = Opciones.Entero("--vueltas", "Veces que se sella el mes que sigue; se da la mediana.", 3, 1, 5);
        var trabajo = Opciones.Trabajo();
        var rehacer = new Option<bool>("--rehacer") { Description = "Hace de nuevo los almacenes, aunque parezcan servir." };
        var informe = Opciones.Informe();
        var orden = new Command("meses", "Mide lo que cuesta un año de publicaciones mensuales: espacio, sellar, leer lo viejo y comparar.")
        {
            filas,
            semilla,
            meses,
            escala,
            vueltas,
            trabajo,
            rehacer,
            informe,
        };
        orden.SetAction(
            (valores, ct) =>
                Opciones.GuardadaAsync(() =>
                {
                    var datos = new Datos(Opciones.Carpeta(valores.GetValue(trabajo)), valores.GetValue(escala), ct);
                    var almacenes = AlmacenesDeMeses.Preparar(datos, valores.GetValue(meses), valores.GetValue(rehacer), ct);
                    var tanda = new TandaDeMeses(almacenes, valores.GetValue(semilla), valores.GetValue(vueltas), ct);
                    var (renglones, destino) = Opciones.Medir(
                        valores.GetValue(filas)!,
                        TandaDeMeses.Nombres,
                        valores.GetValue(escala) == 1 && valores.GetValue(meses) == Todas,
                        valores.GetValue(informe),
                        tanda.Medir,
                        ct
                    );
                    if (destino is not null)
                        Escribir(destino, renglones, tanda, valores.GetValue(escala), valores.GetValue(vueltas));
                })
        );
        return orden;
    }

    private static void Escribir(string ruta, IReadOnlyList<Renglon> renglones, TandaDeMeses tanda, double escala, int vueltas) =>
        Informe.Escribir(
            ruta,
            "Meses",
            escala == 1 ? "meses" : $"meses --escala {escala}",
            [
                "Almacén: el Listado Público de los 16 periodos del generador, publicado mes tras mes con 2 % distinto en cada uno, por la orden `importar` con el reloj de su mes. El de la referencia de sellar vivió los mismos meses con 2026-1 solo.",
                $"Sellar: `importar` del libro de 2026-1 del mes siguiente, en su propio proceso, arranque incluido; mediana de {vueltas} meses seguidos, por turnos con su referencia.",
                "Publicación vieja: la primera, en páginas de 50; cambios, la segunda contra la primera; medianas de muchas repeticiones por turnos con la vigente.",
                "Primeros cambios: la página de 50 que responde a `cambios`, en el proceso. Cada forma en un almacén recién abierto, y enseguida otra vez. La caché de archivos del sistema está caliente.",
            ],
            renglones,
            tanda.Detalle.Count == 0 ? [] : ["", "Cada cifra:", "", .. tanda.Detalle.Select(linea => $"- `{linea}`")]
        );
}
