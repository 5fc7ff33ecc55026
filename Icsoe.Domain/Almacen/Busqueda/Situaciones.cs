using System.Text;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>How some rows stand in a publication and periodo, and whether a client is named in them.</summary>
/// <param name="contratante">As somebody wrote it; null for none.</param>
internal sealed class Situaciones(IndiceDePartes partes, ConsultaMasiva consulta, string? contratante, Trabajo trabajo)
{
    private readonly NombreComparable? cliente = contratante is null ? null : NombreComparable.De(contratante);
    private readonly byte[][] claves = contratante is null
        ? []
        : [.. Enum.GetValues<TipoPersona>().Select(tipo => Encoding.ASCII.GetBytes(Plegado.Clave(contratante, tipo)))];

    /// <summary>How some rows stand, whichever publications they are of.</summary>
    public Situacion De(List<(Tramo Tramo, int Fila)> filas)
    {
        var contratos = Contratos(filas, consulta.Secuencia);
        return new(
            Estado(filas, consulta.Secuencia),
            contratos.Count,
            cliente is null ? null : ConSuCliente(contratos),
            consulta.Contra is { } contra ? Cambio(filas, contratos, contra) : null
        );
    }

    /// <summary>Whether a row was there already at the publication.</summary>
    public bool Cuenta((Tramo Tramo, int Fila) suya) => suya.Tramo.Desde(suya.Fila) <= consulta.Secuencia;

    private EstadoMasivo Estado(List<(Tramo Tramo, int Fila)> filas, int secuencia)
    {
        bool publico = false,
            inconsistente = false,
            conContratos = false,
            antes = false;
        foreach (var (tramo, fila) in filas)
        {
            if (Pedido(tramo) && tramo.EnPublicacion(secuencia).Tiene(fila))
            {
                publico |= tramo.Listado.Lista == Lista.Publico;
                inconsistente |= tramo.Listado.Lista == Lista.Inconsistente;
                conContratos |= !SinInformacion(tramo.Rasgos[fila]);
            }
            else if ((consulta.Periodo is not { } periodo || tramo.Listado.Periodo <= periodo) && tramo.Desde(fila) <= secuencia)
                antes = true;
        }
        return publico && inconsistente ? EstadoMasivo.Ambos
            : inconsistente ? EstadoMasivo.Inconsistente
            : publico && conContratos ? EstadoMasivo.Publico
            : publico ? EstadoMasivo.SinInformacion
            : antes ? EstadoMasivo.SoloAnteriores
            : EstadoMasivo.Ausente;
    }

    private static bool SinInformacion(int rasgos) =>
        (rasgos & Rasgos.Contrato) == 0 && Rasgos.Tipo(rasgos) == (int)TipoInformativa.SinInformacion;

    private bool Pedido(Tramo tramo) => consulta.Periodo is not { } periodo || tramo.Listado.Periodo == periodo;

    private List<(Tramo Tramo, int Fila)> Contratos(List<(Tramo Tramo, int Fila)> filas, int secuencia) =>
        [
            .. filas.Where(suya =>
                Pedido(suya.Tramo)
                && (suya.Tramo.Rasgos[suya.Fila] & Rasgos.Contrato) != 0
                && suya.Tramo.EnPublicacion(secuencia).Tiene(suya.Fila)
            ),
        ];

    private ConContratante ConSuCliente(List<(Tramo Tramo, int Fila)> contratos)
    {
        var respuesta = ConContratante.No;
        foreach (var parte in contratos.Select(suya => suya.Tramo.Contratante[suya.Fila]).Distinct())
        {
            trabajo.Gastar(8);
            foreach (var clave in claves)
            {
                if (partes.Clave(parte).SequenceEqual(clave))
                    return ConContratante.Si;
            }
            if (
                respuesta == ConContratante.No
                && cliente!.Palabras.Length > 0
                && !partes.Nombre(parte).IsEmpty
                && Comparacion.De(cliente, NombreComparable.De(Encoding.UTF8.GetString(partes.Nombre(parte)))).Puntaje >= Comparacion.Minimo
            )
                respuesta = ConContratante.Dudoso;
        }
        return respuesta;
    }

    private CambioDeSituacion Cambio(List<(Tramo Tramo, int Fila)> filas, List<(Tramo Tramo, int Fila)> contratos, int contra)
    {
        var otros = Contratos(filas, contra);
        var (ahora, antes) = (contratos.Select(Identidad).ToHashSet(), otros.Select(Identidad).ToHashSet());
        return new(Estado(filas, contra), otros.Count, ahora.Count(uno => !antes.Contains(uno)), antes.Count(uno => !ahora.Contains(uno)));
    }

    /// <summary>A contract is the same in both lists and in every publication by its folio; one that the list gives no folio, by its row.</summary>
    private static (int Periodo, ulong Folio, int Fila) Identidad((Tramo Tramo, int Fila) suya)
    {
        var (tramo, fila) = suya;
        var folio = tramo.Folios(Seccion.FolioContrato)[fila];
        return folio == 0 || tramo.FoliosInexactos(Seccion.FolioContrato)
            ? (tramo.Listado.Clave, 0, fila)
            : (tramo.Listado.Periodo.Clave, folio, -1);
    }
}
