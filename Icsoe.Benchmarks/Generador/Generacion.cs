using Icsoe.Benchmarks.Referencias;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Benchmarks.Generador;

/// <summary>What to generate.</summary>
/// <param name="Escala">1 is the full size.</param>
/// <param name="Meses">Versions; 1 is the base alone.</param>
/// <param name="Cambio">Share of the rows that changes from one version to the next.</param>
/// <param name="Desde">First version to write; what it says is the same as if all were.</param>
internal sealed record Pedido(
    ulong Semilla,
    IReadOnlyList<Periodo> Periodos,
    double Escala,
    int Meses,
    double Cambio,
    string Salida,
    bool ConLibros = true,
    bool ConTsv = false,
    int Desde = 1
);

/// <summary>One version of one periodo, as written.</summary>
internal sealed record Generado(string Publicacion, Periodo Periodo, int Informativas, int Publicos, int Inconsistentes);

/// <summary>
/// Writes the data of both doors, streaming. One folder a version, named by the publication it is for: in it, what was filed that month
/// for each periodo (NDJSON) and both workbooks as they stood then.
/// </summary>
internal static class Generacion
{
    /// <summary>The same order, the same files; a version of every periodo, then the next.</summary>
    public static IEnumerable<Generado> Escribir(Pedido pedido, CancellationToken ct)
    {
        var clientela = new Clientela(pedido.Escala);
        var ultimo = pedido.Periodos.Max();
        var elencos = new Dictionary<Periodo, (IReadOnlyList<Turno> Turnos, Presentaciones Presentaciones)>();
        for (var mes = pedido.Desde; mes <= pedido.Meses; mes++)
        {
            foreach (var periodo in pedido.Periodos.Distinct().Order())
            {
                if (!elencos.TryGetValue(periodo, out var elenco))
                    elencos[periodo] = elenco = (
                        Elenco.De(pedido.Semilla, periodo, pedido.Escala, pedido.Meses, pedido.Cambio),
                        new Presentaciones(pedido.Semilla, periodo, clientela, ultimo, pedido.Cambio)
                    );
                yield return Escribir(pedido, Publicacion(ultimo, mes), periodo, mes, elenco.Turnos, elenco.Presentaciones, ct);
            }
        }
    }

    /// <summary>The publication a version is for: the first one follows the month of the last periodo's deadline.</summary>
    public static IdPublicacion Publicacion(Periodo ultimo, int mes)
    {
        var limite = Elenco.Limite(ultimo);
        return IdPublicacion.DelMes(limite.AddMonths(mes));
    }

    private static Generado Escribir(
        Pedido pedido,
        IdPublicacion publicacion,
        Periodo periodo,
        int mes,
        IReadOnlyList<Turno> turnos,
        Presentaciones presentaciones,
        CancellationToken ct
    )
    {
        var carpeta = Directory.CreateDirectory(Path.Combine(pedido.Salida, publicacion.ToString())).FullName;
        var rutas = Enum.GetValues<Lista>()
            .ToDictionary(lista => lista, lista => Path.Combine(carpeta, new Listado(periodo, lista).Nombre));
        Generado generado;
        using (var ndjson = new EscritorNdjson(Path.Combine(carpeta, $"informativas-{periodo}.ndjson")))
        using (var publicos = new EscritorTsv(rutas[Lista.Publico] + ".tsv", Lista.Publico))
        using (var inconsistentes = new EscritorTsv(rutas[Lista.Inconsistente] + ".tsv", Lista.Inconsistente))
        {
            foreach (var turno in turnos)
            {
                ct.ThrowIfCancellationRequested();
                var situacion = presentaciones.En(turno, mes);
                foreach (var informativa in situacion.Presentadas)
                    ndjson.Escribir(informativa);
                var destino = situacion.Inconsistencia is null ? publicos : inconsistentes;
                foreach (var informativa in situacion.Vivas)
                    destino.Escribir(informativa, situacion.Inconsistencia?.Etiqueta);
            }
            generado = new Generado(publicacion.ToString(), periodo, ndjson.Lineas, publicos.Renglones, inconsistentes.Renglones);
        }
        foreach (var (lista, ruta) in rutas)
        {
            if (pedido.ConLibros)
                LibroDeReferencia.Escribir(ruta + ".tsv", ruta + ".xlsx", lista);
            if (!pedido.ConTsv)
                File.Delete(ruta + ".tsv");
        }
        return generado;
    }
}
