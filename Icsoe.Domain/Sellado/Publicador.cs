using System.Buffers.Binary;
using System.Text;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Almacen.Recepcion;
using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Sellado;

/// <summary>Institute door: judges what was received, and seals both lists of each periodo, all or nothing (design, section 5).</summary>
public static class Publicador
{
    /// <summary>Seals the filings up to a corte.</summary>
    /// <param name="id">Id to seal with; null for the clock's month with its next free suffix, and then only if something changed.</param>
    /// <param name="corte">Last day whose filings count, before the publication's month; null for the last day before it.</param>
    /// <param name="periodos">Which to judge; empty for every one with filings that no sealing has considered.</param>
    /// <exception cref="OrdenRechazadaException">The order cannot be carried out; nothing changed.</exception>
    public static Resultado Publicar(
        IdPublicacion? id,
        DateOnly? corte,
        IReadOnlyList<Periodo> periodos,
        Entorno entorno,
        CancellationToken ct
    )
    {
        using var candado = Candado.Tomar(entorno.Carpetas);
        using var escritor = entorno.AbrirEscritor();
        using var recepcion = AlmacenRecepcion.Abrir(entorno.Carpetas.Recepcion);
        var elegido = entorno.ElegirId(id, escritor.Vigente);
        var hasta = ElegirCorte(corte, elegido, escritor.Publicaciones);
        var porJuzgar = periodos.Count > 0 ? [.. periodos.Distinct().Order()] : recepcion.Pendientes(hasta);
        var estados = escritor.Listados().ToDictionary(estado => estado.Listado);
        foreach (var periodo in porJuzgar)
            ComprobarPuerta(periodo, estados);

        var cambiados = new List<ListadoPorSellar>();
        var listos = new List<ArchivoListo>();
        var freno = new Freno(entorno.Forzar);
        var retirados = new Retirados(escritor);
        var medidas = new List<Medida>();
        try
        {
            foreach (var periodo in porJuzgar)
                cambiados.AddRange(Juzgar(periodo, hasta, estados, escritor, recepcion, listos, freno, retirados, medidas, entorno, ct));
        }
        catch
        {
            escritor.Descartar();
            throw;
        }
        Publicacion? publicacion = null;
        if (cambiados.Count > 0 || id is not null)
            publicacion = Sellador.Sellar(
                escritor,
                elegido,
                hasta,
                Puerta.Instituto,
                cambiados,
                listos,
                new Calidad(freno.Forzada, medidas),
                entorno,
                ct
            );
        else
            escritor.Descartar();
        recepcion.MarcarSellados(porJuzgar, hasta);
        return new Resultado
        {
            Orden = "publicar",
            Publicacion = publicacion,
            Listados = [.. cambiados.Select(cambiado => cambiado.Listado)],
            Renglones = cambiados.Sum(cambiado => cambiado.Totales.Renglones),
            SinCambios = publicacion is null,
        };
    }

    /// <summary>Before the publication's month, and never before an earlier publication's: what that one counted cannot be uncounted.</summary>
    private static DateOnly ElegirCorte(DateOnly? corte, IdPublicacion id, IReadOnlyList<Publicacion> publicaciones)
    {
        var elegido = corte ?? id.PrimerDia.AddDays(-1);
        if (elegido >= id.PrimerDia)
            throw new OrdenRechazadaException(
                $"El corte {elegido:yyyy-MM-dd} debe ser anterior al mes de la publicación {id}: a más tardar {id.PrimerDia.AddDays(-1):yyyy-MM-dd}."
            );
        if (publicaciones.LastOrDefault(publicacion => publicacion.Corte > elegido) is { } posterior)
            throw new OrdenRechazadaException(
                $"El corte {elegido:yyyy-MM-dd} es anterior al de la publicación {posterior.Id}, {posterior.Corte:yyyy-MM-dd}: lo ya contado no se descuenta. Da ese día o uno posterior."
            );
        return elegido;
    }

    private static void ComprobarPuerta(Periodo periodo, Dictionary<Listado, EstadoListado> estados)
    {
        if (estados.TryGetValue(new Listado(periodo, Lista.Publico), out var estado) && estado.Puerta != Puerta.Instituto)
            throw new OrdenRechazadaException(
                $"El periodo {periodo} entró por libros del IMSS (puerta espejo) y conserva esa puerta. Actualízalo con importar {estado.Listado.Nombre}.xlsx."
            );
    }

