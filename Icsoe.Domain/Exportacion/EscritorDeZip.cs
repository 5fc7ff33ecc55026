using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Icsoe.Domain.Exportacion;

/// <summary>
/// A zip that is only written forward. Parts deflated beforehand have every header right from the start; one that is deflated into its place
/// is followed by its lengths. Without zip64: 4 GiB are refused.
/// </summary>
internal sealed class EscritorDeZip : IDisposable
{
    private const ushort Version = 20;
    private const ushort SinBanderas = 0;
    private const ushort LargosDespues = 1 << 3;
    private const ushort Deflate = 8;

    // 00:00 of 1980-01-01, the first instant a zip can hold; in no time zone.
    private const uint Instante = 0x0021_0000;

    private readonly FlujoContado destino;
    private readonly BinaryWriter salida;
    private readonly MemoryStream indice = new();
    private ushort partes;

    /// <param name="destino">Gets the bytes, and is done with them when it returns.</param>
    internal EscritorDeZip(Action<ReadOnlySpan<byte>> destino)
    {
        this.destino = new FlujoContado(destino);
        salida = new(this.destino, Encoding.ASCII, leaveOpen: true);
    }

    /// <summary>Adds a part, its trozos one after another.</summary>
    /// <param name="ruta">ASCII.</param>
    /// <exception cref="InvalidOperationException">It does not fit.</exception>
    internal void Agregar(string ruta, params ReadOnlySpan<Trozo> trozos)
    {
        var crc = 0u;
        long largo = 0,
            comprimidos = 0;
        foreach (var trozo in trozos)
        {
            crc = Unir(crc, trozo.Crc, trozo.Largo);
            largo += trozo.Largo;
            comprimidos += trozo.Comprimidos;
        }
        var campos = Campos(ruta, SinBanderas, crc, comprimidos, largo);
        var inicio = Encabezar(ruta, campos);
        foreach (var trozo in trozos)
            trozo.CopiarA(destino);
        Anotar(ruta, campos, inicio);
    }

    /// <summary>Begins a part that is deflated into its place; no other may be added before it is done.</summary>
    /// <inheritdoc cref="Agregar"/>
    internal Parte Abrir(string ruta) => new(this, ruta);

    /// <summary>Writes the index: the zip is whole.</summary>
    internal void Terminar()
    {
        var inicio = Cabe(destino.Length);
        salida.Write(indice.ToArray());
        salida.Write("PK\u0005\u0006"u8);
        salida.Write(0); // first disk, and only
        salida.Write(partes);
        salida.Write(partes);
        salida.Write((uint)indice.Length);
        salida.Write(inicio);
        salida.Write((ushort)0); // no comment
    }

    public void Dispose()
    {
        salida.Dispose();
        indice.Dispose();
        destino.Dispose();
    }

    private uint Encabezar(string ruta, byte[] campos)
    {
        var inicio = Cabe(destino.Length);
        salida.Write("PK\u0003\u0004"u8);
        salida.Write(campos);
        salida.Write(Encoding.ASCII.GetBytes(ruta));
        return inicio;
    }

    private void Anotar(string ruta, byte[] campos, uint inicio)
    {
        using var linea = new BinaryWriter(indice, Encoding.ASCII, leaveOpen: true);
        linea.Write("PK\u0001\u0002"u8);
        linea.Write(Version);
        linea.Write(campos);
        linea.Write(new byte[10]); // no comment, first disk, no attributes
        linea.Write(inicio);
        linea.Write(Encoding.ASCII.GetBytes(ruta));
        partes++;
    }

    /// <summary>What a part's header and its line in the index say alike.</summary>
    private static byte[] Campos(string ruta, ushort banderas, uint crc, long comprimidos, long largo)
    {
        using var memoria = new MemoryStream();
        using var campos = new BinaryWriter(memoria);
        campos.Write(Version);
        campos.Write(banderas);
        campos.Write(Deflate);
        campos.Write(Instante);
        campos.Write(crc);
        campos.Write(Cabe(comprimidos));
        campos.Write(Cabe(largo));
        campos.Write((ushort)ruta.Length);
        campos.Write((ushort)0); // no extra field
        return memoria.ToArray();
    }

    private static uint Cabe(long bytes) =>
        bytes < uint.MaxValue
            ? (uint)bytes
            : throw new InvalidOperationException("The workbook takes 4 GiB or more, and a zip holds less.");

    /// <summary>
    /// CRC-32 of two stretches from those of each. A CRC is a polynomial over one bit modulo the polynomial of CRC-32: to be
    /// followed by <paramref name="largo"/> bytes multiplies the first by x^(8·<paramref name="largo"/>).
    /// </summary>
    internal static uint Unir(uint primero, uint segundo, long largo)
    {
        for (var potencia = 1u << 23; largo > 0; largo >>= 1)
        {
            if ((largo & 1) != 0)
                primero = Multiplicar(primero, potencia);
            potencia = Multiplicar(potencia, potencia);
        }
        return primero ^ segundo;
    }

    // The highest bit is the constant term.
    private static uint Multiplicar(uint a, uint b)
    {
        var producto = 0u;
        for (; a != 0; a <<= 1)
        {
            if ((a & (1u << 31)) != 0)
                producto ^= b;
            b = (b & 1) == 0 ? b >> 1 : (b >> 1) ^ 0xEDB88320;
        }
        return producto;
    }

    /// <summary>A part while it is being deflated into its place.</summary>
    internal sealed class Parte : IDisposable
    {
        private readonly EscritorDeZip zip;
        private readonly string ruta;
        private readonly uint inicio;
        private readonly long primero;
        private readonly DeflateStream deflacion;
        private readonly Crc32 crc = new();
        private long largo;

        internal Parte(EscritorDeZip zip, string ruta)
        {
            (this.zip, this.ruta) = (zip, ruta);
            inicio = zip.Encabezar(ruta, Campos(ruta, LargosDespues, 0, 0, 0));
            primero = zip.destino.Length;
            deflacion = new DeflateStream(zip.destino, Trozo.Nivel, leaveOpen: true);
        }

        internal void Escribir(ReadOnlySpan<byte> bytes)
        {
            deflacion.Write(bytes);
            crc.Append(bytes);
            largo += bytes.Length;
        }

        /// <summary>The part is whole.</summary>
        internal void Terminar()
        {
            deflacion.Dispose();
            var suyo = crc.GetCurrentHashAsUInt32();
            var comprimidos = zip.destino.Length - primero;
            zip.salida.Write("PK\u0007\u0008"u8);
            zip.salida.Write(suyo);
            zip.salida.Write(Cabe(comprimidos));
            zip.salida.Write(Cabe(largo));
            zip.Anotar(ruta, Campos(ruta, LargosDespues, suyo, comprimidos, largo), inicio);
        }

        /// <summary>Of one that nobody ended, what it still holds goes nowhere.</summary>
        public void Dispose()
        {
            zip.destino.Cerrar();
            deflacion.Dispose();
        }
    }

    /// <summary>A stream that is only written, and knows how much was.</summary>
    private sealed class FlujoContado(Action<ReadOnlySpan<byte>> destino) : Stream
    {
        private long escritos;
        private bool cerrado;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => escritos;

        public override long Position
        {
            get => escritos;
            set => throw new NotSupportedException();
        }

        /// <summary>From now on, nothing more is handed over.</summary>
        public void Cerrar() => cerrado = true;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (cerrado)
                return;
            destino(buffer);
            escritos += buffer.Length;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
