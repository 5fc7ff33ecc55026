using System.Text;
using Icsoe.Api.Documentacion;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Api.Catalogo;

/// <summary>How to cite the data of a publication. Nothing in it depends on the day it is asked for.</summary>
public static class Cita
{
    private const string Especiales = @"\{}&%$#_~^";

    /// <summary>As APA 7 wants a data set.</summary>
    public static string Apa(Publicacion publicacion, Edicion edicion) =>
        $"{Edicion.Autor}. ({Sellada(publicacion).Year}). {edicion.Titulo} ({Version(publicacion)}) [Conjunto de datos]. "
        + $"{edicion.NombreDelEditor.TrimEnd('.')}. {Url(publicacion, edicion)}";

    /// <summary>As BibTeX, with the characters that it takes for itself escaped.</summary>
    public static string Bibtex(Publicacion publicacion, Edicion edicion) =>
        $$$"""
            @misc{icsoe-{{{publicacion.Id}}},
              author = {{{{{Edicion.Autor}}}}},
              title = {{{{{Escapar(edicion.Titulo)}}}}},
              year = {{{{Sellada(publicacion).Year}}}},
              version = {{{{publicacion.Id}}}},
              howpublished = {Conjunto de datos. {{{Escapar(edicion.NombreDelEditor)}}}},
              url = {{{{Url(publicacion, edicion)}}}},
              note = {{{{Escapar($"{Version(publicacion)}. {Procedencia.NoOficial}")}}}}
            }

            """.ReplaceLineEndings("\n");

    private static string Version(Publicacion publicacion) =>
        $"publicación {publicacion.Id}, sellada el {Sellada(publicacion):yyyy-MM-dd}"
        + (publicacion.Manifiesto is { } manifiesto ? $"; SHA-256 del manifiesto: {manifiesto.Sha256}" : "");

    private static DateOnly Sellada(Publicacion publicacion) => HoraDeMexico.Dia(publicacion.SelladaEn);

    private static string Url(Publicacion publicacion, Edicion edicion) => edicion.Direcciones.De($"/v1/publicaciones/{publicacion.Id}");

    private static string Escapar(string texto)
    {
        var escapado = new StringBuilder();
        foreach (var letra in texto)
        {
            escapado.Append(
                letra switch
                {
                    '\\' => @"\textbackslash{}",
                    '~' => @"\textasciitilde{}",
                    '^' => @"\textasciicircum{}",
                    _ when Especiales.Contains(letra, StringComparison.Ordinal) => $"\\{letra}",
                    _ => letra.ToString(),
                }
            );
        }
        return escapado.ToString();
    }
}

/// <summary>How to cite a publication.</summary>
public sealed record CitaResponse
{
    [Campo(
        "Según APA 7.",
        "Instituto Mexicano del Seguro Social. (2026). Listado público de contratos de servicios u obras especializados reportados al IMSS "
            + "(publicación 2026-06, sellada el 2026-06-03) [Conjunto de datos]. Icsoe.Api. /v1/publicaciones/2026-06"
    )]
    public required string Apa { get; init; }

    [Campo(
        "En BibTeX.",
        "@misc{icsoe-2026-06,\n  author = {{Instituto Mexicano del Seguro Social}},\n  year = {2026},\n  url = {/v1/publicaciones/2026-06}\n}\n"
    )]
    public required string Bibtex { get; init; }

    public static CitaResponse From(Publicacion publicacion, Edicion edicion) =>
        new() { Apa = Cita.Apa(publicacion, edicion), Bibtex = Cita.Bibtex(publicacion, edicion) };
}
