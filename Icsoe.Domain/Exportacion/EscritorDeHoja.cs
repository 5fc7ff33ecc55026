using System.Globalization;
using System.Text;

namespace Icsoe.Domain.Exportacion;

/// <summary>Writes the rows of a sheet as UTF-8, block by block. An empty cell is the one that is not there.</summary>
internal sealed class EscritorDeHoja
{
    private const int Maximo = LibroXlsx.FilasMaximas + 1;
    private const int Bloque = 1 << 17;
    private const int Digitos = 11;

    // The day of serial 0, as serials count from March 1900 on.
    private static readonly int DiaCero = new DateOnly(1899, 12, 30).DayNumber;

    private readonly Action<ReadOnlySpan<byte>> destino;
    private readonly byte[][] aperturas;
    private readonly byte[][] encabezados;
    private readonly byte[][] textos;
    private readonly byte[][] numeros;
    private readonly byte[] bloque = new byte[Bloque];
    private readonly byte[] fila = new byte[Digitos];
    private byte[] utf8 = new byte[1024];
    private int digitosDeFila;
    private int escritos;

    /// <param name="destino">Gets each block, and is done with it when it returns.</param>
    internal EscritorDeHoja(MarcoDeHoja marco, Action<ReadOnlySpan<byte>> destino)
    {
        this.destino = destino;
        aperturas = [.. marco.Datos.Select((_, i) => Encoding.UTF8.GetBytes($"<c r=\"{(char)('A' + i)}"))];
        encabezados = [.. marco.Encabezados.Select(Texto)];
        textos = [.. marco.Datos.Select(Texto)];
        numeros = [.. marco.Datos.Select(estilo => Encoding.UTF8.GetBytes($"\" s=\"{estilo}\"><v>"))];

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
        Filas.TryFormat(fila, out digitosDeFila, default, CultureInfo.InvariantCulture);
        Escribir("<row r=\""u8);
        Escribir(fila.AsSpan(0, digitosDeFila));
        Escribir("\">"u8);
    }

    internal void CerrarFila() => Escribir("</row>"u8);

    internal void Encabezado(int columna, string texto) => Texto(columna, texto, encabezados);

    internal void Texto(int columna, string texto) => Texto(columna, texto, textos);

    internal void Numero(int columna, int numero)
    {
        AbrirCelda(columna, numeros);
        if (bloque.Length - escritos < Digitos)
            Vaciar();
        numero.TryFormat(bloque.AsSpan(escritos), out var digitos, default, CultureInfo.InvariantCulture);
        escritos += digitos;
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
        var resto = TextoDeCelda.EnUtf8(texto, ref utf8);
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
        Escribir(aperturas[columna]);
        Escribir(fila.AsSpan(0, digitosDeFila));
        Escribir(clases[columna]);
    }

    private void Escribir(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > bloque.Length - escritos)
        {
            var caben = bloque.Length - escritos;
            bytes[..caben].CopyTo(bloque.AsSpan(escritos));
            escritos += caben;
            bytes = bytes[caben..];
            Vaciar();
        }
        bytes.CopyTo(bloque.AsSpan(escritos));
        escritos += bytes.Length;
    }

    private void Vaciar()
    {
        destino(bloque.AsSpan(0, escritos));
        escritos = 0;
    }
}
