using System.CommandLine;
using System.Text;
using Icsoe.Benchmarks.Archivos;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Http;
using Icsoe.Benchmarks.Meses;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Sellado;
using MiniExcelLibs;

namespace Icsoe.Benchmarks.Comandos;

/// <summary><c>medir</c>: one thing alone in its own process, for the other orders to time. Nobody else needs it.</summary>
internal static class OrdenMedir
{
    private static readonly Listado Listado = new(Periodo.De(2026, 1), Lista.Publico);

    public static Command Crear()
    {
        var orden = new Command("medir", "Una sola cosa en su propio proceso; la usan escala, consultas y meses.") { Hidden = true };
        orden.Add(Modo("leer", ["LIBRO"], rutas => Leer(rutas[0])));
        orden.Add(
            Modo(
                "escribir",
                ["TSV", "LIBRO"],
                rutas => Console.WriteLine(RenglonesDeTsv.EscribirLibro(Listado, rutas[0], rutas[1], CancellationToken.None))
            )
        );
        orden.Add(Modo("cargar", ["TSV", "DIRECTORIO"], rutas => Cargar(rutas[0], rutas[1])));
        orden.Add(
            Modo("importar", ["LIBRO", "DIRECTORIO", "PUBLICACION"], rutas => AlmacenesDeMeses.Importar([rutas[0]], rutas[1], rutas[2]))
        );
        orden.Add(Modo("bytes", ["TSV"], rutas => Console.WriteLine(BytesDeCsv(rutas[0]))));
        foreach (var formato in (string[])["csv", "ndjson"])
            orden.Add(Modo(formato, ["ALMACEN", "ARCHIVO"], rutas => UnFormato.Texto(formato, rutas[0], rutas[1])));
        orden.Add(Modo("parquet", ["ALMACEN", "ARCHIVO"], rutas => UnFormato.Parquet(rutas[0], rutas[1])));
        orden.Add(Modo("duckdb", ["CSV", "ARCHIVO"], rutas => UnFormato.ConDuckDb(rutas[0], rutas[1])));
        orden.Add(Modo("todos", ["ALMACEN", "DIRECTORIO"], rutas => UnFormato.Todos(rutas[0], rutas[1])));
        orden.Add(Modo("servir", ["DIRECTORIO"], rutas => ServidorDeReferencia.Servir(rutas[0])));
        return orden;
    }

    private static Command Modo(string nombre, IReadOnlyList<string> rutas, Action<string[]> cuerpo)
    {
        var argumentos = new Argument<string[]>(string.Join(' ', rutas)) { Arity = ArgumentArity.OneOrMore };
        var modo = new Command(nombre) { argumentos };
        modo.SetAction((valores, _) => Opciones.GuardadaAsync(() => cuerpo(valores.GetValue(argumentos)!)));
        return modo;
    }

    /// <summary>The bare read that the doors are compared with: MiniExcel, every cell of every sheet's rows, and nothing done with them.</summary>
    private static void Leer(string libro)
    {
        using var lector = MiniExcel.GetReader(libro);
        long celdas = 0;
        while (lector.Read())
        {
            for (var i = 0; i < lector.FieldCount; i++)
                celdas += lector.GetValue(i) is null ? 0 : 1;
        }
        Console.WriteLine(celdas);
    }

    private static void Cargar(string tsv, string directorio)
    {
        using var escritor = EscritorPublico.Abrir(directorio);
        Totales totales;
        using (var escritura = escritor.Escribir(Listado))
        {
            // On another core a little ahead, as both doors read.
            foreach (var renglon in new RenglonesDeTsv(Listado).Leer(tsv).Adelantado(Pesos.De, CancellationToken.None))
                escritura.Agregar(renglon);
            totales = escritura.Terminar();
        }
        escritor.Sellar(
            IdPublicacion.Parse("2026-06"),
            new DateTimeOffset(2026, 6, 4, 12, 0, 0, TimeSpan.Zero),
            null,
            Puerta.Espejo,
            new Programa("0.0.0", null),
            [new ListadoPorSellar(Listado, Puerta.Espejo, totales, null, [])]
        );
        Console.WriteLine(totales.Renglones);
    }

    /// <summary>Size of the CSV of design section 8 for the rows of a TSV, without writing it.</summary>
    private static long BytesDeCsv(string tsv)
    {
        // CRLF, seventeen commas, the name of the list, cuatrimestre and ejercicio.
        const int Fijos = 2 + 17 + 7 + 1 + 4;
        long bytes = 0;
        foreach (var renglon in new RenglonesDeTsv(Listado).Leer(tsv))
        {
            bytes += Fijos;
            bytes += Campo(renglon.Contratista.Nombre) + Tipo(renglon.Contratista) + Campo(renglon.Contratista.Clave);
            bytes += Campo(renglon.TipoInformativa?.Valor()) + Campo(renglon.FolioInformativa) + 10;
            if (renglon.Contrato is not { } contrato)
                continue;
            bytes += Campo(contrato.Contratante.Nombre) + Tipo(contrato.Contratante) + Campo(contrato.Contratante.Clave);
            bytes += Campo(contrato.Folio) + Campo(contrato.Servicio) + Campo(contrato.PersonasTrabajadoras?.ToString());
            bytes += (contrato.FechaInicio is null ? 0 : 10) + (contrato.FechaFin is null ? 0 : 10);
        }
        return bytes;
    }

    private static int Tipo(PartePublica parte) => Campo(parte.TipoPersona?.Valor());

    private static int Campo(string? texto)
    {
        if (texto is null)
            return 0;
        var bytes = Encoding.UTF8.GetByteCount(texto);
        return texto.AsSpan().IndexOfAny("\",\r\n") < 0 ? bytes : bytes + 2 + texto.Count(letra => letra == '"');
    }
}
