using System.Globalization;
using Icsoe.Benchmarks.Escala;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>The same question in two circumstances, timed in turns.</summary>
/// <param name="Forma">Which question.</param>
/// <param name="Nuestra">Median of the circumstance that is judged, in milliseconds.</param>
/// <param name="Referencia">Median of the other.</param>
internal sealed record Razon(string Forma, double Nuestra, double Referencia)
{
    private const int RepeticionesMinimas = 9;
    private const int RepeticionesMaximas = 301;
    private static readonly TimeSpan PorForma = TimeSpan.FromSeconds(4);

    public double Veces => Nuestra / Referencia;

    public static Razon Comparar(string forma, Action nuestra, Action referencia)
    {
        // The first time of each is nobody's.
        nuestra();
        referencia();
        var (nuestras, suyas) = (new List<double>(), new List<double>());
        var inicio = TimeProvider.System.GetTimestamp();
        while (
            nuestras.Count < RepeticionesMinimas
            || (nuestras.Count < RepeticionesMaximas && TimeProvider.System.GetElapsedTime(inicio) < PorForma)
        )
        {
            suyas.Add(Tomar(referencia));
            nuestras.Add(Tomar(nuestra));
        }
        return new Razon(forma, nuestras.Mediana(), suyas.Mediana());
    }

    /// <summary>Many of them as a line of the table: the worst. One without an answer is no ratio that holds.</summary>
    /// <param name="detalle">Where each of them is told.</param>
    public static Renglon Peor(
        string que,
        string contra,
        IReadOnlyList<Razon> razones,
        IReadOnlyList<string> sinRespuesta,
        double barra,
        List<string> detalle
    )
    {
        foreach (var dicho in razones.Select(razon => razon.ToString()).Concat(sinRespuesta.Select(motivo => $"SIN RESPUESTA {motivo}")))
        {
            Console.Error.WriteLine($"  {dicho}");
            detalle.Add($"{que}: {dicho}");
        }
        var faltan = sinRespuesta.Count == 0 ? "" : $"; {sinRespuesta.Count} formas sin respuesta";
        if (razones.MaxBy(razon => razon.Veces) is not { } peor)
            return new Renglon(que, faltan.TrimStart(';', ' '), "", null, barra, null, "×");
        return new Renglon(
            $"{que}, la peor de {razones.Count} formas",
            $"{peor.Forma}: {peor.Nuestra:0.00} ms{faltan}",
            $"{contra}: {peor.Referencia:0.00} ms",
            sinRespuesta.Count == 0 ? peor.Veces : null,
            barra,
            null,
            "×"
        );
    }

    /// <summary>Milliseconds.</summary>
    public static double Tomar(Action pregunta)
    {
        var inicio = TimeProvider.System.GetTimestamp();
        pregunta();
        return TimeProvider.System.GetElapsedTime(inicio).TotalMilliseconds;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Forma} {Nuestra:0.00}/{Referencia:0.00} ms = {Veces:0.00} ×");
}

/// <summary>Ratios that must not grow: with depth, with periodos, with the age of the publication.</summary>
internal sealed class Razones(AlmacenPublico almacen, Acopio acopio, CancellationToken ct)
{
    private const int Pagina = 50;
    private const int Paso = 1_000;

    /// <summary>The page that the issue names, of fifty rows.</summary>
    public const int PaginaHonda = 10_000;

    /// <summary>Questions that were refused or cannot be answered yet, with their reason.</summary>
    public List<string> SinRespuesta { get; } = [];

    private Consulta Vacia => new() { Secuencia = acopio.Ultima, Limite = Pagina };

    /// <summary>That page, or the last that the question has, against the first.</summary>
    public IEnumerable<Razon> Profundidad()
    {
        (string, Consulta)[] formas =
        [
            ("sin filtros", Vacia),
            ("lista", Vacia with { Listas = [Lista.Publico] }),
            ("tipo de persona", Vacia with { TiposDeContratista = [TipoPersona.Moral] }),
            ("personas", Vacia with { PersonasTrabajadoras = new Intervalo<int>(2, null) }),
            ("palabra de todos", Vacia with { Q = [acopio.Servicios.LaMasComun] }),
            ("palabra común", Vacia with { Servicios = [acopio.Servicios.LaMasDicha] }),
            ("por inicio", Vacia with { Orden = new Orden(Criterio.FechaInicio, Descendente: true) }),
            ("por contratista", Vacia with { Orden = new Orden(Criterio.Contratista, Descendente: false) }),
            (
                "palabra común por personas",
                Vacia with
                {
                    Servicios = [acopio.Servicios.LaMasDicha],
                    Orden = new Orden(Criterio.PersonasTrabajadoras, Descendente: true),
                }
            ),
        ];
        foreach (var (forma, consulta) in formas)
        {
            if (Honda(forma, consulta) is not var (honda, pagina))
                continue;
            var nombre = pagina == PaginaHonda ? forma : $"{forma} (página {pagina:N0})";
            if (Comparar(nombre, honda, consulta) is { } razon)
                yield return razon;
        }
    }

