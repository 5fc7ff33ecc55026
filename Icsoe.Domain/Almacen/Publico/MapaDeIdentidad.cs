namespace Icsoe.Domain.Almacen.Publico;

/// <summary>
/// What stands in one listado, by identity, so that an incoming row is told apart in one look: the same, changed, or new.
/// Identities and contents are 64-bit digests in plain arrays: about 11 bytes a row of a new listado and 27 of one already stored,
/// whatever its text. Two different identities that met would only raise an ordinal; two contents are compared only within one identity.
/// </summary>
internal sealed class MapaDeIdentidad
{
    private const int Minimo = 1 << 10;

    /// <summary>Sign of a row that an incoming one has claimed, in <see cref="secuencias"/>.</summary>
    private const int Vista = int.MinValue;

    /// <summary>By place; 0 where nothing stands.</summary>
    private ulong[] identidades;

    /// <summary>What stood before, at the same places; null while nothing did.</summary>
    private ulong[]? contenidos;
    private int[]? secuencias;
    private int cuantas;

    /// <summary>Next ordinal of the identities claimed more than once.</summary>
    private readonly Dictionary<ulong, int> repetidas = [];

    public MapaDeIdentidad() => identidades = new ulong[Minimo];

    /// <summary>Makes room at once for so many rows, when nothing stands yet; more may come.</summary>
    public void Esperar(int esperadas)
    {
        if (cuantas == 0)
            identidades = new ulong[Math.Max(Minimo, esperadas + (esperadas / 3))];
    }

    /// <summary>A row that stands, read from the store, by its sequence in the listado (≥ 0). All come before the first claim.</summary>
    public void Cargar(ulong identidad, int ordinal, ulong contenido, int secuencia)
    {
        contenidos ??= new ulong[identidades.Length];
        secuencias ??= new int[identidades.Length];
        Crecer();
        var lugar = Buscar(Con(identidad, ordinal), out _);
        contenidos[lugar] = contenido;
        secuencias[lugar] = secuencia;
    }

    /// <summary>
    /// Takes the next ordinal of an identity for an incoming row. <c>Anterior</c> is the sequence of the row that holds it now
    /// (null when new); <c>Igual</c> whether that row has the same content.
    /// </summary>
    public (int Ordinal, int? Anterior, bool Igual) Reclamar(ulong identidad, ulong contenido)
    {
        Crecer();
        for (var ordinal = repetidas.GetValueOrDefault(identidad); ; ordinal++)
        {
            var lugar = Buscar(Con(identidad, ordinal), out var nueva);
            var anterior = nueva || secuencias is null ? Vista : secuencias[lugar];
            if (!nueva && (anterior & Vista) != 0)
                continue;
            if (ordinal > 0)
                repetidas[identidad] = ordinal + 1;
            if (secuencias is not null)
                secuencias[lugar] = anterior | Vista;
            return nueva ? (ordinal, null, false) : (ordinal, anterior, contenidos![lugar] == contenido);
        }
    }

    /// <summary>Sequences of the rows that no incoming row claimed.</summary>
    public IEnumerable<int> SinReclamar()
    {
        for (var lugar = 0; secuencias is not null && lugar < secuencias.Length; lugar++)
        {
            if (identidades[lugar] != 0 && (secuencias[lugar] & Vista) == 0)
                yield return secuencias[lugar];
        }
    }

    /// <summary>Never 0, which stands for nothing.</summary>
    private static ulong Con(ulong identidad, int ordinal) => Math.Max(1, identidad + ((ulong)ordinal * 0x9E3779B97F4A7C15));

    private int Buscar(ulong identidad, out bool nueva)
    {
        var lugar = (int)Math.BigMul(identidad, (ulong)identidades.Length, out _);
        while (identidades[lugar] != 0 && identidades[lugar] != identidad)
            lugar = lugar + 1 == identidades.Length ? 0 : lugar + 1;
        nueva = identidades[lugar] == 0;
        if (nueva)
        {
            identidades[lugar] = identidad;
            cuantas++;
        }
        return lugar;
    }

    /// <summary>Four fifths full at most.</summary>
    private void Crecer()
    {
        if (cuantas + 1 <= identidades.Length / 5L * 4)
            return;
        var (viejas, viejosContenidos, viejasSecuencias) = (identidades, contenidos, secuencias);
        identidades = new ulong[checked(viejas.Length * 2)];
        contenidos = viejosContenidos is null ? null : new ulong[identidades.Length];
        secuencias = viejasSecuencias is null ? null : new int[identidades.Length];
        cuantas = 0;
        for (var viejo = 0; viejo < viejas.Length; viejo++)
        {
            if (viejas[viejo] == 0)
                continue;
            var lugar = Buscar(viejas[viejo], out _);
            if (contenidos is not null && secuencias is not null)
                (contenidos[lugar], secuencias[lugar]) = (viejosContenidos![viejo], viejasSecuencias![viejo]);
        }
    }
}
