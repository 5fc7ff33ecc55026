using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>About how many bytes the texts of a thing take, for <see cref="Adelanto"/>.</summary>
internal static class Pesos
{
    /// <summary>What any row holds besides its long texts.</summary>
    private const int Fijo = 512;

    public static int De(FilaEspejo fila) =>
        De(fila.Contratista.Nombre) + De(fila.Inconsistencia) + De(fila.TipoInformativaTexto) + De(fila.Contrato);

    public static int De(RenglonPublico renglon) =>
        Fijo + De(renglon.Contratista.Nombre) + De(renglon.Contrato?.Contratante.Nombre) + De(renglon.Contrato?.Servicio);

    public static int De(Receptor.Revisada revisada) => Fijo + (revisada.PorRecibir?.Contenido.Length ?? 0);

    public static int De(Clasificado clasificado) =>
        clasificado.Veredictos.Sum(veredicto => Fijo + veredicto.Informativa.Contratos.Sum(De));

    private static int De(Contrato? contrato) =>
        contrato is null ? Fijo : Fijo + De(contrato.Contratante.Nombre) + De(contrato.Servicio) + De(contrato.FechaInicioIlegible);

    private static int De(string? texto) => (texto?.Length ?? 0) * sizeof(char);
}
