using System.Text.Json;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Domain.Lectura;

/// <summary>Reads the JSON of one informativa over its bytes, and tells all its problems at once.</summary>
internal sealed class LectorDeInformativa(string archivo, LimitesDeLectura limites)
{
    private static readonly ClavesDeJson ClavesDeInformativa = new(
        "folio",
        "tipo",
        "ejercicio",
        "cuatrimestre",
        "fecha_presentacion",
        "contratos_declarados",
        "referencia",
        "contratista",
        "contratos"
    );

    private static readonly ClavesDeJson ClavesDeContrato = new(
        "folio",
        "contratante",
        "servicio",
        "fecha_inicio",
        "fecha_fin",
        "personas_trabajadoras"
    );

    private static readonly ClavesDeJson ClavesDeParte = new("rfc", "nombre", "tipo_persona");

    /// <summary>Stands for a parte that was there but could not be read.</summary>
    private static readonly Parte ParteIlegible = new(null, null);

    private readonly Problemas problemas = new(archivo, limites.ProblemasPorLinea);
    private readonly JsonReaderOptions opciones = new() { MaxDepth = limites.ProfundidadDeJson };
    private CamposDeJson? campos;

    private CamposDeJson Campos => campos ??= new CamposDeJson(problemas, limites);

    /// <summary>A line that is not even looked into.</summary>
    public LineaLeida RechazarLinea(int numero, string motivo)
    {
        problemas.Empezar(numero);
        problemas.SoloLaLinea(motivo);
        return new LineaLeida(numero, null, problemas.Rechazos(), []);
    }

    /// <summary>Reads a line that is valid UTF-8.</summary>
    public LineaLeida Leer(int numero, ReadOnlySpan<byte> linea)
    {
        problemas.Empezar(numero);
        Informativa? informativa = null;
        var json = new Utf8JsonReader(linea, opciones);
        try
        {
            if (json.Read() && json.TokenType == JsonTokenType.StartObject)
                informativa = LeerInformativa(ref json, linea);
            else
                problemas.Rechazar("línea", "se espera un objeto JSON, una informativa.");
            // Whatever follows the value makes the line no JSON: reading on tells.
            while (json.Read()) { }
        }
        catch (JsonException error)
        {
            problemas.SoloLaLinea(
                $"JSON no válido (o con más de {limites.ProfundidadDeJson} niveles) en el byte {(error.BytePositionInLine ?? 0) + 1}."
            );
        }
        return problemas.HayRechazos
            ? new LineaLeida(numero, null, problemas.Rechazos(), problemas.Advertencias())
            : new LineaLeida(numero, informativa, [], problemas.Advertencias());
    }

    private Informativa? LeerInformativa(ref Utf8JsonReader json, ReadOnlySpan<byte> linea)
    {
        string? folio = null,
            tipo = null,
            presentada = null,
            referencia = null;
        int? ejercicio = null,
            cuatrimestre = null,
            declarados = null;
        Parte? contratista = null;
        IReadOnlyList<Contrato> contratos = [];
        var vistas = default(ClavesDeJson.Vistas);
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var clave = ClavesDeInformativa.Reconocer(ref json, ref vistas, problemas);
            json.Read();
            switch (clave)
            {
                case 0:
                    folio = Campos.Folio(ref json, linea, "folio");
                    break;
                case 1:
                    tipo = Campos.Crudo(ref json, linea, "tipo");
                    break;
                case 2:
                    ejercicio = Campos.Entero(ref json, linea, "ejercicio", Periodo.PrimerEjercicio, Periodo.UltimoEjercicio);
                    break;
                case 3:
                    cuatrimestre = Campos.Entero(ref json, linea, "cuatrimestre", 1, 3);
                    break;
                case 4:
                    presentada = Campos.Crudo(ref json, linea, "fecha_presentacion");
                    break;
                case 5:
                    declarados = Campos.Entero(ref json, linea, "contratos_declarados", 0, limites.ContratosDeclarados);
                    break;
                case 6:
                    referencia = Campos.Folio(ref json, linea, "referencia");
                    break;
                case 7:
                    contratista = LeerParte(ref json, linea, "contratista");
                    break;
                case 8:
                    contratos = LeerContratos(ref json, linea);
                    break;
                default:
                    TextoDeJson.Saltar(ref json, linea, "línea", problemas);
                    break;
            }
        }

