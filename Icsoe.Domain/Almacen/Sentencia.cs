using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Icsoe.Domain.Almacen;

/// <summary>
/// A statement prepared once and run many times, with parameters <c>?1…?n</c> bound in their order. It speaks to SQLite directly:
/// the provider's commands look every parameter up by name at each run, which costs more than the insert itself.
/// Not for several threads, and one run at a time.
/// </summary>
internal sealed class Sentencia : IDisposable
{
    private readonly sqlite3 almacen;
    private readonly sqlite3_stmt sentencia;

    /// <summary>The same statement, for <see cref="Sqlite"/>; null once disposed, which SQLite refuses.</summary>
    private nint puntero;
    private byte[] utf8 = new byte[256];
    private int atados;

    /// <exception cref="SqliteException">The SQL is wrong.</exception>
    public Sentencia(SqliteConnection conexion, string sql)
    {
        almacen = conexion.Handle!;
        Comprobar(raw.sqlite3_prepare_v2(almacen, sql, out sentencia));
        puntero = sentencia.DangerousGetHandle();
    }

    /// <summary>Runs several statements that return nothing, one after another.</summary>
    public static void Ejecutar(SqliteConnection conexion, string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(conexion.Handle, sql), conexion.Handle);

    /// <summary>Binds the next parameter, without making an object of it: for statements that run once per row.</summary>
    public Sentencia Con(long? numero)
    {
        atados++;
        Comprobar(numero is { } valor ? Sqlite.Atar(puntero, atados, valor) : Sqlite.AtarNulo(puntero, atados));
        return this;
    }

    /// <inheritdoc cref="Con(long?)"/>
    public Sentencia Con(string? texto)
    {
        atados++;
        Comprobar(texto is null ? Sqlite.AtarNulo(puntero, atados) : AtarTexto(atados, texto));
        return this;
    }

    /// <summary>Binds a text that is UTF-8 already, empty for none.</summary>
    public Sentencia Con(ReadOnlySpan<byte> utf8)
    {
        atados++;
        Comprobar(
            utf8.IsEmpty
                ? Sqlite.AtarNulo(puntero, atados)
                : Sqlite.AtarTexto(puntero, atados, ref MemoryMarshal.GetReference(utf8), utf8.Length, Sqlite.Copiar)
        );
        return this;
    }

    /// <summary>Binds what is left to bind and runs it; returns how many rows it changed.</summary>
    public int Ejecutar(params ReadOnlySpan<object?> valores)
    {
        Atar(valores);
        try
        {
            while (Avanzar()) { }
            return raw.sqlite3_changes(almacen);
        }
        finally
        {
            Terminar();
        }
    }

    /// <summary>First column of the first row as a number; null when there is no row or it is NULL.</summary>
    public long? Numero(params ReadOnlySpan<object?> valores)
    {
        using var filas = Leer(valores);
        return filas.Avanzar() ? filas.LargoONada(0) : null;
    }

    /// <summary>First column of the first row as bytes; null when there is no row or it is NULL.</summary>
    public byte[]? Bytes(params ReadOnlySpan<object?> valores)
    {
        using var filas = Leer(valores);
        return filas.Avanzar() && !filas.EsNulo(0) ? filas.Bytes(0) : null;
    }

    /// <summary>Rows; the caller disposes them before the next run.</summary>
    public Filas Leer(params ReadOnlySpan<object?> valores)
    {
        Atar(valores);
        return new Filas(this);
    }

    public void Dispose()
    {
        puntero = 0;
        sentencia.Dispose();
    }

    private bool Avanzar()
    {
        var codigo = Sqlite.Avanzar(puntero);
        if (codigo is not (Sqlite.Fila or Sqlite.Hecho))
            Comprobar(codigo);
        return codigo == Sqlite.Fila;
    }

    private void Atar(ReadOnlySpan<object?> valores)
    {
        foreach (var valor in valores)
        {
            _ = valor switch
            {
                null => Con((string?)null),
                int numero => Con(numero),
                long numero => Con(numero),
                string texto => Con(texto),
                byte[] bytes => Con(bytes),
                _ => throw new ArgumentException($"Cannot bind a {valor.GetType()}.", nameof(valores)),
            };
        }
    }

    private Sentencia Con(byte[] bytes)
    {
        Comprobar(raw.sqlite3_bind_blob(sentencia, ++atados, bytes));
        return this;
    }

    /// <summary>Ready for the next run, whose parameters are bound from the first again.</summary>
    private void Terminar()
    {
        _ = Sqlite.Reiniciar(puntero);
        atados = 0;
    }

    private int AtarTexto(int lugar, string texto)
    {
        var maximo = Encoding.UTF8.GetMaxByteCount(texto.Length);
        if (utf8.Length < maximo)
            utf8 = new byte[maximo * 2];
        return Sqlite.AtarTexto(puntero, lugar, ref utf8[0], Encoding.UTF8.GetBytes(texto, utf8), Sqlite.Copiar);
    }

    private void Comprobar(int codigo)
    {
        if (codigo != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(codigo, almacen);
    }

    /// <summary>The rows of a run, one at a time.</summary>
    public sealed class Filas(Sentencia de) : IDisposable
    {
        /// <summary>Goes to the next row; false after the last.</summary>
        public bool Avanzar() => de.Avanzar();

        public bool EsNulo(int columna) => Sqlite.Tipo(de.puntero, columna) == Sqlite.Nulo;

        public int Entero(int columna) => (int)Largo(columna);

        public long Largo(int columna) => Sqlite.Numero(de.puntero, columna);

        public string Texto(int columna) => Encoding.UTF8.GetString(Utf8(columna));

        /// <summary>The text as it lies, valid until the next row; empty when NULL.</summary>
        public ReadOnlySpan<byte> Utf8(int columna) => Sqlite.Bytes(de.puntero, columna);

        public byte[] Bytes(int columna) => Utf8(columna).ToArray();

        public string? TextoONada(int columna) => EsNulo(columna) ? null : Texto(columna);

        public int? EnteroONada(int columna) => EsNulo(columna) ? null : Entero(columna);

        public long? LargoONada(int columna) => EsNulo(columna) ? null : Largo(columna);

        public void Dispose() => de.Terminar();
    }
}
