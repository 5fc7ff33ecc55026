using System.Text.Json.Nodes;
using Icsoe.Api.Diccionario;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Catalogo;

/// <summary>
/// A publication as a Frictionless Data Package. Version 1 of the standard: the readers and validators that people have take that one, and
/// those of version 2 read it too. Paths are relative to the document's own, so that a folder with all of it can be moved.
/// </summary>
public static class PaqueteDeDatos
{
    /// <summary>Media type of the document.</summary>
    public const string Tipo = "application/vnd.datapackage+json";

    /// <summary>The shortest one, for the documentation.</summary>
    public const string Ejemplo = """
        {"profile":"data-package","name":"icsoe-2026-06","version":"2026-06","created":"2026-06-03T18:00:00Z","resources":[{"name":"lpp2026.csv",
        "path":"archivos/LPP2026.csv","profile":"tabular-data-resource","format":"csv","mediatype":"text/csv","encoding":"utf-8","bytes":1234,
        "hash":"sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","dialect":{"delimiter":",","doubleQuote":true},
        "schema":{"fields":[{"name":"contratista","type":"string"}],"missingValues":[""]}}]}
        """;

    /// <summary>The package of the publication that a request is read at.</summary>
    public static byte[] Escribir(Peticion peticion)
    {
        var publicacion = peticion.Publicacion!;
        var edicion = Edicion.De(peticion);
        var paquete = new JsonObject
        {
            ["profile"] = "data-package",
            ["name"] = $"icsoe-{publicacion.Id}",
            ["id"] = edicion.Direcciones.Id($"/v1/publicaciones/{publicacion.Id}"),
            ["title"] = $"{edicion.Titulo}, publicación {publicacion.Id}",
            ["description"] = $"{Edicion.QueEs} {Procedencia.NoOficial} {Procedencia.Homonimia} Licencia: {edicion.Licencia.Nombre}.",
            ["version"] = publicacion.Id.ToString(),
            ["created"] = Documentos.Instante(publicacion.SelladaEn),
            ["keywords"] = Documentos.Lista(Edicion.PalabrasClave),
            ["sources"] = new JsonArray(
                new JsonObject
                {
                    ["title"] = Procedencia.Fuente,
                    ["path"] = Edicion.SitioDelAutor,
                    ["email"] = Edicion.CorreoDelAutor,
                }
            ),
            ["contributors"] = new JsonArray(
                new JsonObject { ["title"] = Edicion.Autor, ["role"] = "author" },
                Documentos.SinNulos(
                    new()
                    {
                        ["title"] = edicion.NombreDelEditor,
                        ["role"] = "publisher",
                        ["email"] = Documentos.Texto(edicion.Editor.Correo),
                        ["path"] = Documentos.Texto(edicion.Editor.Url),
                    }
                )
            ),
            // What follows is ours: the standard leaves room for it.
            ["oficial"] = false,
            ["ejemplo"] = edicion.EsEjemplo,
            ["licencia"] = edicion.Licencia.Nombre,
            ["cita"] = new JsonObject { ["apa"] = Cita.Apa(publicacion, edicion), ["bibtex"] = Cita.Bibtex(publicacion, edicion) },
            ["procedencia"] = new JsonObject(Procedencia.De().Select(dato => KeyValuePair.Create(dato.Key, (JsonNode?)dato.Value))),
            ["resources"] = new JsonArray([.. Recursos(peticion, edicion)]),
        };
        // The standard has no way to say that there is no licence, nor to name one without an address.
        if (edicion.Licencia.Url is { } url)
            paquete["licenses"] = new JsonArray(new JsonObject { ["path"] = url, ["title"] = edicion.Licencia.Nombre });
        return Documentos.Escribir(paquete);
    }

    private static IEnumerable<JsonObject> Recursos(Peticion peticion, Edicion edicion)
    {
        foreach (var estado in peticion.Almacen.Listados(peticion.Secuencia))
        {
            foreach (var archivo in estado.Archivos.Where(edicion.Entrega))
                yield return DeListado(archivo, estado);
        }
        foreach (var archivo in peticion.Almacen.Acervo(peticion.Secuencia))
            yield return DelAcervo(archivo);
        if (Manifiesto.Archivo(peticion.Publicacion!) is { } manifiesto)
        {
            var recurso = Recurso(manifiesto, "Manifiesto", "Todo lo que forma la publicación, con su SHA-256.");
            recurso["path"] = "manifiesto";
            yield return recurso;
        }
    }

