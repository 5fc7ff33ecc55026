using Icsoe.Api.Avisos;
using Icsoe.Api.Calendario;
using Icsoe.Api.Cambios;
using Icsoe.Api.Catalogo;
using Icsoe.Api.Cifras;
using Icsoe.Api.Comprobantes;
using Icsoe.Api.ConsultasMasivas;
using Icsoe.Api.Contratos;
using Icsoe.Api.Descargas;
using Icsoe.Api.Diagnosticos;
using Icsoe.Api.Diccionario;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Exportaciones;
using Icsoe.Api.Inconsistencias;
using Icsoe.Api.Informativas;
using Icsoe.Api.Inicio;
using Icsoe.Api.Listados;
using Icsoe.Api.Novedades;
using Icsoe.Api.Paginas;
using Icsoe.Api.Partes;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Api.Publicaciones;
using Icsoe.Api.Reconciliacion;
using Icsoe.Api.Salud;
using Icsoe.Api.Sugerencias;
using Icsoe.Api.Validaciones;

namespace Icsoe.Api.Configuracion;

/// <summary>The web half of the program, put together.</summary>
public static class Servidor
{
    private const int LineaDeSolicitudMaxima = 64 * 1024;

    // SIGTERM ends the program within 5 s, what is in flight included.
    private static readonly TimeSpan Cierre = TimeSpan.FromSeconds(4);

    /// <summary>Builds the application, ready to run. <paramref name="args"/> are ASP.NET Core's own: <c>--urls</c>, <c>--environment</c>…</summary>
    public static WebApplication Construir(string[] args)
    {
        var builder = WebApplication.CreateBuilder(
            // The program's own folder: a person may stand in any other.
            new WebApplicationOptions { Args = ConDatos(args), ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LineaDeSolicitudMaxima;
            kestrel.Limits.MaxRequestBufferSize = Math.Max(kestrel.Limits.MaxRequestBufferSize ?? 0, LineaDeSolicitudMaxima * 2);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Cierre);
        builder.Services.AddIcsoe();

        var app = builder.Build();
        app.UseIcsoe();
        app.MapIcsoe();
        return app;
    }

    /// <summary><c>--datos</c> means the same when serving as in every order.</summary>
    private static string[] ConDatos(string[] args) =>
        [
            .. args.Select(arg =>
                arg == "--datos" || arg.StartsWith("--datos=", StringComparison.Ordinal) ? $"--Icsoe:Datos{arg[7..]}" : arg
            ),
        ];

    private static void AddIcsoe(this IServiceCollection servicios)
    {
        servicios.AddOptions<IcsoeOptions>().BindConfiguration("Icsoe").ValidateDataAnnotations().ValidateOnStart();
        servicios.AddSingleton(TimeProvider.System);
        servicios.AddSingleton<AlmacenServido>();
        servicios.AddSingleton<RespuestasGuardadas>();
        servicios.AddSingleton<ArchivosComprobados>();
        servicios.AddSingleton<TurnosDeArchivos>();
        servicios.AddSingleton<TurnosDeEnvios>();
        servicios.AddSingleton<LugarEnLibros>();
        servicios.AddCalendario();
        servicios.AddSeguridad();
        servicios.AddDocumentacion();
        servicios.AddPagina();
    }

    private static void UseIcsoe(this WebApplication app)
    {
        app.UseMiddleware<RespuestasRepetidas>();
        app.UseMiddleware<CabecerasPublicas>();
        app.UseSecurityHeaders();
        app.UseProblemas();
        app.UseDocumentacion();
        app.UsePagina();
    }

    private static void MapIcsoe(this WebApplication app)
    {
        app.MapInicio();
        app.MapListados();
        app.MapContratos();
        app.MapInformativas();
        app.MapPartes();
        app.MapReconciliacion();
        app.MapSugerencias();
        app.MapEstadisticas();
        app.MapPublicaciones();
        app.MapManifiestos();
        app.MapComprobantes();
        app.MapCalidad();
        app.MapCambios();
        app.MapHistoria();
        app.MapNovedades();
        app.MapArchivos();
        app.MapSumas();
        app.MapExportaciones();
        app.MapCalendario();
        app.MapInconsistencias();
        app.MapDiagnosticos();
        app.MapConsultasMasivas();
        app.MapValidaciones();
        app.MapAvisos();
        app.MapDiccionario();
        app.MapCatalogo();
        app.MapProblemas();
        app.MapDocumentacion();
        app.MapSalud();
        app.MapPagina();
    }
}
