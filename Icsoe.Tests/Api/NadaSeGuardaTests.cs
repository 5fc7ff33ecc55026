using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Icsoe.Api.Peticiones;
using Icsoe.Tests.Lectura;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Icsoe.Tests.Api;

/// <summary>What is sent with a question asked by POST lives as long as its request: in no log, in no file, accepted or refused.</summary>
public sealed class NadaSeGuardaTests
{
    private const string Marca = "MARCAQUENOQUEDA";
    private const string Informativa =
        """{"folio":"MARCAQUENOQUEDA","tipo":"normal","ejercicio":2026,"cuatrimestre":1,"fecha_presentacion":"2026-05-12","contratista":{"nombre":"MARCAQUENOQUEDA","tipo_persona":"moral"},"contratos":[{"folio":"MARCAQUENOQUEDA-1","contratante":{"nombre":"MARCAQUENOQUEDA","tipo_persona":"moral"},"servicio":"MARCAQUENOQUEDA","fecha_inicio":"MARCAQUENOQUEDA","personas_trabajadoras":0}]}""";

    private static readonly object?[] Fila = TablaDePrueba.Fila().Con("servicio", Marca).Con("folio", Marca);

    /// <summary>Path, content type and body, one a line. Each body has the mark.</summary>
    private static readonly (string Ruta, string Tipo, byte[] Cuerpo)[] Envios =
    [
        (
            "/v1/diagnosticos",
            Operacion.Json,
            De("""{"presentadas":[{"folio":"MARCAQUENOQUEDA","tipo":"normal","fecha_presentacion":"2026-05-12"}]}""")
        ),
        ("/v1/diagnosticos", Operacion.Json, De("""{"presentadas":[{"folio":"N1","MARCAQUENOQUEDA":"normal"}]}""")),
        ("/v1/diagnosticos", Operacion.Json, De($"{{\"{Marca}")),
        ("/v1/diagnosticos", Operacion.Json, De(Marca.PadRight((64 * 1024) + 1))),
        ("/v1/validaciones", Operacion.Json, De($"[{Informativa}]")),
        ("/v1/validaciones", Operacion.Json, De($"{{\"{Marca}")),
        ("/v1/validaciones", Medios.Ndjson, De($"{Informativa}\n{{\"{Marca}\":1}}\n{Marca}\n")),
        ("/v1/validaciones", Medios.Csv, De(TablaDePrueba.Csv(Fila))),
        ("/v1/validaciones", Medios.Csv, De($"{Marca},folio,tipo,ejercicio\r\n1,2,3,4\r\n")),
        ("/v1/validaciones", Medios.Csv, De($"NSS,CURP,SBC\r\n{Marca},1,2\r\n")),
        ("/v1/validaciones", Medios.Xlsx, Libro(compartidos: false)),
        ("/v1/validaciones", Medios.Xlsx, De(Marca)),
        ("/v1/validaciones", "multipart/form-data; boundary=limite", EnFormulario(Libro(compartidos: true))),
        ("/v1/validaciones", "multipart/form-data; boundary=limite", EnFormulario(De($"PK{Marca}"))),
        ("/v1/reconciliacion", "application/x-www-form-urlencoded", De("queries={\"q0\":{\"query\":\"" + Marca + "\"}}")),
        ("/v1/reconciliacion", "application/x-www-form-urlencoded", De($$"""queries={"q0":{"{{Marca}}":""")),
        (
            "/v1/reconciliacion",
            "application/x-www-form-urlencoded",
            De($$"""extend={"ids":["{{Marca}}"],"properties":[{"id":"{{Marca}}"}]}""")
        ),
        ("/v1/validaciones", "text/plain", De(Marca)),
        ("/v1/consultas-masivas", Operacion.Json, De($"{{\"nombres\":[\"{Marca}\"]}}")),
        ("/v1/consultas-masivas", Operacion.Json, De($"{{\"consultas\":[{{\"folio\":\"{Marca}\",\"{Marca}\":\"{Marca}\"}}]}}")),
        ("/v1/consultas-masivas", Medios.Csv, De($"nombre,contratante\r\n{Marca},{Marca}\r\n")),
        ("/v1/consultas-masivas", Medios.Csv, De($"{Marca}\r\n{Marca}\r\n")),
        ("/v1/consultas-masivas", "multipart/form-data; boundary=limite", EnFormulario(Libro(compartidos: true), conCliente: true)),
    ];

