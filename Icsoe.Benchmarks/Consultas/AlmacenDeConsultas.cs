using System.Security.Cryptography;
using System.Text;
using Icsoe.Benchmarks.Escala;
using Icsoe.Domain.Almacen;
using Icsoe.Domain.Almacen.Publico;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>
/// The store that is asked: both lists of sixteen periodos, and a second publication a month later, in which 2 % of 2026-1 changed.
/// Made once by the shipped program and kept; made again when its layout is no longer that of the program.
/// </summary>
internal static class AlmacenDeConsultas
{
    /// <summary>Publications it holds.</summary>
    public const int Publicaciones = 2;

    private const string Marca = "completo";

    /// <summary>Folder of the store, made if it is not there.</summary>
    /// <param name="rehacer">Make it again whatever there is.</param>
    public static string Preparar(Datos datos, Programas programas, bool rehacer)
    {
        var carpeta = datos.Fija("consultas");
        // Beside the store and not in it, which is the program's alone.
        var marca = $"{carpeta}.{Marca}";
        var forma = Forma();
        if (!rehacer && File.Exists(marca) && File.ReadAllText(marca) == forma && SeAbre(carpeta))
            return carpeta;
        File.Delete(marca);
        if (Directory.Exists(carpeta))
            Directory.Delete(carpeta, recursive: true);
        var (libros, siguientes) = (datos.TreintaYDos, datos.DelMesSiguiente);
        Console.Error.WriteLine($"importando {libros.Count} libros, y luego {siguientes.Count}…");
        programas.Importar(libros, carpeta, Datos.Publicacion);
        programas.Importar(siguientes, carpeta, Datos.Siguiente);
        File.WriteAllText(marca, forma);
        return carpeta;
    }

    /// <summary>
    /// Digest of all that the migrations do. Their names alone would not tell one that was edited, as they are while a layout is sought.
    /// </summary>
    public static string Forma()
    {
        using var contexto = new PublicoContextFactory().CreateDbContext([]);
        var guion = contexto.GetService<IMigrator>().GenerateScript();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(guion)));
    }

    private static bool SeAbre(string carpeta)
    {
        try
        {
            using var almacen = new AlmacenPublico(carpeta);
            return almacen.Vigente()?.Secuencia == Publicaciones;
        }
        catch (Exception error) when (error is AlmacenException or SqliteException)
        {
            return false;
        }
    }
}
