using System.Reflection;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Domain.Sellado;

/// <summary>What every order is given: folders, clock, limits, policies, and where progress is told.</summary>
public sealed record Entorno
{
    public required Carpetas Carpetas { get; init; }

    public required TimeProvider Reloj { get; init; }

    public LimitesDeLectura Limites { get; init; } = new();

    /// <summary>Whether a start date outside the period is observed (default) or moves the informativa.</summary>
    public PoliticaFechaInicio FueraDelPeriodo { get; init; } = PoliticaFechaInicio.Observar;

    /// <summary>Why to seal all the same what would stop an order, 1 to 500 characters; null to stop. It is published.</summary>
    public string? Forzar { get; init; }

    /// <summary>Told a short Spanish sentence now and then; may be called from any thread.</summary>
    public Action<string> Avance { get; init; } = _ => { };

    /// <summary>Told each rejected line as soon as it is known.</summary>
    public Action<Rechazo> AlRechazar { get; init; } = _ => { };

    /// <summary>The sample's own builder may write its store; nobody else.</summary>
    internal bool EscribeEjemplo { get; init; }

    /// <summary>This program: version, and commit when the build knew it.</summary>
    internal static Programa Programa { get; } = LeerPrograma();

    /// <summary>Opens the public store to write. An order that was taking files out may have died before it removed them.</summary>
    /// <exception cref="OrdenRechazadaException">It is the sample's.</exception>
    internal EscritorPublico AbrirEscritor()
    {
        var escritor = EscritorPublico.Abrir(Carpetas.Datos);
        if (!escritor.EsEjemplo || EscribeEjemplo)
        {
            Archivero.Borrar([.. escritor.ArchivosRetirados().Where(EstaGuardado)], Carpetas);
            return escritor;
        }
        escritor.Dispose();
        throw new OrdenRechazadaException($"{Carpetas.Datos} es el almacén de ejemplo y no admite datos. Usa otro directorio con --datos.");
    }

    private bool EstaGuardado(string sha256) => File.Exists(Path.Combine(Carpetas.Archivos, sha256));

    /// <summary>The id to seal with: the one asked for, or the clock's month with its next free suffix.</summary>
    /// <exception cref="OrdenRechazadaException">
    /// It exists, is earlier than the last one, or is of a month to come; or the clock is before the last sealing.
    /// </exception>
    internal IdPublicacion ElegirId(IdPublicacion? pedido, Publicacion? vigente)
    {
        if (vigente is not null && Reloj.GetUtcNow() < vigente.SelladaEn)
            throw new OrdenRechazadaException(
                $"El reloj marca {Reloj.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'} y la publicación {vigente.Id} se selló después, {vigente.SelladaEn:yyyy-MM-dd'T'HH:mm:ss'Z'}. Corrige el reloj y repite la orden."
            );
        var delMes = IdPublicacion.DelMes(Reloj.Hoy());
        if (pedido is null)
            return vigente is { } ultima && ultima.Id >= delMes ? Comprobar(ultima.Id.Siguiente, ultima.Id, delMes) : delMes;
        return Comprobar(pedido.Value, vigente?.Id, delMes);
    }

    /// <summary>Whether some ids can be sealed one after another, whatever was sealed before the first.</summary>
    /// <exception cref="OrdenRechazadaException">One comes after a later one, skips a number, or is of a month to come.</exception>
    internal void ComprobarOrden(IReadOnlyList<IdPublicacion> ids)
    {
        foreach (var (anterior, id) in ids.Zip(ids.Skip(1)))
        {
            if (id <= anterior)
                throw new OrdenRechazadaException($"La publicación {id} no puede ir después de {anterior}: se sellan en orden.");
            Comprobar(id, anterior, IdPublicacion.DelMes(Reloj.Hoy()));
        }
    }

    private static IdPublicacion Comprobar(IdPublicacion id, IdPublicacion? vigente, IdPublicacion delMes)
    {
        if (id.PrimerDia > delMes.PrimerDia)
            throw new OrdenRechazadaException($"La publicación {id} es de un mes que aún no llega; el reloj está en {delMes}.");
        if (vigente is not { } ultima || id > ultima)
            return id.Numero == 1 || id == vigente?.Siguiente
                ? id
                : throw new OrdenRechazadaException(
                    $"La publicación {id} se salta números: la que sigue es {(vigente?.PrimerDia == id.PrimerDia ? vigente.Value.Siguiente : IdPublicacion.DelMes(id.PrimerDia))}."
                );
        throw new OrdenRechazadaException(
            id == ultima
                ? $"La publicación {id} ya existe y lo sellado no cambia. La siguiente del mes es {id.Siguiente}."
                : $"La publicación {id} es anterior a la vigente, {ultima}: se sellan en orden. Para intercalarla, reconstruye en un almacén nuevo (--datos) importando todas en su orden."
        );
    }

    private static Programa LeerPrograma()
    {
        var completa =
            typeof(Entorno).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        var partes = completa.Split('+', 2);
        return new Programa(partes[0], partes.Length == 2 ? partes[1] : null);
    }
}
