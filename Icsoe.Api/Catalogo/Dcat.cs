using System.Text.Json.Nodes;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Catalogo;

/// <summary>
/// The catalogue as DCAT 3, in JSON-LD whose context comes with it: nothing has to be fetched to read it. Each list is a series, each listado
/// a data set of it, each file a distribution with its digest.
/// </summary>
public static class Dcat
{
    private const string Autoridad = "http://publications.europa.eu/resource/authority/";
    private const string Medios = "https://www.iana.org/assignments/media-types/";

    /// <summary>The shortest one, for the documentation.</summary>
    public const string Ejemplo = """
        {"@context":{"dcat":"http://www.w3.org/ns/dcat#","dct":"http://purl.org/dc/terms/"},"@id":"/v1/catalogo","@type":"dcat:Catalog",
        "dct:title":"Listado público de contratos de servicios u obras especializados reportados al IMSS","dcat:dataset":[
        {"@id":"/v1/listados/publico/2026/1","@type":"dcat:Dataset","dct:title":"Listado Público, primer cuatrimestre de 2026",
        "dcat:inSeries":"/v1/listados/publico","dcat:distribution":[]}]}
        """;

    /// <summary>Terms whose values are texts in Spanish.</summary>
    private static readonly string[] EnEspanol =
    [
        "dct:title",
        "dct:description",
        "dct:bibliographicCitation",
        "dcat:keyword",
        "rdfs:label",
        "foaf:name",
        "vcard:fn",
    ];

    /// <summary>Terms whose values are addresses.</summary>
    private static readonly string[] Direccionados =
    [
        "dcat:inSeries",
        "dcat:prev",
        "dcat:first",
        "dcat:last",
        "dcat:landingPage",
        "dcat:accessURL",
        "dcat:downloadURL",
        "dcat:mediaType",
        "dct:language",
        "dct:license",
        "dct:accessRights",
        "dct:accrualPeriodicity",
        "foaf:homepage",
        "spdx:algorithm",
        "vcard:hasEmail",
    ];

    private static readonly (string Termino, string Tipo)[] Tipados =
    [
        ("dct:modified", "xsd:dateTime"),
        ("dcat:startDate", "xsd:date"),
        ("dcat:endDate", "xsd:date"),
        ("dcat:byteSize", "xsd:nonNegativeInteger"),
        ("spdx:checksumValue", "xsd:hexBinary"),
    ];

    /// <summary>The catalogue of the publication that a request is read at.</summary>
    public static JsonObject Describir(Peticion peticion)
    {
        var edicion = Edicion.De(peticion);
        var conjuntos = Conjunto.De(peticion, edicion);
        var catalogo = Recurso(
            "dcat:Catalog",
            "/v1/catalogo",
            edicion.Titulo,
            $"{Edicion.QueEs} {Procedencia.NoOficial}",
            edicion,
            peticion
        );
        catalogo.Insert(0, "@context", Contexto());
        catalogo["dct:modified"] = peticion.Publicacion is { } publicacion ? Documentos.Instante(publicacion.SelladaEn) : null;
        catalogo["foaf:homepage"] = edicion.Direcciones.De("/v1");
        catalogo["dcat:dataset"] = new JsonArray([
            .. conjuntos
                .Where(conjunto => conjunto.Listado is not null)
                .GroupBy(conjunto => conjunto.Listado!.Value.Lista)
                .OrderBy(grupo => grupo.Key)
                .Select(grupo => Serie(grupo.Key, [.. grupo], edicion, peticion)),
            .. conjuntos.Select(conjunto => DeConjunto(conjunto, edicion, peticion)),
        ]);
        return Documentos.SinNulos(catalogo);
    }

    private static JsonObject Serie(Lista lista, IReadOnlyList<Conjunto> suyos, Edicion edicion, Peticion peticion)
    {
        var serie = Recurso(
            "dcat:DatasetSeries",
            Conjunto.RutaDe(lista),
            lista.Etiqueta() + edicion.Marca,
            $"{lista.Etiqueta()}, por cuatrimestre. {Edicion.QueEs} {Procedencia.NoOficial} {Procedencia.Homonimia}",
            edicion,
            peticion
        );
        serie["dcat:first"] = edicion.Direcciones.De(suyos[0].Ruta);
        serie["dcat:last"] = edicion.Direcciones.De(suyos[^1].Ruta);
        // Told once, here; the data sets name it.
        serie["dct:rights"]!.AsArray().Add(Declaracion(Aviso.De(lista).Texto, edicion.Direcciones.De($"/v1/avisos/{lista.Valor()}")));
        return Documentos.SinNulos(serie);
    }

    private static JsonObject DeConjunto(Conjunto conjunto, Edicion edicion, Peticion peticion)
    {
        var recurso = Recurso("dcat:Dataset", conjunto.Ruta, conjunto.Titulo, conjunto.Descripcion, edicion, peticion);
        recurso["dct:identifier"] = conjunto.Identificador;
        recurso["dct:modified"] = Documentos.Instante(conjunto.Modificado);
        recurso["dcat:version"] = conjunto.Version.ToString();
        recurso["dct:temporal"] = new JsonObject
        {
            ["@type"] = "dct:PeriodOfTime",
            ["dcat:startDate"] = Documentos.Dia(conjunto.Inicio),
            ["dcat:endDate"] = Documentos.Dia(conjunto.Fin),
        };
        if (conjunto.Listado is { Lista: var lista })
        {
            recurso["dcat:inSeries"] = edicion.Direcciones.De(Conjunto.RutaDe(lista));
            recurso["dcat:prev"] = conjunto.Anterior is { } anterior ? edicion.Direcciones.De(anterior) : null;
            recurso["dcat:landingPage"] = edicion.Direcciones.De(conjunto.Ruta);
        }
        foreach (var suya in conjunto.Listas)
            recurso["dct:rights"]!.AsArray().Add(new JsonObject { ["@id"] = edicion.Direcciones.De($"/v1/avisos/{suya.Valor()}") });
        recurso["dcat:distribution"] = new JsonArray([
            .. conjunto.Archivos.Select(archivo => Distribucion(archivo, conjunto, edicion, peticion.Publicacion!)),
        ]);
        return Documentos.SinNulos(recurso);
    }

