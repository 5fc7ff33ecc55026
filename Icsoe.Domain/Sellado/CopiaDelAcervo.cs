using Icsoe.Domain.Almacen.Acervo;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>
/// Rows of the whole store, for work over years, as Parquet and as SQLite: those that stand, or all that ever stood with the publications they
/// appeared and left in. They come by periodo, lista and the order of files.
/// </summary>
internal sealed class CopiaDelAcervo : IDisposable
{
    private readonly string _nombre;
    private readonly bool _conHistoria;
    private readonly string _rutaDeParquet;
    private readonly string _rutaDeBase;
    private readonly ParquetDeListado _parquet;
    private readonly BaseParaLlevar _base;

    /// <param name="nombre">Of its files, without format.</param>
    /// <param name="conHistoria">Whether each row says between which publications it stood.</param>
    public CopiaDelAcervo(string nombre, bool conHistoria, EscritorPublico escritor, Carpetas carpetas)
    {
        (_nombre, _conHistoria) = (nombre, conHistoria);
        (_rutaDeParquet, _rutaDeBase) = (Archivero.Nuevo(carpetas), Archivero.Nuevo(carpetas));
        _parquet = new ParquetDeListado(
            _rutaDeParquet,
            CamposDeArchivo.Todos,
            Procedencia.De(),
            conHistoria ? [("publicacion_desde", true), ("publicacion_hasta", false)] : []
        );
        try
        {
            _base = escritor.BaseParaLlevar(_rutaDeBase, conHistoria);
        }
        catch
        {
            _parquet.Dispose();
            throw;
        }
    }

    /// <param name="desde">Id of the publication it appeared in; null where history is not told.</param>
    /// <param name="hasta">Id of the one it left in; null while it stands.</param>
    public void Agregar(in RenglonLeido renglon, VidaDeRenglon vida, string? desde = null, string? hasta = null)
    {
        _parquet.Escribir(renglon, _conHistoria ? [desde, hasta] : []);
        _base.Agregar(renglon, vida, desde, hasta);
    }

    /// <summary>Both files, in tmp/.</summary>
    public IReadOnlyList<ArchivoListo> Terminar()
    {
        _parquet.Terminar();
        _base.Terminar();
        return
        [
            Archivero.Preparar(_rutaDeParquet, $"{_nombre}.parquet", "parquet", "icsoe"),
            Archivero.Preparar(_rutaDeBase, $"{_nombre}.sqlite", "sqlite", "icsoe"),
        ];
    }

    public void Dispose()
    {
        _parquet.Dispose();
        _base.Dispose();
    }
}
