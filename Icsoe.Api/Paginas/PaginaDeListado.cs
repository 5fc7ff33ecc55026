using Icsoe.Api.Catalogo;
using Icsoe.Api.Listados;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Api.Paginas;

/// <summary>
/// The guide's screen: a list, a year, its three cuatrimestres with their SHA-256 and their files. It all works without scripts.
/// </summary>
public static class PaginaDeListado
{
    /// <summary>What its address may say.</summary>
    public static Parametro[] DeConsulta { get; } = [TablaDeParametros.Ejercicio, TablaDeParametros.Publicacion];

    public static Contenido De(Peticion peticion, Lista lista)
    {
        var estados = peticion.Almacen.Listados(peticion.Secuencia).Where(estado => estado.Listado.Lista == lista).ToList();
        var ejercicios = RutaDeListado
            .Ejercicios(peticion.Hoy)
            .Where(anio => !peticion.Fijada || anio <= peticion.Publicacion!.Id.Anio)
            .ToList();
        var ejercicio =
            peticion.Valores.Todos(TablaDeParametros.Ejercicio) is [var pedido, ..] ? pedido
            : estados is [] ? ejercicios[^1]
            : estados.Max(estado => estado.Listado.Periodo.Ejercicio);
        var nombre = lista.Etiqueta();
        return new()
        {
            Titulo = $"{nombre} {ejercicio}",
            Descripcion = $"{nombre} del ejercicio {ejercicio}: archivos de cada cuatrimestre con su SHA-256. {Edicion.QueEs}",
            Seccion = Seccion.Listados,
            NoIndexar = lista == Lista.Inconsistente || peticion.EsEstadoAnterior,
            Cuerpo = Html.De(
                $"""
                {Portada}
                <div class="ancho">
                <nav class="listas" aria-label="Lista"><ul>{Html.Cada(Enum.GetValues<Lista>(), otra => Pestana(otra, lista, ejercicio, peticion))}</ul></nav>
                <section aria-labelledby="lista">
                <h2 id="lista">{nombre}</h2>
                {Estado(peticion, lista)}
                <nav class="ejercicios" aria-label="Ejercicio"><ul>{Html.Cada(
                    ejercicios,
                    anio =>
                        Html.De(
                            $"""<li><a href="{Direccion(lista, anio, peticion)}"{(anio == ejercicio ? Html.Propio(" aria-current=\"true\"") : Html.Nada)}>{anio}</a></li>"""
                        )
                )}</ul></nav>
                {Tabla(peticion, lista, ejercicio, estados)}
                {Ayudas(lista)}
                </section>
                {Comprobar}
                {Anteriores(peticion, lista, ejercicio)}
                </div>
                <dialog id="aviso" aria-labelledby="aviso-titulo" aria-describedby="aviso-descargado"><form method="dialog"><button class="cerrar" aria-label="Cerrar">✕</button></form>
                <h2 id="aviso-titulo">{Aviso.De(lista).Titulo}</h2><p class="descargado" id="aviso-descargado" hidden></p>{Oficiales.DelAviso(lista)}
                <form method="dialog"><button class="boton">Entendido</button></form></dialog>
                {(lista == Lista.Inconsistente ? VentanaDeSolventar : Html.Nada)}
                """
            ),
        };
    }

    /// <summary>Where the screen of a list is.</summary>
    public static string RutaDe(Lista lista) => lista == Lista.Publico ? Seccion.Listados.Ruta : "/inconsistente";

    private static Html Portada { get; } =
        Html.De(
            $"""
            <div class="portada"><div class="ancho">
            <h1>{Edicion.Nombre}</h1>
            <p class="entrada">Quién presta servicios especializados, a quién y con cuántas personas. Es lo que el IMSS publica cada mes, con buscador y con memoria: también como estaba en meses anteriores.</p>
            <form class="buscador" action="/buscar" role="search">
            <label for="q">Busca un contratista, un cliente, un servicio o un folio</label>
            <div class="buscador-caja"><input id="q" name="q" type="search" autocomplete="off" maxlength="512" placeholder="Por ejemplo: mantenimiento elevadores"><button class="boton">Buscar</button></div>
            </form>
            </div></div>
            """
        );

    private static Html VentanaDeSolventar { get; } =
        Html.De(
            $"""
            <dialog id="solventar" class="ancha" aria-labelledby="solventar-titulo"><form method="dialog"><button class="cerrar" aria-label="Cerrar">✕</button></form>
            <h2 id="solventar-titulo">{Oficiales.TituloDeSolventar}</h2>{Oficiales.DeSolventar()}
            <form method="dialog"><button class="boton">Entendido</button></form></dialog>
            """
        );

