using System.CommandLine;
using System.CommandLine.Parsing;
using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Comandos;

/// <summary><c>generar</c>: full-size data for both doors.</summary>
internal static class OrdenGenerar
{
    public static Command Crear()
    {
        var semilla = Opciones.Semilla();
        var periodos = Periodos();
        var escala = Opciones.Escala();
        var salida = new Option<string>("--salida")
        {
            Description = "Dónde escribir; una carpeta por publicación.",
            HelpName = "DIRECTORIO",
            Required = true,
        };
        var meses = Opciones.Entero("--meses", "Versiones mensuales de cada periodo.", 1, 1, 99);
        var cambio = new Option<double>("--cambio")
        {
            Description = "Parte de los renglones que cambia cada mes.",
            HelpName = "PARTE",
            DefaultValueFactory = _ => 0.02,
        };
        Opciones.Acotar(cambio, 0, 0.5);
        var tsv = new Option<bool>("--tsv") { Description = "Conserva junto a cada libro los mismos renglones en TSV." };
        var sinLibros = new Option<bool>("--sin-libros") { Description = "Solo NDJSON (y TSV): no necesita compilador." };
        var orden = new Command(
            "generar",
            "Escribe datos ficticios de tamaño real para las dos puertas; la misma semilla da los mismos archivos."
        )
        {
            semilla,
            periodos,
            escala,
            salida,
            meses,
            cambio,
            tsv,
            sinLibros,
        };
        orden.SetAction(
            (valores, ct) =>
                Opciones.GuardadaAsync(() =>
                {
                    var pedido = new Pedido(
                        valores.GetValue(semilla),
                        valores.GetValue(periodos)!,
                        valores.GetValue(escala),
                        valores.GetValue(meses),
                        valores.GetValue(cambio),
                        valores.GetValue(salida)!,
                        !valores.GetValue(sinLibros),
                        valores.GetValue(tsv)
                    );
                    foreach (var escrito in Generacion.Escribir(pedido, ct))
                    {
                        Console.WriteLine(
                            $"{escrito.Publicacion} {escrito.Periodo}: {escrito.Informativas} informativas, {escrito.Publicos} renglones públicos, {escrito.Inconsistentes} inconsistentes"
                        );
                    }
                })
        );
        return orden;
    }

    /// <summary><c>2026-1</c>, <c>2021-1..2026-1</c>, or several.</summary>
    private static Option<Periodo[]> Periodos() =>
        new("--periodos")
        {
            Description = "Un periodo o un intervalo, como 2021-1..2026-1.",
            HelpName = "PERIODOS",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [Periodo.De(2026, 1)],
            CustomParser = resultado => [.. resultado.Tokens.SelectMany(token => Intervalo(token.Value, resultado))],
        };

    private static IEnumerable<Periodo> Intervalo(string texto, ArgumentResult resultado)
    {
        var extremos = texto.Split("..", 2);
        if (!Periodo.TryParse(extremos[0], out var desde) || !Periodo.TryParse(extremos[^1], out var hasta) || desde > hasta)
        {
            resultado.AddError($"--periodos: «{texto}» no vale; debe ser un periodo o un intervalo, como 2021-1..2026-1.");
            return [];
        }
        return from ejercicio in Enumerable.Range(desde.Ejercicio, hasta.Ejercicio - desde.Ejercicio + 1)
            from cuatrimestre in Enumerable.Range(1, 3)
            let periodo = Periodo.De(ejercicio, cuatrimestre)
            where periodo >= desde && periodo <= hasta
            select periodo;
    }
}
