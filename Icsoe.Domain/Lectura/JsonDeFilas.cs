using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Icsoe.Domain.Lectura;

/// <summary>Writes rows of one folio as the line of NDJSON that says the same, so that flat tables are judged by its reader.</summary>
internal sealed class JsonDeFilas : IDisposable
{
    private static readonly JsonWriterOptions Opciones = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        // The rows carry no nesting of their own.
        Indented = false,
    };

    private readonly ArrayBufferWriter<byte> bufer = new(4 << 10);
    private readonly Utf8JsonWriter json;

    public JsonDeFilas() => json = new Utf8JsonWriter(bufer, Opciones);

    /// <summary>Bytes written up to now.</summary>
    public long Largo => json.BytesCommitted + json.BytesPending;

    /// <summary>Everything written; valid until the next <see cref="Empezar"/>.</summary>
    public ReadOnlySpan<byte> Escrito
    {
        get
        {
            json.Flush();
            return bufer.WrittenSpan;
        }
    }

    /// <summary>Forgets the last informativa and begins another with the columns of its first row.</summary>
    public void Empezar(FilaPlana fila)
    {
        bufer.ResetWrittenCount();
        json.Reset(bufer);
        json.WriteStartObject();
        Escribir(fila, ColumnaPlana.Folio, "folio");
        Escribir(fila, ColumnaPlana.Tipo, "tipo");
        Escribir(fila, ColumnaPlana.Ejercicio, "ejercicio");
        Escribir(fila, ColumnaPlana.Cuatrimestre, "cuatrimestre");
        Escribir(fila, ColumnaPlana.FechaPresentacion, "fecha_presentacion");
        Escribir(fila, ColumnaPlana.ContratosDeclarados, "contratos_declarados");
        Escribir(fila, ColumnaPlana.Referencia, "referencia");
        EscribirParte(fila, "contratista", ColumnaPlana.ContratistaRfc);
        json.WriteStartArray("contratos");
    }

    /// <summary>Adds the contract of a row.</summary>
    public void Agregar(FilaPlana fila)
    {
        json.WriteStartObject();
        Escribir(fila, ColumnaPlana.ContratoFolio, "folio");
        EscribirParte(fila, "contratante", ColumnaPlana.ContratanteRfc);
        Escribir(fila, ColumnaPlana.Servicio, "servicio");
        Escribir(fila, ColumnaPlana.FechaInicio, "fecha_inicio");
        Escribir(fila, ColumnaPlana.FechaFin, "fecha_fin");
        Escribir(fila, ColumnaPlana.PersonasTrabajadoras, "personas_trabajadoras");
        json.WriteEndObject();
    }

    public void Terminar()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Dispose() => json.Dispose();

    /// <param name="rfc">First of the three columns of a parte, which stand together.</param>
    private void EscribirParte(FilaPlana fila, string clave, ColumnaPlana rfc)
    {
        json.WriteStartObject(clave);
        Escribir(fila, rfc, "rfc");
        Escribir(fila, rfc + 1, "nombre");
        Escribir(fila, rfc + 2, "tipo_persona");
        json.WriteEndObject();
    }

    private void Escribir(FilaPlana fila, ColumnaPlana columna, string clave)
    {
        if (fila[columna] is not { } texto)
            return;
        // What is no integer goes as text, and the reader says what it should be.
        if (columna.EsEntero() && int.TryParse(texto, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var entero))
            json.WriteNumber(clave, entero);
        else
            json.WriteString(clave, texto);
    }
}