        Campos.Exigir(folio, "folio", "falta el folio de la informativa.");
        var tipoLeido = LeerTipo(tipo);
        if (ejercicio is null)
            problemas.Rechazar("ejercicio", "falta.");
        if (cuatrimestre is null)
            problemas.Rechazar("cuatrimestre", "falta; es 1, 2 o 3.");
        var instante = LeerPresentacion(presentada);
        if (contratista is null)
            problemas.Rechazar("contratista", "falta.");
        if (tipoLeido == TipoInformativa.SinEfectos)
            Campos.Exigir(referencia, "referencia", "una informativa «sin_efectos» nombra el folio que deja sin efectos.");
        return problemas.HayRechazos
            ? null
            : new Informativa
            {
                Folio = folio,
                Tipo = tipoLeido,
                Periodo = Periodo.De(ejercicio!.Value, cuatrimestre!.Value),
                PresentadaEn = instante,
                FechaPresentacion = HoraDeMexico.Dia(instante!.Value),
                ContratosDeclarados = declarados,
                Referencia = referencia,
                Contratista = contratista!,
                Contratos = contratos,
            };
    }

    private TipoInformativa? LeerTipo(string? valor)
    {
        if (Valores.TryParse(valor, out TipoInformativa tipo))
            return tipo;
        const string Validos = "es «normal», «sin_informacion», «correccion», «sin_efectos» o «actualizacion».";
        if (!ReferenceEquals(valor, CamposDeJson.Ilegible))
            problemas.Rechazar("tipo", valor is null ? $"falta; {Validos}" : $"«{Problemas.Cita(valor)}» no es un tipo; {Validos}", valor);
        return null;
    }

    private DateTimeOffset? LeerPresentacion(string? valor)
    {
        if (valor is null)
            problemas.Rechazar("fecha_presentacion", "falta.");
        else if (ReferenceEquals(valor, CamposDeJson.Ilegible))
            return null;
        else if (!FechaEscrita.TryInstante(valor, out var instante))
            problemas.Rechazar(
                "fecha_presentacion",
                $"«{Problemas.Cita(valor)}» no es un instante; se espera AAAA-MM-DDThh:mm:ss con desfase, o AAAA-MM-DD.",
                valor
            );
        else if (HoraDeMexico.Dia(instante).Year < Periodo.PrimerEjercicio)
            problemas.Rechazar("fecha_presentacion", $"es anterior a {Periodo.PrimerEjercicio}, primer año del ICSOE.", valor);
        else
            return instante;
        return null;
    }

    private List<Contrato> LeerContratos(ref Utf8JsonReader json, ReadOnlySpan<byte> linea)
    {
        var contratos = new List<Contrato>();
        if (json.TokenType == JsonTokenType.Null)
            return contratos;
        if (json.TokenType != JsonTokenType.StartArray)
        {
            problemas.Rechazar("contratos", "debe ser una lista de contratos.");
            TextoDeJson.Saltar(ref json, linea, "contratos", problemas);
            return contratos;
        }
        for (var i = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; i++)
        {
            if (json.TokenType == JsonTokenType.StartObject)
            {
                problemas.Contrato = i;
                contratos.Add(LeerContrato(ref json, linea));
                problemas.Contrato = -1;
                continue;
            }
            problemas.Rechazar($"contratos[{i}]", "debe ser un objeto JSON, un contrato.");
            TextoDeJson.Saltar(ref json, linea, $"contratos[{i}]", problemas);
        }
        return contratos;
    }

    private Contrato LeerContrato(ref Utf8JsonReader json, ReadOnlySpan<byte> linea)
    {
        string? folio = null,
            servicio = null;
        Parte? contratante = null;
        (DateOnly? Dia, string? Ilegible) inicio = default;
        DateOnly? fin = null;
        int? personas = null;
        var vistas = default(ClavesDeJson.Vistas);
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var clave = ClavesDeContrato.Reconocer(ref json, ref vistas, problemas);
            json.Read();
            switch (clave)
            {
                case 0:
                    folio = Campos.Folio(ref json, linea, "folio");
                    break;
                case 1:
                    contratante = LeerParte(ref json, linea, "contratante");
                    break;
                case 2:
                    servicio = Campos.Texto(ref json, linea, "servicio", limites.CaracteresDeServicio);
                    break;
                case 3:
                    inicio = Campos.FechaInicio(ref json, linea, "fecha_inicio");
                    break;
                case 4:
                    fin = Campos.FechaFin(ref json, linea, "fecha_fin");
                    break;
                case 5:
                    personas = Campos.Entero(ref json, linea, "personas_trabajadoras", 0, limites.PersonasPorContrato);
                    break;
                default:
                    TextoDeJson.Saltar(ref json, linea, "línea", problemas);
                    break;
            }
        }
        Campos.Exigir(folio, "folio", "falta el folio del contrato.");
        if (contratante is null)
            problemas.Rechazar("contratante", "falta.");
        return new Contrato
        {
            Folio = folio,
            Contratante = contratante ?? ParteIlegible,
            Servicio = servicio,
            FechaInicio = inicio.Dia,
            FechaInicioIlegible = inicio.Ilegible,
            FechaFin = fin,
            PersonasTrabajadoras = personas,
        };
    }

    private Parte? LeerParte(ref Utf8JsonReader json, ReadOnlySpan<byte> linea, string cual)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            problemas.Rechazar(cual, "debe ser un objeto JSON.");
            TextoDeJson.Saltar(ref json, linea, cual, problemas);
            return ParteIlegible;
        }
        problemas.Parte = cual;
        string? rfc = null,
            nombre = null,
            tipo = null;
        var vistas = default(ClavesDeJson.Vistas);
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var clave = ClavesDeParte.Reconocer(ref json, ref vistas, problemas);
            json.Read();
            if (clave == 0)
                rfc = Campos.Crudo(ref json, linea, "rfc");
            else if (clave == 1)
                nombre = Campos.Texto(ref json, linea, "nombre", limites.CaracteresDeNombre);
            else if (clave == 2)
                tipo = Campos.Crudo(ref json, linea, "tipo_persona");
            else
                TextoDeJson.Saltar(ref json, linea, "línea", problemas);
        }
        if (nombre is null)
            problemas.Rechazar("nombre", $"falta el nombre, denominación o razón social del {cual}.");
        var tipoLeido = Campos.TipoPersona(tipo, "tipo_persona");
        var parte = new Parte(CamposDeJson.Legible(nombre), tipoLeido, LeerRfc(CamposDeJson.Legible(rfc), tipoLeido));
        problemas.Parte = null;
        return parte;
    }

    private string? LeerRfc(string? rfc, TipoPersona? tipo)
    {
        if (string.IsNullOrWhiteSpace(rfc))
            return null;
        if (!Rfc.EsValido(rfc, tipo))
        {
            var caracteres = tipo switch
            {
                TipoPersona.Moral => "12 caracteres",
                TipoPersona.Fisica => "13 caracteres",
                _ => "12 o 13 caracteres",
            };
            problemas.Rechazar("rfc", $"no tiene la forma de un RFC: {caracteres}, mayúsculas sin espacios, con una fecha que exista.");
            return null;
        }
        if (!Rfc.DigitoCorrecto(rfc))
            problemas.Advertir("rfc", "el dígito verificador no corresponde.");
        return rfc;
    }
}
