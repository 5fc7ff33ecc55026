using System.Text;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Sellado;

namespace Icsoe.Benchmarks.Fuzz;

/// <summary>Mutated workbooks and mutated lines through the real doors into a real store.</summary>
internal sealed class Tiroteo(ulong semilla, string trabajo, CancellationToken ct)
{
    private const double Escala = 0.0005;
    private const int PorAlmacen = 200;
    private const int LineasPorArchivo = 500;
    private static readonly TimeSpan Plazo = TimeSpan.FromSeconds(5);
    private static readonly Listado Listado = new(AlmacenDePrueba.Periodo, Lista.Publico);

    /// <summary>Workbooks: each is imported; a refused one must leave the store as it was.</summary>
    public Cuenta Libros(int cuantos)
    {
        var cuenta = new Cuenta("Libros mutados");
        var buenos = Buenos();
        var mutados = new LibrosMutados(buenos);
        var ruta = Path.Combine(trabajo, "LPP2026.xlsx");
        AlmacenDePrueba? almacen = null;
        var antes = "";
        for (var numero = 0; numero < cuantos; numero++)
        {
            ct.ThrowIfCancellationRequested();
            if (numero % PorAlmacen == 0)
            {
                Revisar(almacen, cuenta, numero);
                almacen = new AlmacenDePrueba(Path.Combine(trabajo, "espejo"));
                File.WriteAllBytes(ruta, buenos[0]);
                almacen.Importar(ruta, ct);
                antes = almacen.Estado();
                Console.Error.WriteLine($"  {numero} de {cuantos}");
            }
            File.WriteAllBytes(ruta, mutados.Mutar(Azar.De(semilla, Tema.Fuzz, numero)));
            var actual = almacen!;
            var rechazado = Intentar(cuenta, numero, () => actual.Importar(ruta, ct));
            var despues = actual.Estado();
            if (rechazado && despues != antes)
                cuenta.Cambio(numero);
            antes = despues;
        }
        Revisar(almacen, cuenta, cuantos);
        return cuenta;
    }

    /// <summary>Lines: each through the reader, then in files through the reception, which publishes nothing, and at last sealed.</summary>
    public Cuenta Lineas(int cuantas)
    {
        var cuenta = new Cuenta("Líneas NDJSON mutadas");
        var buenas = File.ReadLines(Path.Combine(Generados(), $"informativas-{AlmacenDePrueba.Periodo}.ndjson"))
            .Select(Encoding.UTF8.GetBytes)
            .ToList();
        var almacen = new AlmacenDePrueba(Path.Combine(trabajo, "instituto"));
        var archivo = Path.Combine(trabajo, "mutadas.ndjson");
        for (var desde = 0; desde < cuantas; desde += LineasPorArchivo)
        {
            ct.ThrowIfCancellationRequested();
            var lineas = Enumerable
                .Range(desde, Math.Min(LineasPorArchivo, cuantas - desde))
                .Select(numero => Linea(buenas, numero))
                .ToList();
            for (var i = 0; i < lineas.Count; i++)
                Leer(cuenta, desde + i, lineas[i]);
            File.WriteAllBytes(archivo, [.. lineas.SelectMany(linea => linea.Append((byte)'\n'))]);
            Recibir(cuenta, desde, almacen, archivo);
        }
        var sello = new Cuenta("");
        _ = Intentar(sello, cuantas, () => Publicador.Publicar(null, null, [], almacen.Entorno, ct));
        if (!sello.Limpia)
            cuenta.Excepcion(cuantas, new InvalidOperationException("publicar no pudo sellar lo recibido"));
        Revisar(almacen, cuenta, cuantas);
        return cuenta;
    }

    private static byte[] SinSaltos(byte[] linea) => [.. linea.Where(letra => letra != '\n')];

