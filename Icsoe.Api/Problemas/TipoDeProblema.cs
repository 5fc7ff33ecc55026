namespace Icsoe.Api.Problemas;

/// <summary>A kind of problem: an entry of <see cref="CatalogoDeProblemas"/>, explained at <c>/v1/problemas/{codigo}</c>.</summary>
/// <param name="Codigo">SCREAMING_SNAKE, for ever.</param>
/// <param name="Estado">HTTP status.</param>
/// <param name="Titulo">One sentence, the same for every occurrence.</param>
/// <param name="Explicacion">Why it happens and what to do.</param>
public sealed record TipoDeProblema(string Codigo, int Estado, Texto Titulo, Texto Explicacion)
{
    /// <summary>The RFC 9457 <c>type</c>: where the problem is explained.</summary>
    public string Url => $"/v1/problemas/{Codigo}";
}
