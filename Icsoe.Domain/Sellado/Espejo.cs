using System.Buffers.Binary;
using System.Text;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Sellado;

/// <summary>
/// The rows of a mirrored workbook, taken as published and annotated by our rules. The workbook is read once into a temporary file,
/// because a finding about an informativa (is it the only one of its contratista?) needs all of the others.
/// </summary>
internal sealed class Espejo : IDisposable
{
    private readonly Listado listado;
    private readonly Acomodo<(int Primera, FilaEspejo Fila)> acomodo;

    /// <summary>First row of each informativa, by a digest of what all its rows share: rows of one informativa come out together.</summary>
    private readonly TablaDeHuellas<int> grupos = new();

    /// <summary>By clave of contratista, its informativas where it has several; only what the finding names is kept.</summary>
    private readonly Dictionary<string, Hermanas> multiples;
    private readonly Resumen resumen = new(Random.Shared.NextInt64());
    private readonly Juez juez;

    public Espejo(Listado listado, LibroAbierto libro, Entorno entorno, CancellationToken ct)
    {
        this.listado = listado;
        juez = new Juez(entorno.FueraDelPeriodo);
        acomodo = Registros.DeFilas(entorno.Carpetas);
        try
        {
            using var porClave = Registros.DeInformativas(entorno.Carpetas, listado.Periodo);
            foreach (var fila in LibroEspejo.Leer(libro, listado, entorno.Limites, ct).Adelantado(Pesos.De, ct))
            {
                Agregar(fila, porClave);
                if (acomodo.Cuantos % 50_000 == 0)
                    entorno.Avance($"{listado}: {acomodo.Cuantos:N0} renglones leídos");
            }
            multiples = Multiples(porClave.Leer());
        }
        catch
        {
            acomodo.Dispose();
            throw;
        }
    }

    /// <summary>How many rows there are.</summary>
    public int Cuantos => acomodo.Cuantos;

    /// <summary>Rows to store, informativa by informativa in the order of their first row.</summary>
    public IEnumerable<RenglonPublico> Renglones() => Anotados().Select(anotado => anotado.Renglon);

    /// <summary>The same, each beside the row of the workbook it comes from.</summary>
    public IEnumerable<(FilaEspejo Fila, RenglonPublico Renglon)> Anotados()
    {
        var filas = new List<FilaEspejo>();
        var anterior = 0;
        foreach (var (primera, fila) in acomodo.Leer())
        {
            if (primera != anterior && filas.Count > 0)
            {
                foreach (var anotado in Anotar(filas))
                    yield return anotado;
                filas.Clear();
            }
            anterior = primera;
            filas.Add(fila);
        }
        if (filas.Count > 0)
        {
            foreach (var anotado in Anotar(filas))
                yield return anotado;
        }
    }

    public void Dispose() => acomodo.Dispose();

    private void Agregar(FilaEspejo fila, Acomodo<Informativa> porClave)
    {
        var primera = acomodo.Cuantos;
        if (grupos.Agregar(Grupo(fila), primera) is { } conocida)
            primera = conocida;
        else if (fila.Contratista.Clave is { } clave)
            porClave.Agregar(Orden(clave, primera), Informativa(fila));
        Span<byte> orden = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(orden, primera);
        BinaryPrimitives.WriteInt32BigEndian(orden[sizeof(int)..], acomodo.Cuantos);
        acomodo.Agregar(orden, (primera, fila));
    }

    private static byte[] Orden(string clave, int lugar)
    {
        var orden = new byte[clave.Length + sizeof(int)];
        Encoding.ASCII.GetBytes(clave, orden);
        BinaryPrimitives.WriteInt32BigEndian(orden.AsSpan(clave.Length), lugar);
        return orden;
    }

    private Dictionary<string, Hermanas> Multiples(IEnumerable<Informativa> enOrdenDeClave)
    {
        var varias = new Dictionary<string, Hermanas>(StringComparer.Ordinal);
        Informativa? anterior = null;
        foreach (var informativa in enOrdenDeClave)
        {
            var clave = informativa.Contratista.Clave!;
            if (anterior?.Contratista.Clave == clave)
            {
                if (!varias.TryGetValue(clave, out var suyas))
                    varias.Add(clave, suyas = new Hermanas(juez, anterior));
                suyas.Agregar(informativa);
            }
            anterior = informativa;
        }
        return varias;
    }

