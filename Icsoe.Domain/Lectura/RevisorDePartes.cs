using System.Text;

namespace Icsoe.Domain.Lectura;

/// <summary>What the guard learnt of one sheet.</summary>
/// <param name="Filas">Number of its last row, 0 when it has none.</param>
/// <param name="Columnas">Number of its last column with a cell, 0 when it has none.</param>
internal readonly record struct MedidasDeHoja(int Filas, int Columnas);

/// <summary>Counts what stands inside the parts of a workbook, without keeping any of it.</summary>
internal sealed class RevisorDePartes(string archivo, LimitesDeLectura limites, CancellationToken ct)
{
    /// <summary>A part that nobody reads as XML: only its size and CRC are proved.</summary>
    public void RevisarBinaria(ParteDeZip parte)
    {
        var bufer = new byte[32 << 10];
        while (parte.Leer(bufer) > 0)
            ct.ThrowIfCancellationRequested();
    }

    /// <summary>Any XML: no DTD.</summary>
    public void RevisarXml(EscanerXml xml)
    {
        while (xml.Avanzar())
            ct.ThrowIfCancellationRequested();
    }

    /// <summary>The shared strings: not too many, none longer than a cell.</summary>
    public void RevisarTextos(EscanerXml xml)
    {
        var cuantos = 0;
        var caracteres = 0;
        while (xml.Avanzar())
        {
            if (xml.Pieza is PiezaXml.Texto or PiezaXml.Cdata)
            {
                caracteres += Contar(xml.Actual, xml.Pieza == PiezaXml.Cdata);
                if (caracteres > LimitesDeLectura.CaracteresPorCelda)
                    throw Largo($"el texto compartido {cuantos}");
            }
            else if (xml.Pieza == PiezaXml.Apertura && xml.Nombre.SequenceEqual("si"u8))
            {
                caracteres = 0;
                if (++cuantos > limites.TextosCompartidos)
                    throw Error($"tiene más de {limites.TextosCompartidos:N0} textos compartidos.");
                ct.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>A sheet: rows that rise, rows, columns and texts within the format.</summary>
    public MedidasDeHoja RevisarHoja(EscanerXml xml, string hoja)
    {
        int fila = 0,
            columna = 0,
            columnas = 0,
            caracteres = 0;
        bool hayDimension = false,
            hayConReferencia = false,
            haySinReferencia = false;
        while (xml.Avanzar())
        {
            if (xml.Pieza is PiezaXml.Texto or PiezaXml.Cdata)
            {
                if (columna > 0)
                    caracteres += Contar(xml.Actual, xml.Pieza == PiezaXml.Cdata);
                if (caracteres > LimitesDeLectura.CaracteresPorCelda)
                    throw Largo($"una celda de la fila {fila} de «{hoja}»");
                continue;
            }
            if (xml.Pieza == PiezaXml.Cierre)
                continue;
            var nombre = xml.Nombre;
            if (nombre.SequenceEqual("c"u8))
            {
                caracteres = 0;
                var conReferencia = xml.TryAtributo("r"u8, out var referencia);
                columna = conReferencia ? LeerColumna(referencia, fila, hoja) : columna + 1;
                if (columna > LimitesDeLectura.ColumnasPorHoja)
                    throw Error($"la fila {fila} de «{hoja}» tiene una columna más allá de XFD, la última del formato.");
                columnas = Math.Max(columnas, columna);
                hayConReferencia |= conReferencia;
                haySinReferencia |= !conReferencia;
            }
            else if (nombre.SequenceEqual("row"u8))
            {
                fila = LeerFila(xml, fila, hoja);
                columna = 0;
                ct.ThrowIfCancellationRequested();
            }
            else if (nombre.SequenceEqual("dimension"u8))
                hayDimension = true;
            else if (nombre.SequenceEqual("sheetData"u8))
                columna = 0;
        }
        // The reader only counts cells without reference when none has one and nothing told it the width.
        if (haySinReferencia && (hayDimension || hayConReferencia))
            throw Error($"la hoja «{hoja}» tiene celdas sin referencia (A1, B1…); ábrela en Excel y guárdala de nuevo.");
        return new MedidasDeHoja(fila, columnas);
    }

    private int LeerFila(EscanerXml xml, int anterior, string hoja)
    {
        var fila = anterior + 1;
        if (xml.TryAtributo("r"u8, out var numero) && !TryEntero(numero, out fila))
            throw Error($"la hoja «{hoja}» tiene un número de fila ilegible después de la fila {anterior}.");
        if (fila > LimitesDeLectura.FilasPorHoja)
            throw Error($"la hoja «{hoja}» tiene filas más allá de la {LimitesDeLectura.FilasPorHoja:N0}, la última del formato.");
        if (fila <= anterior)
            throw Error($"en la hoja «{hoja}» la fila {fila} viene después de la {anterior}: los números de fila deben subir.");
        return fila;
    }

    private int LeerColumna(ReadOnlySpan<byte> referencia, int fila, string hoja)
    {
        int columna = 0,
            letras = 0;
        while (letras < referencia.Length && letras < 4 && referencia[letras] is >= (byte)'A' and <= (byte)'Z')
            columna = (columna * 26) + referencia[letras++] - 'A' + 1;
        if (letras == 0 || !TryEntero(referencia[letras..], out var suFila) || suFila != fila)
            throw Error($"la fila {fila} de «{hoja}» tiene una celda con una referencia que no es de esa fila.");
        return columna;
    }

    private static bool TryEntero(ReadOnlySpan<byte> digitos, out int valor)
    {
        valor = 0;
        if (digitos.IsEmpty || digitos.Length > 10)
            return false;
        long suma = 0;
        foreach (var d in digitos)
        {
            if (d is < (byte)'0' or > (byte)'9')
                return false;
            suma = (suma * 10) + d - '0';
        }
        valor = (int)Math.Min(suma, int.MaxValue);
        return suma > 0;
    }

    private LecturaException Largo(string donde) =>
        Error($"{donde} pasa de {LimitesDeLectura.CaracteresPorCelda:N0} caracteres, lo que admite el formato.");

    /// <summary>UTF-16 characters of a text, each entity counted as what it stands for.</summary>
    private static int Contar(ReadOnlySpan<byte> texto, bool esCdata)
    {
        var total = Encoding.UTF8.GetCharCount(texto);
        if (esCdata)
            return total;
        while (texto.IndexOf((byte)'&') is var desde && desde >= 0)
        {
            var hasta = texto[desde..].IndexOf((byte)';');
            if (hasta < 0)
                break;
            total -= hasta;
            texto = texto[(desde + hasta + 1)..];
        }
        return total;
    }

    private LecturaException Error(string motivo) => new(archivo, motivo);
}
