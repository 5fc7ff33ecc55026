using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Comprobantes;

/// <summary><c>/v1/comprobantes</c>: whether a folio is in a publication, with what anyone needs to check it without this server.</summary>
public static class ComprobantesEndpoints
{
    private static readonly Parametro<string> Folio = TablaDeParametros.FolioContrato.Como(
        "folio",
        "Folio de un contrato o de una informativa, exacto. Se da éste o `clave`."
    );

    private static readonly Parametro<string> Clave = TablaDeParametros.ParteClave.Como(
        "clave",
        "Clave de búsqueda de un contratista o contratante. Sus homónimos la comparten. Se da ésta o `folio`."
    );

    public static void MapComprobantes(this IEndpointRouteBuilder rutas) =>
        rutas.MapLectura(
            "/v1/comprobantes",
            new("ConsultarComprobante", "Si un folio está o no en una publicación, para comprobarlo sin este servidor.")
            {
                Seccion = Secciones.Publicaciones,
                Descripcion =
                    "No es documento del IMSS. Dice si el folio está en la publicación y en qué listados, junto con el SHA-256 y la firma de su manifiesto "
                    + "y el SHA-256 del CSV de cada listado: con el manifiesto y los CSV cualquiera lo comprueba; `texto` dice cómo y se puede imprimir. "
                    + "Este servidor no firma nada: la firma es la que se puso al sellar. Que un folio no esté también es una respuesta. "
                    + "Por `clave` sólo dice en cuántos renglones coincide el nombre, y un nombre no identifica a nadie.",
                Respuesta = typeof(ComprobanteResponse),
                DeConsulta = [Folio, Clave, TablaDeParametros.Publicacion],
                Problemas =
                [
                    CatalogoDeProblemas.ParametroFaltante,
                    CatalogoDeProblemas.ParametrosExcluyentes,
                    CatalogoDeProblemas.InformacionRetirada,
                    CatalogoDeProblemas.ConsultaDemasiadoAmplia,
                ],
            },
            Responder
        );

    private static IResult Responder(Peticion peticion)
    {
        var (folio, clave) = (peticion.Valores.Uno(Folio), peticion.Valores.Uno(Clave));
        if (folio is null == clave is null)
            return UnoSolo(ninguno: folio is null);
        if (peticion.Publicacion is not { } publicacion)
            return Peticion.PublicacionInexistente(SeleccionDePublicacion.Ultima, vigente: null);
        // What the manifest says, also of a listado from which something was taken out since.
        var listados = peticion.Almacen.ListadosSellados(publicacion.Secuencia);
        var lugares = folio is null ? [] : Lugares(peticion, folio, listados);
        if (folio is not null && lugares.Count == 0 && peticion.Almacen.RetiroDeFolio(folio) is { } retiro)
            return Problema.DeRetiro(retiro, Folio.Nombre, Folios.Nombre, folio);
        var descargables = peticion
            .Almacen.Listados(publicacion.Secuencia)
            .SelectMany(listado => listado.Archivos)
            .Select(archivo => archivo.Sha256)
            .ToHashSet(StringComparer.Ordinal);
        return peticion.Sobre(
            ComprobanteResponse.From(
                publicacion,
                folio,
                clave,
                clave is null ? null : Contar(peticion, Todo(peticion) with { ClavesDeParte = [clave] }),
                [
                    .. listados.Select(listado =>
                        ListadoDeComprobanteResponse.From(
                            listado,
                            descargables.Contains(listado.Canonico),
                            folio is null ? null : lugares.GetValueOrDefault(listado.Listado, [])
                        )
                    ),
                ]
            ),
            IcsoeJson.Actual.ComprobanteResponse,
            listas: Enum.GetValues<Lista>(),
            noIndexar: lugares.Keys.Any(listado => listado.Lista == Lista.Inconsistente)
        );
    }

    /// <summary>Where the folio stands: only listados that have it.</summary>
    private static Dictionary<Listado, IReadOnlyList<LugarDeFolioResponse>> Lugares(
        Peticion peticion,
        string folio,
        IReadOnlyList<EstadoListado> listados
    )
    {
        var todo = Todo(peticion);
        (string Nombre, Consulta Consulta)[] columnas =
        [
            ("folio_contrato", todo with { FoliosContrato = [folio] }),
            ("folio_informativa", todo with { FoliosInformativa = [folio] }),
        ];
        var presentes = columnas.Where(columna => Contar(peticion, columna.Consulta).Valor > 0).ToList();
        var lugares = new Dictionary<Listado, IReadOnlyList<LugarDeFolioResponse>>();
        foreach (var listado in presentes is [] ? [] : listados.Select(estado => estado.Listado))
        {
            var suyos = new List<LugarDeFolioResponse>();
            foreach (var (columna, consulta) in presentes)
            {
                var conteo = Contar(peticion, consulta with { Listas = [listado.Lista], Periodos = [listado.Periodo] });
                if (conteo.Valor > 0)
                    suyos.Add(new() { Columna = columna, Renglones = ConteoResponse.From(conteo) });
            }
            if (suyos.Count > 0)
                lugares[listado] = suyos;
        }
        return lugares;
    }

    private static Consulta Todo(Peticion peticion) => new() { Secuencia = peticion.Secuencia, Limite = 1 };

    private static Conteo Contar(Peticion peticion, Consulta consulta) =>
        peticion.Almacen.Contar(consulta, Entidad.Renglon, conFacetas: false, peticion.Aborto).Total;

    private static Problema UnoSolo(bool ninguno)
    {
        string[] validos = [Folio.Nombre, Clave.Nombre];
        return ninguno
            ? Problema.De([
                new(
                    CatalogoDeProblemas.ParametroFaltante,
                    Folio.Nombre,
                    Valor: null,
                    new(
                        $"Falta «folio» o «clave», como folio={Folio.Ejemplo}.",
                        $"`folio` or `clave` is missing, like folio={Folio.Ejemplo}."
                    ),
                    Validos: validos
                ),
            ])
            : Problema.De([
                new(
                    CatalogoDeProblemas.ParametrosExcluyentes,
                    Clave.Nombre,
                    Valor: null,
                    new("«folio» y «clave» no van juntos: deja uno.", "`folio` and `clave` do not go together: keep one."),
                    Validos: validos
                ),
            ]);
    }
}
