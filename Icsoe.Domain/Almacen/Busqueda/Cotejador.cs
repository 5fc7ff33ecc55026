using System.Text;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>
/// Finds of whom a written name may be. One that is published is only that; of another, the names that share its rarest words, or words
/// like them, are compared with it. For many names in a row: what a word is like is looked for once.
/// </summary>
internal sealed class Cotejador(Indices indices, IndiceDePartes partes, Trabajo trabajo)
{
    /// <summary>Names that are met through the words of a written one before its commoner words are left alone.</summary>
    private const int Bastantes = 6_000;

    /// <summary>Names that are met through its rarest word, however common it is.</summary>
    private const int Maximas = 40_000;

    /// <summary>Names that are compared letter by letter.</summary>
    private const int Comparables = 40;

    /// <summary>What each letter of a name takes away: of two that have the same in common, the shorter has less of its own.</summary>
    private const float PorLetra = 0.05f;

    /// <summary>Names that follow one another and begin alike that are looked at.</summary>
    private const int Vecinas = 1_024;

    private readonly Dictionary<string, PalabraCotejada> cotejadas = new(StringComparer.Ordinal);

    /// <summary>By word of the index, the written one that it may stand for and what it weighs then; nothing between two names.</summary>
    private readonly (int Palabra, float Peso)[] pesos = new (int, float)[partes.Palabras.Cuantas];

    public Cotejo Cotejar(ConsultaDeCotejo consulta)
    {
        var escrito = NombreComparable.De(consulta.Nombre);
        if (escrito.Palabras.Length == 0)
            return Cotejo.Ninguno;
        var aparicion = new Aparicion(indices, partes, consulta, trabajo);
        var (suyas, todas) = ConEseNombre(escrito);
        var iguales = Candidatos(escrito, suyas, aparicion, int.MaxValue);
        return iguales.Exists(candidato => candidato.Puntaje == 1)
            ? new Cotejo([.. iguales.Take(consulta.Limite)], todas && iguales.Count == 1 && LoLlevaUno(suyas, consulta))
            : new Cotejo(Parecidos(escrito, aparicion, consulta.Limite), Cierto: false);
    }

    /// <summary>
    /// Those whose folded name is the one written and, if it was written without company suffix, those that have one after it; and whether
    /// they are all.
    /// </summary>
    private (List<int> Partes, bool Todas) ConEseNombre(NombreComparable escrito)
    {
        var plegado = Encoding.UTF8.GetBytes(escrito.Plegado);
        var comienzo = Encoding.UTF8.GetBytes(escrito.Plegado + " ");
        var suyas = new List<int>();
        var lugar = Primera(plegado);
        for (; lugar < partes.PorNombre.Length && partes.Plegado(partes.PorNombre[lugar]).SequenceEqual(plegado); lugar++)
            suyas.Add(partes.PorNombre[lugar]);
        if (escrito.Sufijo.Length > 0)
            return (suyas, true);
        lugar = Primera(comienzo);
        for (var vistas = 0; lugar < partes.PorNombre.Length; lugar++)
        {
            var parte = partes.PorNombre[lugar];
            if (!partes.Plegado(parte).StartsWith(comienzo))
                break;
            if (++vistas > Vecinas)
                return (suyas, false);
            if (Plegado.SepararSufijo(Encoding.UTF8.GetString(partes.Plegado(parte))).Nucleo == escrito.Nucleo)
                suyas.Add(parte);
        }
        return (suyas, true);
    }

    /// <summary>
    /// Whether all those who bear a name share a clave: a homonym in another role or periodo is one as well. Only the tipo de persona, which
    /// is of the party itself, tells two of them apart.
    /// </summary>
    private bool LoLlevaUno(List<int> suyas, ConsultaDeCotejo consulta)
    {
        var dondeSea = new Aparicion(indices, partes, consulta with { Roles = [], Periodos = [] }, trabajo);
        return suyas
                .Where(parte => partes.TieneClave(parte) && dondeSea.De(parte))
                .Select(parte => partes.Grupo[parte])
                .Distinct()
                .Take(2)
                .Count() == 1;
    }

    private List<Candidato> Parecidos(NombreComparable escrito, Aparicion aparicion, int limite)
    {
        var guias = escrito.Palabras.Select(Cotejada).ToList();
        for (var i = 0; i < guias.Count; i++)
        {
            foreach (var (palabra, semejanza) in guias[i].Semejantes)
            {
                if (pesos[palabra].Peso < semejanza * escrito.Pesos[i])
                    pesos[palabra] = (i, semejanza * escrito.Pesos[i]);
            }
        }
        var halladas = new HashSet<int>();
        foreach (var guia in guias.Distinct().OrderBy(guia => guia.Apariciones))
        {
            if (guia.Apariciones + halladas.Count > (halladas.Count == 0 ? Maximas : Bastantes))
                break;
            trabajo.Gastar(guia.Apariciones);
            foreach (var (palabra, _) in guia.Semejantes)
            {
                foreach (var parte in partes.Palabras.Apariciones(new(palabra, palabra + 1)))
                    halladas.Add(parte);
            }
        }
        var parecidas = MasParecidas(escrito, halladas, aparicion);
        foreach (var (palabra, _) in guias.SelectMany(guia => guia.Semejantes))
            pesos[palabra] = default;
        return Candidatos(escrito, parecidas, aparicion, limite);
    }

