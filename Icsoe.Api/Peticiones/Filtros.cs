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
            DespuesDe = peticion.DespuesDe<Marca>(),
            Listas = valores.Todos(TablaDeParametros.Lista),
            Periodos = valores.Todos(TablaDeParametros.Periodo),
            Ejercicios = valores.Todos(TablaDeParametros.Ejercicio),
            Cuatrimestres = valores.Todos(TablaDeParametros.Cuatrimestre),
            FoliosContrato = valores.Todos(TablaDeParametros.FolioContrato),
            FoliosInformativa = valores.Todos(TablaDeParametros.FolioInformativa),
            TiposInformativa = valores.Todos(TablaDeParametros.TipoInformativa),
            Inconsistencias = valores.Todos(TablaDeParametros.Inconsistencia),
            Observaciones = valores.Todos(TablaDeParametros.Observacion),
            Q = valores.Todos(TablaDeParametros.Q),
            Contratistas = valores.Todos(TablaDeParametros.Contratista),
            Contratantes = valores.Todos(TablaDeParametros.Contratante),
            Servicios = valores.Todos(TablaDeParametros.Servicio),
            ClavesDeContratista = valores.Todos(TablaDeParametros.ContratistaClave),
            ClavesDeContratante = valores.Todos(TablaDeParametros.ContratanteClave),
            ClavesDeParte = valores.Todos(TablaDeParametros.ParteClave),
            TiposDeContratista = valores.Todos(TablaDeParametros.TipoPersonaContratista),
            TiposDeContratante = valores.Todos(TablaDeParametros.TipoPersonaContratante),
            FechaInicio = Entre(valores, TablaDeParametros.FechaInicioDesde, TablaDeParametros.FechaInicioHasta),
            FechaFin = Entre(valores, TablaDeParametros.FechaFinDesde, TablaDeParametros.FechaFinHasta),
            FechaPresentacion = Entre(valores, TablaDeParametros.FechaPresentacionDesde, TablaDeParametros.FechaPresentacionHasta),
            PersonasTrabajadoras = Entre(valores, TablaDeParametros.PersonasTrabajadorasMin, TablaDeParametros.PersonasTrabajadorasMax),
            VigenteEn = valores.Valor(TablaDeParametros.VigenteEn),
            SinFechaFin = valores.Tiene(TablaDeParametros.Sin),
            ConContratos = valores.Valor(TablaDeParametros.ConContratos),
            // Of one name whatever the rows: the values were checked against those that this operation takes.
            Orden = valores.Uno(TablaDeParametros.OrdenDeContratos),
            Aproximar = valores.Tiene(TablaDeParametros.Aproximar),
            Contar =
                valores.Todos(TablaDeParametros.Incluir) is var incluir && incluir.Contains(Inclusion.Facetas) ? QueContar.Facetas
                : incluir.Contains(Inclusion.Conteo) ? QueContar.Total
                : QueContar.Nada,
        };
    }

    /// <summary>The lists a question may find rows in, for their terms of service.</summary>
    public static IEnumerable<Lista> ListasDe(Consulta consulta) =>
        consulta.Listas is [] ? Enum.GetValues<Lista>() : consulta.Listas.Distinct().Order();

    private static Intervalo<T> Entre<T>(ValoresLeidos valores, Parametro<T> desde, Parametro<T> hasta)
        where T : struct => new(valores.Valor(desde), valores.Valor(hasta));
}
