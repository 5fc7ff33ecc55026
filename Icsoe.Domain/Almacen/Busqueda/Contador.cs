using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Counts what a question finds, up to a number of rows, and of what kinds it is.</summary>
internal sealed class Contador(IndiceDePartes partes, bool deContratos)
{
    /// <summary>Rows that are looked at, at most.</summary>
    public const int Maximo = 10_000;

    private readonly SortedDictionary<int, long> listados = [];
    private readonly long[] deContratista = new long[4];
    private readonly long[] deContratante = new long[4];
    private readonly long[] tipos = new long[8];
    private readonly long[] inconsistencias = new long[16];
    private long cuantas;

    /// <summary>Whether there may be more than what was counted.</summary>
    public bool Lleno { get; private set; }

    public static Recuento Nada(bool conFacetas) => new(new Conteo(0, Exacto: true), conFacetas ? new([], [], [], [], [], []) : null);

    /// <summary>Counts a row; false when there is no more to count.</summary>
    public bool Contar(Tramo tramo, int fila)
    {
        if (cuantas == Maximo)
        {
            Lleno = true;
            return false;
        }
        cuantas++;
        var rasgos = tramo.Rasgos[fila];
        listados[tramo.Listado.Clave] = listados.GetValueOrDefault(tramo.Listado.Clave) + 1;
        deContratista[partes.Tipos[tramo.Contratista[fila]]]++;
        if (deContratos)
            deContratante[partes.Tipos[tramo.Contratante[fila]]]++;
        tipos[Rasgos.Tipo(rasgos)]++;
        for (var mascara = Rasgos.Inconsistencias(rasgos); mascara != 0; mascara &= mascara - 1)
            inconsistencias[System.Numerics.BitOperations.TrailingZeroCount(mascara)]++;
        return true;
    }

    public Recuento Terminar(bool conFacetas) => new(new Conteo(cuantas, !Lleno), conFacetas ? Facetas() : null);

    private Facetas Facetas()
    {
        var porListado = listados.Select(par => (Listado: Listado.DeClave(par.Key), Filas: par.Value)).ToList();
        return new Facetas(
            [.. porListado.GroupBy(par => par.Listado.Lista).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(par => par.Filas)))],
            [.. porListado.GroupBy(par => par.Listado.Periodo).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(par => par.Filas)))],
            Con<TipoPersona>(deContratista),
            Con<TipoPersona>(deContratante),
            Con<TipoInformativa>(tipos),
            [.. inconsistencias.Select((filas, i) => ((Codigo)i, filas)).Where(par => par.filas > 0)]
        );
    }

    /// <summary>Place 0 is of those that the list does not say.</summary>
    private static List<(T, long)> Con<T>(long[] cuentas)
        where T : struct, Enum => [.. cuentas.Select((filas, i) => ((T)(object)i, filas)).Skip(1).Where(par => par.filas > 0)];
}
