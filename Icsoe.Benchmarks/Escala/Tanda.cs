using Icsoe.Benchmarks.Referencias;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Escala;

/// <summary>The rows of the table, by name: each measures ours and its reference in turns, so that a busy moment touches both.</summary>
internal sealed class Tanda(Programas programas, Datos datos, int vueltas)
{
    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<string> Nombres { get; } =
    ["espejo", "mes", "instituto", "xlsx", "indices", "memoria", "almacen", "hostiles"];

    public IEnumerable<Renglon> Medir(string nombre) =>
        nombre switch
        {
            "espejo" => [Espejo()],
            "mes" => [Mes()],
            "instituto" => [Instituto()],
            "xlsx" => Xlsx(),
            "indices" => [Indices()],
            "memoria" => Memoria(),
            "almacen" => [Almacen()],
            "hostiles" => Hostiles(),
            _ => throw new ArgumentOutOfRangeException(nameof(nombre), nombre, null),
        };

    private Renglon Espejo()
    {
        var (nuestra, referencia) = EnTurnos(
            () => programas.Importar([datos.Libro], datos.Vacia("espejo"), Datos.Publicacion),
            () => Lectura(datos.Libro)
        );
        return Renglon.DeTiempos("Puerta espejo, libro nuevo", nuestra, "lectura sola", referencia, 1.8, 1.0);
    }

    private Renglon Mes()
    {
        var (nuestra, referencia) = EnTurnos(
            () =>
            {
                var almacen = datos.Vacia("mes");
                programas.Importar([datos.Libro], almacen, Datos.Publicacion);
                return programas.Importar([datos.LibroSiguiente], almacen, Datos.Siguiente);
            },
            () => Lectura(datos.LibroSiguiente)
        );
        return Renglon.DeTiempos("El mismo libro un mes después, 2 % distinto", nuestra, "lectura sola", referencia, 1.4, 0.8);
    }

    private Renglon Instituto()
    {
        var (nuestra, referencia) = EnTurnos(
            () =>
            {
                var almacen = datos.Vacia("instituto");
                return Programas.Sumar(programas.Importar([datos.Ndjson], almacen, null), programas.Publicar(almacen, Datos.Publicacion));
            },
            () => Lectura(datos.Libro)
        );
        return Renglon.DeTiempos(
            "Puerta instituto, NDJSON a los dos XLSX sellados (importar y publicar)",
            nuestra,
            "lectura sola",
            referencia,
            2.5,
            1.5
        );
    }

    private IEnumerable<Renglon> Xlsx()
    {
        var nuestro = datos.Vacia("nuestro.d") + ".xlsx";
        var suyo = datos.Vacia("suyo.d") + ".xlsx";
        var (nuestra, referencia) = EnTurnos(
            () => Proceso.Propio("medir", "escribir", datos.Tsv, nuestro).Exigir(),
            () => LibroDeReferencia.Escribir(datos.Tsv, suyo, Lista.Publico)
        );
        yield return Renglon.DeTiempos("XLSX reproducible, tiempo", nuestra, "libxlsxwriter", referencia, 1.2, 0.6);
        var (bytes, suyos) = (new FileInfo(nuestro).Length, new FileInfo(suyo).Length);
        yield return new Renglon(
            "XLSX reproducible, tamaño",
            Tabla.Mib(bytes),
            $"libxlsxwriter: {Tabla.Mib(suyos)}",
            (double)bytes / suyos,
            1.15,
            1.0,
            "×"
        );
    }

    private Renglon Indices()
    {
        var (nuestra, referencia) = EnTurnos(
            () => Proceso.Propio("medir", "cargar", datos.Tsv, datos.Vacia("indices")).Exigir(),
            () =>
            {
                var carpeta = Directory.CreateDirectory(datos.Vacia("sqlite3")).FullName;
                // ascii mode takes fields as they are; tabs mode would see quotes in them.
                var orden =
                    $".mode ascii\n.separator \"\\t\" \"\\n\"\n.import '{datos.Tsv.Replace("'", "''", StringComparison.Ordinal)}' renglones\n";
                return Proceso.Correr("sqlite3", ["-bail", Path.Combine(carpeta, "renglones.db")], orden).Exigir();
            }
        );
        return Renglon.DeTiempos("Renglones con todos los índices y la búsqueda", nuestra, "sqlite3 .import", referencia, 7, 4);
    }

