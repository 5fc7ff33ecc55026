using System.Text;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>A question, with what is the same for every tramo worked out once: which parties it means.</summary>
internal sealed class Pregunta
{
    private readonly Indices indices;
    private readonly IReadOnlyList<TextoBuscado> servicios;

    /// <summary>Bits of the tramos that may name the parties asked for.</summary>
    private readonly ulong presentes = ulong.MaxValue;

    private readonly Conjunto? contratistas;
    private readonly Conjunto? contratistasExactos;
    private readonly Conjunto? contratantes;
    private readonly Conjunto? contratantesExactos;
    private readonly Conjunto? partes;
    private readonly List<List<List<FraseDeQ>>> q = [];
    private readonly FoliosPedidos folios;

    public Pregunta(Indices indices, LectorDeFilas lector, Consulta consulta, Entidad entidad, bool aproximar, Trabajo trabajo)
    {
        Aproxima = aproximar;
        (this.indices, Consulta, Entidad, Trabajo) = (indices, consulta, entidad, trabajo);
        folios = new FoliosPedidos(indices, lector, consulta, entidad, trabajo);
        servicios = [.. consulta.Servicios.Select(TextoBuscado.Leer)];
        (contratistas, contratistasExactos) = Partes(consulta.Contratistas, consulta.ClavesDeContratista, consulta.TiposDeContratista);
        if (EsDeContratos)
            (contratantes, contratantesExactos) = Partes(consulta.Contratantes, consulta.ClavesDeContratante, consulta.TiposDeContratante);
        (partes, _) = Partes([], consulta.ClavesDeParte, []);
        foreach (var conjunto in new[] { contratistas, contratantes, partes })
            presentes &= conjunto is null ? ulong.MaxValue : indices.Partes!.Presencia(conjunto);
        foreach (var texto in consulta.Q)
            q.Add(FrasesDe(TextoBuscado.Leer(texto)));
    }

    public Consulta Consulta { get; }

    public Entidad Entidad { get; }

    public Trabajo Trabajo { get; }

    /// <summary>Whether words that look like those asked for stand for them.</summary>
    public bool Aproxima { get; }

    /// <summary>Whether some text is asked for, so that exact spellings may come first.</summary>
    public bool TieneTextos =>
        Consulta.Q.Count + Consulta.Contratistas.Count > 0 || (EsDeContratos && Consulta.Contratantes.Count + Consulta.Servicios.Count > 0);

    private bool EsDeContratos => Entidad != Entidad.Informativa;

    /// <summary>The tramos asked for, in the order of keys.</summary>
    public IEnumerable<Tramo> Pedidos() => indices.De(Entidad).Where(tramo => Pide(Consulta, tramo.Listado));

    /// <summary>Of the tramos asked for, those that have the parties and the words asked for.</summary>
    public IEnumerable<Tramo> Tramos() => Pedidos().Where(tramo => (presentes & tramo.Bit) != 0 && (Aproxima || TienePalabras(tramo)));

    /// <summary>What rows of a tramo must be; null when none can.</summary>
    /// <param name="nivel">0: as it is written; 1: in another spelling; null: in any.</param>
    public Condicion[]? Condiciones(Tramo tramo, int? nivel)
    {
        var condiciones = new List<Condicion>();
        AgregarRasgos(tramo, condiciones);
        if (EsDeContratos)
            AgregarDeContratos(tramo, condiciones);
        AgregarRango(tramo, Consulta.FechaPresentacion, Seccion.FechaPresentacion, Seccion.PorFechaPresentacion, condiciones);
        if (partes is not null)
            condiciones.Add(new CondicionDeParte(tramo, partes, EsDeContratos ? partes : null));
        folios.Agregar(tramo, condiciones);
        // Texts take longest to look up: where nothing is left there is no need.
        if (condiciones.Exists(condicion => condicion.AlMenosDe == 0))
            return null;
        AgregarTextos(tramo, nivel == 0, condiciones);
        if (condiciones.Exists(condicion => condicion.AlMenosDe == 0))
            return null;
        // Where nothing is written in another way, there is nothing to come after what is written so.
        if (nivel == 1 && !HayOtraEscritura(condiciones))
            return null;
        if (nivel == 1)
            condiciones.Add(new CondicionDeOtraEscritura(Exactas(tramo)));
        condiciones.Sort((a, b) => a.Costo != b.Costo ? a.Costo.CompareTo(b.Costo) : a.Esperadas.CompareTo(b.Esperadas));
        return [.. condiciones];
    }

    /// <summary>Of rows that have the texts asked for: what those that write them so are; null when all of the tramo do.</summary>
    public Condicion[]? SiHayOtraEscritura(Tramo tramo, Condicion[] condiciones) => HayOtraEscritura(condiciones) ? Exactas(tramo) : null;

