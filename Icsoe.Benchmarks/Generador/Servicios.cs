namespace Icsoe.Benchmarks.Generador;

/// <summary>What contracts are for: the sectors in their shares, and the styles and damage of section 5 of the domain.</summary>
internal static class Servicios
{
    /// <summary>Sectors by their share of the contracts, in thousandths (domain, section 1.2).</summary>
    private static readonly (int Milesimas, string[] Textos)[] Sectores =
    [
        (
            269,
            [
                "MTTO PREVENTIVO Y CORRECTIVO A ELEVADORES",
                "MANTENIMIENTO A AIRE ACONDICIONADO (HVAC)",
                "MANTENIMIENTO DE SUBESTACIONES ELÉCTRICAS",
                "SOLDADURA Y PAILERÍA",
                "MANTENIMIENTO A MONTACARGAS Y GRÚAS VIAJERAS",
                "CALIBRACIÓN DE EQUIPO DE MEDICIÓN",
                "SERV. DE MANTENIMIENTO A SISTEMA CONTRA INCENDIO",
                "MONTAJE DE ESTRUCTURA METÁLICA",
            ]
        ),
        (
            194,
            [
                "OBRA CIVIL, ALBAÑILERÍA Y ACABADOS",
                "INSTALACIÓN ELÉCTRICA EN MEDIA TENSIÓN",
                "IMPERMEABILIZACIÓN",
                "PINTURA DE NAVE INDUSTRIAL",
                "CONSTRUCCIÓN DE BARDA PERIMETRAL",
                "INST. HIDROSANITARIA; INCLUYE MATERIALES",
                "CIMENTACIÓN Y ESTRUCTURA DE CONCRETO",
                "TABLAROCA, PLAFONES Y CANCELERÍA",
            ]
        ),
        (
            151,
            [
                "SERVICIOS DE LIMPIEZA Y MANTENIMIENTO DE INMUEBLES",
                "FUMIGACIÓN Y CONTROL DE PLAGAS",
                "JARDINERÍA Y ÁREAS VERDES",
                "RECOLECCIÓN DE RESIDUOS PELIGROSOS",
                "LIMPIEZA DE OFICINAS Y ALMACENES",
            ]
        ),
        (97, ["SEGURIDAD PRIVADA INTRAMUROS", "VIGILANCIA Y PROTECCIÓN DE BIENES", "GUARDIAS DE SEGURIDAD TURNO DE 12 HRS"]),
        (43, ["CONSULTORÍA CONTABLE", "CAPACITACIÓN STPS", "ASESORÍA FISCAL Y NÓMINAS", "SUPERVISIÓN DE OBRA"]),
        (24, ["TRANSPORTE DE PERSONAL", "MANIOBRAS DE CARGA Y DESCARGA"]),
        (22, ["DESARROLLO DE SOFTWARE", "SOPORTE TÉCNICO EN SITIO"]),
        (11, ["COMEDOR INDUSTRIAL", "SERVICIO DE ALIMENTOS"]),
        (11, ["SERVICIO MÉDICO EN PLANTA", "ENFERMERÍA"]),
        (4, ["PROMOTORÍA EN PUNTO DE VENTA", "DEMOSTRACIÓN Y DEGUSTACIÓN"]),
        (
            174,
            [
                "SERVICIOS ESPECIALIZADOS S/N",
                "MAQUILA DE PROCESOS",
                "SERVICIO DE PERFORACIÓN",
                "EMPAQUE Y ACONDICIONAMIENTO",
                "ADMINISTRACIÓN DE ALMACÉN",
                "RENTA DE EQUIPO CON OPERADOR",
                "BUCEO",
                "SERVICIOS VARIOS",
            ]
        ),
    ];

    private static readonly (string Bien, string Mal)[] Erratas =
    [
        ("MANTENIMIENTO", "MANTENIMENTO"),
        ("MANTENIMIENTO", "MTTO"),
        ("SERVICIO", "SERVCIO"),
        ("LIMPIEZA", "LIMPIESA"),
        ("INSTALACI", "INSTALASI"),
        ("SERVICIOS", "SERV."),
        ("CAPACITACI", "CAPASITACI"),
    ];

    private static readonly string[] Colas =
    [
        " EN PLANTA",
        " TURNOS MATUTINO Y VESPERTINO",
        " CONFORME A CONTRATO",
        "; INCLUYE MATERIALES Y HERRAMIENTA",
        " SUCURSALES ZONA NORTE",
        " \"CONTRATO ABIERTO\"",
        ", CON SUMINISTRO DE REFACCIONES, PARA LAS INSTALACIONES QUE INDIQUE EL CLIENTE",
        " DE ACUERDO CON LAS ESPECIFICACIONES TÉCNICAS, ALCANCES Y CALENDARIO DEL ANEXO A DEL CONTRATO MARCO CELEBRADO ENTRE LAS PARTES",
    ];

    /// <summary>The text of a contract.</summary>
    public static string Sortear(ref Azar azar)
    {
        var texto = azar.Una(Sector(ref azar));
        if (azar.Suerte(0.45))
            texto += azar.Una(Colas);
        while (azar.Suerte(0.06))
            texto += azar.Una(Colas);
        // Most write without accents, some with them, a few in mixed case.
        texto = azar.Entero(10) switch
        {
            < 7 => Ortografia.SinAcentos(texto, tambienEnes: azar.Suerte(0.3)),
            7 => Ortografia.Titulo(texto),
            _ => texto,
        };
        if (azar.Suerte(0.07))
        {
            var (bien, mal) = azar.Una(Erratas);
            texto = texto.Replace(bien, mal, StringComparison.Ordinal);
        }
        if (azar.Suerte(0.03))
            texto = Ortografia.Errata(ref azar, texto);
        return Adornar(ref azar, texto);
    }

    private static string Adornar(ref Azar azar, string texto)
    {
        var suerte = azar.Entero(1000);
        return suerte switch
        {
            < 90 => $"45000{azar.Entre(10_000, 99_999)} {texto}",
            < 260 => $"AR{azar.Entre(1_000, 199_999)}/{azar.Entre(2021, 2026)} {texto}",
            < 275 => texto + "\n" + azar.Una(Colas).TrimStart(),
            < 280 => "=" + texto,
            < 285 => "-" + texto,
            < 310 => Ortografia.Espaciar(ref azar, texto),
            < 312 => $"{texto} TEL. 55 {azar.Entre(1000, 9999)} {azar.Entre(1000, 9999)}",
            < 313 => $"{texto} ventas{azar.Entero(900)}@ejemplo.com.mx",
            < 314 => texto + " 🛠",
            < 315 => texto + "\t" + azar.Entero(100),
            _ => texto,
        };
    }

    private static string[] Sector(ref Azar azar)
    {
        var milesima = azar.Entero(1000);
        foreach (var (milesimas, textos) in Sectores)
        {
            if ((milesima -= milesimas) < 0)
                return textos;
        }
        return Sectores[^1].Textos;
    }
}
