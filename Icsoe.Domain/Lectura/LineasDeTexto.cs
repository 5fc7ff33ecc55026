using System.Buffers;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// Splits bytes at LF over one pooled buffer that never grows past the longest line allowed:
/// what is longer is skipped up to its line end, not kept.
/// </summary>
internal sealed class LineasDeTexto : IDisposable
{
    private readonly Stream flujo;
    private readonly string archivo;
    private readonly LimitesDeLectura limites;
    private byte[] bufer = ArrayPool<byte>.Shared.Rent(64 << 10);
    private int inicio;
    private int fin;
    private int lineaDesde;
    private int lineaLargo;
    private long leidos;
    private bool alFinal;

    public LineasDeTexto(Stream flujo, string archivo, LimitesDeLectura limites)
    {
        (this.flujo, this.archivo, this.limites) = (flujo, archivo, limites);
        while (fin < 4 && !alFinal)
            Llenar();
        ReadOnlySpan<byte> cabeza = bufer.AsSpan(0, fin);
        if (NoEsTexto(cabeza) is { } motivo)
            throw new LecturaException(archivo, motivo);
        if (cabeza.StartsWith("\uFEFF"u8))
            inicio = 3;
    }

    /// <summary>1-based number of the current line.</summary>
    public int Numero { get; private set; }

    /// <summary>Whether the current line passed the limit; then <see cref="Actual"/> is empty.</summary>
    public bool EsDemasiadoLarga { get; private set; }

    /// <summary>The current line without its LF or CRLF; valid until the next call.</summary>
    public ReadOnlySpan<byte> Actual => bufer.AsSpan(lineaDesde, lineaLargo);

    /// <summary>Moves to the next line; false at the end.</summary>
    public bool Avanzar()
    {
        var saltando = false;
        var buscado = inicio;
        while (true)
        {
            var salto = bufer.AsSpan(buscado, fin - buscado).IndexOf((byte)'\n');
            if (salto >= 0 || alFinal)
            {
                if (salto < 0 && inicio == fin && !saltando)
                    return false;
                Entregar(salto < 0 ? fin : buscado + salto, saltando);
                inicio = salto < 0 ? fin : buscado + salto + 1;
                return true;
            }
            // One byte over the limit may still be the CR of the line end.
            if (fin - inicio > limites.BytesPorLinea + 1)
                saltando = true;
            if (saltando)
                inicio = fin = 0;
            buscado = fin - inicio;
            Llenar();
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bufer);
        bufer = [];
    }

    private void Entregar(int hasta, bool saltando)
    {
        Numero++;
        var largo = hasta - inicio;
        if (largo > 0 && bufer[hasta - 1] == '\r')
            largo--;
        EsDemasiadoLarga = saltando || largo > limites.BytesPorLinea;
        (lineaDesde, lineaLargo) = (inicio, EsDemasiadoLarga ? 0 : largo);
    }

    /// <summary>Reads more, after moving what is pending to the front.</summary>
    private void Llenar()
    {
        if (inicio > 0)
        {
            Buffer.BlockCopy(bufer, inicio, bufer, 0, fin - inicio);
            (fin, inicio) = (fin - inicio, 0);
        }
        if (fin == bufer.Length)
        {
            var mayor = ArrayPool<byte>.Shared.Rent(bufer.Length * 2);
            Buffer.BlockCopy(bufer, 0, mayor, 0, fin);
            ArrayPool<byte>.Shared.Return(bufer);
            bufer = mayor;
        }
        var nuevos = flujo.Read(bufer, fin, bufer.Length - fin);
        alFinal = nuevos == 0;
        fin += nuevos;
        leidos += nuevos;
        if (leidos > limites.BytesDeTexto)
            throw new LecturaException(archivo, $"el archivo pasa de {limites.BytesDeTexto:N0} bytes; divídelo.");
    }

    /// <summary>Why these first bytes are of no text file we read; null when they may be.</summary>
    internal static string? NoEsTexto(ReadOnlySpan<byte> cabeza)
    {
        if (cabeza.IsEmpty)
            return "el archivo está vacío.";
        if (cabeza.StartsWith("PK\u0003\u0004"u8) || cabeza.StartsWith("PK\u0005\u0006"u8))
            return "es un zip (o un libro de Excel), no un archivo de texto.";
        if (cabeza.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || cabeza.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return "está en UTF-16; guárdalo como UTF-8.";
        var muestra = cabeza[..Math.Min(cabeza.Length, 4096)];
        var controles = 0;
        foreach (var b in muestra)
        {
            if (b < 9 || b is > 13 and < 32)
                controles++;
        }
        // A stray NUL spoils its own line only; a file full of them is no text.
        return controles * 10 > muestra.Length ? "no es un archivo de texto." : null;
    }
}
