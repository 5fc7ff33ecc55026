using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Exportacion;

/// <summary>The CSV of a listado written again from its rows, as design, section 8 says and not as the program does it.</summary>
internal static class CsvEsperado
{
    private const string Encabezado =
        "contratista,tipo_persona_contratista,contratante,tipo_persona_contratante,folio_contrato,servicio,fecha_inicio,fecha_fin,"
        + "personas_trabajadoras,cuatrimestre,ejercicio,tipo_informativa,folio_informativa,fecha_presentacion,inconsistencias,lista,"
        + "contratista_clave,contratante_clave\r\n";

    /// <summary>The canonical digest of a listado of these rows, in whatever order they come.</summary>
    public static string Canonico(IEnumerable<RenglonPublico> filas)
    {
        var enOrden = filas
            .OrderBy(fila => fila.FolioInformativa ?? "", StringComparer.Ordinal)
            .ThenBy(fila => fila.Contrato?.Folio ?? "", StringComparer.Ordinal)
            .ThenBy(fila => fila.Contrato is not null)
            .ThenBy(fila => fila.Ordinal);
        var csv = string.Concat(enOrden.Select(fila => $"{string.Join(',', Campos(fila).Select(Escrito))}\r\n").Prepend(Encabezado));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(csv)));
    }

    private static IEnumerable<string?> Campos(RenglonPublico fila) =>
        [
            fila.Contratista.Nombre,
            fila.Contratista.TipoPersona?.Valor(),
            fila.Contrato?.Contratante.Nombre,
            fila.Contrato?.Contratante.TipoPersona?.Valor(),
            fila.Contrato?.Folio,
            fila.Contrato?.Servicio,
            Dia(fila.Contrato?.FechaInicio),
            Dia(fila.Contrato?.FechaFin),
            fila.Contrato?.PersonasTrabajadoras?.ToString(CultureInfo.InvariantCulture),
            fila.Listado.Periodo.Cuatrimestre.ToString(CultureInfo.InvariantCulture),
            fila.Listado.Periodo.Ejercicio.ToString(CultureInfo.InvariantCulture),
            fila.TipoInformativa?.Valor(),
            fila.FolioInformativa,
            Dia(fila.FechaPresentacion),
            string.Join(';', fila.Inconsistencias.Select(hallazgo => hallazgo.Codigo).Distinct().Order().Select(Codigos.Valor)),
            fila.Listado.Lista.Valor(),
            fila.Contratista.Clave,
            fila.Contrato?.Contratante.Clave,
        ];

    private static string? Dia(DateOnly? dia) => dia?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Escrito(string? campo) =>
        campo is null ? ""
        : campo.IndexOfAny(['"', ',', '\r', '\n']) >= 0 ? $"\"{campo.Replace("\"", "\"\"")}\""
        : campo;
}
