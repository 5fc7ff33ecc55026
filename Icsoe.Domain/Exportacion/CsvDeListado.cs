using System.Buffers;
using System.Security.Cryptography;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Exportacion;

/// <summary>Lines as CSV (design, section 8). The SHA-256 of that of a listado is its canonical digest: the same rows have it on any machine.</summary>
public sealed class CsvDeListado(EscritorCsv csv, IReadOnlyList<CampoDeArchivo> campos)
{
    private const int PorLote = 1 << 16;

    /// <summary>SHA-256 of the CSV of the lines that <paramref name="leer"/> hands out, 64 lower-case hex digits.</summary>
    public static string Resumir(Action<AlLeerRenglon> leer)
    {
        using var resumen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bufer = new ArrayBufferWriter<byte>(PorLote * 2);
        var csv = new EscritorCsv(bufer);
        Encabezar(csv, CamposDeArchivo.Todos);
        var suyo = new CsvDeListado(csv, CamposDeArchivo.Todos);
        leer(
            (in renglon) =>
            {
                suyo.Escribir(renglon);
                if (bufer.WrittenCount < PorLote)
                    return;
                resumen.AppendData(bufer.WrittenSpan);
                bufer.ResetWrittenCount();
            }
        );
        resumen.AppendData(bufer.WrittenSpan);
        return Convert.ToHexStringLower(resumen.GetHashAndReset());
    }

    /// <summary>Writes the header.</summary>
    public static void Encabezar(EscritorCsv csv, IReadOnlyList<CampoDeArchivo> campos)
    {
        foreach (var campo in campos)
            csv.Palabra(campo.Nombre);
        csv.Fin();
    }

    /// <summary>Writes a line; those of a listado come in the order of files: folio de informativa, folio de contrato, ordinal.</summary>
    public void Escribir(in RenglonLeido renglon)
    {
        for (var i = 0; i < campos.Count; i++)
            campos[i].Csv(csv, renglon);
        csv.Fin();
    }
}
