namespace Icsoe.Tests.Navegador;

/// <summary>The notice of each list, as the official guide prints it: paragraph by paragraph, and written here apart from the page's own.</summary>
internal static class InformacionImportante
{
    public static readonly string[] Publico =
    [
        "Para contratantes (clientes de servicios especializados o de obras especializadas):",
        "Si la información que se muestra en el listado no coincide con las condiciones del servicio u obra especializados que contrataste, te sugerimos solicitar a la persona contratista la corrección en el ICSOE de la información correspondiente ante el Instituto. Una vez hecha la corrección, la podrás verificar a través de las publicaciones del listado. Recuerda que la nueva versión se publica durante los primeros 5 días hábiles de cada mes.",
        "Si deseas hacer alguna manifestación relacionada con la información que se muestra en el presente listado, el IMSS pone a tu disposición el correo electrónico orientacion.icsoe@imss.gob.mx",
        "Si eres trabajadora o trabajador y te interesa conocer tus movimientos afiliatorios, qué patrones te han registrado, cuántos días y con qué salario, te invitamos a que consultes en: https://climss.imss.gob.mx/cursos/reci/t3/index.php cómo obtener el Reporte Personalizado de Cotizaciones en el IMSS.",
        "Para más información relacionada con el presente listado, ponemos a tu disposición los siguientes canales de atención y orientación:",
        "Servicio telefónico: 800 623 2323 opción 5 y luego 6.",
        "Correo electrónico: orientacion.icsoe@imss.gob.mx o a través de tu Buzón IMSS en el apartado de Promociones Electrónicas http://www.imss.gob.mx/buzonimss",
        "Micrositio ICSOE: http://www.imss.gob.mx/icsoe en donde encontrarás normatividad, videos, guías de navegación y otros materiales de apoyo que te facilitarán el cumplimiento de la obligación y la operación del aplicativo.",
        "Es importante considerar que el listado se hace público en términos de lo establecido en el numeral 6 de los Lineamientos generales para el cumplimiento de la obligación establecida en el tercer párrafo del artículo 15 A de la Ley del Seguro Social, aprobados mediante el Acuerdo ACDO.AS2.HCT.300322/68.P.DIR, dictado por el H. Consejo Técnico en sesión ordinaria del 30 de marzo de 2022, y publicados en el Diario Oficial de la Federación del 13 de abril de 2022, así como en relación con el artículo 22, párrafo primero, fracciones IV, V y VIII de la Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, en relación con los supuestos de hecho previstos en los párrafos segundo, tercero y fracción I del artículo 15 A de la Ley del Seguro Social.",
    ];

    public static readonly string[] Inconsistente =
    [
        "La siguiente lista corresponde a informativas que, en los campos obligatorios, contienen inconsistencias como:",
        "Contratista y contratante son el mismo.",
        "Informativas de los tipos Normal y Corrección, sin descripción del servicio u obra especializados contratados.",
        "Sin fecha de inicio del servicio o fecha inconsistente.",
        "Contratos sin personas trabajadoras.",
        "Informativas presentadas sin información de contratos.",
        "Informativas múltiples (más de una informativa por periodo).",
        "Número de contratos presentados diferente al número de contratos en la informativa.",
        "En caso de que te encuentres en este listado realiza lo siguiente:",
        "Si eres contratante (clientes de servicios especializados o de obras especializadas):",
        "Solicita la corrección al contratista. Una vez que la haya realizado, podrás verificarla a través de las publicaciones del listado, recuerda que la nueva versión se publica durante los primeros 5 días hábiles de cada mes.",
        "Si además deseas hacer alguna manifestación relacionada con la información que se muestra en el presente listado, el IMSS pone a tu disposición el correo electrónico orientacion.icsoe@imss.gob.mx",
        "Si eres contratista",
        "Debes revisar la información y, en su caso, realizar en el ICSOE la corrección de la información presentada al Instituto, mediante una informativa complementaria de tipo corrección. Esta informativa es sustitutiva, por lo que deberás capturar la información que vas a corregir o subsanar e incluir la que no modificarás.",
        "Si además deseas hacer alguna manifestación relacionada con la información que se muestra en el presente listado, el IMSS pone a tu disposición el correo electrónico orientacion.icsoe@imss.gob.mx o a través de tu Buzón IMSS previamente activado, en http://www.imss.gob.mx/buzonimss con una aclaración en el apartado de Promociones Electrónicas/ICSOE, señalando la o las inconsistencias encontradas.",
        "Si eres persona trabajadora y te interesa conocer tus movimientos afiliatorios, qué patrones te han registrado, cuántos días y con qué salario, te invitamos a que consultes en https://climss.imss.gob.mx/cursos/reci/t3/index.php cómo obtener el Reporte Personalizado de Cotizaciones en el IMSS.",
        "Para más información relacionada con el presente listado, ponemos a tu disposición los siguientes canales de atención y orientación:",
        "Servicio Telefónico: 800 623 2323 opción 5 y luego 6.",
        "Correo electrónico: orientacion.icsoe@imss.gob.mx o a través de tu Buzón IMSS en el apartado de Promociones Electrónicas http://www.imss.gob.mx/buzonimss",
        "Micrositio ICSOE: http://www.imss.gob.mx/icsoe en donde encontrarás normatividad, videos, guías de navegación y otros materiales de apoyo que facilitarán el cumplimiento de la obligación y la operación del aplicativo.",
        "Es importante considerar que el listado se hace público en términos de lo establecido en el numeral 6 de los Lineamientos generales para el cumplimiento de la obligación establecida en el tercer párrafo del artículo 15 A de la Ley del Seguro Social, aprobados mediante el Acuerdo ACDO.AS2.HCT.300322/68.P.DIR, dictado por el H. Consejo Técnico en sesión ordinaria del 30 de marzo de 2022, y publicados en el Diario Oficial de la Federación del 13 de abril de 2022, así como en relación con el artículo 22, párrafo primero, fracciones IV, V y VIII de la Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, en relación con los supuestos de hecho previstos en los párrafos segundo, tercero y fracción I del artículo 15 A de la Ley del Seguro Social.",
    ];
}