    private bool HayOtraEscritura(IEnumerable<Condicion> condiciones) =>
        contratistasExactos is not null || contratantesExactos is not null || condiciones.Any(condicion => condicion.HayOtraEscritura);

    private Condicion[] Exactas(Tramo tramo)
    {
        var exactas = new List<Condicion>();
        AgregarTextos(tramo, exacto: true, exactas);
        return [.. exactas];
    }

    /// <summary>Whether some row may have the words of the texts, as far as a look at its vocabulary tells.</summary>
    private bool TienePalabras(Tramo tramo)
    {
        if (EsDeContratos && servicios.Count > 0 && !servicios.Any(texto => texto.Alternativas.Any(EnServicios)))
            return false;
        return q.Count == 0 || q.Any(texto => texto.Any(frases => frases.TrueForAll(EnAlgunCampo)));

        bool EnServicios(IReadOnlyList<Frase> frases) => frases.All(EnServicio);

        bool EnServicio(Frase frase) => frase.Palabras.All(palabra => tramo.Servicios.Tiene(palabra.Letras, frase.Entera));

        bool EnAlgunCampo(FraseDeQ frase) =>
            (frase.Presentes & tramo.Bit) != 0
            || (EsDeContratos && EnServicio(frase.Frase))
            || (
                frase.Folios is var (desde, hasta)
                && (
                    !Lugares.EntreFolios(tramo, Seccion.FolioInformativa, Seccion.PorFolioInformativa, desde, hasta).IsEmpty
                    || (EsDeContratos && !Lugares.EntreFolios(tramo, Seccion.FolioContrato, Seccion.PorFolioContrato, desde, hasta).IsEmpty)
                )
            );
    }

    private void AgregarRasgos(Tramo tramo, List<Condicion> condiciones)
    {
        var soloContratos = Entidad == Entidad.Contrato || Consulta.ConContratos == true || (EsDeContratos && Consulta.SinFechaFin);
        var encendidos = soloContratos ? Rasgos.Contrato : 0;
        var apagados = Consulta.ConContratos == false ? Rasgos.Contrato : 0;
        var tipos = Consulta.TiposInformativa.Aggregate(0, (mascara, tipo) => mascara | (1 << (int)tipo));
        var inconsistencias = Mascara(Consulta.Inconsistencias);
        var observaciones = Mascara(Consulta.Observaciones);
        if ((encendidos | apagados | tipos | inconsistencias | observaciones) != 0)
            condiciones.Add(new CondicionDeRasgos(tramo, encendidos, apagados, tipos, inconsistencias, observaciones));
    }

    private void AgregarDeContratos(Tramo tramo, List<Condicion> condiciones)
    {
        AgregarRango(tramo, Consulta.FechaInicio, Seccion.FechaInicio, Seccion.PorFechaInicio, condiciones);
        AgregarRango(tramo, Consulta.FechaFin, Seccion.FechaFin, Seccion.PorFechaFin, condiciones);
        if (Consulta.PersonasTrabajadoras.Acota)
            AgregarRango(
                tramo,
                Math.Max(1, ConNulo(Consulta.PersonasTrabajadoras.Desde) ?? 1),
                ConNulo(Consulta.PersonasTrabajadoras.Hasta),
                Seccion.Cantidad,
                Seccion.PorCantidad,
                condiciones
            );
        if (Consulta.SinFechaFin)
            condiciones.Add(new CondicionDeRango(tramo, Seccion.FechaFin, Seccion.PorFechaFin, 0, 0));
        if (Consulta.VigenteEn is { } dia)
        {
            AgregarRango(tramo, 1, dia.DayNumber + 1, Seccion.FechaInicio, Seccion.PorFechaInicio, condiciones);
            condiciones.Add(new CondicionDeNoTerminado(tramo, dia.DayNumber + 1));
        }
    }

    private void AgregarTextos(Tramo tramo, bool exacto, List<Condicion> condiciones)
    {
        AgregarPartes(tramo, exacto, condiciones);
        if (EsDeContratos && servicios.Count > 0)
        {
            var textos = servicios.Select(texto => new TextoResuelto(tramo.Servicios, texto, Aproxima, Trabajo)).ToArray();
            condiciones.Add(new CondicionDeServicio(textos, exacto));
        }
        if (q.Count > 0)
            AgregarQ(tramo, exacto, condiciones);
    }

    /// <summary>Each phrase is a condition of its own, unless one of several texts, or of its two forms, is enough.</summary>
    private void AgregarQ(Tramo tramo, bool exacto, List<Condicion> condiciones)
    {
        var listas = q.SelectMany(alternativas => alternativas)
            .Select(frases =>
                frases
                    .Select(frase => new CondicionDeFrase(tramo, frase, EsDeContratos, exacto, Aproxima, Trabajo))
                    .OrderBy(frase => frase.Esperadas)
                    .ToArray<Condicion>()
            )
            .ToArray();
        if (listas is [var unica])
            condiciones.AddRange(unica);
        else
            condiciones.Add(new CondicionDeAlguna(listas));
    }

