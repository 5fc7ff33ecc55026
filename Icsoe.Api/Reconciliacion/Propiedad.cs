using System.Text.Json.Nodes;
using Icsoe.Api.Partes;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Reconciliacion;

/// <summary>What a property is read of.</summary>
/// <param name="Limite">Values at most.</param>
/// <param name="Periodos">Only of those periodos, where it makes a difference; empty for all.</param>
public sealed record Lectura(Peticion Peticion, FichaDeParte Ficha, int Limite, IReadOnlyList<Periodo> Periodos);

/// <summary>A property whose values a client may add to its rows.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Nombre">For people.</param>
/// <param name="Descripcion">For people.</param>
/// <param name="Valores">Its values, each as the standard writes it: an object with <c>str</c>, <c>int</c>, or an entity.</param>
public sealed record Propiedad(string Id, string Nombre, string Descripcion, Func<Lectura, IEnumerable<JsonObject>> Valores)
{
    /// <summary>Whether its values are entities of this same service.</summary>
    public bool EsDePartes { get; init; }

    public static IReadOnlyList<Propiedad> Todas { get; } =
    [
        new("contratos", "Contratos", "Folios de sus contratos, en el orden de los listados.", Contratos),
        new(
            "contratantes",
            "Contratantes (clientes)",
            "Para quién trabaja; primero con quien más contratos tiene.",
            Contrapartes(Rol.Contratante)
        )
        {
            EsDePartes = true,
        },
        new(
            "contratistas",
            "Contratistas (proveedores)",
            "Quién trabaja para él; primero con quien más contratos tiene.",
            Contrapartes(Rol.Contratista)
        )
        {
            EsDePartes = true,
        },
        new(
            "periodos",
            "Periodos",
            "Año y cuatrimestre de los listados en que aparece.",
            lectura => Textos(lectura.Ficha.Periodos, periodo => $"{periodo}")
        ),
        new("listas", "Listas", "publico, inconsistente o ambas.", lectura => Textos(lectura.Ficha.Listas, lista => lista.Valor())),
        new("roles", "Roles", "contratista, contratante o ambos.", lectura => Textos(lectura.Ficha.Roles, rol => rol.Valor())),
        new("tipo_persona", "Tipo de persona", "moral o fisica.", lectura => Textos([lectura.Ficha.TipoPersona], tipo => tipo.Valor())),
        new(
            "variantes",
            "Cómo se escribe",
            "Todas las formas en que se publicó su nombre.",
            lectura => Textos(lectura.Ficha.Variantes, texto => texto)
        ),
        new(
            "contratos_como_contratista",
            "Cuántos contratos como contratista",
            "De todos los periodos.",
            lectura => Numero(lectura.Ficha.ContratosComoContratista)
        ),
        new(
            "contratos_como_contratante",
            "Cuántos contratos como contratante",
            "De todos los periodos.",
            lectura => Numero(lectura.Ficha.ContratosComoContratante)
        ),
    ];

    private static IEnumerable<JsonObject> Contratos(Lectura lectura) =>
        lectura
            .Peticion.Almacen.Contratos(
                new Consulta
                {
                    Secuencia = lectura.Peticion.Secuencia,
                    Limite = lectura.Limite,
                    Periodos = lectura.Periodos,
                    ClavesDeParte = [lectura.Ficha.Clave],
                },
                lectura.Peticion.Aborto
            )
            .Filas.Select(renglon => renglon.Contrato?.Folio)
            .OfType<string>()
            .Select(folio => new JsonObject { ["str"] = folio });

    private static Func<Lectura, IEnumerable<JsonObject>> Contrapartes(Rol rol) =>
        lectura =>
            lectura
                .Peticion.Almacen.Contrapartes(
                    new()
                    {
                        Secuencia = lectura.Peticion.Secuencia,
                        Limite = lectura.Limite,
                        Clave = lectura.Ficha.Clave,
                        Roles = [rol],
                        Periodos = lectura.Periodos,
                    },
                    lectura.Peticion.Aborto
                )
                .Filas.Select(otra => new JsonObject { ["id"] = otra.Clave, ["name"] = otra.Nombre });

    private static IEnumerable<JsonObject> Textos<T>(IEnumerable<T> valores, Func<T, string> texto) =>
        valores.Select(valor => new JsonObject { ["str"] = texto(valor) });

    private static IEnumerable<JsonObject> Numero(long numero) => [new() { ["int"] = numero }];
}
