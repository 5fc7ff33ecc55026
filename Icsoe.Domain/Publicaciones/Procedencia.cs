using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Publicaciones;

/// <summary>What every file and every description of the data says of where they come from and what they are not.</summary>
public static class Procedencia
{
    /// <summary>Who gathers and publishes the data.</summary>
    public const string Fuente =
        "Instituto Mexicano del Seguro Social (IMSS), Informativa de Contratos de Servicios u Obras Especializados (ICSOE): Listado Público y "
        + "Listado con Información Inconsistente.";

    /// <summary>What obliges to publish them; the notice tells it in full.</summary>
    public const string Fundamento =
        "Artículo 15 A de la Ley del Seguro Social y numeral 6 de los Lineamientos aprobados con el Acuerdo ACDO.AS2.HCT.300322/68.P.DIR "
        + "(Diario Oficial de la Federación del 13 de abril de 2022).";

    /// <summary>Goes with every answer about a party: a name is never an identity.</summary>
    public const string Homonimia =
        "Un nombre no identifica a nadie: personas y empresas distintas pueden llamarse igual, y una misma puede aparecer escrita de "
        + "varias formas. La clave sólo junta las formas de escribir un nombre; no es un identificador oficial.";

    /// <summary>What this is not.</summary>
    public const string NoOficial = "Reedición de datos públicos hecha por un programa independiente; no es un documento del IMSS.";

    /// <summary>Goes with the fictitious sample.</summary>
    public const string Ejemplo = "Los datos son ficticios.";

    /// <summary>All of it by name, as files of some lists carry it; of both when none is named.</summary>
    public static IReadOnlyDictionary<string, string> De(params IReadOnlyList<Lista> listas)
    {
        var datos = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["fuente"] = Fuente,
            ["fundamento"] = Fundamento,
            ["homonimia"] = Homonimia,
            ["oficial"] = NoOficial,
        };
        foreach (var lista in listas.Count == 0 ? Enum.GetValues<Lista>() : listas)
            datos[$"informacion_importante_{lista.Valor()}"] = Aviso.De(lista).Texto;
        return datos;
    }
}
