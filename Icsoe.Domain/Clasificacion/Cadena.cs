using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Clasificacion;

/// <summary>
/// How the filings of an expediente refer to each other. A referencia counts only toward an earlier filing, so every link
/// points back: one pass forward resolves them and one backward decides what is replaced, with no recursion and no cycles.
/// </summary>
internal sealed class Cadena
{
    private const int Ninguna = -1;

    private readonly Informativa[] presentadas;
    private readonly int[] referencias;
    private readonly int[] nombradas;
    private readonly bool[] anuladas;
    private readonly bool[] sustituidas;
    private readonly int[] ultimaCorreccionViva;
    private readonly List<string> referenciasIgnoradas = [];

    /// <param name="presentadas">In (instant, reception) order.</param>
    public Cadena(Informativa[] presentadas)
    {
        this.presentadas = presentadas;
        referencias = new int[presentadas.Length];
        nombradas = new int[presentadas.Length];
        anuladas = new bool[presentadas.Length];
        sustituidas = new bool[presentadas.Length];
        ultimaCorreccionViva = new int[presentadas.Length];
        Resolver();
        Sustituir();
    }

    /// <summary>Folios of the filings whose referencia names themselves, a later filing or a stranger's: it is as null.</summary>
    public IReadOnlyList<string> ReferenciasIgnoradas => referenciasIgnoradas;

    /// <summary>Whether it names an earlier filing of its expediente.</summary>
    public bool CuentaSuReferencia(int lugar) => referencias[lugar] != Ninguna;

    /// <summary>Whether a sin efectos annuls it.</summary>
    public bool EstaAnulada(int lugar) => anuladas[lugar];

    /// <summary>Neither annulled nor replaced, and of a tipo that is listed.</summary>
    public bool EstaViva(int lugar) =>
        !anuladas[lugar]
        && !sustituidas[lugar]
        && presentadas[lugar].Tipo is not (TipoInformativa.SinEfectos or TipoInformativa.Actualizacion);

    /// <summary>
    /// The filing alive that an actualización changes; null when there is none. Its referencia leads, through other
    /// actualizaciones, to a filing: that one if alive, else the last live corrección that descends from it. A corrección
    /// filed after the actualización is substitutive and wins: it is left as filed.
    /// </summary>
    public int? BaseDe(int actualizacion)
    {
        var nombrada = nombradas[actualizacion];
        if (nombrada == Ninguna)
            return null;
        var viva = EstaViva(nombrada) ? nombrada : ultimaCorreccionViva[nombrada];
        return viva != Ninguna && viva < actualizacion ? viva : null;
    }

    /// <summary>Forward: when a filing's turn comes, only earlier ones are known, so nothing else can be named.</summary>
    private void Resolver()
    {
        var conocidas = new Dictionary<string, int>(presentadas.Length, StringComparer.Ordinal);
        for (var i = 0; i < presentadas.Length; i++)
        {
            var (folio, referencia) = (presentadas[i].Folio, presentadas[i].Referencia);
            referencias[i] = referencia is not null && conocidas.TryGetValue(referencia, out var lugar) ? lugar : Ninguna;
            if (referencia is not null && referencias[i] == Ninguna)
                referenciasIgnoradas.Add(folio ?? referencia);
            if (folio is not null)
                conocidas[folio] = i;
            Enlazar(i, referencias[i]);
        }
    }

    private void Enlazar(int i, int referida)
    {
        nombradas[i] = referida;
        if (referida == Ninguna)
            return;
        var tipo = presentadas[referida].Tipo;
        if (tipo == TipoInformativa.Actualizacion)
            nombradas[i] = nombradas[referida];
        if (presentadas[i].Tipo == TipoInformativa.SinEfectos && tipo != TipoInformativa.SinEfectos)
            anuladas[referida] = true;
    }

    /// <summary>Backward: every descendant of a filing is decided before it. Annulled links pass on what descends from them.</summary>
    private void Sustituir()
    {
        Array.Fill(ultimaCorreccionViva, Ninguna);
        for (var i = presentadas.Length - 1; i >= 0; i--)
        {
            if (referencias[i] is var referida && referida == Ninguna)
                continue;
            var corrige = presentadas[i].Tipo == TipoInformativa.Correccion;
            sustituidas[referida] |= sustituidas[i] || (corrige && !anuladas[i]);
            var viva = corrige && EstaViva(i) ? i : ultimaCorreccionViva[i];
            ultimaCorreccionViva[referida] = Math.Max(ultimaCorreccionViva[referida], viva);
        }
    }
}
