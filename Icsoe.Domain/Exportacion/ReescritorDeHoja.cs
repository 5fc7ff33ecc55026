using System.Text;

namespace Icsoe.Domain.Exportacion;

/// <summary>
/// Copies one sheet as MiniExcel wrote it into the sheet we seal, in one pass over its bytes and with a fixed buffer.
/// It knows exactly what MiniExcel 1.46 writes and refuses anything else, so a change in the library is a failed test and
/// never a damaged file. What changes: namespace by default instead of the prefix <c>x:</c>, <c>dimension</c> added, text
/// cells as <c>inlineStr</c>, marks (<see cref="TextoDeCelda"/>) restored, empty cells and empty drawings left out.
/// </summary>
internal sealed class ReescritorDeHoja
{
    private const int Bloque = 1 << 16;

    // More than any tag or fixed piece takes: written pieces never need to be split.
    private const int Holgura = 512;

    private readonly Stream _origen;
    private readonly Stream _destino;
    private readonly byte[] _salida = new byte[Bloque];
    private byte[] _entrada = new byte[Bloque];
    private int _inicio;
    private int _fin;
    private int _escritos;

    private ReescritorDeHoja(Stream origen, Stream destino) => (_origen, _destino) = (origen, destino);

    private static ReadOnlySpan<byte> MarcaUtf8 => [0xEE, 0x80, 0x80];

    /// <summary>Rewrites a sheet.</summary>
    /// <param name="rango">All its cells, <c>A1:O12</c>.</param>
    /// <param name="conFiltro">Whether its header carries an automatic filter.</param>
    /// <exception cref="InvalidDataException">The sheet is not as MiniExcel 1.46 writes it.</exception>
    internal static void Copiar(Stream origen, Stream destino, string rango, bool conFiltro, CancellationToken ct)
    {
        var reescritor = new ReescritorDeHoja(origen, destino);
        reescritor.Cabecera(rango);
        reescritor.Filas(ct);
        reescritor.Escribir(
            Encoding.UTF8.GetBytes(conFiltro ? $"</sheetData><autoFilter ref=\"{rango}\"/></worksheet>" : "</sheetData></worksheet>")
        );
        reescritor.Vaciar();
    }