    /// <summary>Those whose words weigh most, as far as words are known to be alike.</summary>
    private List<int> MasParecidas(NombreComparable escrito, HashSet<int> halladas, Aparicion aparicion)
    {
        var mejores = new PriorityQueue<int, (float Peso, int Parte)>();
        Span<float> porPalabra = stackalloc float[escrito.Palabras.Length];
        var letras = partes.Palabras.LetrasDesde;
        var textos = partes.Palabras.Textos;
        var desde = partes.Palabras.TextosDesde;
        foreach (var parte in halladas)
        {
            if (!aparicion.PideTipo(parte))
                continue;
            porPalabra.Clear();
            var suyo = 0;
            foreach (var palabra in textos[desde[parte]..desde[parte + 1]])
            {
                suyo += letras[palabra + 1] - letras[palabra];
                var (cual, peso) = pesos[palabra];
                if (peso > porPalabra[cual])
                    porPalabra[cual] = peso;
            }
            var comun = 0f;
            foreach (var peso in porPalabra)
                comun += peso;
            var orden = (comun - (suyo * PorLetra), -parte);
            if (mejores.Count < Comparables)
                mejores.Enqueue(parte, orden);
            else
                mejores.EnqueueDequeue(parte, orden);
        }
        return [.. mejores.UnorderedItems.Select(par => par.Element)];
    }

    /// <summary>Compares some parties with the name; of those that share a clave, the one most like it speaks for all.</summary>
    private List<Candidato> Candidatos(NombreComparable escrito, List<int> suyas, Aparicion aparicion, int limite)
    {
        var candidatos = suyas
            .Where(parte => partes.TieneClave(parte) && aparicion.PideTipo(parte))
            .Select(parte => (Parte: parte, Comparacion: Comparacion.De(escrito, NombreComparable.De(Nombre(parte)))))
            .Where(par => par.Comparacion.Puntaje >= Comparacion.Minimo)
            .OrderByDescending(par => par.Comparacion.Puntaje)
            .ThenBy(par => par.Comparacion.Motivos.Count)
            .ThenBy(par => partes.Lugar[par.Parte]);
        var elegidos = new List<Candidato>();
        var vistas = new HashSet<int>();
        foreach (var (parte, comparacion) in candidatos)
        {
            if (elegidos.Count == limite)
                break;
            if (vistas.Contains(partes.Grupo[parte]) || !aparicion.De(parte))
                continue;
            vistas.Add(partes.Grupo[parte]);
            elegidos.Add(
                new Candidato(
                    Encoding.ASCII.GetString(partes.Clave(parte)),
                    Nombre(parte),
                    (TipoPersona)partes.Tipos[parte],
                    comparacion.Puntaje,
                    comparacion.Motivos
                )
            );
        }
        return elegidos;
    }

    private string Nombre(int parte) => Encoding.UTF8.GetString(partes.Nombre(parte));

    /// <summary>The first place, in the order of names, of one that is not before some folded letters.</summary>
    private int Primera(ReadOnlySpan<byte> plegado)
    {
        var orden = partes.PorNombre;
        var (bajo, alto) = (0, orden.Length);
        while (bajo < alto)
        {
            var medio = (bajo + alto) / 2;
            if (partes.Plegado(orden[medio]).SequenceCompareTo(plegado) < 0)
                bajo = medio + 1;
            else
                alto = medio;
        }
        return bajo;
    }

    private PalabraCotejada Cotejada(string palabra)
    {
        if (!cotejadas.TryGetValue(palabra, out var cotejada))
        {
            trabajo.Gastar(partes.Palabras.Cuantas / 8);
            cotejadas[palabra] = cotejada = new PalabraCotejada(partes, palabra);
        }
        return cotejada;
    }
}

/// <summary>The words of the index that a written one may stand for.</summary>
internal sealed class PalabraCotejada
{
    /// <summary>Letters that an abbreviation must have for the words that begin so to be looked for.</summary>
    private const int LetrasDeAbreviatura = 3;

    /// <summary>More words than these that begin alike abbreviate nothing.</summary>
    private const int Abreviadas = 64;

    private const float PorAbreviatura = 0.85f;

    public PalabraCotejada(IndiceDePartes partes, string palabra)
    {
        var letras = Encoding.UTF8.GetBytes(palabra);
        var iguales = partes.Palabras.Buscar(letras, entera: true);
        for (var igual = iguales.Desde; igual < iguales.Hasta; igual++)
            Semejantes.Add((igual, 1));
        if (!NombreComparable.EsEnlace(palabra) && !palabra.Any(char.IsDigit))
        {
            var parecidas = new List<int>();
            partes.Parecidas.Buscar(letras, iguales, parecidas);
            Semejantes.AddRange(parecidas.Select(parecida => (parecida, 1 - (1f / palabra.Length))));
            var comienzan = partes.Palabras.Buscar(letras, entera: false);
            if (letras.Length >= LetrasDeAbreviatura && comienzan.Hasta - comienzan.Desde <= Abreviadas)
            {
                for (var larga = iguales.Hasta; larga < comienzan.Hasta; larga++)
                {
                    if (!parecidas.Contains(larga))
                        Semejantes.Add((larga, PorAbreviatura));
                }
            }
        }
        foreach (var (semejante, _) in Semejantes)
            Apariciones += partes.Palabras.Apariciones(new(semejante, semejante + 1)).Length;
    }

    /// <summary>Each with how alike it is, from 0 to 1.</summary>
    public List<(int Palabra, float Semejanza)> Semejantes { get; } = [];

    /// <summary>How many names have one of them.</summary>
    public int Apariciones { get; }
}