    private static JsonObject Distribucion(ArchivoPublicado archivo, Conjunto conjunto, Edicion edicion, Publicacion publicacion)
    {
        var direccion = edicion.Direcciones.De($"/v1/publicaciones/{publicacion.Id}/archivos/{archivo.Nombre}");
        return Documentos.SinNulos(
            new()
            {
                ["@id"] = direccion,
                ["@type"] = "dcat:Distribution",
                ["dct:title"] = archivo.Nombre,
                ["dct:format"] = new JsonObject
                {
                    ["@type"] = "dct:MediaTypeOrExtent",
                    ["rdfs:label"] = archivo.Formato.ToUpperInvariant(),
                },
                // NDJSON has no registered type.
                ["dcat:mediaType"] = archivo.Formato == "ndjson" ? null : Medios + Documentos.Medio(archivo.Formato),
                ["dcat:byteSize"] = archivo.Bytes,
                ["dcat:accessURL"] = edicion.Direcciones.De(
                    conjunto.Listado is null ? $"/v1/publicaciones/{publicacion.Id}" : conjunto.Ruta
                ),
                ["dcat:downloadURL"] = direccion,
                ["dct:license"] = edicion.Licencia.Url,
                ["spdx:checksum"] = new JsonObject
                {
                    ["@type"] = "spdx:Checksum",
                    ["spdx:algorithm"] = "spdx:checksumAlgorithm_sha256",
                    ["spdx:checksumValue"] = archivo.Sha256,
                },
            }
        );
    }

    /// <summary>What catalogue, series and data sets say alike.</summary>
    private static JsonObject Recurso(string tipo, string ruta, string titulo, string descripcion, Edicion edicion, Peticion peticion) =>
        new()
        {
            ["@id"] = edicion.Direcciones.De(ruta),
            ["@type"] = tipo,
            ["dct:title"] = titulo,
            ["dct:description"] = descripcion,
            ["dcat:keyword"] = Documentos.Lista(Edicion.PalabrasClave),
            ["dct:language"] = $"{Autoridad}language/SPA",
            ["dct:spatial"] = new JsonObject { ["@id"] = $"{Autoridad}country/MEX", ["@type"] = "dct:Location" },
            ["dct:accrualPeriodicity"] = $"{Autoridad}frequency/MONTHLY",
            ["dct:accessRights"] = $"{Autoridad}access-right/PUBLIC",
            ["dct:creator"] = Agente(Edicion.Autor, Edicion.SitioDelAutor),
            ["dct:publisher"] = Agente(edicion.NombreDelEditor, edicion.Editor.Url),
            ["dcat:contactPoint"] = Contactos(edicion),
            ["dct:license"] = edicion.Licencia.Url,
            ["dct:rights"] = new JsonArray(Declaracion(edicion.Licencia.Nombre)),
            ["dct:provenance"] = new JsonObject
            {
                ["@type"] = "dct:ProvenanceStatement",
                ["rdfs:label"] = $"{Procedencia.Fuente} {Procedencia.Fundamento}",
            },
            ["dct:bibliographicCitation"] = peticion.Publicacion is { } publicacion ? Cita.Apa(publicacion, edicion) : null,
        };

    private static JsonObject Agente(string nombre, string? sitio) =>
        Documentos.SinNulos(
            new()
            {
                ["@type"] = "foaf:Organization",
                ["foaf:name"] = nombre,
                ["foaf:homepage"] = Documentos.Texto(sitio),
            }
        );

    // Whoever runs this server answers for it; of what the lists say only IMSS can.
    private static JsonArray Contactos(Edicion edicion)
    {
        var contactos = new JsonArray(Contacto(Edicion.Autor, Edicion.CorreoDelAutor));
        if (Documentos.Texto(edicion.Editor.Correo) is { } correo)
            contactos.Add(Contacto(edicion.NombreDelEditor, correo));
        return contactos;
    }

    private static JsonObject Contacto(string nombre, string correo) =>
        new()
        {
            ["@type"] = "vcard:Organization",
            ["vcard:fn"] = nombre,
            ["vcard:hasEmail"] = $"mailto:{correo}",
        };

    private static JsonObject Declaracion(string texto, string? id = null) =>
        Documentos.SinNulos(
            new()
            {
                ["@id"] = id,
                ["@type"] = "dct:RightsStatement",
                ["rdfs:label"] = texto,
            }
        );

    private static JsonObject Contexto()
    {
        var contexto = new JsonObject
        {
            ["dcat"] = "http://www.w3.org/ns/dcat#",
            ["dct"] = "http://purl.org/dc/terms/",
            ["foaf"] = "http://xmlns.com/foaf/0.1/",
            ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
            ["spdx"] = "http://spdx.org/rdf/terms#",
            ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
            ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        };
        foreach (var termino in EnEspanol)
            contexto[termino] = new JsonObject { ["@id"] = termino, ["@language"] = "es" };
        foreach (var termino in Direccionados)
            contexto[termino] = new JsonObject { ["@id"] = termino, ["@type"] = "@id" };
        foreach (var (termino, tipo) in Tipados)
            contexto[termino] = new JsonObject { ["@id"] = termino, ["@type"] = tipo };
        return contexto;
    }
}
