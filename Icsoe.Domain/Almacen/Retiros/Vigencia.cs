using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Retiros;

/// <summary>A span of publications: from <paramref name="Desde"/>, before <paramref name="Hasta"/>.</summary>
internal readonly record struct Vigencia(int Desde, int Hasta)
{
    public bool Incluye(int secuencia) => Desde <= secuencia && secuencia < Hasta;

    public bool Toca(Vigencia otra) => Desde < otra.Hasta && otra.Desde < Hasta;
}

/// <summary>A row that is not what it was, and while it stood.</summary>
/// <param name="SeVa">Whether it is gone; else it only named what is gone.</param>
internal readonly record struct Toque(Listado Listado, Vigencia Vigencia, bool SeVa);
