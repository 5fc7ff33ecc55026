using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Cambios;

/// <summary>What a question about changes keeps: all that can be told from the index is told before a row is read.</summary>
/// <param name="pocas">Up to so many rows, those that may be their pairs are looked up one by one; beyond, everything is paired.</param>
internal sealed class FiltroDeCambios(ConsultaDeCambios consulta, Indices indices, IndiceDePartes partes, int pocas)
{
    private readonly Conjunto? contratistas = Partes(partes, consulta.ClavesDeContratista);
    private readonly Conjunto? contratantes = Partes(partes, consulta.ClavesDeContratante);

    public bool Pide(Entidad entidad) =>
        (consulta.Entidades.Count == 0 || consulta.Entidades.Contains(entidad)) && (contratantes is null || entidad == Entidad.Contrato);

    /// <summary>Whether the kind of change that is asked for can come of these rows.</summary>
    public bool Puede(Diferencia diferencia)
    {
        if (consulta.Tipos.Count == 0)
            return true;
        var (sale, llega) = (diferencia.AlgunaSale, diferencia.AlgunaLlega);
        return (llega && Quiere(TipoDeCambio.Aparece))
            || (sale && Quiere(TipoDeCambio.Desaparece))
            || (sale && llega && (Quiere(TipoDeCambio.Cambia) || Quiere(TipoDeCambio.CambiaDeLista)));
    }

    /// <summary>A few rows, one of which is in every change that passes; null when nothing is known of them, or they are too many.</summary>
    public List<Sitio>? Indispensables(Diferencia diferencia)
    {
        // A row that goes to the other list is in both: the short one is looked at.
        IReadOnlyList<Lista> listas = consulta.Tipos is [TipoDeCambio.CambiaDeLista] ? [Lista.Inconsistente] : consulta.Listas;
        var suyas =
            contratantes is not null ? diferencia.DePartes(contratantes, contratante: true)
            : contratistas is not null ? diferencia.DePartes(contratistas, contratante: false)
            : listas.Distinct().ToList() is [var una] ? diferencia.DeLista(una)
            : null;
        return suyas?.Take(pocas + 1).ToList() is { } halladas && halladas.Count <= pocas ? halladas : null;
    }

    public bool Pasa(Pareja pareja, Entidad entidad) =>
        Quiere(Tipo(pareja))
        && (consulta.Listas.Count == 0 || Alguna(pareja, clave => consulta.Listas.Contains(Listado.DeRenglon(clave).Lista)))
        && (contratistas is null || Alguna(pareja, clave => contratistas.Tiene(Columna(clave, entidad, Seccion.Contratista))))
        && (contratantes is null || Alguna(pareja, clave => contratantes.Tiene(Columna(clave, entidad, Seccion.Contratante))));

    private bool Quiere(TipoDeCambio tipo) => consulta.Tipos.Count == 0 || consulta.Tipos.Contains(tipo);

    private static TipoDeCambio Tipo(Pareja pareja) =>
        pareja.Sale == 0 ? TipoDeCambio.Aparece
        : pareja.Llega == 0 ? TipoDeCambio.Desaparece
        : Listado.DeRenglon(pareja.Sale) == Listado.DeRenglon(pareja.Llega) ? TipoDeCambio.Cambia
        : TipoDeCambio.CambiaDeLista;

    private static bool Alguna(Pareja pareja, Func<long, bool> condicion) =>
        (pareja.Sale != 0 && condicion(pareja.Sale)) || (pareja.Llega != 0 && condicion(pareja.Llega));

    private int Columna(long clave, Entidad entidad, Seccion columna)
    {
        var tramo = indices.De(Listado.DeRenglon(clave), entidad)!;
        return tramo.Columna(columna)[tramo.Fila(clave)];
    }

    private static Conjunto? Partes(IndiceDePartes partes, IReadOnlyList<string> claves)
    {
        if (claves.Count == 0)
            return null;
        var suyas = new Conjunto(partes.Cuantas);
        foreach (var clave in claves)
        {
            foreach (var parte in partes.DeClave(clave))
                suyas.Agregar(parte);
        }
        return suyas;
    }
}
