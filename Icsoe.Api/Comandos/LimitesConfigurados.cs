using System.Globalization;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary>The limits of what is read, as the operator sets them: <c>Icsoe__Limites__BytesPorLinea</c> and so on.</summary>
internal static class LimitesConfigurados
{
    public const string Seccion = "Icsoe:Limites";

    /// <summary>The defaults, with what the configuration says instead.</summary>
    /// <exception cref="OrdenRechazadaException">A name is no limit, or its value no whole number from 1.</exception>
    public static LimitesDeLectura Leer(IConfiguration configuracion)
    {
        var limites = new LimitesDeLectura();
        foreach (var ajuste in configuracion.GetSection(Seccion).GetChildren())
        {
            var variable = $"{Seccion.Replace(":", "__", StringComparison.Ordinal)}__{ajuste.Key}";
            var limite =
                LimitesDeLectura.Nombrados.FirstOrDefault(limite => limite.Name.Equals(ajuste.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw new OrdenRechazadaException(
                    $"{variable} no es un límite; los que hay: {string.Join(", ", LimitesDeLectura.Nombrados.Select(l => l.Name))}."
                );
            var maximo = limite.PropertyType == typeof(int) ? int.MaxValue : long.MaxValue;
            if (!long.TryParse(ajuste.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var valor) || valor < 1 || valor > maximo)
                throw new OrdenRechazadaException($"{variable} vale «{ajuste.Value}» y debe ser un entero de 1 a {maximo}.");
            limite.SetValue(limites, Convert.ChangeType(valor, limite.PropertyType, CultureInfo.InvariantCulture));
        }
        return limites;
    }
}
