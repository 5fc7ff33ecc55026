using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Muestra;

/// <summary>
/// The sample as files: one folder per publication, named by its id, with what the operator of that month would have had.
/// Fictitious and always the same bytes.
/// </summary>
public static class ArchivosDeMuestra
{
    /// <summary>File of informativas inside a folder of the institute door.</summary>
    internal const string Informativas = "informativas.ndjson";

    /// <summary>Folder of the workbooks to practise with: two months of LPP2026 and LIIP2026, which the sample's own store does not hold.</summary>
    private const string Practica = "practica";

    /// <summary>Writes every folder; returns the paths of the files, in order.</summary>
    public static IReadOnlyList<string> Escribir(string directorio, CancellationToken ct = default)
    {
        var guion = new Guion();
        var escritos = new List<string>();
        foreach (var mes in guion.Meses)
            escritos.AddRange(Escribir(Path.Combine(directorio, mes.Publicacion.ToString()), mes, ct));
        foreach (var mes in guion.Practica)
            escritos.AddRange(Escribir(Path.Combine(directorio, Practica, mes.Publicacion.ToString()), mes, ct));
        return escritos;
    }

    private static List<string> Escribir(string carpeta, MesDeMuestra mes, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Directory.CreateDirectory(carpeta);
        return mes.Puerta == Puerta.Instituto
            ? [EscribirNdjson(Path.Combine(carpeta, Informativas), mes.Presentadas)]
            : EscribirLibros(carpeta, mes.Presentadas, ct);
    }

    private static string EscribirNdjson(string ruta, IReadOnlyList<Informativa> informativas)
    {
        using var salida = new StreamWriter(ruta, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
        {
            NewLine = "\n",
        };
        foreach (var informativa in informativas)
            salida.WriteLine(EnJson(informativa));
        return ruta;
    }

    /// <summary>IMSS's side, imitated: the same rules say what it would publish in each list.</summary>
    private static List<string> EscribirLibros(string carpeta, IReadOnlyList<Informativa> informativas, CancellationToken ct)
    {
        var clasificador = new Clasificador(new Juez());
        var veredictos = informativas
            .GroupBy(informativa => (informativa.Periodo, informativa.ClaveDeExpediente))
            .SelectMany(expediente => clasificador.Clasificar([.. expediente], DateOnly.MaxValue).Veredictos)
            .ToList();
        var escritos = new List<string>();
        foreach (var periodo in informativas.Select(informativa => informativa.Periodo).Distinct().Order())
        {
            foreach (var lista in Enum.GetValues<Lista>())
            {
                var ruta = Path.Combine(carpeta, $"{new Listado(periodo, lista).Nombre}.xlsx");
                var renglones = veredictos
                    .Where(veredicto => veredicto.Lista == lista && veredicto.Informativa.Periodo == periodo)
                    .OrderBy(veredicto => veredicto.Informativa.Folio, StringComparer.Ordinal)
                    .SelectMany(veredicto => SinEnmascarar(veredicto, lista));
                using var salida = new FileStream(ruta, FileMode.Create, FileAccess.ReadWrite);
                LibroXlsx.Escribir(salida, lista, renglones, Aviso.De(lista).Lineas, carpeta, ct);
                escritos.Add(ruta);
            }
        }
        return escritos;
    }

    /// <summary>IMSS publishes service texts as filed; masking them is what our door does.</summary>
    private static IEnumerable<RenglonPublico> SinEnmascarar(Veredicto veredicto, Lista lista) =>
        Proyeccion
            .Renglones(veredicto.Informativa, lista, veredicto.Inconsistencias, [])
            .Select(
                (renglon, lugar) =>
                    renglon.Contrato is { } contrato
                        ? renglon with
                        {
                            Contrato = contrato with { Servicio = veredicto.Informativa.Contratos[lugar].Servicio },
                        }
                        : renglon
            );

    private static string EnJson(Informativa informativa)
    {
        using var bufer = new MemoryStream();
        using (var json = new Utf8JsonWriter(bufer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("folio", informativa.Folio);
            json.WriteString("tipo", informativa.Tipo!.Value.Valor());
            json.WriteNumber("ejercicio", informativa.Periodo.Ejercicio);
            json.WriteNumber("cuatrimestre", informativa.Periodo.Cuatrimestre);
            json.WriteString("fecha_presentacion", informativa.PresentadaEn!.Value.ToOffset(TimeSpan.FromHours(-6)));
            Numero(json, "contratos_declarados", informativa.ContratosDeclarados);
            json.WriteString("referencia", informativa.Referencia);
            Parte(json, "contratista", informativa.Contratista);
            json.WriteStartArray("contratos");
            foreach (var contrato in informativa.Contratos)
            {
                json.WriteStartObject();
                json.WriteString("folio", contrato.Folio);
                Parte(json, "contratante", contrato.Contratante);
                json.WriteString("servicio", contrato.Servicio);
                json.WriteString("fecha_inicio", contrato.FechaInicioIlegible ?? contrato.FechaInicio?.ToString("yyyy-MM-dd"));
                json.WriteString("fecha_fin", contrato.FechaFin?.ToString("yyyy-MM-dd"));
                Numero(json, "personas_trabajadoras", contrato.PersonasTrabajadoras);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bufer.ToArray());
    }

    private static void Parte(Utf8JsonWriter json, string nombre, Parte parte)
    {
        json.WriteStartObject(nombre);
        json.WriteString("rfc", parte.Rfc);
        json.WriteString("nombre", parte.Nombre);
        json.WriteString("tipo_persona", parte.TipoPersona!.Value.Valor());
        json.WriteEndObject();
    }

    private static void Numero(Utf8JsonWriter json, string nombre, int? numero)
    {
        if (numero is null)
            json.WriteNull(nombre);
        else
            json.WriteNumber(nombre, numero.Value);
    }
}
