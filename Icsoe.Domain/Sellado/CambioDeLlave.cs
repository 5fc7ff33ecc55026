using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>Makes the key that signs manifests, or changes it. Killed at any instant, the key that signed goes on signing, or the new one does.</summary>
public static class CambioDeLlave
{
    /// <param name="rotar">Whether there must be a key already, which is retired; else there must be none.</param>
    /// <exception cref="OrdenRechazadaException">There is one, or there is none; nothing changed.</exception>
    public static LlavePublica Hacer(bool rotar, Entorno entorno)
    {
        using var candado = Candado.Tomar(entorno.Carpetas);
        using var escritor = entorno.AbrirEscritor();
        var enUso = escritor.Llaves().LastOrDefault(llave => llave.RetiradaEn is null);
        if (!rotar && enUso is not null)
            throw new OrdenRechazadaException($"Ya hay una llave, {enUso.Id}. Para cambiarla: llave rotar.");
        if (rotar && enUso is null)
            throw new OrdenRechazadaException("No hay llave que rotar. Para crearla: llave nueva.");
        var llavero = new Llavero(entorno.Carpetas);
        var nueva = llavero.Crear(entorno.Reloj.GetUtcNow());
        escritor.CambiarLlave(nueva);
        llavero.Conservar(nueva.Id);
        return nueva;
    }
}