    /// <summary>All periodos against the last one.</summary>
    public IEnumerable<Razon> Periodos() =>
        from forma in Formas()
        let razon = Comparar(forma.Nombre, forma.Consulta, forma.Consulta with { Periodos = [acopio.Periodos[^1]] })
        where razon is not null
        select razon;

    /// <summary>The first publication against the current one, where the changed listado is and over all.</summary>
    public IEnumerable<Razon> PublicacionVieja() =>
        from forma in Formas()
        from periodos in new IReadOnlyList<Periodo>[] { [], [acopio.Periodos[^1]] }
        let consulta = forma.Consulta with
        {
            Periodos = periodos,
        }
        let nombre = periodos.Count == 0 ? forma.Nombre : $"{forma.Nombre} en {periodos[0]}"
        let razon = Comparar(nombre, consulta with { Secuencia = 1 }, consulta)
        where razon is not null
        select razon;

    private IEnumerable<(string Nombre, Consulta Consulta)> Formas()
    {
        // Of the last periodo, so that it has some of each.
        var fila = acopio.Contratos.Last(renglon => renglon.Listado.Lista == Lista.Publico);
        var contrato = fila.Contrato!;
        yield return ("sin filtros", Vacia);
        yield return ("palabra de todos", Vacia with { Q = [acopio.Servicios.LaMasComun] });
        yield return ("palabra común", Vacia with { Servicios = [acopio.Servicios.LaMasDicha] });
        yield return ("palabra rara", Vacia with { Q = [acopio.Contratistas.Raras[^1]] });
        yield return ("prefijo", Vacia with { Contratistas = [acopio.Contratistas.LaMasDicha[..3]] });
        yield return (
            "frase",
            Vacia with
            {
                Servicios = [$"\"{string.Join(' ', Textos.Palabras(contrato.Servicio ?? "SERVICIO").Take(3))}\""],
            }
        );
        yield return ("nombre", Vacia with { Contratistas = [fila.Contratista.Nombre ?? "SA"] });
        yield return ("clave", Vacia with { ClavesDeParte = [contrato.Contratante.Clave ?? "aaaaaaaaaaaaa"] });
        yield return ("muchas personas", Vacia with { PersonasTrabajadoras = new Intervalo<int>(500, null) });
        yield return ("por inicio", Vacia with { Orden = new Orden(Criterio.FechaInicio, Descendente: true) });
        yield return (
            "palabra común por contratante",
            Vacia with
            {
                Servicios = [acopio.Servicios.LaMasDicha],
                Orden = new Orden(Criterio.Contratante, Descendente: false),
            }
        );
        yield return ("vigente", Vacia with { VigenteEn = acopio.Periodos[^1].Inicio });
    }

    /// <summary>Null when the store does not know how to go there.</summary>
    private (Consulta Honda, int Pagina)? Honda(string forma, Consulta consulta)
    {
        Marca? marca = null;
        var filas = 0;
        try
        {
            while (filas < (PaginaHonda - 1) * Pagina)
            {
                ct.ThrowIfCancellationRequested();
                var paso = Math.Min(Paso, ((PaginaHonda - 1) * Pagina) - filas);
                var siguiente = almacen.Contratos(consulta with { Limite = paso, DespuesDe = marca }, ct).Siguiente;
                if (siguiente is null)
                    break;
                marca = siguiente;
                filas += paso;
            }
        }
        catch (Exception error) when (error is ConsultaDemasiadoAmpliaException or NotSupportedException)
        {
            SinRespuesta.Add($"{forma}, al avanzar: {error.Message}");
            return null;
        }
        return marca is null ? null : (consulta with { DespuesDe = marca }, (filas / Pagina) + 1);
    }

    /// <summary>Null when either is refused.</summary>
    private Razon? Comparar(string forma, Consulta nuestra, Consulta referencia)
    {
        try
        {
            return Razon.Comparar(forma, () => almacen.Contratos(nuestra, ct), () => almacen.Contratos(referencia, ct));
        }
        catch (Exception error) when (error is ConsultaDemasiadoAmpliaException or NotSupportedException)
        {
            SinRespuesta.Add($"{forma}: {error.Message}");
            return null;
        }
    }
}
