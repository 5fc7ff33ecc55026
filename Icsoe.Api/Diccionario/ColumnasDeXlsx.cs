using Icsoe.Api.Documentacion;

namespace Icsoe.Api.Diccionario;

/// <summary>Columns of the workbooks that this program seals (design, section 8).</summary>
public static class ColumnasDeXlsx
{
    private const string SinContrato = "Informativa sin contratos.";

    public static RecursoDeDiccionarioResponse Recurso { get; } =
        new()
        {
            Recurso = "archivo",
            Formato = "xlsx",
            Descripcion =
                "Un renglón de los libros de Excel que hace este programa. Los originales del IMSS se entregan como los publica y sus columnas pueden ser otras.",
            Campos =
            [
                Columna(
                    "Nombre, denominación o razón social del contratista",
                    "texto",
                    "Quien presta el servicio o ejecuta la obra.",
                    "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V."
                ),
                Columna("Tipo de persona del contratista", "texto", "Física o moral.", "Moral", valores: Enumeraciones.TipoPersona),
                Columna(
                    "Nombre, denominación o razón social del contratante",
                    "texto",
                    "Quien contrata el servicio o la obra.",
                    "COMERCIAL EJEMPLO",
                    SinContrato
                ),
                Columna("Tipo de persona del contratante", "texto", "Física o moral.", "Moral", SinContrato, Enumeraciones.TipoPersona),
                Columna(
                    "Folio del contrato",
                    "texto",
                    "Es un identificador que se asigna por la herramienta ICSOE.",
                    "A26P3662382",
                    SinContrato
                ),
                Columna(
                    "Servicio u obra especializada contratada",
                    "texto",
                    "Conceptos por los que las personas obligadas celebran transacciones de tal tipo.",
                    "MTTO PREVENTIVO A ELEVADORES",
                    "No se reportó, o informativa sin contratos."
                ),
                Columna(
                    "Fecha inicio",
                    "fecha",
                    "Temporalidad por la que es celebrado el contrato.",
                    "2026-01-15",
                    "No se reportó, es ilegible, o informativa sin contratos."
                ),
                Columna(
                    "Fecha fin",
                    "fecha",
                    "Temporalidad por la que es celebrado el contrato.",
                    "2026-12-31",
                    "No se reportó, o informativa sin contratos."
                ),
                Columna(
                    "Número de personas trabajadoras",
                    "entero",
                    "Dato con el que se observa el personal experto para brindar el propósito del contrato.",
                    "12",
                    "No se reportó, o informativa sin contratos."
                ),
                Columna(
                    "Cuatrimestre",
                    "entero",
                    "Cuatrimestre al que corresponden los datos manifestados.",
                    "1",
                    valores: Enumeraciones.Cuatrimestre
                ),
                Columna("Año", "entero", "Año al que corresponden los datos manifestados.", "2026"),
                Columna(
                    "Tipo de informativa",
                    "texto",
                    "Normal, sin información o corrección.",
                    "Normal",
                    valores: Enumeraciones.TipoInformativa
                ),
                Columna("Folio de la informativa", "texto", "Es un identificador que se asigna por la herramienta ICSOE.", "N262253432"),
                Columna(
                    "Fecha de presentación",
                    "fecha",
                    "Refleja el momento en que fue cumplida la obligación ante el Instituto. Día de la Ciudad de México.",
                    "2026-05-12"
                ),
                Columna(
                    "Inconsistencia",
                    "texto",
                    "Sólo en el Listado con Información Inconsistente: información relativa a los errores u omisiones en la información. Varias van separadas por «; ».",
                    "Sin trabajadores.",
                    valores: Enumeraciones.Inconsistencia
                ),
            ],
        };

    private static CampoDeDiccionarioResponse Columna(
        string nombre,
        string tipo,
        string descripcion,
        string ejemplo,
        string? nulo = null,
        string? valores = null
    ) =>
        new()
        {
            Nombre = nombre,
            Tipo = tipo,
            Descripcion = descripcion,
            Nulo = nulo,
            Ejemplo = ejemplo,
            Valores = valores is null ? [] : TablaDeDiccionario.ValoresDe(valores),
        };
}