    private byte[] Linea(List<byte[]> buenas, int numero)
    {
        var azar = Azar.De(semilla, Tema.Fuzz, numero, 1);
        var linea = azar.Una(buenas);
        // A very long one would only repeat what a short one shows.
        while (linea.Length > 20_000)
            linea = azar.Una(buenas);
        return SinSaltos(Mutacion.Golpear(linea, ref azar));
    }

    private void Leer(Cuenta cuenta, int numero, byte[] linea)
    {
        var leida = false;
        if (
            !Intentar(
                cuenta,
                numero,
                () =>
                    leida = LectorNdjson
                        .Leer(new MemoryStream(linea), "mutadas.ndjson", LimitesDeLectura.Predeterminados, ct)
                        .ToList()
                        .TrueForAll(una => una.Informativa is not null)
            ) && !leida
        )
        {
            // A rejected line is a refusal as well.
            cuenta.Aceptados--;
            cuenta.Rechazados++;
        }
    }

    private void Recibir(Cuenta cuenta, int desde, AlmacenDePrueba almacen, string archivo)
    {
        var lote = new Cuenta("");
        var antes = almacen.Estado();
        _ = Intentar(lote, desde, () => Receptor.Recibir([archivo], almacen.Entorno, ct), Plazo * 4);
        if (lote.Cuelgues > 0)
            cuenta.Cuelgue(desde);
        if (lote.Excepciones > 0)
            cuenta.Excepcion(desde, new InvalidOperationException("la recepción no soportó el lote que empieza aquí"));
        // Nothing is published until it is sealed; the first reception only makes the empty store.
        if (desde > 0 && almacen.Estado() != antes)
            cuenta.Cambio(desde);
    }

    /// <summary>Whether it was refused as a file that cannot be read is; anything else but success is a fault.</summary>
    private bool Intentar(Cuenta cuenta, int numero, Action accion, TimeSpan? plazo = null)
    {
        var inicio = TimeProvider.System.GetTimestamp();
        var tarea = Task.Run(accion, CancellationToken.None);
        try
        {
            if (!tarea.Wait(plazo ?? Plazo, ct))
            {
                cuenta.Cuelgue(numero);
                // It is told, and waited for: the next one needs the store.
                tarea.Wait(ct);
            }
            else
            {
                cuenta.Aceptados++;
            }
            return false;
        }
        catch (AggregateException error) when (error.InnerException is LecturaException or OrdenRechazadaException)
        {
            cuenta.Rechazados++;
            return true;
        }
        catch (AggregateException error)
        {
            cuenta.Excepcion(numero, error.InnerException!);
            return true;
        }
        finally
        {
            var duracion = TimeProvider.System.GetElapsedTime(inicio);
            cuenta.Maximo = duracion > cuenta.Maximo ? duracion : cuenta.Maximo;
        }
    }

    private void Revisar(AlmacenDePrueba? almacen, Cuenta cuenta, int numero)
    {
        foreach (var dano in almacen?.Danos(ct) ?? [])
            cuenta.Excepcion(numero, new InvalidDataException(dano));
    }

    /// <summary>A small public list, as our own exporter writes it: with the notice, dates and every kind of text.</summary>
    private List<byte[]> Buenos()
    {
        var tsv = Path.Combine(Generados(), "LPP2026.tsv");
        var libros = new List<byte[]>();
        foreach (var cuantos in (int[])[40, 12])
        {
            using var salida = new MemoryStream();
            LibroXlsx.Escribir(
                salida,
                Lista.Publico,
                new RenglonesDeTsv(Listado).Leer(tsv).Take(cuantos),
                Aviso.De(Lista.Publico).Lineas,
                trabajo,
                ct
            );
            libros.Add(salida.ToArray());
        }
        return libros;
    }

    private string Generados()
    {
        var pedido = new Pedido(
            semilla,
            [AlmacenDePrueba.Periodo],
            Escala,
            1,
            0,
            Path.Combine(trabajo, "buenos"),
            ConLibros: false,
            ConTsv: true
        );
        return Path.Combine(pedido.Salida, Generacion.Escribir(pedido, ct).Last().Publicacion);
    }
}
