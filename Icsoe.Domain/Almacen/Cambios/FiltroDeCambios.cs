using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Cambios;

/// <summary>What a question about changes keeps: all that can be told from the index is told before a row is read.</summary>
internal sealed class FiltroDeCambios(ConsultaDeCambios consulta, Indices indices, IndiceDePartes partes)
{
    private readonly Conjunto? contratistas = Partes(partes, consulta.ClavesDeContratista);
    private readonly Conjunto? contratantes = Partes(partes, consulta.ClavesDeContratante);

    public bool Pide(Entidad entidad) =>
        (consulta.Entidades.Count == 0 || consulta.Entidades.Contains(entidad)) && (contratantes is null || entidad == Entidad.Contrato);

    public bool Pasa(Pareja pareja, Entidad entidad) =>
        (consulta.Listas.Count == 0 || Alguna(pareja, clave => consulta.Listas.Contains(Listado.DeRenglon(clave).Lista)))
        && (contratistas is null || Alguna(pareja, clave => contratistas.Tiene(Columna(clave, entidad, Seccion.Contratista))))
        && (contratantes is null || Alguna(pareja, clave => contratantes.Tiene(Columna(clave, entidad, Seccion.Contratante))));

    public bool Pasa(Cambio cambio) => consulta.Tipos.Count == 0 || consulta.Tipos.Contains(cambio.Tipo);

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
