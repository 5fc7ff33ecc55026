using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>Hands lines over to another thread, some thousands at a time: it writes some while the next ones are read.</summary>
/// <param name="destino">Takes each line, in their order, one at a time.</param>
internal sealed class EscrituraAparte(AlLeerVida destino) : IDisposable
{
    private const int PorLote = 8192;

    private LoteDeRenglones _lleno = new();
    private LoteDeRenglones _otro = new();
    private Task _escribiendo = Task.CompletedTask;

    /// <exception cref="IOException">Lines before this one could not be written; whatever went wrong there comes out here.</exception>
    public void Agregar(in RenglonLeido renglon, VidaDeRenglon vida)
    {
        if (_lleno.Alargar(renglon, vida))
            return;
        // Not until there is another: the last one may live on.
        if (_lleno.Cuantos == PorLote)
            Entregar();
        _lleno.Agregar(renglon, vida);
    }

    /// <summary>Waits until every line is written.</summary>
    public void Terminar()
    {
        Entregar();
        _escribiendo.GetAwaiter().GetResult();
    }

    /// <summary>Waits for whoever still writes: its files are about to go.</summary>
    public void Dispose() => _ = Task.WhenAny(_escribiendo).GetAwaiter().GetResult();

    private void Entregar()
    {
        _escribiendo.GetAwaiter().GetResult();
        (_lleno, _otro) = (_otro, _lleno);
        _lleno.Vaciar();
        var lote = _otro;
        _escribiendo = Task.Run(() => lote.Leer(destino));
    }
}
