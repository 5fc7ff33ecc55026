namespace Icsoe.Domain.Almacen.Indice;

/// <summary>A list that grows without being copied: as large as what it holds, not twice that.</summary>
internal sealed class ListaLarga<T>
    where T : unmanaged
{
    private const int PorTrozo = 1 << 14;

    private readonly List<T[]> trozos = [];
    private int enUltimo = PorTrozo;

    public int Cuantos => trozos.Count == 0 ? 0 : ((trozos.Count - 1) * PorTrozo) + enUltimo;

    public T this[int i] => trozos[i / PorTrozo][i % PorTrozo];

    public void Agregar(T valor)
    {
        if (enUltimo == PorTrozo)
        {
            trozos.Add(new T[PorTrozo]);
            enUltimo = 0;
        }
        trozos[^1][enUltimo++] = valor;
    }

    /// <summary>Everything, after what came before.</summary>
    public T[] Tras(ReadOnlySpan<T> anteriores)
    {
        var todo = GC.AllocateUninitializedArray<T>(anteriores.Length + Cuantos);
        anteriores.CopyTo(todo);
        var lugar = anteriores.Length;
        foreach (var trozo in trozos)
        {
            var suyos = trozo.AsSpan(0, Math.Min(PorTrozo, todo.Length - lugar));
            suyos.CopyTo(todo.AsSpan(lugar));
            lugar += suyos.Length;
        }
        return todo;
    }
}
