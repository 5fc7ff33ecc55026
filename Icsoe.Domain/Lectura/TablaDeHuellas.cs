namespace Icsoe.Domain.Lectura;

/// <summary>
/// A value beside each 64-bit digest, in hardly more memory than they take: many short sorted buckets that grow by a quarter,
/// instead of one table that doubles.
/// </summary>
internal sealed class TablaDeHuellas<T>
    where T : struct
{
    private const int Bits = 10;
    private const int Minimo = 8;

    private readonly Cubeta[] cubetas = new Cubeta[1 << Bits];

    /// <summary>Adds a value unless its digest has one; returns the one it had, null when it is new.</summary>
    public T? Agregar(ulong huella, T valor)
    {
        ref var cubeta = ref cubetas[huella >> (64 - Bits)];
        var lugar = cubeta.Cuantas == 0 ? ~0 : cubeta.Huellas.AsSpan(0, cubeta.Cuantas).BinarySearch(huella);
        if (lugar >= 0)
            return cubeta.Valores[lugar];
        cubeta.Insertar(~lugar, huella, valor);
        return null;
    }

    private struct Cubeta
    {
        public ulong[] Huellas;
        public T[] Valores;
        public int Cuantas;

        public void Insertar(int lugar, ulong huella, T valor)
        {
            if (Cuantas == (Huellas?.Length ?? 0))
            {
                Array.Resize(ref Huellas, Math.Max(Minimo, Cuantas + (Cuantas / 4)));
                Array.Resize(ref Valores, Huellas.Length);
            }
            Array.Copy(Huellas!, lugar, Huellas!, lugar + 1, Cuantas - lugar);
            Array.Copy(Valores, lugar, Valores, lugar + 1, Cuantas - lugar);
            (Huellas![lugar], Valores[lugar]) = (huella, valor);
            Cuantas++;
        }
    }
}
