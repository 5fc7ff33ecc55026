using Icsoe.Tests.Comandos;
using Icsoe.Tests.Sellado;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Respaldo;

/// <summary>Killed at any instant, neither order leaves anything half done, and the next run is clean.</summary>
[TestFixture, Parallelizable, Platform(Exclude = "Win", Reason = "SIGKILL es de Unix.")]
internal sealed class MuerteDelRespaldoTests
{
    private const int Contratos = 3_000;
    private const int Muertes = 4;

    private Operador operador = null!;

    [OneTimeSetUp]
    public async Task LlegarAsync()
    {
        operador = new Operador();
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(Contratos)));
        var informativas = Enumerable.Range(1, 500).Select(numero => Presentada.Numero(numero) with { Ejercicio = 2025 });
        await operador.LograrAsync("importar", operador.Ndjson(informativas.Select(informativa => informativa.EnJson())));
    }

    [OneTimeTearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Respaldar_muerto_en_cualquier_instante_deja_un_respaldo_entero_o_ninguno()
    {
        var azar = new Random(20260601);
        var duracion = Cronometrar("respaldar", operador.Ruta("limpio"), "--datos", operador.Datos);
        for (var muerte = 0; muerte < Muertes; muerte++)
        {
            var carpeta = operador.Ruta($"respaldos-{muerte}");
            var destino = Path.Combine(carpeta, "r");
            Matar(duracion * (0.2 + (0.8 * azar.NextDouble())), "respaldar", destino, "--datos", operador.Datos);

            if (!Directory.Exists(destino))
                Assert.That((await operador.EjecutarAsync("respaldar", destino)).Codigo, Is.Zero);
            Assert.That((await operador.SinMasAsync("verificar", "--datos", destino)).Codigo, Is.Zero);
            Assert.That(Volcado.De(destino), Is.EqualTo(Volcado.De(operador.Datos)));
            Assert.That(Directory.Exists(Path.Combine(carpeta, "r.respaldo-parcial")), Is.False);
        }
    }

    [Test]
    public async Task Restaurar_muerto_en_cualquier_instante_deja_todo_o_nada_publicado()
    {
        var azar = new Random(20260602);
        var respaldo = operador.Ruta("para-restaurar");
        await operador.LograrAsync("respaldar", respaldo);
        var duracion = Cronometrar("restaurar", respaldo, "--datos", operador.Ruta("restaurado"));
        for (var muerte = 0; muerte < Muertes; muerte++)
        {
            var datos = operador.Ruta($"datos-{muerte}");
            Matar(duracion * (0.2 + (0.8 * azar.NextDouble())), "restaurar", respaldo, "--datos", datos);

            var entero = File.Exists(Path.Combine(datos, "icsoe.db")) && Secuencias(datos) == 1;
            var siguiente = await operador.SinMasAsync("restaurar", respaldo, "--datos", datos);
            Assert.That(siguiente.Codigo, Is.EqualTo(entero ? 1 : 0), siguiente.Errores);
            Assert.That((await operador.SinMasAsync("verificar", "--datos", datos)).Codigo, Is.Zero);
            Assert.That(Volcado.De(datos), Is.EqualTo(Volcado.De(operador.Datos)));
        }
    }

    // Killed before the only transaction, there is a database without tables.
    private static long Secuencias(string datos) =>
        Danos.Contar(Path.Combine(datos, "icsoe.db"), "SELECT count(*) FROM sqlite_master WHERE name = 'publicaciones'") == 0
            ? 0
            : Volcado.Secuencias(datos);

    private static TimeSpan Cronometrar(params string[] orden)
    {
        var inicio = TimeProvider.System.GetTimestamp();
        Proceso.Lograr(Environment.CurrentDirectory, [], orden);
        return TimeProvider.System.GetElapsedTime(inicio);
    }

    private static void Matar(TimeSpan instante, params string[] orden)
    {
        using var proceso = Proceso.Iniciar(orden);
        if (!proceso.Termino(instante))
            proceso.Matar();
    }
}
