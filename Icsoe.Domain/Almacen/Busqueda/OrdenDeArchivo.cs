using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>
/// Puts rows of a listado in the order of files: folio de informativa, folio de contrato, ordinal (design, section 8). Folios are compared by
/// their numbers; only where a number does not tell a folio are the texts read, and ordinals where all folios are equal.
/// </summary>
internal static class OrdenDeArchivo
{
    public static void Ordenar(List<int> filas, Tramo tramo, Entidad entidad, LectorDeFilas lector)
    {
        var inexactos =
            tramo.FoliosInexactos(Seccion.FolioInformativa)
            || (entidad != Entidad.Informativa && tramo.FoliosInexactos(Seccion.FolioContrato));
        var ordenadas = inexactos ? PorTexto(filas, tramo, entidad, lector) : PorNumero(filas, tramo, entidad, lector);
        for (var i = 0; i < ordenadas.Length; i++)
            filas[i] = ordenadas[i];
    }

    private static int[] PorNumero(List<int> filas, Tramo tramo, Entidad entidad, LectorDeFilas lector)
    {
        // An informativa is told by its folio alone, with contracts or without.
        var deRenglones = entidad != Entidad.Informativa;
        var informativas = tramo.Folios(Seccion.FolioInformativa);
        var contratos = deRenglones ? tramo.Folios(Seccion.FolioContrato) : [];
        var rasgos = tramo.Rasgos;
        var lugares = new (ulong Informativa, ulong Contrato, int EsContrato, int Fila)[filas.Count];
        for (var i = 0; i < lugares.Length; i++)
        {
            var fila = filas[i];
            lugares[i] = deRenglones
                ? (informativas[fila], contratos[fila], rasgos[fila] & Rasgos.Contrato, fila)
                : (informativas[fila], 0, 0, fila);
        }
        Array.Sort(lugares);
        // Where folios repeat, the ordinal tells.
        for (var desde = 0; desde < lugares.Length; )
        {
            var hasta = desde + 1;
            while (hasta < lugares.Length && MismosFolios(lugares[hasta], lugares[desde]))
                hasta++;
            if (hasta - desde > 1)
            {
                var iguales = lugares[desde..hasta];
                Array.Sort(Array.ConvertAll(iguales, lugar => lector.Ordinal(entidad, tramo.Clave(lugar.Fila))), iguales);
                iguales.CopyTo(lugares, desde);
            }
            desde = hasta;
        }
        return Array.ConvertAll(lugares, lugar => lugar.Fila);

        static bool MismosFolios((ulong, ulong, int, int) uno, (ulong, ulong, int, int) otro) =>
            (uno.Item1, uno.Item2, uno.Item3) == (otro.Item1, otro.Item2, otro.Item3);
    }

    private static int[] PorTexto(List<int> filas, Tramo tramo, Entidad entidad, LectorDeFilas lector) =>
        [
            .. filas
                .Select(fila => (Fila: fila, Clave: tramo.Clave(fila)))
                .Select(par =>
                    (
                        par.Fila,
                        Informativa: lector.FolioInformativa(entidad, par.Clave) ?? "",
                        Contrato: entidad == Entidad.Informativa ? "" : lector.FolioContrato(par.Clave) ?? "",
                        Es: entidad == Entidad.Informativa ? 0 : tramo.Rasgos[par.Fila] & Rasgos.Contrato,
                        Ordinal: lector.Ordinal(entidad, par.Clave)
                    )
                )
                .OrderBy(lugar => lugar.Informativa, PorSusBytes.Comparador)
                .ThenBy(lugar => lugar.Contrato, PorSusBytes.Comparador)
                .ThenBy(lugar => lugar.Es)
                .ThenBy(lugar => lugar.Ordinal)
                .ThenBy(lugar => lugar.Fila)
                .Select(lugar => lugar.Fila),
        ];

    /// <summary>As SQLite compares texts: by their UTF-8, which is the order of their code points.</summary>
    private sealed class PorSusBytes : IComparer<string>
    {
        public static PorSusBytes Comparador { get; } = new();

        public int Compare(string? x, string? y)
        {
            var una = x.AsSpan();
            var otra = y.AsSpan();
            var comunes = una.CommonPrefixLength(otra);
            if (comunes == una.Length || comunes == otra.Length)
                return una.Length.CompareTo(otra.Length);
            // Halves of a pair come before U+E000 in UTF-16, and the character they make after U+FFFF.
            var (a, b) = (una[comunes], otra[comunes]);
            return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a).CompareTo(char.IsSurrogate(b));
        }
    }
}
