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
        // Opened only for what it refuses: a newer store, the sample's store.
        entorno.AbrirEscritor().Dispose();
        using var recepcion = AlmacenRecepcion.Abrir(entorno.Carpetas.Recepcion);
        var rechazos = new List<Rechazo>();
        int recibidas = 0,
            repetidas = 0,
            lineasRechazadas = 0;
        foreach (var archivo in archivos)
        {
            foreach (var linea in ArchivoDeInformativas.Leer(archivo, entorno.Limites, ct))
            {
                IReadOnlyList<Rechazo> motivos = linea.Rechazos;
                if (linea.Informativa is { } informativa)
                {
                    switch (recepcion.Recibir(informativa))
                    {
                        case Recibida.Nueva:
                            recibidas++;
                            break;
                        case Recibida.Repetida:
                            repetidas++;
                            break;
                        default:
                            motivos = [ConOtroContenido(Path.GetFileName(archivo), linea.Linea, informativa.Folio!)];
                            break;
                    }
                }
                foreach (var motivo in motivos)
                {
                    rechazos.Add(motivo);
                    entorno.AlRechazar(motivo);
                }
                if (motivos.Count > 0)
                    lineasRechazadas++;
                if ((recibidas + repetidas) % CadaCuantas == 1)
                    entorno.Avance($"{Path.GetFileName(archivo)}: {recibidas + repetidas:N0} informativas");
            }
        }
        recepcion.Confirmar();
        return new Resultado
        {
            Orden = "importar",
            Recibidas = recibidas,
            Rechazados = lineasRechazadas,
            Informe = GuardarInforme(rechazos, entorno),
        };
    }

    internal static Rechazo ConOtroContenido(string archivo, int linea, string folio) =>
        new(
            archivo,
            linea,
            "folio",
            $"el folio {folio} ya se recibió con otro contenido; una informativa presentada no cambia: se corrige con otra"
        );

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
