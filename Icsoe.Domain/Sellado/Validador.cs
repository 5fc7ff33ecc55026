using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;
using Icsoe.Domain.Validacion;

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
        + (Motivos.Propio(Hallazgo) is { } propio ? $" {propio}" : "")
        + (Hallazgo.Relacionadas.Count > 0 ? $" También: {string.Join(", ", Hallazgo.Relacionadas)}." : "");
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
        using var informativas = new InformativasPorValidar(archivos, entorno);
        informativas.Leer(ct);
        informativas.Juzgar(alHallar, ct);
        var (publicas, inconsistentes, renglones) = (informativas.Publicas, informativas.Inconsistentes, informativas.Renglones);
        foreach (var libro in libros)
        {
            var (filas, delLibro) = Validar(libro, entorno, alHallar, ct);
            renglones += filas;
            _ = libro.Listado.Lista == Lista.Publico ? publicas += delLibro : inconsistentes += delLibro;
        }
        var resultado = new Resultado
        {
            Orden = "validar",
            Listados = [.. libros.Select(libro => libro.Listado)],
            Recibidas = informativas.Recibidas,
            Renglones = renglones,
            Rechazados = informativas.Rechazadas,
        };
        return new Validacion(resultado, publicas, inconsistentes);
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
