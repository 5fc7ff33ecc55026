using Icsoe.Domain.Almacen.Indice;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Looks things up in the ordered columns of a tramo.</summary>
internal static class Lugares
{
    /// <summary>The first place in the order of a column whose value is not below that.</summary>
    public static int Lugar(Tramo tramo, Seccion columna, Seccion orden, int valor)
    {
        var valores = tramo.Columna(columna);
        var filas = tramo.Columna(orden);
        var (bajo, alto) = (0, filas.Length);
        while (bajo < alto)
        {
            var medio = (bajo + alto) / 2;
            if (valores[filas[medio]] < valor)
                bajo = medio + 1;
            else
                alto = medio;
        }
        return bajo;
    }

    /// <summary>Rows whose folio number is from one to before another.</summary>
    public static ReadOnlySpan<int> EntreFolios(Tramo tramo, Seccion columna, Seccion orden, ulong desde, ulong hasta)
    {
        var folios = tramo.Folios(columna);
        var filas = tramo.Columna(orden);
        // Folios of a listado begin alike: what is looked for is mostly before or after them all.
        if (filas.IsEmpty || folios[filas[^1]] < desde || folios[filas[0]] >= hasta)
            return [];
        var primera = LugarDeFolio(folios, filas, desde);
        return filas[primera..Math.Max(primera, LugarDeFolio(folios, filas, hasta))];
    }

    private static int LugarDeFolio(ReadOnlySpan<ulong> folios, ReadOnlySpan<int> filas, ulong folio)
    {
        var (bajo, alto) = (0, filas.Length);
        while (bajo < alto)
        {
            var medio = (bajo + alto) / 2;
            if (folios[filas[medio]] < folio)
                bajo = medio + 1;
            else
                alto = medio;
        }
        return bajo;
    }
}