    // Shown by its script, without which it could do nothing.
    private static Html Comprobar { get; } =
        Html.Propio(
            """
            <details class="tarjeta" id="comprobar" hidden>
            <summary>¿Es auténtico el archivo que tengo?</summary>
            <p>Elige un archivo que hayas descargado. Su SHA-256 se calcula en tu equipo, sin enviarlo a ninguna parte, y se busca en todas las publicaciones.</p>
            <p><label class="boton secundario">Elegir archivo<input type="file" class="oculto"></label></p>
            <p role="status" class="resultado"></p>
            </details>
            """
        );

    private static Html Pestana(Lista otra, Lista actual, int ejercicio, Peticion peticion) =>
        Html.De(
            $"""<li><a href="{Direccion(otra, ejercicio, peticion)}"{(otra == actual ? Html.Propio(" aria-current=\"page\"") : Html.Nada)}>{otra.Etiqueta()}</a></li>"""
        );

    private static Html Estado(Peticion peticion, Lista lista)
    {
        if (peticion.Publicacion is not { } publicacion)
            return Html.Nada;
        var sellada = EnPalabras.Dia(HoraDeMexico.Dia(publicacion.SelladaEn));
        var id = EnPalabras.Publicacion(publicacion.Id);
        if (peticion.EsEstadoAnterior)
        {
            return Html.De(
                $"""<p class="estado anterior"><strong>Así estaba en la publicación de {id}</strong>, del {sellada}. <a href="{RutaDe(lista)}">Ver la vigente</a></p>"""
            );
        }
        var calendario = CalendarioDe(peticion);
        var proxima = calendario.Proxima(publicacion.Id, peticion.Hoy);
        var dias = EnPalabras.Dias(proxima.Desde, proxima.Hasta);
        return calendario.EstaRetrasada(publicacion.Id, peticion.Hoy)
            ? Html.De(
                $"""<p class="estado"><span class="sello retrasada">Retrasada</span> Publicación de {id}, del {sellada}. Ya debía haber una más reciente{(proxima.Hasta < peticion.Hoy ? ": se esperaba" : "; la que sigue se espera")} del {dias}.</p>"""
            )
            : Html.De(
                $"""<p class="estado"><span class="sello">En tiempo</span> Publicación de {id}, del {sellada}. La que sigue se espera del {dias}.</p>"""
            );
    }

    private static Html Tabla(Peticion peticion, Lista lista, int ejercicio, IReadOnlyList<EstadoListado> estados) =>
        Html.De(
            $"""
            <table class="tabla tabla-listado" role="table">
            <caption class="oculto">{lista.Etiqueta()}, ejercicio {ejercicio}</caption>
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Cuatrimestre</th><th scope="col" role="columnheader">Sha 256</th><th scope="col" role="columnheader">Descarga</th></tr></thead>
            <tbody role="rowgroup">{Html.Cada(
                Enumerable.Range(1, 3),
                cuatrimestre =>
                {
                    var listado = new Listado(Periodo.De(ejercicio, cuatrimestre), lista);
                    return Fila(peticion, listado, estados.FirstOrDefault(estado => estado.Listado == listado));
                }
            )}</tbody>
            </table>
            """
        );

    private static Html Fila(Peticion peticion, Listado listado, EstadoListado? estado)
    {
        var cuatrimestre = listado.Periodo.Cuatrimestre;
        return Html.De(
            $"""
            <tr role="row"><th scope="row" role="rowheader">{EnPalabras.Ordinal(cuatrimestre)} <small>{EnPalabras.MesesDe(
                cuatrimestre
            )}</small></th>
            {(estado is null ? Pendiente(peticion, listado) : Publicado(peticion, estado))}</tr>
            """
        );
    }

    private static Html Pendiente(Peticion peticion, Listado listado)
    {
        var cuando = "";
        if (CalendarioDe(peticion).Prevista(listado.Periodo) is { } prevista)
        {
            var dias = EnPalabras.Dias(prevista.Desde, prevista.Hasta);
            cuando = prevista.Hasta < peticion.Hoy ? $"Debía publicarse del {dias}." : $"Se espera del {dias}.";
        }
        return Html.De($"""<td role="cell" colspan="2" class="pendiente">Pendiente. {cuando}</td>""");
    }

    private static Html Publicado(Peticion peticion, EstadoListado estado)
    {
        var edicion = Edicion.De(peticion);
        var fijada = peticion.Fijada ? peticion.Publicacion : null;
        // As the guide's screen: the workbook first.
        var archivos = estado.Archivos.OrderBy(archivo => archivo.Formato != "xlsx").ToList();
        var principal = archivos.FirstOrDefault();
        return Html.De(
            $"""
            <td role="cell" data-columna="Sha 256">{(
                principal is null ? Html.Nada : Html.De($"""<code class="sha">{principal.Sha256.ToUpperInvariant()}</code>""")
            )}
            {(
                principal is null or { Formato: "xlsx" }
                    ? Html.Nada
                    : Html.De($"""<p class="detalle">Es el de {principal.Nombre}: el libro de Excel de este estado ya no se entrega.</p>""")
            )}
            <p class="detalle">{Cuanto(estado)}</p></td>
            <td role="cell" data-columna="Descarga">{(principal is null ? Html.Nada : Descarga(edicion, principal, fijada))}
            {(
                archivos.Count < 2
                    ? Html.Nada
                    : Html.De(
                        $"""<details class="formatos"><summary>Otros formatos</summary><ul class="sin-vinetas">{Html.Cada(archivos.Skip(1), otro => Otro(edicion, otro, fijada))}</ul></details>"""
                    )
            )}</td>
            """
        );
    }

