using System.Buffers.Binary;
using Icsoe.Domain.Lectura;

namespace Icsoe.Domain.Sellado;

/// <summary>
/// Puts records in the order of their keys without holding them all: what fits in a bounded buffer is sorted and written out as a run,
/// and the runs are merged when read. Records that come in order already make runs that only follow one another.
/// Keys are compared as bytes; equal keys keep no order.
/// </summary>
internal sealed class Acomodo<T> : IDisposable
{
    private const int BytesEnMemoria = 8 << 20;
    private const int BytesPorTramo = 32 << 10;

    /// <summary>Before each record: length of its key and of its data.</summary>
    private const int Cabecera = 2 * sizeof(int);

    private readonly int bytesEnMemoria;
    private readonly string ruta;
    private readonly Action<RegistroEscrito, T> escribir;
    private readonly Func<RegistroLeido, T> leer;
    private readonly RegistroEscrito bufer = new();
    private readonly List<int> lugares = [];
    private readonly List<(long Inicio, long Fin)> tramos = [];
    private FileStream? archivo;

    /// <param name="carpeta">Where the runs go, in one file that goes away with this.</param>
    /// <param name="escribir">Writes one record.</param>
    /// <param name="leer">Reads back what <paramref name="escribir"/> wrote.</param>
    /// <param name="bytesEnMemoria">How large the buffer grows before it becomes a run.</param>
    public Acomodo(string carpeta, Action<RegistroEscrito, T> escribir, Func<RegistroLeido, T> leer, int bytesEnMemoria = BytesEnMemoria)
    {
        // Short of it by a record, so that the buffer, which doubles, does not end twice as large.
        (this.escribir, this.leer, this.bytesEnMemoria) = (escribir, leer, bytesEnMemoria - (bytesEnMemoria >> 6));
        Directory.CreateDirectory(carpeta);
        ruta = Path.Combine(carpeta, $"acomodo-{Guid.NewGuid():N}");
    }

    /// <summary>How many records were added.</summary>
    public int Cuantos { get; private set; }

    /// <summary>Adds a record; none may be added once they are being read.</summary>
    public void Agregar(ReadOnlySpan<byte> clave, T registro)
    {
        if (bufer.Largo > bytesEnMemoria)
            CerrarTramo();
        var inicio = bufer.Largo;
        lugares.Add(inicio);
        bufer.Numero(clave.Length).Numero(0);
        clave.CopyTo(bufer.Reservar(clave.Length));
        escribir(bufer, registro);
        bufer.Corregir(inicio + sizeof(int), bufer.Largo - inicio - Cabecera - clave.Length);
        Cuantos++;
    }

    /// <summary>The records in the order of their keys; it can be walked more than once.</summary>
    public IEnumerable<T> Leer()
    {
        CerrarTramo();
        var textos = new TextosRepetidos();
        var abiertos = tramos.ConvertAll(tramo => new Tramo(ruta, tramo.Inicio, tramo.Fin, textos));
        try
        {
            var cola = new PriorityQueue<Tramo, Tramo>(Comparer<Tramo>.Create((uno, otro) => uno.Clave.SequenceCompareTo(otro.Clave)));
            foreach (var tramo in abiertos)
                Avanzar(tramo);
            while (cola.TryDequeue(out var primero, out _))
            {
                yield return leer(primero.Datos);
                Avanzar(primero);
            }

            void Avanzar(Tramo tramo)
            {
                if (tramo.Avanzar())
                    cola.Enqueue(tramo, tramo);
            }
        }
        finally
        {
            foreach (var tramo in abiertos)
                tramo.Dispose();
        }
    }

    public void Dispose()
    {
        archivo?.Dispose();
        File.Delete(ruta);
    }

    /// <summary>No more records come: from here on it may be walked by several threads.</summary>
    public void Cerrar() => CerrarTramo();

    private void CerrarTramo()
    {
        if (lugares.Count == 0)
            return;
        archivo ??= new FileStream(ruta, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, BytesPorTramo);
        lugares.Sort((uno, otro) => Clave(uno).SequenceCompareTo(Clave(otro)));
        var inicio = archivo.Position;
        foreach (var lugar in lugares)
            archivo.Write(bufer.Bytes.Slice(lugar, Cabecera + Entero(lugar) + Entero(lugar + sizeof(int))));
        archivo.Flush();
        tramos.Add((inicio, archivo.Position));
        lugares.Clear();
        bufer.Vaciar();
    }

    private ReadOnlySpan<byte> Clave(int lugar) => bufer.Bytes.Slice(lugar + Cabecera, Entero(lugar));

    private int Entero(int lugar) => BinaryPrimitives.ReadInt32LittleEndian(bufer.Bytes[lugar..]);

    /// <summary>A run being read.</summary>
    private sealed class Tramo : IDisposable
    {
        private readonly FileStream flujo;
        private readonly long fin;
        private byte[] clave = new byte[64];
        private int largoDeClave;

        public Tramo(string ruta, long inicio, long fin, TextosRepetidos textos)
        {
            Datos = new RegistroLeido(textos);
            flujo = new FileStream(ruta, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BytesPorTramo)
            {
                Position = inicio,
            };
            this.fin = fin;
        }

        /// <summary>Of the record it stands at.</summary>
        public ReadOnlySpan<byte> Clave => clave.AsSpan(0, largoDeClave);

        /// <summary>Of the record it stands at; they are read once.</summary>
        public RegistroLeido Datos { get; }

        /// <summary>Goes to the next record; false after the last.</summary>
        public bool Avanzar()
        {
            if (flujo.Position >= fin)
                return false;
            Span<byte> cabecera = stackalloc byte[Cabecera];
            flujo.ReadExactly(cabecera);
            largoDeClave = BinaryPrimitives.ReadInt32LittleEndian(cabecera);
            if (clave.Length < largoDeClave)
                clave = new byte[largoDeClave * 2];
            flujo.ReadExactly(clave.AsSpan(0, largoDeClave));
            flujo.ReadExactly(Datos.Empezar(BinaryPrimitives.ReadInt32LittleEndian(cabecera[sizeof(int)..])));
            return true;
        }

        public void Dispose() => flujo.Dispose();
    }
}
