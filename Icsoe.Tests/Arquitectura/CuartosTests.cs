using System.Text.RegularExpressions;

namespace Icsoe.Tests.Arquitectura;

/// <summary>One direction: a room knows only the rooms before it. One package, one room.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed partial class CuartosTests
{
    /// <summary>In their order.</summary>
    private static readonly string[] Cuartos =
    [
        "Modelo",
        "Tiempo",
        "Lectura",
        "Reglas",
        "Clasificacion",
        "Publicaciones",
        "Validacion",
        "Exportacion",
        "Almacen",
        "Sellado",
        "Respaldo",
        "Muestra",
    ];

    /// <summary>Beyond the order: what these rooms know, and no more.</summary>
    private static readonly Dictionary<string, string[]> Estrechos = new(StringComparer.Ordinal)
    {
        ["Modelo"] = [],
        ["Tiempo"] = [],
        ["Lectura"] = ["Modelo", "Tiempo"],
        ["Reglas"] = ["Modelo", "Tiempo"],
        ["Clasificacion"] = ["Modelo", "Tiempo", "Reglas"],
        ["Exportacion"] = ["Modelo", "Reglas", "Publicaciones"],
        ["Almacen"] = ["Modelo", "Tiempo", "Reglas", "Publicaciones"],
    };

    /// <summary>Packages by the namespaces they bring, and the rooms that may use them.</summary>
    private static readonly Dictionary<string, string[]> Paquetes = new(StringComparer.Ordinal)
    {
        ["MiniExcelLibs"] = ["Lectura", "Exportacion"],
        ["FluentValidation"] = ["Reglas"],
        ["Microsoft.EntityFrameworkCore"] = ["Almacen"],
        ["Microsoft.Data.Sqlite"] = ["Almacen"],
        ["NodaTime"] = ["Tiempo"],
        ["ParquetSharp"] = ["Exportacion"],
        ["Sylvan.Data.Csv"] = ["Lectura", "Exportacion"],
    };

    private static readonly IReadOnlyList<Fuente> Dominio = Fuente.De("Icsoe.Domain");

    private static readonly IReadOnlyList<Fuente> Api = Fuente.De("Icsoe.Api");

    [Test]
    public void Cada_archivo_del_dominio_vive_en_un_cuarto_conocido() =>
        Assert.That(
            Dominio.Where(fuente => !Cuartos.Contains(fuente.Cuarto)).Select(fuente => fuente.Ruta),
            Is.Empty,
            "Mueve el archivo a su cuarto, o agrega el cuarto nuevo a CuartosTests en el lugar que le toca."
        );

    [TestCaseSource(nameof(Cuartos))]
    public void Un_cuarto_solo_conoce_a_los_anteriores(string cuarto)
    {
        var permitidos = Estrechos.TryGetValue(cuarto, out var estrechos) ? estrechos : Cuartos[..Array.IndexOf(Cuartos, cuarto)];

        var ajenos =
            from fuente in Dominio
            where fuente.Cuarto == cuarto
            from otro in CuartosQueNombra(fuente)
            where otro != cuarto && !permitidos.Contains(otro)
            select $"{fuente.Ruta} → {otro}";

        Assert.That(
            ajenos.Distinct(),
            Is.Empty,
            $"{cuarto} solo puede conocer {string.Join(", ", permitidos)}. Lo que dos cuartos quieren va a Modelo, o se pasa como argumento."
        );
    }

    [Test]
    public void El_dominio_no_conoce_la_API() =>
        Assert.That(
            Dominio
                .Where(fuente =>
                    fuente.Usos.Any(uso =>
                        uso.StartsWith("Icsoe.Api", StringComparison.Ordinal)
                        || uso.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                    )
                )
                .Select(fuente => fuente.Ruta),
            Is.Empty,
            "Icsoe.Domain no sabe que hay HTTP: mueve eso a Icsoe.Api."
        );

    [TestCaseSource(nameof(Paquetes))]
    public void Un_paquete_solo_se_usa_en_su_cuarto(KeyValuePair<string, string[]> paquete)
    {
        var ajenos = Dominio
            .Concat(Api)
            .Where(fuente => !(fuente.Ruta.StartsWith("Icsoe.Domain/", StringComparison.Ordinal) && paquete.Value.Contains(fuente.Cuarto)))
            // The web answers 503 to a damaged store: it names that exception, and nothing else of the package.
            .Where(fuente => !SoloLaExcepcion(fuente, paquete.Key))
            .Where(fuente =>
                Regex.IsMatch(fuente.Codigo, $@"(?<![\w.]){Regex.Escape(paquete.Key)}\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            )
            .Select(fuente => fuente.Ruta);

        Assert.That(
            ajenos,
            Is.Empty,
            $"{paquete.Key} solo se usa en {string.Join(" y ", paquete.Value)}: pide a ese cuarto lo que necesitas."
        );
    }

    [Test]
    public void Solo_Almacen_sabe_SQL() =>
        Assert.That(
            Dominio.Concat(Api).Where(fuente => fuente.Cuarto != "Almacen" && Sql().IsMatch(fuente.Codigo)).Select(fuente => fuente.Ruta),
            Is.Empty,
            "Una pregunta es un valor (Consulta) y Almacen la responde: lleva ahí ese SQL."
        );

    [Test]
    public void Lo_que_sirve_la_web_no_puede_escribir_ni_ver_lo_privado() =>
        Assert.That(
            Api.Where(fuente => fuente.Cuarto != "Comandos" && Escritura().IsMatch(fuente.Codigo)).Select(fuente => fuente.Ruta),
            Is.Empty,
            "El proceso web solo lee: EscritorPublico, Sellado, Respaldo y Recepcion son de Icsoe.Api/Comandos."
        );

    [Test]
    public void Ningun_archivo_pasa_de_400_lineas() =>
        Assert.That(
            Dominio
                .Concat(Api)
                .Concat(Fuente.De("Icsoe.Tests"))
                .Where(fuente => fuente.Lineas > 400)
                .Select(fuente => $"{fuente.Ruta}: {fuente.Lineas}"),
            Is.Empty,
            "Ese archivo hace más de una cosa: sepáralas."
        );

    private static bool SoloLaExcepcion(Fuente fuente, string paquete) =>
        paquete == "Microsoft.Data.Sqlite"
        && fuente.Ruta.StartsWith("Icsoe.Api/", StringComparison.Ordinal)
        && DeSqlite().Matches(fuente.Codigo).All(nombre => nombre.Value == "SqliteException");

    private static IEnumerable<string> CuartosQueNombra(Fuente fuente) =>
        fuente
            .Usos.Where(uso => uso.StartsWith("Icsoe.Domain.", StringComparison.Ordinal))
            .Select(uso => uso.Split('.')[2])
            .Concat(NombreCalificado().Matches(fuente.Codigo).Select(nombre => nombre.Groups["cuarto"].Value));

    /// <summary><c>Almacen.AlmacenException</c>: a room named without a using. What precedes it tells it from a member of that name.</summary>
    [GeneratedRegex(
        @"(?<![\w.""«]|namespace )(Icsoe\.Domain\.)?(?<cuarto>Modelo|Tiempo|Lectura|Reglas|Clasificacion|Publicaciones|Validacion|Exportacion|Almacen|Sellado|Respaldo|Muestra)\.[A-Z]",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NombreCalificado();

    [GeneratedRegex(@"\bSqlite\w+", RegexOptions.None, 1000)]
    private static partial Regex DeSqlite();

    [GeneratedRegex("\"\\s*(SELECT |INSERT |UPDATE |DELETE |PRAGMA |CREATE |DROP |ATTACH |VACUUM)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sql();

    [GeneratedRegex(
        @"\b(EscritorPublico|EscrituraDeListado|AlmacenRecepcion|Domain\.Sellado|Domain\.Respaldo|Almacen\.Recepcion|LineaDeOrdenes\.Ejecutar|Candado)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Escritura();
}
