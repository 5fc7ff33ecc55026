using System.Runtime.CompilerServices;
using System.Text;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// The parties that a writer adds, in the order of their numbers, to be written after those that the index has. While it is at it, it
/// tells the order of names of all of them, old and new.
/// </summary>
internal sealed class PartesNuevas
{
    private readonly IndiceDePartes? anterior;
    private readonly int primera;
    private readonly PalabrasNuevas palabras = new();
    private readonly List<byte[]> nombres = [];
    private readonly List<byte[]> plegados = [];
    private readonly List<byte> tipos = [];
    private readonly ListaLarga<byte> claves = new();

    public PartesNuevas(IndiceDePartes? anterior)
    {
        this.anterior = anterior;
        primera = anterior?.Cuantas ?? 0;
        if (anterior is null)
            Agregar("", 0, null);
    }

    /// <summary>The number that the next party must have.</summary>
    public int Siguiente => primera + tipos.Count;

    /// <param name="nombre">Empty when the list names nobody.</param>
    /// <param name="tipo">0 when the list does not say.</param>
    public void Agregar(string nombre, int tipo, string? clave)
    {
        var (plegado, escrito) = Plegado.PlegarConEscritura(nombre);
        nombres.Add(Encoding.UTF8.GetBytes(nombre));
        plegados.Add(plegado == nombre ? nombres[^1] : Encoding.UTF8.GetBytes(plegado));
        tipos.Add((byte)tipo);
        for (var i = 0; i < IndiceDePartes.LargoDeClave; i++)
            claves.Agregar(clave is null ? (byte)0 : (byte)clave[i]);
        palabras.AgregarPlegado(plegado, escrito);
    }

    /// <summary>Puts numbers of parties in the order of their names.</summary>
    public int[] PorNombre(ReadOnlySpan<int> partes)
    {
        var viejas = partes.Length;
        if (anterior is null)
            viejas = 0;
        else
            while (viejas > 0 && partes[viejas - 1] >= primera)
                viejas--;
        var nuevas = partes[viejas..].ToArray();
        nuevas.AsSpan().Sort(Comparar);
        if (viejas == 0)
            return nuevas;
        // The old ones know their places already.
        var lugares = new int[viejas];
        for (var i = 0; i < viejas; i++)
            lugares[i] = anterior!.Lugar[partes[i]];
        var orden = Radix.Ordenar(lugares);
        for (var i = 0; i < viejas; i++)
            orden[i] = partes[orden[i]];
        return Mezclar(orden, nuevas);
    }

    /// <summary>Writes the index of all.</summary>
    /// <param name="vigentes">Every tramo of rows as it stands at <paramref name="secuencia"/>: contracts are counted there.</param>
    public (long Bytes, long Huella) Escribir(string ruta, IEnumerable<Tramo> vigentes, int secuencia)
    {
        using var salida = new EscritorDeMapa(ruta);
        palabras.Escribir(salida, anterior?.Palabras);
        var mapa = anterior?.Mapa;
        EscribirTextos(salida, Seccion.Nombres, Seccion.NombresDesde, mapa, nombres);
        EscribirTextos(salida, Seccion.Plegados, Seccion.PlegadosDesde, mapa, plegados);
        salida.Escribir(Seccion.Tipos, anterior is null ? [] : anterior.Tipos, tipos.ToArray());
        var todas = claves.Tras(mapa is null ? [] : mapa.Leer<byte>(Seccion.Claves));
        salida.Escribir<byte>(Seccion.Claves, todas);
        var porClave = EnOrdenDeClave(todas);
        salida.Escribir<int>(Seccion.PorClave, porClave);

        var nuevas = new int[tipos.Count];
        for (var i = 0; i < nuevas.Length; i++)
            nuevas[i] = primera + i;
        nuevas.AsSpan().Sort(Comparar);
        var porNombre = Mezclar(anterior is null ? [] : anterior.PorNombre, nuevas);
        var lugar = new int[porNombre.Length];
        for (var i = 0; i < porNombre.Length; i++)
            lugar[porNombre[i]] = i;
        salida.Escribir<int>(Seccion.PorNombre, porNombre);
        salida.Escribir<int>(Seccion.Lugar, lugar);
        EscribirCuentas(salida, vigentes, secuencia, todas, porClave);
        return salida.Terminar();
    }

