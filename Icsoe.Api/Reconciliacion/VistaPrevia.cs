using System.Security.Cryptography;
using System.Text;
using Icsoe.Api.Catalogo;
using Icsoe.Api.Paginas;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Reconciliacion;

/// <summary>A name in few words: in a line, and in a small page that a client shows inside its own.</summary>
public static class VistaPrevia
{
    /// <summary>Pixels of the frame it is shown in.</summary>
    public const int Ancho = 420;

    /// <summary>Pixels of the frame it is shown in.</summary>
    public const int Alto = 260;

    /// <summary>Style of the page; its policy names its digest, and lets no other in.</summary>
    private const string Estilo =
        "body{font:14px/1.45 system-ui,sans-serif;margin:12px;color:#1b1b1b;background:#fff}h1{font-size:16px;margin:0 0 4px}"
        + "p,ul{margin:0 0 8px}ul{padding-left:18px}small{color:#595959}strong.ejemplo{background:#7a1f3d;color:#fff;padding:0 6px;border-radius:3px}";

    private const int ContrapartesMostradas = 3;

    /// <summary>SHA-256 of the style, in base64, as a Content-Security-Policy names it.</summary>
    public static string HuellaDelEstilo { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Estilo)));

    /// <summary>What it is, in how many contracts, and since when.</summary>
    public static string EnUnaLinea(FichaDeParte ficha)
    {
        var partes = new List<string> { ficha.TipoPersona == TipoPersona.Moral ? "Persona moral" : "Persona física" };
        if (ficha.Roles.Contains(Rol.Contratista))
            partes.Add($"{Contratos(ficha.ContratosComoContratista)} como contratista");
        if (ficha.Roles.Contains(Rol.Contratante))
            partes.Add($"{Contratos(ficha.ContratosComoContratante)} como contratante");
        var (primero, ultimo) = (ficha.Periodos[0], ficha.Periodos[^1]);
        partes.Add(primero == ultimo ? $"{primero}" : $"{primero} a {ultimo}");
        return string.Join(" · ", partes);
    }

    /// <summary>The whole page.</summary>
    public static string Pagina(Peticion peticion, FichaDeParte ficha) =>
        Html.De(
                $"""
                <!doctype html>
                <html lang="es-MX"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>{ficha.Nombre}</title><style>{Html.Propio(
                    Estilo
                )}</style></head>
                <body>{DeLaFicha(peticion, ficha)}</body></html>

                """
            )
            .ToString();

    /// <summary>What the page says, to be put inside another.</summary>
    public static string Fragmento(Peticion peticion, FichaDeParte ficha) => DeLaFicha(peticion, ficha).ToString();

    private static Html DeLaFicha(Peticion peticion, FichaDeParte ficha)
    {
        var ejemplo = peticion.Almacen.EsEjemplo ? Html.Propio("<p><strong class=\"ejemplo\">EJEMPLO FICTICIO</strong></p>") : Html.Nada;
        var direccion = Edicion.De(peticion).Direcciones.De($"/v1/partes/{ficha.Clave}");
        return Html.De(
            $"""{ejemplo}<h1>{ficha.Nombre}</h1><p>{EnUnaLinea(ficha)}</p>{Contrapartes(peticion, ficha, Rol.Contratante, "Trabaja para")}{Contrapartes(peticion, ficha, Rol.Contratista, "Le trabajan")}<p><a href="{direccion}" target="_blank" rel="noopener">Clave {ficha.Clave}</a></p><p><small>{Textos.AvisoHomonimia}</small></p>"""
        );
    }

    private static Html Contrapartes(Peticion peticion, FichaDeParte ficha, Rol rol, string titulo)
    {
        var pagina = peticion.Almacen.Contrapartes(
            new()
            {
                Secuencia = peticion.Secuencia,
                Limite = ContrapartesMostradas,
                Clave = ficha.Clave,
                Roles = [rol],
            },
            peticion.Aborto
        );
        if (pagina.Filas.Count == 0)
            return Html.Nada;
        var filas = Html.Cada(pagina.Filas, otra => Html.De($"<li>{otra.Nombre} ({Contratos(otra.Contratos)})</li>"));
        return Html.De($"<p>{titulo}:</p><ul>{filas}{(pagina.Siguiente is null ? Html.Nada : Html.Propio("<li>y más</li>"))}</ul>");
    }

    private static string Contratos(long cuantos) => EnPalabras.Cuantos(cuantos, "contrato", "contratos");
}
