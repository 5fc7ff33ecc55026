using System.Globalization;
using System.Text;
using System.Xml;
using Icsoe.Api.Peticiones;

namespace Icsoe.Api.Novedades;

/// <summary>The feed as Atom (RFC 4287).</summary>
public static class Atom
{
    private const string Espacio = "http://www.w3.org/2005/Atom";

    /// <summary>The shortest feed, for the documentation.</summary>
    public const string Ejemplo =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"es-MX\"><id>tag:localhost,2021:/v1/novedades</id>"
        + "<title>Publicaciones de los listados ICSOE</title><updated>2026-06-03T18:00:00Z</updated><author><name>Icsoe.Api</name></author>"
        + "<entry><id>tag:localhost,2021:/v1/publicaciones/2026-06</id><title>Publicación 2026-06</title>"
        + "<updated>2026-06-03T18:00:00Z</updated><link rel=\"alternate\" href=\"/v1/publicaciones/2026-06\"/>"
        + "<summary>Cambiaron 2 listados: LPP2026, LIIP2026.</summary></entry></feed>";

    public static byte[] Escribir(Canal canal)
    {
        using var cuerpo = new MemoryStream();
        using (var xml = XmlWriter.Create(cuerpo, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("feed", Espacio);
            xml.WriteAttributeString("xml", "lang", null, Canal.Lengua);
            xml.WriteElementString("id", Espacio, canal.Direcciones.Id("/v1/novedades"));
            xml.WriteElementString("title", Espacio, canal.Titulo);
            xml.WriteElementString("subtitle", Espacio, Canal.Descripcion);
            // Demanded; of a feed without entries nothing can be told but that it is older than any.
            xml.WriteElementString(
                "updated",
                Espacio,
                Instante(canal.Entradas.Count == 0 ? DateTimeOffset.UnixEpoch : canal.Entradas[0].SelladaEn)
            );
            xml.WriteStartElement("author", Espacio);
            xml.WriteElementString("name", Espacio, canal.Autor);
            xml.WriteEndElement();
            Enlazar(xml, "self", canal.Direcciones.De("/v1/novedades.atom"), "application/atom+xml");
            Enlazar(xml, "alternate", canal.Direcciones.De("/v1/publicaciones"), "application/json");
            foreach (var entrada in canal.Entradas)
                Escribir(xml, entrada, canal.Direcciones);
            xml.WriteEndElement();
        }
        return cuerpo.ToArray();
    }

    private static void Escribir(XmlWriter xml, Entrada entrada, Direcciones direcciones)
    {
        xml.WriteStartElement("entry", Espacio);
        xml.WriteElementString("id", Espacio, direcciones.Id(entrada.Ruta));
        xml.WriteElementString("title", Espacio, entrada.Titulo);
        xml.WriteElementString("published", Espacio, Instante(entrada.SelladaEn));
        // What was sealed never changes.
        xml.WriteElementString("updated", Espacio, Instante(entrada.SelladaEn));
        Enlazar(xml, "alternate", direcciones.De(entrada.Ruta), "application/json");
        xml.WriteElementString("summary", Espacio, entrada.Contenido);
        xml.WriteEndElement();
    }

    private static void Enlazar(XmlWriter xml, string relacion, string direccion, string tipo)
    {
        xml.WriteStartElement("link", Espacio);
        xml.WriteAttributeString("rel", relacion);
        xml.WriteAttributeString("type", tipo);
        xml.WriteAttributeString("href", direccion);
        xml.WriteEndElement();
    }

    private static string Instante(DateTimeOffset instante) =>
        instante.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
