using System.Text;

namespace Icsoe.Domain.Exportacion;

/// <summary>
/// A zip of parts deflated beforehand: every header is right from the start, and the destination gets the same bytes whether
/// or not it can seek. Without zip64: 4 GiB are refused.
/// </summary>
/// <param name="destino">Left open.</param>
internal sealed class EscritorDeZip(Stream destino) : IDisposable
{
    private const ushort Version = 20;
    private const ushort Deflate = 8;

    // 00:00 of 1980-01-01, the first instant a zip can hold; in no time zone.
    private const uint Instante = 0x0021_0000;

    private readonly BinaryWriter salida = new(destino, Encoding.ASCII, leaveOpen: true);
    private readonly MemoryStream indice = new();
    private ushort partes;
    private long escritos;

    /// <summary>Adds a part, its trozos one after another.</summary>
    /// <param name="ruta">ASCII.</param>
    /// <exception cref="InvalidOperationException">It does not fit.</exception>
    internal void Agregar(string ruta, params ReadOnlySpan<Trozo> trozos)
    {
        var nombre = Encoding.ASCII.GetBytes(ruta);
        var inicio = Cabe(escritos);
        var campos = Campos(nombre, trozos);

        salida.Write("PK\u0003\u0004"u8);
        salida.Write(campos);
        salida.Write(nombre);
        escritos += 4 + campos.Length + nombre.Length;
        foreach (var trozo in trozos)
        {
            trozo.CopiarA(destino);
            escritos += trozo.Comprimidos;
        }

        using var linea = new BinaryWriter(indice, Encoding.ASCII, leaveOpen: true);
        linea.Write("PK\u0001\u0002"u8);
        linea.Write(Version);
        linea.Write(campos);
        linea.Write(new byte[10]); // no comment, first disk, no attributes
        linea.Write(inicio);
        linea.Write(nombre);
        partes++;
    }

    /// <summary>Writes the index: the zip is whole.</summary>
    internal void Terminar()
    {
        salida.Write(indice.ToArray());
        salida.Write("PK\u0005\u0006"u8);
        salida.Write(0); // first disk, and only
        salida.Write(partes);
        salida.Write(partes);
        salida.Write((uint)indice.Length);
        salida.Write(Cabe(escritos));
        salida.Write((ushort)0); // no comment
    }

    public void Dispose()
    {
        salida.Dispose();
        indice.Dispose();
    }

    /// <summary>What a part's header and its line in the index say alike.</summary>
    private static byte[] Campos(byte[] nombre, ReadOnlySpan<Trozo> trozos)
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
        using var memoria = new MemoryStream();
        using var campos = new BinaryWriter(memoria);
        campos.Write(Version);
        campos.Write((ushort)0); // no flags
        campos.Write(Deflate);
        campos.Write(Instante);
        campos.Write(crc);
        campos.Write(Cabe(comprimidos));
        campos.Write(Cabe(largo));
        campos.Write((ushort)nombre.Length);
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
}
