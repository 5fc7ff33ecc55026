using System.Diagnostics;
using System.Net;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Http;
using Icsoe.Benchmarks.Referencias;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Sellado;

namespace Icsoe.Benchmarks.Percances;

/// <summary>One kind of mishap, after all its trials.</summary>
/// <param name="Nota">What came out of them.</param>
/// <param name="Fallas">What should not have happened, in a sentence each.</param>
internal sealed record Contratiempo(string Que, int Veces, string Nota, IReadOnlyList<string> Fallas)
{
    public string Linea() => $"| {Que} | {Veces} | {Nota} | {Fallas.Count} |";
}

/// <summary>All that may go wrong short of death: each trial on a fresh copy of the same store, and after each the order is given again.</summary>
internal sealed class Contratiempos
{
    private const string NoSeProbo = "no se probó: este sistema no deja montar";
    private static readonly TimeSpan Enseguida = TimeSpan.FromSeconds(10);

    private readonly Guion _guion;
    private readonly Programas _programas;
    private readonly string _trabajo;
    private readonly string _base;
    private readonly CancellationToken _ct;

    public Contratiempos(Guion guion, Programas programas, string trabajo, CancellationToken ct)
    {
        (_guion, _programas, _trabajo, _ct) = (guion, programas, trabajo, ct);
        _base = Path.Combine(trabajo, "base");
        var entorno = Guion.Entorno(_base);
        foreach (var paso in guion.Pasos.Take(2))
        {
            Guion.Recibir(paso, entorno, ct);
            Guion.Sellar(paso, paso.Id, entorno, ct);
        }
    }

    /// <summary>Whether this system lets anyone mount something for a process of his own.</summary>
    private static bool SePuedeMontar => OperatingSystem.IsLinux() && Proceso.Correr("unshare", ["-rm", "true"]).Codigo == 0;

    /// <summary>The store on a disk with a little room left, each time less: every write finds it full in its turn.</summary>
    public Contratiempo DiscoLleno(int veces)
    {
        var fallas = new List<string>();
        if (!SePuedeMontar)
            return new("disco lleno", 0, NoSeProbo, fallas);
        var (rechazadas, mayor) = (0, new FileInfo(Path.Combine(_base, "icsoe.db")).Length * 4 / 1024);
        for (var vez = 0; vez < veces; vez++)
        {
            var kib = mayor * vez * vez / (veces * veces);
            rechazadas += Probar(
                $"con {kib} KiB libres",
                "cp -a \"$D\" \"$D.fuera\" && mount -t tmpfs -o size=1g disco \"$D\" && cp -a \"$D.fuera/.\" \"$D\" "
                    + $"&& mount -o remount,size=$(($(du -sk \"$D\" | cut -f1) + {kib}))k \"$D\"",
                "rm -r \"$D.fuera\"; cp -a \"$D\" \"$D.fuera\"; umount \"$D\"; rm -r \"$D\"; mv \"$D.fuera\" \"$D\"",
                vez,
                fallas
            );
        }
        return new("disco lleno", veces, $"{rechazadas} rechazadas con su motivo, {veces - rechazadas} selladas", fallas);
    }

    /// <summary>The folder is mounted to be read only, which stops root as well.</summary>
    public Contratiempo SoloLectura()
    {
        var fallas = new List<string>();
        if (!SePuedeMontar)
            return new("carpeta de solo lectura", 0, NoSeProbo, fallas);
        var rechazadas = 0;
        for (var vez = 0; vez < 2; vez++)
            rechazadas += Probar("en solo lectura", "mount --bind \"$D\" \"$D\" && mount -o remount,bind,ro \"$D\"", "true", vez, fallas);
        if (rechazadas < 2)
            fallas.Add("se selló en una carpeta de solo lectura");
        return new("carpeta de solo lectura", 2, $"{rechazadas} rechazadas con su motivo", fallas);
    }

    /// <summary>A second order while the first one writes.</summary>
    public Contratiempo DosALaVez()
    {
        var fallas = new List<string>();
        var datos = Copiar();
        var paso = _guion.Pasos[2];
        var primera = Task.Run(() => _programas.Correr(paso.Argumentos(datos)), _ct);
        SpinWait.SpinUntil(() => Directory.Exists(Path.Combine(datos, "tmp")) || primera.IsCompleted);
        var reloj = Stopwatch.StartNew();
        try
        {
            Guion.Sellar(paso, paso.Id, Guion.Entorno(datos), _ct);
            fallas.Add("la segunda no fue rechazada");
        }
        catch (OrdenRechazadaException error) when (error.Message.StartsWith("Otra orden está escribiendo", StringComparison.Ordinal))
        {
            if (reloj.Elapsed > Enseguida)
                fallas.Add($"la segunda esperó {reloj.Elapsed.TotalSeconds:0.0} s");
        }
        catch (OrdenRechazadaException error)
        {
            fallas.Add(error.Message);
        }
        if (primera.GetAwaiter().GetResult().Codigo != 0 || !_guion.Esta(datos, paso.Id))
            fallas.Add("la primera no terminó bien");
        Directory.Delete(datos, recursive: true);
        return new("dos órdenes a la vez", 1, "la segunda se rechaza enseguida", fallas);
    }

