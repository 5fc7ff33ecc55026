using Icsoe.Api.Cambios;
using Icsoe.Domain.Almacen.Cambios;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;
using static Icsoe.Api.Parametros.TablaDeParametros;

namespace Icsoe.Api.Parametros;

/// <summary>What changes are looked for by. Made from <see cref="TablaDeParametros"/>, and so after it.</summary>
public static class ParametrosDeCambios
{
    public static Parametro<SeleccionDePublicacion> Contra { get; } =
        TablaDeParametros.Publicacion.Como(
            "contra",
            "Publicación con la que se compara, de antes o de después: año y mes (`2026-05`), la segunda del mes (`2026-05.2`) o `ultima`. "
                + "Sin ella, la anterior."
        ) with
        {
            Ejemplo = "2026-05",
        };

    public static Parametro<Entidad> Entidad { get; } =
        Enumerado(
            "entidad",
            "Qué cambió: `contrato` o `informativa`.",
            new Dictionary<string, Entidad>
            {
                ["contrato"] = Domain.Almacen.Publico.Entidad.Contrato,
                ["informativa"] = Domain.Almacen.Publico.Entidad.Informativa,
            }
        );

    public static Parametro<TipoDeCambio> Cambio { get; } =
        Enumerado(
            "cambio",
            "Qué pasó: `aparece`, `desaparece`, `cambia` o `cambia_de_lista`.",
            Enum.GetValues<TipoDeCambio>().ToDictionary(CambioResponse.Valor)
        );

    public static Parametro<Cursor> CursorDeCambios { get; } =
        CursorDe(
            new MarcaDeCambio(
                new Domain.Modelo.Listado(Domain.Modelo.Periodo.De(2026, 1), Domain.Modelo.Lista.Publico).PrimeraClave + 50,
                Domain.Almacen.Publico.Entidad.Contrato
            )
        );

    /// <summary>Filters of changes, with what they are compared with.</summary>
    public static IReadOnlyList<Parametro> Filtros { get; } = [Contra, Entidad, Cambio, Periodo, Lista, ContratistaClave, ContratanteClave];
}
