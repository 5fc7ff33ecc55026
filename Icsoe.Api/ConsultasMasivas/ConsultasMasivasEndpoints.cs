using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.ConsultasMasivas;

/// <summary><c>/v1/consultas-masivas</c>: a whole list of suppliers at once.</summary>
public static class ConsultasMasivasEndpoints
{
    /// <summary>Bytes of a body.</summary>
    public const int BytesMaximos = 4 << 20;

    private const int Candidatos = 5;

    public static void MapConsultasMasivas(this IEndpointRouteBuilder rutas) =>
        rutas.MapEnvio(
            "/v1/consultas-masivas",
            new("ConsultarEnMasa", "Cómo está cada proveedor de una lista, y si reportó su contrato con un cliente.")
            {
                Seccion = Secciones.Partes,
                Descripcion =
                    "Hasta 1,000 líneas por nombre, folio o clave; se responde una por una y en su orden. Un nombre sólo se da por cierto si es el "
                    + "publicado (salvo acentos, mayúsculas, puntuación y la forma del sufijo) y nadie más lo lleva; si no, el estado es `dudoso` y los "
                    + "candidatos dicen a quién se parece, en qué difiere y cómo está cada uno. Lo que pesa cada diferencia está en docs/cotejo.md. En "
                    + "JSON, `consultas` o `nombres`; en CSV o XLSX, una columna elegida por su encabezado (`columna`). Lo que diga el JSON, o el "
                    + "campo `contratante` de un formulario, cuenta sobre lo que digan los parámetros. Se responde en JSON, CSV o XLSX "
                    + "(`formato` o Accept). Con `contra`, lo que cambió entre dos publicaciones. Lo enviado no se guarda ni se registra.",
                Respuesta = typeof(ConsultasMasivasResponse),
                OtrosTipos = [.. FormatoDeRespuesta.Todos.Skip(1).Select(formato => formato.Medio)],
                DeConsulta = ParametrosDeConsultasMasivas.Todos,
                Cuerpo = new(BytesMaximos, [Operacion.Json, Medios.Csv, Medios.Xlsx, Formulario.Medio])
                {
                    Tipo = typeof(ConsultasMasivasRequest),
                    Campos = [ParametrosDeConsultasMasivas.Contratante],
                    Ejemplo = """
                    {"periodo":"2026-1","consultas":[
                      {"ref":"P-001","nombre":"Servicios Ejemplo del Bajio SA de CV","contratante":"COMERCIAL EJEMPLO, S.A. DE C.V."},
                      {"ref":"P-002","folio":"A26P3662382"}]}
                    """,
                    OtrosEjemplos = new Dictionary<string, string>
                    {
                        [Medios.Csv] = "ref,proveedor,cliente\r\nP-001,\"SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.\",COMERCIAL EJEMPLO\r\n",
                    },
                },
                Problemas =
                [
                    CatalogoDeProblemas.ParametroFaltante,
                    CatalogoDeProblemas.ParametrosExcluyentes,
                    CatalogoDeProblemas.DemasiadosValores,
                    CatalogoDeProblemas.PublicacionConfundida,
                    CatalogoDeProblemas.ArchivoIlegible,
                    CatalogoDeProblemas.ConsultaDemasiadoAmplia,
                ],
            },
            Responder
        );

    private static IResult Responder(Peticion peticion, Envio envio)
    {
        var (pedido, problema) =
            envio.Medio == Operacion.Json ? LectorDePedido.Leer(peticion, envio.Bytes) : new LectorDeTabla(peticion).Leer(envio);
        if (problema is not null)
            return problema;
        if (Buscar(peticion, pedido!.Publicacion, TablaDeParametros.Publicacion.Nombre, out var publicacion) is { } sinEsa)
            return sinEsa;
        Publicacion? contra = null;
        if (
            pedido.Contra is not null
            && Buscar(peticion, pedido.Contra, ParametrosDeConsultasMasivas.Contra.Nombre, out contra) is { } sinOtra
        )
            return sinOtra;
        if (publicacion is not null)
            peticion = peticion.En(publicacion, pedido.Publicacion?.Id is not null);
        var respuestas = peticion.Almacen.Responder(
            new ConsultaMasiva
            {
                Secuencia = peticion.Secuencia,
                Contra = contra?.Secuencia,
                Periodo = pedido.Periodo,
                Lineas = [.. pedido.Lineas.Select(pedida => pedida.Linea)],
                Candidatos = Candidatos,
            },
            peticion.Aborto
        );
        var enlaces = new EnlacesDeLinea(publicacion?.Id.ToString(), contra?.Id.ToString(), pedido.Periodo);
        return FormatoDeRespuesta
            .De(peticion)
            .Responder(
                peticion,
                new()
                {
                    Periodo = pedido.Periodo?.ToString(),
                    Publicacion = publicacion?.Id.ToString(),
                    Contra = contra?.Id.ToString(),
                    Datos = [.. pedido.Lineas.Zip(respuestas, (pedida, respuesta) => LineaResponse.From(pedida, respuesta, enlaces))],
                }
            );
    }

    private static Problema? Buscar(Peticion peticion, SeleccionDePublicacion? pedida, string parametro, out Publicacion? publicacion)
    {
        publicacion = pedida?.Id is { } id ? peticion.Almacen.Buscar(id) : peticion.Vigente;
        return publicacion is null && pedida is not null
            ? Peticion.PublicacionInexistente(pedida.Id?.ToString() ?? SeleccionDePublicacion.Ultima, peticion.Vigente, parametro)
            : null;
    }
}