    /// <summary>The clock set back before what was sealed: sealing then is refused, and nothing changes.</summary>
    public Contratiempo RelojAtrasado()
    {
        var fallas = new List<string>();
        var datos = Copiar();
        for (var vez = 2; vez < 4; vez++)
        {
            var paso = _guion.Pasos[vez];
            try
            {
                Guion.Sellar(paso, paso.Id, Guion.Entorno(datos) with { Reloj = new RelojDeAyer() }, _ct);
                fallas.Add($"{paso.Orden} selló con el reloj atrasado");
            }
            catch (OrdenRechazadaException)
            {
                if (!_guion.Esta(datos, _guion.Pasos[1].Id))
                    fallas.Add("rechazada, algo cambió");
            }
        }
        Directory.Delete(datos, recursive: true);
        return new("reloj atrasado", 2, "2 rechazadas con su motivo", fallas);
    }

    /// <summary>A stored file altered, truncated or removed: told by <c>verificar</c>, never served, and served again once it is put back.</summary>
    public Contratiempo ArchivoDanado()
    {
        var fallas = new List<string>();
        var datos = Copiar();
        var danos = new (string Nombre, Func<byte[], byte[]?> Hacer)[]
        {
            ("alterado", bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]),
            ("truncado", bytes => bytes[..^1]),
            ("retirado", _ => null),
        };
        string ruta;
        using (var almacen = new AlmacenPublico(datos))
            ruta = almacen.Ruta(almacen.ArchivoPorNombre($"{Guion.Listados[0].Nombre}.xlsx", 2)!);
        var buenos = File.ReadAllBytes(ruta);
        using (var servidor = ServidorHijo.Programa(_programas.Api, datos, "/v1/publicaciones"))
        using (var cliente = new HttpClient { BaseAddress = new Uri(servidor.Direccion) })
        {
            foreach (var (nombre, hacer) in danos)
            {
                Pedir(cliente, HttpStatusCode.OK, $"antes de {nombre}");
                File.Delete(ruta);
                if (hacer(buenos) is { } malos)
                    File.WriteAllBytes(ruta, malos);
                Pedir(cliente, HttpStatusCode.InternalServerError, nombre);
                if (Verificador.VerificarAsync(Guion.Entorno(datos), _ct).GetAwaiter().GetResult().Danos.Count == 0)
                    fallas.Add($"{nombre}: verificar no lo dice");
                File.WriteAllBytes(ruta, buenos);
            }
            Pedir(cliente, HttpStatusCode.OK, "repuesto");
        }
        Directory.Delete(datos, recursive: true);
        return new("archivo alterado, truncado o retirado", danos.Length, "`verificar` lo dice y no se sirve", fallas);

        void Pedir(HttpClient cliente, HttpStatusCode debido, string cuando)
        {
            using var respuesta = cliente.Send(new HttpRequestMessage(HttpMethod.Get, $"/v1/archivos/{Guion.Listados[0].Nombre}.xlsx"));
            if (respuesta.StatusCode != debido)
                fallas.Add($"{cuando}: contestó {(int)respuesta.StatusCode}");
        }
    }

    /// <summary>Gives an order under a constraint, of either door by turns; 1 when it was refused.</summary>
    private int Probar(string que, string antes, string despues, int vez, List<string> fallas)
    {
        _ct.ThrowIfCancellationRequested();
        var (anterior, paso) = (_guion.Pasos[1 + (vez % 2)], _guion.Pasos[2 + (vez % 2)]);
        var datos = Copiar();
        var entorno = Guion.Entorno(datos);
        if (anterior.Espejo)
            Guion.Sellar(anterior, anterior.Id, entorno, _ct);
        Guion.Recibir(paso, entorno, _ct);
        string[] orden =
        [
            "-rm",
            "bash",
            "-c",
            $"D=\"$1\"; shift; {antes} || exit 77; dotnet \"$@\"; codigo=$?; {despues}; exit $codigo",
            "bash",
            datos,
            _programas.Api,
            .. paso.Argumentos(datos),
        ];
        var medida = Proceso.Correr("unshare", orden);
        var rechazada = medida.Codigo != 0;
        if (rechazada && (medida.Codigo != 1 || !medida.Errores.Contains("Nada cambió", StringComparison.Ordinal)))
            Falla($"terminó con {medida.Codigo}: {medida.Errores}");
        if (!_guion.Esta(datos, rechazada ? anterior.Id : paso.Id))
            Falla("no quedó entera la publicación que debía");
        Verificador.VerificarAsync(entorno, _ct).GetAwaiter().GetResult().Danos.ToList().ForEach(Falla);
        if (rechazada)
            Guion.Sellar(paso, paso.Id, entorno, _ct);
        if (!_guion.Esta(datos, paso.Id))
            Falla("repetida, no dejó lo que debía");
        Directory.Delete(datos, recursive: true);
        return rechazada ? 1 : 0;

        void Falla(string cual) => fallas.Add($"{paso.Orden} {que}: {cual}");
    }

    private string Copiar()
    {
        var destino = Path.Combine(_trabajo, "copia");
        if (Directory.Exists(destino))
            Directory.Delete(destino, recursive: true);
        Directory.CreateDirectory(destino);
        foreach (var carpeta in Directory.GetDirectories(_base, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(destino, Path.GetRelativePath(_base, carpeta)));
        foreach (var archivo in Directory.GetFiles(_base, "*", SearchOption.AllDirectories))
            File.Copy(archivo, Path.Combine(destino, Path.GetRelativePath(_base, archivo)));
        return destino;
    }

    private sealed class RelojDeAyer : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(-1);
    }
}
