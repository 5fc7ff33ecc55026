using System.Runtime.InteropServices;

namespace Icsoe.Domain.Almacen.Busqueda;

internal static class Listas
{
    /// <summary>Ascending, each once.</summary>
    public static int[] EnOrden(List<int> filas)
    {
        filas.Sort();
        var cuantas = 0;
        var todas = CollectionsMarshal.AsSpan(filas);
        foreach (var fila in todas)
        {
            if (cuantas == 0 || todas[cuantas - 1] != fila)
                todas[cuantas++] = fila;
        }
        return todas[..cuantas].ToArray();
    }
}
