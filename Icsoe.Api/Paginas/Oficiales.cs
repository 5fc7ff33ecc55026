using System.Text.RegularExpressions;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Paginas;

/// <summary>The guide's two windows, INFORMACIÓN IMPORTANTE and «¿Cómo solventar la inconsistencia?», in its own words.</summary>
public static partial class Oficiales
{
    private const string Reconstruido =
        "Algunas palabras de este texto, y la dirección de la guía de apoyo, son una reconstrucción: el original es ilegible.";

    /// <summary>Where each window is as a page, for whoever has no scripts.</summary>
    public static string RutaDelAviso(Lista lista) => $"/informacion-importante/{lista.Valor()}";

    public const string RutaDeSolventar = "/como-solventar";

    /// <summary>Title of the help window.</summary>
    public const string TituloDeSolventar = "¿Cómo solventar la inconsistencia?";

    /// <summary>The notice of a list, without its title.</summary>
    public static Html DelAviso(Lista lista)
    {
        var aviso = Aviso.De(lista);
        return Html.De(
            $"""
            {(aviso.Introduccion is { } introduccion ? Html.De($"<p>{introduccion}</p>") : Html.Nada)}
            {Puntos(aviso.InconsistenciasEnumeradas)}
            {(aviso.Instruccion is { } instruccion ? Html.De($"<p>{instruccion}</p>") : Html.Nada)}
            <ol class="apartados">{Html.Cada(
                aviso.Apartados,
                apartado => Html.De($"<li><p>{ConEnlaces(apartado.Texto)}</p>{Puntos(apartado.Vinetas)}</li>")
            )}</ol>
            """
        );
    }

    /// <summary>The help table. The six inconsistencies that share a cell in the guide share it here.</summary>
    public static Html DeSolventar()
    {
        var grupos = Inconsistencia.Catalogo.GroupBy(inconsistencia => inconsistencia.ComoSolventarContratista);
        return Html.De(
            $"""
            <table class="tabla tabla-ayuda" role="table">
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Inconsistencia</th><th scope="col" role="columnheader">¿Cómo solventar?</th><th scope="col" role="columnheader">Guía de apoyo</th></tr></thead>
            <tbody role="rowgroup">{Html.Cada(grupos, grupo => Fila([.. grupo]))}</tbody>
            </table>
            <p class="nota">{Reconstruido}</p>
            """
        );
    }

    private static Html Fila(IReadOnlyList<Inconsistencia> iguales) =>
        Html.De(
            $"""
            <tr role="row"><th scope="row" role="rowheader" data-columna="Inconsistencia"><ul class="sin-vinetas">{Html.Cada(
                iguales,
                una => Html.De($"""<li id="{una.Codigo.Valor()}">{una.Etiqueta}</li>""")
            )}</ul></th>
            <td role="cell" data-columna="¿Cómo solventar?">{ComoSolventar(iguales[0])}</td>
            <td role="cell" data-columna="Guía de apoyo"><a href="{iguales[0].Guia}" rel="noreferrer">Guía para registrar una informativa complementaria de Corrección (PDF del IMSS)</a></td></tr>
            """
        );

    private static Html ComoSolventar(Inconsistencia inconsistencia) =>
        inconsistencia.Casos is []
            ? Html.De($"<p>{inconsistencia.ComoSolventarContratista}</p>")
            : Html.Cada(inconsistencia.Casos, caso => Html.De($"<p><strong>{caso.Titulo}</strong><br>{caso.Texto}</p>"));

    private static Html Puntos(IReadOnlyList<string> puntos) =>
        puntos is [] ? Html.Nada : Html.De($"<ul>{Html.Cada(puntos, punto => Html.De($"<li>{ConEnlaces(punto)}</li>"))}</ul>");

    // The words stay as they are written: an address in them only becomes a link.
    private static Html ConEnlaces(string texto)
    {
        var piezas = new List<Html>();
        var desde = 0;
        foreach (var direccion in Direccion().EnumerateMatches(texto))
        {
            var escrita = texto.Substring(direccion.Index, direccion.Length);
            var destino = escrita.Contains('@', StringComparison.Ordinal) ? $"mailto:{escrita}" : escrita;
            piezas.Add(Html.De($"{texto[desde..direccion.Index]}"));
            piezas.Add(Html.De($"""<a href="{destino}" rel="noreferrer">{escrita}</a>"""));
            desde = direccion.Index + direccion.Length;
        }
        piezas.Add(Html.De($"{texto[desde..]}"));
        return Html.Cada(piezas, pieza => pieza);
    }

    [GeneratedRegex(@"https?://[^\s]*[^\s.,]|[\w.]+@[\w.]*\w", RegexOptions.None, 1000)]
    private static partial Regex Direccion();
}