    private void AgregarPartes(Tramo tramo, bool exacto, List<Condicion> condiciones)
    {
        if (((exacto ? contratistasExactos : null) ?? contratistas) is { } suyos)
            condiciones.Add(new CondicionDeParte(tramo, suyos, null));
        if (((exacto ? contratantesExactos : null) ?? contratantes) is { } clientes)
            condiciones.Add(new CondicionDeParte(tramo, null, clientes));
    }

    private static void AgregarRango(Tramo tramo, Intervalo<DateOnly> dias, Seccion columna, Seccion orden, List<Condicion> condiciones)
    {
        if (dias.Acota)
            AgregarRango(tramo, dias.Desde?.DayNumber + 1 ?? 1, dias.Hasta?.DayNumber + 1, columna, orden, condiciones);
    }

    private static void AgregarRango(Tramo tramo, int minimo, int? maximo, Seccion columna, Seccion orden, List<Condicion> condiciones) =>
        condiciones.Add(
            maximo < minimo ? new CondicionDeFilas([]) : new CondicionDeRango(tramo, columna, orden, minimo, maximo ?? int.MaxValue)
        );

    private static int? ConNulo(int? valor) => valor is { } uno ? Math.Min(uno, int.MaxValue - 1) + 1 : null;

    private static int Mascara(IReadOnlyList<Codigo> codigos) => codigos.Aggregate(0, (mascara, codigo) => mascara | (1 << (int)codigo));

    /// <summary>Whether a question wants rows of a listado.</summary>
    public static bool Pide(Consulta consulta, Listado listado) =>
        Vale(consulta.Listas, listado.Lista)
        && Vale(consulta.Periodos, listado.Periodo)
        && Vale(consulta.Ejercicios, listado.Periodo.Ejercicio)
        && Vale(consulta.Cuatrimestres, listado.Periodo.Cuatrimestre);

    private static bool Vale<T>(IReadOnlyList<T> pedidos, T valor) => pedidos.Count == 0 || pedidos.Contains(valor);

    /// <summary>The parties that some filters of one role leave, and of them those written so; null when it asks nothing, or all are.</summary>
    private (Conjunto? Todas, Conjunto? Exactas) Partes(
        IReadOnlyList<string> textos,
        IReadOnlyList<string> claves,
        IReadOnlyList<TipoPersona> tipos
    )
    {
        if (indices.Partes is not { } todas || textos.Count + claves.Count + tipos.Count == 0)
            return (null, null);
        Conjunto? hallado = null;
        Conjunto? exactas = null;
        if (textos.Count > 0)
        {
            var resueltos = textos.Select(texto => new TextoResuelto(todas.Palabras, TextoBuscado.Leer(texto), Aproxima, Trabajo)).ToList();
            hallado = Conjunto.Unir(resueltos.Select(texto => texto.Documentos(exacto: false)));
            if (resueltos.Exists(texto => texto.HayOtraEscritura))
                exactas = Conjunto.Unir(resueltos.Select(texto => texto.Documentos(exacto: true)));
        }
        if (claves.Count > 0)
            Cortar(DeClaves(todas, claves));
        if (tipos.Count > 0)
            Cortar(Conjunto.Unir(tipos.Distinct().Select(todas.DeTipo)));
        return (hallado, exactas);

        void Cortar(Conjunto otras)
        {
            exactas?.Cortar(otras);
            if (hallado is null)
                hallado = otras;
            else
                hallado.Cortar(otras);
        }
    }

    private static Conjunto DeClaves(IndiceDePartes todas, IReadOnlyList<string> claves)
    {
        var suyas = new Conjunto(todas.Cuantas);
        foreach (var clave in claves)
        {
            foreach (var parte in todas.DeClave(clave))
                suyas.Agregar(parte);
        }
        return suyas;
    }

    private List<List<FraseDeQ>> FrasesDe(TextoBuscado texto) =>
        indices.Partes is { } todas ? [.. texto.Alternativas.Select(frases => frases.Select(frase => DeQ(todas, frase)).ToList())] : [];

    private FraseDeQ DeQ(IndiceDePartes todas, Frase frase)
    {
        var resuelta = new TextoResuelto(todas.Palabras, TextoBuscado.De(frase), Aproxima, Trabajo);
        var suyas = resuelta.Documentos(exacto: false);
        return new FraseDeQ(
            suyas,
            todas.Presencia(suyas),
            resuelta.HayOtraEscritura ? resuelta.Documentos(exacto: true) : null,
            frase,
            // Words longer than what a folio's number holds begin none.
            !frase.Entera && frase.Palabras[0].Plegada is var palabra && palabra.Length <= ClaveDeFolio.Letras && Ascii.IsValid(palabra)
                ? ClaveDeFolio.QueEmpiezan(palabra)
                : null
        );
    }
}
