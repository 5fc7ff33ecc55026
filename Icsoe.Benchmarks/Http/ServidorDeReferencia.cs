using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Icsoe.Benchmarks.Http;

/// <summary>
/// What the program is compared with, on the same Kestrel: two bytes of text, and the page of contracts as EF Core gives it with a
/// compiled query and nothing in its way: contexts that stay open, no tracking, our own pragmas.
/// </summary>
internal static class ServidorDeReferencia
{
    public const string Texto = "/texto";

    private const int Limite = 50;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Path of the page of a listado after a row.</summary>
    public static string Pagina(Listado listado, long despuesDe) => $"/contratos/{listado.Clave}/{despuesDe}";

    /// <summary>Serves until it is killed, where <c>ASPNETCORE_URLS</c> says.</summary>
    public static void Servir(string carpeta)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        var texto = "ok"u8.ToArray();
        app.MapGet(
            Texto,
            (RequestDelegate)(
                async contexto =>
                {
                    contexto.Response.ContentType = "text/plain";
                    contexto.Response.ContentLength = texto.Length;
                    await contexto.Response.Body.WriteAsync(texto);
                }
            )
        );
        using var almacen = new AlmacenPublico(carpeta);
        var vigente = almacen.Vigente() ?? throw new InvalidOperationException("El almacén no tiene publicaciones.");
        var ruta = Path.Combine(carpeta, Conexiones.Archivo);
        var libres = new ConcurrentBag<PublicoContext>();
        app.MapGet(
            "/contratos/{listado:int}/{clave:long}",
            (RequestDelegate)(
                async contexto =>
                {
                    var valores = contexto.Request.RouteValues;
                    var listado = Listado.DeClave(int.Parse((string)valores["listado"]!));
                    if (!libres.TryTake(out var almacenado))
                        almacenado = Conexiones.Contexto(Conexiones.ParaLeer(ruta));
                    var pagina = await PaginaPorEf.LeerAsync(
                        almacenado,
                        listado,
                        long.Parse((string)valores["clave"]!),
                        vigente,
                        Limite,
                        contexto.RequestAborted
                    );
                    libres.Add(almacenado);
                    var bytes = JsonSerializer.SerializeToUtf8Bytes(pagina, Json);
                    contexto.Response.ContentType = "application/json";
                    contexto.Response.ContentLength = bytes.Length;
                    await contexto.Response.Body.WriteAsync(bytes);
                }
            )
        );
        app.Run();
    }
}
