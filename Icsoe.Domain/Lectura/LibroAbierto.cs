namespace Icsoe.Domain.Lectura;

/// <summary>A workbook that the guard let through, open for its sheets to be read.</summary>
internal sealed class LibroAbierto : IDisposable
{
    private const string ParteDeTextos = "xl/sharedStrings.xml";

    private readonly BytesDeLibro libro;
    private readonly LimitesDeLectura limites;
    private readonly Dictionary<string, EntradaZip> entradas;
    private TextosCompartidos? textos;

    public LibroAbierto(string ruta, LimitesDeLectura limites, CancellationToken ct)
        : this(BytesDeLibro.DeArchivo(ruta), limites, ct) { }

    /// <param name="libro">Closed with this, or when the guard refuses it.</param>
    public LibroAbierto(BytesDeLibro libro, LimitesDeLectura limites, CancellationToken ct)
    {
        (this.libro, this.limites) = (libro, limites);
        try
        {
            Hojas = GuardiaDeLibro.Inspeccionar(libro, limites, ct);
            entradas = new IndiceDeZip(libro, limites).Leer().ToDictionary(entrada => entrada.Nombre, StringComparer.OrdinalIgnoreCase);
        }
        catch
        {
            libro.Dispose();
            throw;
        }
    }

    /// <summary>Name of the file, for messages.</summary>
    public string Archivo => libro.Archivo;

    /// <inheritdoc cref="BytesDeLibro.EnMemoria"/>
    public bool EnMemoria => libro.EnMemoria;

    public IReadOnlyList<HojaDeLibro> Hojas { get; }

    /// <summary>The texts that cells name by number; read when first asked for.</summary>
    public TextosCompartidos Textos =>
        textos ??= TextosCompartidos.Leer(entradas.ContainsKey(ParteDeTextos) ? Abrir(ParteDeTextos) : null, libro.EnMemoria);

    /// <summary>A part cut into tags and texts; the caller disposes it.</summary>
    public EscanerXml Abrir(string parte) => new(new ParteDeZip(libro, entradas[parte]), limites, Archivo, parte);

    public void Dispose()
    {
        textos?.Dispose();
        libro.Dispose();
    }
}
