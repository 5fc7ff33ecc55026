using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Http;

/// <summary>Pages of fifty contracts all over the store, each with another address; the same pages as EF Core is asked for them.</summary>
internal sealed record Direcciones(IReadOnlyList<string> Nuestras, IReadOnlyList<string> DeEf)
{
    /// <summary>One less than what is asked later: nobody keeps the answers that these walks leave behind.</summary>
    private const int Paso = 49;

    private const int Pagina = 50;

    /// <summary>Follows the cursors of each public listado, and beside them the keys where its pages start.</summary>
    public static Direcciones Seguir(string servidor, AlmacenPublico almacen, int cuantas, CancellationToken ct)
    {
        var vigente = almacen.Vigente()!.Secuencia;
        var publicos = almacen.Listados(vigente).Select(estado => estado.Listado).Where(listado => listado.Lista == Lista.Publico).ToList();
        var (nuestras, deEf) = (new List<string>(), new List<string>());
        using var cliente = new HttpClient();
        foreach (var listado in publicos)
        {
            var filtros = $"/v1/contratos?periodo={listado.Periodo}&lista={listado.Lista.Valor()}";
            var consulta = new Consulta
            {
                Secuencia = vigente,
                Limite = Paso,
                Periodos = [listado.Periodo],
                Listas = [listado.Lista],
            };
            string? cursor = null;
            for (var i = 0; i < cuantas / publicos.Count; i++)
            {
                ct.ThrowIfCancellationRequested();
                cursor = Siguiente(cliente, $"{servidor}{filtros}&limite={Paso}{(cursor is null ? "" : $"&cursor={cursor}")}");
                var marca = almacen.Contratos(consulta, ct).Siguiente;
                if (cursor is null || marca is null)
                    break;
                nuestras.Add($"{filtros}&limite={Pagina}&cursor={cursor}");
                deEf.Add(ServidorDeReferencia.Pagina(listado, marca.Clave));
                consulta = consulta with { DespuesDe = marca };
            }
        }
        return Barajadas(nuestras, deEf);
    }

    /// <summary>Both in the same new order: strangers do not ask for neighbouring pages one after another.</summary>
    private static Direcciones Barajadas(List<string> nuestras, List<string> deEf)
    {
        var azar = Azar.De(0, Tema.Acopio);
        for (var i = nuestras.Count - 1; i > 0; i--)
        {
            var j = azar.Entero(i + 1);
            (nuestras[i], nuestras[j]) = (nuestras[j], nuestras[i]);
            (deEf[i], deEf[j]) = (deEf[j], deEf[i]);
        }
        return new Direcciones(nuestras, deEf);
    }

    /// <summary>The token of the next page, which comes after all the rows.</summary>
    private static string? Siguiente(HttpClient cliente, string direccion)
    {
        const string Antes = "\"siguiente\":\"";
        var cuerpo = cliente.GetStringAsync(direccion).GetAwaiter().GetResult();
        var lugar = cuerpo.LastIndexOf(Antes, StringComparison.Ordinal);
        if (lugar < 0)
            return null;
        lugar += Antes.Length;
        return cuerpo[lugar..cuerpo.IndexOf('"', lugar)];
    }
}
