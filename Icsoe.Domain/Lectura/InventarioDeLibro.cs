using System.Xml;

namespace Icsoe.Domain.Lectura;

/// <summary>A worksheet that may hold data.</summary>
/// <param name="Nombre">As people see it.</param>
/// <param name="Parte">The zip entry of its cells.</param>
/// <param name="Medidas">How far it reaches.</param>
/// <param name="Desde1904">Whether the workbook counts days from 1904.</param>
internal sealed record HojaDeLibro(string Nombre, string Parte, MedidasDeHoja Medidas, bool Desde1904);

/// <summary>Reads the list of sheets; only after every part was found harmless.</summary>
internal static class InventarioDeLibro
{
    public const string Libro = "xl/workbook.xml";
    public const string Relaciones = "xl/_rels/workbook.xml.rels";

    private static readonly XmlReaderSettings SinDtd = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
    };

    /// <summary>The worksheets in the order of the workbook, hidden ones too; charts and macros are no worksheets.</summary>
    public static IReadOnlyList<HojaDeLibro> Leer(
        BytesDeLibro libro,
        IReadOnlyList<EntradaZip> entradas,
        Dictionary<string, MedidasDeHoja> medidas,
        LimitesDeLectura limites
    )
    {
        var archivo = libro.Archivo;
        try
        {
            var destinos = LeerRelaciones(Abrir(libro, entradas, Relaciones));
            var (hojas, desde1904) = LeerHojas(Abrir(libro, entradas, Libro));
            if (hojas.Count > limites.HojasDeLibro)
                throw new LecturaException(archivo, $"tiene {hojas.Count:N0} hojas; el máximo es {limites.HojasDeLibro:N0}.");
            if (hojas.GroupBy(h => h.Nombre).FirstOrDefault(g => g.Count() > 1) is { } repetida)
                throw new LecturaException(archivo, $"tiene dos hojas con el nombre «{Problemas.Cita(repetida.Key)}».");
            return
            [
                .. from hoja in hojas
                where destinos.ContainsKey(hoja.Relacion)
                let parte = destinos[hoja.Relacion]
                where medidas.ContainsKey(parte)
                select new HojaDeLibro(hoja.Nombre, parte, medidas[parte], desde1904),
            ];
        }
        catch (XmlException error)
        {
            throw new LecturaException(archivo, "la lista de hojas del libro está dañada.", causa: error);
        }
    }

    private static MemoryStream Abrir(BytesDeLibro libro, IReadOnlyList<EntradaZip> entradas, string nombre)
    {
        const int Maximo = 4 << 20;
        var entrada = entradas.First(e => e.Nombre == nombre);
        if (entrada.Inflados > Maximo)
            throw new LecturaException(libro.Archivo, $"la parte «{nombre}» pasa de {Maximo:N0} bytes.");
        using var parte = new ParteDeZip(libro, entrada);
        var bytes = new byte[entrada.Inflados + 1];
        var leidos = 0;
        while (parte.Leer(bytes.AsSpan(leidos)) is var nuevos && nuevos > 0)
            leidos += nuevos;
        return new MemoryStream(bytes, 0, leidos);
    }

    private static Dictionary<string, string> LeerRelaciones(Stream flujo)
    {
        var destinos = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = XmlReader.Create(flujo, SinDtd);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External")
                continue;
            if (xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } destino)
                destinos[id] =
                    destino.StartsWith('/') ? destino[1..]
                    : destino.StartsWith("xl/", StringComparison.Ordinal) ? destino
                    : "xl/" + destino;
        }
        return destinos;
    }

    private static (List<(string Nombre, string Relacion)> Hojas, bool Desde1904) LeerHojas(Stream flujo)
    {
        var hojas = new List<(string, string)>();
        var desde1904 = false;
        using var xml = XmlReader.Create(flujo, SinDtd);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                desde1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
            else if (xml.LocalName == "sheet" && xml.GetAttribute("name") is { } nombre)
                hojas.Add((nombre, AtributoId(xml) ?? ""));
        }
        return (hojas, desde1904);
    }

    /// <summary>The attribute <c>id</c> of whichever relationships namespace: strict and transitional differ.</summary>
    private static string? AtributoId(XmlReader xml)
    {
        string? id = null;
        for (var hay = xml.MoveToFirstAttribute(); hay; hay = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.Prefix.Length > 0)
                id = xml.Value;
        }
        xml.MoveToElement();
        return id;
    }
}
