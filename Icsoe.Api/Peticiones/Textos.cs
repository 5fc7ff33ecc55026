namespace Icsoe.Api.Peticiones;

/// <summary>What answers tell people besides the data.</summary>
public static class Textos
{
    /// <summary>Goes with every answer about a party: a name is never an identity.</summary>
    public const string AvisoHomonimia =
        "Un nombre no identifica a nadie: personas y empresas distintas pueden llamarse igual, y una misma puede aparecer escrita de "
        + "varias formas. La clave sólo junta las formas de escribir un nombre; no es un identificador oficial.";

    /// <summary>Goes with every sum of workers.</summary>
    public const string NotaDePersonas =
        "`personas_por_contrato_suma` suma las personas trabajadoras de cada contrato: una misma persona puede contarse varias veces.";
}
