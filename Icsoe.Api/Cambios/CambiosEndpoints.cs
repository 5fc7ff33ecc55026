using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Api.Publicaciones;
using Icsoe.Domain.Almacen.Cambios;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Cambios;

/// <summary><c>/v1/publicaciones/{id}/cambios</c>: what is not as it was in another publication.</summary>
public static class CambiosEndpoints
{
    private const string Ruta = "/v1/publicaciones/{id}/cambios";

    private const string Descripcion =
        "Si a la publicación `contra` se le quita cada `antes` y se le agrega cada `despues`, queda la publicación `id`. Los contratos se "
        + "reconocen por su folio dentro del periodo; las informativas, y los contratos sin folio, por su identificador. Lo que pasó de una "
        + "lista a la otra es un solo cambio, aunque además diga otra cosa. Vienen por periodo, los contratos antes que las informativas. "
        + "No son altas, bajas ni modificaciones: en el IMSS ésos son movimientos de personas trabajadoras.";

    private static readonly TipoDeProblema[] Problemas = [.. RutaDePublicacion.Problemas, CatalogoDeProblemas.ConsultaDemasiadoAmplia];

    public static void MapCambios(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            Ruta,
            new("ConsultarCambios", "Lo que cambió de una publicación a otra.")
            {
                Seccion = Secciones.Publicaciones,
                Descripcion = Descripcion,
                Respuesta = typeof(ColeccionDeCambios),
                DeRuta = [RutaDePublicacion.Id],
                DeConsulta = [.. ParametrosDeCambios.Filtros, TablaDeParametros.Limite, ParametrosDeCambios.CursorDeCambios],
                Problemas = Problemas,
            },
            Listar
        );
        foreach (var formato in CambiosEnArchivo.Formatos)
        {
            rutas.MapLectura(
                $"{Ruta}.{formato.Extension}",
                new(
                    $"DescargarCambiosEn{formato.Nombre}",
                    $"Lo que cambió de una publicación a otra, en {formato.Nombre.ToUpperInvariant()}."
                )
                {
                    Seccion = Secciones.Publicaciones,
                    Descripcion = $"{formato.Descripcion} {Descripcion}",
                    Respuesta = typeof(string),
                    TipoDeContenido = formato.Tipo,
                    DeRuta = [RutaDePublicacion.Id],
                    DeConsulta = ParametrosDeCambios.Filtros,
                    Problemas = [.. Problemas, CatalogoDeProblemas.DemasiadasSolicitudes],
                },
                peticion =>
                    Leer(peticion, out var fijada, out var consulta, out _) is { } problema
                        ? problema
                        : new CambiosEnArchivo(fijada!, consulta!, formato)
            );
        }
    }

    private static IResult Listar(Peticion peticion)
    {
        if (Leer(peticion, out var fijada, out var consulta, out var contra) is { } problema)
            return problema;
        var pagina = fijada!.Almacen.Cambios(consulta!, fijada.Aborto);
        var siguiente = fijada.CursorTras(pagina.Siguiente);
        return fijada.Sobre(
            new ColeccionDeCambios
            {
                Datos = [.. pagina.Cambios.Select(CambioResponse.From)],
                Siguiente = siguiente?.ToString(),
                Publicacion = fijada.Publicacion!.Id.ToString(),
                Permanente = fijada.Permanente,
                Contra = contra,
            },
            IcsoeJson.Actual.ColeccionDeCambios,
            siguiente,
            Enum.GetValues<Lista>(),
            pagina.Cambios.Any(CambioResponse.TocaInconsistente)
        );
    }

    /// <summary>The question of a request, or what is wrong with it.</summary>
    private static Problema? Leer(Peticion peticion, out Peticion? fijada, out ConsultaDeCambios? consulta, out string? contra)
    {
        consulta = null;
        contra = null;
        if (RutaDePublicacion.Leer(peticion, out fijada) is { } problema)
            return problema;
        var publicacion = fijada!.Publicacion!;
        var anterior = publicacion.Anterior;
        if (peticion.Valores.Uno(ParametrosDeCambios.Contra) is { } seleccion)
        {
            var nombrada = seleccion.Id is { } id ? peticion.Almacen.Buscar(id) : peticion.Vigente;
            if (nombrada is null)
                return Peticion.PublicacionInexistente(seleccion.Id!.Value.ToString(), peticion.Vigente, ParametrosDeCambios.Contra.Nombre);
            anterior = nombrada.Id;
        }
        contra = anterior?.ToString();
        consulta = new()
        {
            Secuencia = publicacion.Secuencia,
            Contra = anterior is { } suya ? peticion.Almacen.Buscar(suya)!.Secuencia : 0,
            Limite = peticion.Limite,
            DespuesDe = peticion.DespuesDe<MarcaDeCambio>(),
            Entidades = peticion.Valores.Todos(ParametrosDeCambios.Entidad),
            Tipos = peticion.Valores.Todos(ParametrosDeCambios.Cambio),
            Periodos = peticion.Valores.Todos(TablaDeParametros.Periodo),
            Listas = peticion.Valores.Todos(TablaDeParametros.Lista),
            ClavesDeContratista = peticion.Valores.Todos(TablaDeParametros.ContratistaClave),
            ClavesDeContratante = peticion.Valores.Todos(TablaDeParametros.ContratanteClave),
        };
        return null;
    }
}
