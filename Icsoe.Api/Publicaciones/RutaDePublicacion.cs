using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;

namespace Icsoe.Api.Publicaciones;

/// <summary>The part <c>/v1/publicaciones/{id}</c> of a path.</summary>
public static class RutaDePublicacion
{
    public static Parametro<SeleccionDePublicacion> Id { get; } =
        TablaDeParametros.Publicacion.Como("id", "Publicación: año y mes (`2026-06`), la segunda del mes (`2026-06.2`) o `ultima`.");

    /// <summary>What may be wrong with that part.</summary>
    public static IReadOnlyList<TipoDeProblema> Problemas { get; } =
    [CatalogoDeProblemas.ValorInvalido, CatalogoDeProblemas.PublicacionConfundida, CatalogoDeProblemas.PublicacionInexistente];

    /// <summary>The same request read at the publication of its path, or what is wrong with that path.</summary>
    public static Problema? Leer(Peticion peticion, out Peticion? fijada)
    {
        fijada = null;
        var escrita = peticion.DeRuta("id");
        var seleccion = Lectores.Publicacion(escrita, peticion.Hoy, out var fallo);
        if (fallo is not null)
            return Problema.De([new(fallo.Tipo, "id", escrita, fallo.Detalle, fallo.Sugerencia, fallo.Validos)]);
        // The current one is that of the first page, all through.
        var id = seleccion!.Id ?? peticion.Cursor?.Publicacion;
        if (peticion.Cursor is { } cursor && id != cursor.Publicacion)
            return Problema.De([Peticion.CursorDeOtra(cursor, id!.Value)]);
        var publicacion = id is { } nombrada ? peticion.Almacen.Buscar(nombrada) : peticion.Vigente;
        if (publicacion is null)
            return Peticion.PublicacionInexistente(id?.ToString() ?? SeleccionDePublicacion.Ultima, peticion.Vigente);
        fijada = peticion.En(publicacion, fijada: id is not null);
        return null;
    }
}
