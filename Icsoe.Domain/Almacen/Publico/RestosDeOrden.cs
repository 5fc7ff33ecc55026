using Icsoe.Domain.Modelo;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>What an order that died, or was given up, left of a publication that was never sealed: rows that opened and rows that closed.</summary>
internal static class RestosDeOrden
{
    /// <summary>Undoes all of it, in one transaction.</summary>
    /// <param name="secuencia">The number that publication would have had.</param>
    public static void Deshacer(SqliteConnection conexion, PublicoContext contexto, int secuencia)
    {
        var pendientes = contexto.EnCurso.AsNoTracking().ToList();
        if (pendientes.Count == 0)
            return;
        using var transaccion = contexto.Database.BeginTransaction();
        foreach (var pendiente in pendientes)
        {
            var listado = Listado.DeClave(pendiente.Listado);
            Deshacer(conexion, "renglones", listado, pendiente.PrimerRenglon, secuencia);
            Deshacer(conexion, "informativas", listado, pendiente.PrimeraInformativa, secuencia);
        }
        contexto.EnCurso.ExecuteDelete();
        transaccion.Commit();
    }

    private static void Deshacer(SqliteConnection conexion, string tabla, Listado listado, long primera, int secuencia)
    {
        using (var abiertas = new Sentencia(conexion, $"DELETE FROM {tabla} WHERE clave BETWEEN ?1 AND ?2"))
            abiertas.Ejecutar(primera, listado.UltimaClave);
        using var cerradas = new Sentencia(
            conexion,
            $"UPDATE {tabla} SET hasta = {Tiempos.Siempre} WHERE hasta = ?3 AND hasta < {Tiempos.Siempre} AND clave BETWEEN ?1 AND ?2"
        );
        cerradas.Ejecutar(listado.PrimeraClave, listado.UltimaClave, secuencia);
    }
}
