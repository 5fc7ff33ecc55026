using Icsoe.Domain.Publicaciones;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>The records of what each listado is, publication after publication.</summary>
internal static class RegistroDeListados
{
    /// <summary>Closes the state of a listado and that of its files, and opens the next.</summary>
    /// <param name="cifras">What it holds, counted.</param>
    /// <param name="secuencia">Of the publication being sealed.</param>
    public static void Seguir(PublicoContext contexto, ListadoPorSellar cambiado, IReadOnlyList<Cifra> cifras, int secuencia)
    {
        var clave = cambiado.Listado.Clave;
        contexto
            .Listados.Where(l => l.Listado == clave && l.Hasta == Tiempos.Siempre)
            .ExecuteUpdate(cambio => cambio.SetProperty(l => l.Hasta, secuencia));
        contexto.Listados.Add(
            new ListadoFila
            {
                Listado = clave,
                Desde = secuencia,
                Hasta = Tiempos.Siempre,
                Puerta = (int)cambiado.Puerta,
                Renglones = cambiado.Totales.Renglones,
                Contratos = cambiado.Totales.Contratos,
                Informativas = cambiado.Totales.Informativas,
                InformativasSinContratos = cambiado.Totales.InformativasSinContratos,
                Huella = (long)cambiado.Totales.Huella,
                Canonico = cambiado.Canonico,
                Cifras = CodecDeCifras.Escribir(cifras),
                FuenteNombre = cambiado.Fuente?.Nombre,
                FuenteUrl = cambiado.Fuente?.Url,
                FuenteObtenido = cambiado.Fuente?.Obtenido,
                FuenteSha256 = cambiado.Fuente?.Sha256,
            }
        );
        SeguirArchivos(contexto, clave, cambiado.Archivos, secuencia);
    }

    /// <summary>Closes the files of the whole store, and opens those of the publication being sealed.</summary>
    public static void SeguirAcervo(PublicoContext contexto, IReadOnlyList<ArchivoPublicado> archivos, int secuencia) =>
        SeguirArchivos(contexto, ArchivoFila.DelAcervo, archivos, secuencia);

    private static void SeguirArchivos(PublicoContext contexto, int clave, IReadOnlyList<ArchivoPublicado> archivos, int secuencia)
    {
        contexto
            .Archivos.Where(a => a.Listado == clave && a.Hasta == Tiempos.Siempre)
            .ExecuteUpdate(cambio => cambio.SetProperty(a => a.Hasta, secuencia));
        contexto.Archivos.AddRange(
            archivos.Select(archivo => new ArchivoFila
            {
                Listado = clave,
                Nombre = archivo.Nombre,
                Desde = secuencia,
                Hasta = Tiempos.Siempre,
                Formato = archivo.Formato,
                Origen = archivo.Origen,
                Bytes = archivo.Bytes,
                Sha256 = archivo.Sha256,
            })
        );
    }
}
