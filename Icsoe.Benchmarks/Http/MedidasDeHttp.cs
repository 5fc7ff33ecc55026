using System.Text.Json;
using Icsoe.Benchmarks.Consultas;
using Icsoe.Benchmarks.Escala;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Benchmarks.Http;

/// <summary>What the program serves over loopback, by turns with two bytes of text and with EF Core.</summary>
internal sealed class MedidasDeHttp(string carpeta, Programas programas, string trabajo, int vueltas, CancellationToken ct)
{
    /// <summary>More pages than any cache within the bar of memory could hold: each is some thirty kilobytes.</summary>
    private const int Paginas = 32_000;

    private const int Preguntas = 20_000;
    private const int Cotejadas = 20;
    private const int Revisadas = 500;
    private const int QuejasMaximas = 5;
    private const int Segundos = 4;
    private const int Calentamiento = 2;
    private const int ArranquesMinimos = 5;
    private const string Prueba = "/v1/contratos?limite=1";
    private const string Repetida = "/v1/contratos?limite=50";

    /// <summary>From the start of the process to the first contract.</summary>
    public static IEnumerable<Renglon> Arranque(string carpeta, Programas programas, int vueltas)
    {
        var (nuestros, suyos) = (new List<double>(), new List<double>());
        for (var i = 0; i < Math.Max(ArranquesMinimos, vueltas); i++)
        {
            using (var referencia = ServidorHijo.Referencia(programas.Api, carpeta))
                suyos.Add(referencia.PrimeraRespuesta.TotalSeconds);
            using var servidor = ServidorHijo.Programa(programas.Api, carpeta, Prueba);
            nuestros.Add(servidor.PrimeraRespuesta.TotalSeconds);
        }
        yield return new Renglon(
            "Primera respuesta tras arrancar",
            $"mediana de {nuestros.Count}, la peor {nuestros.Max():0.00} s",
            $"un Kestrel con dos bytes de texto: {suyos.Mediana():0.00} s",
            nuestros.Mediana(),
            1.5,
            null,
            "s"
        );
    }

    public IEnumerable<Renglon> Medir(ulong semilla)
    {
        Wrk.Exigir();
        using var almacen = new AlmacenPublico(carpeta);
        using var servidor = ServidorHijo.Programa(programas.Api, carpeta, Prueba);
        using var referencia = ServidorHijo.Referencia(programas.Api, carpeta);
        var direcciones = Direcciones.Seguir(servidor.Direccion, almacen, Paginas, ct);
        foreach (var (nuestra, suya) in direcciones.Nuestras.Zip(direcciones.DeEf).Take(Cotejadas))
            Cotejar(servidor.Direccion + nuestra, referencia.Direccion + suya);
        var nuevas = new Serie(servidor.Direccion, Lista("nuevas", direcciones.Nuestras));
        var ef = new Serie(referencia.Direccion, Lista("ef", direcciones.DeEf));
        var preguntas = AlAzar(almacen, semilla).ToList();
        var azar = new Serie(servidor.Direccion, Lista("preguntas", preguntas));
        var plano = new Serie(referencia.Direccion + ServidorDeReferencia.Texto, null);
        var repetida = new Serie(servidor.Direccion + Repetida, null);
        Serie[] series = [plano, ef, nuevas, repetida, azar];
        foreach (var serie in series)
            serie.Correr(Calentamiento, cuenta: false);
        for (var vuelta = 0; vuelta < vueltas; vuelta++)
        {
            foreach (var serie in series)
            {
                ct.ThrowIfCancellationRequested();
                serie.Correr(Segundos, cuenta: true);
            }
        }
        var respuestas = Respuestas(servidor.Direccion, preguntas.Take(Revisadas));
        var contra = $"texto plano: {plano.EnPalabras()}";
        yield return new Renglon(
            $"Página de 50 por HTTP, nueva cada vez ({direcciones.Nuestras.Count:N0} direcciones)",
            nuevas.EnPalabras(),
            contra,
            nuevas.Contra(plano),
            0.10,
            null,
            "×",
            AlMenos: true
        );
        yield return new Renglon(
            "Página de 50 por HTTP, repetida",
            repetida.EnPalabras(),
            contra,
            repetida.Contra(plano),
            0.5,
            null,
            "×",
            AlMenos: true
        );
        yield return new Renglon(
            "Página de 50 por HTTP, nueva, contra EF Core",
            nuevas.EnPalabras(),
            $"EF compilado: {ef.EnPalabras()}",
            nuevas.Contra(ef),
            2,
            null,
            "×",
            AlMenos: true
        );
        yield return new Renglon("Preguntas al azar por HTTP", respuestas, contra, azar.Mediana, null, null, "/s");
        yield return new Renglon(
            "RssAnon del servidor con toda esa carga",
            "",
            $"el de EF: {referencia.RssAnon >> 20} MiB",
            servidor.RssAnon / 1048576.0,
            400,
            null,
            "MiB"
        );
    }

