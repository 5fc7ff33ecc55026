using System.Globalization;
using System.Text;
using System.Xml;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.ConsultasMasivas;

/// <summary>The answers as a table: a row for each line, with the first of its candidates.</summary>
internal static class LineasEnArchivo
{
    private const string Hoja = "Avisos";

    private static readonly IReadOnlyList<ColumnaDeLibro<LineaResponse>> Columnas =
    [
        Texto("Referencia", "ref", 30, linea => linea.Ref),
        Texto("Estado", "estado", 16, linea => linea.Estado),
        Texto("Con el contratante", "con_contratante", 12, linea => linea.ConContratante),
        Numero("Contratos", "contratos", linea => linea.Contratos),
        Texto("Puntaje", "puntaje", 10, linea => linea.Puntaje?.ToString(CultureInfo.InvariantCulture)),
        Texto("Motivos", "motivos", 30, linea => string.Join("; ", linea.Motivos)),
        Numero("Candidatos", "candidatos", linea => linea.Candidatos.Count),
        Texto("Nombre del primer candidato", "candidato", 50, linea => Primero(linea)?.Nombre),
        Texto("Tipo de persona del primer candidato", "candidato_tipo_persona", 16, linea => Primero(linea)?.TipoPersona),
        Texto("Clave del primer candidato", "candidato_clave", 18, linea => Primero(linea)?.Clave),
        Texto("Estado del primer candidato", "candidato_estado", 16, linea => Primero(linea)?.Estado),
        Texto("Estado antes", "estado_antes", 16, linea => linea.Cambio?.EstadoAntes),
        Numero("Contratos antes", "contratos_antes", linea => linea.Cambio?.ContratosAntes),
        Numero("Contratos que aparecieron", "aparecieron", linea => linea.Cambio?.Aparecieron),
        Numero("Contratos que salieron", "salieron", linea => linea.Cambio?.Salieron),
        Texto("Consulta de sus contratos", "enlace", 60, linea => linea.Enlaces.Contratos ?? linea.Enlaces.Comprobante),
    ];

    public static byte[] EnCsv(ConsultasMasivasResponse respuesta)
    {
        using var salida = new EscritorDeJson();
        var csv = new EscritorCsv(salida);
        foreach (var columna in Columnas)
            csv.Campo(columna.Nombre);
        csv.Fin();
        foreach (var linea in respuesta.Datos)
        {
            foreach (var columna in Columnas)
            {
                if (columna.Valor(linea) is int numero)
                    csv.Campo(numero);
                else
                    csv.Campo((string?)columna.Valor(linea));
            }
            csv.Fin();
        }
        return salida.Entre(0, salida.Escritos).ToArray();
    }

    public static byte[] EnXlsx(ConsultasMasivasResponse respuesta)
    {
        using var salida = new EscritorDeJson();
        using var libro = new LibroAlVuelo<LineaResponse>(salida, Columnas, respuesta.Datos.Count, Hoja, Avisos(respuesta));
        foreach (var linea in respuesta.Datos)
            libro.Escribir(linea with { Ref = SinProhibidos(linea.Ref) });
        libro.Terminar();
        return salida.Entre(0, salida.Escritos).ToArray();
    }

    /// <summary>What XML forbids becomes U+FFFD: nobody looked at a reference before.</summary>
    private static string SinProhibidos(string texto) =>
        string.Concat(
            texto
                .EnumerateRunes()
                .Select(runa => runa.Value < 0x10000 && !XmlConvert.IsXmlChar((char)runa.Value) ? Rune.ReplacementChar : runa)
        );

    private static List<(string Dato, string Valor)> Avisos(ConsultasMasivasResponse respuesta) =>
        [
            ("No oficial", Procedencia.NoOficial),
            ("Homónimos", Textos.AvisoHomonimia),
            ("Periodo", respuesta.Periodo ?? "todos"),
            ("Publicación", respuesta.Publicacion ?? "ninguna"),
            ("Comparada con", respuesta.Contra ?? "ninguna"),
        ];

    private static CandidatoResponse? Primero(LineaResponse linea) => linea.Candidatos is [var uno, ..] ? uno : null;

    private static ColumnaDeLibro<LineaResponse> Texto(
        string encabezado,
        string nombre,
        double ancho,
        Func<LineaResponse, string?> valor
    ) => new(encabezado, nombre, ClaseDeCelda.Texto, ancho, linea => valor(linea) is { Length: > 0 } texto ? texto : null);

    private static ColumnaDeLibro<LineaResponse> Numero(string encabezado, string nombre, Func<LineaResponse, int?> valor) =>
        new(encabezado, nombre, ClaseDeCelda.Numero, 14, linea => valor(linea));
}
