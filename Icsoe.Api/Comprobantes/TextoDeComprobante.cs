using System.Text;
using Icsoe.Api.Peticiones;

namespace Icsoe.Api.Comprobantes;

/// <summary>A comprobante as lines to print, which say how to check it by hand.</summary>
public static class TextoDeComprobante
{
    /// <summary>Lines that end in a line feed; the first says what it is not.</summary>
    public static string De(ComprobanteResponse comprobante)
    {
        var texto = new StringBuilder();
        Linea(comprobante.Aviso);
        Linea($"Publicación {comprobante.Publicacion}, sellada el {comprobante.SelladaEn.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        Linea("");
        if (comprobante.Folio is { } folio)
            Folio(folio);
        else
        {
            Linea($"renglones cuyo nombre coincide con la clave {comprobante.Clave}: {Cuantos(comprobante.Coincidencias!)}");
            Linea(comprobante.AvisoHomonimia!);
        }
        Linea("");
        if (comprobante.Manifiesto is { } manifiesto)
            Linea($"SHA-256 del manifiesto de la publicación: {manifiesto.Sha256}");
        Linea(
            comprobante.Firma is { } firma
                ? $"Firma del manifiesto ({firma.Algoritmo}, llave {firma.Llave}, DER en base64): {firma.Firma}"
                : "El manifiesto no está firmado."
        );
        Linea("SHA-256 del CSV de cada listado:");
        foreach (var listado in comprobante.Listados)
            Linea($"{listado.CsvSha256}  {listado.Nombre}.csv");
        Linea("");
        Linea("Cómo comprobarlo sin este servidor, con el manifiesto y los CSV:");
        Linea("1. sha256sum del manifiesto da el SHA-256 de arriba.");
        Linea(
            comprobante.Firma is null
                ? "2. El manifiesto no está firmado: que sea el original descansa en quien te lo dio."
                : "2. openssl dgst -sha256 -verify llave.pem -signature firma.der manifiesto.json responde «Verified OK»; la firma va en binario: base64 -d."
        );
        Linea("3. El manifiesto dice, en csv_sha256 de cada listado, los mismos SHA-256 de arriba.");
        string[] sinCsv = [.. comprobante.Listados.Where(listado => listado.Csv is null).Select(listado => listado.Nombre)];
        Linea("4. sha256sum de cada CSV da el suyo." + (sinCsv is [] ? "" : $" No se entregan los de: {string.Join(", ", sinCsv)}."));
        Linea(
            comprobante.Folio is null
                ? "5. En los CSV, la clave está en contratista_clave o en contratante_clave en ese número de renglones."
                : "5. En los CSV, folio_contrato y folio_informativa tienen ese folio en los renglones de arriba y en ningún otro."
        );
        return texto.ToString();

        void Linea(string linea) => texto.Append(linea).Append('\n');

        void Folio(string folio)
        {
            if (comprobante.Presente == false)
            {
                Linea($"El folio «{folio}» no está en ninguno de los {comprobante.Listados.Count} listados de la publicación.");
                return;
            }
            Linea($"El folio «{folio}» está en:");
            foreach (var listado in comprobante.Listados)
            {
                foreach (var lugar in listado.Lugares!)
                    Linea($"- {listado.Nombre}, columna {lugar.Columna}, renglones: {Cuantos(lugar.Renglones)}");
            }
        }
    }

    private static string Cuantos(ConteoResponse conteo) => conteo.Relacion == "exacto" ? $"{conteo.Valor}" : $"{conteo.Valor} o más";
}
