using System.Text;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Finds name keys, and says of each what the rows of a publication say.</summary>
internal sealed class BuscadorDePartes(Indices indices, IndiceDePartes partes, int secuencia, Trabajo trabajo)
{
    /// <summary>What looking one party up in one tramo costs, in rows of a sweep.</summary>
    private const int CostoDeBuscar = 8;

    /// <summary>Parties that are better looked up one by one than met along the way.</summary>
    private const int PocasPartes = 4096;

    /// <summary>A page of the parties of a question, exact spellings first, each tier in the order of claves.</summary>
    public PaginaDePartes Pagina(ConsultaDePartes consulta)
    {
        var aproximar = consulta.Aproximar && consulta.DespuesDe?.Nivel == Marca.Aproximada;
        var pagina = Pagina(consulta, aproximar);
        return pagina.Filas.Count == 0 && consulta is { Aproximar: true, DespuesDe: null, Q: not null }
            ? Pagina(consulta, aproximar: true)
            : pagina;
    }

    /// <summary>The party of some numbers that share a clave; null when no row of the publication names it.</summary>
    public FichaDeParte? Ficha(ReadOnlySpan<int> suyas)
    {
        var roles = new SortedSet<Rol>();
        var periodos = new SortedSet<Periodo>();
        var listas = new SortedSet<Lista>();
        var veces = new Dictionary<int, long>();
        long[] contratos = [0, 0];
        foreach (var parte in suyas)
        {
            foreach (var tramo in indices.Renglones)
            {
                trabajo.Gastar(CostoDeBuscar);
                foreach (var rol in Enum.GetValues<Rol>())
                {
                    var (filas, deContratos) = tramo.Contar(parte, rol == Rol.Contratante, secuencia);
                    if (filas == 0)
                        continue;
                    trabajo.Gastar((int)filas);
                    roles.Add(rol);
                    periodos.Add(tramo.Listado.Periodo);
                    listas.Add(tramo.Listado.Lista);
                    veces[parte] = veces.GetValueOrDefault(parte) + filas;
                    contratos[(int)rol] += deContratos;
                }
            }
        }
        if (veces.Count == 0)
            return null;
        var variantes = veces
            .OrderByDescending(par => par.Value)
            .ThenBy(par => partes.Lugar[par.Key])
            .Select(par => Encoding.UTF8.GetString(partes.Nombre(par.Key)))
            .ToList();
        return new FichaDeParte(
            Encoding.ASCII.GetString(partes.Clave(suyas[0])),
            variantes[0],
            (TipoPersona)partes.Tipos[suyas[0]],
            variantes,
            [.. roles],
            [.. periodos],
            [.. listas],
            contratos[0],
            contratos[1]
        );
    }

    /// <summary>The last publication, up to the one the indexes know, with a row that names some of those; 0 when there never was one.</summary>
    public int UltimaSecuencia(ReadOnlySpan<int> suyas)
    {
        var ultima = 0;
        foreach (var parte in suyas)
        {
            foreach (var tramo in indices.Renglones)
            {
                foreach (var rol in Enum.GetValues<Rol>())
                {
                    foreach (var fila in tramo.DeParte(parte, rol == Rol.Contratante))
                        ultima = Math.Max(ultima, tramo.Hasta(fila) - 1 ?? indices.Secuencia);
                }
            }
        }
        return ultima;
    }

    /// <summary>Whether some row of the periodos names a party in some of the roles.</summary>
    public bool Aparece(int parte, IReadOnlyList<Rol> roles, IReadOnlyList<Periodo> periodos)
    {
        foreach (var tramo in indices.Renglones)
        {
            if (periodos.Count > 0 && !periodos.Contains(tramo.Listado.Periodo))
                continue;
            trabajo.Gastar(CostoDeBuscar);
            var enPie = tramo.EnPublicacion(secuencia);
            foreach (var rol in Enum.GetValues<Rol>())
            {
                if (roles.Count > 0 && !roles.Contains(rol))
                    continue;
                foreach (var fila in tramo.DeParte(parte, rol == Rol.Contratante))
                {
                    if (enPie.Tiene(fila))
                        return true;
                }
            }
        }
        return false;
    }

