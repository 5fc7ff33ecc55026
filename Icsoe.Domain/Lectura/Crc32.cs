using System.Buffers.Binary;

namespace Icsoe.Domain.Lectura;

/// <summary>CRC-32 of zip (polynomial EDB88320), eight bytes at a time: the runtime brings none without a package.</summary>
internal static class Crc32
{
    private static readonly uint[][] Tablas = Crear();

    /// <summary>Adds bytes to a running value that starts, and is complemented, at the caller's.</summary>
    public static uint Agregar(uint crc, ReadOnlySpan<byte> bytes)
    {
        uint[] t0 = Tablas[0],
            t1 = Tablas[1],
            t2 = Tablas[2],
            t3 = Tablas[3],
            t4 = Tablas[4],
            t5 = Tablas[5],
            t6 = Tablas[6],
            t7 = Tablas[7];
        while (bytes.Length >= 8)
        {
            var a = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var b = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc =
                t7[(byte)a]
                ^ t6[(byte)(a >> 8)]
                ^ t5[(byte)(a >> 16)]
                ^ t4[a >> 24]
                ^ t3[(byte)b]
                ^ t2[(byte)(b >> 8)]
                ^ t1[(byte)(b >> 16)]
                ^ t0[b >> 24];
            bytes = bytes[8..];
        }
        foreach (var b in bytes)
            crc = (crc >> 8) ^ t0[(byte)(crc ^ b)];
        return crc;
    }

    private static uint[][] Crear()
    {
        var tablas = new uint[8][];
        for (var k = 0; k < 8; k++)
        {
            tablas[k] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                if (k > 0)
                {
                    var anterior = tablas[k - 1][i];
                    tablas[k][i] = (anterior >> 8) ^ tablas[0][(byte)anterior];
                    continue;
                }
                var valor = i;
                for (var bit = 0; bit < 8; bit++)
                    valor = (valor & 1) == 0 ? valor >> 1 : (valor >> 1) ^ 0xEDB88320;
                tablas[0][i] = valor;
            }
        }
        return tablas;
    }
}
