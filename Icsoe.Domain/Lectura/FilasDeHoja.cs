using System.Buffers.Text;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// The rows of one sheet, streamed straight from its XML: only the columns that are wanted are ever made into values, so that neither a
/// cell at XFD nor a million rows cost memory. Values are text, double or bool; an error such as <c>#N/A</c> is an empty cell.
/// </summary>
internal sealed class FilasDeHoja(LibroAbierto libro, HojaDeLibro hoja) : IDisposable
{
    private const int SinNumero = 0;

    private readonly TextoDeXml texto = new();

    /// <summary>The last object of each number: days, counts and years come again and again.</summary>
    private readonly object?[] numeros = new object?[1021];
    private EscanerXml? xml;

    /// <summary>What to do with each column of the sheet: the place of its value, or -1.</summary>
    private int[] destinos = [];
    private object?[] valores = [];

    /// <summary>1-based row in the sheet.</summary>
    public int Numero { get; private set; }

    /// <summary>Cells of the current row, in the order of the positions that were asked for; the same array each time.</summary>
    public object?[] Celdas { get; private set; } = [];

    /// <summary>How many of them hold something.</summary>
    public int Llenas { get; private set; }

    /// <summary>The first rows of the sheet as texts, blank ones too, to look for a header.</summary>
    public IReadOnlyList<string?[]> Asomarse(int cuantas)
    {
        var ancho = Math.Min(hoja.Medidas.Columnas, LimitesDeLectura.ColumnasDeBusqueda);
        var textos = new List<string?[]>(cuantas);
        Abrir([.. Enumerable.Range(0, ancho)], new object?[ancho]);
        while (Mover() && Numero <= cuantas)
        {
            while (textos.Count < Numero - 1)
                textos.Add([]);
            textos.Add([.. valores.Select(valor => valor as string)]);
        }
        return textos;
    }

