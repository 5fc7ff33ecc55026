using System.Text.Json;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Http;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Masivas;

/// <summary>The rows of the table of bulk questions, by name.</summary>
internal sealed class TandaDeMasivas(
    string carpeta,
    Datos datos,
    Programas programas,
    ulong semilla,
    int cuantas,
    int vueltas,
    CancellationToken ct
)
{
    private const int PorLlamada = 1_000;
    private const int PorValidar = 10_000;
    private const int FallasMostradas = 12;

    private readonly List<string> _detalle = [];

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<string> Nombres { get; } = ["proceso", "http", "validaciones", "calidad"];

    /// <summary>Names that were told another, so that they can be mended.</summary>
    public IReadOnlyList<string> Detalle => _detalle;

    public IReadOnlyList<Renglon> Medir(string nombre) =>
        nombre switch
        {
            "proceso" => [.. EnProceso()],
            "http" => [PorHttp()],
            "validaciones" => [.. Validaciones()],
            "calidad" => [.. Aciertos()],
            _ => throw new ArgumentOutOfRangeException(nameof(nombre), nombre, null),
        };

    /// <summary>A third published as they are, a third damaged in turns and a third of nobody.</summary>
    private static List<NombreEscrito> Mezcla(Nomina nomina)
    {
        var porDano = Math.Max(1, PorLlamada / 3 / Dano.Todos.Count);
        var danados = Dano.Todos.SelectMany(dano => nomina.Danados(dano, porDano)).ToList();
        var ausentes = nomina.Ausentes(PorLlamada / 3);
        return [.. nomina.Tal(PorLlamada - danados.Count - ausentes.Count), .. danados, .. ausentes];
    }

    private IEnumerable<Renglon> EnProceso()
    {
        using var almacen = new AlmacenPublico(carpeta);
        var nomina = new Nomina(almacen, semilla);
        var consultas = Mezcla(nomina).Select(nomina.Consulta).ToList();
        var masiva = new ConsultaMasiva
        {
            Secuencia = consultas[0].Secuencia,
            Periodo = Periodo.De(2026, 1),
            Lineas = [.. consultas.Select(consulta => new LineaMasiva { Nombre = consulta.Nombre })],
            Candidatos = consultas[0].Limite,
        };
        yield return Tiempo("nombres cotejados en el proceso, en un hilo", () => almacen.Cotejar(consultas, ct));
        yield return Tiempo("nombres en el proceso, con su estado y sus candidatos", () => almacen.Responder(masiva, ct));
    }

    private Renglon Tiempo(string que, Action hacer)
    {
        var segundos = new List<double>();
        var cpu = new List<double>();
        for (var vuelta = 0; vuelta < vueltas; vuelta++)
        {
            var antes = Environment.CpuUsage.TotalTime;
            var inicio = TimeProvider.System.GetTimestamp();
            hacer();
            segundos.Add(TimeProvider.System.GetElapsedTime(inicio).TotalSeconds);
            cpu.Add((Environment.CpuUsage.TotalTime - antes).TotalSeconds);
        }
        return new(
            $"{PorLlamada:N0} {que}",
            $"la primera {segundos[0]:0.00} s; CPU {cpu.Mediana():0.00} s",
            "",
            segundos.Mediana(),
            2,
            null,
            "s"
        );
    }

    private Renglon PorHttp()
    {
        byte[] cuerpo;
        using (var almacen = new AlmacenPublico(carpeta))
        {
            var nombres = Mezcla(new Nomina(almacen, semilla)).Select(escrito => escrito.Nombre);
            cuerpo = JsonSerializer.SerializeToUtf8Bytes(new { periodo = "2026-1", nombres });
        }
        var (segundos, memoria) = Enviar("/v1/consultas-masivas", cuerpo, "application/json");
        return new(
            $"{PorLlamada:N0} nombres por HTTP, con su estado y sus candidatos",
            $"la primera, al servidor recién arrancado, {segundos[0]:0.00} s; {memoria:0} MiB sobre el servidor quieto",
            "",
            segundos.Mediana(),
            2,
            null,
            "s"
        );
    }

    private IEnumerable<Renglon> Validaciones()
    {
        var (cuerpo, contratos) = datos.InformativasPorValidar(PorValidar);
        var (segundos, memoria) = Enviar("/v1/validaciones", cuerpo, "application/x-ndjson");
        yield return new(
            $"{contratos:N0} contratos validados por HTTP",
            $"{Tabla.Mib(cuerpo.Length)} de NDJSON; la primera {segundos[0]:0.00} s",
            "",
            segundos.Mediana(),
            1,
            null,
            "s"
        );
        yield return new("Los mismos, memoria sobre el servidor quieto", "", "", memoria, 100, null, "MiB");
    }

    /// <summary>Seconds of each time it is sent, and how much the server grew meanwhile, in MiB.</summary>
    private (List<double> Segundos, double Memoria) Enviar(string ruta, byte[] cuerpo, string tipo)
    {
        using var servidor = ServidorHijo.Programa(programas.Api, carpeta, "/v1");
        var quieto = servidor.RssAnonAhora;
        using var cliente = new HttpClient();
        var segundos = new List<double>();
        for (var vuelta = 0; vuelta < vueltas; vuelta++)
        {
            ct.ThrowIfCancellationRequested();
            using var contenido = new ByteArrayContent(cuerpo);
            contenido.Headers.ContentType = new(tipo);
            using var solicitud = new HttpRequestMessage(HttpMethod.Post, servidor.Direccion + ruta) { Content = contenido };
            var inicio = TimeProvider.System.GetTimestamp();
            using var respuesta = cliente.Send(solicitud, ct);
            respuesta.EnsureSuccessStatusCode();
            segundos.Add(TimeProvider.System.GetElapsedTime(inicio).TotalSeconds);
        }
        return (segundos, (servidor.RssAnon - quieto) / 1048576.0);
    }

    private IEnumerable<Renglon> Aciertos()
    {
        using var almacen = new AlmacenPublico(carpeta);
        var nomina = new Nomina(almacen, semilla);
        var renglones = new List<Renglon>();
        var danados = new List<Calidad>();
        foreach (var dano in Dano.Todos)
        {
            var calidad = Medida(nomina.Danados(dano, cuantas));
            danados.Add(calidad);
            renglones.AddRange(calidad.Renglones(dano.Nombre, conBarra: false));
            _detalle.AddRange(calidad.Fallas.Take(FallasMostradas).Select(falla => $"{dano.Nombre}: {falla}"));
        }
        var tal = Medida(nomina.Tal(cuantas));
        var ausentes = Medida(nomina.Ausentes(cuantas));
        _detalle.AddRange(tal.Fallas.Take(FallasMostradas).Select(falla => $"sin daño: {falla}"));
        _detalle.AddRange(ausentes.Fallas.Take(FallasMostradas).Select(falla => $"ausente: {falla}"));
        return
        [
            .. renglones,
            .. Calidad.Juntar(danados).Renglones("Todos los daños", conBarra: true),
            .. tal.Renglones("sin daño", conBarra: false),
            new Renglon(
                "Nombres que no están, con alguien cierto",
                $"{ausentes.Fallas.Count:N0} de {cuantas:N0} con algún candidato",
                "",
                ausentes.Ciertos,
                0,
                null,
                ""
            ),
        ];

        Calidad Medida(IReadOnlyList<NombreEscrito> nombres) =>
            Calidad.De(nombres, almacen.Cotejar([.. nombres.Select(nomina.Consulta)], ct));
    }
}
