using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Generador;

/// <summary>The contracts of a turn.</summary>
internal sealed class Contratos(ulong semilla, Periodo periodo, Clientela clientela)
{
    private const int IntentosPorCliente = 20;
    private readonly Nombres _nombres = new(semilla);

    /// <summary>All of them, always the same.</summary>
    public IReadOnlyList<Contrato> De(Turno turno)
    {
        if (turno.Contratos == 0)
            return [];
        var clientes = Clientes(turno);
        var contratos = new Contrato[turno.Contratos];
        var quedan = turno.Personas;
        for (var i = 0; i < contratos.Length; i++)
        {
            var azar = Azar.De(semilla, Tema.Contrato, turno.Contratista, periodo.Clave, i);
            var faltan = contratos.Length - i;
            // Each takes up to twice its part of what is left, and leaves one for each of the rest.
            var personas = faltan == 1 ? quedan : 1 + azar.Entero(Math.Max(1, ((quedan - faltan) * 2 / faltan) + 1));
            personas = Math.Min(personas, quedan - faltan + 1);
            quedan -= personas;
            var cliente = clientes[i < clientes.Length ? i : azar.Entero(clientes.Length)];
            contratos[i] = Nuevo(ref azar, $"{turno.PrimerContrato + i:D7}", cliente, personas);
        }
        return contratos;
    }

    /// <summary>One that was not there before some month.</summary>
    public Contrato Agregado(Turno turno, int mes)
    {
        var azar = Azar.De(semilla, Tema.Contrato, turno.Contratista, periodo.Clave, -mes);
        return Nuevo(ref azar, $"{turno.Lugar:D7}M{mes:D2}", clientela.Sortear(ref azar), azar.Entre(1, 40));
    }

    /// <summary>The same contracts as a wrong filing would have had them: one or all of them differ.</summary>
    public static IReadOnlyList<Contrato> Equivocar(IReadOnlyList<Contrato> contratos, ref Azar azar)
    {
        var equivocados = contratos.ToArray();
        var cual = azar.Entero(contratos.Count);
        var original = equivocados[cual];
        equivocados[cual] = azar.Entero(3) switch
        {
            0 => original with { PersonasTrabajadoras = (original.PersonasTrabajadoras ?? 0) + azar.Entre(1, 9) },
            1 => original with { Servicio = Servicios.Sortear(ref azar) },
            _ => original with { FechaFin = original.FechaFin is null ? original.FechaInicio?.AddDays(azar.Entre(30, 365)) : null },
        };
        return equivocados;
    }

    private int[] Clientes(Turno turno)
    {
        var distintos = new HashSet<int>();
        var clientes = new int[turno.Clientes];
        for (var q = 0; q < clientes.Length; q++)
        {
            // Two of each three clients stay from one cuatrimestre to the next.
            var constante = Azar.De(semilla, Tema.Cliente, turno.Contratista, q).Suerte(0.67);
            var azar = Azar.De(semilla, Tema.Cliente, turno.Contratista, q, constante ? 1 : periodo.Clave);
            for (var intento = 0; intento < IntentosPorCliente; intento++)
            {
                clientes[q] = clientela.Sortear(ref azar);
                if (distintos.Add(clientes[q]))
                    break;
            }
        }
        return clientes;
    }

    private Contrato Nuevo(ref Azar azar, string numero, int cliente, int personas)
    {
        var dias = periodo.Fin.DayNumber - periodo.Inicio.DayNumber + 1;
        // Three in ten begin with the cuatrimestre; one in a hundred began before it, and is observed.
        var inicio =
            azar.Suerte(0.01) ? periodo.Inicio.AddDays(-azar.Entre(1, 400))
            : azar.Suerte(0.3) ? periodo.Inicio
            : periodo.Inicio.AddDays(azar.Entero(dias));
        return new Contrato
        {
            Folio = $"A{periodo.Ejercicio % 100:D2}{"PST"[periodo.Cuatrimestre - 1]}{numero}",
            Contratante = _nombres.Cliente(cliente, ref azar),
            Servicio = Servicios.Sortear(ref azar),
            FechaInicio = inicio,
            FechaFin = azar.Suerte(0.25) ? null : inicio.AddDays(azar.Entre(15, 730)),
            PersonasTrabajadoras = personas,
        };
    }
}
