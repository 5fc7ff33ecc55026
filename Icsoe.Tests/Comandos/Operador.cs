using System.Text.Json;
using Icsoe.Api.Comandos;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Comandos;

/// <summary>
/// Whoever runs the orders: a folder that goes away with them, a clock that stands still, and each order run in this process
/// as it would be in a pipe.
/// </summary>
internal sealed class Operador : IDisposable
{
    /// <summary>10 June 2026, noon in Mexico City.</summary>
    public static readonly DateTimeOffset Junio = new(2026, 6, 10, 18, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo carpeta = Directory.CreateTempSubdirectory("icsoe-orden-");

    public DateTimeOffset Ahora { get; set; } = Junio;

    /// <summary>Whether stdout is a terminal.</summary>
    public bool Persona { get; set; }

    /// <summary>Folder of the store that every order is given; it does not exist until an order makes it.</summary>
    public string Datos => Ruta("datos");

    public string Archivos => Path.Combine(Datos, "archivos");

    public string Ruta(params string[] partes) => Path.Combine([carpeta.FullName, .. partes]);

    /// <summary>Runs an order on the store; <c>muestra</c> takes none.</summary>
    public Task<Respuesta> EjecutarAsync(params string[] orden) =>
        SinMasAsync(orden[0] == "muestra" ? orden : [.. orden, "--datos", Datos]);

    /// <summary>Runs the arguments as they are.</summary>
    public async Task<Respuesta> SinMasAsync(params string[] argumentos)
    {
        using var salida = new StringWriter();
        using var errores = new StringWriter();
        var codigo = await LineaDeOrdenes.EjecutarAsync(argumentos, new Consola(salida, errores, Persona), new RelojFijo(Ahora));
        return new Respuesta(codigo, salida.ToString(), errores.ToString());
    }

    /// <summary>Runs an order that must succeed: only a step of the test.</summary>
    public async Task<Respuesta> LograrAsync(params string[] orden)
    {
        var respuesta = await EjecutarAsync(orden);
        Assert.That(respuesta.Codigo, Is.Zero, respuesta.Errores);
        return respuesta;
    }

    /// <summary>Writes a file of informativas.</summary>
    public string Ndjson(params IEnumerable<string> lineas) =>
        Archivo("informativas.ndjson", string.Concat(lineas.Select(linea => $"{linea}\n")));

    public string Archivo(string nombre, string contenido)
    {
        var ruta = Ruta(nombre);
        Directory.CreateDirectory(Path.GetDirectoryName(ruta)!);
        File.WriteAllText(ruta, contenido);
        return ruta;
    }

    /// <summary>Writes a workbook as IMSS would, under its own name, in a folder of the month.</summary>
    public string Libro(Listado listado, IEnumerable<RenglonPublico> renglones, string mes = "junio")
    {
        var ruta = Ruta(mes, $"{listado.Nombre}.xlsx");
        Directory.CreateDirectory(Path.GetDirectoryName(ruta)!);
        using var salida = File.Create(ruta);
        LibroXlsx.Escribir(salida, listado.Lista, renglones, ["INFORMACIÓN IMPORTANTE", "Aviso."], Ruta("tmp"), CancellationToken.None);
        return ruta;
    }

    /// <summary>All that the store says, publication by publication.</summary>
    public IReadOnlyList<string> Fotografia() => Comandos.Fotografia.De(Datos);

    public void Dispose() => carpeta.Delete(recursive: true);

    private sealed class RelojFijo(DateTimeOffset ahora) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => ahora;
    }
}

/// <summary>What an order answered.</summary>
internal sealed record Respuesta(int Codigo, string Salida, string Errores)
{
    /// <summary>The one JSON line of stdout.</summary>
    public JsonElement Linea
    {
        get
        {
            Assert.That(Salida, Does.Match(@"\A[^\n]+\n\z"), $"stdout lleva una sola línea. stderr: {Errores}");
            using var documento = JsonDocument.Parse(Salida);
            return documento.RootElement.Clone();
        }
    }

    public IReadOnlyList<string> LineasDeError => Errores.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string? Publicacion => Linea.GetProperty("publicacion").GetString();

    public bool SinCambios => Linea.TryGetProperty("sin_cambios", out var valor) && valor.GetBoolean();
}