    private IEnumerable<Renglon> Memoria()
    {
        var real = Maximo(datos.Libro, datos.Ndjson);
        var millon = Maximo(datos.LibroDelMillon, datos.NdjsonDelMillon);
        yield return new Renglon("Memoria, tamaño real", Todas(real), "", real.Max(par => par.Mib), 300, 120, "MiB");
        yield return new Renglon("Memoria, un millón de renglones", Todas(millon), "", millon.Max(par => par.Mib), 300, 120, "MiB");
        var peor = real.Zip(millon).MaxBy(par => par.Second.Mib / par.First.Mib);
        yield return new Renglon(
            "Memoria, un millón contra tamaño real, la orden que más crece",
            $"{peor.Second.Orden}: {peor.Second.Mib:0} MiB",
            $"{peor.First.Mib:0} MiB",
            peor.Second.Mib / peor.First.Mib,
            1.15,
            null,
            "×"
        );

        static string Todas(IEnumerable<(string Orden, double Mib)> ordenes) =>
            string.Join(", ", ordenes.Select(orden => $"{orden.Orden} {orden.Mib:0}"));
    }

    /// <summary>Peak of each command over its own stores.</summary>
    private List<(string Orden, double Mib)> Maximo(string libro, string ndjson)
    {
        var espejo = datos.Vacia("memoria-espejo");
        var instituto = datos.Vacia("memoria-instituto");
        return
        [
            Pico("importar espejo", programas.Importar([libro], espejo, Datos.Publicacion)),
            Pico("importar NDJSON", programas.Importar([ndjson], instituto, null)),
            Pico("publicar", programas.Publicar(instituto, Datos.Publicacion)),
            Pico("verificar", programas.Verificar(instituto)),
            Pico("validar NDJSON", programas.Validar(ndjson, espejo)),
            Pico("validar libro", programas.Validar(libro, espejo)),
        ];

        static (string, double) Pico(string orden, Medida medida) => (orden, medida.RssAnon / 1048576.0);
    }

    private Renglon Almacen()
    {
        var libros = datos.Dieciseis;
        var almacen = datos.Vacia("dieciseis");
        programas.Importar(libros, almacen, Datos.Publicacion);
        string[] archivos = [.. Directory.GetFiles(almacen, "icsoe.db*"), .. Directory.GetFiles(Path.Combine(almacen, "indice"))];
        var nuestro = archivos.Sum(archivo => new FileInfo(archivo).Length);
        var csv = libros.Sum(libro =>
            long.Parse(Proceso.Propio("medir", "bytes", Path.ChangeExtension(libro, ".tsv")).Exigir().Salida.Trim())
        );
        return new Renglon(
            $"Almacén de {libros.Count} listados, sus índices incluidos",
            Tabla.Mib(nuestro),
            $"su CSV: {Tabla.Mib(csv)}",
            (double)nuestro / csv,
            1.5,
            1.0,
            "×"
        );
    }

    private IEnumerable<Renglon> Hostiles()
    {
        var carpeta = Directory.CreateDirectory(datos.Vacia("hostiles")).FullName;
        var almacen = datos.Vacia("hostiles-almacen");
        var medidas = new List<(string Nombre, Medida Medida)>();
        foreach (var (nombre, escribir) in LibrosHostiles.Todos)
        {
            var ruta = Path.Combine(Directory.CreateDirectory(Path.Combine(carpeta, nombre)).FullName, "LPP2026.xlsx");
            escribir(ruta);
            medidas.Add((nombre, programas.Correr(["importar", ruta, "--datos", almacen], TimeSpan.FromMinutes(1))));
            File.Delete(ruta);
        }
        foreach (var (nombre, medida) in medidas)
            Console.Error.WriteLine(
                $"  {nombre}: {medida.Codigo}, {medida.Reloj.TotalSeconds:0.00} s, {medida.RssAnon / 1048576} MiB: {medida.Errores.Trim()}"
            );
        var aceptados = medidas.Where(par => par.Medida.Codigo != 1).Select(par => par.Nombre).ToList();
        var lento = medidas.MaxBy(par => par.Medida.Reloj);
        var grande = medidas.MaxBy(par => par.Medida.RssAnon);
        var rechazados = aceptados.Count == 0 ? "todos rechazados" : $"NO RECHAZADOS: {string.Join(", ", aceptados)}";
        yield return new Renglon(
            $"{medidas.Count} archivos hostiles, el más lento",
            lento.Nombre,
            rechazados,
            lento.Medida.Reloj.TotalSeconds,
            2,
            null,
            "s"
        );
        yield return new Renglon(
            $"{medidas.Count} archivos hostiles, el de más memoria",
            grande.Nombre,
            rechazados,
            grande.Medida.RssAnon / 1048576.0,
            256,
            null,
            "MiB"
        );
    }

    private static Medida Lectura(string libro) => Proceso.Propio("medir", "leer", libro).Exigir();

    private (Cifra Nuestra, Cifra Referencia) EnTurnos(Func<Medida> nuestra, Func<Medida> referencia) =>
        Cifra.EnTurnos(vueltas, nuestra, referencia);
}
