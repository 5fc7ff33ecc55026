using System.Text;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>
/// Small histories with everything that names and texts can have, and questions about them, from a seed. A question is mostly drawn from a
/// row, so that it finds that one at least; now and then a value comes from nowhere.
/// </summary>
internal sealed class AzarDeBusqueda(int semilla)
{
    /// <summary>Some fold alike, some are written in two ways, some leave no word.</summary>
    private static readonly string?[] Nombres =
    [
        "PEÑA LÓPEZ MARÍA JOSÉ",
        "PENA LOPEZ MARIA JOSE",
        "Peña López María José",
        "PEN\u0303A LO\u0301PEZ MARI\u0301A JOSE\u0301",
        "PEÑALOZA RÍOS ÑANDÚ",
        "LIMPIEZA TOTAL, S.A. DE C.V.",
        "LIMPIEZA TOTAL SA DE CV",
        "LIMPIEZA TOTAL SOCIEDAD ANÓNIMA DE CAPITAL VARIABLE",
        "LIMPIEZA TOTAL S.C.",
        "LIMPIEZA S. DE R.L. DE C.V.",
        "GRUPO A&B, S.A.P.I. DE C.V.",
        "GRUPO A Y B SAPI DE CV",
        "CAFÉ \"EL SOL\" 😀",
        "CAFE EL SOL",
        "\u200FALFA\u200E BETA",
        "ALFA BETA",
        "ALFA-BETA 100% GAMMA",
        "😀",
        "!!",
        "ÅNGSTRÖM ØRSTED ŁÓDŹ STRASSE STRAßE",
        "ΑΛΦΑ ΒΗΤΑ",
        "Q\u0303UINTA Q",
        "A26 N1 SERVICIOS",
        "SC DE LIMPIEZA",
        null,
    ];

    private static readonly string?[] Servicios =
    [
        "LIMPIEZA DE OFICINAS",
        "limpieza de oficinas y baños",
        "Limpieza de oficinas y banos",
        "BAÑOS BAÑOS BANOS",
        "MANTENIMIENTO DE ÁREAS VERDES; LIMPIEZA",
        "DE LIMPIEZA OFICINAS",
        "VIGILANCIA 24/7 (TURNO NOCTURNO)",
        "SERVICIO PARA LIMPIEZA TOTAL S.A. DE C.V. EN PUEBLA",
        "OBRA 😀 \u200Fcivil",
        "ASEO NEAR AND OR NOT * : - ^",
        "",
        "-- ;",
        null,
    ];

    private static readonly string?[] FoliosInformativa =
    [
        "N1",
        "N2",
        "N12",
        "n1",
        "C261P000001",
        "N2610000000012",
        "N-1",
        "LIMPIEZA",
        null,
    ];
    private static readonly string?[] FoliosContrato = ["A26P1000001", "A26P1000002", "A26", "a26p1000001", "A/26", "PEÑA", null];

    private static readonly DateOnly Dia = new(2026, 1, 1);

    private readonly Random azar = new(semilla);

    public bool Suerte(double probabilidad) => azar.NextDouble() < probabilidad;

    public int Hasta(int tope) => azar.Next(tope);

    /// <summary>The next content of a listado: mostly what it held, some of it gone, changed or back after having gone.</summary>
    public List<List<RenglonPublico>> Contenido(Listado listado, List<List<RenglonPublico>> anterior, List<List<RenglonPublico>> idas)
    {
        var contenido = new List<List<RenglonPublico>>();
        foreach (var informativa in anterior)
        {
            if (Suerte(0.15))
                idas.Add(informativa);
            else
                contenido.Add(Suerte(0.15) ? Cambiada(informativa) : informativa);
        }
        foreach (var ida in idas.Where(_ => Suerte(0.2)).ToList())
        {
            idas.Remove(ida);
            contenido.Add(ida);
        }
        for (var nuevas = azar.Next(3, 9); nuevas > 0; nuevas--)
            contenido.Add(Informativa(listado));
        if (Suerte(0.3))
        {
            var revueltas = contenido.ToArray();
            azar.Shuffle(revueltas);
            contenido = [.. revueltas];
        }
        return contenido;
    }

