using System.Runtime.CompilerServices;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// The parties that a writer adds, in the order of their numbers, to be written after those that the index has. While it is at it, it
/// tells the order of names of all of them, old and new.
/// </summary>
internal sealed class PartesNuevas : IDisposable
{
    private readonly IndiceDePartes? anterior;
    private readonly int primera;
    private readonly PalabrasNuevas palabras;
    private readonly TextosNuevos nombres;
    private readonly TextosNuevos plegados;
    private readonly ListaLarga<byte> tipos;
    private readonly ListaLarga<byte> claves;

    private readonly Aparte<(string Nombre, int Tipo, string? Clave)> aparte;

    /// <summary>Numbers in the order of names, and the place of each; null while all that there are is what the index has.</summary>
    private (int[] PorNombre, int[] Lugar)? orden;

    /// <param name="temporal">Folder for what does not fit in memory.</param>
    public PartesNuevas(IndiceDePartes? anterior, string temporal)
    {
        this.anterior = anterior;
        primera = anterior?.Cuantas ?? 0;
        (palabras, nombres, plegados) = (new(temporal), new(temporal), new(temporal));
        (tipos, claves) = (new(temporal), new(temporal));
        Siguiente = primera;
        aparte = new(parte => Plegar(parte.Nombre, parte.Tipo, parte.Clave));
        if (anterior is null)
            Agregar("", 0, null);
    }

    /// <summary>The number that the next party must have.</summary>
    public int Siguiente { get; private set; }

    /// <param name="nombre">Empty when the list names nobody.</param>
    /// <param name="tipo">0 when the list does not say.</param>
    public void Agregar(string nombre, int tipo, string? clave)
    {
        Siguiente++;
        aparte.Agregar((nombre, tipo, clave));
    }

    /// <summary>Puts numbers of parties in the order of their names.</summary>
    public int[] PorNombre(ReadOnlySpan<int> partes, Radix radix)
    {
        Ordenar();
        var lugar = orden is { } suyo ? suyo.Lugar : anterior!.Lugar;
        var enOrden = new int[partes.Length];
        for (var i = 0; i < enOrden.Length; i++)
            enOrden[i] = lugar[partes[i]];
        var porLugar = radix.Ordenar(enOrden);
        for (var i = 0; i < enOrden.Length; i++)
            enOrden[i] = partes[porLugar[i]];
        return enOrden;
    }

    /// <summary>Writes the index of all.</summary>
    /// <param name="vigentes">Every tramo of rows as it stands at <paramref name="secuencia"/>: contracts are counted there.</param>
    public (long Bytes, long Huella) Escribir(string ruta, IReadOnlyList<Tramo> vigentes, int secuencia)
    {
        Ordenar();
        using var salida = new EscritorDeMapa(ruta);
        palabras.Escribir(salida, anterior?.Palabras);
        var mapa = anterior?.Mapa;
        nombres.Escribir(salida, Seccion.Nombres, Seccion.NombresDesde, mapa);
        plegados.Escribir(salida, Seccion.Plegados, Seccion.PlegadosDesde, mapa);
        salida.Escribir(Seccion.Tipos, anterior is null ? [] : anterior.Tipos, tipos.Leer());
        salida.Escribir(Seccion.Claves, mapa is null ? [] : mapa.Leer<byte>(Seccion.Claves), claves.Leer());
        EscribirOrdenDeClave(salida);
        salida.Escribir(Seccion.PorNombre, orden is { } suyo ? suyo.PorNombre : anterior!.PorNombre);
        salida.Escribir(Seccion.Lugar, orden is { } ese ? ese.Lugar : anterior!.Lugar);
        EscribirContratos(salida, vigentes, secuencia);
        EscribirGrupos(salida);
        EscribirPorContratos(salida, Seccion.PorContratos, [Seccion.ContratosDeContratista, Seccion.ContratosDeContratante]);
        EscribirPorContratos(salida, Seccion.PorContratosDeContratista, [Seccion.ContratosDeContratista]);
        EscribirPorContratos(salida, Seccion.PorContratosDeContratante, [Seccion.ContratosDeContratante]);
        EscribirPresencia(salida, vigentes);
        return salida.Terminar();
    }

    public void Dispose()
    {
        aparte.Abandonar();
        palabras.Dispose();
        nombres.Dispose();
        plegados.Dispose();
        tipos.Dispose();
        claves.Dispose();
    }

    private void Plegar(string nombre, int tipo, string? clave)
    {
        var (plegado, escrito) = Plegado.PlegarConEscritura(nombre);
        nombres.Agregar(nombre);
        plegados.Agregar(plegado);
        tipos.Agregar((byte)tipo);
        for (var i = 0; i < IndiceDePartes.LargoDeClave; i++)
            claves.Agregar(clave is null ? (byte)0 : (byte)clave[i]);
        palabras.AgregarPlegado(plegado, escrito);
    }

    private static void EscribirOrdenDeClave(EscritorDeMapa salida)
    {
        var todas = salida.Leer<byte>(Seccion.Claves);
        using var desde = new Prestado<int>((todas.Length / IndiceDePartes.LargoDeClave) + 1);
        for (var i = 0; i < desde.Valores.Length; i++)
            desde.Valores[i] = i * IndiceDePartes.LargoDeClave;
        var porClave = OrdenDeTextos.Ordenar(todas, desde.Valores, 0, (a, b) => a.CompareTo(b));
        salida.Escribir<int>(Seccion.PorClave, porClave);
    }

