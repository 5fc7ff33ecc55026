using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;

namespace Icsoe.Api.Validaciones;

/// <summary><c>/v1/validaciones</c>: which list each informativa would go to, before it is filed.</summary>
public static class ValidacionesEndpoints
{
    public static void MapValidaciones(this IEndpointRouteBuilder rutas)
    {
        rutas.MapEnvio(
            "/v1/validaciones",
            new("Validar", "A qué lista iría cada informativa, y por qué.")
            {
                Seccion = Secciones.Ayuda,
                Descripcion =
                    "Juzga informativas antes de presentarlas, con los mismos lectores y las mismas reglas con que se arman los listados: cada hallazgo "
                    + "con su lugar, lo que dice ahí, por qué, cómo solventarlo y hasta cuándo. Las de un mismo contratista y cuatrimestre se juzgan "
                    + "juntas, como si fueran todo lo que presentó; una `sin_efectos`, una `actualizacion` y las que otras sustituyen o anulan no irían "
                    + "en ninguna lista, y `razon` lo dice. En JSON, `{\"informativas\":[…]}` o la lista sola; en NDJSON, una por línea; en CSV y XLSX, "
                    + "un renglón por contrato, como en la plantilla. El RFC es opcional y nunca se repite. Hasta 20,000 contratos; de un libro, hasta "
                    + "64 MiB descomprimido. Lo enviado no se guarda ni se registra. El archivo de personas trabajadoras (NSS, CURP y salario) se "
                    + "rechaza: se revisa sin que salga de tu computadora, con la orden `validar`.",
                Respuesta = typeof(ValidacionResponse),
                Cuerpo = new(LectorDeEnvio.BytesMaximos, [Operacion.Json, Medios.Ndjson, Medios.Csv, Medios.Xlsx, Formulario.Medio])
                {
                    Tipo = typeof(ValidacionRequest),
                    Ejemplo = $$"""{"informativas":[{{Plantilla.EnNdjson.TrimEnd().Replace('\n', ',')}}]}""",
                    OtrosEjemplos = new Dictionary<string, string> { [Medios.Ndjson] = Plantilla.EnNdjson, [Medios.Csv] = Plantilla.EnCsv },
                },
                Problemas =
                [
                    CatalogoDeProblemas.ParametroRepetido,
                    CatalogoDeProblemas.ParametroFaltante,
                    CatalogoDeProblemas.DemasiadosValores,
                    CatalogoDeProblemas.ValorInvalido,
                    CatalogoDeProblemas.ParametrosInvalidos,
                    CatalogoDeProblemas.ArchivoIlegible,
                    CatalogoDeProblemas.ArchivoDeTrabajadores,
                ],
            },
            Responder
        );
        foreach (var plantilla in Plantilla.Todas)
            rutas.MapLectura(
                $"/v1/validaciones/plantilla.{plantilla.Extension}",
                new($"DescargarPlantilla{plantilla.Nombre}", $"Plantilla de informativas en {plantilla.Extension.ToUpperInvariant()}.")
                {
                    Seccion = Secciones.Ayuda,
                    Descripcion = plantilla.Descripcion,
                    Respuesta = null,
                    EsPropio = true,
                    TipoDeContenido = plantilla.Medio,
                },
                _ => plantilla
            );
    }

    private static IResult Responder(Peticion peticion, Envio envio)
    {
        var (prevision, formato, problema) = LectorDeEnvio.Leer(peticion, envio);
        return problema is not null
            ? problema
            : peticion.SinGuardar(ValidacionResponse.From(prevision!, formato!), IcsoeJson.Actual.ValidacionResponse);
    }
}
