using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>Numbers of parties and findings while a publication is written: each distinct one is stored once.</summary>
internal sealed class Diccionarios : IDisposable
{
    private readonly Sentencia buscarParte;
    private readonly Sentencia insertarParte;
    private readonly Sentencia buscarHallazgos;
    private readonly Sentencia insertarHallazgos;

    /// <summary>By a 128-bit digest of name and type: what a name costs here does not depend on its length.</summary>
    private readonly Dictionary<UInt128, int> partes = [];
    private readonly Resumen resumen = new();
    private int ultimaParte;

    public Diccionarios(SqliteConnection conexion)
    {
        buscarParte = new(conexion, "SELECT id FROM partes WHERE nombre = ?1 AND tipo_persona = ?2");
        insertarParte = new(conexion, "INSERT INTO partes (id, nombre, tipo_persona, clave) VALUES (?1, ?2, ?3, ?4)");
        buscarHallazgos = new(conexion, "SELECT contenido FROM hallazgos WHERE id = ?1");
        insertarHallazgos = new(conexion, "INSERT OR IGNORE INTO hallazgos (id, contenido) VALUES (?1, ?2)");
        using var ultima = new Sentencia(conexion, "SELECT coalesce(max(id), 0) FROM partes");
        ultimaParte = (int)ultima.Numero()!.Value;
    }

    /// <summary>Number of a party, stored when new.</summary>
    public int Parte(PartePublica parte)
    {
        var nombre = parte.Nombre ?? "";
        var tipo = (int?)parte.TipoPersona ?? 0;
        var huella = resumen.Texto(nombre).Numero(tipo).Terminar128();
        if (partes.TryGetValue(huella, out var id))
            return id;
        if (buscarParte.Numero(nombre, tipo) is { } guardada)
            return partes[huella] = (int)guardada;
        insertarParte.Ejecutar(++ultimaParte, nombre, tipo, parte.Clave);
        return partes[huella] = ultimaParte;
    }

    /// <summary>Number of a pair of lists of findings, stored when new; null when both are empty.</summary>
    public long? Hallazgos(IReadOnlyList<Hallazgo> inconsistencias, IReadOnlyList<Hallazgo> observaciones)
    {
        if (CodecDeHallazgos.Escribir(inconsistencias, observaciones) is not { } contenido)
            return null;
        for (var id = CodecDeHallazgos.Id(contenido); ; id++)
        {
            if (insertarHallazgos.Ejecutar(id, contenido) == 1)
                return id;
            if (buscarHallazgos.Bytes(id) is { } guardado && guardado.AsSpan().SequenceEqual(contenido))
                return id;
        }
    }

    public void Dispose()
    {
        buscarParte.Dispose();
        insertarParte.Dispose();
        buscarHallazgos.Dispose();
        insertarHallazgos.Dispose();
    }
}
