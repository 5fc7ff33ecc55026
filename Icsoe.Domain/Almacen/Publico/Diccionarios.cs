using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>Numbers of parties and findings while a publication is written: each distinct one is stored once.</summary>
internal sealed class Diccionarios : IDisposable
{
    private const int PartesRecordadas = 1 << 15;
    private const int HallazgosRecordados = 1 << 13;

    private readonly Sentencia buscarParte;
    private readonly Sentencia insertarParte;
    private readonly Sentencia buscarHallazgos;
    private readonly Sentencia insertarHallazgos;

    /// <summary>The last party of each hash: most rows name one of a few, and what is kept here does not grow with the store.</summary>
    private readonly (PartePublica? Parte, int Id)[] partes = new (PartePublica?, int)[PartesRecordadas];

    /// <summary>Contents known to be stored, by key.</summary>
    private readonly Dictionary<long, byte[]> hallazgos = [];
    private readonly Resumen resumen;
    private readonly PartesNuevas nuevas;
    private int ultimaParte;

    /// <param name="nuevas">Where the index takes the parties that are stored here.</param>
    public Diccionarios(SqliteConnection conexion, PartesNuevas nuevas)
    {
        this.nuevas = nuevas;
        buscarParte = new(conexion, "SELECT id, nombre, tipo_persona FROM partes WHERE huella = ?1");
        insertarParte = new(conexion, "INSERT INTO partes (id, nombre, tipo_persona, clave, huella) VALUES (?1, ?2, ?3, ?4, ?5)");
        buscarHallazgos = new(conexion, "SELECT contenido FROM hallazgos WHERE id = ?1");
        insertarHallazgos = new(conexion, "INSERT OR IGNORE INTO hallazgos (id, contenido) VALUES (?1, ?2)");
        resumen = Resumen.De(conexion);
        using var ultima = new Sentencia(conexion, "SELECT coalesce(max(id), 0) FROM partes");
        ultimaParte = (int)ultima.Numero()!.Value;
    }

    /// <summary>What finds a party by name and type in this store: its seed keeps others from writing names that all fall on one number.</summary>
    public long Huella(string nombre, int tipoPersona) => (long)resumen.Texto(nombre).Numero(tipoPersona).Terminar();

    /// <summary>Number of a party, stored when new.</summary>
    public int Parte(PartePublica parte)
    {
        ref var recordada = ref partes[parte.GetHashCode() & (PartesRecordadas - 1)];
        if (!parte.Equals(recordada.Parte))
            recordada = (parte, BuscarOInsertar(parte));
        return recordada.Id;
    }

    /// <summary>Number of a pair of lists of findings, stored when new; null when both are empty.</summary>
    public long? Hallazgos(IReadOnlyList<Hallazgo> inconsistencias, IReadOnlyList<Hallazgo> observaciones)
    {
        if (CodecDeHallazgos.Escribir(inconsistencias, observaciones) is not { } contenido)
            return null;
        for (var id = CodecDeHallazgos.Id(contenido); ; id++)
        {
            if (!hallazgos.TryGetValue(id, out var guardado))
            {
                guardado = insertarHallazgos.Con(id).Ejecutar(contenido) == 1 ? contenido : buscarHallazgos.Bytes(id)!;
                if (hallazgos.Count == HallazgosRecordados)
                    hallazgos.Clear();
                hallazgos.Add(id, guardado);
            }
            if (guardado.AsSpan().SequenceEqual(contenido))
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

    private int BuscarOInsertar(PartePublica parte)
    {
        var nombre = parte.Nombre ?? "";
        var tipo = (int?)parte.TipoPersona ?? 0;
        var huella = Huella(nombre, tipo);
        using (var filas = buscarParte.Leer(huella))
        {
            while (filas.Avanzar())
            {
                if (filas.Entero(2) == tipo && filas.Texto(1) == nombre)
                    return filas.Entero(0);
            }
        }
        insertarParte.Con(++ultimaParte).Con(nombre).Con(tipo).Con(parte.Clave).Con(huella).Ejecutar();
        nuevas.Agregar(nombre, tipo, parte.Clave);
        return ultimaParte;
    }
}
