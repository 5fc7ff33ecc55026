using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Icsoe.Api.Catalogo;
using Icsoe.Api.Diccionario;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Informativas;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Exportaciones;

/// <summary>What an exported workbook says of itself, so that whoever finds it alone knows what it is. Nothing of the moment it was asked for.</summary>
public static class Metadatos
{
    /// <summary>Name of its sheet.</summary>
    public const string Hoja = "Metadatos";

    // In the guide's words where it has them, and else in those of the JSON.
    private static readonly Dictionary<string, string> Significados = DatosDeListado
        .Todos.Select(dato => (dato.Nombre, Significado: dato.Nota is null ? dato.Descripcion : $"{dato.Descripcion} {dato.Nota}"))
        .Concat(DeInformativa)
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
            ("No oficial", Procedencia.NoOficial),
            .. peticion.Almacen.EsEjemplo ? [("Ejemplo", Procedencia.Ejemplo)] : (IEnumerable<(string, string)>)[],
            ("Consulta", Edicion.De(peticion).Direcciones.De(peticion.Permanente ?? peticion.DireccionEn(publicacion: null))),
            .. DePublicacion(peticion.Publicacion),
            .. peticion
                .Almacen.ListadosDe(consulta)
                .Select(estado => ($"SHA-256 del CSV de {estado.Listado} (su huella canónica)", estado.Canonico)),
            ("Filas", filas.ToString(CultureInfo.InvariantCulture)),
            .. columnas.Select(columna =>
                (
                    $"Columna «{columna.Encabezado}» ({columna.Nombre})",
                    Significados[columna.Nombre].Replace("`", "", StringComparison.Ordinal)
                )
            ),
            ("Homónimos", Procedencia.Homonimia),
            ("Fuente", Procedencia.Fuente),
            ("Fundamento legal", Procedencia.Fundamento),
            .. Filtros.ListasDe(consulta).SelectMany(DeAviso),
        ];

    private static IEnumerable<(string, string)> DePublicacion(Publicacion? publicacion)
    {
        if (publicacion is null)
        {
            yield return ("Publicación", "Todavía no hay ninguna.");
            yield break;
        }
        yield return ("Publicación", publicacion.Id.ToString());
        yield return ("Sellada en (UTC)", Documentos.Instante(publicacion.SelladaEn));
        if (publicacion.Manifiesto is { } manifiesto)
            yield return ("SHA-256 de su manifiesto", manifiesto.Sha256);
    }

    private static IEnumerable<(string, string)> DeAviso(Lista lista)
    {
        var aviso = Aviso.De(lista);
        return aviso.Lineas.Skip(1).Select((linea, i) => (i == 0 ? $"{aviso.Titulo}, {lista.Etiqueta()}" : "", linea));
    }

    private static IEnumerable<(string Nombre, string Significado)> DeInformativa =>
        from propiedad in typeof(InformativaResponse).GetProperties()
        let campo = propiedad.GetCustomAttribute<CampoAttribute>()
        where campo is not null
        select (JsonNamingPolicy.SnakeCaseLower.ConvertName(propiedad.Name), campo.Descripcion);
}
