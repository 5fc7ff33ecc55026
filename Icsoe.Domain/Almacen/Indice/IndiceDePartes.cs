using System.Collections.Concurrent;
using System.Text;
using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// Every party of the store by its number: its name, its words, its clave and its place among all by name. Number 0 is nobody, so that
/// arrays are read by number as they are.
/// </summary>
internal sealed class IndiceDePartes(Mapa mapa)
{
    /// <summary>Characters of a clave.</summary>
    public const int LargoDeClave = 13;

    private readonly ConcurrentDictionary<TipoPersona, Conjunto> deTipo = new();
    private readonly Lazy<PalabrasParecidas> parecidas = new(() => new PalabrasParecidas(new Palabras(mapa)));

    public Mapa Mapa => mapa;

    public Palabras Palabras { get; } = new(mapa);

    /// <summary>The same words, to look for those that are like one.</summary>
    public PalabrasParecidas Parecidas => parecidas.Value;

    /// <summary>How many numbers there are, nobody's included.</summary>
    public int Cuantas => mapa.Leer<byte>(Seccion.Tipos).Length;

    /// <summary><see cref="TipoPersona"/> of each; 0 when the list does not say.</summary>
    public ReadOnlySpan<byte> Tipos => mapa.Leer<byte>(Seccion.Tipos);

    /// <summary>Those of a tipo de persona; a set of its own each time.</summary>
    public Conjunto DeTipo(TipoPersona tipo) => deTipo.GetOrAdd(tipo, Recorrer).Copiar();

    /// <summary>Numbers in the order of their claves, those without one first.</summary>
    public ReadOnlySpan<int> PorClave => mapa.Leer<int>(Seccion.PorClave);

    /// <summary>Place of each in the order of names.</summary>
    public ReadOnlySpan<int> Lugar => mapa.Leer<int>(Seccion.Lugar);

    /// <summary>Numbers in the order of names: folded, then as they are written.</summary>
    public ReadOnlySpan<int> PorNombre => mapa.Leer<int>(Seccion.PorNombre);

    /// <summary>Contracts that stood at the publication that wrote this.</summary>
    public ReadOnlySpan<int> ContratosDeContratista => mapa.Leer<int>(Seccion.ContratosDeContratista);

    /// <inheritdoc cref="ContratosDeContratista"/>
    public ReadOnlySpan<int> ContratosDeContratante => mapa.Leer<int>(Seccion.ContratosDeContratante);

    /// <summary>Where the clave of each begins in <see cref="PorClave"/>.</summary>
    public ReadOnlySpan<int> Grupo => mapa.Leer<int>(Seccion.Grupo);

    /// <summary>Where each clave that has contracts begins in <see cref="PorClave"/>, the one that has most first.</summary>
    public ReadOnlySpan<int> PorContratos(Seccion seccion) => mapa.Leer<int>(seccion);

    /// <summary>Bits of the tramos that may name some of a few parties; all of them when they are many.</summary>
    public ulong Presencia(Conjunto suyas)
    {
        const int Pocas = 256;
        if (suyas.Cuantos > Pocas)
            return ulong.MaxValue;
        var presencia = mapa.Leer<ulong>(Seccion.Presencia);
        var bits = 0UL;
        foreach (var parte in suyas.Lista())
            bits |= presencia[parte];
        return bits;
    }

    /// <summary>Bits of the tramos that may name a party.</summary>
    public ulong Presencia(int parte) => mapa.Leer<ulong>(Seccion.Presencia)[parte];

    /// <summary>UTF-8, as published; empty when the list names nobody.</summary>
    public ReadOnlySpan<byte> Nombre(int parte) => De(Seccion.Nombres, Seccion.NombresDesde, parte);

    /// <summary>UTF-8, folded.</summary>
    public ReadOnlySpan<byte> Plegado(int parte) => De(Seccion.Plegados, Seccion.PlegadosDesde, parte);

    /// <summary>ASCII; zeros when there is none.</summary>
    public ReadOnlySpan<byte> Clave(int parte) => mapa.Leer<byte>(Seccion.Claves).Slice(parte * LargoDeClave, LargoDeClave);

    public bool TieneClave(int parte) => Clave(parte)[0] != 0;

    /// <summary>The numbers that share a clave; none when nobody has it.</summary>
    public ReadOnlySpan<int> DeClave(string clave)
    {
        Span<byte> buscada = stackalloc byte[LargoDeClave];
        // Zeros are where there is none.
        if (clave.Length != LargoDeClave || !Ascii.IsValid(clave) || clave[0] == '\0')
            return [];
        Encoding.ASCII.GetBytes(clave, buscada);
        var orden = PorClave;
        var desde = Primera(orden, buscada, pasadas: false);
        return orden[desde..Primera(orden, buscada, pasadas: true)];
    }

    /// <summary>Where a clave would begin in <see cref="PorClave"/>; past it if <paramref name="pasadas"/>.</summary>
    public int Lugares(ReadOnlySpan<byte> clave, bool pasadas) => Primera(PorClave, clave, pasadas);

    /// <summary>The numbers that share the clave that begins there.</summary>
    public ReadOnlySpan<int> DelGrupo(int lugar) => PorClave[lugar..Fin(lugar)];

    /// <summary>One past the last that shares the clave of that place in <see cref="PorClave"/>.</summary>
    public int Fin(int lugar)
    {
        var orden = PorClave;
        var grupo = Grupo;
        var suyo = grupo[orden[lugar]];
        while (++lugar < orden.Length && grupo[orden[lugar]] == suyo) { }
        return lugar;
    }

    private Conjunto Recorrer(TipoPersona tipo)
    {
        var suyas = new Conjunto(Cuantas);
        var tipos = Tipos;
        for (var parte = 0; parte < tipos.Length; parte++)
        {
            if (tipos[parte] == (byte)tipo)
                suyas.Agregar(parte);
        }
        return suyas;
    }

    private int Primera(ReadOnlySpan<int> orden, ReadOnlySpan<byte> clave, bool pasadas)
    {
        var (bajo, alto) = (0, orden.Length);
        while (bajo < alto)
        {
            var medio = (bajo + alto) / 2;
            var comparacion = Clave(orden[medio]).SequenceCompareTo(clave);
            if (comparacion < 0 || (pasadas && comparacion == 0))
                bajo = medio + 1;
            else
                alto = medio;
        }
        return bajo;
    }

    private ReadOnlySpan<byte> De(Seccion letras, Seccion desde, int parte)
    {
        var inicios = mapa.Leer<int>(desde);
        return mapa.Leer<byte>(letras)[inicios[parte]..inicios[parte + 1]];
    }
}
