using System.Buffers;
using System.Security.Cryptography;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Exportacion;

/// <summary>Lines as CSV (design, section 8). The SHA-256 of that of a listado is its canonical digest: the same rows have it on any machine.</summary>
public sealed class CsvDeListado
{
    private const int PorLote = 1 << 16;

    private readonly EscritorCsv csv;
    private readonly IReadOnlyList<CampoDeArchivo> campos;

    /// <summary>SHA-256 of the CSV of the lines that <paramref name="leer"/> hands out, 64 lower-case hex digits.</summary>
    public static string Resumir(Action<AlLeerRenglon> leer)
    {
        using var resumen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bufer = new ArrayBufferWriter<byte>(PorLote * 2);
        var suyo = new CsvDeListado(bufer, CamposDeArchivo.Todos);
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

    /// <summary>Starts one, with its header.</summary>
    public CsvDeListado(IBufferWriter<byte> salida, IReadOnlyList<CampoDeArchivo> campos)
    {
        this.campos = campos;
        csv = new EscritorCsv(salida);
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
