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
    public const string EstadoDeExpediente = "estado_de_expediente";
    public const string Estado = "estado";
    public const string Formato = "formato";
    public const string Origen = "origen";
    public const string Puerta = "puerta";
    public const string Tipo = "tipo";
    public const string Relacion = "relacion";
    public const string Rol = "rol";
    public const string TipoDeSugerencia = "tipo_de_sugerencia";
    public const string Vinculo = "vinculo";
    public const string Cambio = "cambio";
    public const string Entidad = "entidad";
    public const string Tamano = "tamano";
    public const string EstadoDeCalendario = "estado_de_calendario";
    public const string Ambito = "ambito";
    public const string Comprobacion = "comprobacion";
    public const string FuenteDeTexto = "fuente_de_texto";
    public const string EstadoMasivo = "estado_masivo";
    public const string ConContratante = "con_contratante";
    public const string MotivoDeCotejo = "motivo_de_cotejo";
    public const string Veredicto = "veredicto";
    public const string RazonDeNoListar = "razon_de_no_listar";

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
        [EstadoDeExpediente] =
        [
            new("sin_informativa", "Ninguna informativa vigente"),
            new("unica", "Una sola informativa vigente"),
            new("multiple", "Más de una informativa vigente"),
        ],
        [Veredicto] =
        [
            new("publico", "Iría al Listado Público"),
            new("inconsistente", "Iría al Listado con Información Inconsistente"),
            new("no_se_lista", "No iría en ninguna lista"),
        ],
        [RazonDeNoListar] =
        [
            new("es_sin_efectos", "Sólo deja sin efectos a otra"),
            new("es_actualizacion", "Sus contratos se superponen a los de otra"),
            new("anulada", "Otra la deja sin efectos"),
            new("sustituida", "Una corrección la sustituye"),
        ],
        [Estado] = [new("publicado", "Publicado"), new("pendiente", "Pendiente de publicarse")],
        [Formato] =
        [
            new("xlsx", "Libro de Excel"),
            new("csv", "Texto separado por comas"),
            new("ndjson", "Un objeto JSON por línea"),
            new("parquet", "Apache Parquet"),
            new("sqlite", "Base de datos SQLite"),
        ],
        [Origen] = [new("imss", "Bytes originales del IMSS"), new("icsoe", "Hecho por este programa")],
        [Puerta] =
        [
            new("espejo", "A partir de los libros que publica el IMSS"),
            new("instituto", "A partir de las informativas presentadas"),
        ],
        [Relacion] = [new("exacto", "Exactamente ésos"), new("al_menos", "Ésos o más: se dejó de contar")],
        [Rol] = [new("contratista", "Presta el servicio o ejecuta la obra"), new("contratante", "Contrata el servicio o la obra")],
        [TipoDeSugerencia] = [new("parte", "Un nombre"), new("servicio", "Un servicio u obra especializada")],
        [Cambio] =
        [
            new("aparece", "No estaba y ahora está"),
            new("desaparece", "Estaba y ya no está"),
            new("cambia", "Sigue en su lista y dice otra cosa"),
            new("cambia_de_lista", "Pasó de una lista a la otra"),
        ],
        [Entidad] = [new("contrato", "Un contrato"), new("informativa", "Una informativa")],
        [Vinculo] = [new("declarado", "La propia informativa dice a cuál sustituye"), new("inferido", "Lo deducimos de las publicaciones")],
        [Tamano] =
        [
            new("0", "Sin personas trabajadoras"),
            new("1-10", "De 1 a 10 personas trabajadoras"),
            new("11-50", "De 11 a 50 personas trabajadoras"),
            new("51-250", "De 51 a 250 personas trabajadoras"),
            new("251+", "251 personas trabajadoras o más"),
            new("sin_dato", "No se reportó"),
        ],
        [EstadoDeCalendario] =
        [
            new("en_tiempo", "Está la última versión que debía salir"),
            new("retrasada", "Pasaron los días en que debía salir una versión y no está"),
        ],
        [Ambito] = [new("federal", "Inhábil en todo el país"), new("imss", "Inhábil sólo en el IMSS")],
        // In the order of Domain.Publicaciones.Comprobacion.
        [Comprobacion] =
        [
            new("INFORMATIVA_EN_AMBAS_LISTAS", "Folios de informativa que están en las dos listas de un periodo"),
            new("CONTRATO_EN_AMBAS_LISTAS", "Folios de contrato que están en las dos listas de un periodo"),
            new("INICIO_POSTERIOR_AL_FIN", "Contratos que empiezan después de terminar"),
            new("INICIO_FUERA_DEL_PERIODO", "Contratos que empiezan fuera de su cuatrimestre (en 2021, después de él)"),
            new("PUBLICO_SIN_TRABAJADORES", "Contratos del Listado Público con cero personas trabajadoras, o que no dicen cuántas"),
            new("SERVICIO_ENMASCARADO", "Contratos en cuyo servicio se ocultó un dato personal"),
            new("REFERENCIA_IGNORADA", "Informativas recibidas cuya referencia a otra no cuenta; sólo se sabe al juzgarlas"),
            new("COMPLEMENTARIAS_DE_MAS", "Contratistas con más de cuatro complementarias en un periodo; sólo se sabe al juzgarlas"),
            new(
                "NOMBRE_CON_VARIAS_ESCRITURAS",
                "Claves de nombre que se han escrito de más de una forma, entre todos los nombres publicados hasta ahora: pueden ser homónimos"
            ),
            new("ARCHIVO_REPETIDO", "Listados con renglones cuyo archivo es, byte por byte, el de otro"),
            new(
                "CAMBIO_DEL_PROGRAMA",
                "Renglones sin inconsistencias en los que sólo cambió lo que observa el programa, cuando es otro que el de la publicación anterior"
            ),
            new("CAMBIO_DE_LA_FUENTE", "Los demás renglones que aparecieron, cambiaron o salieron de un listado que ya estaba"),
        ],
        [EstadoMasivo] =
        [
            new("publico", "Sólo en el Listado Público"),
            new("inconsistente", "Sólo en el Listado con Información Inconsistente"),
            new("ambos", "En los dos listados"),
            new("sin_informacion", "Sólo en el Listado Público, y sólo con informativas Sin Información"),
            new("solo_anteriores", "No está ahí, pero sí en un cuatrimestre anterior o en una publicación anterior"),
            new("ausente", "No está ahí, ni estaba antes"),
            new("dudoso", "El nombre puede ser de varios, o sólo se parece al de alguien"),
        ],
        [ConContratante] =
        [
            new("si", "Tiene un contrato con alguien de ese nombre"),
            new("no", "No tiene ningún contrato con alguien de un nombre parecido"),
            new("dudoso", "Lo tiene con alguien de un nombre parecido, o no se sabe de quién se trata"),
        ],
        // As docs/cotejo.md tells them.
        [MotivoDeCotejo] =
        [
            new("acentos", "Acentos, diéresis o la tilde de la Ñ"),
            new("sufijo", "El mismo sufijo, escrito de otro modo"),
            new("sin_sufijo", "Sólo uno de los dos tiene sufijo"),
            new("otro_sufijo", "Sufijos distintos"),
            new("espacios", "Las mismas letras, separadas de otro modo"),
            new("orden_de_palabras", "Las palabras están en otro orden"),
            new("abreviatura", "Alguna palabra abrevia a la otra"),
            new("una_letra", "Una letra de más, de menos, cambiada o al revés con su vecina"),
            new("dos_letras", "Dos letras"),
            new("varias_letras", "Tres letras o más, en varias palabras"),
            new("palabra_de_mas", "El escrito tiene alguna palabra que el publicado no"),
            new("palabra_de_menos", "Al escrito le falta alguna palabra del publicado"),
            new("palabra_distinta", "Alguna palabra en lugar de otra"),
        ],
        [FuenteDeTexto] = [new("guia", "Palabras de la guía del IMSS"), new("icsoe", "Palabras de este programa: la guía no lo dice")],
        [Tipo] =
        [
            new("texto", "Texto"),
            new("entero", "Número entero"),
            new("número", "Número con decimales"),
            new("booleano", "Verdadero o falso"),
            new("fecha", "Día, AAAA-MM-DD"),
            new("instante", "Instante en UTC, RFC 3339"),
            new("entero o texto", "Número entero, o un texto cuando no lo hay"),
            new("objeto", "Objeto, con sus propios campos"),
            new("lista de textos", "Lista de textos"),
            new("lista de pares", "Lista de pares de números enteros"),
            new("lista de objetos", "Lista de objetos, con sus propios campos"),
        ],
    };

    /// <summary>Whether no value will ever be added: a year has three cuatrimestres.</summary>
    public static bool EsCerrada(string nombre) => nombre == Cuatrimestre;

    /// <summary>Values of an enumeration, in order.</summary>
    public static IReadOnlyList<Etiqueta> De(string nombre) => Tablas[nombre];
}
