using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>Rows of the store, and their words by how common they are: what the questions are made of.</summary>
internal sealed class Acopio
{
    private const int Lecturas = 400;
    private const int FilasPorLectura = 100;

    private Acopio(IReadOnlyList<RenglonPublico> renglones, int ultima)
    {
        Renglones = renglones;
        Contratos = [.. renglones.Where(renglon => renglon.Contrato is not null)];
        Ultima = ultima;
        Periodos = [.. renglones.Select(renglon => renglon.Listado.Periodo).Distinct().Order()];
        Contratistas = new Textos(renglones.Select(renglon => renglon.Contratista.Nombre));
        Contratantes = new Textos(Contratos.Select(renglon => renglon.Contrato!.Contratante.Nombre));
        Servicios = new Textos(Contratos.Select(renglon => renglon.Contrato!.Servicio));
    }

    public IReadOnlyList<RenglonPublico> Renglones { get; }

    /// <summary>Those of them that have a contract.</summary>
    public IReadOnlyList<RenglonPublico> Contratos { get; }

    /// <summary>The current publication.</summary>
    public int Ultima { get; }

    public IReadOnlyList<Periodo> Periodos { get; }

    public Textos Contratistas { get; }

    public Textos Contratantes { get; }

    public Textos Servicios { get; }

    /// <summary>From rows that are already at hand.</summary>
    public static Acopio De(IEnumerable<RenglonPublico> renglones, int ultima) => new([.. renglones], ultima);

    /// <summary>From a store: short stretches of its listados, drawn from a seed, the longer listados more often.</summary>
    public static Acopio Tomar(AlmacenPublico almacen, ulong semilla)
    {
        var ultima = almacen.Vigente()?.Secuencia ?? throw new InvalidOperationException("El almacén no tiene publicaciones.");
        var listados = almacen.Listados(ultima);
        var azar = Azar.De(semilla, Tema.Acopio);
        var renglones = new Dictionary<long, RenglonPublico>();
        for (var i = 0; i < Lecturas; i++)
        {
            // One in eight from any of them, else the inconsistent ones would hardly be seen.
            var estado = azar.Suerte(0.125) ? azar.Una(listados) : Pesado(listados, ref azar);
            var consulta = new Consulta
            {
                Secuencia = ultima,
                Limite = FilasPorLectura,
                Listas = [estado.Listado.Lista],
                Periodos = [estado.Listado.Periodo],
                DespuesDe = new Marca(estado.Listado.PrimeraClave + azar.Entero(Math.Max(1, estado.Renglones - FilasPorLectura))),
            };
            foreach (var renglon in almacen.Renglones(consulta).Filas)
                renglones.TryAdd(renglon.Clave, renglon);
        }
        return new Acopio([.. renglones.OrderBy(par => par.Key).Select(par => par.Value)], ultima);
    }

    private static EstadoListado Pesado(IReadOnlyList<EstadoListado> listados, ref Azar azar)
    {
        var lugar = (long)(azar.Fraccion() * listados.Sum(estado => (long)estado.Renglones));
        foreach (var estado in listados)
        {
            if ((lugar -= estado.Renglones) < 0)
                return estado;
        }
        return listados[^1];
    }
}

/// <summary>Texts of one field, and its words as they are written, by the share of the rows that have them.</summary>
internal sealed class Textos
{
    private const double ParteComun = 0.01;
    private const int VecesRara = 2;
    private const int Larga = 5;

    public Textos(IEnumerable<string?> textos)
    {
        Todos = [.. textos.OfType<string>().Where(texto => Palabras(texto).Any())];
        var veces = new Dictionary<string, (string Escrita, int Veces)>();
        foreach (var palabra in Todos.SelectMany(texto => Palabras(texto).DistinctBy(Plegado.Plegar)))
        {
            var plegada = Plegado.Plegar(palabra);
            veces[plegada] = veces.TryGetValue(plegada, out var vista) ? (vista.Escrita, vista.Veces + 1) : (palabra, 1);
        }
        // By fold, so that the order of a dictionary decides nothing.
        var orden = veces.OrderBy(par => par.Key, StringComparer.Ordinal).Select(par => par.Value).ToList();
        var comun = Math.Max(VecesRara + 1, Todos.Count * ParteComun);
        Comunes = AlMenosUna(orden, vista => vista.Veces >= comun);
        Medias = AlMenosUna(orden, vista => vista.Veces > VecesRara && vista.Veces < comun);
        Raras = AlMenosUna(orden, vista => vista.Veces <= VecesRara);
        LaMasComun = orden.MaxBy(vista => vista.Veces).Escrita ?? "";
        LaMasDicha = orden.Where(vista => vista.Escrita.Length >= Larga).MaxBy(vista => vista.Veces).Escrita ?? LaMasComun;
    }

    public IReadOnlyList<string> Todos { get; }

    /// <summary>In one row of a hundred, or more.</summary>
    public IReadOnlyList<string> Comunes { get; }

    public IReadOnlyList<string> Medias { get; }

    /// <summary>Seen once or twice.</summary>
    public IReadOnlyList<string> Raras { get; }

    /// <summary>Mostly a preposition: it matches nearly everything.</summary>
    public string LaMasComun { get; }

    /// <summary>The most common that says something.</summary>
    public string LaMasDicha { get; }

    /// <summary>Words of a text, as they are written.</summary>
    public static IEnumerable<string> Palabras(string texto)
    {
        var desde = -1;
        for (var i = 0; i <= texto.Length; i++)
        {
            var letra = i < texto.Length && char.IsLetterOrDigit(texto[i]);
            if (letra && desde < 0)
                desde = i;
            if (letra || desde < 0)
                continue;
            yield return texto[desde..i];
            desde = -1;
        }
    }

    /// <summary>Those of a kind; where a small sample has none, all of them.</summary>
    private static List<string> AlMenosUna(List<(string Escrita, int Veces)> palabras, Func<(string Escrita, int Veces), bool> es)
    {
        var elegidas = palabras.Where(es).ToList();
        return [.. (elegidas.Count == 0 ? palabras : elegidas).Select(vista => vista.Escrita)];
    }
}
