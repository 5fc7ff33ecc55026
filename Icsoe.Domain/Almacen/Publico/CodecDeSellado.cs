using System.Text.Json;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>What a manifest says of a listado whose rows were taken out in part since: manifests are never written again.</summary>
internal static class CodecDeSellado
{
    /// <summary>What a record says now, to be kept before it says otherwise.</summary>
    public static string Escribir(ListadoFila fila) =>
        JsonSerializer.Serialize(
            new Guardado(fila.Renglones, fila.Contratos, fila.Informativas, fila.InformativasSinContratos, fila.Canonico)
        );

    /// <summary>The listado as it was sealed.</summary>
    public static EstadoListado Leer(string sellado, EstadoListado actual)
    {
        var guardado = JsonSerializer.Deserialize<Guardado>(sellado)!;
        return actual with
        {
            Renglones = guardado.Renglones,
            Contratos = guardado.Contratos,
            Informativas = guardado.Informativas,
            InformativasSinContratos = guardado.InformativasSinContratos,
            Canonico = guardado.Canonico,
        };
    }

    private sealed record Guardado(int Renglones, int Contratos, int Informativas, int InformativasSinContratos, string Canonico);
}
