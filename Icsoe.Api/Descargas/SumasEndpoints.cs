using System.Text;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Publicaciones;

namespace Icsoe.Api.Descargas;

/// <summary><c>SHA256SUMS</c>: the digests of a publication's files, as <c>sha256sum -c</c> takes them.</summary>
public static class SumasEndpoints
{
    private const string Tipo = "text/plain";

    public static void MapSumas(this IEndpointRouteBuilder rutas) =>
        rutas.MapLectura(
            "/v1/publicaciones/{id}/SHA256SUMS",
            new("DescargarSumas", "El SHA-256 de cada archivo de una publicación, para `sha256sum -c`.")
            {
                Seccion = Secciones.Publicaciones,
                Descripcion =
                    "Una línea por archivo, por orden de nombre: los de los listados, los de todo el acervo y el manifiesto, con el nombre con que se descargan. "
                    + "`sha256sum -c SHA256SUMS` los comprueba todos; con `--ignore-missing`, los que haya. Lo que se retiró no está.",
                Respuesta = typeof(string),
                TipoDeContenido = Tipo,
                Ejemplo = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  LPP2026.xlsx\n",
                DeRuta = [RutaDePublicacion.Id],
                Problemas = RutaDePublicacion.Problemas,
            },
            peticion =>
                RutaDePublicacion.Leer(peticion, out var fijada) is { } problema
                    ? problema
                    : fijada!.Documento(Escribir(fijada), $"{Tipo}; charset=utf-8")
        );

    private static byte[] Escribir(Peticion peticion)
    {
        var texto = new StringBuilder();
        foreach (var archivo in ArchivosDePublicacion.Todos(peticion).OrderBy(archivo => archivo.Nombre, StringComparer.Ordinal))
            texto.Append(archivo.Sha256).Append("  ").Append(archivo.Nombre).Append('\n');
        return Encoding.UTF8.GetBytes(texto.ToString());
    }
}
