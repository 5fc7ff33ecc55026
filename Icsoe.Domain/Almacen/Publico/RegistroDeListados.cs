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
        contexto
            .Archivos.Where(a => a.Listado == clave && a.Hasta == Tiempos.Siempre)
            .ExecuteUpdate(cambio => cambio.SetProperty(a => a.Hasta, secuencia));
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
        contexto.Archivos.AddRange(
            cambiado.Archivos.Select(archivo => new ArchivoFila
            {
                Listado = clave,
                Formato = archivo.Formato,
                Desde = secuencia,
                Hasta = Tiempos.Siempre,
                Nombre = archivo.Nombre,
                Origen = archivo.Origen,
                Bytes = archivo.Bytes,
                Sha256 = archivo.Sha256,
            })
        );
    }
}
