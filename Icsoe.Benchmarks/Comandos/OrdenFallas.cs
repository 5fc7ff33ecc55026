using System.CommandLine;
using System.Runtime.InteropServices;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Percances;

namespace Icsoe.Benchmarks.Comandos;

/// <summary><c>fallas</c>: whatever happens to an order, the old publication or the new one stands whole, and readers see one or the other.</summary>
internal static class OrdenFallas
{
    private const int Todas = 200;
    private const double Tamano = 0.03;
    private const int RondasPorAlmacen = 20;
    private const int DiscosLlenos = 20;

    /// <summary>Of so many deaths of the orders that publish, one of that which takes out.</summary>
    private const int DeCadaUna = 4;

    private static readonly (Fase Fase, string Titulo)[] Fases =
    [
        (Fase.SinEscribir, "Antes de sellar: sin escribir nada"),
        (Fase.EnTemporales, "Antes: leyendo, en `tmp/`"),
        (Fase.RenglonesAMedias, "Antes: renglones a medias"),
        (Fase.ArchivosSinRegistro, "Al sellar: archivos ya en su lugar, sin registro"),
        (Fase.YaSellada, "Después: ya sellada"),
    ];

    public static Command Crear()
    {
        var semilla = Opciones.Semilla();
        var muertes = Opciones.Entero("--muertes", "Órdenes que se matan.", Todas, 0, 100_000);
        var escala = new Option<double>("--escala")
        {
            Description = "Tamaño de cada listado; 1 es el real.",
            HelpName = "FACTOR",
            DefaultValueFactory = _ => Tamano,
        };
        Opciones.Acotar(escala, 0.0005, 1);
        var programa = Opciones.Programa();
        var informe = new Option<string?>("--informe")
        {
            Description = "Archivo de la cuenta (si falta, docs/fallas.md cuando se matan todas).",
            HelpName = "ARCHIVO",
        };
        var orden = new Command("fallas", "Órdenes muertas, discos llenos y otros percances; dice qué quedó.")
        {
            semilla,
            muertes,
            escala,
            programa,
            informe,
        };
        orden.SetAction(
            async (valores, ct) =>
            {
                var limpio = false;
                var codigo = await Opciones.GuardadaAsync(() =>
                {
                    var trabajo = Directory.CreateTempSubdirectory("icsoe-fallas-").FullName;
                    try
                    {
                        var programas = new Programas(valores.GetValue(programa) ?? Programas.ApiPredeterminada());
                        var guion = Guion.Escribir(valores.GetValue(semilla), valores.GetValue(escala), RondasPorAlmacen, trabajo, ct);
                        var contratiempos = new Contratiempos(guion, programas, trabajo, ct);
                        Contratiempo[] otros =
                        [
                            contratiempos.DiscoLleno(DiscosLlenos),
                            contratiempos.SoloLectura(),
                            contratiempos.DosALaVez(),
                            contratiempos.RelojAtrasado(),
                            contratiempos.ArchivoDanado(),
                            new MuertesAlRetirar(valores.GetValue(semilla), guion, programas, trabajo, ct).Matar(
                                valores.GetValue(muertes) / DeCadaUna
                            ),
                        ];
                        var matanza = new Muertes(valores.GetValue(semilla), guion, programas, trabajo, ct);
                        matanza.Matar(valores.GetValue(muertes));
                        var fallas = matanza.Fallas.Concat(otros.SelectMany(otro => otro.Fallas)).ToList();
                        string[] tablas =
                        [
                            $"| Muere | Veces | {string.Join(" | ", Fases.Select(fase => fase.Titulo))} |",
                            $"|---|--:|{string.Concat(Fases.Select(_ => "--:|"))}",
                            .. ((string[])["importar", "publicar"]).Select(nombre => Linea(nombre, matanza)),
                            "",
                            $"Otras {Terminadas(matanza)} órdenes terminaron antes del instante en que iban a morir, y no se cuentan.",
                            $"Mientras, quien leía leyó {matanza.Lecturas:N0} listados enteros en {matanza.Paginas:N0} páginas y bajó {matanza.Descargas:N0} archivos.",
                            $"Fallas en las {valores.GetValue(muertes)} muertes, contando lo que vio quien leía: {matanza.Fallas.Count}.",
                            "",
                            "| Percance | Veces | Qué pasó | Fallas |",
                            "|---|--:|---|--:|",
                            .. otros.Select(otro => otro.Linea()),
                        ];
                        foreach (var linea in tablas)
                            Console.WriteLine(linea);
                        fallas.ForEach(Console.Error.WriteLine);
                        var destino =
                            valores.GetValue(informe)
                            ?? (valores.GetValue(muertes) >= Todas ? Path.Combine(Programas.Raiz, "docs", "fallas.md") : null);
                        if (destino is not null)
                            Escribir(destino, valores.GetValue(semilla), guion, tablas);
                        limpio = fallas.Count == 0;
                    }
                    finally
                    {
                        Directory.Delete(trabajo, recursive: true);
                    }
                });
                return codigo != 0 || !limpio ? 1 : 0;
            }
        );
        return orden;
    }

    private static int Terminadas(Muertes muertes) =>
        muertes.Cuantas("importar", Fase.YaTerminada) + muertes.Cuantas("publicar", Fase.YaTerminada);

    private static string Linea(string orden, Muertes muertes)
    {
        var cuentas = Fases.Select(fase => muertes.Cuantas(orden, fase.Fase)).ToList();
        return $"| `{orden}` | {cuentas.Sum()} | {string.Join(" | ", cuentas)} |";
    }

    private static void Escribir(string ruta, ulong semilla, Guion guion, IEnumerable<string> tablas)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(ruta))!);
        var renglones = Guion.Listados.Select(listado => guion.Debido($"{guion.Pasos[1].Id}", listado)!.Split(' ')[0]);
        File.WriteAllLines(
            ruta,
            [
                "# Fallas que se sobreviven",
                "",
                $"Cuenta del {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, semilla {semilla}: `dotnet run -c Release --project Icsoe.Benchmarks -- fallas`.",
                $"Máquina: {Environment.ProcessorCount} núcleos {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.",
                "",
                $"Cada orden se mata (SIGKILL) en un instante al azar de lo que se vio que dura; una de cada cuatro, de lo que dura desde que pone sus archivos en su",
                $"lugar. Es sobre listados de {string.Join(" y ", renglones)} renglones que cambian a la mitad cada mes, con un servidor encima al que",
                "alguien lee páginas y archivos sin parar. Después de cada muerte la publicación anterior o la nueva está",
                "entera, `verificar` no halla daño, la misma orden repetida termina y deja lo mismo que si nada hubiera pasado, y quien lee ve una u otra: nunca una",
                "mezcla, nunca un error. Cualquier otra cosa es una falla.",
                "",
                .. tablas,
            ]
        );
    }
}
