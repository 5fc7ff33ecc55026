using Icsoe.Domain.Almacen.Recepcion;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Tiempo;
using Icsoe.Domain.Validacion;

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
            admision = new Admision(
                entorno.Reloj.Hoy().Year,
                escritor.Listados().Where(estado => estado.Puerta == Puerta.Espejo).Select(estado => estado.Listado.Periodo)
            );
        using var recepcion = AlmacenRecepcion.Abrir(entorno.Carpetas.Recepcion);
        var rechazos = new List<Rechazo>();
        int recibidas = 0,
            repetidas = 0;
        foreach (var archivo in archivos)
        {
            var nombre = Path.GetFileName(archivo);
            foreach (var revisada in Revisar(archivo, nombre, admision, entorno, ct).Adelantado(Pesos.De, ct))
            {
                var rechazo = revisada.Rechazo;
                if (revisada.PorRecibir is { } informativa)
                {
                    switch (recepcion.Recibir(informativa))
                    {
                        case Recibida.Nueva:
                            recibidas++;
                            break;
                        case Recibida.Repetida:
                            repetidas++;
                            break;
                        case Recibida.ConOtroContenido:
                            rechazo = Admision.ConOtroContenido(nombre, revisada.Lugar.Linea, informativa.Folio);
                            break;
                    }
                }
                if (rechazo is not null)
                {
                    rechazos.Add(rechazo);
                    entorno.AlRechazar(rechazo);
                }
                foreach (var advertencia in revisada.Advertencias)
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

    /// <summary>Reads, judges whether each may be taken in and makes it ready, while the store takes in those before it.</summary>
    internal static IEnumerable<Revisada> Revisar(string archivo, string nombre, Admision admision, Entorno entorno, CancellationToken ct)
    {
        foreach (var linea in ArchivoDeInformativas.Leer(archivo, entorno.Limites, ct))
        {
            var rechazo = linea.Informativa is null ? Admision.Juntar(linea.Rechazos) : admision.Rechazar(nombre, linea);
            var porRecibir = rechazo is null ? PorRecibir.De(linea.Informativa!) : null;
            yield return new Revisada(Lugar.De(linea), porRecibir, rechazo, linea.Advertencias);
        }
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

    /// <summary>A line that was read: ready to be received, or rejected.</summary>
    internal sealed record Revisada(Lugar Lugar, PorRecibir? PorRecibir, Rechazo? Rechazo, IReadOnlyList<Rechazo> Advertencias);
}
