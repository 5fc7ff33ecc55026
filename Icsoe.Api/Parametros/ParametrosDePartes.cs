using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using static Icsoe.Api.Parametros.TablaDeParametros;

namespace Icsoe.Api.Parametros;

/// <summary>What parties and suggestions are looked for by. Made from <see cref="TablaDeParametros"/>, and so after it.</summary>
public static class ParametrosDePartes
{
    private const int SugerenciasMaximas = 50;

    public static Parametro<Cursor> CursorDePartes { get; } = CursorDe(new MarcaDeParte(ClaveDeEjemplo));

    public static Parametro<Cursor> CursorDeContrapartes { get; } =
        CursorDe(new MarcaDeContraparte(3, ClaveDeEjemplo, Domain.Almacen.Publico.Rol.Contratante));

    /// <summary>Words of a name.</summary>
    public static Parametro<string> Nombre { get; } =
        Texto("q", "Palabras, o su principio, del nombre, en cualquier orden. Sin él, todas.", "servicios ejemplo").Uno();

    /// <summary>What somebody is still writing.</summary>
    public static Parametro<string> PorCompletar { get; } =
        Texto("q", "Lo que se lleva escrito: palabras, o su principio, de un nombre o de un servicio.", "mant elev").Uno() with
        {
            Obligatorio = true,
        };

    public static Parametro<Rol> Rol { get; } =
        Enumerado(
            "rol",
            "Qué es en los contratos: `contratista`, quien presta el servicio, o `contratante`, quien lo contrata.",
            new Dictionary<string, Rol>
            {
                ["contratista"] = Domain.Almacen.Publico.Rol.Contratista,
                ["contratante"] = Domain.Almacen.Publico.Rol.Contratante,
            }
        );

    public static Parametro<TipoPersona> TipoPersona { get; } = Enumerado("tipo_persona", "Tipo de persona: `fisica` o `moral`.", Tipos());

    /// <summary>The one periodo of a story.</summary>
    public static Parametro<Periodo> PeriodoDeHistoria { get; } =
        TablaDeParametros.Periodo.Uno() with
        {
            Descripcion = "Periodo de cuyas informativas se trata: año y cuatrimestre.",
            Obligatorio = true,
        };

    public static Parametro<int> LimiteDeSugerencias { get; } =
        TablaDeParametros.Limite with
        {
            Descripcion = $"Cuántas sugerencias, de 1 a {SugerenciasMaximas}.",
            Ejemplo = "10",
            Maximo = SugerenciasMaximas,
            PorOmision = 10,
            Lector = Lectores.Entero(1, _ => SugerenciasMaximas),
        };
}
