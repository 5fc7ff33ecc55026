using System.Text;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Completes what somebody is writing: names and services that have all its words, those of most contracts first.</summary>
internal sealed class Sugeridor(Indices indices, IndiceDePartes partes, LectorDeFilas filas, Trabajo trabajo)
{
    public List<Sugerencia> De(ConsultaDeSugerencias consulta)
    {
        var texto = TextoBuscado.Leer(consulta.Q);
        var sugerencias = DePartes(consulta, texto);
        if (consulta.Roles.Count + consulta.Tipos.Count == 0)
            sugerencias.AddRange(DeServicios(consulta, texto));
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

    private List<Sugerencia> DePartes(ConsultaDeSugerencias consulta, TextoBuscado texto)
    {
        var nombradas = new TextoResuelto(partes.Palabras, texto, aproximar: false, trabajo).Documentos(partes.Cuantas, exacto: false);
        var buscador = new BuscadorDePartes(indices, partes, indices.Secuencia, trabajo);
        var sugerencias = new List<Sugerencia>();
        foreach (var lugar in EnOrdenDeContratos(nombradas))
        {
            var grupo = partes.PorClave[lugar..partes.Fin(lugar)];
            if (consulta.Tipos.Count > 0 && !consulta.Tipos.Contains((TipoPersona)partes.Tipos[grupo[0]]))
                continue;
            var (comun, contratos, mayor) = (-1, 0L, -1L);
            var alguna = false;
            foreach (var parte in grupo)
            {
                var suyos = Contratos(parte, consulta.Roles);
                contratos += suyos;
                if (!nombradas.Tiene(parte))
                    continue;
                alguna = true;
                if (suyos > mayor)
                    (comun, mayor) = (parte, suyos);
            }
            if (!alguna || contratos == 0 || !AlgunaAparece(buscador, lugar, consulta))
                continue;
            sugerencias.Add(
                new Sugerencia(
                    TipoDeSugerencia.Parte,
                    Encoding.UTF8.GetString(partes.Nombre(comun)),
                    Encoding.ASCII.GetString(partes.Clave(comun)),
                    (TipoPersona)partes.Tipos[comun],
                    contratos,
                    []
                )
            );
            // With roles the order of all contracts is not quite that of theirs: a few more are looked at.
            if (sugerencias.Count == (consulta.Roles.Count == 0 ? consulta.Limite : consulta.Limite * 4))
                break;
        }
        return sugerencias;
    }

    private bool AlgunaAparece(BuscadorDePartes buscador, int lugar, ConsultaDeSugerencias consulta)
    {
        if (consulta.Periodos.Count == 0)
            return true;
        foreach (var parte in partes.PorClave[lugar..partes.Fin(lugar)])
        {
            if (buscador.Aparece(parte, consulta.Roles, consulta.Periodos))
                return true;
        }
        return false;
    }

    private long Contratos(int parte, IReadOnlyList<Rol> roles) =>
        (roles.Count == 0 || roles.Contains(Rol.Contratista) ? partes.ContratosDeContratista[parte] : 0)
        + (roles.Count == 0 || roles.Contains(Rol.Contratante) ? partes.ContratosDeContratante[parte] : 0);

    /// <summary>Where the claves that have some of those parties begin, from most contracts.</summary>
    private IEnumerable<int> EnOrdenDeContratos(Conjunto nombradas)
    {
        const int Pocas = 2048;
        if (nombradas.Cuantos > Pocas)
            return Recorridas();
        return nombradas
            .Lista()
            .Where(partes.TieneClave)
            .Select(parte => partes.Lugares(partes.Clave(parte), pasadas: false))
            .Distinct()
            .OrderByDescending(Suma)
            .ThenBy(lugar => lugar);

        IEnumerable<int> Recorridas()
        {
            for (var i = 0; i < partes.PorContratos.Length; i++)
            {
                trabajo.Gastar(1);
                yield return partes.PorContratos[i];
            }
        }

        long Suma(int lugar)
        {
            var suma = 0L;
            foreach (var parte in partes.PorClave[lugar..partes.Fin(lugar)])
                suma += partes.ContratosDeContratista[parte] + partes.ContratosDeContratante[parte];
            return suma;
        }
    }

    private List<Sugerencia> DeServicios(ConsultaDeSugerencias consulta, TextoBuscado texto)
    {
        var hallados = new Dictionary<ulong, (Tramo Tramo, int Fila)>();
        var tramos = indices.Renglones.Where(t => consulta.Periodos.Count == 0 || consulta.Periodos.Contains(t.Listado.Periodo)).ToList();
        foreach (var tramo in tramos)
        {
            var resuelto = new TextoResuelto(tramo.Servicios, texto, aproximar: false, trabajo);
            if (resuelto.Apariciones == 0)
                continue;
            var suyos = 0;
            foreach (var lugar in tramo.Columna(Seccion.TextosFrecuentes))
            {
                trabajo.Gastar(1);
                var fila = tramo.Columna(Seccion.TextosFila)[lugar];
                if (!resuelto.EstaEn(fila, exacto: false))
                    continue;
                hallados.TryAdd(tramo.Folios(Seccion.TextosDistintos)[lugar], (tramo, fila));
                if (++suyos == consulta.Limite)
                    break;
            }
        }
        return
        [
            .. hallados
                .Select(par => (par.Value, Veces: tramos.Sum(tramo => Veces(tramo, par.Key))))
                .OrderByDescending(par => par.Veces)
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

    private static long Veces(Tramo tramo, ulong texto)
    {
        var lugar = tramo.Folios(Seccion.TextosDistintos).BinarySearch(texto);
        return lugar < 0 ? 0 : tramo.Columna(Seccion.TextosVeces)[lugar];
    }
}
