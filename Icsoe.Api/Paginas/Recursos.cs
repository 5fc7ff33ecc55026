using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace Icsoe.Api.Paginas;

/// <summary>
/// The page's own files (<c>wwwroot/</c>), read once. Their address carries a digest of them all, so that each may be kept for ever and
/// modules find each other beside them.
/// </summary>
public sealed partial class Recursos
{
    private const string Raiz = "/recursos";

    private const int DigitosDeHuella = 12;

    private static readonly Dictionary<string, string> Tipos = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".html"] = "text/html; charset=utf-8",
    };

    private readonly Dictionary<string, byte[]> _archivos = new(StringComparer.Ordinal);

    private readonly string _huella;

    public Recursos(IWebHostEnvironment entorno)
    {
        Leer(entorno.WebRootFileProvider, "");
        using var resumen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (nombre, bytes) in _archivos.OrderBy(archivo => archivo.Key, StringComparer.Ordinal))
        {
            resumen.AppendData(Encoding.UTF8.GetBytes(nombre));
            resumen.AppendData(SHA256.HashData(bytes));
        }
        _huella = Convert.ToHexStringLower(resumen.GetHashAndReset())[..DigitosDeHuella];
        var estilo = _archivos["estilo.css"];
        Estilo = Html.Propio(Encoding.UTF8.GetString(estilo));
        _importados = _archivos
            .Keys.Where(nombre => nombre.EndsWith(".js", StringComparison.Ordinal))
            .ToDictionary(nombre => nombre, IReadOnlyCollection<string> (nombre) => BuscarImportados(nombre), StringComparer.Ordinal);
        HuellaDelEstilo = Convert.ToBase64String(SHA256.HashData(estilo));
    }

    /// <summary>Route of a file: <c>huella</c> and <c>nombre</c>.</summary>
    public const string Ruta = $"{Raiz}/{{huella}}/{{**nombre}}";

    /// <summary>Where a file is, for ever.</summary>
    public string Direccion(string nombre) => $"{Raiz}/{_huella}/{nombre}";

    /// <summary>A file with its media type; null when there is none of that name, or it is only a part of pages.</summary>
    public (ReadOnlyMemory<byte> Bytes, string Tipo)? Buscar(string nombre) =>
        !nombre.EndsWith(".html", StringComparison.Ordinal) && _archivos.TryGetValue(nombre, out var bytes)
            ? (bytes, Tipos[Path.GetExtension(nombre)])
            : null;

    /// <summary>The style of every page, which goes within them: what is painted first waits for nothing else.</summary>
    public Html Estilo { get; }

    /// <summary>SHA-256 of <see cref="Estilo"/>, in base64, as a Content-Security-Policy names it.</summary>
    public string HuellaDelEstilo { get; }

    private readonly Dictionary<string, IReadOnlyCollection<string>> _importados;

    /// <summary>Every module that a module imports, by itself or through others: a page asks for them at once, and not one after the other.</summary>
    public IReadOnlyCollection<string> Importados(string modulo) => _importados[modulo];

    private SortedSet<string> BuscarImportados(string modulo)
    {
        var todos = new SortedSet<string>(StringComparer.Ordinal);
        Sumar(modulo);
        return todos;

        void Sumar(string nombre)
        {
            foreach (Match importado in Importacion().Matches(Encoding.UTF8.GetString(_archivos[nombre])))
            {
                var ruta = new Uri(new Uri($"file:///{nombre}"), importado.Groups["ruta"].Value).AbsolutePath[1..];
                if (todos.Add(ruta))
                    Sumar(ruta);
            }
        }
    }

    /// <summary>Whether an address carries the digest of the files as they are.</summary>
    public bool EsVigente(string huella) => huella == _huella;

    /// <summary>The part of a page written in <c>partes/</c>.</summary>
    public Html Parte(string nombre) => Html.Propio(Encoding.UTF8.GetString(_archivos[$"partes/{nombre}.html"]));

    private void Leer(IFileProvider proveedor, string carpeta)
    {
        foreach (var archivo in proveedor.GetDirectoryContents(carpeta))
        {
            var nombre = carpeta.Length == 0 ? archivo.Name : $"{carpeta}/{archivo.Name}";
            if (archivo.IsDirectory)
            {
                Leer(proveedor, nombre);
                continue;
            }
            if (!Tipos.ContainsKey(Path.GetExtension(nombre)))
                continue;
            using var entrada = archivo.CreateReadStream();
            using var bytes = new MemoryStream();
            entrada.CopyTo(bytes);
            _archivos[nombre] = bytes.ToArray();
        }
    }

    [GeneratedRegex("""^import [^"]* from "(?<ruta>\.[^"]+)";$""", RegexOptions.Multiline, 1000)]
    private static partial Regex Importacion();
}
