using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>What a question has cost so far, against what it may: a wide one ends with an error and never hangs.</summary>
internal sealed class Trabajo(long maximo, CancellationToken ct)
{
    private long gastado;

    /// <summary>Parameters that would have narrowed the question.</summary>
    public IReadOnlyList<string> Acotar { get; init; } = [];

    /// <param name="filas">Rows looked at.</param>
    /// <exception cref="ConsultaDemasiadoAmpliaException">It is too much.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public void Gastar(int filas)
    {
        ct.ThrowIfCancellationRequested();
        gastado += filas;
        if (gastado > maximo)
            throw new ConsultaDemasiadoAmpliaException(Acotar);
    }
}
