using System.Collections.Concurrent;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// The index of the rows of one listado, or of its informativas: every row it ever had, at the place that its key tells, with what can be
/// asked of it. A place is <c>key − first key of the listado − 1</c>.
/// </summary>
internal sealed class Tramo(Mapa mapa, Listado listado)
{
    private const int PublicacionesRecordadas = 16;

    private readonly ConcurrentDictionary<int, Vivas> vivas = new();
    private readonly Lazy<int[]> diferentes = new(() => Diferentes(mapa));

    public Mapa Mapa => mapa;

    public Listado Listado => listado;

    /// <summary>How many rows it ever had.</summary>
    public int Filas { get; } = mapa.Leer<int>(Seccion.Contratista).Length;

    /// <summary>Whether some folio of a column cannot be told from its number (<see cref="ClaveDeFolio"/>).</summary>
    public bool FoliosInexactos(Seccion columna) => mapa.Leer<int>(Seccion.Datos)[columna == Seccion.FolioContrato ? 0 : 1] != 0;

    /// <summary>The words of its services; a tramo of informativas has none.</summary>
    public Palabras Servicios { get; } = new(mapa);

    /// <summary>Numbers of parties; 0 for nobody.</summary>
    public ReadOnlySpan<int> Contratista => mapa.Leer<int>(Seccion.Contratista);

    public ReadOnlySpan<int> Contratante => mapa.Leer<int>(Seccion.Contratante);

    /// <summary>See <see cref="Indice.Rasgos"/>.</summary>
    public ReadOnlySpan<int> Rasgos => mapa.Leer<int>(Seccion.Rasgos);

    public ReadOnlySpan<int> Columna(Seccion columna) => mapa.Leer<int>(columna);

    public ReadOnlySpan<ulong> Folios(Seccion columna) => mapa.Leer<ulong>(columna);

    public long Clave(int fila) => listado.PrimeraClave + 1 + fila;

    public int Fila(long clave) => (int)(clave - listado.PrimeraClave) - 1;

    /// <summary>Which rows stand at a publication.</summary>
    public Vivas EnPublicacion(int secuencia)
    {
        if (vivas.TryGetValue(secuencia, out var guardadas))
            return guardadas;
        if (vivas.Count >= PublicacionesRecordadas)
            vivas.Clear();
        return vivas[secuencia] = Calcular(secuencia);
    }

    /// <summary>The publication a row left in; null while it stands.</summary>
    public int? Hasta(int fila)
    {
        var lugar = mapa.Leer<int>(Seccion.Muertas).BinarySearch(fila);
        return lugar < 0 ? null : mapa.Leer<int>(Seccion.MuertasHasta)[lugar];
    }

    /// <summary>The publication a row appeared in.</summary>
    public int Desde(int fila)
    {
        var lugar = mapa.Leer<int>(Seccion.Llegadas).BinarySearch(fila);
        return mapa.Leer<int>(Seccion.LlegadasDesde)[lugar < 0 ? ~lugar - 1 : lugar];
    }

    /// <summary>Rows that stand at one publication and not at another, in order.</summary>
    public IEnumerable<int> SoloEn(int una, int otra)
    {
        var enPie = EnPublicacion(una);
        var enLaOtra = EnPublicacion(otra);
        // Those that came after the other one cannot stand at it; of the rest, only some that left or came out of order can differ.
        foreach (var fila in diferentes.Value)
        {
            if (fila >= enLaOtra.Limite)
                break;
            if (enPie.Tiene(fila) && !enLaOtra.Tiene(fila))
                yield return fila;
        }
        for (var fila = enLaOtra.Limite; fila < enPie.Limite; fila++)
        {
            if (enPie.Tiene(fila))
                yield return fila;
        }
    }

    /// <summary>Rows of a party in one role, in order.</summary>
    public ReadOnlySpan<int> DeParte(int parte, bool contratante)
    {
        var lugar = mapa.Leer<int>(contratante ? Seccion.Contratantes : Seccion.Contratistas).BinarySearch(parte);
        return lugar < 0 ? [] : DeLugar(lugar, contratante);
    }

    /// <summary>Rows of the party at that place among the parties of a role.</summary>
    public ReadOnlySpan<int> DeLugar(int lugar, bool contratante)
    {
        var desde = mapa.Leer<int>(contratante ? Seccion.ContratantesDesde : Seccion.ContratistasDesde);
        return mapa.Leer<int>(contratante ? Seccion.PorContratante : Seccion.PorContratista)[desde[lugar]..desde[lugar + 1]];
    }

    /// <summary>How many rows of a party stand in one role at a publication, and how many of them are contracts.</summary>
    public (long Filas, long Contratos) Contar(int parte, bool contratante, int secuencia)
    {
        var enPie = EnPublicacion(secuencia);
        var rasgos = Rasgos;
        long filas = 0,
            contratos = 0;
        foreach (var fila in DeParte(parte, contratante))
        {
            if (!enPie.Tiene(fila))
                continue;
            filas++;
            contratos += rasgos[fila] & Indice.Rasgos.Contrato;
        }
        return (filas, contratos);
    }

