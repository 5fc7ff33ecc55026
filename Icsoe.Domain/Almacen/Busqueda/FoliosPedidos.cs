using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>The folios that a question names, and the rows that have them: of contracts, also the informativas that hold them.</summary>
internal sealed class FoliosPedidos(Indices indices, LectorDeFilas lector, Consulta consulta, Entidad entidad, Trabajo trabajo)
{
    /// <summary>Adds what they ask of the rows of a tramo.</summary>
    public void Agregar(Tramo tramo, List<Condicion> condiciones)
    {
        if (consulta.FoliosInformativa.Count > 0)
            condiciones.Add(
                new CondicionDeFilas(
                    DeFolios(
                        tramo,
                        consulta.FoliosInformativa,
                        Seccion.FolioInformativa,
                        Seccion.PorFolioInformativa,
                        clave => lector.FolioInformativa(entidad, clave)
                    )
                )
            );
        if (consulta.FoliosContrato.Count == 0)
            return;
        if (entidad != Entidad.Informativa)
            condiciones.Add(new CondicionDeFilas(DeContratos(tramo)));
        else if (indices.De(tramo.Listado, Entidad.Renglon) is { } renglones)
            condiciones.Add(new CondicionDeFilas(InformativasDeContratos(tramo, renglones)));
        else
            condiciones.Add(new CondicionDeFilas([]));
    }

    private int[] DeContratos(Tramo renglones) =>
        DeFolios(renglones, consulta.FoliosContrato, Seccion.FolioContrato, Seccion.PorFolioContrato, lector.FolioContrato);

    private int[] DeFolios(Tramo tramo, IReadOnlyList<string> folios, Seccion columna, Seccion orden, Func<long, string?> leer)
    {
        var filas = new List<int>();
        // An empty folio is nobody's: its number is that of those that have none.
        foreach (var folio in folios.Where(folio => folio.Length > 0))
        {
            var clave = ClaveDeFolio.De(folio, out var entera);
            foreach (var fila in Lugares.EntreFolios(tramo, columna, orden, clave, clave + 1))
            {
                if ((entera && !tramo.FoliosInexactos(columna)) || leer(tramo.Clave(fila)) == folio)
                    filas.Add(fila);
            }
        }
        trabajo.Gastar(filas.Count);
        return Listas.EnOrden(filas);
    }

    /// <summary>Folios repeat and the mirror may lack them: a contract is of the informativa that shares all of the filing with it.</summary>
    private int[] InformativasDeContratos(Tramo informativas, Tramo renglones)
    {
        var enPie = renglones.EnPublicacion(consulta.Secuencia);
        var filas = new List<int>();
        foreach (var contrato in DeContratos(renglones))
        {
            if (!enPie.Tiene(contrato))
                continue;
            foreach (var informativa in informativas.DeParte(renglones.Contratista[contrato], contratante: false))
            {
                if (EsDeLaMisma(renglones, contrato, informativas, informativa))
                    filas.Add(informativa);
            }
        }
        return Listas.EnOrden(filas);
    }

    private bool EsDeLaMisma(Tramo renglones, int contrato, Tramo informativas, int informativa) =>
        (informativas.Rasgos[informativa] & Rasgos.Contrato) != 0
        && Rasgos.Tipo(renglones.Rasgos[contrato]) == Rasgos.Tipo(informativas.Rasgos[informativa])
        && renglones.Columna(Seccion.FechaPresentacion)[contrato] == informativas.Columna(Seccion.FechaPresentacion)[informativa]
        && renglones.Folios(Seccion.FolioInformativa)[contrato] == informativas.Folios(Seccion.FolioInformativa)[informativa]
        && (
            !renglones.FoliosInexactos(Seccion.FolioInformativa)
            || lector.FolioInformativa(Entidad.Renglon, renglones.Clave(contrato))
                == lector.FolioInformativa(Entidad.Informativa, informativas.Clave(informativa))
        );
}
