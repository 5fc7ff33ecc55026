using Icsoe.Domain.Almacen.Recepcion;
using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Sellado;

/// <summary>A finding with its place in what was validated.</summary>
/// <param name="Linea">1-based line, or row of the sheet.</param>
/// <param name="Campo">JSON path, or header of the column.</param>
/// <param name="Observacion">Whether it only notes, without moving anything.</param>
public sealed record HallazgoConLugar(string Archivo, int Linea, string Campo, Hallazgo Hallazgo, bool Observacion)
{
    /// <summary><c>archivo:línea: campo: CODIGO motivo</c>.</summary>
    public override string ToString() => $"{Archivo}:{Linea}: {Campo}: {Hallazgo.Codigo.Valor()} {Motivo}";

    private string Motivo =>
        (Observacion ? "(observación) " : "")
        + Hallazgo.Texto
        + Hallazgo.Motivo switch
        {
            MotivoFechaInicio.Ausente => " Falta la fecha de inicio.",
            MotivoFechaInicio.Ilegible => " No es una fecha que se pueda leer.",
            MotivoFechaInicio.PosteriorAlFin => " Es posterior a la fecha fin.",
            MotivoFechaInicio.FueraDelPeriodo => " No cae en el cuatrimestre que se informa.",
            _ => "",
        }
        + (
            Hallazgo is { Declarados: { } declarados, Presentados: { } presentados }
                ? $" Declaró {declarados} y presentó {presentados}."
                : ""
        )
        + (Hallazgo.Relacionadas.Count > 0 ? $" También: {string.Join(", ", Hallazgo.Relacionadas)}." : "")
        + (Hallazgo.ConfianzaBaja ? " Solo se comparó el nombre, y hay homónimos." : "");
}

/// <summary>What a validation found.</summary>
/// <param name="Publicas">Informativas that would be listed as public.</param>
/// <param name="Inconsistentes">Informativas that would be listed as inconsistent.</param>
public sealed record Validacion(Resultado Resultado, int Publicas, int Inconsistentes);

/// <summary>The same rules as sealing, over files alone; nothing is stored.</summary>
public static class Validador
{
    /// <summary>Judges files as if they were all that was filed, and tells each finding as it goes.</summary>
    /// <exception cref="LecturaException">A file is refused whole.</exception>
    public static Validacion Validar(
        IReadOnlyList<string> archivos,
        IReadOnlyList<LibroPorImportar> libros,
        Entorno entorno,
        Action<HallazgoConLugar> alHallar,
        CancellationToken ct
    )
    {
        var recibidas = new List<Leida>();
        var vistas = new Dictionary<string, string>(StringComparer.Ordinal);
        var admision = new Admision(entorno, []);
        var rechazados = 0;
        foreach (var archivo in archivos)
        {
            var nombre = Path.GetFileName(archivo);
            foreach (var linea in ArchivoDeInformativas.Leer(archivo, entorno.Limites, ct))
            {
                var rechazo = Admision.Juntar(linea.Rechazos);
                if (linea.Informativa is { } informativa)
                {
                    // As when receiving: the same line twice is one, and a folio never says two things.
                    var huella = Convert.ToHexString(PorRecibir.De(informativa).Huella);
                    rechazo = admision.Rechazar(nombre, linea.Linea, informativa);
                    if (rechazo is null && vistas.TryAdd(informativa.Folio!, huella))
                        recibidas.Add(new Leida(nombre, linea.Linea, informativa, linea.FilasDeContratos));
                    else if (rechazo is null && vistas[informativa.Folio!] != huella)
                        rechazo = Admision.ConOtroContenido(nombre, linea.Linea, informativa.Folio!);
                }
                foreach (var advertencia in linea.Advertencias)
                    entorno.Avance($"aviso: {advertencia}");
                if (rechazo is null)
                    continue;
                entorno.AlRechazar(rechazo);
                rechazados++;
            }
        }
        var (publicas, inconsistentes, renglones) = Juzgar(recibidas, entorno, alHallar, ct);
        foreach (var libro in libros)
        {
            var (filas, informativas) = Validar(libro, entorno, alHallar, ct);
            renglones += filas;
            _ = libro.Listado.Lista == Lista.Publico ? publicas += informativas : inconsistentes += informativas;
        }
        var resultado = new Resultado
        {
            Orden = "validar",
            Listados = [.. libros.Select(libro => libro.Listado)],
            Recibidas = recibidas.Count,
            Renglones = renglones,
            Rechazados = rechazados,
        };
        return new Validacion(resultado, publicas, inconsistentes);
    }

