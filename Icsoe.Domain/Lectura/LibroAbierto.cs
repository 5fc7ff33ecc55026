using Microsoft.Win32.SafeHandles;

namespace Icsoe.Domain.Lectura;

/// <summary>A workbook that the guard let through, open for its sheets to be read.</summary>
internal sealed class LibroAbierto : IDisposable
{
    private const string ParteDeTextos = "xl/sharedStrings.xml";

    private readonly SafeFileHandle handle;
    private readonly LimitesDeLectura limites;
    private readonly Dictionary<string, EntradaZip> entradas;
    private TextosCompartidos? textos;

    public LibroAbierto(string ruta, LimitesDeLectura limites, CancellationToken ct)
    {
        Archivo = Path.GetFileName(ruta);
        this.limites = limites;
        Hojas = GuardiaDeLibro.Inspeccionar(ruta, limites, ct);
        handle = File.OpenHandle(ruta, options: FileOptions.SequentialScan);
        entradas = new IndiceDeZip(handle, Archivo, limites)
            .Leer()
            .ToDictionary(entrada => entrada.Nombre, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Name of the file, for messages.</summary>
    public string Archivo { get; }

    public IReadOnlyList<HojaDeLibro> Hojas { get; }

    /// <summary>The texts that cells name by number; read when first asked for.</summary>
    public TextosCompartidos Textos => textos ??= TextosCompartidos.Leer(entradas.ContainsKey(ParteDeTextos) ? Abrir(ParteDeTextos) : null);

    /// <summary>A part cut into tags and texts; the caller disposes it.</summary>
    public EscanerXml Abrir(string parte) => new(new ParteDeZip(handle, entradas[parte], Archivo), limites, Archivo, parte);

    public void Dispose()
    {
        textos?.Dispose();
        handle.Dispose();
    }
}
