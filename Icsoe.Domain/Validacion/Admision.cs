using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Validacion;

/// <summary>Whether a filing that can be read may also be taken in: what only the clock, the store or privacy can tell.</summary>
/// <param name="ejercicioActual">Year of today in Mexico City.</param>
/// <param name="delEspejo">Periodos of the store that came by the mirror door.</param>
internal sealed class Admision(int ejercicioActual, IEnumerable<Periodo> delEspejo)
{
    private readonly HashSet<Periodo> delEspejo = [.. delEspejo];

    /// <summary>Why it may not, one line's worth; null when it may.</summary>
    /// <param name="leida">With its informativa.</param>
    public Rechazo? Rechazar(string archivo, LineaLeida leida)
    {
        var informativa = leida.Informativa!;
        if (informativa.Periodo.Ejercicio > ejercicioActual)
            return Rechazar(
                "ejercicio",
                $"{informativa.Periodo.Ejercicio} aún no llega; el ejercicio en curso es {ejercicioActual}",
                $"{informativa.Periodo.Ejercicio}"
            );
        if (delEspejo.Contains(informativa.Periodo))
            return Rechazar(
                "cuatrimestre",
                $"el periodo {informativa.Periodo} entró por libros del IMSS (puerta espejo) y conserva esa puerta; recíbelo en otro almacén"
            );
        // Folios are published as they are: one that is somebody's RFC or CURP would carry it out.
        if (EsPersonal(informativa.Folio))
            return Rechazar("folio", Motivo);
        for (var i = 0; i < informativa.Contratos.Count; i++)
        {
            if (EsPersonal(informativa.Contratos[i].Folio))
                return Rechazar("folio", Motivo, contrato: i);
        }
        return null;

        Rechazo Rechazar(string campo, string motivo, string? valor = null, int? contrato = null)
        {
            var sitio = Lugar.De(leida).Sitio(campo, contrato);
            return new(archivo, sitio.Linea, sitio.Campo, motivo) { Hoja = sitio.Hoja, Valor = valor };
        }
    }

    /// <summary>A folio that was received before with other content.</summary>
    public static Rechazo ConOtroContenido(string archivo, int linea, string folio) =>
        new(
            archivo,
            linea,
            "folio",
            $"el folio {folio} ya se recibió con otro contenido; una informativa presentada no cambia: se corrige con otra"
        )
        {
            Valor = folio,
        };

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