    /// <summary>Adds to each party the contracts it has at a publication.</summary>
    public void ContarPorParte(int secuencia, Span<int> deContratista, Span<int> deContratante)
    {
        var contratista = Contratista;
        var contratante = Contratante;
        var rasgos = Rasgos;
        var enPie = EnPublicacion(secuencia);
        for (var fila = 0; fila < enPie.Limite; fila++)
        {
            if ((rasgos[fila] & Indice.Rasgos.Contrato) == 0 || !enPie.Tiene(fila))
                continue;
            deContratista[contratista[fila]]++;
            deContratante[contratante[fila]]++;
        }
    }

    /// <summary>Bit of this listado in <see cref="Seccion.Presencia"/>.</summary>
    public ulong Bit => 1UL << (listado.Clave & 63);

    /// <summary>Marks every party that some row ever named.</summary>
    public void Marcar(Span<ulong> presencia)
    {
        foreach (var parte in mapa.Leer<int>(Seccion.Contratistas))
            presencia[parte] |= Bit;
        foreach (var parte in mapa.Leer<int>(Seccion.Contratantes))
            presencia[parte] |= Bit;
    }

    /// <summary>Rows that may be gone at a publication later than one that came after them, in order: those that left, and those that came out of order.</summary>
    private static int[] Diferentes(Mapa mapa)
    {
        var muertas = mapa.Leer<int>(Seccion.Muertas).ToArray();
        var llegadas = mapa.Leer<int>(Seccion.Llegadas).ToArray();
        var desde = mapa.Leer<int>(Seccion.LlegadasDesde).ToArray();
        var tardias = new List<int>();
        for (var (i, menor) = (llegadas.Length - 2, desde is [.., var ultima] ? ultima : 0); i >= 0; menor = Math.Min(menor, desde[i--]))
        {
            if (desde[i] > menor)
                tardias.AddRange(Enumerable.Range(llegadas[i], llegadas[i + 1] - llegadas[i]));
        }
        return tardias.Count == 0 ? muertas : [.. muertas.Union(tardias).Order()];
    }

    private Vivas Calcular(int secuencia)
    {
        var llegadas = mapa.Leer<int>(Seccion.Llegadas);
        var desde = mapa.Leer<int>(Seccion.LlegadasDesde);
        var limite = Filas;
        var ultima = llegadas.Length - 1;
        for (; ultima >= 0 && desde[ultima] > secuencia; ultima--)
            limite = llegadas[ultima];
        var muertas = mapa.Leer<int>(Seccion.Muertas);
        var hasta = mapa.Leer<int>(Seccion.MuertasHasta);
        ulong[]? bits = null;
        // Rows come in the order of publications, but for the few that something taken out made come again or later.
        for (var i = 0; i < ultima; i++)
        {
            if (desde[i] > secuencia)
            {
                for (var fila = llegadas[i]; fila < llegadas[i + 1]; fila++)
                    Quitar(fila);
            }
        }
        for (var i = 0; i < muertas.Length && muertas[i] < limite; i++)
        {
            if (hasta[i] <= secuencia)
                Quitar(muertas[i]);
        }
        return new Vivas(limite, bits);

        void Quitar(int fila)
        {
            if (bits is null)
                (bits = new ulong[(limite + 63) / 64]).AsSpan().Fill(ulong.MaxValue);
            bits[fila >> 6] &= ~(1UL << (fila & 63));
        }
    }
}

/// <summary>Which rows of a tramo stand: those before a limit and, if some of them left, with their bit on.</summary>
internal readonly record struct Vivas(int Limite, ulong[]? Bits)
{
    public bool Tiene(int fila) => fila < Limite && (Bits is null || (Bits[fila >> 6] >> (fila & 63) & 1) != 0);
}

/// <summary>What is asked of a row by yes or no, in one number.</summary>
internal static class Rasgos
{
    /// <summary>It is a contract; of an informativa, it has some.</summary>
    public const int Contrato = 1;

    /// <summary>All but what our rules note.</summary>
    public const int SinObservaciones = (1 << BitsDeObservaciones) - 1;

    private const int BitsDeTipo = 1;
    private const int BitsDeInconsistencias = 4;
    private const int BitsDeObservaciones = 16;
    private const int Codigos = (1 << 12) - 1;

    public static int De(bool contrato, int? tipo, int inconsistencias, int observaciones) =>
        (contrato ? Contrato : 0)
        | ((tipo ?? 0) << BitsDeTipo)
        | (inconsistencias << BitsDeInconsistencias)
        | (observaciones << BitsDeObservaciones);

    /// <summary>Those of a tipo and nothing else.</summary>
    public static int DeTipo(int tipo) => tipo << BitsDeTipo;

    /// <summary><see cref="TipoInformativa"/>; 0 when the list says another thing.</summary>
    public static int Tipo(int rasgos) => (rasgos >> BitsDeTipo) & 7;

    /// <summary>One bit per code.</summary>
    public static int Inconsistencias(int rasgos) => (rasgos >> BitsDeInconsistencias) & Codigos;

    public static int Observaciones(int rasgos) => (rasgos >> BitsDeObservaciones) & Codigos;
}
