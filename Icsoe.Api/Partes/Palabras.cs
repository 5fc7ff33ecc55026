using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Api.Partes;

/// <summary>How roles and kinds of suggestion are written.</summary>
public static class Palabras
{
    public static string Valor(this Rol rol) => rol == Rol.Contratista ? "contratista" : "contratante";

    public static string Valor(this TipoDeSugerencia tipo) => tipo == TipoDeSugerencia.Parte ? "parte" : "servicio";
}
