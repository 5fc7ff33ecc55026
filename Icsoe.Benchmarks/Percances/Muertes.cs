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
    ArchivosSinRegistro,
    YaSellada,
    YaTerminada,
}

/// <summary>
/// Orders killed at random instants, again and again on the same store, under a server that is being read: after each, the store is checked
/// and the same order is given again.
/// </summary>
internal sealed class Muertes(ulong semilla, Guion guion, Programas programas, string trabajo, CancellationToken ct)
{
    private readonly Dictionary<string, TimeSpan> _duraciones = [];
    private readonly Dictionary<(string Orden, Fase Fase), int> _cuentas = [];

    public List<string> Fallas { get; } = [];

    public int Lecturas { get; private set; }

    public int Paginas { get; private set; }

    public int Descargas { get; private set; }

    /// <summary>How many orders of this name died at this point.</summary>
    public int Cuantas(string orden, Fase fase) => _cuentas.GetValueOrDefault((orden, fase));

    /// <summary>Kills so many orders; when the story is over it begins again in another store.</summary>
    public void Matar(int cuantas)
    {
        for (var hechas = 0; hechas < cuantas; )
        {
            var entorno = Guion.Entorno(Path.Combine(trabajo, $"almacen-{hechas}"));
            foreach (var paso in guion.Pasos.Take(2))
                Nacer(paso, entorno);
            using (var servidor = ServidorHijo.Programa(programas.Api, entorno.Carpetas.Datos, "/v1/publicaciones"))
            {
                var lector = new Lector(servidor.Direccion, guion);
                using (lector)
                {
                    for (var i = 2; i < guion.Pasos.Count && hechas < cuantas; i++, hechas++)
                    {
                        ct.ThrowIfCancellationRequested();
                        Matar(guion.Pasos[i], guion.Pasos[i - 1], hechas, entorno, lector);
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

    /// <summary>The first publications, by the program itself: how long each order takes.</summary>
    private void Nacer(Paso paso, Entorno entorno)
    {
        Guion.Recibir(paso, entorno, ct);
        _duraciones[paso.Orden] = programas.Correr(paso.Argumentos(entorno.Carpetas.Datos)).Exigir().Reloj;
    }

    private void Matar(Paso paso, Paso anterior, int numero, Entorno entorno, Lector lector)
    {
        var datos = entorno.Carpetas.Datos;
        Guion.Recibir(paso, entorno, ct);
        var instante = _duraciones[paso.Orden] * Azar.De(semilla, Tema.Percance, numero).Fraccion();
        var termino = Matar(paso.Argumentos(datos), instante);
        var sellada = Guion.Estado(datos).Id == paso.Id;
        if (!guion.Esta(datos, sellada ? paso.Id : anterior.Id))
            Falla("ni la publicación anterior ni la nueva está entera");
        var verificacion = Verificador.VerificarAsync(entorno, ct).GetAwaiter().GetResult();
        verificacion.Danos.ToList().ForEach(Falla);
        var fase =
            termino ? Fase.YaTerminada
            : sellada ? Fase.YaSellada
            : verificacion.Huerfanos.Count > 0 ? Fase.ArchivosSinRegistro
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

        void Falla(string que) => Fallas.Add($"muerte {numero}, {paso.Orden} {paso.Id} a los {instante.TotalSeconds:0.000} s: {que}");
    }

    /// <summary>Whether it had ended before.</summary>
    private bool Matar(string[] argumentos, TimeSpan instante)
    {
        var info = new ProcessStartInfo("dotnet", [programas.Api, .. argumentos])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var proceso = Process.Start(info)!;
        if (proceso.WaitForExit(instante))
            return true;
        // SIGKILL: nothing of it runs any more.
        proceso.Kill();
        proceso.WaitForExit();
        return false;
    }

    private static bool HayRenglonesAMedias(string almacen)
    {
        using var conexion = new SqliteConnection($"Data Source={almacen};Mode=ReadOnly;Pooling=False");
        conexion.Open();
        using var comando = conexion.CreateCommand();
        comando.CommandText = "SELECT count(*) FROM en_curso";
        return (long)comando.ExecuteScalar()! > 0;
    }
}
