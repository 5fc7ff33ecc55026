using System.Globalization;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>A question about contracts, rows or filings.</summary>
/// <param name="PaginasAntes">Pages to walk first, outside the clock.</param>
internal sealed record PreguntaDeFilas(int Numero, string Clase, Entidad Entidad, Consulta Consulta, int PaginasAntes)
    : Pregunta(Numero, Clase)
{
    public override bool ConPeriodo => Consulta.Periodos.Count > 0;

    protected override string Recurso =>
        Entidad switch
        {
            Entidad.Contrato => "/v1/contratos",
            Entidad.Renglon => "renglones",
            _ => "/v1/informativas",
        };

    public override void Hacer(AlmacenPublico almacen, CancellationToken ct) => Preguntar(almacen, Consulta, ct);

    public override void HacerYContar(AlmacenPublico almacen, CancellationToken ct) =>
        Preguntar(almacen, Consulta with { Contar = QueContar.Facetas }, ct);

    /// <summary>The page after so many, or the last there is.</summary>
    public override Pregunta Situada(AlmacenPublico almacen, CancellationToken ct)
    {
        // A thousand rows a step: nobody times it, and a mark says nothing of the size of its page.
        const int Paso = 1000;
        var faltan = PaginasAntes * Consulta.Limite;
        var marca = Consulta.DespuesDe;
        try
        {
            while (faltan > 0)
            {
                var paso = Consulta with { Limite = Math.Min(Paso, faltan), DespuesDe = marca };
                var siguiente = Preguntar(almacen, paso, ct);
                if (siguiente is null)
                    break;
                marca = siguiente;
                faltan -= paso.Limite;
            }
        }
        catch (Exception error) when (error is ConsultaDemasiadoAmpliaException or NotSupportedException)
        {
            // The page that could be reached.
        }
        return this with { Consulta = Consulta with { DespuesDe = marca } };
    }

    protected override IEnumerable<(string Nombre, string Valor)> Parametros(Func<int, string?>? publicacion)
    {
        var consulta = Consulta;
        return
        [
            .. Varios("lista", consulta.Listas, lista => lista.Valor()),
            .. Varios("periodo", consulta.Periodos, periodo => periodo.ToString()),
            .. Varios("ejercicio", consulta.Ejercicios, Numero),
            .. Varios("cuatrimestre", consulta.Cuatrimestres, Numero),
            .. Varios("folio_contrato", consulta.FoliosContrato, folio => folio),
            .. Varios("folio_informativa", consulta.FoliosInformativa, folio => folio),
            .. Varios("tipo_informativa", consulta.TiposInformativa, tipo => tipo.Valor()),
            .. Varios("inconsistencia", consulta.Inconsistencias, codigo => codigo.Valor()),
            .. Varios("observacion", consulta.Observaciones, codigo => codigo.Valor()),
            .. Varios("q", consulta.Q, texto => texto),
            .. Varios("contratista", consulta.Contratistas, texto => texto),
            .. Varios("contratante", consulta.Contratantes, texto => texto),
            .. Varios("servicio", consulta.Servicios, texto => texto),
            .. Varios("contratista_clave", consulta.ClavesDeContratista, clave => clave),
            .. Varios("contratante_clave", consulta.ClavesDeContratante, clave => clave),
            .. Varios("parte_clave", consulta.ClavesDeParte, clave => clave),
            .. Varios("tipo_persona_contratista", consulta.TiposDeContratista, tipo => tipo.Valor()),
            .. Varios("tipo_persona_contratante", consulta.TiposDeContratante, tipo => tipo.Valor()),
            .. Extremos("fecha_inicio_desde", "fecha_inicio_hasta", consulta.FechaInicio, Dia),
            .. Extremos("fecha_fin_desde", "fecha_fin_hasta", consulta.FechaFin, Dia),
            .. Extremos("fecha_presentacion_desde", "fecha_presentacion_hasta", consulta.FechaPresentacion, Dia),
            .. Extremos("personas_trabajadoras_min", "personas_trabajadoras_max", consulta.PersonasTrabajadoras, Numero),
            .. Uno("vigente_en", consulta.VigenteEn is { } dia ? Dia(dia) : null),
            .. Uno("sin", consulta.SinFechaFin ? "fecha_fin" : null),
            .. Uno(
                "con_contratos",
                consulta.ConContratos switch
                {
                    null => null,
                    true => "si",
                    false => "no",
                }
            ),
            .. Uno("orden", consulta.Orden is { } orden ? Orden(orden) : null),
            .. Uno("aproximar", consulta.Aproximar ? "si" : null),
            .. Secuencia(consulta.Secuencia, publicacion),
            .. Uno("limite", Numero(consulta.Limite)),
            .. Uno("cursor", publicacion is null ? consulta.DespuesDe?.ToString() : null),
        ];

        static IEnumerable<(string, string)> Extremos<T>(string desde, string hasta, Intervalo<T> intervalo, Func<T, string> escribir)
            where T : struct =>
            [
                .. Uno(desde, intervalo.Desde is { } primero ? escribir(primero) : null),
                .. Uno(hasta, intervalo.Hasta is { } ultimo ? escribir(ultimo) : null),
            ];

        static string Numero(int numero) => numero.ToString(CultureInfo.InvariantCulture);

        static string Dia(DateOnly dia) => dia.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        static string Orden(Orden orden) => (orden.Descendente ? "-" : "") + Criterio(orden.Criterio);

        static string Criterio(Criterio criterio) =>
            criterio switch
            {
                Domain.Almacen.Publico.Criterio.Periodo => "periodo",
                Domain.Almacen.Publico.Criterio.FechaInicio => "fecha_inicio",
                Domain.Almacen.Publico.Criterio.FechaFin => "fecha_fin",
                Domain.Almacen.Publico.Criterio.FechaPresentacion => "fecha_presentacion",
                Domain.Almacen.Publico.Criterio.PersonasTrabajadoras => "personas_trabajadoras",
                Domain.Almacen.Publico.Criterio.Contratista => "contratista",
                Domain.Almacen.Publico.Criterio.Contratante => "contratante",
                _ => "contratos",
            };
    }

    /// <summary>Where the next page starts.</summary>
    private Marca? Preguntar(AlmacenPublico almacen, Consulta consulta, CancellationToken ct) =>
        Entidad switch
        {
            Entidad.Contrato => almacen.Contratos(consulta, ct).Siguiente,
            Entidad.Renglon => almacen.Renglones(consulta, ct).Siguiente,
            _ => almacen.Informativas(consulta, ct).Siguiente,
        };
}
