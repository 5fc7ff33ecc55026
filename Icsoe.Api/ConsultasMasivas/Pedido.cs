using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
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
}
