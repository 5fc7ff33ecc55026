using System.IO.Compression;
using Icsoe.Benchmarks.Generador;

namespace Icsoe.Benchmarks.Fuzz;

/// <summary>Workbooks that were good once: spoilt as a file, or in one of their parts and packed again.</summary>
internal sealed class LibrosMutados(IReadOnlyList<byte[]> buenos)
{
    /// <summary>Damage to the zip itself seldom reaches the XML behind its checksums: most blows are inside.</summary>
    private const double PorFuera = 0.3;

    /// <summary>The same key gives the same workbook.</summary>
    public byte[] Mutar(Azar azar)
    {
        var bueno = azar.Una(buenos);
        return azar.Suerte(PorFuera) ? Mutacion.Golpear(bueno, ref azar) : PorDentro(bueno, ref azar);
    }

    private static byte[] PorDentro(byte[] bueno, ref Azar azar)
    {
        using var entrada = new ZipArchive(new MemoryStream(bueno), ZipArchiveMode.Read);
        using var salida = new MemoryStream();
        using (var zip = new ZipArchive(salida, ZipArchiveMode.Create, leaveOpen: true))
        {
            var cual = Elegir(entrada.Entries, ref azar);
            foreach (var parte in entrada.Entries)
            {
                var bytes = Leer(parte);
                var nombre = parte.FullName;
                if (parte == cual)
                {
                    switch (azar.Entero(20))
                    {
                        case 0:
                            continue;
                        case 1:
                            nombre = azar.Suerte(0.5) ? nombre.ToUpperInvariant() : "xl/otra.xml";
                            break;
                        default:
                            bytes = Mutacion.Golpear(bytes, ref azar);
                            break;
                    }
                }
                using var destino = zip.CreateEntry(nombre, azar.Suerte(0.1) ? CompressionLevel.NoCompression : CompressionLevel.Fastest)
                    .Open();
                destino.Write(bytes);
            }
        }
        return salida.ToArray();
    }

    /// <summary>Half the time the sheet with the data, which is what is read most.</summary>
    private static ZipArchiveEntry Elegir(IReadOnlyList<ZipArchiveEntry> partes, ref Azar azar) =>
        azar.Suerte(0.5) ? partes.First(parte => parte.Name == "sheet1.xml") : azar.Una(partes);

    private static byte[] Leer(ZipArchiveEntry parte)
    {
        using var flujo = parte.Open();
        using var bytes = new MemoryStream();
        flujo.CopyTo(bytes);
        return bytes.ToArray();
    }
}