    private static (int Publicas, int Inconsistentes, int Renglones) Juzgar(
        List<Leida> recibidas,
        Entorno entorno,
        Action<HallazgoConLugar> alHallar,
        CancellationToken ct
    )
    {
        var clasificador = new Clasificador(new Juez(entorno.FueraDelPeriodo));
        var lugares = recibidas.GroupBy(r => r.Informativa.Folio).ToDictionary(g => g.Key!, g => g.Single(), StringComparer.Ordinal);
        int publicas = 0,
            inconsistentes = 0,
            renglones = 0;
        var hallazgos = new List<(int Orden, HallazgoConLugar Hallazgo)>();
        foreach (var expediente in recibidas.GroupBy(r => (r.Informativa.Periodo, r.Informativa.ClaveDeExpediente)))
        {
            ct.ThrowIfCancellationRequested();
            foreach (var veredicto in clasificador.Clasificar([.. expediente.Select(r => r.Informativa)], DateOnly.MaxValue).Veredictos)
            {
                var informativa = veredicto.Informativa;
                var leida = lugares[informativa.Folio!];
                _ = veredicto.Lista == Lista.Publico ? publicas++ : inconsistentes++;
                renglones += Math.Max(1, informativa.Contratos.Count);
                foreach (var (hallazgo, observacion) in Todos(veredicto.Inconsistencias, veredicto.Observaciones))
                {
                    var (linea, campo) = Lugar(hallazgo, informativa, leida);
                    hallazgos.Add((leida.Linea, new HallazgoConLugar(leida.Archivo, linea, campo, hallazgo, observacion)));
                }
            }
        }
        foreach (var (_, hallazgo) in hallazgos.OrderBy(h => h.Hallazgo.Archivo, StringComparer.Ordinal).ThenBy(h => h.Orden))
            alHallar(hallazgo);
        return (publicas, inconsistentes, renglones);
    }

    private static (int Renglones, int Informativas) Validar(
        LibroPorImportar libro,
        Entorno entorno,
        Action<HallazgoConLugar> alHallar,
        CancellationToken ct
    )
    {
        var nombre = Path.GetFileName(libro.Ruta);
        var temporal = entorno with { Carpetas = Carpetas.De(Path.Combine(Path.GetTempPath(), $"icsoe-{Guid.NewGuid():N}")) };
        try
        {
            using var abierto = new LibroAbierto(libro.Ruta, temporal.Limites, ct);
            using var espejo = new Espejo(libro.Listado, abierto, temporal, ct);
            int renglones = 0,
                informativas = 0;
            (string?, string?) anterior = default;
            foreach (var (fila, renglon) in espejo.Anotados())
            {
                var suya = (fila.FolioInformativa, renglon.Contratista.Clave);
                var primera = renglones++ == 0 || suya != anterior;
                anterior = suya;
                informativas += primera ? 1 : 0;
                // What the list itself says is IMSS's word; ours are the observaciones.
                foreach (var hallazgo in renglon.Observaciones)
                {
                    // A row carries every finding of its informativa: each is told once, at its own contract.
                    if ((hallazgo.Contrato is { } contrato && contrato == fila.Contrato?.Folio) || (hallazgo.Contrato is null && primera))
                        alHallar(new HallazgoConLugar(nombre, fila.Fila, Columna(hallazgo), hallazgo, Observacion: true));
                }
            }
            return (renglones, informativas);
        }
        finally
        {
            if (Directory.Exists(temporal.Carpetas.Datos))
                Directory.Delete(temporal.Carpetas.Datos, recursive: true);
        }
    }

    private static IEnumerable<(Hallazgo, bool Observacion)> Todos(
        IReadOnlyList<Hallazgo> inconsistencias,
        IReadOnlyList<Hallazgo> observaciones
    ) => inconsistencias.Select(hallazgo => (hallazgo, false)).Concat(observaciones.Select(hallazgo => (hallazgo, true)));

    /// <summary>The line and JSON path of a finding; in a flat table, the row of its contract and the column.</summary>
    private static (int Linea, string Campo) Lugar(Hallazgo hallazgo, Informativa informativa, Leida leida)
    {
        var esDeContrato = hallazgo.Alcance == Alcance.Contrato;
        var propio = hallazgo.Codigo switch
        {
            Codigo.ServicioNulo => "servicio",
            Codigo.MismoContratante => "contratante",
            Codigo.FechaInicio => "fecha_inicio",
            Codigo.SinTrabajadores => "personas_trabajadoras",
            Codigo.SinContratos => "contratos",
            Codigo.ConteoContratos => "contratos_declarados",
            _ => "folio",
        };
        var lugar = esDeContrato ? informativa.Contratos.TakeWhile(contrato => contrato.Folio != hallazgo.Contrato).Count() : -1;
        if (leida.FilasDeContratos is not { } filas)
            return (leida.Linea, esDeContrato ? $"contratos[{lugar}].{propio}" : propio);
        // An actualización brings contracts of other rows than those of the filing it overlays.
        var fila = esDeContrato && lugar < filas.Count ? filas[lugar] : leida.Linea;
        return (
            fila,
            propio switch
            {
                "contratante" => "contratante_nombre",
                "contratos" => "contrato_folio",
                "folio" when esDeContrato => "contrato_folio",
                _ => propio,
            }
        );
    }

    /// <summary>An informativa with its place.</summary>
    private sealed record Leida(string Archivo, int Linea, Informativa Informativa, IReadOnlyList<int>? FilasDeContratos);

    private static string Columna(Hallazgo hallazgo) =>
        hallazgo.Codigo switch
        {
            Codigo.ServicioNulo => "Servicio u obra especializada contratada",
            Codigo.MismoContratante => "Nombre, denominación o razón social del contratante",
            Codigo.FechaInicio => "Fecha inicio",
            Codigo.SinTrabajadores => "Número de personas trabajadoras",
            Codigo.SinContratos => "Folio del contrato",
            // «Campo vacío o ilegible: Fecha fin.»: its own column.
            Codigo.CampoNulo => hallazgo.Texto[(hallazgo.Texto.IndexOf(':') + 2)..^1],
            _ => "Folio de la informativa",
        };
}
