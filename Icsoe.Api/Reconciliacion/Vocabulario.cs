using System.Text.Json.Nodes;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Reconciliacion;

/// <summary>A type of the entities of the service: what a name is in the listados.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Nombre">For people.</param>
/// <param name="Descripcion">For people.</param>
/// <param name="Rol">Only those who are that in some row; null for any.</param>
/// <param name="Persona">Only those of that tipo de persona; null for any.</param>
public sealed record Tipo(string Id, string Nombre, string Descripcion, Rol? Rol = null, TipoPersona? Persona = null)
{
    /// <summary>Anyone who is named.</summary>
    public static Tipo Parte { get; } = new("parte", "Parte", "Un nombre, sea de contratista o de contratante.");

    /// <summary>Every type, the most general first.</summary>
    public static IReadOnlyList<Tipo> Todos { get; } =
    [
        Parte,
        new("contratista", "Contratista", "Presta servicios u obras especializados.", Rol: Domain.Almacen.Publico.Rol.Contratista),
        new("contratante", "Contratante", "Contrata servicios u obras especializados.", Rol: Domain.Almacen.Publico.Rol.Contratante),
        new("persona_moral", "Persona moral", "Una empresa o asociación.", Persona: TipoPersona.Moral),
        new("persona_fisica", "Persona física", "Una persona.", Persona: TipoPersona.Fisica),
    ];

    /// <summary>Those that a party is of, but for the one that all are of.</summary>
    public static IEnumerable<Tipo> De(FichaDeParte ficha) =>
        Todos.Where(tipo => (tipo.Rol is { } rol && ficha.Roles.Contains(rol)) || tipo.Persona == ficha.TipoPersona);

    /// <summary>As a query's answer names it.</summary>
    public JsonObject EnJson() => new() { ["id"] = Id, ["name"] = Nombre };
}

/// <summary>A property that narrows a query.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Nombre">For people.</param>
/// <param name="Descripcion">For people.</param>
public sealed record Filtro(string Id, string Nombre, string Descripcion)
{
    public static Filtro Periodo { get; } = new("periodo", "Periodo", "Año y cuatrimestre en que aparece, como 2026-1.");

    public static Filtro TipoPersona { get; } = new("tipo_persona", "Tipo de persona", "moral o fisica.");

    public static Filtro Contratante { get; } =
        new("contratante", "Contratante", "Nombre o clave de un cliente: sólo quien reporta un contrato con él se acepta solo.");

    public static Filtro Contratista { get; } =
        new("contratista", "Contratista", "Nombre o clave de un proveedor: sólo de quien él reporta un contrato se acepta solo.");

    public static IReadOnlyList<Filtro> Todos { get; } = [Periodo, TipoPersona, Contratante, Contratista];
}
