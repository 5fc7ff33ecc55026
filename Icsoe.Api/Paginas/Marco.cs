using System.Text;
using Icsoe.Api.Catalogo;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Paginas;

/// <summary>The frame of every page: head, menu, the mark of the sample, foot.</summary>
public sealed class Marco(Recursos recursos)
{
    private const string Html5 = "text/html; charset=utf-8";

    private const string ModuloDeTodas = "pagina.js";

    /// <summary>A whole page, as an answer.</summary>
    public IResult Responder(HttpContext http, EstadoServido estado, Contenido contenido)
    {
        http.Response.StatusCode = contenido.Estado;
        var bytes = Encoding.UTF8.GetBytes(Escribir(estado, contenido).ToString());
        return new RespuestaJson(bytes, contenido.Estado == StatusCodes.Status200OK ? Vigencia.Actual : Vigencia.Ninguna, Html5)
        {
            NoIndexar = contenido.NoIndexar,
        };
    }

    private Html Escribir(EstadoServido estado, Contenido contenido) =>
        Html.De(
            $"""
            <!doctype html>
            <html lang="es-MX">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{(estado.EsEjemplo ? "Ejemplo · " : "")}{contenido.Titulo}</title>
            <meta name="description" content="{contenido.Descripcion}">
            <link rel="icon" href="{recursos.Direccion("marca.svg")}" type="image/svg+xml">
            <style>{recursos.Estilo}</style>
            <link rel="alternate" type="application/atom+xml" href="/v1/novedades.atom" title="Novedades de los listados ICSOE">
            {Modulos(contenido.Modulo)}
            </head>
            <body>
            <a class="saltar" href="#contenido">Saltar al contenido</a>
            <header class="cabecera">
            {(estado.EsEjemplo ? MarcaDeEjemplo : Html.Nada)}
            <div class="ancho">
            <a class="nombre" href="/"><img src="{recursos.Direccion("marca.svg")}" alt="" width="32" height="32"><span>Listados ICSOE</span></a>
            <button class="boton secundario abrir-menu" type="button" popovertarget="menu">Menú</button>
            <nav id="menu" popover aria-label="Principal"><ul>{Html.Cada(
                Seccion.Todas,
                seccion =>
                    Html.De(
                        $"""<li><a href="{seccion.Ruta}"{(seccion == contenido.Seccion ? Html.Propio(" aria-current=\"page\"") : Html.Nada)}>{seccion.Nombre}</a></li>"""
                    )
            )}</ul></nav>
            </div>
            </header>
            <main id="contenido" tabindex="-1">
            {(estado.Vigente is null ? SinDatos : Html.Nada)}
            {contenido.Cuerpo}
            </main>
            <footer class="pie">
            <div class="ancho">
            <p><strong>No es un sitio del IMSS.</strong> {Procedencia.NoOficial}</p>
            <p>{Procedencia.Homonimia}</p>
            <p>Fuente: {Procedencia.Fuente}</p>
            <ul class="enlaces">
            <li><a href="{Oficiales.RutaDelAviso(Domain.Modelo.Lista.Publico)}">Información importante</a></li>
            <li><a href="{Oficiales.RutaDeSolventar}">{Oficiales.TituloDeSolventar}</a></li>
            <li><a href="/v1/calendario.ics">Calendario para tu agenda</a></li>
            <li><a href="/v1/novedades.atom">Novedades (Atom)</a></li>
            <li><a href="/swagger">API</a></li>
            <li><a href="{Edicion.SitioDelAutor}" rel="noreferrer">Micrositio ICSOE del IMSS</a></li>
            </ul>
            </div>
            </footer>
            </body>
            </html>
            """
        );

    // Text and style come first: on a slow line, scripts of the same priority would keep them waiting.
    private Html Modulos(string? propio)
    {
        string[] modulos = propio is null ? [ModuloDeTodas] : [ModuloDeTodas, propio];
        return Html.De(
            $"""
            {Html.Cada(
                modulos.SelectMany(recursos.Importados).Distinct(),
                importado => Html.De($"""<link rel="modulepreload" href="{recursos.Direccion(importado)}" fetchpriority="low">""")
            )}
            {Html.Cada(
                modulos,
                modulo => Html.De($"""<script type="module" src="{recursos.Direccion(modulo)}" fetchpriority="low"></script>""")
            )}
            """
        );
    }

    private static Html MarcaDeEjemplo { get; } =
        Html.De(
            $"""<p class="ejemplo"><strong>Ejemplo.</strong> {Procedencia.Ejemplo} Ninguna persona, empresa ni contrato de esta página existe.</p>"""
        );

    // Told to whoever runs the server: anyone else sees that there is nothing yet.
    private static Html SinDatos { get; } =
        Html.Propio(
            """
            <section class="ancho vacio" aria-label="Sin datos">
            <p><strong>Todavía no hay ninguna publicación.</strong></p>
            <p>Si tú operas este servidor, descarga los libros del IMSS e impórtalos. La página los muestra en cuanto termine:</p>
            <pre><code>dotnet run --project Icsoe.Api -- importar LPP2026.xlsx LIIP2026.xlsx</code></pre>
            </section>
            """
        );
}
