using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>A listado whose content or files the publication being sealed changes.</summary>
public sealed record ListadoPorSellar(
    Listado Listado,
    Puerta Puerta,
    Totales Totales,
    Fuente? Fuente,
    IReadOnlyList<ArchivoPublicado> Archivos
)
{
    /// <inheritdoc cref="EstadoListado.Canonico"/>
    public string Canonico { get; init; } = "";

    /// <summary>The listado as a publication will have it.</summary>
    public EstadoListado Estado(IdPublicacion publicacion) =>
        new()
        {
            Listado = Listado,
            Puerta = Puerta,
            ContenidoDesde = publicacion,
            Renglones = Totales.Renglones,
            Contratos = Totales.Contratos,
            Informativas = Totales.Informativas,
            InformativasSinContratos = Totales.InformativasSinContratos,
            Canonico = Canonico,
            Fuente = Fuente,
            Archivos = Archivos,
        };
}