    private static JsonObject DeListado(ArchivoPublicado archivo, EstadoListado estado)
    {
        var recurso = Recurso(
            archivo,
            $"{Documentos.Titulo(estado.Listado)} ({archivo.Formato.ToUpperInvariant()})",
            archivo.Origen == "imss"
                ? "El libro tal como lo publicó el IMSS, byte por byte: sus columnas son las que él le puso."
                : $"{estado.Listado.Lista.Etiqueta()}: {estado.Renglones} renglones, {estado.Contratos} contratos."
        );
        recurso["lista"] = estado.Listado.Lista.Valor();
        recurso["periodo"] = estado.Listado.Periodo.ToString();
        recurso["renglones"] = estado.Renglones;
        recurso["contenido_desde"] = estado.ContenidoDesde.ToString();
        if (estado.Fuente is { Url: { } url } fuente)
            recurso["sources"] = new JsonArray(new JsonObject { ["title"] = fuente.Nombre, ["path"] = url });
        if (archivo.Origen != "imss")
            Describir(recurso, archivo.Formato, Columnas(archivo.Formato, estado.Listado.Lista));
        return recurso;
    }

    private static JsonObject DelAcervo(ArchivoPublicado archivo)
    {
        var conHistoria = archivo.EsHistoria;
        var recurso = Recurso(
            archivo,
            $"{Documentos.Titulo(archivo)} ({archivo.Formato.ToUpperInvariant()})",
            Documentos.Descripcion(archivo)
        );
        // A database has several tables, which the standard cannot tell.
        if (archivo.Formato == "parquet")
            Describir(recurso, archivo.Formato, conHistoria ? DatosDeListado.Todos : DatosDeListado.DeListado);
        return recurso;
    }

    private static IEnumerable<Dato> Columnas(string formato, Lista lista) =>
        formato == "xlsx"
            ? DatosDeListado.Todos.Where(dato =>
                dato.EnXlsx is not null && (lista == Lista.Inconsistente || dato.Clase != ClaseDeDato.Lista)
            )
            : DatosDeListado.DeListado;

    private static JsonObject Recurso(ArchivoPublicado archivo, string titulo, string descripcion) =>
        new()
        {
            ["name"] = archivo.Nombre.ToLowerInvariant(),
            ["title"] = titulo,
            ["description"] = descripcion,
            ["path"] = $"archivos/{archivo.Nombre}",
            ["profile"] = "data-resource",
            ["format"] = archivo.Formato,
            ["mediatype"] = Documentos.Medio(archivo.Formato),
            ["bytes"] = archivo.Bytes,
            ["hash"] = $"sha256:{archivo.Sha256}",
        };

    /// <summary>Says what is inside of a file whose columns are ours.</summary>
    private static void Describir(JsonObject recurso, string formato, IEnumerable<Dato> columnas)
    {
        recurso["schema"] = new JsonObject
        {
            ["fields"] = new JsonArray([.. columnas.Select(dato => Campo(dato, formato))]),
            ["missingValues"] = new JsonArray(""),
        };
        if (formato is "csv" or "ndjson")
            recurso["encoding"] = "utf-8";
        if (formato != "csv")
            return;
        recurso["profile"] = "tabular-data-resource";
        recurso["dialect"] = new JsonObject
        {
            ["delimiter"] = ",",
            ["lineTerminator"] = "\r\n",
            ["quoteChar"] = "\"",
            ["doubleQuote"] = true,
            ["header"] = true,
            ["caseSensitiveHeader"] = true,
        };
    }

    private static JsonObject Campo(Dato dato, string formato)
    {
        var deLibro = formato == "xlsx";
        var restricciones = new JsonObject();
        if (dato.Nulo is null && dato.Clase != ClaseDeDato.Lista)
            restricciones["required"] = true;
        if (Documentos.Valores(dato, deLibro) is { } valores)
            restricciones["enum"] = valores;
        return Documentos.SinNulos(
            new()
            {
                ["name"] = deLibro ? dato.EnXlsx : dato.Nombre,
                ["title"] = dato.EnXlsx,
                ["description"] = dato.Nota is { } nota ? $"{dato.Descripcion} {nota}" : dato.Descripcion,
                ["type"] = dato.Clase switch
                {
                    ClaseDeDato.Entero => "integer",
                    ClaseDeDato.Fecha => "date",
                    ClaseDeDato.Lista when formato is "ndjson" or "parquet" => "array",
                    _ => "string",
                },
                ["constraints"] = restricciones.Count == 0 ? null : restricciones,
            }
        );
    }
}
