using System.Runtime.InteropServices;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>A row as the index takes it.</summary>
internal readonly record struct FilaDeIndice(
    int Contratista,
    int? Contratante,
    int? FechaInicio,
    int? FechaFin,
    int? FechaPresentacion,
    int? Cantidad,
    int Rasgos,
    string? FolioContrato,
    string? FolioInformativa,
    string? Servicio
)
{
    public static FilaDeIndice De(RenglonFila fila) =>
        new(
            fila.Contratista,
            fila.Contratante,
            fila.FechaInicio,
            fila.FechaFin,
            fila.FechaPresentacion,
            fila.PersonasTrabajadoras,
            Indice.Rasgos.De((fila.Banderas & Banderas.Contrato) != 0, fila.TipoInformativa, fila.Inconsistencias, fila.Observaciones),
            fila.FolioContrato,
            fila.FolioInformativa,
            fila.Servicio
        );

    public static FilaDeIndice De(InformativaFila fila) =>
        new(
            fila.Contratista,
            null,
            null,
            null,
            fila.FechaPresentacion,
            fila.Contratos,
            Indice.Rasgos.De(fila.Contratos > 0, fila.Tipo, fila.Inconsistencias, fila.Observaciones),
            null,
            fila.Folio,
            null
        );
}

/// <summary>Rows that a publication adds to a listado and those it closes, to be written after what the index has of it.</summary>
internal sealed class TramoNuevo : IDisposable
{
    private readonly Tramo? anterior;
    private readonly bool deContratos;
    private readonly string temporal;
    private readonly Aparte<FilaDeIndice> aparte;
    private readonly ListaLarga<int> contratista;
    private readonly ListaLarga<int> contratante;
    private readonly ListaLarga<int> inicio;
    private readonly ListaLarga<int> fin;
    private readonly ListaLarga<int> presentacion;
    private readonly ListaLarga<int> cantidad;
    private readonly ListaLarga<int> rasgos;
    private readonly ListaLarga<ulong> folioContrato;
    private readonly ListaLarga<ulong> folioInformativa;
    private readonly PalabrasNuevas servicios;
    private readonly List<(int Fila, int Hasta)> muertas = [];
    private readonly List<(int Fila, int Desde)> llegadas = [];
    private bool contratosInexactos;
    private bool informativasInexactas;

    /// <param name="anterior">What the index has; null when nothing.</param>
    /// <param name="deContratos">Whether it is of lines, or of informativas: these have neither contratante nor service nor term.</param>
    /// <param name="temporal">Folder for what does not fit in memory.</param>
    public TramoNuevo(Tramo? anterior, bool deContratos, string temporal)
    {
        (this.anterior, this.deContratos, this.temporal) = (anterior, deContratos, temporal);
        (contratista, contratante, inicio, fin) = (new(temporal), new(temporal), new(temporal), new(temporal));
        (presentacion, cantidad, rasgos) = (new(temporal), new(temporal), new(temporal));
        (folioContrato, folioInformativa, servicios) = (new(temporal), new(temporal), new(temporal));
        contratosInexactos = anterior?.FoliosInexactos(Seccion.FolioContrato) ?? false;
        informativasInexactas = anterior?.FoliosInexactos(Seccion.FolioInformativa) ?? false;
        Siguiente = anterior?.Filas ?? 0;
        aparte = new(Agregar);
    }

    /// <summary>The place of the next row.</summary>
    public int Siguiente { get; private set; }

    /// <summary>How many rows came.</summary>
    public int Nuevas => Siguiente - (anterior?.Filas ?? 0);

    public void Agregar(in FilaDeIndice fila, int desde)
    {
        if (llegadas.Count == 0 || llegadas[^1].Desde != desde)
            llegadas.Add((Siguiente, desde));
        Siguiente++;
        aparte.Agregar(fila);
    }

    /// <summary>A row leaves in that publication.</summary>
    public void Cerrar(int fila, int hasta) => muertas.Add((fila, hasta));

    public (long Bytes, long Huella) Escribir(string ruta, PartesNuevas partes)
    {
        aparte.Esperar();
        using var salida = new EscritorDeMapa(ruta);
        salida.Escribir<int>(Seccion.Datos, [contratosInexactos ? 1 : 0, informativasInexactas ? 1 : 0]);
        EscribirPartes(
            salida,
            contratista,
            partes,
            Seccion.Contratista,
            (Seccion.Contratistas, Seccion.ContratistasDesde, Seccion.PorContratista, Seccion.ContratistasPorNombre)
        );
        EscribirRasgos(salida);
        EscribirColumna(salida, presentacion, Seccion.FechaPresentacion, Seccion.PorFechaPresentacion);
        EscribirColumna(salida, cantidad, Seccion.Cantidad, Seccion.PorCantidad);
        EscribirFolios(salida, folioInformativa, Seccion.FolioInformativa, Seccion.PorFolioInformativa);
        if (deContratos)
        {
            EscribirPartes(
                salida,
                contratante,
                partes,
                Seccion.Contratante,
                (Seccion.Contratantes, Seccion.ContratantesDesde, Seccion.PorContratante, Seccion.ContratantesPorNombre)
            );
            EscribirColumna(salida, inicio, Seccion.FechaInicio, Seccion.PorFechaInicio);
            EscribirColumna(salida, fin, Seccion.FechaFin, Seccion.PorFechaFin);
            EscribirFolios(salida, folioContrato, Seccion.FolioContrato, Seccion.PorFolioContrato);
            EscribirServicios(salida);
        }
        EscribirTiempos(salida);
        return salida.Terminar();
    }

