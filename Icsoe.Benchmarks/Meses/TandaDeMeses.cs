using Icsoe.Benchmarks.Consultas;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Referencias;
using Icsoe.Domain.Almacen.Cambios;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Cifra = Icsoe.Benchmarks.Escala.Cifra;
using Medida = Icsoe.Benchmarks.Referencias.Medida;

namespace Icsoe.Benchmarks.Meses;

/// <summary>The rows of the table of the months, by name.</summary>
internal sealed class TandaDeMeses(AlmacenesDeMeses almacenes, ulong semilla, int vueltas, CancellationToken ct)
{
    private readonly List<string> _detalle = [];

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<string> Nombres { get; } = ["crecimiento", "sellar", "vieja", "cambios"];

    /// <summary>Each figure of which the table shows the worst.</summary>
    public IReadOnlyList<string> Detalle => _detalle;

    private int Ultima => almacenes.Pesos.Count;

    public IReadOnlyList<Renglon> Medir(string nombre) =>
        nombre switch
        {
            "crecimiento" => [.. Crecimiento()],
            "sellar" => [Sellar()],
            "vieja" => [Vieja()],
            "cambios" => [.. Cambios()],
            _ => throw new ArgumentOutOfRangeException(nameof(nombre), nombre, null),
        };

    private IEnumerable<Renglon> Crecimiento()
    {
        var (primero, ultimo) = (almacenes.Pesos[0], almacenes.Pesos[^1]);
        yield return Contra("`icsoe.db`", peso => peso.Base, 1.5);
        yield return Contra("`indice/`, aparte", peso => peso.Indice, null);
        yield return Contra("`archivos/`, aparte", peso => peso.Archivos, null);

        Renglon Contra(string que, Func<Peso, long> cual, double? barra) =>
            new(
                $"{que} con {Ultima} publicaciones",
                Tabla.Mib(cual(ultimo)),
                $"con una: {Tabla.Mib(cual(primero))}",
                (double)cual(ultimo) / cual(primero),
                barra,
                null,
                "×"
            );
    }

    private Renglon Sellar()
    {
        var libros = almacenes.Siguientes(vueltas);
        var (nuestra, referencia) = Cifra.EnTurnos(vueltas, EnSuMes(almacenes.Todos), EnSuMes(almacenes.Solo));
        return Renglon.DeTiempos(
            $"Sellar un mes en que cambió un listado de {Datos.Periodos.Count}",
            nuestra,
            "en un almacén con ese solo",
            referencia,
            1.3,
            null
        );

        Func<Medida> EnSuMes(string almacen)
        {
            var copia = almacenes.Copiar(almacen);
            var siguiente = 0;
            return () =>
            {
                var libro = libros[siguiente++];
                return Proceso.Propio("medir", "importar", libro, copia, Path.GetFileName(Path.GetDirectoryName(libro))!).Exigir();
            };
        }
    }

    private Renglon Vieja()
    {
        using var almacen = new AlmacenPublico(almacenes.Todos);
        var paginas = new Razones(almacen, Acopio.Tomar(almacen, semilla), ct);
        var nombre = $"{new Listado(Datos.Periodos[^1], Lista.Publico).Nombre}.xlsx";
        List<Razon> razones =
        [
            .. paginas.PublicacionVieja(),
            Razon.Comparar("cambios", () => Pagina(almacen, 2, 1), () => Pagina(almacen, Ultima, Ultima - 1)),
            Razon.Comparar($"bajar {nombre}", () => Bajar(1), () => Bajar(Ultima)),
        ];
        return Razon.Peor("Publicación vieja contra la vigente", "la vigente", razones, paginas.SinRespuesta, 1.5, _detalle);

        void Bajar(int secuencia) => File.ReadAllBytes(almacen.Ruta(almacen.ArchivoPorNombre(nombre, secuencia)!));
    }

    /// <summary>The first page of each question, of a store that was just opened and then again.</summary>
    private IEnumerable<Renglon> Cambios()
    {
        var tomas = new List<(string Forma, double Fria, double Caliente)>();
        foreach (var (forma, consulta) in Formas())
        {
            ct.ThrowIfCancellationRequested();
            using var almacen = new AlmacenPublico(almacenes.Todos);
            var (fria, caliente) = (Razon.Tomar(Preguntar), Razon.Tomar(Preguntar));
            tomas.Add((forma, fria, caliente));
            var dicho = $"{forma}: {fria:0.0} ms, otra vez {caliente:0.0} ms";
            Console.Error.WriteLine($"  {dicho}");
            _detalle.Add($"Primer cambio, {dicho}");

            void Preguntar()
            {
                almacen.Vigente();
                almacen.Cambios(consulta, ct);
            }
        }
        yield return Peor("almacén recién abierto", toma => toma.Fria);
        yield return Peor("otra vez", toma => toma.Caliente);

        Renglon Peor(string cuando, Func<(string Forma, double Fria, double Caliente), double> cual)
        {
            var peor = tomas.MaxBy(cual);
            return new(
                $"Primeros cambios entre dos publicaciones, {cuando}, la peor de {tomas.Count} formas",
                peor.Forma,
                $"la mediana: {tomas.Select(cual).Mediana():0.0} ms",
                cual(peor),
                200,
                null,
                "ms"
            );
        }
    }

    /// <summary>Neighbours, far ones, either direction, and all from nothing; each with every filter, also with those that find nothing.</summary>
    private IEnumerable<(string Forma, ConsultaDeCambios Consulta)> Formas()
    {
        Acopio acopio;
        using (var almacen = new AlmacenPublico(almacenes.Todos))
            acopio = Acopio.Tomar(almacen, semilla);
        var fila = acopio.Contratos[^1];
        (string, int, int)[] pares =
        [
            ("la vigente contra la anterior", Ultima, Ultima - 1),
            ("la segunda contra la primera", 2, 1),
            ("la vigente contra la primera", Ultima, 1),
            ("la primera contra la vigente", 1, Ultima),
            ("la primera contra nada", 1, 0),
        ];
        foreach (var (par, secuencia, contra) in pares)
        {
            var todo = Entre(secuencia, contra);
            yield return (par, todo);
            foreach (var entidad in (Entidad[])[Entidad.Contrato, Entidad.Informativa])
                yield return ($"{par}, {entidad}", todo with { Entidades = [entidad] });
            foreach (var tipo in Enum.GetValues<TipoDeCambio>())
                yield return ($"{par}, {tipo}", todo with { Tipos = [tipo] });
            foreach (var lista in Enum.GetValues<Lista>())
                yield return ($"{par}, {lista}", todo with { Listas = [lista] });
            foreach (var periodo in (Periodo[])[Datos.Periodos[0], Datos.Periodos[^1]])
                yield return ($"{par}, {periodo}", todo with { Periodos = [periodo] });
            yield return ($"{par}, contratista", todo with { ClavesDeContratista = [fila.Contratista.Clave!] });
            yield return ($"{par}, contratante", todo with { ClavesDeContratante = [fila.Contrato!.Contratante.Clave!] });
            yield return ($"{par}, contratista que no hay", todo with { ClavesDeContratista = ["aaaaaaaaaaaaa"] });
        }
    }

    private void Pagina(AlmacenPublico almacen, int secuencia, int contra) => almacen.Cambios(Entre(secuencia, contra), ct);

    private static ConsultaDeCambios Entre(int secuencia, int contra) =>
        new()
        {
            Secuencia = secuencia,
            Contra = contra,
            Limite = 50,
        };
}
