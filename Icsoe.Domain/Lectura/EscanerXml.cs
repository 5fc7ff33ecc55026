using System.Buffers;

namespace Icsoe.Domain.Lectura;

/// <summary>What the scanner stands at.</summary>
internal enum PiezaXml
{
    Apertura,
    Cierre,
    Texto,
    Cdata,
}

/// <summary>
/// Cuts XML into tags and texts over one bounded buffer, fast and without building anything. It does not check that XML is
/// well formed (whoever reads the cells does); it refuses what no spreadsheet needs: DTDs, entities, odd encodings,
/// endless tags and texts.
/// </summary>
internal sealed class EscanerXml(ParteDeZip parte, LimitesDeLectura limites, string archivo, string nombreDeParte) : IDisposable
{
    private static readonly string[] Codificaciones = ["utf-8", "us-ascii", "ascii", "iso-8859-1"];

    private byte[] bufer = ArrayPool<byte>.Shared.Rent(64 << 10);
    private int posicion;
    private int fin;
    private int desde;
    private int largo;
    private bool alFinal;
    private bool empezado;

    public PiezaXml Pieza { get; private set; }

    /// <summary>A tag without <c>&lt;</c> and <c>&gt;</c>, or a text with its entities as written; valid until the next call.</summary>
    public ReadOnlySpan<byte> Actual => bufer.AsSpan(desde, largo);

    /// <summary>Whether the current tag opens and closes at once.</summary>
    public bool Vacia => largo > 0 && bufer[desde + largo - 1] == '/';

    /// <summary>Whether the part is in ISO-8859-1; UTF-8 otherwise.</summary>
    public bool EsLatin1 { get; private set; }

    /// <summary>Local name of the current tag, without prefix.</summary>
    public ReadOnlySpan<byte> Nombre
    {
        get
        {
            var tag = Actual;
            int desdeNombre = 0,
                i = 0;
            for (; i < tag.Length && !EsBlanco(tag[i]) && tag[i] != '/'; i++)
            {
                if (tag[i] == ':')
                    desdeNombre = i + 1;
            }
            return tag[desdeNombre..i];
        }
    }

    /// <summary>Moves to the next tag or text; false at the end.</summary>
    public bool Avanzar()
    {
        if (!empezado)
            Empezar();
        while (posicion < fin || Llenar())
        {
            if (bufer[posicion] != '<')
            {
                // Looking for the end may move the buffer: only afterwards is the place known.
                var hasta = Hasta("<"u8, posicion, porFin: true);
                Tomar(posicion, hasta, 0);
                Pieza = PiezaXml.Texto;
                return true;
            }
            while (fin - posicion < 9 && Llenar()) { }
            var siguiente = posicion + 1 < fin ? bufer[posicion + 1] : (byte)0;
            if (siguiente == '!')
            {
                if (Declaracion())
                    return true;
            }
            else if (siguiente == '?')
                Instruccion();
            else
            {
                var esCierre = siguiente == '/';
                var cierra = esCierre ? Hasta(">"u8, posicion, porFin: false) : FinDeApertura();
                Tomar(posicion + (esCierre ? 2 : 1), cierra, 1);
                Pieza = esCierre ? PiezaXml.Cierre : PiezaXml.Apertura;
                return true;
            }
        }
        return false;
    }

    /// <summary>The value of an attribute of the current tag, as written; false when it is not there.</summary>
    public bool TryAtributo(ReadOnlySpan<byte> buscado, out ReadOnlySpan<byte> valor)
    {
        var tag = Actual;
        for (var i = 0; i < tag.Length; )
        {
            var inicio = i;
            while (i < tag.Length && tag[i] != '=' && !EsBlanco(tag[i]))
                i++;
            var nombre = tag[inicio..i];
            i = SaltarBlancos(tag, i);
            // The name of the tag itself, or something that is no attribute.
            if (i == tag.Length || tag[i] != '=')
                continue;
            i = SaltarBlancos(tag, i + 1);
            if (i == tag.Length || tag[i] is not ((byte)'"' or (byte)'\''))
                break;
            var largoDelValor = tag[(i + 1)..].IndexOf(tag[i]);
            if (largoDelValor < 0)
                break;
            if (nombre.SequenceEqual(buscado))
            {
                valor = tag.Slice(i + 1, largoDelValor);
                return true;
            }
            i = SaltarBlancos(tag, i + largoDelValor + 2);
        }
        valor = default;
        return false;
    }