    private PaginaDePartes Pagina(ConsultaDePartes consulta, bool aproximar)
    {
        var (todas, exactas) = Nombradas(consulta.Q, aproximar);
        var filas = new List<(FichaDeParte Ficha, int Nivel)>();
        var marca = consulta.DespuesDe;
        var niveles = aproximar ? Marca.Aproximada : 0;
        for (var nivel = Math.Max(marca?.Nivel ?? 0, niveles); nivel <= Math.Max(1, niveles); nivel++)
        {
            if (nivel == 1 && exactas is null)
                break;
            var suyas = nivel == 0 ? exactas ?? todas : todas;
            foreach (var (desde, hasta) in Grupos(suyas, marca?.Nivel == nivel ? marca.Clave : null))
            {
                var grupo = partes.PorClave[desde..hasta];
                if (Ficha(grupo, suyas, nivel == 1 ? exactas : null, consulta) is not { } ficha)
                    continue;
                if (filas.Count == consulta.Limite)
                    return new PaginaDePartes(
                        [.. filas.Select(fila => fila.Ficha)],
                        new MarcaDeParte(filas[^1].Ficha.Clave, filas[^1].Nivel)
                    );
                filas.Add((ficha with { Aproximado = aproximar }, nivel));
            }
        }
        return new PaginaDePartes([.. filas.Select(fila => fila.Ficha)], null);
    }

    /// <summary>The ficha of a group if the question wants it, and no earlier tier gave it.</summary>
    private FichaDeParte? Ficha(ReadOnlySpan<int> grupo, Conjunto? suyas, Conjunto? yaDadas, ConsultaDePartes consulta)
    {
        if (consulta.Tipos.Count > 0 && !consulta.Tipos.Contains((TipoPersona)partes.Tipos[grupo[0]]))
            return null;
        var aparece = false;
        foreach (var parte in grupo)
        {
            if (suyas is not null && !suyas.Tiene(parte))
                continue;
            if (!Aparece(parte, consulta.Roles, consulta.Periodos))
                continue;
            aparece = true;
            break;
        }
        if (!aparece)
            return null;
        foreach (var parte in grupo)
        {
            if (yaDadas is not null && yaDadas.Tiene(parte) && Aparece(parte, consulta.Roles, consulta.Periodos))
                return null;
        }
        return Ficha(grupo);
    }

    /// <summary>Where each clave that some party of a set has begins and ends among the parties by clave, after one.</summary>
    private IEnumerable<(int Desde, int Hasta)> Grupos(Conjunto? suyas, string? despuesDe)
    {
        var lugar = partes.Lugares(
            despuesDe is null ? new byte[IndiceDePartes.LargoDeClave] : Encoding.ASCII.GetBytes(despuesDe),
            pasadas: true
        );
        if (suyas is { Cuantos: < PocasPartes })
        {
            var inicios = suyas.Numeros().Where(partes.TieneClave).Select(parte => partes.Lugares(partes.Clave(parte), pasadas: false));
            foreach (var inicio in inicios.Distinct().Order().Where(inicio => inicio >= lugar))
                yield return (inicio, partes.Fin(inicio));
            yield break;
        }
        for (var fin = lugar; lugar < partes.PorClave.Length; lugar = fin)
        {
            trabajo.Gastar(1);
            fin = partes.Fin(lugar);
            if (suyas is null || Alguna(suyas, lugar, fin))
                yield return (lugar, fin);
        }
    }

    private bool Alguna(Conjunto suyas, int desde, int hasta)
    {
        foreach (var parte in partes.PorClave[desde..hasta])
        {
            if (suyas.Tiene(parte))
                return true;
        }
        return false;
    }

    private (Conjunto? Todas, Conjunto? Exactas) Nombradas(string? q, bool aproximar)
    {
        if (q is null)
            return (null, null);
        var texto = new TextoResuelto(partes.Palabras, TextoBuscado.Leer(q), aproximar, trabajo);
        return (texto.Documentos(exacto: false), texto.HayOtraEscritura && !aproximar ? texto.Documentos(exacto: true) : null);
    }
}
