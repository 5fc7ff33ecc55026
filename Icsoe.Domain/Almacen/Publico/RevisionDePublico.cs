using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Publicaciones;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>What a store's own records say, checked against each other.</summary>
/// <param name="Archivos">Every file of every publication, by digest.</param>
/// <param name="Retirados">Every file that was taken out.</param>
/// <param name="Publicaciones">What each one's records say, oldest first; empty when they cannot be followed.</param>
internal sealed record RevisionDePublico(
    Publicacion? Vigente,
    IReadOnlyDictionary<string, ArchivoPublicado> Archivos,
    IReadOnlyList<ArchivoRetirado> Retirados,
    IReadOnlyList<PublicacionRevisada> Publicaciones,
    IReadOnlyList<LlavePublica> Llaves,
    IReadOnlyList<string> Danos
)
{
    /// <param name="canonico">The canonical digest of the lines it is handed.</param>
    /// <exception cref="AlmacenException">The file is no store of ours, or not readable at all.</exception>
    public static RevisionDePublico Revisar(string ruta, Func<Action<AlLeerRenglon>, string> canonico, CancellationToken ct)
    {
        using var conexion = Conexiones.ParaLeer(ruta);
        using var contexto = Conexiones.Contexto(conexion);
        if (Migrador.Pendientes(conexion, contexto) > 0)
            throw new AlmacenException(
                $"{ruta}: lo escribió una versión anterior. Cualquier orden que escriba (importar, publicar) lo actualiza."
            );
        try
        {
            var danos = new List<string>(Integridad(conexion));
            var publicaciones = contexto.Publicaciones.AsNoTracking().OrderBy(p => p.Secuencia).ToList();
            var rotos = Cadena(publicaciones).ToList();
            danos.AddRange(rotos);
            danos.AddRange(Diccionarios(conexion));
            foreach (var estado in contexto.Listados.AsNoTracking().OrderBy(l => l.Desde).ThenBy(l => l.Listado).AsEnumerable())
            {
                ct.ThrowIfCancellationRequested();
                danos.AddRange(Contar(conexion, publicaciones, estado, canonico, ct));
                danos.AddRange(RevisarArchivo(contexto, estado));
            }
            danos.AddRange(Indices(contexto, Path.GetDirectoryName(ruta)!, ct));
            return new RevisionDePublico(
                rotos.Count == 0 && publicaciones.Count > 0 ? Estados.Publicaciones(contexto)[^1] : null,
                contexto
                    .Archivos.AsNoTracking()
                    .Where(archivo => archivo.Retiro == null)
                    .AsEnumerable()
                    .Select(Estados.Archivo)
                    .Concat(
                        publicaciones.Count == 0
                            ? []
                            : Estados.Publicaciones(contexto).Select(Manifiesto.Archivo).OfType<ArchivoPublicado>()
                    )
                    .DistinctBy(archivo => archivo.Sha256, StringComparer.Ordinal)
                    .ToDictionary(archivo => archivo.Sha256, StringComparer.Ordinal),
                [.. LeerRetirados(contexto)],
                rotos.Count > 0
                    ? []
                    :
                    [
                        .. Estados
                            .Publicaciones(contexto)
                            .Select(p => new PublicacionRevisada(
                                p,
                                Estados.ListadosSellados(contexto, p.Secuencia),
                                Estados.AcervoSellado(contexto, p.Secuencia)
                            )),
                    ],
                Estados.Llaves(contexto),
                danos
            );
        }
        catch (SqliteException error)
        {
            throw new AlmacenException($"{ruta}: la base está dañada ({error.Message}). Restáurala de un respaldo.", error);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException or InvalidCastException)
        {
            throw new AlmacenException($"{ruta}: sus registros no se pueden leer ({error.Message}). Restáurala de un respaldo.", error);
        }
    }

    private static IEnumerable<string> Integridad(SqliteConnection conexion)
    {
        using var sentencia = new Sentencia(conexion, "PRAGMA integrity_check(10)");
        using var filas = sentencia.Leer();
        while (filas.Avanzar())
        {
            if (filas.Texto(0) is not "ok" and var dano)
                yield return $"icsoe.db: {dano}";
        }
    }

    /// <summary>Sequences 1, 2, 3…; ids that grow; each names the one before; cortes that never go back.</summary>
    private static IEnumerable<string> Cadena(List<PublicacionFila> publicaciones)
    {
        PublicacionFila? anterior = null;
        DateOnly? corte = null;
        foreach (var publicacion in publicaciones)
        {
            var sigue =
                publicacion.Secuencia == (anterior?.Secuencia ?? 0) + 1
                && publicacion.Anterior == anterior?.Id
                && IdPublicacion.TryParse(publicacion.Id, out var id)
                && (anterior is null || (IdPublicacion.TryParse(anterior.Id, out var previa) && id > previa))
                && (publicacion.Corte is null || (publicacion.Corte < id.PrimerDia && !(publicacion.Corte < corte)));
            if (!sigue)
                yield return $"icsoe.db: la publicación {publicacion.Id} (número {publicacion.Secuencia}) no sigue a la anterior, {anterior?.Id ?? "ninguna"}.";
            anterior = publicacion;
            corte = publicacion.Corte ?? corte;
        }
    }

    /// <summary>Keys that must follow from what they stand beside.</summary>
    private static IEnumerable<string> Diccionarios(SqliteConnection conexion)
    {
        var resumen = Resumen.De(conexion);
        using var partes = new Sentencia(conexion, "SELECT id, nombre, tipo_persona, clave, huella FROM partes");
        using (var filas = partes.Leer())
        {
            while (filas.Avanzar())
            {
                var parte = new PartePublica(
                    filas.Texto(1) is { Length: > 0 } nombre ? nombre : null,
                    filas.Entero(2) is not 0 and var tipo ? (Modelo.TipoPersona)tipo : null
                );
                if (parte.Clave != filas.TextoONada(3))
                    yield return $"icsoe.db: la clave de la parte {filas.Largo(0)} no es la de su nombre.";
                if ((long)resumen.Texto(filas.Texto(1)).Numero(filas.Entero(2)).Terminar() != filas.Largo(4))
                    yield return $"icsoe.db: la huella de la parte {filas.Largo(0)} no es la de su nombre.";
            }
        }
        using var hallazgos = new Sentencia(conexion, "SELECT id, contenido FROM hallazgos");
        using (var filas = hallazgos.Leer())
        {
            while (filas.Avanzar())
            {
                // A few numbers past its own: two contents may want the same one.
                if (filas.Largo(0) - CodecDeHallazgos.Id(filas.Bytes(1)) is < 0 or > 8)
                    yield return $"icsoe.db: los hallazgos {filas.Largo(0)} no son los que se guardaron.";
            }
        }
    }

    /// <summary>Every index that counts is whole; it can be made again from the rows.</summary>
    private static IEnumerable<string> Indices(PublicoContext contexto, string directorio, CancellationToken ct)
    {
        var carpeta = new CarpetaDeIndices(directorio);
        foreach (var (_, fila) in CarpetaDeIndices.Vigentes(contexto).OrderBy(par => par.Key, StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            var nombre = $"indice/{Path.GetFileName(carpeta.Ruta(fila))}";
            if (!File.Exists(carpeta.Ruta(fila)))
                yield return $"{nombre}: falta. La siguiente orden que escriba lo rehace.";
            else if (Mapa.Huella(carpeta.Ruta(fila)) != fila.Huella)
                yield return $"{nombre}: está alterado o truncado. Bórralo: la siguiente orden que escriba lo rehace.";
        }
    }

    /// <summary>What stands at the publication that last changed a listado is what was sealed: as many, and with the same digest.</summary>
    private static IEnumerable<string> Contar(
        SqliteConnection conexion,
        List<PublicacionFila> publicaciones,
        ListadoFila estado,
        Func<Action<AlLeerRenglon>, string> canonico,
        CancellationToken ct
    )
    {
        var listado = Modelo.Listado.DeClave(estado.Listado);
        var id = publicaciones.FirstOrDefault(publicacion => publicacion.Secuencia == estado.Desde)?.Id;
        if (id is null)
        {
            yield return $"icsoe.db: {listado} dice cambiar en la publicación número {estado.Desde}, que no existe.";
            yield break;
        }
        var totales = new FilasGuardadas(conexion).Contar(listado, estado.Desde);
        if (totales.Renglones != estado.Renglones)
            yield return $"icsoe.db: {listado} en {id} tiene {totales.Renglones} renglones y debe tener {estado.Renglones}.";
        if (totales.Informativas != estado.Informativas)
            yield return $"icsoe.db: {listado} en {id} tiene {totales.Informativas} informativas y debe tener {estado.Informativas}.";
        if (totales.Renglones == estado.Renglones && totales.Informativas == estado.Informativas && (long)totales.Huella != estado.Huella)
            yield return $"icsoe.db: el contenido de {listado} en {id} no es el que se selló.";
        else if (
            canonico(destino => new LectorDeListado(conexion).Leer(listado, estado.Desde, destino, ct)) is var suyo
            && suyo != estado.Canonico
        )
            yield return $"icsoe.db: el CSV de {listado} en {id} da {suyo} y debe dar {estado.Canonico}.";
    }

    /// <summary>Files that were taken out, each once.</summary>
    private static IEnumerable<ArchivoRetirado> LeerRetirados(PublicoContext contexto)
    {
        var publicaciones = contexto.Publicaciones.AsNoTracking().ToDictionary(publicacion => publicacion.Secuencia);
        var motivos = Estados.Retiros(contexto).ToDictionary(retiro => retiro.Secuencia, retiro => retiro.Motivo);
        return from archivo in contexto
                .Archivos.AsNoTracking()
                .Where(archivo => archivo.Retiro != null)
                .OrderBy(archivo => archivo.Desde)
                .AsEnumerable()
            group archivo by archivo.Sha256 into iguales
            let archivo = iguales.First()
            select new ArchivoRetirado(
                Estados.Archivo(archivo),
                IdPublicacion.Parse(publicaciones[archivo.Retiro!.Value].Id),
                publicaciones[archivo.Retiro.Value].SelladaEn,
                motivos[archivo.Retiro.Value]
            );
    }

    /// <summary>A listado has its XLSX under IMSS's name, the one its provenance tells; only a mirrored one that never came has none.</summary>
    private static IEnumerable<string> RevisarArchivo(PublicoContext contexto, ListadoFila estado)
    {
        var listado = Modelo.Listado.DeClave(estado.Listado);
        var xlsx = contexto
            .Archivos.AsNoTracking()
            .FirstOrDefault(a => a.Listado == estado.Listado && a.Formato == "xlsx" && a.Desde == estado.Desde && a.Hasta == estado.Hasta);
        var nuncaVino = estado.Puerta == (int)Puerta.Espejo && estado.FuenteSha256 is null;
        if (xlsx is null && !nuncaVino)
            yield return $"icsoe.db: falta el registro del archivo de {listado}.";
        // A mirrored listado that lost something has its XLSX written by us.
        else if (
            xlsx is not null
            && (
                xlsx.Nombre != $"{listado.Nombre}.xlsx" || (xlsx.Origen == "imss" && estado.FuenteSha256 is { } suyo && suyo != xlsx.Sha256)
            )
        )
            yield return $"icsoe.db: el registro del archivo de {listado} no es el que se selló ({xlsx.Nombre}).";
    }
}

/// <summary>A publication with the listados that stand at it and the files of the whole store, as the records have them.</summary>
internal sealed record PublicacionRevisada(
    Publicacion Publicacion,
    IReadOnlyList<EstadoListado> Listados,
    IReadOnlyList<ArchivoPublicado> Acervo
);

/// <summary>A file that was taken out.</summary>
/// <param name="Publicacion">The publication that was sealed to take it out.</param>
/// <param name="RetiradoEn">When, in UTC.</param>
internal sealed record ArchivoRetirado(ArchivoPublicado Archivo, IdPublicacion Publicacion, DateTimeOffset RetiradoEn, string Motivo);
