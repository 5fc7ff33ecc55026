namespace Icsoe.Domain.Lectura;

/// <summary>
/// Informativas as filed, in a workbook with one row per contract (design, section 6). Sheets without the header
/// (instructions, a notice) are left out.
/// </summary>
public static class LibroPlano
{
    /// <summary>
    /// Passes the workbook through <see cref="GuardiaDeLibro"/> and then reads its rows as they are asked for; memory is bounded by
    /// the longest informativa allowed.
    /// </summary>
    /// <param name="ruta">Path of the .xlsx.</param>
    /// <exception cref="LecturaException">
    /// While enumerating: refused by the guard, without the header or with columns missing, unknown or repeated, damaged, without
    /// rows, or with rows of one folio that stand apart.
    /// </exception>
    /// <exception cref="OperationCanceledException">While enumerating, when <paramref name="ct"/> is cancelled.</exception>
    public static IEnumerable<LineaLeida> Leer(string ruta, LimitesDeLectura limites, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ruta);
        ArgumentNullException.ThrowIfNull(limites);
        return Enumerar(() => BytesDeLibro.DeArchivo(ruta), limites, ct);
    }

    /// <summary>The same of a workbook in memory: nothing of it is put on disk.</summary>
    /// <inheritdoc cref="Leer(string, LimitesDeLectura, CancellationToken)"/>
    /// <param name="archivo">Name, for the places of the problems.</param>
    public static IEnumerable<LineaLeida> Leer(
        ReadOnlyMemory<byte> libro,
        string archivo,
        LimitesDeLectura limites,
        CancellationToken ct
    ) => Enumerar(() => BytesDeLibro.DeMemoria(libro, archivo), limites, ct);

    private static IEnumerable<LineaLeida> Enumerar(Func<BytesDeLibro> abrir, LimitesDeLectura limites, CancellationToken ct)
    {
        using var libro = new LibroAbierto(abrir(), limites, ct);
        using var ensamblador = new EnsambladorDeInformativas(libro.Archivo, limites);
        foreach (var linea in ensamblador.Ensamblar(Filas(libro, limites), ct))
            yield return linea;
    }

    private static IEnumerable<FilaPlana> Filas(LibroAbierto libro, LimitesDeLectura limites)
    {
        var archivo = libro.Archivo;
        var hayEncabezado = false;
        var fila = new FilaPlana();
        foreach (var hoja in libro.Hojas)
        {
            using var filas = new FilasDeHoja(libro, hoja);
            if (Buscar(filas.Asomarse(limites.FilasDeBusqueda), archivo) is not { } hallado)
                continue;
            hayEncabezado = true;
            filas.Empezar(hallado.Fila, hallado.Encabezado.Posiciones);
            while (filas.Avanzar())
            {
                (fila.Numero, fila.Hoja) = (filas.Numero, hoja.Nombre);
                for (var i = 0; i < fila.Valores.Length; i++)
                    fila.Valores[i] = ValorPlano.DeCelda((ColumnaPlana)i, filas.Celdas[i], hoja.Desde1904);
                yield return fila;
            }
        }
        if (!hayEncabezado)
            throw new LecturaException(
                archivo,
                $"no trae el encabezado de las informativas ({string.Join(", ", ColumnasPlanas.Nombres)})."
                    // What is in memory came by another way than an order.
                    + (libro.EnMemoria ? "" : " Si es un listado del IMSS, dé --lista y --periodo, como --lista publico --periodo 2026-1.")
            );
    }

    private static (EncabezadoPlano Encabezado, int Fila)? Buscar(IReadOnlyList<string?[]> filas, string archivo)
    {
        var (mejor, puntos) = (-1, EncabezadoPlano.NombresDeUnEncabezado - 1);
        for (var i = 0; i < filas.Count; i++)
        {
            if (EncabezadoPlano.Contar(filas[i]) is var cuantos && cuantos > puntos)
                (mejor, puntos) = (i, cuantos);
        }
        return mejor < 0 ? null : (EncabezadoPlano.Leer(filas[mejor], archivo, mejor + 1), mejor + 1);
    }
}