    /// <summary>Questions of a seed that nothing else uses, those that have an address.</summary>
    private static IEnumerable<string> AlAzar(AlmacenPublico almacen, ulong semilla)
    {
        const ulong Ajena = 0xA5A5;
        var acopio = Acopio.Tomar(almacen, semilla);
        var ids = almacen.Publicaciones(acopio.Ultima).ToDictionary(publicacion => publicacion.Secuencia, publicacion => publicacion.Id);
        return new Sorteo(acopio, semilla ^ Ajena)
            .Sacar(Preguntas)
            .Select(pregunta => pregunta.Direccion(secuencia => secuencia == acopio.Ultima ? null : ids[secuencia].ToString()))
            .OfType<string>();
    }

    /// <summary>How many there were of each status: a 400 says that a question is not written as the API reads it.</summary>
    private static string Respuestas(string servidor, IEnumerable<string> direcciones)
    {
        using var cliente = new HttpClient();
        var cuantas = new SortedDictionary<int, int>();
        foreach (var direccion in direcciones)
        {
            using var respuesta = cliente.Send(new HttpRequestMessage(HttpMethod.Get, servidor + direccion));
            var estado = (int)respuesta.StatusCode;
            cuantas[estado] = cuantas.GetValueOrDefault(estado) + 1;
            if (estado is not (200 or 422) && cuantas[estado] <= QuejasMaximas)
                Console.Error.WriteLine($"  {estado}: {direccion}\n    {respuesta.Content.ReadAsStringAsync().GetAwaiter().GetResult()}");
        }
        return "de unas cuantas: " + string.Join(", ", cuantas.Select(par => $"{par.Value} con {par.Key}"));
    }

    private string Lista(string nombre, IEnumerable<string> direcciones)
    {
        var ruta = Path.Combine(trabajo, $"direcciones-{nombre}.txt");
        File.WriteAllLines(ruta, direcciones);
        return ruta;
    }

    /// <summary>Two servers are compared only if they say the same.</summary>
    private static void Cotejar(string nuestra, string suya)
    {
        using var cliente = new HttpClient();
        var (una, otra) = (Ids(nuestra), Ids(suya));
        if (!una.SequenceEqual(otra))
            throw new InvalidOperationException(
                $"{nuestra} y {suya} no dan la misma página: {una.Count} y {otra.Count} contratos, {una.Intersect(otra).Count()} en común."
            );

        List<string?> Ids(string direccion)
        {
            using var cuerpo = JsonDocument.Parse(cliente.GetStringAsync(direccion).GetAwaiter().GetResult());
            return [.. cuerpo.RootElement.GetProperty("datos").EnumerateArray().Select(fila => fila.GetProperty("id").GetString())];
        }
    }

    /// <summary>One thing that wrk asks for, in several bursts.</summary>
    /// <param name="direccion">One address, or the server of a list of them.</param>
    private sealed class Serie(string direccion, string? lista)
    {
        private readonly List<double> _tasas = [];
        private long _pedidas;
        private long _errores;

        public double Mediana => _tasas.Mediana();

        /// <summary>How many times as fast as another; null where something failed in either, for an error is soon said.</summary>
        public double? Contra(Serie otra) => _errores == 0 && otra._errores == 0 ? Mediana / otra.Mediana : null;

        public void Correr(int segundos, bool cuenta)
        {
            var rafaga = lista is null ? Wrk.Repetir(direccion, segundos) : Wrk.Recorrer(direccion, lista, _pedidas, segundos);
            // The next burst goes on where this one ended.
            _pedidas += rafaga.Respuestas;
            if (!cuenta)
                return;
            _tasas.Add(rafaga.PorSegundo);
            _errores += rafaga.Errores;
        }

        public string EnPalabras() => $"{Mediana:N0}/s{(_errores == 0 ? "" : $", {_errores:N0} con error")}";
    }
}
