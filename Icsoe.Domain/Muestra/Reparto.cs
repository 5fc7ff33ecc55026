using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Domain.Muestra;

/// <summary>
/// Who appears in the sample and what they file: invented names that say so, RFCs of nobody, folios in sequence. Everything follows from the
/// order of the calls, so the sample is always the same.
/// </summary>
internal sealed class Reparto
{
    private static readonly (string Nombre, TipoPersona Tipo)[] Contratistas =
    [
        ("SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.", TipoPersona.Moral),
        ("LIMPIEZA FICTICIA PEÑA, S. DE R.L. DE C.V.", TipoPersona.Moral),
        ("JOSÉ ÁNGEL EJEMPLO MUÑOZ", TipoPersona.Fisica),
        ("SEGURIDAD PRIVADA EJEMPLAR SA DE CV", TipoPersona.Moral),
        ("MARÍA DE LOS ÁNGELES EJEMPLO DE LA PEÑA", TipoPersona.Fisica),
        ("MONTAJES FICTICIOS DEL NORTE, S.A.P.I. DE C.V.", TipoPersona.Moral),
        ("JARDINERÍA & PAISAJE DE EJEMPLO, S.C.", TipoPersona.Moral),
        ("MA. GUADALUPE MUESTRA ÑÁÑEZ", TipoPersona.Fisica),
        ("TRANSPORTE DE PERSONAL IMAGINARIO S A DE C V", TipoPersona.Moral),
        ("ELEVADORES DE MUESTRA, S.A.S. DE C.V.", TipoPersona.Moral),
        ("FUMIGACIONES «EL EJEMPLO», S.A. DE C.V.", TipoPersona.Moral),
        ("J. JESÚS FICTICIO GÜEMES", TipoPersona.Fisica),
        ("CONSTRUCCIONES INVENTADAS DEL SURESTE, S.A. DE C.V.", TipoPersona.Moral),
        ("CAPACITACIÓN DE EJEMPLO, A.C.", TipoPersona.Moral),
    ];

    private static readonly (string Nombre, TipoPersona Tipo)[] Contratantes =
    [
        ("COMERCIAL EJEMPLO, S.A. DE C.V.", TipoPersona.Moral),
        ("INDUSTRIAS FICTICIAS DE MÉXICO, S.A.B. DE C.V.", TipoPersona.Moral),
        ("HOTELERA DE MUESTRA DEL CARIBE, S. DE R.L. DE C.V.", TipoPersona.Moral),
        ("HOSPITAL IMAGINARIO SAN ÁNGEL, S.C.", TipoPersona.Moral),
        ("ARMADORA INVENTADA DE SALTILLO, S.A. DE C.V.", TipoPersona.Moral),
        ("ÍÑIGO EJEMPLO YÁÑEZ", TipoPersona.Fisica),
    ];

    private static readonly string[] Servicios =
    [
        "SERVICIOS DE LIMPIEZA Y MANTENIMIENTO DE INMUEBLES",
        "MTTO PREVENTIVO Y CORRECTIVO A ELEVADORES",
        "Seguridad privada intramuros",
        "4500010071 FUMIGACION Y CONTROL DE PLAGAS",
        "JARDINERÍA Y ÁREAS VERDES",
        "INSTALACION ELECTRICA EN MEDIA TENSION",
        "MONTAJE DE ESTRUCTURA METÁLICA; SOLDADURA Y PAILERÍA",
        "TRANSPORTE DE PERSONAL",
        "COMEDOR INDUSTRIAL\nTURNOS MATUTINO Y VESPERTINO",
        "=DESARROLLO DE SOFTWARE (AR000000/2024)",
        "  CAPACITACIÓN STPS  ",
        "PROMOTORÍA EN PUNTO DE VENTA 🛒",
    ];

    private int informativas;
    private int contratos;

    /// <summary>A contratista by number; numbers past the cast are branches of the same invented names.</summary>
    public static Parte Contratista(int quien)
    {
        var (nombre, tipo) = Contratistas[quien % Contratistas.Length];
        return Parte(quien < Contratistas.Length ? nombre : Sucursal(nombre, tipo, quien), tipo, quien);
    }

    /// <summary>A filing with contracts.</summary>
    public Informativa Normal(Periodo periodo, int quien, int cuantos) =>
        Con(Nueva(periodo, quien, TipoInformativa.Normal, "N"), quien, cuantos);

    /// <summary>A nil return.</summary>
    public Informativa SinInformacion(Periodo periodo, int quien) =>
        Nueva(periodo, quien, TipoInformativa.SinInformacion, "SI") with
        {
            ContratosDeclarados = null,
        };

