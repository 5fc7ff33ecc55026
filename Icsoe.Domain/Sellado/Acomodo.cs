using System.Buffers.Binary;

namespace Icsoe.Domain.Sellado;

/// <summary>
/// Puts records in the order of their keys without holding them all: what fits in a bounded buffer is sorted and written out as a run,
/// and the runs are merged when read. Records that come in order already make runs that only follow one another.
/// Keys are compared as bytes; equal keys keep no order.
/// </summary>
internal sealed class Acomodo<T> : IDisposable
{
    private const int BytesEnMemoria = 16 << 20;
    private const int BytesPorTramo = 256 << 10;

    /// <summary>Before each record: length of its key and of its data.</summary>
    private const int Cabecera = 2 * sizeof(int);

    private readonly int bytesEnMemoria;
    private readonly string ruta;
    private readonly Action<BinaryWriter, T> escribir;
    private readonly Func<BinaryReader, T> leer;
    private readonly MemoryStream bufer = new();
    private readonly BinaryWriter escritor;
    private readonly List<int> lugares = [];
    private readonly List<(long Inicio, long Fin)> tramos = [];
    private FileStream? archivo;

    /// <param name="carpeta">Where the runs go, in one file that goes away with this.</param>
    /// <param name="escribir">Writes one record.</param>
    /// <param name="leer">Reads back what <paramref name="escribir"/> wrote.</param>
    /// <param name="bytesEnMemoria">How large the buffer grows before it becomes a run.</param>
    public Acomodo(string carpeta, Action<BinaryWriter, T> escribir, Func<BinaryReader, T> leer, int bytesEnMemoria = BytesEnMemoria)
    {
        (this.escribir, this.leer, this.bytesEnMemoria) = (escribir, leer, bytesEnMemoria);
        Directory.CreateDirectory(carpeta);
        ruta = Path.Combine(carpeta, $"acomodo-{Guid.NewGuid():N}");
        escritor = new BinaryWriter(bufer);
    }

    /// <summary>How many records were added.</summary>
    public int Cuantos { get; private set; }

    /// <summary>Adds a record; none may be added once they are being read.</summary>
    public void Agregar(ReadOnlySpan<byte> clave, T registro)
    {
        if (bufer.Length > bytesEnMemoria)
            CerrarTramo();
        var inicio = (int)bufer.Length;
        lugares.Add(inicio);
        escritor.Write(clave.Length);
        escritor.Write(0);
        escritor.Write(clave);
        escribir(escritor, registro);
        escritor.Flush();
        var datos = (int)bufer.Length - inicio - Cabecera - clave.Length;
        BinaryPrimitives.WriteInt32LittleEndian(bufer.GetBuffer().AsSpan(inicio + sizeof(int)), datos);
        Cuantos++;
    }

    /// <summary>The records in the order of their keys; it can be walked more than once.</summary>
    public IEnumerable<T> Leer()
    {
        CerrarTramo();
        var cola = new PriorityQueue<Tramo, byte[]>(Comparer<byte[]>.Create((una, otra) => una.AsSpan().SequenceCompareTo(otra)));
        try
        {
            foreach (var (inicio, fin) in tramos)
                Encolar(new Tramo(ruta, inicio, fin));
            while (cola.TryDequeue(out var tramo, out _))
            {
                yield return leer(tramo.Datos);
                Encolar(tramo);
            }
        }
        finally
        {
            foreach (var (tramo, _) in cola.UnorderedItems)
                tramo.Dispose();
        }

        void Encolar(Tramo tramo)
        {
            if (tramo.Avanzar() is { } clave)
                cola.Enqueue(tramo, clave);
            else
                tramo.Dispose();
        }
    }

    public void Dispose()
    {
        archivo?.Dispose();
        escritor.Dispose();
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
            archivo.Write(bufer.GetBuffer().AsSpan(lugar, Cabecera + Entero(lugar) + Entero(lugar + sizeof(int))));
        archivo.Flush();
        tramos.Add((inicio, archivo.Position));
        lugares.Clear();
        bufer.SetLength(0);
    }

    private ReadOnlySpan<byte> Clave(int lugar) => bufer.GetBuffer().AsSpan(lugar + Cabecera, Entero(lugar));

    private int Entero(int lugar) => BinaryPrimitives.ReadInt32LittleEndian(bufer.GetBuffer().AsSpan(lugar));

    /// <summary>A run being read.</summary>
    private sealed class Tramo : IDisposable
    {
        private readonly FileStream flujo;
        private readonly long fin;

        public Tramo(string ruta, long inicio, long fin)
        {
            flujo = new FileStream(ruta, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BytesPorTramo)
            {
                Position = inicio,
            };
            this.fin = fin;
            Datos = new BinaryReader(flujo);
        }

        /// <summary>Stands at the data of the record whose key <see cref="Avanzar"/> gave.</summary>
        public BinaryReader Datos { get; }

        /// <summary>The key of the next record; null after the last.</summary>
        public byte[]? Avanzar()
        {
            if (flujo.Position >= fin)
                return null;
            var clave = Datos.ReadInt32();
            Datos.ReadInt32();
            return Datos.ReadBytes(clave);
        }

        public void Dispose() => Datos.Dispose();
    }
}
