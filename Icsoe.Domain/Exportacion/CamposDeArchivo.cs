using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Exportacion;

/// <summary>What a field of the machine formats holds.</summary>
public enum ClaseDeCampo
{
    /// <summary>A text as published.</summary>
    Texto,

    /// <summary>A word of ours, of few that there are.</summary>
    Palabra,

    /// <summary>A whole number.</summary>
    Numero,

    /// <summary>A day.</summary>
    Dia,

    /// <summary>Codes of the catalogue, in its order; none is an empty list.</summary>
    Codigos,
}

/// <summary>A field of the machine formats, and how it is written in each.</summary>
/// <param name="Nombre">Header of its column, and name of its member.</param>
/// <param name="Nunca">Whether it is never null.</param>
public sealed record CampoDeArchivo(
    string Nombre,
    ClaseDeCampo Clase,
    bool Nunca,
    CampoDeArchivo.AlCsv Csv,
    CampoDeArchivo.AlJson Json,
    CampoDeArchivo.AlParquet Parquet
)
{
    /// <summary>Writes the field of a line into a record.</summary>
    public delegate void AlCsv(EscritorCsv csv, in RenglonLeido renglon);

    /// <summary>Writes the value of a line into an object.</summary>
    public delegate void AlJson(EscritorDeJson json, in RenglonLeido renglon);

    /// <summary>Adds the value of a line to a column.</summary>
    public delegate void AlParquet(ColumnaDeParquet columna, in RenglonLeido renglon);

    /// <summary>The name as JSON, with its colon.</summary>
    public byte[] Miembro { get; } = [.. JsonSerializer.SerializeToUtf8Bytes(Nombre), (byte)':'];
}

/// <summary>The fields of CSV, NDJSON and Parquet, in their order (design, section 8): the one table their writers read.</summary>
public static class CamposDeArchivo
{
    /// <summary>By the bits of a row's codes: what they are called, in catalogue order, is worked out once.</summary>
    private static readonly FrozenDictionary<int, (byte[] Csv, byte[] Json, byte[][] Lista)> Inconsistencias = Enumerable
        .Range(0, Codigos.Mascaras)
        .ToFrozenDictionary(
            mascara => mascara,
            mascara =>
                (
                    Csv: EnCsv(Codigos.DeMascara(mascara)),
                    Json: JsonSerializer.SerializeToUtf8Bytes(Codigos.DeMascara(mascara)),
                    Lista: Codigos.DeMascara(mascara).Select(Encoding.ASCII.GetBytes).ToArray()
                )
        );

    public static IReadOnlyList<CampoDeArchivo> Todos { get; } =
    [
        Texto("contratista", (in r) => r.Contratista.Nombre),
        Palabra("tipo_persona_contratista", (in r) => r.Contratista.TipoPersona?.Valor()),
        Texto("contratante", (in r) => r.EsContrato ? r.Contratante.Nombre : default),
        Palabra("tipo_persona_contratante", (in r) => r.EsContrato ? r.Contratante.TipoPersona?.Valor() : null),
        Texto("folio_contrato", (in r) => r.EsContrato ? r.FolioContrato : default),
        Texto("servicio", (in r) => r.EsContrato ? r.Servicio : default),
        Dia("fecha_inicio", (in r) => r.EsContrato ? r.FechaInicio : null),
        Dia("fecha_fin", (in r) => r.EsContrato ? r.FechaFin : null),
        Numero("personas_trabajadoras", (in r) => r.EsContrato ? r.PersonasTrabajadoras : null),
        Numero("cuatrimestre", (in r) => r.Listado.Periodo.Cuatrimestre) with
        {
            Nunca = true,
        },
        Numero("ejercicio", (in r) => r.Listado.Periodo.Ejercicio) with
        {
            Nunca = true,
        },
        Palabra("tipo_informativa", (in r) => r.TipoInformativa?.Valor()),
        Texto("folio_informativa", (in r) => r.FolioInformativa),
        Dia("fecha_presentacion", (in r) => r.FechaPresentacion),
        new(
            "inconsistencias",
            ClaseDeCampo.Codigos,
            true,
            (csv, in r) => csv.Campo(Inconsistencias[r.Codigos].Csv),
            (json, in r) => json.Crudo(Inconsistencias[r.Codigos].Json),
            (columna, in r) => columna.Lista(Inconsistencias[r.Codigos].Lista)
        ),
        Palabra("lista", (in r) => r.Listado.Lista.Valor()) with
        {
            Nunca = true,
        },
        Texto("contratista_clave", (in r) => r.Contratista.Clave),
        Texto("contratante_clave", (in r) => r.EsContrato ? r.Contratante.Clave : default),
    ];

    private delegate ReadOnlySpan<byte> LeerTexto(in RenglonLeido renglon);

    private static CampoDeArchivo Texto(string nombre, LeerTexto leer) =>
        new(
            nombre,
            ClaseDeCampo.Texto,
            false,
            (csv, in r) => csv.Campo(leer(r)),
            (json, in r) => json.Texto(leer(r)),
            (columna, in r) => columna.Texto(leer(r))
        );

    private static CampoDeArchivo Palabra(string nombre, LeerRenglon<string?> leer) =>
        new(
            nombre,
            ClaseDeCampo.Palabra,
            false,
            (csv, in r) => csv.Palabra(leer(r)),
            (json, in r) => json.Palabra(leer(r)),
            (columna, in r) => columna.Palabra(leer(r))
        );

    private static CampoDeArchivo Numero(string nombre, LeerRenglon<int?> leer) =>
        new(
            nombre,
            ClaseDeCampo.Numero,
            false,
            (csv, in r) => csv.Campo(leer(r)),
            (json, in r) => json.Numero(leer(r)),
            (columna, in r) => columna.Numero(leer(r))
        );

    private static CampoDeArchivo Dia(string nombre, LeerRenglon<DateOnly?> leer) =>
        new(
            nombre,
            ClaseDeCampo.Dia,
            false,
            (csv, in r) => csv.Campo(leer(r)),
            (json, in r) => json.Dia(leer(r)),
            (columna, in r) => columna.Dia(leer(r))
        );

    private static byte[] EnCsv(string[] codigos) => Encoding.ASCII.GetBytes(string.Join(';', codigos));
}
