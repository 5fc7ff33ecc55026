using System.Text.Json.Nodes;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Catalogo;

/// <summary>The catalogue in schema.org's words, for search engines: all that they require of a data set and all that they recommend.</summary>
public static class SchemaOrg
{
    /// <summary>The catalogue of the publication that a request is read at.</summary>
    public static JsonObject Describir(Peticion peticion)
    {
        var edicion = Edicion.De(peticion);
        return Documentos.SinNulos(
            new()
            {
                ["@context"] = new JsonObject { ["@vocab"] = "https://schema.org/" },
                ["@id"] = edicion.Direcciones.De("/v1/catalogo"),
                ["@type"] = "DataCatalog",
                ["name"] = edicion.Titulo,
                ["description"] = $"{Edicion.QueEs} {Procedencia.NoOficial} {Procedencia.Homonimia}",
                ["url"] = edicion.Direcciones.De("/v1"),
                ["inLanguage"] = "es-MX",
                ["dateModified"] = peticion.Publicacion is { } publicacion ? Documentos.Instante(publicacion.SelladaEn) : null,
                ["publisher"] = Organizacion(edicion.NombreDelEditor, edicion.Editor.Url, edicion.Editor.Correo),
                ["license"] = edicion.Licencia.Url,
                ["conditionsOfAccess"] = edicion.Licencia.Nombre,
                // Told once, here; the data sets name it.
                ["usageInfo"] = new JsonArray([
                    .. Enum.GetValues<Lista>()
                        .Select(lista => new JsonObject
                        {
                            ["@id"] = edicion.Direcciones.De($"/v1/avisos/{lista.Valor()}"),
                            ["@type"] = "CreativeWork",
                            ["name"] = $"{Aviso.De(lista).Titulo}, {lista.Etiqueta()}",
                            ["text"] = Aviso.De(lista).Texto,
                        }),
                ]),
                ["dataset"] = new JsonArray([
                    .. Conjunto.De(peticion, edicion).Select(conjunto => DeConjunto(conjunto, edicion, peticion.Publicacion!)),
                ]),
            }
        );
    }

    private static JsonObject DeConjunto(Conjunto conjunto, Edicion edicion, Publicacion publicacion) =>
        Documentos.SinNulos(
            new()
            {
                ["@id"] = edicion.Direcciones.De(conjunto.Ruta),
                ["@type"] = "Dataset",
                ["name"] = conjunto.Titulo,
                ["description"] = $"{conjunto.Descripcion} {Procedencia.Fundamento}",
                ["url"] = edicion.Direcciones.De(conjunto.Ruta),
                ["identifier"] = conjunto.Identificador,
                ["keywords"] = Documentos.Lista(Edicion.PalabrasClave),
                ["inLanguage"] = "es-MX",
                ["isAccessibleForFree"] = true,
                ["license"] = edicion.Licencia.Url,
                ["conditionsOfAccess"] = edicion.Licencia.Nombre,
                ["usageInfo"] = new JsonArray([
                    .. conjunto.Listas.Select(lista => new JsonObject { ["@id"] = edicion.Direcciones.De($"/v1/avisos/{lista.Valor()}") }),
                ]),
                ["creator"] = Organizacion(Edicion.Autor, Edicion.SitioDelAutor, Edicion.CorreoDelAutor),
                ["publisher"] = Organizacion(edicion.NombreDelEditor, edicion.Editor.Url, edicion.Editor.Correo),
                ["version"] = conjunto.Version.ToString(),
                ["dateModified"] = Documentos.Instante(conjunto.Modificado),
                ["temporalCoverage"] = $"{Documentos.Dia(conjunto.Inicio)}/{Documentos.Dia(conjunto.Fin)}",
                ["spatialCoverage"] = new JsonObject { ["@type"] = "Place", ["name"] = "México" },
                ["citation"] = Cita.Apa(publicacion, edicion),
                ["creditText"] = Procedencia.Fuente,
                ["variableMeasured"] = new JsonArray([
                    .. conjunto.Datos.Select(dato => new JsonObject
                    {
                        ["@type"] = "PropertyValue",
                        ["name"] = dato.Nombre,
                        ["description"] = dato.Descripcion,
                    }),
                ]),
                ["includedInDataCatalog"] = new JsonObject
                {
                    ["@id"] = edicion.Direcciones.De("/v1/catalogo"),
                    ["@type"] = "DataCatalog",
                    ["name"] = edicion.Titulo,
                },
                ["distribution"] = new JsonArray([
                    .. conjunto.Archivos.Select(archivo => new JsonObject
                    {
                        ["@type"] = "DataDownload",
                        ["name"] = archivo.Nombre,
                        ["encodingFormat"] = Documentos.Medio(archivo.Formato),
                        ["contentUrl"] = edicion.Direcciones.De($"/v1/publicaciones/{publicacion.Id}/archivos/{archivo.Nombre}"),
                        ["contentSize"] = $"{archivo.Bytes} B",
                        ["sha256"] = archivo.Sha256,
                    }),
                ]),
            }
        );

    private static JsonObject Organizacion(string nombre, string? sitio, string? correo) =>
        Documentos.SinNulos(
            new()
            {
                ["@type"] = "Organization",
                ["name"] = nombre,
                ["url"] = Documentos.Texto(sitio),
                ["email"] = Documentos.Texto(correo),
            }
        );
}
