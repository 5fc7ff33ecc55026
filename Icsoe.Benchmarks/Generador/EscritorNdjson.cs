using System.Text.Encodings.Web;
using System.Text.Json;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Generador;

/// <summary>Informativas as filed, one a line (design, section 6).</summary>
internal sealed class EscritorNdjson : IDisposable
{
    private readonly FileStream _salida;
    private readonly Utf8JsonWriter _json;

    public EscritorNdjson(string ruta)
    {
        _salida = new FileStream(ruta, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        // The file is read by our door and by nothing that runs in a page.
        _json = new Utf8JsonWriter(_salida, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public int Lineas { get; private set; }

    public void Escribir(Informativa informativa)
    {
        _json.WriteStartObject();
        _json.WriteString("folio", informativa.Folio);
        _json.WriteString("tipo", informativa.Tipo!.Value.Valor());
        _json.WriteNumber("ejercicio", informativa.Periodo.Ejercicio);
        _json.WriteNumber("cuatrimestre", informativa.Periodo.Cuatrimestre);
        _json.WriteString("fecha_presentacion", informativa.PresentadaEn!.Value.ToOffset(TimeSpan.FromHours(-6)));
        Numero("contratos_declarados", informativa.ContratosDeclarados);
        _json.WriteString("referencia", informativa.Referencia);
        Parte("contratista", informativa.Contratista);
        _json.WriteStartArray("contratos");
        foreach (var contrato in informativa.Contratos)
            Contrato(contrato);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _salida.WriteByte((byte)'\n');
        Lineas++;
    }

    public void Dispose()
    {
        _json.Dispose();
        _salida.Dispose();
    }

    private void Contrato(Contrato contrato)
    {
        _json.WriteStartObject();
        _json.WriteString("folio", contrato.Folio);
        Parte("contratante", contrato.Contratante);
        _json.WriteString("servicio", contrato.Servicio);
        _json.WriteString("fecha_inicio", contrato.FechaInicioIlegible ?? contrato.FechaInicio?.ToString("yyyy-MM-dd"));
        _json.WriteString("fecha_fin", contrato.FechaFin?.ToString("yyyy-MM-dd"));
        Numero("personas_trabajadoras", contrato.PersonasTrabajadoras);
        _json.WriteEndObject();
    }

    private void Parte(string nombre, Parte parte)
    {
        _json.WriteStartObject(nombre);
        _json.WriteString("rfc", parte.Rfc);
        _json.WriteString("nombre", parte.Nombre);
        _json.WriteString("tipo_persona", parte.TipoPersona!.Value.Valor());
        _json.WriteEndObject();
    }

    private void Numero(string nombre, int? numero)
    {
        if (numero is { } valor)
            _json.WriteNumber(nombre, valor);
        else
            _json.WriteNull(nombre);
    }
}
