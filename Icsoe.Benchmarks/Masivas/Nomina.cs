using Icsoe.Benchmarks.Consultas;
using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Benchmarks.Masivas;

/// <summary>A name that somebody writes, and whose it is.</summary>
/// <param name="Dano">What happened to it; null for nothing, or for a name that is not there.</param>
/// <param name="Clave">Null when it is nobody's.</param>
internal sealed record NombreEscrito(string Nombre, string? Dano, string? Clave);

/// <summary>Names drawn from a store, and names that are not in it.</summary>
internal sealed class Nomina
{
    // Numbers that no contratista of the generator has.
    private const int PrimerAusente = 400_000;

    private readonly AlmacenPublico almacen;
    private readonly ulong semilla;
    private readonly int secuencia;
    private readonly List<PartePublica> partes;

    public Nomina(AlmacenPublico almacen, ulong semilla)
    {
        (this.almacen, this.semilla) = (almacen, semilla);
        var acopio = Acopio.Tomar(almacen, semilla);
        secuencia = acopio.Ultima;
        partes =
        [
            .. acopio
                .Renglones.Select(renglon => renglon.Contratista)
                .Concat(acopio.Contratos.Select(contrato => contrato.Contrato!.Contratante))
                .Where(parte => parte.Clave is not null)
                .DistinctBy(parte => parte.Clave)
                .OrderBy(parte => parte.Clave, StringComparer.Ordinal),
        ];
    }

    /// <summary>Published letter by letter.</summary>
    public IReadOnlyList<NombreEscrito> Tal(int cuantos) =>
        [.. Enumerable.Range(0, cuantos).Select(i => Una(i)).Select(parte => new NombreEscrito(parte.Nombre!, null, parte.Clave))];

    /// <summary>Damaged in one way; what comes out as the name of somebody else is drawn again.</summary>
    public IReadOnlyList<NombreEscrito> Danados(Dano dano, int cuantos)
    {
        var escritos = new List<NombreEscrito>();
        for (var i = 0; escritos.Count < cuantos && i < cuantos * 100; i++)
        {
            var parte = Una(i);
            if (dano.Aplicar(parte.Nombre!, new Dano.Sorteo(semilla, i)) is { } otro && !EsDeOtro(otro, parte.Clave!))
                escritos.Add(new NombreEscrito(otro, dano.Nombre, parte.Clave));
        }
        return escritos;
    }

    /// <summary>Made as those of the store are, and not in it.</summary>
    public IReadOnlyList<NombreEscrito> Ausentes(int cuantos)
    {
        var nombres = new Nombres(semilla + 1);
        return
        [
            .. Enumerable
                .Range(PrimerAusente, int.MaxValue - PrimerAusente)
                .Select(i => nombres.Contratista(i, Periodo.De(2026, 1)).Nombre!)
                .Where(nombre => !EsDeOtro(nombre, ""))
                .Take(cuantos)
                .Select(nombre => new NombreEscrito(nombre, null, null)),
        ];
    }

    /// <summary>As a client asks.</summary>
    public ConsultaDeCotejo Consulta(NombreEscrito escrito) =>
        new()
        {
            Nombre = escrito.Nombre,
            Secuencia = secuencia,
            Limite = 5,
        };

    private PartePublica Una(int numero) => Azar.De(semilla, Tema.Dano, numero, 1).Una(partes);

    private bool EsDeOtro(string nombre, string clave) =>
        Enum.GetValues<TipoPersona>()
            .Select(tipo => Plegado.Clave(nombre, tipo))
            .Any(otra => otra != clave && almacen.Parte(otra, secuencia) is not null);
}
