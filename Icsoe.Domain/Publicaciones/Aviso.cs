using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Publicaciones;

/// <summary>
/// INFORMACIÓN IMPORTANTE: the notice that opens with each list and is the second sheet of its workbook. Official words, as written.
/// </summary>
public sealed record Aviso
{
    private Aviso() { }

    public required Lista Lista { get; init; }

    /// <summary>«INFORMACIÓN IMPORTANTE».</summary>
    public required string Titulo { get; init; }

    /// <summary>What stands before the enumeration; null in the public list.</summary>
    public string? Introduccion { get; init; }

    /// <summary>The inconsistencies as the notice enumerates them, in its order; empty in the public list.</summary>
    public IReadOnlyList<string> InconsistenciasEnumeradas { get; init; } = [];

    /// <summary>What stands between the enumeration and the numbered parts; null in the public list.</summary>
    public string? Instruccion { get; init; }

    /// <summary>The numbered parts.</summary>
    public required IReadOnlyList<ApartadoDeAviso> Apartados { get; init; }

    /// <summary>The notice line by line: title, introduction, points with «•», parts with their number. No empty lines.</summary>
    public IReadOnlyList<string> Lineas => [.. Componer()];

    /// <summary><see cref="Lineas"/> joined by line feeds.</summary>
    public string Texto => string.Join('\n', Componer());

    private static Aviso Publico { get; } =
        new()
        {
            Lista = Lista.Publico,
            Titulo = TextosDeAviso.Titulo,
            Apartados =
            [
                new(
                    1,
                    "Para contratantes (clientes de servicios especializados o de obras especializadas):",
                    [TextosDeAviso.SiNoCoincide, "Si deseas hacer alguna manifestación" + TextosDeAviso.Manifestacion]
                ),
                new(
                    2,
                    "Si eres trabajadora o trabajador y te interesa conocer tus movimientos afiliatorios, qué patrones te han registrado, cuántos días y con qué salario, te invitamos a que consultes en: "
                        + TextosDeAviso.Reporte,
                    []
                ),
                new(
                    3,
                    TextosDeAviso.Canales,
                    [
                        "Servicio telefónico: " + TextosDeAviso.Telefono,
                        TextosDeAviso.Correo,
                        TextosDeAviso.Micrositio + "que te facilitarán" + TextosDeAviso.Cumplimiento,
                    ]
                ),
                new(4, TextosDeAviso.Fundamento, []),
            ],
        };

    private static Aviso Inconsistente { get; } =
        new()
        {
            Lista = Lista.Inconsistente,
            Titulo = TextosDeAviso.Titulo,
            Introduccion = "La siguiente lista corresponde a informativas que, en los campos obligatorios, contienen inconsistencias como:",
            InconsistenciasEnumeradas =
            [
                "Contratista y contratante son el mismo.",
                "Informativas de los tipos Normal y Corrección, sin descripción del servicio u obra especializados contratados.",
                "Sin fecha de inicio del servicio o fecha inconsistente.",
                "Contratos sin personas trabajadoras.",
                "Informativas presentadas sin información de contratos.",
                "Informativas múltiples (más de una informativa por periodo).",
                "Número de contratos presentados diferente al número de contratos en la informativa.",
            ],
            Instruccion = "En caso de que te encuentres en este listado realiza lo siguiente:",
            Apartados =
            [
                new(
                    1,
                    "Si eres contratante (clientes de servicios especializados o de obras especializadas):",
                    [TextosOficiales.SolicitaCorreccion, TextosDeAviso.SiAdemas + TextosDeAviso.Manifestacion]
                ),
                new(
                    2,
                    "Si eres contratista",
                    [TextosDeAviso.DebesRevisar, TextosDeAviso.SiAdemas + TextosDeAviso.Manifestacion + TextosDeAviso.OBuzon]
                ),
                new(
                    3,
                    "Si eres persona trabajadora y te interesa conocer tus movimientos afiliatorios, qué patrones te han registrado, cuántos días y con qué salario, te invitamos a que consultes en "
                        + TextosDeAviso.Reporte,
                    []
                ),
                new(
                    4,
                    TextosDeAviso.Canales,
                    [
                        "Servicio Telefónico: " + TextosDeAviso.Telefono,
                        TextosDeAviso.Correo,
                        TextosDeAviso.Micrositio + "que facilitarán" + TextosDeAviso.Cumplimiento,
                    ]
                ),
                new(5, TextosDeAviso.Fundamento, []),
            ],
        };

    /// <summary>The notice of a list.</summary>
    public static Aviso De(Lista lista) => lista == Lista.Publico ? Publico : Inconsistente;

    private IEnumerable<string> Componer()
    {
        yield return Titulo;
        if (Introduccion is not null)
            yield return Introduccion;
        foreach (var inconsistencia in InconsistenciasEnumeradas)
            yield return $"• {inconsistencia}";
        if (Instruccion is not null)
            yield return Instruccion;
        foreach (var apartado in Apartados)
        {
            yield return $"{apartado.Numero}. {apartado.Texto}";
            foreach (var punto in apartado.Vinetas)
                yield return $"• {punto}";
        }
    }
}

/// <summary>A numbered part of a notice.</summary>
/// <param name="Numero">From 1.</param>
/// <param name="Texto">Its first line, without the number.</param>
/// <param name="Vinetas">Its points; empty when it has none.</param>
public sealed record ApartadoDeAviso(int Numero, string Texto, IReadOnlyList<string> Vinetas);
