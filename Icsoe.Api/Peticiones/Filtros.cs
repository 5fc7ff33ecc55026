using Icsoe.Api.Parametros;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Peticiones;

/// <summary>From the parameters of a request to the question for the store.</summary>
public static class Filtros
{
    /// <summary>The question of a request; parameters its operation does not take ask nothing.</summary>
    public static Consulta De(Peticion peticion)
    {
        var valores = peticion.Valores;
        return new()
        {
            Secuencia = peticion.Secuencia,
            Limite = peticion.Limite,
            DespuesDe = peticion.Cursor is { } cursor ? new Marca(cursor.Ultima) : null,
            Listas = valores.Todos(TablaDeParametros.Lista),
            Periodos = valores.Todos(TablaDeParametros.Periodo),
            Ejercicios = valores.Todos(TablaDeParametros.Ejercicio),
            Cuatrimestres = valores.Todos(TablaDeParametros.Cuatrimestre),
            FoliosContrato = valores.Todos(TablaDeParametros.FolioContrato),
            FoliosInformativa = valores.Todos(TablaDeParametros.FolioInformativa),
            TiposInformativa = valores.Todos(TablaDeParametros.TipoInformativa),
            Inconsistencias = valores.Todos(TablaDeParametros.Inconsistencia),
            Observaciones = valores.Todos(TablaDeParametros.Observacion),
        };
    }

    /// <summary>The lists a question may find rows in, for their terms of service.</summary>
    public static IEnumerable<Lista> ListasDe(Consulta consulta) =>
        consulta.Listas is [] ? Enum.GetValues<Lista>() : consulta.Listas.Distinct().Order();
}
