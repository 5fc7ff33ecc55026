using System.CommandLine;
using Icsoe.Benchmarks.Consultas;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Masivas;

namespace Icsoe.Benchmarks.Comandos;

/// <summary><c>masivas</c>: what a whole list of suppliers takes, and how often it finds whom it should.</summary>
internal static class OrdenMasivas
{
    private const int Cuantas = 2_000;

    public static Command Crear()
    {
        var filas = Opciones.Filas(TandaDeMasivas.Nombres);
        var semilla = Opciones.Semilla();
        var cuantas = Opciones.Entero("--cuantas", "Nombres de cada daño que se cotejan.", Cuantas, 10, 100_000);
        var escala = Opciones.Escala();
        var vueltas = Opciones.Entero("--vueltas", "Veces que se mide cada tiempo; se da la mediana.", 5, 1, 99);
        var trabajo = Opciones.Trabajo();
        var almacen = new Option<string?>("--almacen")
        {
            Description = "Almacén ya hecho por preguntar (si falta, el de consultas, que se hace si no está).",
            HelpName = "DIRECTORIO",
        };
        var informe = Opciones.Informe();
        var programa = Opciones.Programa();
        var orden = new Command("masivas", "Mide lo que tarda una lista entera de proveedores, y cuántas veces acierta.")
        {
            filas,
            semilla,
            cuantas,
            escala,
            vueltas,
            trabajo,
            almacen,
            informe,
            programa,
        };
        orden.SetAction(
            (valores, ct) =>
                Opciones.GuardadaAsync(() =>
                {
                    var datos = new Datos(Opciones.Carpeta(valores.GetValue(trabajo)), valores.GetValue(escala), ct);
                    var programas = new Programas(valores.GetValue(programa) ?? Programas.ApiPredeterminada());
                    var carpeta = valores.GetValue(almacen) ?? AlmacenDeConsultas.Preparar(datos, programas, rehacer: false);
                    var tanda = new TandaDeMasivas(
                        carpeta,
                        datos,
                        programas,
                        valores.GetValue(semilla),
                        valores.GetValue(cuantas),
                        valores.GetValue(vueltas),
                        ct
                    );
                    var (renglones, destino) = Opciones.Medir(
                        valores.GetValue(filas)!,
                        TandaDeMasivas.Nombres,
                        valores.GetValue(escala) == 1 && valores.GetValue(cuantas) >= Cuantas,
                        valores.GetValue(informe),
                        tanda.Medir,
                        ct
                    );
                    foreach (var linea in (IEnumerable<string>)["", .. tanda.Detalle])
                        Console.WriteLine(linea);
                    if (destino is not null)
                        Escribir(destino, renglones, valores.GetValue(cuantas));
                })
        );
        return orden;
    }

    private static void Escribir(string ruta, IReadOnlyList<Renglon> renglones, int cuantas) =>
        Informe.Escribir(
            ruta,
            "Consultas masivas",
            $"masivas{(cuantas == Cuantas ? "" : $" --cuantas {cuantas}")}",
            [
                "Almacén: el de las preguntas. La caché de archivos del sistema está caliente.",
                "Por HTTP: en la misma máquina y por una sola conexión; memoria: máximo de RssAnon del servidor, con los ajustes con que se entrega.",
                "Nombres: un tercio tal como se publicaron, un tercio dañados y un tercio que no están.",
                $"Calidad: {cuantas:N0} nombres de cada daño. Acierta el que pone primero la clave del nombre antes de dañarlo; no se cuenta el que, dañado, es el nombre de otro. Precisión: de los que tuvieron algún candidato; recuperación: de todos.",
                "Una letra y dos letras: cambiada por cualquiera, perdida, doble o al revés con la siguiente, en cualquier lugar del nombre, el sufijo incluido. Abreviaturas: de una tabla de treinta (SERV., MTTO., MA.).",
            ],
            renglones,
            []
        );
}
