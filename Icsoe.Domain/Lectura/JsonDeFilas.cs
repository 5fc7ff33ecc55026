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
    };

    /// <summary>Keys of the JSON, by <see cref="ColumnaPlana"/>.</summary>
    private static readonly JsonEncodedText[] Claves =
    [
        JsonEncodedText.Encode("folio"),
        JsonEncodedText.Encode("tipo"),
        JsonEncodedText.Encode("ejercicio"),
        JsonEncodedText.Encode("cuatrimestre"),
        JsonEncodedText.Encode("fecha_presentacion"),
        JsonEncodedText.Encode("contratos_declarados"),
        JsonEncodedText.Encode("referencia"),
        JsonEncodedText.Encode("rfc"),
        JsonEncodedText.Encode("nombre"),
        JsonEncodedText.Encode("tipo_persona"),
        JsonEncodedText.Encode("folio"),
        JsonEncodedText.Encode("rfc"),
        JsonEncodedText.Encode("nombre"),
        JsonEncodedText.Encode("tipo_persona"),
        JsonEncodedText.Encode("servicio"),
        JsonEncodedText.Encode("fecha_inicio"),
        JsonEncodedText.Encode("fecha_fin"),
        JsonEncodedText.Encode("personas_trabajadoras"),
    ];

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
        Escribir(fila, ColumnaPlana.Folio);
        Escribir(fila, ColumnaPlana.Tipo);
        Escribir(fila, ColumnaPlana.Ejercicio);
        Escribir(fila, ColumnaPlana.Cuatrimestre);
        Escribir(fila, ColumnaPlana.FechaPresentacion);
        Escribir(fila, ColumnaPlana.ContratosDeclarados);
        Escribir(fila, ColumnaPlana.Referencia);
        EscribirParte(fila, "contratista", ColumnaPlana.ContratistaRfc);
        json.WriteStartArray("contratos");
    }

    /// <summary>Adds the contract of a row.</summary>
    public void Agregar(FilaPlana fila)
    {
        json.WriteStartObject();
        Escribir(fila, ColumnaPlana.ContratoFolio);
        EscribirParte(fila, "contratante", ColumnaPlana.ContratanteRfc);
        Escribir(fila, ColumnaPlana.Servicio);
        Escribir(fila, ColumnaPlana.FechaInicio);
        Escribir(fila, ColumnaPlana.FechaFin);
        Escribir(fila, ColumnaPlana.PersonasTrabajadoras);
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
        Escribir(fila, rfc);
        Escribir(fila, rfc + 1);
        Escribir(fila, rfc + 2);
        json.WriteEndObject();
    }

    private void Escribir(FilaPlana fila, ColumnaPlana columna)
    {
        if (fila[columna] is not { } texto)
            return;
        var clave = Claves[(int)columna];
        // What is no integer goes as text, and the reader says what it should be.
        if (columna.EsEntero() && int.TryParse(texto, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var entero))
            json.WriteNumber(clave, entero);
        else
            json.WriteString(clave, texto);
    }
}
