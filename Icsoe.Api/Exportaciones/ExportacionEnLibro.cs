using System.Globalization;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Exportaciones;

/// <summary>Rows that a workbook has room for.</summary>
public sealed class LugarEnLibros
{
    /// <summary>Besides the header; only tests choose another.</summary>
    public int Filas { get; internal set; } = LibroXlsx.FilasMaximas;
}

/// <summary>All the rows of a query as a workbook: the rows in its first sheet, what they are in the second.</summary>
public static class ExportacionEnLibro
{
    /// <summary>Contracts or lines, with the columns of the sealed workbooks; those of both lists tell which one each is of.</summary>
    public static IResult DeRenglones(Peticion peticion, Consulta consulta, Entidad entidad, string nombre)
    {
        var deListas = Filtros.ListasDe(consulta).ToList() is [var unica] ? ColumnasDeListado.De(unica) : ColumnasDeListado.DeAmbas;
        var columnas = Elegir(
            ColumnasDeListado.Todas,
            deListas,
            peticion.Valores.Todos(ParametrosDeExportacion.CamposDeRenglones).Select(campo => campo.Nombre)
        );
        return new ExportacionEnLibro<RenglonPublico>(peticion, consulta, entidad, nombre, columnas, Leer);

        static void Leer(FilasDeArchivo filas, int cuantas, Action<RenglonPublico> destino) =>
            filas.Leer(cuantas, conHallazgos: true, (in renglon) => destino(renglon.ARenglon()));
    }

    /// <summary>Filings.</summary>
    public static IResult DeInformativas(Peticion peticion, Consulta consulta)
    {
        var columnas = Elegir(
            ColumnasDeInformativas.Todas,
            ColumnasDeInformativas.Todas,
            peticion.Valores.Todos(ParametrosDeExportacion.CamposDeInformativas).Select(campo => campo.Nombre)
        );
        return new ExportacionEnLibro<InformativaPublica>(peticion, consulta, Entidad.Informativa, "informativas", columnas, Leer);

        static void Leer(FilasDeArchivo filas, int cuantas, Action<InformativaPublica> destino)
        {
            foreach (var informativa in filas.LeerInformativas(cuantas))
                destino(informativa);
        }
    }

    private static IReadOnlyList<ColumnaDeLibro<T>> Elegir<T>(
        IReadOnlyList<ColumnaDeLibro<T>> todas,
        IReadOnlyList<ColumnaDeLibro<T>> porOmision,
        IEnumerable<string> nombres
    ) =>
        nombres.Distinct().Select(nombre => todas.Single(columna => columna.Nombre == nombre)).ToList() is { Count: > 0 } elegidas
            ? elegidas
            : porOmision;
}

/// <inheritdoc cref="ExportacionEnLibro"/>
/// <param name="leer">Hands out some more rows.</param>
public sealed class ExportacionEnLibro<T>(
    Peticion peticion,
    Consulta consulta,
    Entidad entidad,
    string nombre,
    IReadOnlyList<ColumnaDeLibro<T>> columnas,
    Action<FilasDeArchivo, int, Action<T>> leer
) : Exportacion(peticion, consulta, entidad, nombre, "xlsx"), IDisposable
{
    private readonly int _lugar = peticion.Http.RequestServices.GetRequiredService<LugarEnLibros>().Filas;
    private LibroAlVuelo<T>? _libro;

    /// <summary>All of them: a sheet tells how many rows it has before the first.</summary>
    protected override long? Contar(FilasDeArchivo filas) => base.Contar(filas) ?? filas.Contar(_lugar);

    /// <inheritdoc/>
    protected override Problema? Rechazar()
    {
        if (Total <= _lugar)
            return null;
        var tipo = CatalogoDeProblemas.DemasiadasFilasParaXlsx;
        var cabidas = _lugar.ToString("N0", CultureInfo.InvariantCulture);
        string[] otros = [En("csv"), En("ndjson")];
        var detalle = new Texto(
            $"La consulta tiene más de {cabidas} filas, las que caben en una hoja. Pídela como {otros[0]} o {otros[1]}, que no tienen tope.",
            $"The query has more than {cabidas} rows, which is what a sheet holds. Ask for it as {otros[0]} or {otros[1]}, which have no cap."
        );
        return new(tipo, detalle) { Errores = [new(tipo, null, null, detalle, otros[0], otros)] };
    }

    /// <inheritdoc/>
    protected override void Encabezar(EscritorDeJson salida)
    {
        _libro = new(salida, columnas, (int)Total!.Value, Metadatos.Hoja, Metadatos.De(Peticion, Consulta, columnas, Total.Value));
        Peticion.Http.Response.RegisterForDispose(this);
    }

    /// <inheritdoc/>
    protected override int Escribir(FilasDeArchivo filas, EscritorDeJson salida)
    {
        var cuantas = 0;
        leer(
            filas,
            PorLote,
            fila =>
            {
                cuantas++;
                _libro!.Escribir(fila);
            }
        );
        return cuantas;
    }

    /// <inheritdoc/>
    protected override void Cerrar(EscritorDeJson salida) => _libro!.Terminar();

    public void Dispose() => _libro?.Dispose();

    /// <summary>The same query in another format.</summary>
    private string En(string formato)
    {
        var direccion = Peticion.DireccionEn(Peticion.PublicacionNombrada);
        return $"{Path.ChangeExtension(Peticion.Ruta, formato)}{direccion[Peticion.Ruta.Length..]}";
    }
}