    private static bool EsBlanco(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static int SaltarBlancos(ReadOnlySpan<byte> tag, int i)
    {
        while (i < tag.Length && EsBlanco(tag[i]))
            i++;
        return i;
    }

    public void Dispose()
    {
        parte.Dispose();
        ArrayPool<byte>.Shared.Return(bufer);
        bufer = [];
    }

    private void Empezar()
    {
        empezado = true;
        while (fin < 4 && Llenar()) { }
        ReadOnlySpan<byte> cabeza = bufer.AsSpan(0, Math.Min(fin, 4));
        if (cabeza.StartsWith("\uFEFF"u8))
            posicion = 3;
        else if (cabeza.IndexOfAny((byte)0, (byte)0xFE, (byte)0xFF) >= 0)
            throw Error("no está en UTF-8");
    }

    /// <summary>A comment is skipped; CDATA is a text; anything else is a DTD.</summary>
    private bool Declaracion()
    {
        ReadOnlySpan<byte> resto = bufer.AsSpan(posicion, fin - posicion);
        if (resto.StartsWith("<!--"u8))
        {
            posicion = Hasta("-->"u8, posicion + 4, porFin: false) + 3;
            return false;
        }
        if (!resto.StartsWith("<![CDATA["u8))
            throw Error("declara una DTD o entidades, que no se admiten");
        var hasta = Hasta("]]>"u8, posicion + 9, porFin: false);
        Tomar(posicion + 9, hasta, 3);
        Pieza = PiezaXml.Cdata;
        return true;
    }

    private void Instruccion()
    {
        var hasta = Hasta("?>"u8, posicion, porFin: false);
        (desde, largo) = (posicion, hasta - posicion);
        if (Actual.StartsWith("<?xml"u8) && TryAtributo("encoding"u8, out var codificacion))
        {
            var escrita = System.Text.Encoding.ASCII.GetString(codificacion);
            if (!Codificaciones.Contains(escrita, StringComparer.OrdinalIgnoreCase))
                throw Error("no está en UTF-8");
            EsLatin1 = escrita.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase);
        }
        posicion = hasta + 2;
    }

    private void Tomar(int inicio, int hasta, int cierre)
    {
        (desde, largo) = (inicio, hasta - inicio);
        posicion = Math.Min(hasta + cierre, fin);
    }

    /// <summary>Where the marker stands, reading on as needed; <see cref="posicion"/> may move to the front meanwhile.</summary>
    /// <param name="porFin">Whether the end of the part also ends it.</param>
    private int Hasta(ReadOnlySpan<byte> marca, int buscado, bool porFin)
    {
        while (true)
        {
            var salto = bufer.AsSpan(buscado, fin - buscado).IndexOf(marca);
            if (salto >= 0)
                return buscado + salto;
            var avance = Math.Max(buscado, fin - marca.Length + 1) - posicion;
            if (!Llenar())
                return porFin ? fin : throw Error("está truncada");
            buscado = posicion + avance;
        }
    }

    /// <summary>The <c>&gt;</c> that ends a start tag: one inside an attribute does not.</summary>
    private int FinDeApertura()
    {
        // Without apostrophes, an even number of quotes before it tells that it stands outside them: nearly every tag.
        ReadOnlySpan<byte> resto = bufer.AsSpan(posicion, fin - posicion);
        var primero = resto.IndexOf((byte)'>');
        if (primero >= 0 && !resto[..primero].Contains((byte)'\'') && (resto[..primero].Count((byte)'"') & 1) == 0)
            return posicion + primero;
        var avance = 1;
        while (true)
        {
            var i = posicion + avance;
            var salto = bufer.AsSpan(i, fin - i).IndexOfAny((byte)'>', (byte)'"', (byte)'\'');
            if (salto < 0)
            {
                avance = fin - posicion;
                if (!Llenar())
                    throw Error("está truncada");
                continue;
            }
            var marca = bufer[i + salto];
            if (marca == '>')
                return i + salto;
            var cierra = Hasta(marca == '"' ? "\""u8 : "'"u8, i + salto + 1, porFin: false);
            avance = cierra + 1 - posicion;
        }
    }

    /// <summary>Reads more, keeping what is pending from <see cref="posicion"/> on; false at the end.</summary>
    private bool Llenar()
    {
        if (alFinal)
            return false;
        if (posicion > 0)
        {
            Buffer.BlockCopy(bufer, posicion, bufer, 0, fin - posicion);
            (fin, posicion) = (fin - posicion, 0);
        }
        if (fin > limites.BytesPorElemento)
            throw Error($"tiene una etiqueta o un texto de más de {limites.BytesPorElemento:N0} bytes");
        if (fin == bufer.Length)
        {
            var mayor = ArrayPool<byte>.Shared.Rent(bufer.Length * 2);
            Buffer.BlockCopy(bufer, 0, mayor, 0, fin);
            ArrayPool<byte>.Shared.Return(bufer);
            bufer = mayor;
        }
        var nuevos = parte.Leer(bufer.AsSpan(fin));
        alFinal = nuevos == 0;
        fin += nuevos;
        return !alFinal;
    }

    private LecturaException Error(string motivo) => new(archivo, $"la parte «{Problemas.Cita(nombreDeParte)}» {motivo}.");
}
