using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Documentacion;

/// <summary>A value of an enumeration as machines and as people write it.</summary>
public sealed record Etiqueta(string Valor, string Texto);

/// <summary>Labels of every value that answers and files use. In answers they may grow.</summary>
public static class Enumeraciones
{
    public const string Lista = "lista";
    public const string TipoPersona = "tipo_persona";
    public const string TipoInformativa = "tipo_informativa";
    public const string Cuatrimestre = "cuatrimestre";
    public const string Inconsistencia = "inconsistencia";
    public const string Alcance = "alcance";
    public const string Motivo = "motivo";
    public const string Caso = "caso";
    public const string Confianza = "confianza";
    public const string Estado = "estado";
    public const string Formato = "formato";
    public const string Origen = "origen";
    public const string Puerta = "puerta";
    public const string Tipo = "tipo";

    private static readonly Dictionary<string, IReadOnlyList<Etiqueta>> Tablas = new()
    {
        [Lista] = [.. Enum.GetValues<Lista>().Select(lista => new Etiqueta(lista.Valor(), lista.Etiqueta()))],
        [TipoPersona] = [.. Enum.GetValues<TipoPersona>().Select(tipo => new Etiqueta(tipo.Valor(), tipo.Etiqueta()))],
        // Sin efectos and actualización are never listed.
        [TipoInformativa] =
        [
            .. new[]
            {
                Domain.Modelo.TipoInformativa.Normal,
                Domain.Modelo.TipoInformativa.SinInformacion,
                Domain.Modelo.TipoInformativa.Correccion,
            }.Select(tipo => new Etiqueta(tipo.Valor(), tipo.Etiqueta())),
        ],
        [Cuatrimestre] = [new("1", "Primero: enero-abril"), new("2", "Segundo: mayo-agosto"), new("3", "Tercero: septiembre-diciembre")],
        [Inconsistencia] =
        [
            .. Domain.Reglas.Inconsistencia.Catalogo.Select(inconsistencia => new Etiqueta(
                inconsistencia.Codigo.Valor(),
                inconsistencia.Etiqueta
            )),
            new(Codigo.Otra.Valor(), "Otra: la lista publicada la llama de una forma que no es ninguna de la guía."),
            new(
                Codigo.CampoNulo.Valor(),
                "Campo nulo: la lista publicada trae vacío o ilegible un campo que siempre lleva. Sólo como observación."
            ),
        ],
        [Alcance] = [new("informativa", "Toda la informativa"), new("contrato", "Un contrato")],
        [Motivo] =
        [
            new("ausente", "No se reportó"),
            new("ilegible", "No se puede leer como fecha"),
            new("posterior_al_fin", "Es posterior a la fecha fin"),
            new("fuera_del_periodo", "Está fuera del cuatrimestre"),
        ],
        [Caso] =
        [
            new("1", "Presentaste una Normal y una Complementaria de Corrección"),
            new("2", "Tienes dos del tipo Normal"),
            new("3", "Presentaste una Sin Información y una Normal"),
            new("4", "Tienes dos informativas del tipo Sin Información"),
            new("otro", "Ninguno de los cuatro casos de la guía"),
        ],
        [Confianza] = [new("baja", "Sólo descansa en un nombre, y hay homónimos")],
        [Estado] = [new("publicado", "Publicado"), new("pendiente", "Pendiente de publicarse")],
        [Formato] = [new("xlsx", "Libro de Excel")],
        [Origen] = [new("imss", "Bytes originales del IMSS"), new("icsoe", "Hecho por este programa")],
        [Puerta] =
        [
            new("espejo", "A partir de los libros que publica el IMSS"),
            new("instituto", "A partir de las informativas presentadas"),
        ],
        [Tipo] =
        [
            new("texto", "Texto"),
            new("entero", "Número entero"),
            new("booleano", "Verdadero o falso"),
            new("fecha", "Día, AAAA-MM-DD"),
            new("instante", "Instante en UTC, RFC 3339"),
            new("entero o texto", "Número entero, o un texto cuando no lo hay"),
            new("objeto", "Objeto, con sus propios campos"),
            new("lista de textos", "Lista de textos"),
            new("lista de objetos", "Lista de objetos, con sus propios campos"),
        ],
    };

    /// <summary>Values of an enumeration, in order.</summary>
    public static IReadOnlyList<Etiqueta> De(string nombre) => Tablas[nombre];
}
