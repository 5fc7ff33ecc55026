using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Descargas;
using Icsoe.Api.Diccionario;
using Icsoe.Api.Documentacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Catalogo;

/// <summary>What the documents of every standard are written with.</summary>
public static class Documentos
{
    private static readonly string[] Ordinales = ["primer", "segundo", "tercer"];

    /// <summary>The UTF-8 bytes of a document.</summary>
    public static byte[] Escribir(JsonObject documento)
    {
        using var cuerpo = new MemoryStream();
        using (var json = new Utf8JsonWriter(cuerpo, IcsoeJson.Escritura))
            documento.WriteTo(json);
        return cuerpo.ToArray();
    }

    /// <summary>RFC 3339 in UTC, to the second.</summary>
    public static string Instante(DateTimeOffset instante) =>
        instante.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>ISO 8601.</summary>
    public static string Dia(DateOnly dia) => dia.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A setting; null when it is empty.</summary>
    public static string? Texto(string? ajuste) => string.IsNullOrWhiteSpace(ajuste) ? null : ajuste;

    /// <summary>Texts as an array.</summary>
    public static JsonArray Lista(IEnumerable<string> textos) => new([.. textos.Select(texto => JsonValue.Create(texto))]);

    /// <summary>The same object without the properties that have nothing: these standards leave out what there is not.</summary>
    public static JsonObject SinNulos(JsonObject objeto)
    {
        foreach (var vacia in objeto.Where(par => par.Value is null).Select(par => par.Key).ToList())
            objeto.Remove(vacia);
        return objeto;
    }

    /// <summary>Name of a listado for people.</summary>
    public static string Titulo(Listado listado) =>
        $"{listado.Lista.Etiqueta()}, {Ordinales[listado.Periodo.Cuatrimestre - 1]} cuatrimestre de {listado.Periodo.Ejercicio}";

    /// <summary>Name of a file of the whole store for people.</summary>
    public static string Titulo(ArchivoPublicado archivo) => archivo.EsHistoria ? "Historia completa" : "Todos los renglones vigentes";

    /// <summary>What a file of the whole store has.</summary>
    public static string Descripcion(ArchivoPublicado archivo) =>
        (
            archivo.EsHistoria
                ? "Cada renglón que alguna vez se publicó, de ambas listas y todos los periodos, con la publicación en que apareció y aquella en que salió."
                : "Los renglones de ambas listas y de todos los periodos, como están en esta publicación."
        ) + (archivo.Formato == "sqlite" ? " La vista `renglones` tiene las columnas de los demás archivos." : "");

    /// <summary>Media type of a format, without parameters.</summary>
    public static string Medio(string formato) => ArchivoSellado.TipoDe(formato).Split(';')[0];

    /// <summary>Every value that a single-valued datum can have, as machines or as our workbooks write it; null when it may be any.</summary>
    public static JsonArray? Valores(Dato dato, bool deLibro)
    {
        if (dato.Valores is not { } enumeracion || dato.Clase == ClaseDeDato.Lista)
            return null;
        if (dato.Clase == ClaseDeDato.Entero)
            return new([.. Enumeraciones.De(enumeracion).Select(valor => JsonValue.Create(int.Parse(valor.Valor)))]);
        // IMSS's lists should not have the other tipos, but what they have is kept as it is.
        if (enumeracion == Enumeraciones.TipoInformativa)
            return Lista(Enum.GetValues<TipoInformativa>().Select(tipo => deLibro ? tipo.Etiqueta() : tipo.Valor()));
        return Lista(Enumeraciones.De(enumeracion).Select(valor => deLibro ? valor.Texto : valor.Valor));
    }
}
