using System.Text;

namespace Icsoe.Domain.Exportacion;

/// <summary>A sheet ready for its workbook.</summary>
/// <param name="Nombre">Its name, already valid as an XML attribute.</param>
/// <param name="Filas">Rows, header included.</param>
/// <param name="Cabeza">All that comes before the rows.</param>
/// <param name="Cuerpo">The rows and what comes after them.</param>
internal sealed record HojaPorEmpacar(string Nombre, int Filas, Trozo Cabeza, Trozo Cuerpo)
{
    /// <summary>Writes a sheet. Its head comes last, since it tells the range, and goes first.</summary>
    /// <param name="deposito">Empty and seekable; holds the rows until the workbook is packed.</param>
    /// <param name="conFiltro">Whether its header carries an automatic filter.</param>
    internal static HojaPorEmpacar Escribir(MarcoDeHoja marco, string nombre, Stream deposito, Action<EscritorDeHoja> filas, bool conFiltro)
    {
        var cuantas = 0;
        var cuerpo = Trozo.Deflactar(
            deposito,
            salida =>
            {
                var hoja = new EscritorDeHoja(marco, salida);
                filas(hoja);
                cuantas = hoja.Filas;
                hoja.Terminar(Pie(marco, cuantas, conFiltro));
            }
        );
        return new HojaPorEmpacar(nombre, cuantas, Trozo.De(Cabecera(marco, cuantas), sigueOtro: true), cuerpo);
    }

    /// <summary>All that comes before the rows of a sheet.</summary>
    /// <param name="filas">Header included.</param>
    internal static string Cabecera(MarcoDeHoja marco, int filas) =>
        Empacador.Declaracion
        + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + $"<dimension ref=\"{Rango(marco, filas)}\"/>{marco.Vista}<sheetData>";

    /// <summary>All that comes after them.</summary>
    internal static string Pie(MarcoDeHoja marco, int filas, bool conFiltro) =>
        conFiltro ? $"</sheetData><autoFilter ref=\"{Rango(marco, filas)}\"/></worksheet>" : "</sheetData></worksheet>";

    private static string Rango(MarcoDeHoja marco, int filas) => $"A1:{(char)('A' + marco.Datos.Count - 1)}{filas}";
}

/// <summary>
/// Packs the workbook we seal: the same rows give the same bytes. Styles and frames are MiniExcel's; everything around them,
/// where its random relationship ids and the clock are, is written here with fixed text.
/// </summary>
internal static class Empacador
{
    internal const string Declaracion = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Paquete = "http://schemas.openxmlformats.org/package/2006";
    private const string Oficina = "http://schemas.openxmlformats.org/officeDocument/2006";
    private const string TipoHoja = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>Packs.</summary>
    /// <param name="destino">Where the workbook goes; need not be seekable.</param>
    /// <param name="estilos">MiniExcel's <c>xl/styles.xml</c>.</param>
    /// <param name="hojas">The sheets, in their order.</param>
    internal static void Empacar(Stream destino, byte[] estilos, IReadOnlyList<HojaPorEmpacar> hojas)
    {
        using var zip = new EscritorDeZip(destino.Write);
        Comenzar(zip, estilos, [.. hojas.Select(hoja => hoja.Nombre)]);
        for (var i = 0; i < hojas.Count; i++)
            zip.Agregar(Ruta(i), hojas[i].Cabeza, hojas[i].Cuerpo);
        zip.Terminar();
    }

    /// <summary>Writes all that comes before the sheets.</summary>
    /// <param name="hojas">Their names, in their order, already valid as XML attributes.</param>
    internal static void Comenzar(EscritorDeZip zip, byte[] estilos, IReadOnlyList<string> hojas)
    {
        Fijo(zip, "[Content_Types].xml", TiposDeContenido(hojas.Count));
        Fijo(
            zip,
            "_rels/.rels",
            $"<Relationships xmlns=\"{Paquete}/relationships\">"
                + $"<Relationship Id=\"rId1\" Type=\"{Oficina}/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>"
                + $"<Relationship Id=\"rId2\" Type=\"{Paquete}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
                + $"<Relationship Id=\"rId3\" Type=\"{Oficina}/relationships/extended-properties\" Target=\"docProps/app.xml\"/>"
                + "</Relationships>"
        );
        Fijo(
            zip,
            "docProps/app.xml",
            $"<Properties xmlns=\"{Oficina}/extended-properties\"><Application>Icsoe.Api</Application></Properties>"
        );
        // Neither dates nor publication: a sealed file says nothing that its rows do not.
        Fijo(
            zip,
            "docProps/core.xml",
            $"<cp:coreProperties xmlns:cp=\"{Paquete}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                + "<dc:creator>Icsoe.Api</dc:creator></cp:coreProperties>"
        );
        Fijo(zip, "xl/workbook.xml", Libro(hojas));
        Fijo(zip, "xl/_rels/workbook.xml.rels", RelacionesDelLibro(hojas.Count));
        zip.Agregar("xl/styles.xml", Trozo.De(estilos));
    }

    /// <summary>Where a sheet lies, counted from 0.</summary>
    internal static string Ruta(int hoja) => $"xl/worksheets/sheet{hoja + 1}.xml";

    private static string TiposDeContenido(int hojas)
    {
        var tipos = new StringBuilder($"<Types xmlns=\"{Paquete}/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
            .Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append("<Override PartName=\"/docProps/app.xml\" ")
            .Append("ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>")
            .Append("<Override PartName=\"/docProps/core.xml\" ")
            .Append("ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>")
            .Append($"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{TipoHoja}.sheet.main+xml\"/>")
            .Append($"<Override PartName=\"/xl/styles.xml\" ContentType=\"{TipoHoja}.styles+xml\"/>");
        for (var i = 0; i < hojas; i++)
            tipos.Append($"<Override PartName=\"/{Ruta(i)}\" ContentType=\"{TipoHoja}.worksheet+xml\"/>");
        return tipos.Append("</Types>").ToString();
    }

    private static string Libro(IReadOnlyList<string> hojas)
    {
        var libro = new StringBuilder("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" ").Append(
            $"xmlns:r=\"{Oficina}/relationships\"><sheets>"
        );
        for (var i = 0; i < hojas.Count; i++)
            libro.Append($"<sheet name=\"{hojas[i]}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        return libro.Append("</sheets></workbook>").ToString();
    }

    private static string RelacionesDelLibro(int hojas)
    {
        var relaciones = new StringBuilder($"<Relationships xmlns=\"{Paquete}/relationships\">");
        for (var i = 0; i < hojas; i++)
            relaciones.Append(
                $"<Relationship Id=\"rId{i + 1}\" Type=\"{Oficina}/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"
            );
        return relaciones
            .Append($"<Relationship Id=\"rId{hojas + 1}\" Type=\"{Oficina}/relationships/styles\" Target=\"styles.xml\"/></Relationships>")
            .ToString();
    }

    private static void Fijo(EscritorDeZip zip, string ruta, string xml) => zip.Agregar(ruta, Trozo.De(Declaracion + xml));
}
