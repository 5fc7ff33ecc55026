using System.Text.Json;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>The figures of a listado as stored: <c>[[dimension, value or null, contratos, informativas, sin contratos, personas], …]</c>.</summary>
internal static class CodecDeCifras
{
    public static string Escribir(IReadOnlyList<Cifra> cifras) =>
        JsonSerializer.Serialize(
            cifras.Select(cifra =>
                new long?[]
                {
                    (int)cifra.Dimension,
                    cifra.Valor,
                    cifra.Cuenta.Contratos,
                    cifra.Cuenta.Informativas,
                    cifra.Cuenta.InformativasSinContratos,
                    cifra.Cuenta.PersonasPorContratoSuma,
                }
            )
        );

    public static IReadOnlyList<Cifra> Leer(string cifras) =>
        [
            .. JsonSerializer
                .Deserialize<long?[][]>(cifras)!
                .Select(c => new Cifra((Dimension)c[0]!.Value, (int?)c[1], new Cuenta(c[2]!.Value, c[3]!.Value, c[4]!.Value, c[5]!.Value))),
        ];
}
