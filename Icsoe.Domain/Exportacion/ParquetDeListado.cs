using System.Globalization;
using System.Text.RegularExpressions;
using Icsoe.Domain.Publicaciones;
using ParquetSharp;
using ParquetSharp.Schema;

namespace Icsoe.Domain.Exportacion;

/// <summary>
/// Lines as Parquet (design, section 8): zstd, true types, and the least and the greatest value of each page, so that who asks for a part reads
/// a part. The same lines give the same bytes. Its owner gives them in the order of files and ends with <see cref="Terminar"/>.
/// </summary>
public sealed partial class ParquetDeListado : IDisposable
{
    /// <summary>Lines of a row group: enough to compress well, few enough to hold and to skip.</summary>
    private const int PorGrupo = 1 << 15;

    /// <summary>Columns that hardly repeat: a dictionary of them would be the column again.</summary>
    private static readonly string[] SinDiccionario = ["folio_contrato", "folio_informativa"];

    private readonly IReadOnlyList<CampoDeArchivo> _campos;
    private readonly List<ColumnaDeParquet> _columnas;
    private readonly int _propias;
    private readonly ParquetFileWriter _archivo;
    private readonly List<ByteArray> _prestado = [];
    private int _enGrupo;

    /// <param name="ruta">File to write, which does not exist.</param>
    /// <param name="datos">What the file says of itself, by name.</param>
    /// <param name="ademas">Columns after those of <paramref name="campos"/>, for <see cref="Escribir(in RenglonLeido, ReadOnlySpan{string})"/>.</param>
    public ParquetDeListado(
        string ruta,
        IReadOnlyList<CampoDeArchivo> campos,
        IReadOnlyDictionary<string, string> datos,
        params IReadOnlyList<(string Nombre, bool Nunca)> ademas
    )
    {
        _campos = campos;
        _propias = campos.Count;
        _columnas =
        [
            .. campos.Select(ColumnaDeParquet.De),
            .. ademas.Select(columna => new ColumnaDeTextos(columna.Nombre, columna.Nunca)),
        ];
        var nodos = _columnas.Select(columna => columna.Nodo()).ToArray();
        using var esquema = new GroupNode("icsoe", Repetition.Required, nodos);
        using var propiedades = Propiedades();
        _archivo = new ParquetFileWriter(ruta, esquema, propiedades, datos);
        foreach (var nodo in nodos)
            nodo.Dispose();
    }

    /// <summary>Adds a line.</summary>
    /// <param name="ademas">Values of the columns after those of the fields, in their order; null for none.</param>
    public void Escribir(in RenglonLeido renglon, params ReadOnlySpan<string?> ademas)
    {
        for (var i = 0; i < _propias; i++)
            _campos[i].Parquet(_columnas[i], renglon);
        for (var i = 0; i < ademas.Length; i++)
            _columnas[_propias + i].Palabra(ademas[i]);
        if (++_enGrupo == PorGrupo)
            CerrarGrupo();
    }

    /// <summary>Writes what is left and the end of the file.</summary>
    public void Terminar()
    {
        if (_enGrupo > 0)
            CerrarGrupo();
        Escribir(_archivo.Close);
    }

    /// <inheritdoc/>
    public void Dispose() => _archivo.Dispose();

    private void CerrarGrupo()
    {
        Escribir(() =>
        {
            using var grupo = _archivo.AppendRowGroup();
            foreach (var columna in _columnas)
                columna.Escribir(grupo, _prestado);
            grupo.Close();
        });
        _enGrupo = 0;
    }

    /// <exception cref="IOException">The disk is full or fails, as .NET tells of it: by errno, which the library leaves in its message.</exception>
    private static void Escribir(Action escribir)
    {
        try
        {
            escribir();
        }
        catch (ParquetException error)
        {
            const int Eio = 5;
            var numero = Errno().Match(error.Message).Groups["numero"];
            throw new IOException(error.Message, numero.Success ? int.Parse(numero.ValueSpan, CultureInfo.InvariantCulture) : Eio);
        }
    }

    [GeneratedRegex(@"\[errno (?<numero>\d{1,4})\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Errno();

    private static WriterProperties Propiedades()
    {
        using var propiedades = new WriterPropertiesBuilder();
        // What the writer's own pool was given it keeps: the system takes it back.
        propiedades.MemoryPool(MemoryPool.SystemMemoryPool()).Compression(Compression.Zstd).CompressionLevel(3).EnableWritePageIndex();
        foreach (var columna in SinDiccionario)
            propiedades.DisableDictionary(columna).Encoding(columna, Encoding.DeltaByteArray);
        return propiedades.Build();
    }
}
