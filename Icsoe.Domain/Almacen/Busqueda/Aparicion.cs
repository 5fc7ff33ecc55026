using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Whether a publication names a party, as what is asked and where it is asked.</summary>
internal sealed class Aparicion(Indices indices, IndiceDePartes partes, ConsultaDeCotejo consulta, Trabajo trabajo)
{
    private static readonly Rol[] Todos = Enum.GetValues<Rol>();

    private readonly IReadOnlyList<Rol> roles = consulta.Roles.Count == 0 ? Todos : consulta.Roles;

    public bool PideTipo(int parte) => consulta.Tipos.Count == 0 || consulta.Tipos.Contains((TipoPersona)partes.Tipos[parte]);

    /// <summary>Whether some row names that spelling of a party.</summary>
    public bool De(int parte)
    {
        if (!PideTipo(parte))
            return false;
        var presencia = partes.Presencia(parte);
        foreach (var tramo in indices.Renglones)
        {
            if ((presencia & tramo.Bit) == 0 || (consulta.Periodos.Count > 0 && !consulta.Periodos.Contains(tramo.Listado.Periodo)))
                continue;
            trabajo.Gastar(1);
            foreach (var rol in roles)
            {
                foreach (var fila in tramo.DeParte(parte, rol == Rol.Contratante))
                {
                    if (
                        consulta.ConAnteriores
                            ? tramo.Desde(fila) <= consulta.Secuencia
                            : tramo.EnPublicacion(consulta.Secuencia).Tiene(fila)
                    )
                        return true;
                }
            }
        }
        return false;
    }
}
