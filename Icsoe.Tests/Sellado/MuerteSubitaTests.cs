using System.Net;
using System.Net.Sockets;
using Icsoe.Tests.Comandos;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Sellado;

/// <summary>
/// Killed at any instant, the previous publication stands whole and the next run is clean. The built program, on some 6,000
/// contracts by the mirror and 3,000 by the institute door, killed where the seed says.
/// </summary>
[TestFixture, Parallelizable, Platform(Exclude = "Win", Reason = "SIGKILL y SIGTERM son de Unix.")]
internal sealed class MuerteSubitaTests
{
    private const int Contratos = 6_000;

    // Of four contracts each: judging and writing the XLSX take longer than mirroring a workbook.
    private const int Informativas = 750;
    private const int Muertes = 3;

    private Operador operador = null!;
    private string libro = null!;
    private string informativas = null!;

    /// <summary>A store with a first publication of each door, and what its second month brings.</summary>
    [OneTimeSetUp]
    public async Task PrepararAsync()
    {
        // The program's own clock seals here: the ids are of months long past.
        operador = new Operador { Ahora = new DateTimeOffset(2026, 1, 2, 18, 0, 0, TimeSpan.Zero) };
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(50)), "--publicacion", "2024-01");
        await operador.LograrAsync("importar", operador.Ndjson(Enumerable.Range(1, 50).Select(DelInstituto)));
        await operador.LograrAsync("publicar", "--publicacion", "2024-02");
        libro = operador.Libro(Publico, Publico.Serie(Contratos, "OTRO SERVICIO"), "segundo");
        informativas = operador.Archivo(
            "segundo.ndjson",
            string.Concat(Enumerable.Range(40, Informativas).Select(numero => $"{DelInstituto(numero)}\n"))
        );
    }

    [OneTimeTearDown]
    public void Limpiar() => operador.Dispose();

    [Test]
    public async Task Importar_muerto_en_cualquier_instante_no_deja_nada_a_medias() =>
        await MorirAsync(operador.Datos, ["importar", libro, "--publicacion", "2024-03"], 20240301);

    [Test]
    public async Task Publicar_muerto_en_cualquier_instante_no_deja_nada_a_medias()
    {
        var recibido = operador.Ruta("recibido");
        Copiar(operador.Datos, recibido);
        Assert.That((await operador.SinMasAsync("importar", informativas, "--datos", recibido)).Codigo, Is.Zero);

        await MorirAsync(recibido, ["publicar", "--publicacion", "2024-03"], 20240302);
    }

    [Test]
    public async Task Retirar_muerto_en_cualquier_instante_retira_todo_o_nada()
    {
        var datos = operador.Ruta("por-retirar");
        Copiar(operador.Datos, datos);
        Assert.That((await operador.SinMasAsync("importar", libro, "--publicacion", "2024-03", "--datos", datos)).Codigo, Is.Zero);

        await MorirAsync(
            datos,
            ["retirar", "--folio", Publico.Renglon(7).Contrato!.Folio!, "--motivo", "Orden judicial.", "--publicacion", "2024-04"],
            20240304
        );
    }

    [Test]
    public async Task Recibir_muerto_en_cualquier_instante_recibe_todo_o_nada()
    {
        var azar = new Random(20240303);
        var duracion = Cronometrar(operador.Ruta("limpio-recibir"), operador.Datos, ["importar", informativas]);
        for (var muerte = 0; muerte < Muertes / 2; muerte++)
        {
            var datos = operador.Ruta($"recibir-{muerte}");
            Copiar(operador.Datos, datos);
            Matar(datos, ["importar", informativas], duracion * azar.NextDouble());

            var repetida = await operador.SinMasAsync("importar", informativas, "--datos", datos);

            Assert.That(repetida.Codigo, Is.Zero, repetida.Errores);
            Assert.That(repetida.Linea.GetProperty("recibidas").GetInt32(), Is.AnyOf(0, Informativas - 11));
            Directory.Delete(datos, recursive: true);
        }
    }

    [Test]
    public async Task Con_SIGTERM_la_orden_termina_en_5_segundos_y_deja_la_publicacion_anterior()
    {
        var datos = operador.Ruta("sigterm");
        Copiar(operador.Datos, datos);
        var antes = Fotografia.De(datos);

        using var proceso = Proceso.Iniciar("importar", libro, "--publicacion", "2024-03", "--datos", datos);
        Assert.That(
            SpinWait.SpinUntil(() => EstaAcomodando(datos) || proceso.Termino(TimeSpan.Zero), TimeSpan.FromSeconds(30)),
            "La orden no empezó."
        );
        proceso.PedirQueTermine();

        Assert.That(proceso.Termino(TimeSpan.FromSeconds(5)), "La orden no terminó en 5 segundos.");
        Assert.That(proceso.Esperar(), Is.EqualTo(1));
        Assert.That(proceso.Errores, Does.Contain("nada cambió"));
        Assert.That(Fotografia.De(datos), Is.EqualTo(antes));
        Assert.That((await operador.SinMasAsync("verificar", "--datos", datos)).Codigo, Is.Zero);
        Assert.That((await operador.SinMasAsync("importar", libro, "--publicacion", "2024-03", "--datos", datos)).Codigo, Is.Zero);
    }

    [Test]
    public void Con_SIGTERM_el_servidor_termina_en_5_segundos()
    {
        var puerto = PuertoLibre();
        using var proceso = Proceso.Iniciar(
            "--urls",
            $"http://127.0.0.1:{puerto}",
            "--environment",
            "Production",
            "--datos",
            operador.Ruta("nada"),
            "--Logging:LogLevel:Default=Information"
        );
        Assert.That(SpinWait.SpinUntil(() => Contesta(puerto), TimeSpan.FromSeconds(30)), "El servidor no empezó.");
        Assert.That(proceso.Termino(TimeSpan.Zero), Is.False, "El servidor sigue en pie.");

        proceso.PedirQueTermine();

        Assert.That(proceso.Termino(TimeSpan.FromSeconds(5)), "El servidor no terminó en 5 segundos.");
        Assert.That(proceso.Esperar(), Is.Zero);
        Assert.That(operador.Ruta("nada"), Does.Not.Exist);
    }

    private static int PuertoLibre()
    {
        using var oyente = new TcpListener(IPAddress.Loopback, 0);
        oyente.Start();
        return ((IPEndPoint)oyente.LocalEndpoint).Port;
    }

    private static bool Contesta(int puerto)
    {
        try
        {
            using var cliente = new TcpClient("127.0.0.1", puerto);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Kills an order several times, each on a fresh copy; a clean run says what must come out in the end.</summary>
    private async Task MorirAsync(string origen, string[] orden, int semilla)
    {
        var azar = new Random(semilla);
        var antes = Fotografia.De(origen);
        var limpio = operador.Ruta($"limpio-{orden[0]}");
        var duracion = Cronometrar(limpio, origen, orden);
        var despues = Volcado.De(limpio);
        for (var muerte = 0; muerte < Muertes; muerte++)
        {
            var datos = operador.Ruta($"{orden[0]}-{muerte}");
            Copiar(origen, datos);
            // The first tenth only starts the runtime; a little past the end, the publication already stands.
            var instante = duracion * (0.1 + azar.NextDouble());
            Matar(datos, orden, instante);

            var sellada = Volcado.Secuencias(datos) > Volcado.Secuencias(origen);
            if (!sellada)
                Assert.That(SinArchivos(Fotografia.De(datos)), Is.EqualTo(SinArchivos(antes)), $"muerte a los {instante}");
            var verificacion = await operador.SinMasAsync("verificar", "--datos", datos);
            // Killed between the record and the file that it takes out: that file is told of until the next order removes it.
            var danos = verificacion.Linea.GetProperty("danados").GetInt32();
            Assert.That(
                danos,
                Is.EqualTo(sellada ? verificacion.LineasDeError.Count(linea => linea.Contains("se retiró y sigue ahí")) : 0),
                verificacion.Errores
            );

            var siguiente = await operador.SinMasAsync([.. orden, "--datos", datos]);
            Assert.That(siguiente.Codigo, Is.EqualTo(sellada ? 1 : 0), siguiente.Errores);
            Assert.That(Volcado.De(datos), Is.EqualTo(despues), $"muerte a los {instante}");
            var final = await operador.SinMasAsync("verificar", "--datos", datos);
            Assert.That(final.Codigo, Is.Zero, final.Errores);
            Directory.Delete(datos, recursive: true);
        }
    }

    /// <summary>
    /// What was read is being put in order, and the rows are still to come. A signal as soon as tmp/ appears may find the program not
    /// listening yet on a busy machine: it ends at once with 143.
    /// </summary>
    private static bool EstaAcomodando(string datos) =>
        Directory.Exists(Path.Combine(datos, "tmp")) && Directory.EnumerateFiles(Path.Combine(datos, "tmp"), "acomodo-*").Any();

    private static TimeSpan Cronometrar(string limpio, string origen, string[] orden)
    {
        Copiar(origen, limpio);
        var inicio = TimeProvider.System.GetTimestamp();
        Proceso.Lograr(Environment.CurrentDirectory, [], [.. orden, "--datos", limpio]);
        return TimeProvider.System.GetElapsedTime(inicio);
    }

    private static void Matar(string datos, string[] orden, TimeSpan instante)
    {
        using var proceso = Proceso.Iniciar([.. orden, "--datos", datos]);
        if (!proceso.Termino(instante))
            proceso.Matar();
    }

    private static List<string> SinArchivos(IEnumerable<string> foto) => [.. foto.Where(linea => linea.Length != 64)];

    private static void Copiar(string origen, string destino)
    {
        Directory.CreateDirectory(destino);
        foreach (var carpeta in Directory.GetDirectories(origen, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(destino, Path.GetRelativePath(origen, carpeta)));
        foreach (var archivo in Directory.GetFiles(origen, "*", SearchOption.AllDirectories))
            File.Copy(archivo, Path.Combine(destino, Path.GetRelativePath(origen, archivo)));
    }

    /// <summary>Four contracts each, of 2023-1, filed in May 2023; every seventh goes to the inconsistent list.</summary>
    private static string DelInstituto(int numero)
    {
        var presentada = Presentada.Numero(numero, 4) with { Ejercicio = 2023, FechaPresentacion = "2023-05-12T10:31:00-06:00" };
        return (numero % 7 == 0 ? presentada with { ContratosDeclarados = 5 } : presentada).EnJson();
    }
}
