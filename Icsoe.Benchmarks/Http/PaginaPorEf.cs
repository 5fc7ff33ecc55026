using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Benchmarks.Http;

/// <summary>The page of contracts as a program that only knew EF Core would make it: one compiled query, objects, a serializer.</summary>
internal static class PaginaPorEf
{
    private static readonly Func<PublicoContext, long, long, int, int, IAsyncEnumerable<Fila>> Consulta = EF.CompileAsyncQuery(
        (PublicoContext contexto, long despuesDe, long hasta, int secuencia, int limite) =>
            (
                from renglon in contexto.Set<RenglonFila>().AsNoTracking()
                join contratista in contexto.Set<ParteFila>() on renglon.Contratista equals contratista.Id
                join contratante in contexto.Set<ParteFila>() on renglon.Contratante equals (int?)contratante.Id into contratantes
                from contratante in contratantes.DefaultIfEmpty()
                join hallazgos in contexto.Set<HallazgosFila>() on renglon.Hallazgos equals (long?)hallazgos.Id into deHallazgos
                from hallazgos in deHallazgos.DefaultIfEmpty()
                where
                    renglon.Clave > despuesDe
                    && renglon.Clave <= hasta
                    && renglon.Desde <= secuencia
                    && renglon.Hasta > secuencia
                    && (renglon.Banderas & Banderas.Contrato) != 0
                orderby renglon.Clave
                select new Fila(
                    renglon.Clave,
                    renglon.Ordinal,
                    renglon.FolioInformativa,
                    renglon.TipoInformativa,
                    renglon.FechaPresentacion,
                    contratista.Nombre,
                    contratista.TipoPersona,
                    renglon.Banderas,
                    renglon.FolioContrato,
                    contratante == null ? null : contratante.Nombre,
                    contratante == null ? null : contratante.TipoPersona,
                    contratista.Clave,
                    contratante == null ? null : contratante.Clave,
                    renglon.Servicio,
                    renglon.FechaInicio,
                    renglon.FechaFin,
                    renglon.PersonasTrabajadoras,
                    hallazgos == null ? null : hallazgos.Contenido
                )
            ).Take(limite)
    );

    public static async Task<Pagina> LeerAsync(
        PublicoContext contexto,
        Listado listado,
        long despuesDe,
        Publicacion publicacion,
        int limite,
        CancellationToken ct
    )
    {
        var contratos = new List<Contrato>(limite);
        long ultima = 0;
        var hayMas = false;
        await foreach (
            var fila in Consulta(contexto, despuesDe, listado.UltimaClave, publicacion.Secuencia, limite + 1).WithCancellation(ct)
        )
        {
            hayMas = contratos.Count == limite;
            if (hayMas)
                break;
            ultima = fila.Clave;
            contratos.Add(Contrato.De(fila, listado));
        }
        return new Pagina(
            contratos,
            hayMas ? ultima.ToString() : null,
            publicacion.Id.ToString(),
            $"/v1/contratos?periodo={listado.Periodo}&lista={listado.Lista.Valor()}&publicacion={publicacion.Id}"
        );
    }

    /// <summary>A row as the query brings it.</summary>
    internal sealed record Fila(
        long Clave,
        int Ordinal,
        string? FolioInformativa,
        int? TipoInformativa,
        int? FechaPresentacion,
        string Contratista,
        int TipoDeContratista,
        int Banderas,
        string? FolioContrato,
        string? Contratante,
        int? TipoDeContratante,
        string? ClaveDeContratista,
        string? ClaveDeContratante,
        string? Servicio,
        int? FechaInicio,
        int? FechaFin,
        int? PersonasTrabajadoras,
        byte[]? Hallazgos
    );

    // The same properties in the same order as the API's own, which are not linked here: what is measured is the program as it ships.
    internal sealed record Pagina(IReadOnlyList<Contrato> Datos, string? Siguiente, string Publicacion, string Permanente);

    internal sealed record Parte(string? Nombre, string? TipoPersona, string? Clave)
    {
        public static Parte De(string? nombre, int? tipo, string? clave) =>
            new(string.IsNullOrEmpty(nombre) ? null : nombre, tipo is null or 0 ? null : ((TipoPersona)tipo).Valor(), clave);
    }

    internal sealed record Informativa(string? Folio, string? Tipo, DateOnly? FechaPresentacion);

    internal sealed record Senal(
        string Codigo,
        string Texto,
        string Alcance,
        string? Contrato,
        string? Motivo,
        string? Caso,
        IReadOnlyList<string> Relacionadas,
        int? Declarados,
        int? Presentados,
        string? Confianza
    )
    {
        public static IReadOnlyList<Senal> De(IReadOnlyList<Hallazgo> hallazgos) =>
            [
                .. hallazgos.Select(hallazgo => new Senal(
                    hallazgo.Codigo.Valor(),
                    hallazgo.Texto,
                    hallazgo.Alcance.ToString(),
                    hallazgo.Contrato,
                    hallazgo.Motivo?.ToString(),
                    hallazgo.Caso?.ToString(),
                    hallazgo.Relacionadas,
                    hallazgo.Declarados,
                    hallazgo.Presentados,
                    hallazgo.ConfianzaBaja ? "baja" : null
                )),
            ];
    }

    internal sealed record Contrato(
        string Id,
        string? Folio,
        string Lista,
        int Ejercicio,
        int Cuatrimestre,
        string Periodo,
        Parte Contratista,
        Parte Contratante,
        string? Servicio,
        bool ServicioEnmascarado,
        DateOnly? FechaInicio,
        DateOnly? FechaFin,
        int? PersonasTrabajadoras,
        Informativa Informativa,
        IReadOnlyList<Senal> Inconsistencias,
        IReadOnlyList<Senal> Observaciones
    )
    {
        public static Contrato De(Fila fila, Listado listado)
        {
            var tipo = (TipoInformativa?)fila.TipoInformativa;
            // The id is of the row, and only a row knows it.
            var renglon = new RenglonPublico
            {
                Listado = listado,
                FolioInformativa = fila.FolioInformativa,
                TipoInformativa = tipo,
                FechaPresentacion = Dia(fila.FechaPresentacion),
                Contratista = PartePublica.Ninguna,
                Contrato = new ContratoPublico(fila.FolioContrato, PartePublica.Ninguna, null, false, null, null, null),
                Ordinal = fila.Ordinal,
            };
            var (inconsistencias, observaciones) = fila.Hallazgos is null ? ([], []) : CodecDeHallazgos.Leer(fila.Hallazgos);
            return new Contrato(
                renglon.Id(),
                fila.FolioContrato,
                listado.Lista.Valor(),
                listado.Periodo.Ejercicio,
                listado.Periodo.Cuatrimestre,
                listado.Periodo.ToString(),
                Parte.De(fila.Contratista, fila.TipoDeContratista, fila.ClaveDeContratista),
                Parte.De(fila.Contratante, fila.TipoDeContratante, fila.ClaveDeContratante),
                fila.Servicio,
                (fila.Banderas & Banderas.Enmascarado) != 0,
                Dia(fila.FechaInicio),
                Dia(fila.FechaFin),
                fila.PersonasTrabajadoras,
                new Informativa(fila.FolioInformativa, tipo?.Valor(), Dia(fila.FechaPresentacion)),
                Senal.De(inconsistencias),
                Senal.De(observaciones)
            );
        }

        private static DateOnly? Dia(int? dia) => dia is { } numero ? DateOnly.FromDayNumber(numero) : null;
    }
}
