using System.IO.Compression;
using System.IO.Hashing;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// The inflated bytes of one part, counted as they come: never more than its headers say, exactly that many at the end,
/// and with their CRC-32.
/// </summary>
internal sealed class ParteDeZip : IDisposable
{
    /// <summary>Inflated bytes from which a part is inflated on another core, a bounded way ahead of whoever scans it.</summary>
    private const long BytesParaAdelantar = 8 << 20;

    private readonly EntradaZip entrada;
    private readonly string archivo;
    private readonly Stream flujo;
    private long leidos;
    private readonly Crc32 crc = new();

    public ParteDeZip(BytesDeLibro libro, EntradaZip entrada)
    {
        (this.entrada, archivo) = (entrada, libro.Archivo);
        Stream tramo = new Tramo(libro, entrada.Datos, entrada.Comprimidos);
        if (entrada.Comprimida)
            tramo = new DeflateStream(tramo, CompressionMode.Decompress);
        flujo = entrada.Inflados >= BytesParaAdelantar ? new FlujoAdelantado(tramo) : tramo;
    }

    /// <summary>Next bytes; 0 at the end, once the count and the CRC were right.</summary>
    /// <exception cref="LecturaException">The data are damaged, or are not as many as the headers say.</exception>
    public int Leer(Span<byte> destino)
    {
        int nuevos;
        try
        {
            nuevos = flujo.Read(destino);
        }
        catch (InvalidDataException error)
        {
            throw new LecturaException(archivo, $"la parte «{Problemas.Cita(entrada.Nombre)}» está dañada.", causa: error);
        }
        leidos += nuevos;
        if (leidos > entrada.Inflados || (nuevos == 0 && leidos != entrada.Inflados))
            throw new LecturaException(archivo, $"la parte «{Problemas.Cita(entrada.Nombre)}» no mide lo que dicen las cabeceras del zip.");
        crc.Append(destino[..nuevos]);
        if (nuevos == 0 && crc.GetCurrentHashAsUInt32() != entrada.Crc)
            throw new LecturaException(archivo, $"la parte «{Problemas.Cita(entrada.Nombre)}» está dañada: su CRC no corresponde.");
        return nuevos;
    }

    public void Dispose() => flujo.Dispose();

    /// <summary>A stretch of the workbook, without moving anybody else's position.</summary>
    private sealed class Tramo(BytesDeLibro libro, long desde, long largo) : FlujoDeLectura
    {
        private long posicion;

        public override int Read(Span<byte> buffer)
        {
            var cuantos = (int)Math.Min(buffer.Length, largo - posicion);
            var leidos = cuantos == 0 ? 0 : libro.Leer(buffer[..cuantos], desde + posicion);
            posicion += leidos;
            return leidos;
        }
    }
}
