using System.Text;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Completes what somebody is writing: names and services that have all its words, those of most contracts first.</summary>
internal sealed class Sugeridor(
    Indices indices,
    IndiceDePartes partes,
    LectorDeFilas filas,
    ConsultaDeSugerencias consulta,
    Trabajo trabajo
)
{
    /// <summary>Names that have some of the words, from which they are not all gathered but looked for among those of most contracts.</summary>
    private const int Muchas = 16_384;

    /// <summary>Claves looked at in the order of contracts before giving up.</summary>
    private const int Vistos = 20_000;

    /// <summary>Null when the question is about the last publication: then the indexes have counted.</summary>
    private readonly CuentasDeAntes? antes = indices.CuentasEn(consulta.Secuencia);

    public List<Sugerencia> Sugerir()
    {
        var texto = TextoBuscado.Leer(consulta.Q);
        var sugerencias = DePartes(texto);
        if (consulta.Roles.Count + consulta.Tipos.Count == 0)
            sugerencias.AddRange(DeServicios(texto));
        var palabras = texto
            .Alternativas.SelectMany(frases => frases)
            .SelectMany(frase => frase.Palabras)
            .Select(p => p.Plegada)
            .Distinct()
            .ToList();
        return
        [
            .. sugerencias
                .OrderByDescending(sugerencia => sugerencia.Contratos)
                .ThenBy(sugerencia => sugerencia.Texto, StringComparer.Ordinal)
                .ThenBy(sugerencia => sugerencia.Clave, StringComparer.Ordinal)
                .Take(consulta.Limite)
                .Select(sugerencia => sugerencia with { Coincide = Plegado.Coincidencias(sugerencia.Texto, palabras) }),
        ];
    }

    private List<Sugerencia> DePartes(TextoBuscado texto)
    {
        var resuelto = new TextoResuelto(partes.Palabras, texto, aproximar: false, trabajo);
        if (antes is null && resuelto.Apariciones > Muchas && DeMasContratos(resuelto) is { } mayores)
            return [.. mayores.Select(par => Parte(par.Lugar, par.Contratos, resuelto))];
        var nombradas = resuelto.Documentos(exacto: false);
        if (consulta.Tipos.Count > 0)
            nombradas.Cortar(Conjunto.Unir(consulta.Tipos.Distinct().Select(partes.DeTipo)));
        var contratos = consulta.Periodos.Count == 0 ? DeTodos(nombradas) : DePeriodos(nombradas);
        return [.. Primeros(contratos, consulta.Limite).Select(par => Parte(par.Lugar, par.Contratos, resuelto))];
    }

    /// <summary>
    /// Of names that have what many have, the first in the order of contracts are soon found; null when they are not.
    /// </summary>
    private List<(int Lugar, long Contratos)>? DeMasContratos(TextoResuelto texto)
    {
        var orden = partes.PorContratos(
            consulta.Roles.Distinct().ToList() switch
            {
                [Rol.Contratista] => Seccion.PorContratosDeContratista,
                [Rol.Contratante] => Seccion.PorContratosDeContratante,
                _ => Seccion.PorContratos,
            }
        );
        var hallados = new List<(int, long)>();
        // By all their contracts, those of a periodo come nearly in order: a few more are looked at.
        var bastan = consulta.Periodos.Count == 0 ? consulta.Limite : consulta.Limite * 4;
        for (var i = 0; i < orden.Length && hallados.Count < bastan; i++)
        {
            if (i == Vistos)
                return null;
            trabajo.Gastar(1);
            if (consulta.Tipos.Count > 0 && !consulta.Tipos.Contains((TipoPersona)partes.Tipos[partes.PorClave[orden[i]]]))
                continue;
            var suyos = 0L;
            var alguno = false;
            foreach (var parte in partes.DelGrupo(orden[i]))
            {
                alguno = alguno || texto.EstaEn(parte, exacto: false);
                suyos += Contratos(parte, consulta.Roles);
            }
            if (alguno && consulta.Periodos.Count > 0)
                suyos = ContratosDePeriodos(orden[i]);
            if (alguno && suyos > 0)
                hallados.Add((orden[i], suyos));
        }
        return hallados;
    }

    private long Contratos(int parte, IReadOnlyList<Rol> roles) =>
        (roles.Count == 0 || roles.Contains(Rol.Contratista) ? (antes?.DeContratista ?? partes.ContratosDeContratista)[parte] : 0L)
        + (roles.Count == 0 || roles.Contains(Rol.Contratante) ? (antes?.DeContratante ?? partes.ContratosDeContratante)[parte] : 0L);

    /// <summary>Contracts by clave (by where it begins in the order of claves), as the publication left them.</summary>
    private IEnumerable<(int Lugar, long Contratos)> DeTodos(Conjunto nombradas)
    {
        var vistos = new Conjunto(partes.Cuantas);
        trabajo.Gastar(nombradas.Cuantos);
        foreach (var parte in nombradas.Numeros())
        {
            var lugar = partes.Grupo[parte];
            if (!partes.TieneClave(parte) || vistos.Tiene(lugar))
                continue;
            vistos.Agregar(lugar);
            var suma = 0L;
            foreach (var suya in partes.DelGrupo(lugar))
                suma += Contratos(suya, consulta.Roles);
            if (suma > 0)
                yield return (lugar, suma);
        }
    }

    /// <summary>The same, only of some periodos.</summary>
    private IEnumerable<(int Lugar, long Contratos)> DePeriodos(Conjunto nombradas)
    {
        var sumas = new Dictionary<int, int>();
        foreach (var tramo in indices.Renglones.Where(tramo => consulta.Periodos.Contains(tramo.Listado.Periodo)))
        {
            foreach (var rol in Enum.GetValues<Rol>())
            {
                if (consulta.Roles.Count > 0 && !consulta.Roles.Contains(rol))
                    continue;
                var suyas = tramo.Columna(rol == Rol.Contratante ? Seccion.Contratantes : Seccion.Contratistas);
                trabajo.Gastar(suyas.Length);
                for (var i = 0; i < suyas.Length; i++)
                {
                    if (!nombradas.Tiene(suyas[i]) || !partes.TieneClave(suyas[i]))
                        continue;
                    var lugar = partes.Grupo[suyas[i]];
                    sumas[lugar] = sumas.GetValueOrDefault(lugar) + tramo.DeLugar(i, rol == Rol.Contratante).Length;
                }
            }
        }
        // So many rows at most: how many stand and are contracts is counted only of those that may come first.
        foreach (var (lugar, _) in Primeros(sumas.Select(par => (par.Key, (long)par.Value)), consulta.Limite * 4))
        {
            var suyos = ContratosDePeriodos(lugar);
            if (suyos > 0)
                yield return (lugar, suyos);
        }
    }

    private long ContratosDePeriodos(int lugar)
    {
        var contratos = 0L;
        foreach (var tramo in indices.Renglones.Where(tramo => consulta.Periodos.Contains(tramo.Listado.Periodo)))
        {
            foreach (var parte in partes.DelGrupo(lugar))
            {
                foreach (var rol in Enum.GetValues<Rol>())
                {
                    if (consulta.Roles.Count == 0 || consulta.Roles.Contains(rol))
                        contratos += tramo.Contar(parte, rol == Rol.Contratante, consulta.Secuencia).Contratos;
                }
            }
        }
        return contratos;
    }

    private static List<(int Lugar, long Contratos)> Primeros(IEnumerable<(int Lugar, long Contratos)> contratos, int cuantos)
    {
        var primeros = new PriorityQueue<int, (long Contratos, int MenosLugar)>();
        foreach (var (lugar, suyos) in contratos)
        {
            if (primeros.Count < cuantos)
                primeros.Enqueue(lugar, (suyos, -lugar));
            else
                primeros.EnqueueDequeue(lugar, (suyos, -lugar));
        }
        var lista = new List<(int, long)>();
        while (primeros.TryDequeue(out var lugar, out var peso))
            lista.Add((lugar, peso.Contratos));
        return lista;
    }

    /// <summary>Named as what was written finds it most often.</summary>
    private Sugerencia Parte(int lugar, long contratos, TextoResuelto texto)
    {
        var comun = -1;
        foreach (var parte in partes.DelGrupo(lugar))
        {
            if (texto.EstaEn(parte, exacto: false) && (comun < 0 || Contratos(parte, []) > Contratos(comun, [])))
                comun = parte;
        }
        return new Sugerencia(
            TipoDeSugerencia.Parte,
            Encoding.UTF8.GetString(partes.Nombre(comun)),
            Encoding.ASCII.GetString(partes.Clave(comun)),
            (TipoPersona)partes.Tipos[comun],
            contratos,
            []
        );
    }

    private List<Sugerencia> DeServicios(TextoBuscado texto)
    {
        var hallados = new Dictionary<ulong, (Tramo Tramo, int Fila)>();
        var tramos = indices.Renglones.Where(t => consulta.Periodos.Count == 0 || consulta.Periodos.Contains(t.Listado.Periodo)).ToList();
        foreach (var tramo in tramos)
        {
            var resuelto = new TextoResuelto(tramo.Servicios, texto, aproximar: false, trabajo);
            if (resuelto.Apariciones == 0)
                continue;
            if (antes is null)
                Frecuentes(tramo, resuelto, consulta.Limite, hallados);
            else if (antes.Textos(tramo) is { } diferencias)
                DeAntes(tramo, resuelto, diferencias, hallados);
        }
        return
        [
            .. hallados
                .Select(par => (par.Value, par.Key, Veces: tramos.Sum(tramo => Veces(tramo, par.Key))))
                .OrderByDescending(par => par.Veces)
                .ThenByDescending(par => par.Key)
                .Take(consulta.Limite)
                .Select(par => new Sugerencia(
                    TipoDeSugerencia.Servicio,
                    filas.Servicio(par.Value.Tramo.Clave(par.Value.Fila)) ?? "",
                    null,
                    null,
                    par.Veces,
                    []
                )),
        ];
    }

    /// <summary>The first texts, of those that repeat most in a tramo, that have what was written.</summary>
    private void Frecuentes(Tramo tramo, TextoResuelto texto, int cuantos, Dictionary<ulong, (Tramo Tramo, int Fila)> hallados)
    {
        var palabras = tramo.Columna(Seccion.FrecuentesPalabras);
        var inicios = tramo.Columna(Seccion.FrecuentesDesde);
        trabajo.Gastar(inicios.Length);
        for (var i = 0; i + 1 < inicios.Length && cuantos > 0; i++)
        {
            if (!texto.EstaEn(palabras[inicios[i]..inicios[i + 1]], exacto: false))
                continue;
            var lugar = tramo.Columna(Seccion.TextosFrecuentes)[i];
            hallados.TryAdd(tramo.Folios(Seccion.TextosDistintos)[lugar], (tramo, tramo.Columna(Seccion.TextosFila)[lugar]));
            cuantos--;
        }
    }

    /// <summary>Of the texts that repeat most now and of those that have left since, the ones that stood then.</summary>
    private void DeAntes(
        Tramo tramo,
        TextoResuelto texto,
        IReadOnlyDictionary<ulong, (int Veces, int Fila)> diferencias,
        Dictionary<ulong, (Tramo Tramo, int Fila)> hallados
    )
    {
        var enPie = tramo.EnPublicacion(consulta.Secuencia);
        var suyos = new Dictionary<ulong, (Tramo Tramo, int Fila)>();
        Frecuentes(tramo, texto, int.MaxValue, suyos);
        trabajo.Gastar(diferencias.Count);
        foreach (var (huella, (_, fila)) in diferencias)
        {
            if (fila == int.MaxValue || !texto.EstaEn(tramo.Servicios.DeTexto(fila), exacto: false))
                continue;
            // As its first row wrote it then.
            if (!suyos.TryGetValue(huella, out var suya) || suya.Fila > fila || !enPie.Tiene(suya.Fila))
                suyos[huella] = (tramo, fila);
        }
        foreach (var (huella, sitio) in suyos)
        {
            if (Veces(tramo, huella) > 0)
                hallados.TryAdd(huella, sitio);
        }
    }

    private long Veces(Tramo tramo, ulong texto)
    {
        var lugar = tramo.Folios(Seccion.TextosDistintos).BinarySearch(texto);
        var ahora = lugar < 0 ? 0 : tramo.Columna(Seccion.TextosVeces)[lugar];
        if (antes is null)
            return ahora;
        return antes.Textos(tramo) is { } diferencias ? ahora + diferencias.GetValueOrDefault(texto).Veces : 0;
    }
}