    private ulong Grupo(FilaEspejo fila) =>
        resumen
            .Texto(fila.FolioInformativa)
            .Texto(fila.Contratista.Nombre)
            .Numero((int?)fila.Contratista.TipoPersona)
            .Numero((int?)fila.TipoInformativa)
            .Texto(fila.TipoInformativaTexto)
            .Numero(fila.FechaPresentacion?.DayNumber)
            .Terminar();

    private Informativa Informativa(FilaEspejo fila) =>
        new()
        {
            Folio = fila.FolioInformativa,
            Tipo = fila.TipoInformativa,
            Periodo = listado.Periodo,
            FechaPresentacion = fila.FechaPresentacion,
            Contratista = fila.Contratista,
        };

    private IEnumerable<(FilaEspejo, RenglonPublico)> Anotar(List<FilaEspejo> filas)
    {
        var informativa = Informativa(filas[0]) with
        {
            Contratos = [.. filas.Where(fila => fila.Contrato is not null).Select(fila => fila.Contrato!)],
        };
        var dictamen = juez.Juzgar(informativa, Multiple(informativa));
        var publicadas = filas.SelectMany(fila => EtiquetasPublicadas.Leer(fila.Inconsistencia, fila.Contrato?.Folio));
        var notadas = dictamen.Inconsistencias.Concat(dictamen.Observaciones).Concat(filas.SelectMany(CamposNulos));
        var inconsistencias = EnOrden(publicadas);
        var observaciones = EnOrden(notadas);
        var deContrato = Proyeccion.Renglones(informativa, listado.Lista, inconsistencias, observaciones).GetEnumerator();
        foreach (var fila in filas)
        {
            if (fila.Contrato is not null && deContrato.MoveNext())
                yield return (fila, deContrato.Current);
            else
                yield return (
                    fila,
                    Proyeccion.Renglones(informativa with { Contratos = [] }, listado.Lista, inconsistencias, observaciones).Single()
                );
        }
    }

    private Hallazgo? Multiple(Informativa informativa) =>
        informativa.Contratista.Clave is { } clave && multiples.TryGetValue(clave, out var suyas) ? suyas.De(informativa) : null;

    private static List<Hallazgo> EnOrden(IEnumerable<Hallazgo> hallazgos) =>
        [.. hallazgos.Distinct().OrderBy(hallazgo => hallazgo.Codigo)];

    private static IEnumerable<Hallazgo> CamposNulos(FilaEspejo fila) =>
        fila.CamposNulos.Select(campo => new Hallazgo
        {
            Codigo = Codigo.CampoNulo,
            Texto = $"Campo vacío o ilegible: {campo}.",
            Alcance = fila.Contrato is null ? Alcance.Informativa : Alcance.Contrato,
            Contrato = fila.Contrato?.Folio,
        });

    /// <summary>
    /// The informativas of one contratista in this listado, judged together once: a name that half the list shares must not cost its square.
    /// </summary>
    private sealed class Hermanas(Juez juez, Informativa primera)
    {
        private readonly List<Informativa> todas = [primera];
        private readonly Dictionary<(string?, TipoInformativa?, DateOnly?), int> lugares = new() { [Senas(primera)] = 0 };
        private IReadOnlyList<Hallazgo>? hallazgos;

        public void Agregar(Informativa otra)
        {
            lugares.TryAdd(Senas(otra), todas.Count);
            todas.Add(otra);
        }

        /// <summary>What makes one of them múltiple.</summary>
        public Hallazgo De(Informativa una)
        {
            hallazgos ??= juez.Multiples(new Expediente(todas));
            return hallazgos[lugares[Senas(una)]];
        }

        private static (string?, TipoInformativa?, DateOnly?) Senas(Informativa una) => (una.Folio, una.Tipo, una.FechaPresentacion);
    }
}
