using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Peticiones;

/// <summary>What answers tell people besides the data.</summary>
public static class Textos
{
    /// <summary>Goes with every answer about a party: a name is never an identity.</summary>
    public const string AvisoHomonimia = Procedencia.Homonimia;

    /// <summary>Goes with every sum of workers.</summary>
    public const string NotaDePersonas =
        "`personas_por_contrato_suma` suma las personas trabajadoras de cada contrato: una misma persona puede contarse varias veces.";
}