    /// <summary>A question of any of the members, mostly met by a row.</summary>
    public Consulta Consulta(int secuencia, Entidad entidad, Vista fila)
    {
        var contrato = fila.Contrato;
        return new Consulta
        {
            Secuencia = secuencia,
            Limite = Suerte(0.3) ? int.MaxValue : azar.Next(1, 9),
            Listas = Algunos(fila.Listado.Lista, Enum.GetValues<Lista>()),
            Periodos = Algunos(fila.Listado.Periodo, [Periodo.De(2021, 3), Periodo.De(2025, 1), Periodo.De(2030, 2)]),
            Ejercicios = Algunos(fila.Listado.Periodo.Ejercicio, [2021, 2025, 2030]),
            Cuatrimestres = Algunos(fila.Listado.Periodo.Cuatrimestre, [1, 2, 3]),
            FoliosContrato = Algunos(fila.Folios.Count > 0 ? fila.Folios[0] : null, [.. FoliosContrato.OfType<string>(), "NADIE", ""]),
            FoliosInformativa = Algunos(fila.Folio, [.. FoliosInformativa.OfType<string>(), "NADIE", ""]),
            TiposInformativa = AlgunosDe(fila.Tipo, Enum.GetValues<TipoInformativa>()),
            Inconsistencias = AlgunosDe(fila.Inconsistencias.Count > 0 ? fila.Inconsistencias[0].Codigo : null, [.. Codigos.Todos]),
            Observaciones = AlgunosDe(fila.Observaciones.Count > 0 ? fila.Observaciones[0].Codigo : null, [.. Codigos.Todos]),
            Q = Textos(Uno([fila.Contratista.Nombre, contrato?.Contratante.Nombre, contrato?.Servicio]), fila.Folio, contrato?.Folio),
            Contratistas = Textos(fila.Contratista.Nombre),
            Contratantes = Textos(contrato?.Contratante.Nombre),
            Servicios = Textos(contrato?.Servicio),
            ClavesDeContratista = Algunos(fila.Contratista.Clave, [.. Claves]),
            ClavesDeContratante = Algunos(contrato?.Contratante.Clave, [.. Claves]),
            ClavesDeParte = Algunos(Suerte(0.5) ? fila.Contratista.Clave : contrato?.Contratante.Clave, [.. Claves]),
            TiposDeContratista = AlgunosDe(fila.Contratista.TipoPersona, Enum.GetValues<TipoPersona>()),
            TiposDeContratante = AlgunosDe(contrato?.Contratante.TipoPersona, Enum.GetValues<TipoPersona>()),
            FechaInicio = Dias(contrato?.FechaInicio),
            FechaFin = Dias(contrato?.FechaFin),
            FechaPresentacion = Dias(fila.Presentacion),
            PersonasTrabajadoras = Entre(contrato?.PersonasTrabajadoras ?? azar.Next(4), (uno, cuanto) => uno + cuanto),
            VigenteEn = Suerte(0.05) ? (contrato?.FechaInicio ?? Dia).AddDays(azar.Next(-1, 3)) : null,
            SinFechaFin = Suerte(0.03) || (contrato is { FechaFin: null } && Suerte(0.08)),
            ConContratos = Suerte(0.1) ? fila.Contratos > 0 ^ Suerte(0.1) : null,
            Orden = Suerte(0.4) ? null : new Orden(Uno(Criterios(entidad)), Suerte(0.5)),
        };
    }

    public static Criterio[] Criterios(Entidad entidad) =>
        entidad == Entidad.Informativa
            ? [Criterio.Periodo, Criterio.FechaPresentacion, Criterio.Contratista, Criterio.Contratos]
            :
            [
                Criterio.Periodo,
                Criterio.FechaInicio,
                Criterio.FechaFin,
                Criterio.FechaPresentacion,
                Criterio.PersonasTrabajadoras,
                Criterio.Contratista,
                Criterio.Contratante,
            ];

    private static IEnumerable<string> Claves =>
        ["", "0", "aaaaaaaaaaaaa", "2222222222222", "\0\0\0\0\0\0\0\0\0\0\0\0\0", Plegado.Clave("ALFA BETA", TipoPersona.Moral)];

    private List<RenglonPublico> Informativa(Listado listado)
    {
        var informativa = new RenglonPublico
        {
            Listado = listado,
            FolioInformativa = Uno(FoliosInformativa),
            TipoInformativa = Suerte(0.1) ? null : Uno(Enum.GetValues<TipoInformativa>()),
            FechaPresentacion = Suerte(0.1) ? null : Dia.AddDays(azar.Next(120, 123)),
            Contratista = Parte(),
            Inconsistencias = Hallazgos(),
            Observaciones = Hallazgos(),
        };
        var contratos = Suerte(0.2) ? 0 : azar.Next(1, 4);
        return contratos == 0 ? [informativa] : [.. Enumerable.Range(0, contratos).Select(_ => informativa with { Contrato = Contrato() })];
    }

