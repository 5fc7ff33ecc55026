namespace Icsoe.Domain.Publicaciones;

/// <summary>The sentences that the two notices share or that are long (guide, «INFORMACIÓN IMPORTANTE»). Official, word for word.</summary>
internal static class TextosDeAviso
{
    public const string Titulo = "INFORMACIÓN IMPORTANTE";

    public const string SiNoCoincide =
        "Si la información que se muestra en el listado no coincide con las condiciones del servicio u obra especializados que contrataste, te sugerimos solicitar a la persona contratista la corrección en el ICSOE de la información correspondiente ante el Instituto. Una vez hecha la corrección, la podrás verificar a través de las publicaciones del listado. Recuerda que la nueva versión se publica durante los primeros 5 días hábiles de cada mes.";

    public const string SiAdemas = "Si además deseas hacer alguna manifestación";

    public const string Manifestacion =
        " relacionada con la información que se muestra en el presente listado, el IMSS pone a tu disposición el correo electrónico orientacion.icsoe@imss.gob.mx";

    public const string OBuzon =
        " o a través de tu Buzón IMSS previamente activado, en http://www.imss.gob.mx/buzonimss con una aclaración en el apartado de Promociones Electrónicas/ICSOE, señalando la o las inconsistencias encontradas.";

    public const string DebesRevisar =
        "Debes revisar la información y, en su caso, realizar en el ICSOE la corrección de la información presentada al Instituto, mediante una informativa complementaria de tipo corrección. Esta informativa es sustitutiva, por lo que deberás capturar la información que vas a corregir o subsanar e incluir la que no modificarás.";

    public const string Reporte =
        "https://climss.imss.gob.mx/cursos/reci/t3/index.php cómo obtener el Reporte Personalizado de Cotizaciones en el IMSS.";

    public const string Canales =
        "Para más información relacionada con el presente listado, ponemos a tu disposición los siguientes canales de atención y orientación:";

    public const string Telefono = "800 623 2323 opción 5 y luego 6.";

    public const string Correo =
        "Correo electrónico: orientacion.icsoe@imss.gob.mx o a través de tu Buzón IMSS en el apartado de Promociones Electrónicas http://www.imss.gob.mx/buzonimss";

    public const string Micrositio =
        "Micrositio ICSOE: http://www.imss.gob.mx/icsoe en donde encontrarás normatividad, videos, guías de navegación y otros materiales de apoyo ";

    public const string Cumplimiento = " el cumplimiento de la obligación y la operación del aplicativo.";

    public const string Fundamento =
        "Es importante considerar que el listado se hace público en términos de lo establecido en el numeral 6 de los Lineamientos generales para el cumplimiento de la obligación establecida en el tercer párrafo del artículo 15 A de la Ley del Seguro Social, aprobados mediante el Acuerdo ACDO.AS2.HCT.300322/68.P.DIR, dictado por el H. Consejo Técnico en sesión ordinaria del 30 de marzo de 2022, y publicados en el Diario Oficial de la Federación del 13 de abril de 2022, así como en relación con el artículo 22, párrafo primero, fracciones IV, V y VIII de la Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, en relación con los supuestos de hecho previstos en los párrafos segundo, tercero y fracción I del artículo 15 A de la Ley del Seguro Social.";
}