    /// <summary>Goes on with the rows under the header.</summary>
    /// <param name="ultimaFila">1-based last row of the header.</param>
    /// <param name="posiciones">0-based column of each field; -1 when it is not there.</param>
    public void Empezar(int ultimaFila, IReadOnlyList<int> posiciones)
    {
        var porColumna = new int[posiciones.Max() + 1];
        Array.Fill(porColumna, -1);
        for (var campo = 0; campo < posiciones.Count; campo++)
        {
            if (posiciones[campo] >= 0)
                porColumna[posiciones[campo]] = campo;
        }
        Celdas = new object?[posiciones.Count];
        Abrir(porColumna, Celdas);
        while (Numero < ultimaFila && Mover()) { }
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    /// <exception cref="LecturaException">The sheet is damaged from here on.</exception>
    public bool Avanzar() => Mover();

    public void Dispose() => xml?.Dispose();

    private void Abrir(int[] porColumna, object?[] donde)
    {
        xml?.Dispose();
        xml = libro.Abrir(hoja.Parte);
        (destinos, valores, Numero) = (porColumna, donde, SinNumero);
    }

    private bool Mover()
    {
        while (xml!.Avanzar())
        {
            if (xml.Pieza != PiezaXml.Apertura || !xml.Nombre.SequenceEqual("row"u8))
                continue;
            Numero = xml.TryAtributo("r"u8, out var r) && Entero(r, out var numero) ? numero : Numero + 1;
            Array.Clear(valores);
            Llenas = 0;
            if (!xml.Vacia)
                LeerCeldas();
            return true;
        }
        return false;
    }

    private void LeerCeldas()
    {
        var columna = -1;
        while (xml!.Avanzar())
        {
            if (xml.Pieza == PiezaXml.Cierre && xml.Nombre.SequenceEqual("row"u8))
                return;
            if (xml.Pieza != PiezaXml.Apertura || !xml.Nombre.SequenceEqual("c"u8))
                continue;
            columna = xml.TryAtributo("r"u8, out var referencia) ? Columna(referencia) : columna + 1;
            if (xml.Vacia)
                continue;
            var destino = (uint)columna < (uint)destinos.Length ? destinos[columna] : -1;
            var clase = xml.TryAtributo("t"u8, out var t) ? Clase(t) : ClaseDeCelda.Numero;
            var valor = LeerValor(destino >= 0, clase);
            if (destino < 0 || valor is null or "")
                continue;
            valores[destino] = valor;
            Llenas++;
        }
    }

    /// <summary>What is inside a cell, up to its end: the cached value of a formula, not the formula.</summary>
    private object? LeerValor(bool interesa, ClaseDeCelda clase)
    {
        bool dentro = false,
            foneticos = false,
            hay = false;
        while (xml!.Avanzar())
        {
            switch (xml.Pieza)
            {
                case PiezaXml.Texto or PiezaXml.Cdata:
                    if (dentro)
                        texto.Agregar(xml);
                    continue;
                case PiezaXml.Cierre when xml.Nombre.SequenceEqual("c"u8):
                    return interesa && hay ? Valor(texto.Terminar(), clase) : null;
                case PiezaXml.Cierre:
                    dentro = false;
                    foneticos &= !xml.Nombre.SequenceEqual("rPh"u8);
                    continue;
                case PiezaXml.Apertura when xml.Vacia:
                    continue;
                case PiezaXml.Apertura when xml.Nombre.SequenceEqual("rPh"u8):
                    foneticos = true;
                    continue;
                default:
                    dentro = interesa && !foneticos && (xml.Nombre.SequenceEqual("v"u8) || xml.Nombre.SequenceEqual("t"u8));
                    hay |= dentro;
                    continue;
            }
        }
        return null;
    }

    private object? Valor(string escrito, ClaseDeCelda clase) =>
        clase switch
        {
            ClaseDeCelda.Texto => escrito,
            ClaseDeCelda.Compartido => int.TryParse(escrito, out var numero) && libro.Textos.Texto(numero) is { } compartido
                ? compartido
                : throw Danada(),
            ClaseDeCelda.Logico => escrito is "1" or "true",
            ClaseDeCelda.Error => null,
            _ => double.TryParse(
                escrito,
                System.Globalization.NumberStyles.Float,
                System.Globalization.CultureInfo.InvariantCulture,
                out var numero
            )
                ? EnObjeto(numero)
                : escrito,
        };

    private object EnObjeto(double numero)
    {
        ref var conocido = ref numeros[BitConverter.DoubleToUInt64Bits(numero) % (ulong)numeros.Length];
        return conocido is double otro && otro.Equals(numero) ? conocido : conocido = numero;
    }

    private LecturaException Danada() =>
        new(
            libro.Archivo,
            $"la hoja «{Problemas.Cita(hoja.Nombre)}» nombra un texto compartido que no existe; ábrela en Excel y guárdala de nuevo.",
            Numero
        );

    private static ClaseDeCelda Clase(ReadOnlySpan<byte> t) =>
        t.SequenceEqual("s"u8) ? ClaseDeCelda.Compartido
        : t.SequenceEqual("n"u8) ? ClaseDeCelda.Numero
        : t.SequenceEqual("b"u8) ? ClaseDeCelda.Logico
        : t.SequenceEqual("e"u8) ? ClaseDeCelda.Error
        : ClaseDeCelda.Texto;

    private static bool Entero(ReadOnlySpan<byte> digitos, out int numero) =>
        Utf8Parser.TryParse(digitos, out numero, out var leidos) && leidos == digitos.Length;

    /// <summary>0-based column of a reference such as <c>AB12</c>; the guard has bounded it.</summary>
    private static int Columna(ReadOnlySpan<byte> referencia)
    {
        var columna = 0;
        foreach (var letra in referencia)
        {
            var mayuscula = letra & ~0x20;
            if (mayuscula is < 'A' or > 'Z')
                break;
            columna = (columna * 26) + mayuscula - 'A' + 1;
        }
        return columna - 1;
    }

    private enum ClaseDeCelda
    {
        Numero,
        Texto,
        Compartido,
        Logico,
        Error,
    }
}
