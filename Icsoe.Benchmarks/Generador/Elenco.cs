using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Benchmarks.Generador;

/// <summary>What one contratista does in one periodo.</summary>
internal sealed class Turno
{
    /// <summary>The same contratista bears the same number in every periodo.</summary>
    public required int Contratista { get; init; }

    public TipoInformativa Tipo { get; set; }

    public bool Tardia { get; set; }

    /// <summary>Day of the effective filing.</summary>
    public DateOnly Dia { get; set; }

    public int Contratos { get; set; }

    public int Clientes { get; set; }

    public int Personas { get; set; }

    /// <summary>Null for the public list.</summary>
    public Falla? Falla { get; set; }

    /// <summary>First month in which it has filed; 1 is the base version.</summary>
    public int Llegada { get; set; } = 1;

    /// <summary>Place in the periodo: what its folios are numbered by.</summary>
    public int Lugar { get; set; }

    /// <summary>Number of its first contract in the periodo.</summary>
    public int PrimerContrato { get; set; }
}

/// <summary>How an informativa comes to the inconsistent list.</summary>
internal enum Falla
{
    ServicioNulo,
    MismoContratante,
    InicioAusente,
    InicioIlegible,
    InicioPosterior,
    SinContratos,
    Conteo,
    SinTrabajadores,
    NormalYCorreccion,
    DosNormales,
    NulaYNormal,
    DosNulas,
}

/// <summary>Who files in a periodo, and what: a few megabytes at full size, whatever the rows are.</summary>
internal static class Elenco
{
    private const int Universo = 182_000;
    private const double LlegadasPorMes = 0.25;

    /// <summary>The turns of a periodo in the order of their filing.</summary>
    /// <param name="meses">Versions that will be written; later ones bring late filers.</param>
    /// <param name="cambio">Share of the rows that changes each month.</param>
    public static IReadOnlyList<Turno> De(ulong semilla, Periodo periodo, double escala, int meses, double cambio)
    {
        var cuotas = Cuotas.De(periodo, escala, semilla);
        var tardios = (int)(cuotas.Publicas * cambio * LlegadasPorMes) * (meses - 1);
        var universo = Math.Max((int)(Universo * escala), cuotas.Publicas + cuotas.Inconsistentes + tardios);
        var orden = Ordenar(universo, i => Constancia(semilla, Tema.Actividad, periodo, i, 0.35));
        var publicos = orden
            .Take(cuotas.Publicas)
            .OrderByDescending(i => Constancia(semilla, Tema.Contratacion, periodo, i, 0.30))
            .ToList();
        var conContratos = publicos.Take(cuotas.ConContratos).Select(i => new Turno { Contratista = i }).ToList();
        var nulos = publicos
            .Skip(cuotas.ConContratos)
            .Select(i => new Turno { Contratista = i, Tipo = TipoInformativa.SinInformacion })
            .ToList();
        Dimensionar(semilla, periodo, conContratos, cuotas);
        Calendarizar(semilla, periodo, conContratos, nulos, cuotas);
        var turnos = conContratos.Concat(nulos).ToList();
        foreach (var i in orden.Skip(cuotas.Publicas).Take(cuotas.Inconsistentes))
            turnos.Add(Inconsistente(semilla, periodo, i));
        Numerar(semilla, periodo, turnos);
        var lista = turnos.OrderBy(turno => turno.Lugar).ToList();
        var mes = 0;
        foreach (var i in orden.Skip(cuotas.Publicas + cuotas.Inconsistentes).Take(tardios))
            lista.Add(Tardio(semilla, periodo, i, 2 + (mes++ % Math.Max(1, meses - 1)), lista[^1]));
        return lista;
    }

    /// <summary>What a contratista is like, and what this cuatrimestre is like for it.</summary>
    private static double Constancia(ulong semilla, Tema tema, Periodo periodo, int contratista, double capricho) =>
        Azar.De(semilla, tema, contratista).Fraccion() + (capricho * Azar.De(semilla, tema, contratista, periodo.Clave).Fraccion());

    private static List<int> Ordenar(int cuantos, Func<int, double> nota) =>
        // Ties go by number: a sort that is not stable would not be the same everywhere.
        [
            .. Enumerable
                .Range(0, cuantos)
                .Select(i => (i, Nota: nota(i)))
                .OrderByDescending(par => par.Nota)
                .ThenBy(par => par.i)
                .Select(par => par.i),
        ];

    private static void Dimensionar(ulong semilla, Periodo periodo, List<Turno> turnos, Cuotas cuotas)
    {
        var contratos = Cubetas.Contratos.Repartir(turnos.Count, cuotas.Contratos);
        var clientes = Cubetas.Clientes.Repartir(turnos.Count, null);
        var personas = Cubetas.Personas.Repartir(turnos.Count, cuotas.Personas);
        var porTamano = turnos.OrderBy(turno => Constancia(semilla, Tema.Tamano, periodo, turno.Contratista, 0.15)).ToList();
        for (var i = 0; i < porTamano.Count; i++)
            (porTamano[i].Contratos, porTamano[i].Clientes) = (contratos[i], Math.Min(contratos[i], clientes[i]));
        var porPersonas = porTamano
            .Select(
                (turno, i) =>
                    (turno, Nota: (0.65 * i / porTamano.Count) + (0.35 * Azar.De(semilla, Tema.Personas, turno.Contratista).Fraccion()))
            )
            .OrderBy(par => par.Nota)
            .Select(par => par.turno)
            .ToList();
        for (var i = 0; i < porPersonas.Count; i++)
            porPersonas[i].Personas = Math.Max(personas[i], porPersonas[i].Contratos);
    }

