using System.Buffers;
using System.Security.Cryptography;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Exportacion;

/// <summary>The CSV of a listado (design, section 8). Its SHA-256 is the canonical digest: the same rows have it on any machine.</summary>
public sealed class CsvDeListado
{
    /// <summary>Columns, in order.</summary>
    public static IReadOnlyList<string> Columnas { get; } =
    [
        "contratista",
        "tipo_persona_contratista",
        "contratante",
        "tipo_persona_contratante",
        "folio_contrato",
        "servicio",
        "fecha_inicio",
        "fecha_fin",
        "personas_trabajadoras",
        "cuatrimestre",
        "ejercicio",
        "tipo_informativa",
        "folio_informativa",
        "fecha_presentacion",
        "inconsistencias",
        "lista",
        "contratista_clave",
        "contratante_clave",
    ];

    private const int PorLote = 1 << 16;

    private readonly EscritorCsv csv;

    /// <summary>SHA-256 of the CSV of the lines that <paramref name="leer"/> hands out, 64 lower-case hex digits.</summary>
    public static string Resumir(Action<AlLeerRenglon> leer)
    {
        using var resumen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bufer = new ArrayBufferWriter<byte>(PorLote * 2);
        var suyo = new CsvDeListado(bufer);
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
    public CsvDeListado(IBufferWriter<byte> salida)
    {
        csv = new EscritorCsv(salida);
        foreach (var columna in Columnas)
            csv.Campo(columna);
        csv.Fin();
    }

    /// <summary>Writes a line; they are written in the order of files: folio de informativa, folio de contrato, ordinal.</summary>
    public void Escribir(in RenglonLeido renglon)
    {
        var esContrato = renglon.EsContrato;
        csv.Campo(renglon.Contratista.Nombre).Campo(renglon.Contratista.TipoPersona?.Valor());
        csv.Campo(esContrato ? renglon.Contratante.Nombre : default);
        csv.Campo(esContrato ? renglon.Contratante.TipoPersona?.Valor() : null);
        csv.Campo(esContrato ? renglon.FolioContrato : default).Campo(esContrato ? renglon.Servicio : default);
        csv.Campo(esContrato ? renglon.FechaInicio : null).Campo(esContrato ? renglon.FechaFin : null);
        csv.Campo(esContrato ? renglon.PersonasTrabajadoras : null);
        csv.Campo(renglon.Listado.Periodo.Cuatrimestre).Campo(renglon.Listado.Periodo.Ejercicio);
        csv.Campo(renglon.TipoInformativa?.Valor()).Campo(renglon.FolioInformativa).Campo(renglon.FechaPresentacion);
        csv.Campo(Codigos(renglon.Codigos)).Campo(renglon.Listado.Lista.Valor());
        csv.Campo(renglon.Contratista.Clave).Campo(esContrato ? renglon.Contratante.Clave : default);
        csv.Fin();
    }

    // In catalogue order, which is that of the codes.
    private static string? Codigos(int mascara) =>
        mascara == 0
            ? null
            : string.Join(
                ';',
                Enum.GetValues<Codigo>().Where(codigo => (mascara & (1 << (int)codigo)) != 0).Select(codigo => codigo.Valor())
            );
}
