using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Informativas;
using Icsoe.Api.Listados;
using Icsoe.Api.Novedades;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.Extensions.Options;

namespace Icsoe.Api.Exportaciones;

/// <summary>What an exported workbook says of itself, so that whoever finds it alone knows what it is. Nothing of the moment it was asked for.</summary>
public static class Metadatos
{
    public const string Hoja = "Metadatos";

    private const string NoOficial =
        "Este archivo no es un documento oficial del IMSS: lo hizo un programa a partir de los listados publicados.";

    private const string Fuente =
        "Instituto Mexicano del Seguro Social (IMSS), Informativa de Contratos de Servicios u Obras Especializados (ICSOE): http://www.imss.gob.mx/icsoe";

    // Guide, «Legal frame», word for word.
    private const string Fundamento =
        "Los prestadores de servicios especializados o ejecutores de obra especializada tienen la obligación de informar al Instituto Mexicano del Seguro Social (IMSS) sobre los contratos que hayan celebrado en el periodo a reportar; lo anterior, de conformidad con lo establecido en el artículo 15 A, párrafo tercero, de la Ley del Seguro Social. "
        + "Por otra parte, el Instituto tiene la obligación de hacer público en su página de internet, de manera mensual, el listado de contratos por servicios u obra especializados reportados, en términos de lo establecido en el numeral 6 de los Lineamientos generales para el cumplimiento de la obligación establecida en el tercer párrafo del artículo 15 A de la Ley del Seguro Social, aprobados mediante el Acuerdo ACDO.AS2.HCT.300322/68.P.DIR, dictado por el H. Consejo Técnico en sesión ordinaria del 30 de marzo de 2022, y publicados en el Diario Oficial de la Federación el 13 de abril de 2022.";

    // A column means the same here and in JSON, where it is told already.
    private static readonly Dictionary<string, string> Significados = Campos(typeof(InformativaResponse))
        .Concat(Campos(typeof(RenglonResponse)))
        .DistinctBy(par => par.Nombre)
        .ToDictionary(par => par.Nombre, par => par.Significado);

    /// <summary>The rows of the sheet.</summary>
    /// <param name="filas">How many rows of data there are.</param>
    public static IReadOnlyList<(string Dato, string Valor)> De<T>(
        Peticion peticion,
        Consulta consulta,
        IReadOnlyList<ColumnaDeLibro<T>> columnas,
        long filas
    ) =>
        [
            ("No oficial", NoOficial),
            .. peticion.Almacen.EsEjemplo ? [("Ejemplo", "Los datos son ficticios.")] : (IEnumerable<(string, string)>)[],
            ("Consulta", Direccion(peticion)),
            .. DePublicacion(peticion.Publicacion),
            .. peticion
                .Almacen.ListadosDe(consulta)
                .Select(estado => ($"SHA-256 del CSV de {estado.Listado} (csv_sha256 en el manifiesto)", estado.Canonico)),
            ("Filas", filas.ToString(CultureInfo.InvariantCulture)),
            .. columnas.Select(columna => ($"Columna «{columna.Encabezado}» ({columna.Nombre})", Significados[columna.Nombre])),
            ("Homónimos", Textos.AvisoHomonimia),
            ("Fuente", Fuente),
            ("Fundamento legal", Fundamento),
            .. Filtros.ListasDe(consulta).SelectMany(DeAviso),
        ];

    private static string Direccion(Peticion peticion)
    {
        var opciones = peticion.Http.RequestServices.GetRequiredService<IOptions<IcsoeOptions>>().Value;
        return new Direcciones(opciones.UrlPublica).De(peticion.Permanente ?? peticion.DireccionEn(publicacion: null));
    }

    private static IEnumerable<(string, string)> DePublicacion(Publicacion? publicacion)
    {
        if (publicacion is null)
        {
            yield return ("Publicación", "Todavía no hay ninguna.");
            yield break;
        }
        yield return ("Publicación", publicacion.Id.ToString());
        yield return (
            "Sellada en (UTC)",
            publicacion.SelladaEn.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        );
        if (publicacion.Manifiesto is { } manifiesto)
            yield return ("SHA-256 de su manifiesto", manifiesto.Sha256);
    }

    private static IEnumerable<(string, string)> DeAviso(Lista lista)
    {
        var aviso = Aviso.De(lista);
        return aviso.Lineas.Skip(1).Select((linea, i) => (i == 0 ? $"{aviso.Titulo}, {lista.Etiqueta()}" : "", linea));
    }

    private static IEnumerable<(string Nombre, string Significado)> Campos(Type respuesta) =>
        from propiedad in respuesta.GetProperties()
        let campo = propiedad.GetCustomAttribute<CampoAttribute>()
        where campo is not null
        select (JsonNamingPolicy.SnakeCaseLower.ConvertName(propiedad.Name), campo.Descripcion);
}
