using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// The shared strings of a workbook: their texts lie in a temporary file of one's own, so that memory holds eight bytes for each
/// and a bounded number of those used last; those of a workbook in memory stay there.
/// </summary>
internal sealed class TextosCompartidos : IDisposable
{
    private const int Recientes = 1 << 14;
    private const int Bufer = 1 << 18;

    private readonly List<long> finales = [];
    private readonly (int Numero, string Texto)[] recientes = new (int, string)[Recientes];
    private readonly MemoryStream pendientes = new();
    private SafeFileHandle? archivo;

    private TextosCompartidos() { }

    /// <summary>Reads them all; null when the workbook has none. Closes the part.</summary>
    /// <param name="enMemoria">Whether nothing of them may be put on disk.</param>
    public static TextosCompartidos Leer(EscanerXml? xml, bool enMemoria)
    {
        var textos = new TextosCompartidos();
        Array.Fill(textos.recientes, (-1, ""));
        if (xml is null)
            return textos;
        using (xml)
            textos.Guardar(xml, enMemoria);
        return textos;
    }

    /// <summary>The text of that number; null when there is none.</summary>
    public string? Texto(int numero)
    {
        if ((uint)numero >= (uint)finales.Count)
            return null;
        ref var reciente = ref recientes[numero & (Recientes - 1)];
        if (reciente.Numero != numero)
            reciente = (numero, LeerDeArchivo(numero));
        return reciente.Texto;
    }

    public void Dispose() => archivo?.Dispose();

    private string LeerDeArchivo(int numero)
    {
        var desde = numero == 0 ? 0 : finales[numero - 1];
        var largo = (int)(finales[numero] - desde);
        if (largo == 0)
            return "";
        if (archivo is null)
            return Encoding.UTF8.GetString(pendientes.GetBuffer(), (int)desde, largo);
        var bufer = largo <= 1024 ? stackalloc byte[largo] : new byte[largo];
        for (var leidos = 0; leidos < largo; )
        {
            var nuevos = RandomAccess.Read(archivo, bufer[leidos..], desde + leidos);
            if (nuevos == 0)
                throw new IOException("The temporary file of shared strings was cut short.");
            leidos += nuevos;
        }
        return Encoding.UTF8.GetString(bufer);
    }

    private void Guardar(EscanerXml xml, bool enMemoria)
    {
        if (!enMemoria)
        {
            var ruta = Path.Combine(Path.GetTempPath(), $"icsoe-{Guid.NewGuid():N}");
            archivo = File.OpenHandle(ruta, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        }
        var texto = new TextoDeXml();
        long escritos = 0;
        bool dentro = false,
            foneticos = false;
        while (xml.Avanzar())
        {
            switch (xml.Pieza)
            {
                case PiezaXml.Texto or PiezaXml.Cdata when dentro:
                    texto.Agregar(xml);
                    break;
                case PiezaXml.Apertura when xml.Nombre.SequenceEqual("t"u8):
                    dentro = !foneticos && !xml.Vacia;
                    break;
                case PiezaXml.Apertura when xml.Nombre.SequenceEqual("rPh"u8):
                    foneticos = !xml.Vacia;
                    break;
                case PiezaXml.Apertura when xml.Nombre.SequenceEqual("si"u8) && xml.Vacia:
                case PiezaXml.Cierre when xml.Nombre.SequenceEqual("si"u8):
                    pendientes.Write(Encoding.UTF8.GetBytes(texto.Terminar()));
                    finales.Add(escritos + pendientes.Length);
                    break;
                case PiezaXml.Cierre when xml.Nombre.SequenceEqual("t"u8):
                    dentro = false;
                    break;
                case PiezaXml.Cierre when xml.Nombre.SequenceEqual("rPh"u8):
                    foneticos = false;
                    break;
            }
            if (pendientes.Length >= Bufer)
                Vaciar();
        }
        Vaciar();

        void Vaciar()
        {
            if (archivo is null)
                return;
            RandomAccess.Write(archivo, pendientes.GetBuffer().AsSpan(0, (int)pendientes.Length), escritos);
            escritos += pendientes.Length;
            pendientes.SetLength(0);
        }
    }
}
