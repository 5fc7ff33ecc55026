using Icsoe.Domain.Modelo;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Tests.Constructores;

/// <summary>
/// A filing that every rule accepts, and with-expressions for what a test is about. All parties are fictitious.
/// </summary>
public static class UnaInformativa
{
    public static readonly Periodo Periodo = Periodo.De(2026, 1);

    public static readonly Parte Contratista = new("SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.", TipoPersona.Moral, "SEM180312AB1");

    public static readonly Parte Contratante = new("COMERCIAL EJEMPLO, S.A. DE C.V.", TipoPersona.Moral, "CEJ010101AA1");

    /// <summary>A Normal of 2026-1 with one contract, filed on 12 May 2026.</summary>
    public static Informativa Normal(string folio = "N260000001") =>
        new()
        {
            Folio = folio,
            Tipo = TipoInformativa.Normal,
            Periodo = Periodo,
            PresentadaEn = new DateTimeOffset(2026, 5, 12, 16, 31, 0, TimeSpan.Zero),
            FechaPresentacion = new DateOnly(2026, 5, 12),
            Contratista = Contratista,
            Contratos = [UnContrato()],
        };

    public static Informativa SinInformacion(string folio = "SI260000001") =>
        Normal(folio) with
        {
            Tipo = TipoInformativa.SinInformacion,
            Contratos = [],
        };

    public static Informativa Correccion(string folio, string? de) =>
        Normal(folio) with
        {
            Tipo = TipoInformativa.Correccion,
            Referencia = de,
        };

    public static Informativa SinEfectos(string folio, string? de) =>
        Normal(folio) with
        {
            Tipo = TipoInformativa.SinEfectos,
            Referencia = de,
            Contratos = [],
        };

    public static Informativa Actualizacion(string folio, string? de, params Contrato[] contratos) =>
        Normal(folio) with
        {
            Tipo = TipoInformativa.Actualizacion,
            Referencia = de,
            Contratos = contratos,
        };

    public static Contrato UnContrato(string? folio = "A26P0000001") =>
        new()
        {
            Folio = folio,
            Contratante = Contratante,
            Servicio = "MTTO PREVENTIVO A ELEVADORES",
            FechaInicio = new DateOnly(2026, 1, 15),
            FechaFin = null,
            PersonasTrabajadoras = 12,
        };

    /// <summary>Filed at an instant; the day follows.</summary>
    public static Informativa Presentada(this Informativa informativa, DateTimeOffset instante) =>
        informativa with
        {
            PresentadaEn = instante,
            FechaPresentacion = HoraDeMexico.Dia(instante),
        };

    public static Informativa ConContratos(this Informativa informativa, params Contrato[] contratos) =>
        informativa with
        {
            Contratos = contratos,
        };

    /// <summary>A Normal whose only contract has that many people.</summary>
    public static Informativa ConTrabajadores(int? personas) =>
        Normal().ConContratos(UnContrato() with { PersonasTrabajadoras = personas });

    public static Informativa ConServicio(string? servicio) => Normal().ConContratos(UnContrato() with { Servicio = servicio });

    public static Informativa ConFechas(string? inicio, string? fin, int ejercicio = 2026, int cuatrimestre = 1) =>
        Normal() with
        {
            Periodo = Periodo.De(ejercicio, cuatrimestre),
            Contratos = [UnContrato() with { FechaInicio = Dia(inicio), FechaFin = Dia(fin) }],
        };

    public static Informativa EntrePartes(Parte contratista, Parte contratante) =>
        Normal() with
        {
            Contratista = contratista,
            Contratos = [UnContrato() with { Contratante = contratante }],
        };

    private static DateOnly? Dia(string? texto) => texto is null ? null : DateOnly.Parse(texto);
}
