using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Publicaciones;

/// <summary>What a listado loses from one publication to the next: lists hardly change, and one that shrinks is more often a broken file.</summary>
public static class Merma
{
    /// <summary>A listado of more lines than these is looked after: of a small one, a fifth is a few lines.</summary>
    public const int RenglonesVigilados = 1_000;

    /// <summary>How much of its lines it may lose, in per cent.</summary>
    public const int PorCientoTolerado = 20;

    /// <summary>Whether it is not sealed unless a person says why: a Listado Público left empty, or a large listado that loses too much.</summary>
    /// <param name="antes">Lines it has, ≥ 0.</param>
    /// <param name="despues">Lines it would have, ≥ 0.</param>
    public static bool Bloquea(Listado listado, int antes, int despues) =>
        (listado.Lista == Lista.Publico && antes > 0 && despues == 0)
        || (antes > RenglonesVigilados && (antes - despues) * 100L > antes * (long)PorCientoTolerado);
}
