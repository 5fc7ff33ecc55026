using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Publico;

// Parties by their name key, suggestions and figures.
public sealed partial class AlmacenPublico
{
    /// <summary>Parties of a query, exact spellings first.</summary>
    public PaginaDePartes Partes(ConsultaDePartes consulta, CancellationToken ct = default) => throw SinMotor();

    /// <summary>The party of a clave at a publication; null when nobody has it.</summary>
    public FichaDeParte? Parte(string clave, int secuencia, CancellationToken ct = default) => throw SinMotor();

    /// <summary>The last publication at which somebody had that clave, up to the current one; null when nobody ever had.</summary>
    public Publicacion? UltimaConParte(string clave) => throw SinMotor();

    /// <summary>Those with whom a party has contracts, most contracts first.</summary>
    public PaginaDeContrapartes Contrapartes(ConsultaDeContrapartes consulta, CancellationToken ct = default) => throw SinMotor();

    /// <summary>
    /// Every informativa that a party, as contratista, had listed for a periodo up to a publication, in the order they were listed.
    /// </summary>
    public IReadOnlyList<PresentacionEnHistoria> HistoriaDeParte(
        string clave,
        Periodo periodo,
        int secuencia,
        CancellationToken ct = default
    ) => throw SinMotor();

    /// <summary>Texts that complete what somebody is writing, the likeliest first.</summary>
    public IReadOnlyList<Sugerencia> Sugerencias(ConsultaDeSugerencias consulta, CancellationToken ct = default) => throw SinMotor();

    /// <summary>Figures of the listados of a query; of its filters only those of listados count.</summary>
    public Estadisticas Estadisticas(Consulta consulta, CancellationToken ct = default) => throw SinMotor();

    private static NotSupportedException SinMotor() => new("The search engine is not here yet.");
}