    private void EscribirContratos(EscritorDeMapa salida, IReadOnlyList<Tramo> vigentes, int secuencia)
    {
        using var deContratista = new Prestado<int>(Siguiente);
        using var deContratante = new Prestado<int>(Siguiente);
        foreach (var tramo in vigentes)
            tramo.ContarPorParte(secuencia, deContratista.Valores, deContratante.Valores);
        salida.Escribir<int>(Seccion.ContratosDeContratista, deContratista.Valores);
        salida.Escribir<int>(Seccion.ContratosDeContratante, deContratante.Valores);
    }

    private static void EscribirGrupos(EscritorDeMapa salida)
    {
        var todas = salida.Leer<byte>(Seccion.Claves);
        var porClave = salida.Leer<int>(Seccion.PorClave);
        using var grupo = new Prestado<int>(porClave.Length);
        for (int i = 0, inicio = 0; i < porClave.Length; i++)
        {
            if (!Clave(todas, porClave[i]).SequenceEqual(Clave(todas, porClave[inicio])))
                inicio = i;
            grupo.Valores[porClave[i]] = inicio;
        }
        salida.Escribir<int>(Seccion.Grupo, grupo.Valores);
    }

    private static void EscribirPorContratos(EscritorDeMapa salida, Seccion seccion, ReadOnlySpan<Seccion> cuentas)
    {
        var todas = salida.Leer<byte>(Seccion.Claves);
        var grupo = salida.Leer<int>(Seccion.Grupo);
        // The most first, and the first of those that have as many.
        using var faltan = new Prestado<int>(grupo.Length);
        faltan.Valores.Fill(int.MaxValue);
        foreach (var cuenta in cuentas)
        {
            var contratos = salida.Leer<int>(cuenta);
            for (var parte = 0; parte < grupo.Length; parte++)
            {
                if (!Clave(todas, parte).StartsWith((byte)0))
                    faltan.Valores[grupo[parte]] -= contratos[parte];
            }
        }
        var sinNinguno = faltan.Valores.Count(int.MaxValue);
        salida.Escribir(seccion, salida.Radix.Ordenar(faltan.Valores)[..^sinNinguno]);
    }

    private void EscribirPresencia(EscritorDeMapa salida, IReadOnlyList<Tramo> vigentes)
    {
        using var presencia = new Prestado<ulong>(Siguiente);
        foreach (var tramo in vigentes)
            tramo.Marcar(presencia.Valores);
        salida.Escribir<ulong>(Seccion.Presencia, presencia.Valores);
    }

    /// <summary>What came since the last time takes its place among the rest.</summary>
    private void Ordenar()
    {
        aparte.Esperar();
        var yaEstan = orden is { } suyo ? suyo.Lugar.Length : primera;
        if (yaEstan == Siguiente)
            return;
        var nuevas = plegados.EnOrden(yaEstan - primera, (a, b) => Comparar(primera + a, primera + b));
        foreach (ref var parte in nuevas.AsSpan())
            parte += primera;
        var porNombre = Mezclar(
            orden is { } ese ? ese.PorNombre
                : anterior is null ? []
                : anterior.PorNombre,
            nuevas
        );
        var lugar = new int[porNombre.Length];
        for (var i = 0; i < lugar.Length; i++)
            lugar[porNombre[i]] = i;
        orden = (porNombre, lugar);
    }

    private int[] Mezclar(ReadOnlySpan<int> viejas, ReadOnlySpan<int> nuevas)
    {
        var todas = new int[viejas.Length + nuevas.Length];
        for (int i = 0, vieja = 0, nueva = 0; i < todas.Length; i++)
        {
            var toca = nueva == nuevas.Length || (vieja < viejas.Length && Comparar(viejas[vieja], nuevas[nueva]) < 0);
            todas[i] = toca ? viejas[vieja++] : nuevas[nueva++];
        }
        return todas;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Comparar(int a, int b)
    {
        var comparacion = DePlegado(a).SequenceCompareTo(DePlegado(b));
        if (comparacion == 0)
            comparacion = DeNombre(a).SequenceCompareTo(DeNombre(b));
        if (comparacion == 0)
            comparacion = DeTipo(a).CompareTo(DeTipo(b));
        return comparacion != 0 ? comparacion : a.CompareTo(b);
    }

    private ReadOnlySpan<byte> DePlegado(int parte) => parte < primera ? anterior!.Plegado(parte) : plegados[parte - primera];

    private ReadOnlySpan<byte> DeNombre(int parte) => parte < primera ? anterior!.Nombre(parte) : nombres[parte - primera];

    private byte DeTipo(int parte) => parte < primera ? anterior!.Tipos[parte] : tipos.Leer()[parte - primera];

    private static ReadOnlySpan<byte> Clave(ReadOnlySpan<byte> claves, int parte) =>
        claves.Slice(parte * IndiceDePartes.LargoDeClave, IndiceDePartes.LargoDeClave);
}