    private void EscribirCuentas(EscritorDeMapa salida, IEnumerable<Tramo> vigentes, int secuencia, byte[] todas, int[] porClave)
    {
        var deContratista = new int[Siguiente];
        var deContratante = new int[Siguiente];
        var presencia = new ulong[Siguiente];
        foreach (var tramo in vigentes)
        {
            tramo.ContarPorParte(secuencia, deContratista, deContratante);
            tramo.Marcar(presencia);
        }
        salida.Escribir<int>(Seccion.ContratosDeContratista, deContratista);
        salida.Escribir<int>(Seccion.ContratosDeContratante, deContratante);
        var grupo = new int[porClave.Length];
        for (int i = 0, inicio = 0; i < porClave.Length; i++)
        {
            if (!Clave(todas, porClave[i]).SequenceEqual(Clave(todas, porClave[inicio])))
                inicio = i;
            grupo[porClave[i]] = inicio;
        }
        salida.Escribir<int>(Seccion.Grupo, grupo);
        EscribirPorContratos(salida, Seccion.PorContratos, grupo, todas, parte => deContratista[parte] + deContratante[parte]);
        EscribirPorContratos(salida, Seccion.PorContratosDeContratista, grupo, todas, parte => deContratista[parte]);
        EscribirPorContratos(salida, Seccion.PorContratosDeContratante, grupo, todas, parte => deContratante[parte]);
        salida.Escribir<ulong>(Seccion.Presencia, presencia);
    }

    private static void EscribirPorContratos(EscritorDeMapa salida, Seccion seccion, int[] grupo, byte[] todas, Func<int, int> contratos)
    {
        var suyos = new int[grupo.Length];
        for (var parte = 0; parte < grupo.Length; parte++)
        {
            if (!Clave(todas, parte).StartsWith((byte)0))
                suyos[grupo[parte]] += contratos(parte);
        }
        // The most first, and the first of those that have as many.
        var alReves = Array.ConvertAll(suyos, cuantos => int.MaxValue - cuantos);
        var conAlguno = suyos.Count(cuantos => cuantos > 0);
        salida.Escribir<int>(seccion, Radix.Ordenar(alReves).AsSpan(0, conAlguno));
    }

    private static int[] EnOrdenDeClave(byte[] todas)
    {
        var cuantas = todas.Length / IndiceDePartes.LargoDeClave;
        // Claves are base32 of a digest: twelve of their characters make a number, and hardly two share it.
        var numeros = new ulong[cuantas];
        for (var i = 0; i < cuantas; i++)
        {
            foreach (var letra in Clave(todas, i)[..12])
                numeros[i] =
                    (numeros[i] << 5)
                    | (
                        letra == 0 ? 0UL
                        : letra <= '7' ? (ulong)(letra - '2')
                        : 6UL + letra - 'a'
                    );
        }
        var orden = Radix.Ordenar(numeros);
        for (var i = 1; i < cuantas; i++)
        {
            var inicio = i - 1;
            while (i < cuantas && numeros[orden[i]] == numeros[orden[inicio]])
                i++;
            if (i - inicio > 1)
                orden
                    .AsSpan(inicio..i)
                    .Sort(
                        (a, b) =>
                        {
                            var porClave = Clave(todas, a).SequenceCompareTo(Clave(todas, b));
                            return porClave != 0 ? porClave : a.CompareTo(b);
                        }
                    );
        }
        return orden;
    }

    private static void EscribirTextos(EscritorDeMapa salida, Seccion letras, Seccion desde, Mapa? anterior, List<byte[]> nuevos)
    {
        var previas = anterior is null ? [] : anterior.Leer<byte>(letras);
        var inicios = new int[nuevos.Count + 1];
        inicios[0] = previas.Length;
        salida.Abrir(letras);
        salida.Agregar(previas);
        for (var i = 0; i < nuevos.Count; i++)
        {
            salida.Agregar<byte>(nuevos[i]);
            inicios[i + 1] = inicios[i] + nuevos[i].Length;
        }
        salida.Cerrar(letras);
        salida.Escribir<int>(desde, anterior is null ? [] : anterior.Leer<int>(desde)[..^1], inicios);
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

    private byte DeTipo(int parte) => parte < primera ? anterior!.Tipos[parte] : tipos[parte - primera];

    private static ReadOnlySpan<byte> Clave(byte[] todas, int parte) =>
        todas.AsSpan(parte * IndiceDePartes.LargoDeClave, IndiceDePartes.LargoDeClave);
}
