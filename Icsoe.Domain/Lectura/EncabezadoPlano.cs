using System.Text;

namespace Icsoe.Domain.Lectura;

/// <summary>Where each column stands in one flat table.</summary>
/// <param name="Posiciones">0-based column of each field; -1 when it is not there. By <see cref="ColumnaPlana"/>.</param>
/// <param name="Ancho">Columns up to the last one with a name.</param>
internal sealed record EncabezadoPlano(int[] Posiciones, int Ancho)
{
    /// <summary>A row with fewer of our names is no header of ours.</summary>
    public const int NombresDeUnEncabezado = 3;

    /// <summary>Unknown columns told by name; the rest would only make the message longer.</summary>
    private const int DesconocidasQueSeNombran = 5;

    /// <summary>How many of these texts are names of our columns.</summary>
    public static int Contar(IEnumerable<string?> textos) => textos.Count(texto => Indice(texto) >= 0);

    /// <summary>Reads a row as header.</summary>
    /// <param name="fila">1-based, for the place of the problem.</param>
    /// <exception cref="LecturaException">Columns are missing, unknown or repeated; all of them are told.</exception>
    public static EncabezadoPlano Leer(IReadOnlyList<string?> textos, string archivo, int fila)
    {
        var posiciones = new int[ColumnasPlanas.Cuantas];
        Array.Fill(posiciones, -1);
        var ancho = 0;
        var repetidas = new List<string>();
        var desconocidas = new List<string>();
        for (var i = 0; i < textos.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(textos[i]))
                continue;
            ancho = i + 1;
            var indice = Indice(textos[i]);
            if (indice < 0)
                desconocidas.Add(textos[i]!.Trim());
            else if (posiciones[indice] >= 0)
                repetidas.Add(ColumnasPlanas.Nombres[indice]);
            else
                posiciones[indice] = i;
        }
        var faltantes = Enum.GetValues<ColumnaPlana>().Where(c => posiciones[(int)c] < 0 && c.EsNecesaria()).ToList();
        if (faltantes.Count + repetidas.Count + desconocidas.Count > 0)
            throw new LecturaException(archivo, Redactar(faltantes, repetidas, desconocidas), fila);
        return new EncabezadoPlano(posiciones, ancho);
    }

    private static int Indice(string? texto) =>
        texto is null
            ? -1
            : Array.FindIndex(ColumnasPlanas.Nombres, nombre => texto.AsSpan().Trim().Equals(nombre, StringComparison.OrdinalIgnoreCase));

    private static string Redactar(List<ColumnaPlana> faltantes, List<string> repetidas, List<string> desconocidas)
    {
        var texto = new StringBuilder();
        if (faltantes.Count > 0)
            Decir(faltantes.Count == 1 ? "falta la columna" : "faltan las columnas", faltantes.Select(c => $"«{c.Nombre()}»"));
        if (repetidas.Count > 0)
            Decir("se repite", repetidas.Distinct(StringComparer.Ordinal).Select(nombre => $"«{nombre}»"));
        if (desconocidas.Count > 0)
            Decir(
                desconocidas.Count == 1 ? "no se reconoce la columna" : "no se reconocen las columnas",
                desconocidas
                    .Take(DesconocidasQueSeNombran)
                    .Select(nombre =>
                        $"«{Problemas.Cita(nombre)}» (la más parecida es «{Parecido.MasCercano(nombre, ColumnasPlanas.Nombres)}»)"
                    )
            );
        if (desconocidas.Count > DesconocidasQueSeNombran)
            texto.Append($" y {desconocidas.Count - DesconocidasQueSeNombran:N0} más");
        return texto.Append('.').ToString();

        void Decir(string que, IEnumerable<string> cuales) =>
            texto.Append(texto.Length > 0 ? "; " : "").Append(que).Append(' ').AppendJoin(", ", cuales);
    }
}