    /// <summary>A corrección that may name no filing: then it replaces nothing.</summary>
    public Informativa Correccion(Periodo periodo, int quien, int cuantos, string? referencia) =>
        Con(Nueva(periodo, quien, TipoInformativa.Correccion, "C") with { Referencia = referencia }, quien, cuantos);

    /// <summary>The corrección that solves a filing, contract by contract, filed in May 2026.</summary>
    public Informativa Corregir(Informativa mala, Func<Contrato, Contrato> arreglo) =>
        Complementaria(mala, TipoInformativa.Correccion, "C") with
        {
            Contratos = [.. mala.Contratos.Select(arreglo)],
            ContratosDeclarados = mala.Contratos.Count,
        };

    /// <summary>Annuls a filing, in May 2026.</summary>
    public Informativa SinEfectos(Informativa anulada) => Complementaria(anulada, TipoInformativa.SinEfectos, "SE");

    private Informativa Complementaria(Informativa de, TipoInformativa tipo, string prefijo) =>
        Nueva(de.Periodo, 0, tipo, prefijo) with
        {
            Contratista = de.Contratista,
            Referencia = de.Folio,
            PresentadaEn = HoraDeMexico.Instante(new DateTime(2026, 5, 11, 9, 0, 0).AddMinutes(informativas)),
            FechaPresentacion = new DateOnly(2026, 5, 11),
        };

    private Informativa Nueva(Periodo periodo, int quien, TipoInformativa tipo, string prefijo)
    {
        informativas++;
        // Most file in the window; every fifth is late.
        var dia = (CalendarioHabil.FechaLimite(periodo) ?? periodo.Fin).AddDays(quien % 5 == 4 ? 9 : -(quien % 12));
        var hora = dia.ToDateTime(new TimeOnly(9 + (quien % 9), informativas % 60));
        return new Informativa
        {
            Folio = $"{prefijo}{periodo.Ejercicio % 100:D2}{informativas:D7}",
            Tipo = tipo,
            Periodo = periodo,
            PresentadaEn = HoraDeMexico.Instante(hora),
            FechaPresentacion = dia,
            Contratista = Contratista(quien),
        };
    }

    private Informativa Con(Informativa informativa, int quien, int cuantos) =>
        informativa with
        {
            ContratosDeclarados = cuantos,
            Contratos = [.. Enumerable.Range(0, cuantos).Select(lugar => NuevoContrato(informativa.Periodo, quien, lugar))],
        };

    private Contrato NuevoContrato(Periodo periodo, int quien, int lugar)
    {
        contratos++;
        var (nombre, tipo) = Contratantes[(quien + lugar) % Contratantes.Length];
        var inicio = periodo.Inicio.AddDays((quien * 11) + (lugar * 17) % 60);
        if (inicio > periodo.Fin)
            inicio = periodo.Fin;
        return new Contrato
        {
            Folio = $"A{periodo.Ejercicio % 100:D2}{"PST"[periodo.Cuatrimestre - 1]}{contratos:D7}",
            Contratante = Parte(nombre, tipo, 100 + ((quien + lugar) % Contratantes.Length)),
            Servicio = Servicios[((quien * 5) + lugar) % Servicios.Length],
            FechaInicio = inicio,
            FechaFin = lugar % 3 == 1 ? null : inicio.AddDays(180),
            PersonasTrabajadoras = 1 + ((quien * 13) + (lugar * 5)) % 60,
        };
    }

    private static string Sucursal(string nombre, TipoPersona tipo, int quien) =>
        tipo == TipoPersona.Fisica ? $"{nombre} {"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[quien % 26]}." : $"GRUPO {quien} {nombre}";

    /// <summary>An RFC with the right shape and check digit that belongs to nobody: its letters are X and Q.</summary>
    private static Parte Parte(string nombre, TipoPersona tipo, int numero)
    {
        var sinDigito =
            $"{(tipo == TipoPersona.Moral ? "XQX" : "XQXX")}{10 + (numero % 15):D2}0101{"ABCDEFGHJK"[numero / 10 % 10]}{numero % 10}";
        var digito = "0123456789A".First(candidato => Rfc.DigitoCorrecto(sinDigito + candidato));
        return new Parte(nombre, tipo, sinDigito + digito);
    }
}

/// <summary>Changes to the contracts of a filing.</summary>
internal static class Retoques
{
    public static Informativa Con(this Informativa informativa, Func<Contrato, Contrato> retoque) =>
        informativa with
        {
            Contratos = [.. informativa.Contratos.Select(retoque)],
        };

    public static Informativa Con(this Informativa informativa, Func<Contrato, Informativa, Contrato> retoque) =>
        informativa.Con(contrato => retoque(contrato, informativa));
}
