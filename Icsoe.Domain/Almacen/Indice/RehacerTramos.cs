using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>Reads the rows of a listado, those that left too, into a new index of it.</summary>
internal static class RehacerTramos
{
    public static void Llenar(SqliteConnection conexion, Listado listado, (TramoNuevo Renglones, TramoNuevo Informativas) tramos)
    {
        using (var renglones = Todas(conexion, "renglones", FilasGuardadas.ColumnasRenglon))
        using (var filas = renglones.Leer(listado.PrimeraClave, listado.UltimaClave))
        {
            while (filas.Avanzar())
                Agregar(tramos.Renglones, listado, filas, Renglon(filas));
        }
        using (var informativas = Todas(conexion, "informativas", FilasGuardadas.ColumnasInformativa))
        using (var filas = informativas.Leer(listado.PrimeraClave, listado.UltimaClave))
        {
            while (filas.Avanzar())
                Agregar(tramos.Informativas, listado, filas, Informativa(filas));
        }
    }

    private static Sentencia Todas(SqliteConnection conexion, string tabla, string columnas) =>
        new(conexion, $"SELECT {columnas} FROM {tabla} WHERE clave BETWEEN ?1 AND ?2 ORDER BY clave");

    private static void Agregar(TramoNuevo tramo, Listado listado, Sentencia.Filas filas, in FilaDeIndice fila)
    {
        var lugar = (int)(filas.Largo(0) - listado.PrimeraClave) - 1;
        // A row that was taken out of the store leaves its place empty: nothing stands there, at any publication.
        while (tramo.Siguiente < lugar)
        {
            tramo.Cerrar(tramo.Siguiente, 0);
            tramo.Agregar(default, filas.Entero(1));
        }
        tramo.Agregar(fila, filas.Entero(1));
        if (filas.Entero(2) != Tiempos.Siempre)
            tramo.Cerrar(lugar, filas.Entero(2));
    }

    private static FilaDeIndice Renglon(Sentencia.Filas filas) =>
        new(
            filas.Entero(7),
            filas.EnteroONada(10),
            filas.EnteroONada(12),
            filas.EnteroONada(13),
            filas.EnteroONada(6),
            filas.EnteroONada(14),
            Rasgos.De((filas.Entero(8) & Banderas.Contrato) != 0, filas.EnteroONada(5), filas.Entero(15), filas.Entero(16)),
            filas.TextoONada(9),
            filas.TextoONada(4),
            filas.TextoONada(11)
        );

    private static FilaDeIndice Informativa(Sentencia.Filas filas) =>
        new(
            filas.Entero(7),
            null,
            null,
            null,
            filas.EnteroONada(6),
            filas.Entero(8),
            Rasgos.De(filas.Entero(8) > 0, filas.EnteroONada(5), filas.Entero(9), filas.Entero(10)),
            null,
            filas.TextoONada(4),
            null
        );
}