    private List<RenglonPublico> Cambiada(List<RenglonPublico> informativa)
    {
        var contratista = Suerte(0.3) ? Parte() : informativa[0].Contratista;
        return
        [
            .. informativa.Select(renglon =>
                renglon with
                {
                    Contratista = contratista,
                    Contrato = renglon.Contrato is null ? null : Contrato(),
                }
            ),
        ];
    }

    private ContratoPublico Contrato() =>
        new(
            Uno(FoliosContrato),
            Suerte(0.1) ? PartePublica.Ninguna : Parte(),
            Uno(Servicios),
            Suerte(0.1),
            Suerte(0.2) ? null : Dia.AddDays(azar.Next(4)),
            Suerte(0.4) ? null : Dia.AddDays(azar.Next(2, 6)),
            Suerte(0.2) ? null : azar.Next(4)
        );

    private PartePublica Parte() => new(Uno(Nombres), Suerte(0.1) ? null : Uno(Enum.GetValues<TipoPersona>()));

    private List<Hallazgo> Hallazgos() =>
        Suerte(0.6)
            ? []
            : [.. Codigos.Todos.Where(_ => Suerte(0.2)).Select(codigo => new Hallazgo { Codigo = codigo, Texto = $"Texto {codigo}" })];

    /// <summary>Words of a text as somebody may look for them; seldom those of another.</summary>
    private List<string> Textos(params string?[] fuentes)
    {
        if (!Suerte(0.1))
            return [];
        var textos = new List<string> { Buscado(Uno(fuentes) ?? "limpieza") };
        if (Suerte(0.2))
            textos.Add(Buscado(Uno(Nombres) ?? Uno(Servicios) ?? ""));
        if (Suerte(0.1))
            textos.Add(Uno(["", "*", "\"\"", "ZZZZ", "sa de cv", "😀", "sociedad civil"]));
        return textos;
    }

    private string Buscado(string texto)
    {
        var palabras = texto.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (palabras.Length == 0)
            return texto;
        var desde = azar.Next(palabras.Length);
        var cuantas = azar.Next(1, palabras.Length - desde + 1);
        var tomadas = palabras[desde..(desde + cuantas)];
        var frase = Suerte(0.25);
        if (!frase && Suerte(0.5))
            azar.Shuffle(tomadas);
        if (!frase && Suerte(0.5))
            tomadas = [.. tomadas.Select(palabra => palabra[..azar.Next(1, palabra.Length + 1)])];
        var buscado = string.Join(' ', tomadas);
        if (frase)
            buscado = $"\"{buscado.Replace("\"", "", StringComparison.Ordinal)}\"";
        if (Suerte(0.2))
            buscado = Suerte(0.5) ? $"{buscado} {Uno(["S.A. de C.V.", "SA DE CV", "sc", "S C", "de"])}" : $"s.a. de c.v. {buscado}";
        if (Suerte(0.1))
            buscado = buscado.Insert(azar.Next(buscado.Length + 1), Uno(["\"", "*", "-", " AND ", "\0", "\u200F", "&"]));
        if (Suerte(0.3))
            buscado = Suerte(0.5) ? buscado.ToLowerInvariant() : buscado.ToUpperInvariant();
        return Suerte(0.3) && !buscado.Any(char.IsSurrogate)
            ? buscado.Normalize(Uno([NormalizationForm.FormC, NormalizationForm.FormD]))
            : buscado;
    }

    private Intervalo<DateOnly> Dias(DateOnly? suyo) => Entre(suyo ?? Dia.AddDays(azar.Next(5)), (dia, cuantos) => dia.AddDays(cuantos));

    private Intervalo<T> Entre<T>(T suyo, Func<T, int, T> mover)
        where T : struct
    {
        if (!Suerte(0.08))
            return default;
        var contrario = Suerte(0.05);
        T? desde = Suerte(0.6) ? mover(suyo, contrario ? 2 : -azar.Next(3)) : null;
        T? hasta = Suerte(0.6) ? mover(suyo, contrario ? -1 : azar.Next(3)) : null;
        return new(desde, hasta);
    }

    private List<T> AlgunosDe<T>(T? suyo, T[] otros)
        where T : struct =>
        suyo is { } uno ? Algunos(uno, otros)
        : Suerte(0.02) ? [Uno(otros)]
        : [];

    /// <summary>Mostly none; else mostly what the row has, and maybe others.</summary>
    private List<T> Algunos<T>(T? suyo, T[] otros)
    {
        if (!Suerte(0.07))
            return [];
        var algunos = new List<T>();
        if (suyo is not null && !Suerte(0.15))
            algunos.Add(suyo);
        while (algunos.Count == 0 || Suerte(0.3))
            algunos.Add(Uno(otros));
        return algunos;
    }

    private T Uno<T>(T[] entre) => entre[azar.Next(entre.Length)];
}
