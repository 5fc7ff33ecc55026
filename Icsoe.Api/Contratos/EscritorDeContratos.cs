using Icsoe.Api.Configuracion;
using Icsoe.Api.Inconsistencias;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Contratos;

/// <summary>
/// Writes contracts as they lie in the store, member by member: they are what is asked for most. A test holds them to the bytes that
/// the serializer makes of <see cref="ContratoResponse"/>, which says what each member means.
/// </summary>
public sealed class EscritorDeContratos : IDisposable
{
    private readonly EscritorDeJson _json = new();

    /// <summary>Whether some contract is of the inconsistent list.</summary>
    public bool HayInconsistentes { get; private set; }

    /// <summary>What was written, a value for each contract; to be read before this is disposed.</summary>
    /// <param name="fines">Where each ends.</param>
    public IReadOnlyList<ValorEscrito> Escritos(IReadOnlyList<int> fines) =>
        [.. fines.Select((fin, i) => new ValorEscrito(_json.Entre(i == 0 ? 0 : fines[i - 1], fin)))];

    /// <summary>Writes one more; returns where it ends.</summary>
    public int Escribir(in RenglonLeido contrato)
    {
        var periodo = contrato.Listado.Periodo;
        var ejercicio = periodo.Ejercicio;
        HayInconsistentes |= contrato.Listado.Lista == Lista.Inconsistente;
        _json.Crudo("{\"id\":"u8).Texto(Identidad.Largo, out var id);
        contrato.Id(id);
        _json.Crudo(",\"folio\":"u8).Texto(contrato.FolioContrato);
        _json.Crudo(",\"lista\":"u8).Palabra(contrato.Listado.Lista.Valor());
        _json.Crudo(",\"ejercicio\":"u8).Numero(ejercicio).Crudo(",\"cuatrimestre\":"u8).Numero(periodo.Cuatrimestre);
        _json.Crudo(",\"periodo\":\""u8).Numero(ejercicio).Crudo("-"u8).Numero(periodo.Cuatrimestre);
        Parte("\",\"contratista\":{\"nombre\":"u8, contrato.Contratista);
        Parte(",\"contratante\":{\"nombre\":"u8, contrato.Contratante);
        _json.Crudo(",\"servicio\":"u8).Texto(contrato.Servicio);
        _json.Crudo(",\"servicio_enmascarado\":"u8).Logico(contrato.ServicioEnmascarado);
        _json.Crudo(",\"fecha_inicio\":"u8).Dia(contrato.FechaInicio);
        _json.Crudo(",\"fecha_fin\":"u8).Dia(contrato.FechaFin);
        _json.Crudo(",\"personas_trabajadoras\":"u8).Numero(contrato.PersonasTrabajadoras);
        _json.Crudo(",\"informativa\":{\"folio\":"u8).Texto(contrato.FolioInformativa);
        _json.Crudo(",\"tipo\":"u8).Palabra(contrato.TipoInformativa?.Valor());
        _json.Crudo(",\"fecha_presentacion\":"u8).Dia(contrato.FechaPresentacion);
        Hallazgos("},\"inconsistencias\":"u8, contrato.Inconsistencias);
        Hallazgos(",\"observaciones\":"u8, contrato.Observaciones);
        _json.Crudo(",\"aproximado\":"u8).Logico(contrato.Aproximado).Crudo("}"u8);
        return _json.Escritos;
    }

    public void Dispose() => _json.Dispose();

    private void Parte(ReadOnlySpan<byte> nombre, ParteLeida parte)
    {
        _json.Crudo(nombre).Texto(parte.Nombre);
        _json.Crudo(",\"tipo_persona\":"u8).Palabra(parte.TipoPersona?.Valor());
        _json.Crudo(",\"clave\":"u8).Texto(parte.Clave).Crudo("}"u8);
    }

    private void Hallazgos(ReadOnlySpan<byte> nombre, IReadOnlyList<Hallazgo> hallazgos)
    {
        _json.Crudo(nombre);
        if (hallazgos.Count == 0)
            _json.Crudo("[]"u8);
        else
            _json.Crudo(IcsoeJson.Serializar(HallazgoResponse.From(hallazgos), IcsoeJson.Actual.Hallazgos));
    }
}