    private static Html Cuanto(EstadoListado estado)
    {
        if (estado.Renglones == 0)
            return Html.Propio("Sin renglones.");
        var contratos = EnPalabras.Cuantos(estado.Contratos, "contrato", "contratos");
        var sinContratos = EnPalabras.Cuantos(estado.InformativasSinContratos, "informativa sin contratos", "informativas sin contratos");
        var (lista, periodo) = (estado.Listado.Lista.Valor(), estado.Listado.Periodo.ToString());
        return Html.De(
            $"""{contratos}{(estado.InformativasSinContratos == 0 ? "" : $" y {sinContratos}")}. <a href="/buscar?lista={lista}&amp;periodo={periodo}">Ver sus contratos</a>"""
        );
    }

    private static Html Descarga(Edicion edicion, ArchivoPublicado archivo, Publicacion? fijada) =>
        edicion.Entrega(archivo)
            ? Html.De(
                $"""<a class="boton" href="{ArchivoResponse.From(archivo, fijada).Url}" download data-descarga="{archivo.Sha256.ToUpperInvariant()}">{(archivo.Formato == "xlsx" ? "Excel" : archivo.Formato.ToUpperInvariant())} <span class="oculto">{archivo.Nombre}</span><small>{EnPalabras.Tamano(archivo.Bytes)}</small></a>"""
            )
            : Html.De($"""<a href="{Edicion.SitioDelAutor}" rel="noreferrer">En el sitio del IMSS</a>""");

    private static Html Otro(Edicion edicion, ArchivoPublicado archivo, Publicacion? fijada) =>
        edicion.Entrega(archivo)
            ? Html.De(
                $"""<li><a href="{ArchivoResponse.From(archivo, fijada).Url}" download data-descarga="{archivo.Sha256.ToUpperInvariant()}">{archivo.Nombre}</a> <small>{EnPalabras.Tamano(archivo.Bytes)}</small><code class="sha">{archivo.Sha256.ToUpperInvariant()}</code></li>"""
            )
            : Html.Nada;

    private static Html Ayudas(Lista lista) =>
        Html.De(
            $"""
            <p class="ayudas"><a href="{Oficiales.RutaDelAviso(lista)}" data-ventana="aviso">{Aviso.De(lista).Titulo}</a>
            {(
                lista == Lista.Inconsistente
                    ? Html.De($"""<a href="{Oficiales.RutaDeSolventar}" data-ventana="solventar">{Oficiales.TituloDeSolventar}</a>""")
                    : Html.Nada
            )}</p>
            """
        );

    private static Html Anteriores(Peticion peticion, Lista lista, int ejercicio)
    {
        var publicaciones = peticion
            .Almacen.Publicaciones(peticion.Vigente?.Secuencia ?? 0)
            .OrderByDescending(una => una.Secuencia)
            .ToList();
        return publicaciones.Count < 2
            ? Html.Nada
            : Html.De(
                $"""
                <details class="tarjeta"{(peticion.EsEstadoAnterior ? Html.Propio(" open") : Html.Nada)}>
                <summary>¿Cómo estaba en otro mes?</summary>
                <form action="{RutaDe(lista)}" class="en-linea">
                <input type="hidden" name="ejercicio" value="{ejercicio}">
                <label for="publicacion">Publicación</label>
                <select id="publicacion" name="publicacion">{Html.Cada(
                    publicaciones,
                    una =>
                        Html.De(
                            $"""<option value="{una.Id.ToString()}"{(una.Secuencia == peticion.Secuencia ? Html.Propio(" selected") : Html.Nada)}>{EnPalabras.Publicacion(una.Id)}</option>"""
                        )
                )}</select>
                <button class="boton secundario">Ver</button>
                </form>
                </details>
                """
            );
    }

    private static string Direccion(Lista lista, int ejercicio, Peticion peticion) =>
        $"{RutaDe(lista)}?ejercicio={ejercicio}" + (peticion.EsEstadoAnterior ? $"&publicacion={peticion.Publicacion!.Id}" : "");

    private static CalendarioDelImss CalendarioDe(Peticion peticion) =>
        peticion.Http.RequestServices.GetRequiredService<CalendarioDelImss>();
}
