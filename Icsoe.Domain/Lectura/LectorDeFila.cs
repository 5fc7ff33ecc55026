using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Lectura;

/// <summary>Makes a <see cref="FilaEspejo"/> of the cells of a row.</summary>
internal sealed class LectorDeFila(string archivo, Listado listado, LimitesDeLectura limites, bool desde1904)
{
    private static readonly Columna[] DeContrato =
    [
        Columna.Contratante,
        Columna.TipoContratante,
        Columna.FolioContrato,
        Columna.Servicio,
        Columna.FechaInicio,
        Columna.FechaFin,
        Columna.Personas,
    ];

    private List<string>? nulos;

    /// <summary>Reads a row.</summary>
    /// <param name="fila">1-based.</param>
    /// <param name="celdas">By <see cref="Columna"/>.</param>
    /// <exception cref="LecturaException">The row says that it is of another periodo.</exception>
    public FilaEspejo Leer(int fila, object?[] celdas)
    {
        nulos = null;
        RevisarPeriodo(fila, Columna.Cuatrimestre, Celda.Cuatrimestre(celdas[(int)Columna.Cuatrimestre]), listado.Periodo.Cuatrimestre);
        RevisarPeriodo(fila, Columna.Ejercicio, Celda.Ejercicio(celdas[(int)Columna.Ejercicio]), listado.Periodo.Ejercicio);
        var contratista = Parte(celdas, Columna.Contratista, Columna.TipoContratista);
        var hayContrato = Array.Exists(DeContrato, c => !Celda.EstaVacia(celdas[(int)c]));
        var contrato = hayContrato ? Contrato(celdas) : null;
        var textoDeTipo = Celda.Dato(celdas[(int)Columna.TipoInformativa]);
        var esInconsistente = listado.Lista == Lista.Inconsistente;
        return new FilaEspejo
        {
            Fila = fila,
            Contratista = contratista,
            Contrato = contrato,
            TipoInformativa = Presente(Columna.TipoInformativa, Celda.TipoInformativa(textoDeTipo)),
            TipoInformativaTexto = textoDeTipo,
            FolioInformativa = Presente(Columna.FolioInformativa, Celda.Folio(celdas[(int)Columna.FolioInformativa])),
            FechaPresentacion = Presente(Columna.FechaPresentacion, Fecha(celdas, Columna.FechaPresentacion, anotar: false)),
            Inconsistencia = esInconsistente ? Presente(Columna.Inconsistencia, Celda.Dato(celdas[(int)Columna.Inconsistencia])) : null,
            CamposNulos = nulos ?? (IReadOnlyList<string>)[],
        };
    }

    private Contrato Contrato(object?[] celdas)
    {
        var contratante = Parte(celdas, Columna.Contratante, Columna.TipoContratante);
        var inicio = celdas[(int)Columna.FechaInicio];
        var legible = Celda.TryFecha(inicio, desde1904, out var dia);
        if (!Celda.TryEntero(celdas[(int)Columna.Personas], limites.PersonasPorContrato, out var personas))
            Anotar(Columna.Personas);
        return new Contrato
        {
            Folio = Presente(Columna.FolioContrato, SinCero(Celda.Folio(celdas[(int)Columna.FolioContrato]))),
            Contratante = contratante,
            Servicio = Celda.Dato(celdas[(int)Columna.Servicio]),
            FechaInicio = dia,
            FechaInicioIlegible = legible ? null : Celda.Texto(inicio),
            FechaFin = Fecha(celdas, Columna.FechaFin, anotar: true),
            PersonasTrabajadoras = personas,
        };
    }

    private Parte Parte(object?[] celdas, Columna nombre, Columna tipo) =>
        new(Presente(nombre, SinCero(Celda.Dato(celdas[(int)nombre]))), Presente(tipo, Celda.TipoPersona(celdas[(int)tipo])));

    private DateOnly? Fecha(object?[] celdas, Columna columna, bool anotar)
    {
        if (!Celda.TryFecha(celdas[(int)columna], desde1904, out var dia) && anotar)
            Anotar(columna);
        return dia;
    }

    /// <summary>A 0 where a name or a folio should be is nothing.</summary>
    private static string? SinCero(string? texto) => texto?.Trim() == "0" ? null : texto;

    private T? Presente<T>(Columna columna, T? valor)
    {
        if (valor is null)
            Anotar(columna);
        return valor;
    }

    private void Anotar(Columna columna) => (nulos ??= []).Add(columna.Etiqueta());

    private void RevisarPeriodo(int fila, Columna columna, int? dice, int esperado)
    {
        if (dice is { } valor && valor != esperado)
            throw new LecturaException(
                archivo,
                $"dice {valor}, pero el archivo se lee como {listado} (periodo {listado.Periodo}) y debería decir {esperado}.",
                fila,
                columna.Etiqueta()
            );
    }
}
