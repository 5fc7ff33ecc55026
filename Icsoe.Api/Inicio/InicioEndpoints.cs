using System.Reflection;
using Icsoe.Api.Catalogo;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Microsoft.Extensions.Options;

namespace Icsoe.Api.Inicio;

/// <summary><c>/v1</c>: what this server is and where everything is.</summary>
public static class InicioEndpoints
{
    /// <summary>Version of the program, without the commit.</summary>
    public static string Version { get; } =
        typeof(InicioEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0";

    public static void MapInicio(this IEndpointRouteBuilder rutas) =>
        rutas.MapLectura(
            "/v1",
            new("ConsultarInicio", "Qué es este servidor y a dónde enlaza.")
            {
                Seccion = Secciones.Inicio,
                Descripcion = "Nombre, versión, quién lo edita, la publicación vigente, los límites y la dirección de cada recurso.",
                Respuesta = typeof(InicioResponse),
                DeConsulta = [TablaDeParametros.Publicacion],
            },
            peticion => peticion.Recurso(InicioDe(peticion), IcsoeJson.Actual.InicioResponse)
        );

    private static InicioResponse InicioDe(Peticion peticion)
    {
        var editor = peticion.Http.RequestServices.GetRequiredService<IOptions<IcsoeOptions>>().Value.Editor;
        return new()
        {
            Nombre = Edicion.Nombre,
            Version = Version,
            Editor = new()
            {
                Nombre = Nulo(editor.Nombre),
                Correo = Nulo(editor.Correo),
                Url = Nulo(editor.Url),
            },
            Oficial = false,
            Ejemplo = peticion.Almacen.EsEjemplo,
            Publicacion = peticion.Publicacion?.Id.ToString(),
            Licencia = LicenciaResponse.From(Edicion.De(peticion).Licencia),
            Limites = new()
            {
                LimiteMaximo = TablaDeParametros.LimiteMaximo,
                LimitePorOmision = TablaDeParametros.LimitePorOmision,
                TextoMaximo = Parametro.LongitudMaxima,
                ValoresPorParametro = Parametro.ValoresMaximos,
            },
            Enlaces = new(),
        };
    }

    private static string? Nulo(string? texto) => string.IsNullOrWhiteSpace(texto) ? null : texto;
}
