using System.Globalization;
using System.Text;

namespace Icsoe.Domain.Exportacion;

/// <summary>Writes the rows of a sheet as UTF-8, block by block. An empty cell is the one that is not there.</summary>
internal sealed class EscritorDeHoja
{
    // What a sheet of XLSX holds.
    private const int Maximo = 1_048_576;
    private const int Bloque = 1 << 17;
    private const int Digitos = 11;

    // The day of serial 0, as serials count from March 1900 on.
    private static readonly int DiaCero = new DateOnly(1899, 12, 30).DayNumber;

    private readonly Action<ReadOnlySpan<byte>> _destino;
    private readonly byte[][] _aperturas;
    private readonly byte[][] _encabezados;
    private readonly byte[][] _textos;
    private readonly byte[][] _numeros;
    private readonly byte[] _bloque = new byte[Bloque];
    private readonly byte[] _fila = new byte[Digitos];
    private byte[] _utf8 = new byte[1024];
    private int _digitosDeFila;
    private int _escritos;

    /// <param name="destino">Gets each block, and is done with it when it returns.</param>
    internal EscritorDeHoja(MarcoDeHoja marco, Action<ReadOnlySpan<byte>> destino)
    {
        _destino = destino;
        _aperturas = [.. marco.Datos.Select((_, i) => Encoding.UTF8.GetBytes($"<c r=\"{(char)('A' + i)}"))];
        _encabezados = [.. marco.Encabezados.Select(Texto)];
        _textos = [.. marco.Datos.Select(Texto)];
        _numeros = [.. marco.Datos.Select(estilo => Encoding.UTF8.GetBytes($"\" s=\"{estilo}\"><v>"))];

        static byte[] Texto(int estilo) => Encoding.UTF8.GetBytes($"\" t=\"inlineStr\" s=\"{estilo}\"><is><t xml:space=\"preserve\">");
    }

    /// <summary>Rows opened so far, header included.</summary>
    internal int Filas { get; private set; }

    /// <exception cref="InvalidOperationException">The sheet is full.</exception>
    internal void AbrirFila()
    {
        if (Filas == Maximo)
            throw new InvalidOperationException($"A sheet of XLSX holds {Maximo - 1} rows besides its header, and there are more.");
        Filas++;
        Filas.TryFormat(_fila, out _digitosDeFila, default, CultureInfo.InvariantCulture);
        Escribir("<row r=\""u8);
        Escribir(_fila.AsSpan(0, _digitosDeFila));
        Escribir("\">"u8);
    }

    internal void CerrarFila() => Escribir("</row>"u8);

    internal void Encabezado(int columna, string texto) => Texto(columna, texto, _encabezados);

    internal void Texto(int columna, string texto) => Texto(columna, texto, _textos);

    internal void Numero(int columna, int numero)
    {
        AbrirCelda(columna, _numeros);
        if (_bloque.Length - _escritos < Digitos)
            Vaciar();
        numero.TryFormat(_bloque.AsSpan(_escritos), out var digitos, default, CultureInfo.InvariantCulture);
        _escritos += digitos;
        Escribir("</v></c>"u8);
    }

    /// <param name="fecha">From 1900-03-01 on.</param>
    internal void Fecha(int columna, DateOnly fecha) => Numero(columna, fecha.DayNumber - DiaCero);

    /// <summary>Writes what comes after the rows, and keeps nothing back.</summary>
    internal void Terminar(string cola)
    {
        Escribir(Encoding.UTF8.GetBytes(cola));
        Vaciar();
    }

    private void Texto(int columna, string texto, byte[][] clases)
    {
        if (texto.Length == 0)
            return;
        AbrirCelda(columna, clases);
        var resto = TextoDeCelda.EnUtf8(texto, ref _utf8);
        for (int lugar; (lugar = TextoDeCelda.PrimerDelicado(resto)) >= 0; )
        {
            Escribir(resto[..lugar]);
            Escribir(TextoDeCelda.Escape(resto[lugar..], out var leidos));
            resto = resto[(lugar + leidos)..];
        }
        Escribir(resto);
        Escribir("</t></is></c>"u8);
    }

    private void AbrirCelda(int columna, byte[][] clases)
    {
        Escribir(_aperturas[columna]);
        Escribir(_fila.AsSpan(0, _digitosDeFila));
        Escribir(clases[columna]);
    }

    private void Escribir(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > _bloque.Length - _escritos)
        {
            var caben = _bloque.Length - _escritos;
            bytes[..caben].CopyTo(_bloque.AsSpan(_escritos));
            _escritos += caben;
            bytes = bytes[caben..];
            Vaciar();
        }
        bytes.CopyTo(_bloque.AsSpan(_escritos));
        _escritos += bytes.Length;
    }

    private void Vaciar()
    {
        _destino(_bloque.AsSpan(0, _escritos));
        _escritos = 0;
    }
}
