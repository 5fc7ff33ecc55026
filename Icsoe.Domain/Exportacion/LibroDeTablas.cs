namespace Icsoe.Domain.Exportacion;

/// <summary>A sheet of a small workbook.</summary>
/// <param name="Nombre">No character of it may mean something in XML.</param>
/// <param name="Columnas">Up to 26.</param>
/// <param name="Filas">In the order of the columns: a text, a number, a day, or null for an empty cell.</param>
public sealed record TablaDeLibro(string Nombre, IReadOnlyList<ColumnaDeLibro> Columnas, IReadOnlyList<object?[]> Filas);

/// <summary>A small workbook of two tables, such as a template and its explanation. The same tables give the same bytes.</summary>
public static class LibroDeTablas
{
    /// <summary>Writes it.</summary>
    /// <param name="destino">Left open; need not be seekable.</param>
    /// <param name="datos">First sheet.</param>
    /// <param name="ayuda">Second sheet; no header of it may be one of the first.</param>
    /// <exception cref="InvalidDataException">MiniExcel wrote something that is not known.</exception>
    public static void Escribir(Stream destino, TablaDeLibro datos, TablaDeLibro ayuda)
    {
        var marco = MarcoDeLibro.De(datos.Columnas, ayuda.Columnas);
        Empacador.Empacar(destino, marco.Estilos, [Hoja(marco.Datos, datos), Hoja(marco.Notas, ayuda)]);
    }

    private static HojaPorEmpacar Hoja(MarcoDeHoja marco, TablaDeLibro tabla) =>
        HojaPorEmpacar.Escribir(
            marco,
            tabla.Nombre,
            new MemoryStream(),
            hoja =>
            {
                LibroXlsx.Encabezar(hoja, tabla.Columnas);
                foreach (var fila in tabla.Filas)
                {
                    hoja.AbrirFila();
                    for (var i = 0; i < fila.Length; i++)
                        LibroXlsx.Celda(hoja, i, fila[i]);
                    hoja.CerrarFila();
                }
            },
            conFiltro: false
        );
}
