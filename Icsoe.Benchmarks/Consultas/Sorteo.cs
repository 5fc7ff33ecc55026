using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>Draws questions: the same sample and seed, the same questions.</summary>
internal sealed class Sorteo(Acopio acopio, ulong semilla)
{
    private const int Pagina = 50;

    /// <summary>How deep a question may start, in rows: outside the clock, but somebody waits for it.</summary>
    private const int Hondura = 50_000;

    /// <summary>One question of so many is a suggestion, and another is about parties. No divisor of the ingredients: each has its turn.</summary>
    private const int UnaDeNombres = 17;

    private static readonly Criterio[] DeContratos =
    [
        Criterio.Periodo,
        Criterio.FechaInicio,
        Criterio.FechaFin,
        Criterio.FechaPresentacion,
        Criterio.PersonasTrabajadoras,
        Criterio.Contratista,
        Criterio.Contratante,
    ];

    private static readonly Criterio[] DeInformativas =
    [
        Criterio.Periodo,
        Criterio.FechaPresentacion,
        Criterio.Contratista,
        Criterio.Contratos,
    ];

    private readonly SorteoDeNombres _nombres = new(acopio, semilla);

    /// <summary>So many of them. Each ingredient leads as many as any other, and what goes with it is chance.</summary>
    public IReadOnlyList<Pregunta> Sacar(int cuantas) => [.. Enumerable.Range(0, cuantas).Select(Una)];

    private Pregunta Una(int numero) =>
        (numero % UnaDeNombres) switch
        {
            0 => _nombres.Sugerencia(numero),
            UnaDeNombres / 2 => _nombres.Parte(numero),
            _ => DeFilas(numero),
        };

    private PreguntaDeFilas DeFilas(int numero)
    {
        var azar = Azar.De(semilla, Tema.Consulta, numero);
        var principal = Ingredientes.Todos[numero % Ingredientes.Todos.Count];
        var entidad = Entidad(principal, ref azar);
        var mesa = new Mesa(acopio, entidad, azar);
        var elegidos = new List<Ingrediente> { principal };
        var mas = mesa.Una(0, 0, 0, 1, 1, 1, 2, 2, 3);
        var validos = Ingredientes.Todos.Where(ingrediente => ingrediente.Vale(entidad)).ToList();
        while (mas-- > 0)
            elegidos.Add(mesa.Una(validos));
        var consulta = new Consulta { Secuencia = Secuencia(mesa), Limite = Limite(mesa) };
        consulta = Alcance(mesa, consulta);
        // The leading one goes last: it is what the question was drawn to try.
        foreach (var ingrediente in Enumerable.Reverse(elegidos))
            consulta = ingrediente.Poner(mesa, consulta);
        if (mesa.Suerte(0.3))
        {
            var criterios = entidad == Domain.Almacen.Publico.Entidad.Informativa ? DeInformativas : DeContratos;
            consulta = consulta with { Orden = new Orden(mesa.Una(criterios), mesa.Suerte(0.5)) };
        }
        var paginas = mesa.Entre(0, 99) switch
        {
            < 80 => 0,
            < 90 => mesa.Entre(1, 3),
            < 97 => mesa.Entre(10, 100),
            _ => 1_000,
        };
        return new PreguntaDeFilas(
            numero,
            string.Join(" + ", elegidos.Select(ingrediente => ingrediente.Nombre).Distinct()),
            entidad,
            consulta,
            Math.Min(paginas, Hondura / consulta.Limite)
        );
    }

    private static Entidad Entidad(Ingrediente principal, ref Azar azar)
    {
        if (principal.SoloDeInformativas)
            return Domain.Almacen.Publico.Entidad.Informativa;
        var suerte = azar.Entero(100);
        return suerte < 25 && principal.DeInformativas ? Domain.Almacen.Publico.Entidad.Informativa
            : suerte < 40 ? Domain.Almacen.Publico.Entidad.Renglon
            : Domain.Almacen.Publico.Entidad.Contrato;
    }

    /// <summary>Mostly the current publication.</summary>
    private int Secuencia(Mesa mesa) => mesa.Suerte(0.9) ? acopio.Ultima : mesa.Entre(1, acopio.Ultima);

    private static int Limite(Mesa mesa) =>
        mesa.Entre(0, 99) switch
        {
            < 78 => Pagina,
            < 84 => 1,
            < 90 => 10,
            < 98 => 100,
            _ => 1_000,
        };

    /// <summary>Which listados: in half of the questions, all.</summary>
    private static Consulta Alcance(Mesa mesa, Consulta consulta)
    {
        var periodo = mesa.Renglon().Listado.Periodo;
        consulta = mesa.Entre(0, 99) switch
        {
            < 50 => consulta,
            < 75 => consulta with { Periodos = [periodo] },
            < 80 => consulta with { Periodos = [periodo, mesa.Una(mesa.Acopio.Periodos)] },
            < 87 => consulta with { Ejercicios = [periodo.Ejercicio] },
            < 92 => consulta with { Cuatrimestres = [periodo.Cuatrimestre] },
            < 97 => consulta with { Ejercicios = [periodo.Ejercicio], Cuatrimestres = [periodo.Cuatrimestre] },
            // Another year than the periodo's: nothing, and at once.
            _ => consulta with { Periodos = [periodo], Ejercicios = [periodo.Ejercicio + 1] },
        };
        return mesa.Entre(0, 99) switch
        {
            < 75 => consulta,
            < 88 => consulta with { Listas = [Lista.Publico] },
            < 97 => consulta with { Listas = [Lista.Inconsistente] },
            _ => consulta with { Listas = [Lista.Publico, Lista.Inconsistente] },
        };
    }
}
