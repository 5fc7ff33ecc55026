namespace Icsoe.Domain.Lectura;

/// <summary>
/// Looks at a workbook before anything else does: inflates and counts every part over small buffers, so that a hostile
/// file is refused before a library builds anything of it in memory.
/// </summary>
public static class GuardiaDeLibro
{
    private const string TextosCompartidos = "xl/sharedStrings.xml";

    /// <summary>Returns when the workbook may be read.</summary>
    /// <param name="ruta">Path of the .xlsx.</param>
    /// <exception cref="LecturaException">
    /// Not a zip, truncated, empty, encrypted, damaged, not a workbook, with a DTD, or beyond a limit.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static void Revisar(string ruta, LimitesDeLectura limites, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ruta);
        ArgumentNullException.ThrowIfNull(limites);
        using var libro = BytesDeLibro.DeArchivo(ruta);
        Inspeccionar(libro, limites, ct);
    }

    /// <summary>As <see cref="Revisar"/>, and tells what sheets there are.</summary>
    internal static IReadOnlyList<HojaDeLibro> Inspeccionar(BytesDeLibro libro, LimitesDeLectura limites, CancellationToken ct)
    {
        var archivo = libro.Archivo;
        if (libro.Largo > limites.BytesDeLibro)
            throw new LecturaException(archivo, $"mide {libro.Largo:N0} bytes; el máximo es {limites.BytesDeLibro:N0}.");
        var entradas = new IndiceDeZip(libro, limites).Leer();
        RevisarContenido(entradas, archivo);
        RevisarTamanos(entradas, archivo, limites);
        var medidas = new Dictionary<string, MedidasDeHoja>(StringComparer.Ordinal);
        var revisor = new RevisorDePartes(archivo, limites, ct);
        foreach (var entrada in entradas)
        {
            using var parte = new ParteDeZip(libro, entrada);
            if (!EsXml(entrada.Nombre))
            {
                revisor.RevisarBinaria(parte);
                continue;
            }
            using var xml = new EscanerXml(parte, limites, archivo, entrada.Nombre);
            if (entrada.Nombre.Equals(TextosCompartidos, StringComparison.OrdinalIgnoreCase))
                revisor.RevisarTextos(xml);
            else if (EsHoja(entrada.Nombre))
                medidas.Add(entrada.Nombre, revisor.RevisarHoja(xml, Path.GetFileNameWithoutExtension(entrada.Nombre)));
            else
                revisor.RevisarXml(xml);
        }
        if (medidas.Values.Sum(m => (long)m.Filas) > limites.FilasDeLibro)
            throw new LecturaException(archivo, $"sus hojas tienen más de {limites.FilasDeLibro:N0} filas.");
        return InventarioDeLibro.Leer(libro, entradas, medidas, limites);
    }

    private static void RevisarContenido(IReadOnlyList<EntradaZip> entradas, string archivo)
    {
        if (entradas.Any(e => e.Nombre == InventarioDeLibro.Libro) && entradas.Any(e => e.Nombre == InventarioDeLibro.Relaciones))
            return;
        var motivo =
            entradas.Any(e => e.Nombre == "EncryptedPackage") ? "está cifrado con contraseña; guárdalo sin ella."
            : entradas.Any(e => e.Nombre == "xl/workbook.bin") ? "es un libro binario (.xlsb); guárdalo como .xlsx."
            : entradas.Any(e => e.Nombre == "content.xml") ? "es un libro de OpenDocument (.ods); guárdalo como .xlsx."
            : "es un zip, pero no un libro de Excel: le falta xl/workbook.xml o sus relaciones.";
        throw new LecturaException(archivo, motivo);
    }

    /// <summary>What the headers say; what comes out is held to it later.</summary>
    private static void RevisarTamanos(IReadOnlyList<EntradaZip> entradas, string archivo, LimitesDeLectura limites)
    {
        long inflados = 0,
            comprimidos = 0;
        foreach (var entrada in entradas)
        {
            inflados += Math.Min(entrada.Inflados, long.MaxValue / 2 / limites.PartesDeLibro);
            comprimidos += entrada.Comprimidos;
            RevisarRazon(entrada.Inflados, entrada.Comprimidos, $"la parte «{Problemas.Cita(entrada.Nombre)}»");
            if (
                entrada.Nombre.Equals(TextosCompartidos, StringComparison.OrdinalIgnoreCase)
                && entrada.Inflados > limites.BytesDeTextosCompartidos
            )
                throw new LecturaException(archivo, $"sus textos compartidos pasan de {limites.BytesDeTextosCompartidos:N0} bytes.");
        }
        if (inflados > limites.BytesInflados)
            throw new LecturaException(archivo, $"descomprimido mide {inflados:N0} bytes; el máximo es {limites.BytesInflados:N0}.");
        RevisarRazon(inflados, comprimidos, "el libro");

        void RevisarRazon(long grande, long chico, string que)
        {
            if (grande > limites.BytesSinRazon && grande / limites.RazonDeInflado >= Math.Max(chico, 1))
                throw new LecturaException(
                    archivo,
                    $"{que} se infla más de {limites.RazonDeInflado} veces: parece una bomba de descompresión."
                );
        }
    }

    private static bool EsHoja(string parte) => parte.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && EsXml(parte);

    private static bool EsXml(string parte) =>
        parte.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || parte.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || parte.EndsWith(".vml", StringComparison.OrdinalIgnoreCase)
        || parte.StartsWith("xl/worksheets/sheet", StringComparison.OrdinalIgnoreCase);
}
