using System.Diagnostics;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Generador;
using Icsoe.Benchmarks.Http;
using Icsoe.Domain.Sellado;
using Microsoft.Data.Sqlite;

namespace Icsoe.Benchmarks.Percances;

/// <summary>How far an order had come when it was killed, as far as what it left can tell.</summary>
internal enum Fase
{
    SinEscribir,
    EnTemporales,
    RenglonesAMedias,

    /// <summary>The files are in their places and the transaction that seals did not end: it is that one, or the step before it.</summary>
    ArchivosSinRegistro,
    YaSellada,

    /// <summary>It did not die: the order took less than it used to.</summary>
    YaTerminada,
}

/// <summary>
/// Orders killed at random instants of what they were seen to take, again and again on the same store, under a server that is being read: after each, the store is checked
/// and the same order is given again.
/// </summary>
internal sealed class Muertes(ulong semilla, Guion guion, Programas programas, string trabajo, CancellationToken ct)
{
    // One in so many dies in its last part, which is the shortest and the one that matters most.
    private const int AlSellar = 4;

    // By turns, importar and publicar.
    private const int Ordenes = 2;
    private static readonly TimeSpan Muestreo = TimeSpan.FromMilliseconds(1);

    private readonly Dictionary<string, Duracion> _duraciones = [];
    private readonly Dictionary<(string Orden, Fase Fase), int> _cuentas = [];

    // A manifest that was never recorded stays where it is for ever: it says something of one death only.
    private readonly HashSet<string> _huerfanos = [];

    public List<string> Fallas { get; } = [];

    public int Lecturas { get; private set; }

    public int Paginas { get; private set; }

    public int Descargas { get; private set; }

    /// <summary>How many orders of this name died at this point.</summary>
    public int Cuantas(string orden, Fase fase) => _cuentas.GetValueOrDefault((orden, fase));

    /// <summary>Kills so many orders; when the story is over it begins again in another store.</summary>
    public void Matar(int cuantas)
    {
        var intentos = 0;
        for (var hechas = 0; hechas < cuantas; )
        {
            var entorno = Guion.Entorno(Path.Combine(trabajo, $"almacen-{intentos}"));
            foreach (var paso in guion.Pasos.Take(Guion.Nacimiento - Ordenes))
            {
                Guion.Recibir(paso, entorno, ct);
                Guion.Sellar(paso, paso.Id, entorno, ct);
            }
            foreach (var paso in guion.Pasos.Skip(Guion.Nacimiento - Ordenes).Take(Ordenes))
                Cronometrar(paso, entorno);
            using (var servidor = ServidorHijo.Programa(programas.Api, entorno.Carpetas.Datos, "/v1/publicaciones"))
            {
                var lector = new Lector(servidor.Direccion, guion);
                using (lector)
                {
                    for (var i = Guion.Nacimiento; i < guion.Pasos.Count && hechas < cuantas; i++, intentos++)
                    {
                        ct.ThrowIfCancellationRequested();
                        if (Matar(guion.Pasos[i], guion.Pasos[i - 1], intentos, entorno, lector) != Fase.YaTerminada)
                            hechas++;
                    }
                }
                Lecturas += lector.Lecturas;
                Paginas += lector.Paginas;
                Descargas += lector.Descargas;
                Fallas.AddRange(lector.Fallas);
            }
            Directory.Delete(entorno.Carpetas.Datos, recursive: true);
        }
    }

    /// <summary>The last of a store's birth, by the program itself: how long the order takes.</summary>
    private void Cronometrar(Paso paso, Entorno entorno)
    {
        Guion.Recibir(paso, entorno, ct);
        Correr(paso, entorno, (_, _) => false);
    }

