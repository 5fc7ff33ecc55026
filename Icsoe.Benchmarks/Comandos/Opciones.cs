using System.CommandLine;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Referencias;

namespace Icsoe.Benchmarks.Comandos;

/// <summary>Options that several orders share, and the end that all have.</summary>
internal static class Opciones
{
    public static Option<ulong> Semilla() =>
        new("--semilla")
        {
            Description = "De ella sale todo: la misma da lo mismo.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };

    public static Option<double> Escala()
    {
        var escala = new Option<double>("--escala")
        {
            Description = "1 es el tamaño real: 356,095 renglones en 2026-1.",
            HelpName = "FACTOR",
            DefaultValueFactory = _ => 1.0,
        };
        Acotar(escala, 0.0005, 4);
        return escala;
    }

    public static Option<int> Entero(string nombre, string descripcion, int siFalta, int desde, int hasta)
    {
        var opcion = new Option<int>(nombre)
        {
            Description = descripcion,
            HelpName = "N",
            DefaultValueFactory = _ => siFalta,
        };
        Acotar(opcion, desde, hasta);
        return opcion;
    }

    /// <summary>Rows of a table to measure; all of them when not given.</summary>
    public static Option<string[]> Filas(IReadOnlyList<string> nombres) =>
        new("--filas")
        {
            Description = $"Solo estas filas, separadas por comas: {string.Join(", ", nombres)}.",
            HelpName = "FILAS",
            DefaultValueFactory = _ => [.. nombres],
            CustomParser = resultado =>
            {
                var pedidas = resultado.Tokens.SelectMany(token => token.Value.Split(',')).ToArray();
                foreach (var ajena in pedidas.Except(nombres))
                    resultado.AddError($"--filas: «{ajena}» no es una; son {string.Join(", ", nombres)}.");
                return pedidas;
            },
        };

    /// <summary>Folder of the generated data; <see cref="Carpeta"/> says which when not given.</summary>
    public static Option<string?> Trabajo() =>
        new("--trabajo")
        {
            Description = "Dónde guardar los datos generados, que sirven para la siguiente vez (si falta, artifacts/escala).",
            HelpName = "DIRECTORIO",
        };

    public static string Carpeta(string? trabajo) => Path.GetFullPath(trabajo ?? Path.Combine(Programas.Raiz, "artifacts", "escala"));

    public static Option<string?> Informe() =>
        new("--informe")
        {
            Description = "Archivo del informe (si falta, docs/rendimiento.md cuando se miden todas las filas a tamaño real).",
            HelpName = "ARCHIVO",
        };

    public static Option<string?> Programa() =>
        new("--programa")
        {
            Description = "Icsoe.Api.dll por medir (si falta, el compilado con esta misma configuración).",
            HelpName = "ARCHIVO",
        };

    /// <summary>
    /// Measures the rows that were asked for and shows their table; and where its report goes: where it was said, or to the one that we keep when all
    /// of them were measured at real size; null for nowhere.
    /// </summary>
    public static (IReadOnlyList<Renglon> Renglones, string? Informe) Medir(
        IReadOnlyList<string> filas,
        IReadOnlyList<string> todas,
        bool aTamanoReal,
        string? informe,
        Func<string, IEnumerable<Renglon>> medir,
        CancellationToken ct
    )
    {
        var renglones = new List<Renglon>();
        foreach (var fila in filas)
        {
            ct.ThrowIfCancellationRequested();
            Console.Error.WriteLine($"midiendo {fila}…");
            renglones.AddRange(medir(fila));
        }
        foreach (var linea in Tabla.Lineas(renglones))
            Console.WriteLine(linea);
        return (renglones, informe ?? (filas.Count == todas.Count && aTamanoReal ? Benchmarks.Escala.Informe.Predeterminado : null));
    }

    /// <summary>Refuses what is out of range.</summary>
    public static void Acotar<T>(Option<T> opcion, T desde, T hasta)
        where T : IComparable<T> =>
        opcion.Validators.Add(resultado =>
        {
            var valor = resultado.GetValueOrDefault<T>();
            if (valor.CompareTo(desde) < 0 || valor.CompareTo(hasta) > 0)
                resultado.AddError($"{opcion.Name}: debe estar entre {desde} y {hasta}.");
        });

    /// <summary>What is missing or fails is told in a sentence, with exit code 1.</summary>
    public static Task<int> GuardadaAsync(Action cuerpo) =>
        Task.Run(() =>
        {
            try
            {
                cuerpo();
                return 0;
            }
            catch (Exception error) when (error is FaltaUnProgramaException or InvalidOperationException or IOException)
            {
                Console.Error.WriteLine(error.Message);
                return 1;
            }
            catch (OperationCanceledException)
            {
                return 1;
            }
        });
}