    private void Cabecera(string rango)
    {
        var cabecera = new StringBuilder(1024)
            .Append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
            .Append("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
            .Append("<dimension ref=\"")
            .Append(rango)
            .Append("\"/>");
        var dentro = false;
        while (true)
        {
            Hasta((byte)'<');
            var etiqueta = Encoding.UTF8.GetString(Hasta((byte)'>'));
            if (etiqueta == "x:sheetData")
                break;
            // MiniExcel writes a dimension only when it knows the number of rows beforehand; ours is always there.
            if (dentro && !etiqueta.StartsWith("x:dimension", StringComparison.Ordinal))
                cabecera.Append('<').Append(etiqueta.Replace("x:", "", StringComparison.Ordinal)).Append('>');
            dentro |= etiqueta.StartsWith("x:worksheet", StringComparison.Ordinal);
        }
        var bytes = Encoding.UTF8.GetBytes(cabecera.Append("<sheetData>").ToString());
        Vaciar();
        _destino.Write(bytes);
    }

    private void Filas(CancellationToken ct)
    {
        while (true)
        {
            var etiqueta = Etiqueta();
            if (etiqueta.StartsWith("x:c "u8))
                Celda(etiqueta);
            else if (etiqueta.SequenceEqual("/x:row"u8))
                Escribir("</row>"u8);
            else if (etiqueta.StartsWith("x:row "u8))
            {
                ct.ThrowIfCancellationRequested();
                Escribir("<row r=\""u8);
                Escribir(Atributo(etiqueta, " r=\""u8));
                Escribir("\">"u8);
            }
            else if (etiqueta.SequenceEqual("/x:sheetData"u8))
                return;
            else
                throw Inesperado(etiqueta);
        }
    }

    private void Celda(ReadOnlySpan<byte> etiqueta)
    {
        Reservar(Holgura);
        var antes = _escritos;
        var tipo = Atributo(etiqueta, " t=\""u8);
        var esTexto = tipo.SequenceEqual("str"u8);
        if (!esTexto && !tipo.IsEmpty && !tipo.SequenceEqual("n"u8))
            throw Inesperado(etiqueta);
        Escribir("<c r=\""u8);
        Escribir(Atributo(etiqueta, " r=\""u8));
        Escribir(esTexto ? "\" t=\"inlineStr\" s=\""u8 : "\" s=\""u8);
        Escribir(Atributo(etiqueta, " s=\""u8));
        Escribir(esTexto ? "\"><is><t xml:space=\"preserve\">"u8 : "\"><v>"u8);

        var siguiente = Etiqueta();
        var vacia = !siguiente.SequenceEqual("x:v"u8);
        if (vacia)
        {
            Exigir(siguiente, "/x:c"u8);
        }
        else
        {
            var valor = Hasta((byte)'<');
            vacia = valor.IsEmpty;
            if (esTexto)
                Texto(valor);
            else
                Escribir(valor);
            Exigir(Hasta((byte)'>'), "/x:v"u8);
            Exigir(Etiqueta(), "/x:c"u8);
        }
        // An empty cell is the one that is not there: its opening is still in the buffer.
        if (vacia)
            _escritos = antes;
        else
            Escribir(esTexto ? "</t></is></c>"u8 : "</v></c>"u8);
    }

    private void Texto(ReadOnlySpan<byte> texto)
    {
        while (true)
        {
            var marca = texto.IndexOf(MarcaUtf8);
            if (marca < 0)
                break;
            Escribir(texto[..marca]);
            texto = texto[(marca + MarcaUtf8.Length)..];
            if (texto.Length < TextoDeCelda.Digitos)
                throw Inesperado(texto);
            Reservar(Holgura);
            _escritos += TextoDeCelda.Restituir(texto[..TextoDeCelda.Digitos], _salida.AsSpan(_escritos));
            texto = texto[TextoDeCelda.Digitos..];
        }
        Escribir(texto);
    }

    /// <summary>The next tag without its brackets; valid until the next read.</summary>
    private ReadOnlySpan<byte> Etiqueta()
    {
        var suelto = Hasta((byte)'<');
        return suelto.IsEmpty ? Hasta((byte)'>') : throw Inesperado(suelto);
    }

    /// <summary>What comes before the next <paramref name="delimitador"/>, which is consumed; valid until the next read.</summary>
    private ReadOnlySpan<byte> Hasta(byte delimitador)
    {
        var visto = 0;
        while (true)
        {
            var lugar = _entrada.AsSpan(_inicio + visto, _fin - _inicio - visto).IndexOf(delimitador);
            if (lugar >= 0)
            {
                var encontrado = _entrada.AsSpan(_inicio, visto + lugar);
                _inicio += visto + lugar + 1;
                return encontrado;
            }
            visto = _fin - _inicio;
            Rellenar();
        }
    }

    private void Rellenar()
    {
        if (_inicio > 0)
        {
            _entrada.AsSpan(_inicio, _fin - _inicio).CopyTo(_entrada);
            (_inicio, _fin) = (0, _fin - _inicio);
        }
        else if (_fin == _entrada.Length)
        {
            // Only a text longer than the buffer: bounded by the longest cell, never by the number of rows.
            Array.Resize(ref _entrada, _entrada.Length * 2);
        }
        var leidos = _origen.Read(_entrada, _fin, _entrada.Length - _fin);
        if (leidos == 0)
            throw new InvalidDataException("MiniExcel's sheet ends too soon.");
        _fin += leidos;
    }

    private void Escribir(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > _salida.Length - _escritos)
        {
            var caben = _salida.Length - _escritos;
            bytes[..caben].CopyTo(_salida.AsSpan(_escritos));
            _escritos += caben;
            bytes = bytes[caben..];
            Vaciar();
        }
        bytes.CopyTo(_salida.AsSpan(_escritos));
        _escritos += bytes.Length;
    }

    private void Reservar(int bytes)
    {
        if (_salida.Length - _escritos < bytes)
            Vaciar();
    }

    private void Vaciar()
    {
        _destino.Write(_salida, 0, _escritos);
        _escritos = 0;
    }

    private static ReadOnlySpan<byte> Atributo(ReadOnlySpan<byte> etiqueta, ReadOnlySpan<byte> inicio)
    {
        var lugar = etiqueta.IndexOf(inicio);
        if (lugar < 0)
            return default;
        var valor = etiqueta[(lugar + inicio.Length)..];
        var fin = valor.IndexOf((byte)'"');
        return fin < 0 ? throw Inesperado(etiqueta) : valor[..fin];
    }

    private static void Exigir(ReadOnlySpan<byte> leido, ReadOnlySpan<byte> esperado)
    {
        if (!leido.SequenceEqual(esperado))
            throw Inesperado(leido);
    }

    private static InvalidDataException Inesperado(ReadOnlySpan<byte> leido) =>
        new($"MiniExcel's sheet holds something unknown: {Encoding.UTF8.GetString(leido[..Math.Min(leido.Length, 100)])}");
}
