using System.Text.Json.Nodes;
using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Casos;

/// <summary>
/// Each code has its pair: <c>CODIGO.ndjson</c>, filings on both sides of its edge, and <c>CODIGO.esperado.json</c>, by folio
/// the list and the findings of everything that must be listed.
/// </summary>
public class CasosTests
{
    private static readonly string Carpeta = Path.Combine(TestContext.CurrentContext.TestDirectory, "Casos");

    private static IEnumerable<string> CodigosDelCatalogo => Inconsistencia.Catalogo.Select(entrada => entrada.Codigo.Valor());

    [TestCaseSource(nameof(CodigosDelCatalogo))]
    public void Cada_codigo_tiene_su_pareja_de_casos(string codigo)
    {
        foreach (var archivo in new[] { $"{codigo}.ndjson", $"{codigo}.esperado.json" })
        {
            Assert.That(
                File.Exists(Path.Combine(Carpeta, archivo)),
                $"Falta Icsoe.Tests/Casos/{archivo}. Una inconsistencia nueva trae dos archivos: {codigo}.ndjson, con informativas a "
                    + $"ambos lados de su límite, y {codigo}.esperado.json, con la lista y los hallazgos de cada folio. Copie los de otro código."
            );
        }
    }

    [TestCaseSource(nameof(CodigosDelCatalogo))]
    public void Cada_caso_da_lo_esperado(string codigo)
    {
        var esperado = JsonNode.Parse(File.ReadAllText(Path.Combine(Carpeta, $"{codigo}.esperado.json")))!.AsObject();
        var clasificador = new Clasificador(new Juez());
        var dado = new JsonObject();
        var expedientes = LectorDeCasos
            .Leer(Path.Combine(Carpeta, $"{codigo}.ndjson"))
            .GroupBy(informativa => (informativa.Periodo, informativa.ClaveDeExpediente));
        foreach (var expediente in expedientes)
        {
            foreach (var veredicto in clasificador.Clasificar([.. expediente], new DateOnly(2026, 5, 31)).Veredictos)
            {
                dado[veredicto.Informativa.Folio!] = new JsonObject
                {
                    ["lista"] = veredicto.Lista.Valor(),
                    ["inconsistencias"] = new JsonArray([.. veredicto.Inconsistencias.Select(Escribir)]),
                    ["observaciones"] = new JsonArray([.. veredicto.Observaciones.Select(Escribir)]),
                };
            }
        }
        Assert.That(JsonNode.DeepEquals(dado, esperado), $"Se esperaba:\n{esperado}\npero fue:\n{dado}");
    }

    [TestCaseSource(nameof(CodigosDelCatalogo))]
    public void Cada_caso_esta_a_ambos_lados_de_su_limite(string codigo)
    {
        var esperado = JsonNode.Parse(File.ReadAllText(Path.Combine(Carpeta, $"{codigo}.esperado.json")))!.AsObject();
        var conHallazgo = esperado.Count(par =>
            par.Value!["inconsistencias"]!.AsArray().Any(hallazgo => (string?)hallazgo!["codigo"] == codigo)
        );
        Assert.That(conHallazgo, Is.InRange(1, esperado.Count - 1), "Hace falta una informativa con el hallazgo y otra sin él.");
    }

    /// <summary>Only what is not null, in the words of the API.</summary>
    private static JsonNode Escribir(Hallazgo hallazgo)
    {
        var objeto = new JsonObject { ["codigo"] = hallazgo.Codigo.Valor() };
        if (hallazgo.Contrato is { } contrato)
            objeto["contrato"] = contrato;
        if (hallazgo.Motivo is { } motivo)
            objeto["motivo"] = Motivo(motivo);
        if (hallazgo.Caso is { } caso)
            objeto["caso"] = caso == CasoMultiple.Otro ? "otro" : (int)caso;
        if (hallazgo.Relacionadas.Count > 0)
            objeto["relacionadas"] = new JsonArray([.. hallazgo.Relacionadas.Select(folio => (JsonNode)folio)]);
        if (hallazgo.Declarados is { } declarados)
            objeto["declarados"] = declarados;
        if (hallazgo.Presentados is { } presentados)
            objeto["presentados"] = presentados;
        if (hallazgo.ConfianzaBaja)
            objeto["confianza"] = "baja";
        return objeto;
    }

    private static string Motivo(MotivoFechaInicio motivo) =>
        motivo switch
        {
            MotivoFechaInicio.Ausente => "ausente",
            MotivoFechaInicio.Ilegible => "ilegible",
            MotivoFechaInicio.PosteriorAlFin => "posterior_al_fin",
            _ => "fuera_del_periodo",
        };
}
