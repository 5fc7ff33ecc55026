using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Domain.Sellado;

/// <summary>Whether a filing that can be read may also be taken in: what only the clock, the store or privacy can tell.</summary>
internal sealed class Admision(Entorno entorno, IEnumerable<EstadoListado> estados)
{
    private readonly int ejercicioActual = entorno.Reloj.Hoy().Year;
    private readonly HashSet<Periodo> delEspejo =
    [
        .. estados.Where(estado => estado.Puerta == Puerta.Espejo).Select(estado => estado.Listado.Periodo),
    ];

    /// <summary>Why it may not, one line's worth; null when it may.</summary>
    public Rechazo? Rechazar(string archivo, int linea, Informativa informativa)
    {
        if (informativa.Periodo.Ejercicio > ejercicioActual)
            return new(
                archivo,
                linea,
                "ejercicio",
                $"{informativa.Periodo.Ejercicio} aún no llega; el ejercicio en curso es {ejercicioActual}"
            );
        if (delEspejo.Contains(informativa.Periodo))
            return new(
                archivo,
                linea,
                "cuatrimestre",
                $"el periodo {informativa.Periodo} entró por libros del IMSS (puerta espejo) y conserva esa puerta; recíbelo en otro almacén"
            );
        // Folios are published as they are: one that is somebody's RFC or CURP would carry it out.
        if (EsPersonal(informativa.Folio))
            return new(archivo, linea, "folio", Motivo);
        for (var i = 0; i < informativa.Contratos.Count; i++)
        {
            if (EsPersonal(informativa.Contratos[i].Folio))
                return new(archivo, linea, $"contratos[{i}].folio", Motivo);
        }
        return null;
    }

    /// <summary>A folio that was received before with other content.</summary>
    public static Rechazo ConOtroContenido(string archivo, int linea, string folio) =>
        new(
            archivo,
            linea,
            "folio",
            $"el folio {folio} ya se recibió con otro contenido; una informativa presentada no cambia: se corrige con otra"
        );

    /// <summary>Everything wrong with one line as one rejection: the place is that of the first.</summary>
    public static Rechazo? Juntar(IReadOnlyList<Rechazo> motivos) =>
        motivos.Count < 2
            ? (motivos.Count == 0 ? null : motivos[0])
            : motivos[0] with
            {
                Motivo = $"{motivos[0].Motivo}; {string.Join("; ", motivos.Skip(1).Select(otro => $"{otro.Campo}: {otro.Motivo}"))}",
            };

    private const string Motivo = "un folio no puede ser un RFC, una CURP, un NSS, un teléfono ni un correo: los folios se publican";

    private static bool EsPersonal(string? folio)
    {
        if (folio is null)
            return false;
        Enmascarado.Enmascarar(folio, out var enmascarado);
        return enmascarado;
    }
}