    [Test]
    public async Task Nada_de_lo_enviado_queda_en_la_bitacora_ni_en_los_archivos()
    {
        var temporal = Directory.CreateTempSubdirectory("icsoe-marca-");
        var antes = Environment.GetEnvironmentVariable("TMPDIR");
        Environment.SetEnvironmentVariable("TMPDIR", temporal.FullName);
        try
        {
            using var vigia = new Vigia(temporal.FullName, Muestra.Datos);
            var bitacora = new Bitacora();
            await using var original = new ServidorDePrueba(Muestra.Datos);
            await using var servidor = original.WithWebHostBuilder(host =>
                host.ConfigureLogging(registro =>
                    registro.AddProvider(bitacora).SetMinimumLevel(LogLevel.Trace).AddFilter<Bitacora>(null, LogLevel.Trace)
                )
            );
            using var cliente = servidor.CreateClient();
            var (delAlmacen, estados) = (Archivos(), new List<int>());
            foreach (var (ruta, tipo, cuerpo) in Envios)
            {
                using var contenido = new ByteArrayContent(cuerpo);
                contenido.Headers.TryAddWithoutValidation("Content-Type", tipo);
                estados.Add((int)(await cliente.PostAsync(ruta, contenido)).StatusCode);
            }

            Assert.That(estados, Is.SupersetOf(new[] { 200, 400, 413, 415, 422 }), "Aceptados y rechazados.");
            Assert.That(bitacora.Lineas, Has.Some.Contains("POST"), "La bitácora sí registra.");
            Assert.That(bitacora.Lineas, Has.None.Contains(Marca));
            Assert.That(Archivos(), Is.EqualTo(delAlmacen));
            Assert.That(vigia.Nuevos, Is.Empty, "Ni siquiera un archivo temporal que luego se borra.");
        }
        finally
        {
            Environment.SetEnvironmentVariable("TMPDIR", antes);
            temporal.Delete(recursive: true);
        }
    }

    [Test]
    public void El_vigia_ve_un_archivo_aunque_se_borre()
    {
        var carpeta = Directory.CreateTempSubdirectory("icsoe-vigia-");
        using (var vigia = new Vigia(carpeta.FullName))
        {
            var ruta = Path.Combine(carpeta.FullName, "fugaz");
            File.WriteAllText(ruta, Marca);
            File.Delete(ruta);
            Assert.That(vigia.Nuevos, Is.EqualTo(new[] { ruta }));
        }
        carpeta.Delete(recursive: true);
    }

    private static byte[] De(string texto) => Encoding.UTF8.GetBytes(texto);

    private static byte[] Libro(bool compartidos) =>
        new LibroDePrueba { ConTextosCompartidos = compartidos }
            .ConHoja("Informativas", [TablaDePrueba.Nombres, Fila])
            .EnBytes();

    private static byte[] EnFormulario(byte[] libro, bool conCliente = false)
    {
        using var formulario = new MultipartFormDataContent("limite");
        var parte = new ByteArrayContent(libro);
        parte.Headers.ContentType = new MediaTypeHeaderValue(Medios.Xlsx);
        formulario.Add(parte, "archivo", $"{Marca}.xlsx");
        if (conCliente)
            formulario.Add(new StringContent(Marca), "contratante");
        return formulario.ReadAsByteArrayAsync().GetAwaiter().GetResult();
    }

    /// <summary>Every file of the store with its time and length, but for the one that SQLite shares among its readers.</summary>
    private static List<string> Archivos() =>
        [
            .. Directory
                .EnumerateFiles(Muestra.Datos, "*", SearchOption.AllDirectories)
                .Where(ruta => !ruta.EndsWith("-shm", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(ruta => $"{ruta} {new FileInfo(ruta).Length} {File.GetLastWriteTimeUtc(ruta):O}"),
        ];

    /// <summary>Sees every file that is made in some folders, however short it lives.</summary>
    private sealed class Vigia : IDisposable
    {
        private const string Fin = "vigia-fin";

        private readonly ConcurrentQueue<string> _nuevos = [];
        private readonly List<FileSystemWatcher> _vigias = [];
        private readonly string _carpeta;

        public Vigia(params string[] carpetas)
        {
            _carpeta = carpetas[0];
            foreach (var carpeta in carpetas)
            {
                var vigia = new FileSystemWatcher(carpeta) { IncludeSubdirectories = true, InternalBufferSize = 1 << 16 };
                vigia.Created += (_, suceso) => _nuevos.Enqueue(suceso.FullPath);
                vigia.EnableRaisingEvents = true;
                _vigias.Add(vigia);
            }
        }

        /// <summary>Files made so far, but for those that SQLite and this make.</summary>
        public IReadOnlyList<string> Nuevos
        {
            get
            {
                // Events come in order: once this one is here, so are those before it.
                var fin = Path.Combine(_carpeta, Fin);
                File.WriteAllText(fin, "");
                Assert.That(() => _nuevos, Has.Some.EqualTo(fin).After(10_000, 20));
                File.Delete(fin);
                return
                [
                    .. _nuevos
                        .Where(ruta =>
                            ruta != fin
                            && !ruta.EndsWith("-shm", StringComparison.Ordinal)
                            && !ruta.EndsWith("-wal", StringComparison.Ordinal)
                        )
                        .Distinct(),
                ];
            }
        }

        public void Dispose() => _vigias.ForEach(vigia => vigia.Dispose());
    }

    private sealed class Bitacora : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lineas { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lineas.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lineas.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