    public void Dispose()
    {
        aparte.Abandonar();
        foreach (var columna in new[] { contratista, contratante, inicio, fin, presentacion, cantidad, rasgos })
            columna.Dispose();
        folioContrato.Dispose();
        folioInformativa.Dispose();
        servicios.Dispose();
    }

    private void Agregar(FilaDeIndice fila)
    {
        contratista.Agregar(fila.Contratista);
        presentacion.Agregar(ConNulo(fila.FechaPresentacion));
        cantidad.Agregar(ConNulo(fila.Cantidad));
        rasgos.Agregar(fila.Rasgos);
        folioInformativa.Agregar(Folio(fila.FolioInformativa, ref informativasInexactas));
        if (!deContratos)
            return;
        contratante.Agregar(fila.Contratante ?? 0);
        inicio.Agregar(ConNulo(fila.FechaInicio));
        fin.Agregar(ConNulo(fila.FechaFin));
        folioContrato.Agregar(Folio(fila.FolioContrato, ref contratosInexactos));
        servicios.Agregar(fila.Servicio);
    }

    private void EscribirPartes(
        EscritorDeMapa salida,
        ListaLarga<int> columna,
        PartesNuevas partes,
        Seccion seccion,
        (Seccion Partes, Seccion Desde, Seccion Filas, Seccion PorNombre) lugares
    )
    {
        salida.Escribir(seccion, Previos<int>(seccion), columna.Leer());
        var todas = salida.Leer<int>(seccion);
        var filas = salida.Radix.Ordenar(todas);
        salida.Escribir(lugares.Filas, filas);
        using var distintas = new ListaLarga<int>(temporal);
        using var desde = new ListaLarga<int>(temporal);
        for (var i = 0; i < filas.Length; i++)
        {
            if (i > 0 && todas[filas[i]] == todas[filas[i - 1]])
                continue;
            distintas.Agregar(todas[filas[i]]);
            desde.Agregar(i);
        }
        desde.Agregar(filas.Length);
        salida.Escribir(lugares.Partes, distintas.Leer());
        salida.Escribir(lugares.Desde, desde.Leer());
        salida.Escribir<int>(lugares.PorNombre, partes.PorNombre(distintas.Leer(), salida.Radix));
    }

    private void EscribirRasgos(EscritorDeMapa salida)
    {
        salida.Escribir(Seccion.Rasgos, Previos<int>(Seccion.Rasgos), rasgos.Leer());
        var veces = new Dictionary<int, int>();
        foreach (var suyos in salida.Leer<int>(Seccion.Rasgos))
            CollectionsMarshal.GetValueRefOrAddDefault(veces, suyos, out _)++;
        var distintos = veces.Keys.Order().ToArray();
        salida.Escribir<int>(Seccion.RasgosDistintos, distintos);
        salida.Escribir<int>(Seccion.RasgosVeces, Array.ConvertAll(distintos, suyos => veces[suyos]));
    }

    private void EscribirColumna(EscritorDeMapa salida, ListaLarga<int> columna, Seccion seccion, Seccion orden)
    {
        salida.Escribir(seccion, Previos<int>(seccion), columna.Leer());
        salida.Escribir(orden, salida.Radix.Ordenar(salida.Leer<int>(seccion)));
    }

    private void EscribirFolios(EscritorDeMapa salida, ListaLarga<ulong> columna, Seccion seccion, Seccion orden)
    {
        salida.Escribir(seccion, Previos<ulong>(seccion), columna.Leer());
        salida.Escribir(orden, salida.Radix.Ordenar(salida.Leer<ulong>(seccion)));
    }

    private void EscribirServicios(EscritorDeMapa salida)
    {
        var ya = Previos<int>(Seccion.Muertas).ToArray();
        var ahora = muertas.Select(muerta => muerta.Fila).ToHashSet();
        servicios.Escribir(salida, anterior?.Servicios, fila => !ahora.Contains(fila) && Array.BinarySearch(ya, fila) < 0);
    }

    private void EscribirTiempos(EscritorDeMapa salida)
    {
        var previas = Previos<int>(Seccion.Muertas);
        var previasHasta = Previos<int>(Seccion.MuertasHasta);
        var todas = new List<(int Fila, int Hasta)>(previas.Length + muertas.Count);
        for (var i = 0; i < previas.Length; i++)
            todas.Add((previas[i], previasHasta[i]));
        todas.AddRange(muertas);
        todas.Sort();
        salida.Escribir<int>(Seccion.Muertas, todas.Select(muerta => muerta.Fila).ToArray());
        salida.Escribir<int>(Seccion.MuertasHasta, todas.Select(muerta => muerta.Hasta).ToArray());
        salida.Escribir(Seccion.Llegadas, Previos<int>(Seccion.Llegadas), llegadas.Select(llegada => llegada.Fila).ToArray());
        salida.Escribir(Seccion.LlegadasDesde, Previos<int>(Seccion.LlegadasDesde), llegadas.Select(llegada => llegada.Desde).ToArray());
    }

    private ReadOnlySpan<T> Previos<T>(Seccion seccion)
        where T : unmanaged => anterior is null ? [] : anterior.Mapa.Leer<T>(seccion);

    private static ulong Folio(string? folio, ref bool inexactos)
    {
        if (folio is null)
            return 0;
        var clave = ClaveDeFolio.De(folio, out var entera);
        inexactos |= !entera;
        return clave;
    }

    private static int ConNulo(int? valor) => valor is { } uno ? Math.Min(uno, int.MaxValue - 1) + 1 : 0;
}
