using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Diagnosticos;

/// <summary><c>/v1/diagnosticos</c>: from what was filed to one valid informativa.</summary>
public static class DiagnosticosEndpoints
{
    private const int BytesMaximos = 64 * 1024;

    private static readonly Planificador Planificador = new(new Clasificador(new Juez()));

    public static void MapDiagnosticos(this IEndpointRouteBuilder rutas) =>
        rutas.MapEnvio(
            "/v1/diagnosticos",
            new("Diagnosticar", "Qué hacer para quedar con una sola informativa válida.")
            {
                Seccion = Secciones.Ayuda,
                Descripcion =
                    "Con los tipos, folios, fechas y referencias de lo que un contratista presentó en un cuatrimestre, dice cuál de los cuatro casos "
                    + "de informativa múltiple es, qué presentar y en qué orden, cuántas de las cuatro complementarias se usan, y da borradores que "
                    + "nadie envía. Son las mismas reglas con que se arman los listados. Lo enviado no se guarda ni se registra.",
                Respuesta = typeof(DiagnosticoResponse),
                Cuerpo = new(BytesMaximos, [Operacion.Json])
                {
                    Tipo = typeof(DiagnosticoRequest),
                    Ejemplo = """
                    {"periodo":"2026-1","presentadas":[
                      {"folio":"N262253432","tipo":"normal","fecha_presentacion":"2026-05-12","referencia":null},
                      {"folio":"N262253433","tipo":"normal","fecha_presentacion":"2026-05-13","referencia":null}]}
                    """,
                },
                Problemas = CuerpoJson.Problemas,
            },
            Responder
        );

    private static IResult Responder(Peticion peticion, Envio envio)
    {
        var (presentado, problema) = CuerpoJson.Leer(
            envio.Bytes,
            peticion.Hoy,
            (cuerpo, raiz) => LectorDeDiagnostico.Leer(cuerpo, raiz, peticion.Hoy)
        );
        return problema is not null
            ? problema
            : peticion.SinGuardar(
                DiagnosticoResponse.From(Planificador.Diagnosticar(presentado!.Presentadas), presentado),
                IcsoeJson.Actual.DiagnosticoResponse
            );
    }
}
