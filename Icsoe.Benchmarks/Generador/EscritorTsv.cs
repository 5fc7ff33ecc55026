using System.Text;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Generador;

/// <summary>
/// The rows of a listado as IMSS would publish them, in a TSV with a header: what the reference program makes the workbook of, and what
/// sqlite3 imports. Inside a field, tab, line ends and backslash are escaped.
/// </summary>
internal sealed class EscritorTsv : IDisposable
{
    private readonly StreamWriter _salida;
    private readonly Lista _lista;

    public EscritorTsv(string ruta, Lista lista)
    {
        _lista = lista;
        _salida = new StreamWriter(ruta, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16)
        {
            NewLine = "\n",
        };
        _salida.WriteLine(string.Join('\t', ColumnasDeListado.De(lista).Select(columna => columna.Encabezado)));
    }

    /// <summary>One letter a column: text, number or date.</summary>
    public static string Clases(Lista lista) => string.Concat(ColumnasDeListado.De(lista).Select(columna => $"{columna.Clase}"[0]));

    public int Renglones { get; private set; }

    /// <summary>A field as it was before it was escaped.</summary>
    public static string Desescapar(string campo)
    {
        if (!campo.Contains('\\'))
            return campo;
        var texto = new StringBuilder(campo.Length);
        for (var i = 0; i < campo.Length; i++)
        {
            if (campo[i] != '\\' || i + 1 == campo.Length)
            {
                texto.Append(campo[i]);
                continue;
            }
            texto.Append(
                campo[++i] switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    var otra => otra,
                }
            );
        }
        return texto.ToString();
    }

    /// <summary>The lines of an informativa: one for each contract, or one without.</summary>
    public void Escribir(Informativa informativa, string? inconsistencia)
    {
        if (informativa.Contratos.Count == 0)
            Renglon(informativa, null, inconsistencia);
        foreach (var contrato in informativa.Contratos)
            Renglon(informativa, contrato, inconsistencia);
    }

    public void Dispose() => _salida.Dispose();

    private void Renglon(Informativa informativa, Contrato? contrato, string? inconsistencia)
    {
        Campo(informativa.Contratista.Nombre);
        Siguiente(informativa.Contratista.TipoPersona?.Etiqueta());
        Siguiente(contrato?.Contratante.Nombre);
        Siguiente(contrato?.Contratante.TipoPersona?.Etiqueta());
        Siguiente(contrato?.Folio);
        Siguiente(contrato?.Servicio);
        Siguiente(contrato?.FechaInicio?.ToString("yyyy-MM-dd"));
        Siguiente(contrato?.FechaFin?.ToString("yyyy-MM-dd"));
        Siguiente(contrato?.PersonasTrabajadoras?.ToString());
        Siguiente(informativa.Periodo.Cuatrimestre.ToString());
        Siguiente(informativa.Periodo.Ejercicio.ToString());
        Siguiente(informativa.Tipo?.Etiqueta());
        Siguiente(informativa.Folio);
        Siguiente(informativa.FechaPresentacion?.ToString("yyyy-MM-dd"));
        if (_lista == Lista.Inconsistente)
            Siguiente(inconsistencia);
        _salida.Write('\n');
        Renglones++;
    }

    private void Siguiente(string? texto)
    {
        _salida.Write('\t');
        Campo(texto);
    }

    private void Campo(string? texto)
    {
        if (texto is null)
            return;
        if (texto.AsSpan().IndexOfAny("\t\n\r\\") < 0)
        {
            _salida.Write(texto);
            return;
        }
        foreach (var letra in texto)
        {
            _salida.Write(
                letra switch
                {
                    '\t' => "\\t",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\\' => "\\\\",
                    _ => letra.ToString(),
                }
            );
        }
    }
}
