using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.ConsultasMasivas;

/// <summary>A line as read: what is sent back with its answer, and what is asked.</summary>
public sealed record LineaPedida(string Ref, LineaMasiva Linea);

/// <summary>What was sent, read.</summary>
/// <param name="Publicacion">Null when it names none.</param>
public sealed record Pedido(
    Periodo? Periodo,
    SeleccionDePublicacion? Publicacion,
    SeleccionDePublicacion? Contra,
    IReadOnlyList<LineaPedida> Lineas
)
{
    /// <summary>Lines at most.</summary>
    public const int LineasMaximas = 1_000;

    /// <summary>What the query says, and no line yet.</summary>
    public static Pedido DeConsulta(Peticion peticion) =>
        new(
            peticion.Valores.Valor(ParametrosDeConsultasMasivas.Periodo),
            peticion.Valores.Uno(TablaDeParametros.Publicacion),
            peticion.Valores.Uno(ParametrosDeConsultasMasivas.Contra),
            []
        );

    /// <summary>What the query says of the lines that do not say it themselves.</summary>
    public static LineaMasiva Comun(Peticion peticion) =>
        new()
        {
            Rol = peticion.Valores.Valor(ParametrosDeConsultasMasivas.Rol),
            Tipo = peticion.Valores.Valor(ParametrosDeConsultasMasivas.TipoPersona),
            Contratante = peticion.Valores.Uno(ParametrosDeConsultasMasivas.Contratante),
        };

    /// <summary>Why a line cannot be answered, whatever each of its values says; null when it can.</summary>
    public static Fallo? Contradiccion(LineaMasiva linea) =>
        linea is { Rol: Rol.Contratante, Contratante: not null }
            ? new(
                CatalogoDeProblemas.ParametrosExcluyentes,
                new(
                    "con «contratante», por quien se pregunta es el contratista.",
                    "with `contratante`, who is asked about is the contratista."
                )
            )
            : null;

    /// <summary>Reads a name. One without letters or digits is nobody's, and is as good as none.</summary>
    public static string? Nombre(string texto, DateOnly hoy, out Fallo? fallo)
    {
        fallo =
            Plegado.Plegar(texto).Length > 0
                ? null
                : new(CatalogoDeProblemas.ParametroVacio, new("un nombre lleva letras o números.", "a name has letters or digits."));
        return texto;
    }
}
