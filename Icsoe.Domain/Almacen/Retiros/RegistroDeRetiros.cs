using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Retiros;

/// <summary>A state of a listado, of those before the publication being sealed, that is not what it was.</summary>
/// <param name="Desde">The publication it is of.</param>
/// <param name="Vigente">Whether it is the one that stands.</param>
/// <param name="Perdio">Whether it lost rows, so that its files have what it does not; else some of its rows only named what is gone.</param>
/// <param name="Totales">What is left of it.</param>
public sealed record EstadoMermado(Listado Listado, int Desde, bool Vigente, bool Perdio, Totales Totales)
{
    /// <summary>SHA-256 of its CSV as it is now.</summary>
    public string Canonico { get; init; } = "";
}

/// <summary>What emptying the rows of a folio left behind.</summary>
/// <param name="Mermados">What is left of every state that had it, in the order of publications; none when no state had.</param>
/// <param name="Folios">Folios that stood only in those rows.</param>
public sealed record Desalojado(IReadOnlyList<EstadoMermado> Mermados, IReadOnlyList<string> Folios);

/// <summary>What is being taken out, and what it leaves.</summary>
/// <param name="Folio">Null when it is a file.</param>
/// <param name="Sha256">Null when it is a folio.</param>
/// <param name="Dejado">Of a file, nothing.</param>
public sealed record RetiroPorSellar(string? Folio, string? Sha256, string Motivo, Desalojado Dejado);

/// <summary>Writes in the records that something was taken out.</summary>
internal static class RegistroDeRetiros
{
    /// <param name="cifras">Counts a listado as it stood at a publication.</param>
    /// <param name="secuencia">Of the publication being sealed.</param>
    public static void Asentar(
        PublicoContext contexto,
        RetiroPorSellar retiro,
        Func<Listado, int, IReadOnlyList<Cifra>> cifras,
        int secuencia
    )
    {
        contexto.Retiros.Add(
            new RetiroFila
            {
                Secuencia = secuencia,
                Folio = retiro.Folio,
                Sha256 = retiro.Sha256,
                Folios = [.. retiro.Dejado.Folios],
                Motivo = retiro.Motivo,
            }
        );
        Marcar(contexto.Archivos.Where(archivo => retiro.Sha256 != null && archivo.Sha256 == retiro.Sha256));
        foreach (var mermado in retiro.Dejado.Mermados)
        {
            var (clave, totales) = (mermado.Listado.Clave, mermado.Totales);
            if (mermado.Perdio)
                Marcar(contexto.Archivos.Where(archivo => archivo.Listado == clave && archivo.Desde == mermado.Desde));
            var fila = contexto.Listados.Single(fila => fila.Listado == clave && fila.Desde == mermado.Desde);
            if (mermado.Perdio)
                Marcar(DelAcervo(fila.Desde, fila.Hasta));
            fila.Sellado ??= CodecDeSellado.Escribir(fila);
            (fila.Renglones, fila.Contratos, fila.Informativas) = (totales.Renglones, totales.Contratos, totales.Informativas);
            (fila.InformativasSinContratos, fila.Huella) = (totales.InformativasSinContratos, (long)totales.Huella);
            fila.Canonico = mermado.Canonico;
            fila.Cifras = CodecDeCifras.Escribir(cifras(mermado.Listado, mermado.Desde));
        }
        if (retiro.Folio is { } folio)
        {
            foreach (var publicacion in contexto.Publicaciones)
                publicacion.Calidad = CodecDeCalidad.Escribir(CodecDeCalidad.Leer(publicacion.Calidad).Sin(folio));
        }
        contexto.SaveChanges();

        // What holds the state of a publication had it while it stood; what holds history, from then on.
        IQueryable<ArchivoFila> DelAcervo(int desde, int hasta) =>
            contexto.Archivos.Where(archivo =>
                archivo.Listado == ArchivoFila.DelAcervo
                && archivo.Hasta > desde
                && (archivo.Desde < hasta || archivo.Nombre.StartsWith(ArchivoPublicado.Historia + "."))
            );

        void Marcar(IQueryable<ArchivoFila> archivos) =>
            archivos
                .Where(archivo => archivo.Retiro == null)
                .ExecuteUpdate(cambio => cambio.SetProperty(archivo => archivo.Retiro, secuencia));
    }
}
