using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>Something that a question may ask.</summary>
/// <param name="Nombre">In the words of the report.</param>
/// <param name="Poner">Adds it to a question.</param>
/// <param name="DeInformativas">Whether a filing can be asked it; contracts and rows can be asked all but <paramref name="SoloDeInformativas"/>.</param>
internal sealed record Ingrediente(
    string Nombre,
    Func<Mesa, Consulta, Consulta> Poner,
    bool DeInformativas = false,
    bool SoloDeInformativas = false
)
{
    public bool Vale(Entidad entidad) => entidad == Entidad.Informativa ? DeInformativas || SoloDeInformativas : !SoloDeInformativas;
}