    private Fase Matar(Paso paso, Paso anterior, int numero, Entorno entorno, Lector lector)
    {
        var datos = entorno.Carpetas.Datos;
        Guion.Recibir(paso, entorno, ct);
        var fraccion = Azar.De(semilla, Tema.Percance, numero).Fraccion();
        var alSellar = numero % AlSellar == AlSellar - 1;
        var instante = fraccion * (alSellar ? _duraciones[paso.Orden].AlSellar : _duraciones[paso.Orden].Toda);
        var termino = Correr(paso, entorno, (desdeElInicio, alSellando) => (alSellar ? alSellando : desdeElInicio) >= instante);
        var sellada = Guion.Estado(datos).Id == paso.Id;
        if (!guion.Esta(datos, sellada ? paso.Id : anterior.Id))
            Falla("ni la publicación anterior ni la nueva está entera");
        var verificacion = Verificador.VerificarAsync(entorno, ct).GetAwaiter().GetResult();
        verificacion.Danos.ToList().ForEach(Falla);
        var quedaron = verificacion.Huerfanos.Count(_huerfanos.Add);
        var fase =
            termino ? Fase.YaTerminada
            : sellada ? Fase.YaSellada
            : quedaron > 0 ? Fase.ArchivosSinRegistro
            : HayRenglonesAMedias(entorno.Carpetas.Almacen) ? Fase.RenglonesAMedias
            : Directory.Exists(entorno.Carpetas.Temporal) ? Fase.EnTemporales
            : Fase.SinEscribir;
        _cuentas[(paso.Orden, fase)] = Cuantas(paso.Orden, fase) + 1;
        // What stands already has nothing to seal again.
        var siguiente = Guion.Sellar(paso, sellada ? null : paso.Id, entorno, ct);
        if (siguiente.SinCambios != sellada)
            Falla($"repetida, dijo {siguiente.Publicacion?.Id.ToString() ?? "sin cambios"}");
        if (!guion.Esta(datos, paso.Id))
            Falla("repetida, no dejó lo que debía");
        lector.Esperar(paso.Id);
        return fase;

        void Falla(string que) =>
            Fallas.Add(
                $"muerte {numero}, {paso.Orden} {paso.Id} a los {instante.TotalSeconds:0.000} s{(alSellar ? " de sellar" : "")}: {que}"
            );
    }

    /// <summary>Whether it ended: then what it took is what it takes.</summary>
    /// <param name="morir">Told how long it has run, and since when its files are being put in their places, null before.</param>
    private bool Correr(Paso paso, Entorno entorno, Func<TimeSpan, TimeSpan?, bool> morir)
    {
        var info = new ProcessStartInfo("dotnet", [programas.Api, .. paso.Argumentos(entorno.Carpetas.Datos)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var intacta = Directory.GetLastWriteTimeUtc(entorno.Carpetas.Archivos);
        using var proceso = Process.Start(info)!;
        var reloj = Stopwatch.StartNew();
        TimeSpan? alSellar = null;
        while (!proceso.WaitForExit(Muestreo))
        {
            if (alSellar is null && Directory.GetLastWriteTimeUtc(entorno.Carpetas.Archivos) != intacta)
                alSellar = reloj.Elapsed;
            if (!morir(reloj.Elapsed, reloj.Elapsed - alSellar))
                continue;
            // SIGKILL: nothing of it runs any more.
            proceso.Kill();
            proceso.WaitForExit();
            return false;
        }
        if (proceso.ExitCode != 0)
            throw new InvalidOperationException($"{paso.Orden} terminó con {proceso.ExitCode}: {proceso.StandardError.ReadToEnd()}");
        _duraciones[paso.Orden] = new Duracion(reloj.Elapsed, reloj.Elapsed - (alSellar ?? reloj.Elapsed));
        return true;
    }

    private static bool HayRenglonesAMedias(string almacen)
    {
        using var conexion = new SqliteConnection($"Data Source={almacen};Mode=ReadOnly;Pooling=False");
        conexion.Open();
        using var comando = conexion.CreateCommand();
        comando.CommandText = "SELECT count(*) FROM en_curso";
        return (long)comando.ExecuteScalar()! > 0;
    }

    /// <param name="AlSellar">Its last part: from its first file put in its place to its end.</param>
    private sealed record Duracion(TimeSpan Toda, TimeSpan AlSellar);
}