    private static List<ListadoPorSellar> Juzgar(
        Periodo periodo,
        DateOnly corte,
        Dictionary<Listado, EstadoListado> estados,
        EscritorPublico escritor,
        AlmacenRecepcion recepcion,
        List<ArchivoListo> listos,
        Freno freno,
        Retirados retirados,
        List<Medida> medidas,
        Entorno entorno,
        CancellationToken ct
    )
    {
        entorno.Avance($"{periodo}: juzgando las informativas presentadas hasta el {corte:yyyy-MM-dd}");
        using var publicos = Registros.DeRenglones(entorno.Carpetas);
        using var inconsistentes = Registros.DeRenglones(entorno.Carpetas);
        Acomodo<RenglonPublico> De(Lista lista) => lista == Lista.Publico ? publicos : inconsistentes;
        var recibidas = Clasificar(periodo, corte, De, recepcion, retirados, medidas, entorno, ct);
        if (recibidas == 0 && !estados.ContainsKey(new Listado(periodo, Lista.Publico)))
            throw new OrdenRechazadaException(
                $"No hay informativas recibidas del periodo {periodo}. Recíbelas antes con importar ARCHIVO.ndjson."
            );
        var cambiados = new List<ListadoPorSellar>();
        foreach (var lista in Enum.GetValues<Lista>())
        {
            var listado = new Listado(periodo, lista);
            var (totales, listo) = Escribir(listado, De(lista), escritor, entorno, ct);
            if (totales.Cambios == 0 && estados.ContainsKey(listado))
                continue;
            freno.Comprobar(listado, estados.GetValueOrDefault(listado)?.Renglones ?? 0, totales.Renglones);
            entorno.Avance($"{listado}: {totales.Renglones:N0} renglones");
            listos.Add(listo);
            cambiados.Add(new ListadoPorSellar(listado, Puerta.Instituto, totales, null, [listo.Archivo]));
        }
        return cambiados;
    }

    /// <summary>
    /// Rows into the store and into the XLSX at the same time, a core each. A file that turns out to change nothing stays in tmp/ and goes with it.
    /// </summary>
    private static (Totales Totales, ArchivoListo Xlsx) Escribir(
        Listado listado,
        Acomodo<RenglonPublico> acomodo,
        EscritorPublico escritor,
        Entorno entorno,
        CancellationToken ct
    )
    {
        acomodo.Cerrar();
        using var alto = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var xlsx = Task.Run(() => LibroPropio.Escribir(listado, acomodo.Leer(), entorno, alto.Token), CancellationToken.None);
        try
        {
            using var escritura = escritor.Escribir(listado);
            escritura.Esperar(acomodo.Cuantos);
            foreach (var renglon in acomodo.Leer())
            {
                ct.ThrowIfCancellationRequested();
                escritura.Agregar(renglon);
            }
            var totales = escritura.Terminar();
            return (totales, xlsx.GetAwaiter().GetResult());
        }
        finally
        {
            alto.Cancel();
            // Its file lies in tmp/, which is about to go: wait for whoever still writes it.
            _ = Task.WhenAny(xlsx).GetAwaiter().GetResult();
        }
    }

    /// <summary>Every listed row, each list's put in the order of its file: folio de informativa, folio de contrato, place.</summary>
    private static int Clasificar(
        Periodo periodo,
        DateOnly corte,
        Func<Lista, Acomodo<RenglonPublico>> acomodos,
        AlmacenRecepcion recepcion,
        Retirados retirados,
        List<Medida> medidas,
        Entorno entorno,
        CancellationToken ct
    )
    {
        var clasificador = new Clasificador(new Juez(entorno.FueraDelPeriodo));
        int recibidas = 0,
            ignoradas = 0,
            excedidos = 0;
        // Judging on one core, masking and putting in order on the other: they take about the same.
        var clasificados = recepcion
            .Expedientes(periodo)
            .Select(expediente => (expediente.Count, Clasificado: clasificador.Clasificar(expediente, corte)));
        foreach (var (presentadas, clasificado) in clasificados.Adelantado(par => Pesos.De(par.Clasificado), ct))
        {
            ct.ThrowIfCancellationRequested();
            recibidas += presentadas;
            ignoradas += clasificado.ReferenciasIgnoradas.Count;
            excedidos += clasificado.ExcedeComplementarias ? 1 : 0;
            foreach (var veredicto in clasificado.Veredictos)
            {
                var acomodo = acomodos(veredicto.Lista);
                foreach (
                    var renglon in Proyeccion.Renglones(
                        veredicto.Informativa,
                        veredicto.Lista,
                        veredicto.Inconsistencias,
                        veredicto.Observaciones
                    )
                )
                {
                    if (retirados.Sin(renglon) is { } suyo)
                        acomodo.Agregar(Clave(suyo, acomodo.Cuantos), suyo);
                }
            }
        }
        if (ignoradas > 0)
            entorno.Avance($"{periodo}: {ignoradas:N0} referencias no cuentan (a otro expediente, a sí mismas o a una posterior)");
        if (excedidos > 0)
            entorno.Avance($"{periodo}: {excedidos:N0} expedientes pasan de {Clasificado.MaximoDeComplementarias} complementarias");
        // Without examples: these filings need not be listed, and then nobody may know of them.
        medidas.Add(new Medida(Comprobacion.ReferenciaIgnorada, periodo, null, ignoradas, []));
        medidas.Add(new Medida(Comprobacion.ComplementariasDeMas, periodo, null, excedidos, []));
        return recibidas;
    }

    private static byte[] Clave(RenglonPublico renglon, int lugar)
    {
        var (informativa, contrato) = (renglon.FolioInformativa ?? "", renglon.Contrato?.Folio ?? "");
        var largo = Encoding.UTF8.GetByteCount(informativa);
        // A zero between them, lower than any character: A1 comes before A10 whatever follows.
        var clave = new byte[largo + Encoding.UTF8.GetByteCount(contrato) + 6];
        Encoding.UTF8.GetBytes(informativa, clave);
        Encoding.UTF8.GetBytes(contrato, clave.AsSpan(largo + 1));
        BinaryPrimitives.WriteInt32BigEndian(clave.AsSpan(clave.Length - 4), lugar);
        return clave;
    }
}
