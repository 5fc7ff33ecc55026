using Icsoe.Domain.Almacen.Recepcion;
using Icsoe.Domain.Lectura;

namespace Icsoe.Domain.Sellado;

/// <summary>Institute door: takes in informativas as filed. Nothing is published until <see cref="Publicador"/> seals.</summary>
public static class Receptor
{
    private const int CadaCuantas = 20_000;

    /// <summary>
    /// Receives the informativas of some files, all files or none. Lines that cannot be read are rejected with their place and the rest goes on.
    /// </summary>
    /// <exception cref="LecturaException">A file is refused whole; nothing was received from any.</exception>
    /// <exception cref="OrdenRechazadaException">Another writer is at work, or this is the sample's store.</exception>
    public static Resultado Recibir(IReadOnlyList<string> archivos, Entorno entorno, CancellationToken ct)
    {
        using var candado = Candado.Tomar(entorno.Carpetas);
        Admision admision;
        using (var escritor = entorno.AbrirEscritor())
            admision = new Admision(entorno, escritor.Listados());
        using var recepcion = AlmacenRecepcion.Abrir(entorno.Carpetas.Recepcion);
        var rechazos = new List<Rechazo>();
        int recibidas = 0,
            repetidas = 0;
        foreach (var archivo in archivos)
        {
            var nombre = Path.GetFileName(archivo);
            foreach (var linea in ArchivoDeInformativas.Leer(archivo, entorno.Limites, ct))
            {
                var rechazo = Admision.Juntar(linea.Rechazos);
                if (linea.Informativa is { } informativa)
                {
                    rechazo = admision.Rechazar(nombre, linea.Linea, informativa);
                    switch (rechazo is null ? recepcion.Recibir(informativa) : (Recibida?)null)
                    {
                        case Recibida.Nueva:
                            recibidas++;
                            break;
                        case Recibida.Repetida:
                            repetidas++;
                            break;
                        case Recibida.ConOtroContenido:
                            rechazo = Admision.ConOtroContenido(nombre, linea.Linea, informativa.Folio!);
                            break;
                    }
                }
                if (rechazo is not null)
                {
                    rechazos.Add(rechazo);
                    entorno.AlRechazar(rechazo);
                }
                foreach (var advertencia in linea.Advertencias)
                    entorno.Avance($"aviso: {advertencia}");
                if ((recibidas + repetidas) % CadaCuantas == 1)
                    entorno.Avance($"{nombre}: {recibidas + repetidas:N0} informativas");
            }
        }
        recepcion.Confirmar();
        return new Resultado
        {
            Orden = "importar",
            Recibidas = recibidas,
            Rechazados = rechazos.Count,
            Informe = GuardarInforme(rechazos, entorno),
        };
    }

    /// <summary>The rejected lines, kept privately: places and reasons quote what was filed.</summary>
    private static string? GuardarInforme(List<Rechazo> rechazos, Entorno entorno)
    {
        if (rechazos.Count == 0)
            return null;
        var ruta = Path.Combine(entorno.Carpetas.Recepcion, $"rechazos-{entorno.Reloj.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}.txt");
        File.WriteAllLines(ruta, rechazos.Select(rechazo => rechazo.ToString()));
        return ruta;
    }
}