    private static void Calendarizar(ulong semilla, Periodo periodo, List<Turno> conContratos, List<Turno> nulos, Cuotas cuotas)
    {
        var barajados = Barajar(semilla, Tema.Tipo, periodo, conContratos);
        for (var i = 0; i < barajados.Count; i++)
            barajados[i].Tipo = i < cuotas.Correcciones ? TipoInformativa.Correccion : TipoInformativa.Normal;
        Marcar(barajados.Take(cuotas.Correcciones), cuotas.Tardias.Correcciones);
        Marcar(barajados.Skip(cuotas.Correcciones), cuotas.Tardias.Normales);
        Marcar(Barajar(semilla, Tema.Tardanza, periodo, nulos), cuotas.Tardias.SinInformacion);
        foreach (var turno in conContratos.Concat(nulos))
            turno.Dia = Dia(semilla, periodo, turno);

        void Marcar(IEnumerable<Turno> turnos, int tardias)
        {
            foreach (var turno in turnos.Take(tardias))
                turno.Tardia = true;
        }
    }

    private static List<Turno> Barajar(ulong semilla, Tema tema, Periodo periodo, List<Turno> turnos) =>
        [.. turnos.OrderBy(turno => Azar.De(semilla, tema, turno.Contratista, periodo.Clave, 1).Siguiente())];

    /// <summary>Twenty-eight of each hundred on time wait for the last day; the late ones come before the month of the deadline ends.</summary>
    private static DateOnly Dia(ulong semilla, Periodo periodo, Turno turno)
    {
        var azar = Azar.De(semilla, Tema.Dia, turno.Contratista, periodo.Clave);
        var limite = Limite(periodo);
        var parte = azar.Fraccion();
        if (turno.Tardia)
        {
            var quedan = DateTime.DaysInMonth(limite.Year, limite.Month) - limite.Day;
            return limite.AddDays(1 + (int)(quedan * parte * parte));
        }
        return parte < 0.28 ? limite : limite.AddDays(-1 - (int)(limite.Day * 0.85 * azar.Fraccion() * azar.Fraccion()));
    }

    /// <summary>2021-1 had no deadline: it is given the one it would have had.</summary>
    public static DateOnly Limite(Periodo periodo) => CalendarioHabil.FechaLimite(periodo) ?? periodo.Fin.AddDays(18);

    private static Turno Inconsistente(ulong semilla, Periodo periodo, int contratista)
    {
        var azar = Azar.De(semilla, Tema.Falla, contratista, periodo.Clave);
        var falla = (Falla)azar.Entero((int)Falla.DosNulas + 1);
        var contratos = falla is Falla.SinContratos or Falla.DosNulas ? 0 : 1 + azar.Entero(azar.Suerte(0.2) ? 20 : 3);
        var turno = new Turno
        {
            Contratista = contratista,
            Falla = falla,
            Tipo =
                falla == Falla.DosNulas ? TipoInformativa.SinInformacion
                : falla == Falla.NormalYCorreccion ? TipoInformativa.Correccion
                : TipoInformativa.Normal,
            Contratos = contratos,
            Clientes = Math.Max(1, contratos / 2),
            Personas = contratos * azar.Entre(1, 30),
            Tardia = azar.Suerte(0.5),
        };
        turno.Dia = Dia(semilla, periodo, turno);
        return turno;
    }

    private static void Numerar(ulong semilla, Periodo periodo, List<Turno> turnos)
    {
        var orden = turnos
            .OrderBy(turno => turno.Dia)
            .ThenBy(turno => Azar.De(semilla, Tema.Dia, turno.Contratista, periodo.Clave, 1).Siguiente());
        int lugar = 0,
            contrato = 0;
        foreach (var turno in orden.ToList())
        {
            turno.Lugar = lugar++;
            turno.PrimerContrato = contrato;
            contrato += turno.Contratos;
        }
    }

    /// <summary>Files for the first time in a later month.</summary>
    private static Turno Tardio(ulong semilla, Periodo periodo, int contratista, int mes, Turno anterior)
    {
        var azar = Azar.De(semilla, Tema.Cambio, contratista, periodo.Clave);
        var contratos = azar.Suerte(0.35) ? azar.Entre(1, 14) : 0;
        return new Turno
        {
            Contratista = contratista,
            Tipo = contratos > 0 ? TipoInformativa.Normal : TipoInformativa.SinInformacion,
            Tardia = true,
            Llegada = mes,
            Contratos = contratos,
            Clientes = Math.Max(1, contratos / 2),
            Personas = contratos * azar.Entre(1, 30),
            Lugar = anterior.Lugar + 1,
            PrimerContrato = anterior.PrimerContrato + anterior.Contratos,
        };
    }
}
