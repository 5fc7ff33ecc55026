using System.Diagnostics;
using System.Net;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Generador;
using Icsoe.Benchmarks.Http;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Sellado;

namespace Icsoe.Benchmarks.Percances;

/// <summary>
/// <c>retirar</c> killed at random instants of what it was seen to take, under a server that is asked for what is being taken out. It is the one
/// order that changes what was sealed: a folio is in every publication that had it, with every file, or it is in none and in no file.
/// </summary>
internal sealed class MuertesAlRetirar(ulong semilla, Guion guion, Programas programas, string trabajo, CancellationToken ct)
{
    private const string Orden = "retirar";

    private TimeSpan _duracion;
    private int _antes;
    private int _despues;
    private int _preguntas;

    public Contratiempo Matar(int cuantas)
    {
        var fallas = new List<string>();
        var entorno = Guion.Entorno(Path.Combine(trabajo, "por-retirar"));
        foreach (var paso in guion.Pasos.Take(Guion.Nacimiento))
        {
            Guion.Recibir(paso, entorno, ct);
            Guion.Sellar(paso, paso.Id, entorno, ct);
        }
        var folios = new Queue<string>(Folios(entorno.Carpetas.Datos, cuantas * 2));
        using var servidor = ServidorHijo.Programa(programas.Api, entorno.Carpetas.Datos, "/v1/publicaciones");
        using var cliente = new HttpClient { BaseAddress = new Uri(servidor.Direccion) };
        // Nobody kills the first: how long it takes is to be seen.
        Correr(entorno, folios.Dequeue(), null);
        for (var muerte = 0; muerte < cuantas && folios.TryDequeue(out var folio); )
        {
            ct.ThrowIfCancellationRequested();
            var instante = _duracion * Azar.De(semilla, Tema.Percance, 1_000_000 + muerte).Fraccion();
            var vistas = PublicacionesCon(entorno.Carpetas.Datos, folio);
            using var alto = new CancellationTokenSource();
            var pregunta = Task.Run(() => Preguntar(cliente, folio, fallas, alto.Token), CancellationToken.None);
            var termino = Correr(entorno, folio, instante);
            alto.Cancel();
            pregunta.GetAwaiter().GetResult();
            if (termino)
                continue;
            muerte++;
            Revisar(entorno, folio, vistas, $"muerte {muerte}, {Orden} {folio} a los {instante.TotalSeconds:0.000} s", fallas);
        }
        Directory.Delete(entorno.Carpetas.Datos, recursive: true);
        return new(
            "`retirar` muerto",
            cuantas,
            $"antes de sellar {_antes}, ya sellada {_despues}; quien preguntaba por el folio {_preguntas:N0} veces vio 200 y después 410",
            fallas
        );
    }

    private void Revisar(Entorno entorno, string folio, int vistas, string cual, List<string> fallas)
    {
        var quedan = PublicacionesCon(entorno.Carpetas.Datos, folio);
        var sellada = quedan == 0;
        (_antes, _despues) = (_antes + (sellada ? 0 : 1), _despues + (sellada ? 1 : 0));
        if (!sellada && quedan != vistas)
            fallas.Add($"{cual}: estaba en {vistas} publicaciones y quedó en {quedan}");
        var danos = Verificador.VerificarAsync(entorno, ct).GetAwaiter().GetResult().Danos;
        // Its files go after the record: until the next order they are told of.
        fallas.AddRange(danos.Where(dano => !(sellada && dano.Contains("se retiró y sigue ahí"))).Select(dano => $"{cual}: {dano}"));
        try
        {
            Retirador.RetirarFolio(folio, "Ensayo.", null, entorno, ct);
            if (sellada)
                fallas.Add($"{cual}: repetida, volvió a retirar");
        }
        catch (OrdenRechazadaException) when (sellada) { }
        if (PublicacionesCon(entorno.Carpetas.Datos, folio) > 0)
            fallas.Add($"{cual}: repetida, no lo retiró");
        fallas.AddRange(Verificador.VerificarAsync(entorno, ct).GetAwaiter().GetResult().Danos.Select(dano => $"{cual}, repetida: {dano}"));
    }

    /// <summary>Once it is gone it never comes back, and nothing but its two answers is ever seen.</summary>
    private void Preguntar(HttpClient cliente, string folio, List<string> fallas, CancellationToken alto)
    {
        var ido = false;
        while (!alto.IsCancellationRequested)
        {
            var estado = cliente.GetAsync($"/v1/contratos/{folio}", CancellationToken.None).GetAwaiter().GetResult().StatusCode;
            _preguntas++;
            if (estado is not (HttpStatusCode.OK or HttpStatusCode.Gone) || (ido && estado == HttpStatusCode.OK))
                fallas.Add($"{folio}: quien preguntaba vio {(int)estado}{(ido ? " después de un 410" : "")}");
            ido |= estado == HttpStatusCode.Gone;
        }
    }

    /// <summary>Whether it ended by itself: then what it took is what it takes.</summary>
    private bool Correr(Entorno entorno, string folio, TimeSpan? instante)
    {
        var info = new ProcessStartInfo(
            "dotnet",
            [programas.Api, Orden, "--folio", folio, "--motivo", "Ensayo.", "--datos", entorno.Carpetas.Datos]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var reloj = Stopwatch.StartNew();
        using var proceso = Process.Start(info)!;
        if (instante is { } cuando && !proceso.WaitForExit(cuando))
        {
            // SIGKILL: nothing of it runs any more.
            proceso.Kill();
            proceso.WaitForExit();
            return false;
        }
        proceso.WaitForExit();
        if (proceso.ExitCode != 0)
            throw new InvalidOperationException($"{Orden} terminó con {proceso.ExitCode}: {proceso.StandardError.ReadToEnd()}");
        _duracion = reloj.Elapsed;
        return true;
    }

    private static int PublicacionesCon(string datos, string folio)
    {
        using var almacen = new AlmacenPublico(datos);
        return Enumerable
            .Range(1, almacen.Vigente()!.Secuencia)
            .Count(secuencia =>
                almacen
                    .Contratos(
                        new Consulta
                        {
                            Secuencia = secuencia,
                            Limite = 1,
                            FoliosContrato = [folio],
                        }
                    )
                    .Filas.Count > 0
            );
    }

    private static List<string> Folios(string datos, int cuantos)
    {
        using var almacen = new AlmacenPublico(datos);
        return
        [
            .. almacen
                .Contratos(new Consulta { Secuencia = almacen.Vigente()!.Secuencia, Limite = cuantos + 1 })
                .Filas.Select(fila => fila.Contrato!.Folio)
                .OfType<string>()
                .Distinct(),
        ];
    }
}
