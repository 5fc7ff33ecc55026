using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>Stops an order before it seals what is most likely a broken file, unless a person says why it is right.</summary>
/// <param name="motivo">What <c>--forzar</c> says; null without it.</param>
internal sealed class Freno(string? motivo)
{
    /// <summary>The motivo, if something would have stopped the order; else null.</summary>
    public string? Forzada { get; private set; }

    /// <exception cref="OrdenRechazadaException">The listado loses more than it may without a motivo.</exception>
    public void Comprobar(Listado listado, int antes, int despues)
    {
        if (Merma.Bloquea(listado, antes, despues))
            Detener(
                new OrdenRechazadaException(
                    $"{listado}: tiene {antes:N0} renglones y quedaría con {despues:N0}. Nada se selló. Si así debe ser, repite la orden con --forzar \"motivo\": el motivo se publica en el informe de calidad."
                )
            );
    }

    /// <summary>Throws it, unless there is a motivo to go on.</summary>
    public void Detener(Exception queja)
    {
        if (motivo is null)
            throw queja;
        Forzada = Enmascarado.Enmascarar(motivo, out _);
    }
}
