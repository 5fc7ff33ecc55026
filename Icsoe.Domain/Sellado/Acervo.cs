using Icsoe.Domain.Almacen.Acervo;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>
/// The files of the whole store, for work over years: every row that stands, and every row that ever stood with the publications it appeared
/// and left in; each as Parquet and as SQLite. Rows go by periodo, lista and the order of files.
/// </summary>
internal static class Acervo
{
    /// <param name="listados">Every listado there is, in key order.</param>
    /// <param name="id">The publication being sealed.</param>
    public static IReadOnlyList<ArchivoListo> Escribir(
        EscritorPublico escritor,
        IReadOnlyList<Listado> listados,
        IdPublicacion id,
        Entorno entorno,
        CancellationToken ct
    )
    {
        string[] ids = [.. escritor.Publicaciones.Select(publicacion => publicacion.Id.ToString()), id.ToString()];
        using var vigente = new Copia(ArchivoPublicado.Vigente, conHistoria: false, escritor, entorno.Carpetas);
        using var historia = new Copia(ArchivoPublicado.Historia, conHistoria: true, escritor, entorno.Carpetas);
        foreach (var listado in listados)
        {
            entorno.Avance($"{listado}: a los archivos de todos los periodos");
            escritor.LeerHistoria(
                listado,
                (in renglon, vida) =>
                {
                    var hasta = vida.Hasta is { } salida ? ids[salida - 1] : null;
                    historia.Agregar(renglon, vida, ids[vida.Desde - 1], hasta);
                    if (hasta is null)
                        vigente.Agregar(renglon, vida);
                },
                ct
            );
        }
        // By name, as the records give them.
        return [.. historia.Terminar(), .. vigente.Terminar()];
    }

    /// <summary>The same rows in both formats.</summary>
    private sealed class Copia : IDisposable
    {
        private readonly string _nombre;
        private readonly bool _conHistoria;
        private readonly string _rutaDeParquet;
        private readonly string _rutaDeBase;
        private readonly ParquetDeListado _parquet;
        private readonly BaseParaLlevar _base;

        public Copia(string nombre, bool conHistoria, EscritorPublico escritor, Carpetas carpetas)
        {
            (_nombre, _conHistoria) = (nombre, conHistoria);
            (_rutaDeParquet, _rutaDeBase) = (Archivero.Nuevo(carpetas), Archivero.Nuevo(carpetas));
            _parquet = new ParquetDeListado(
                _rutaDeParquet,
                CamposDeArchivo.Todos,
                Procedencia.Datos,
                conHistoria ? [("publicacion_desde", true), ("publicacion_hasta", false)] : []
            );
            _base = escritor.BaseParaLlevar(_rutaDeBase, conHistoria);
        }

        public void Agregar(in RenglonLeido renglon, VidaDeRenglon vida, string? desde = null, string? hasta = null)
        {
            _parquet.Escribir(renglon, _conHistoria ? [desde, hasta] : []);
            _base.Agregar(renglon, vida, desde, hasta);
        }

        public IEnumerable<ArchivoListo> Terminar()
        {
            _parquet.Terminar();
            _base.Terminar();
            yield return Archivero.Preparar(_rutaDeParquet, $"{_nombre}.parquet", "parquet", "icsoe");
            yield return Archivero.Preparar(_rutaDeBase, $"{_nombre}.sqlite", "sqlite", "icsoe");
        }

        public void Dispose()
        {
            _parquet.Dispose();
            _base.Dispose();
        }
    }
}
