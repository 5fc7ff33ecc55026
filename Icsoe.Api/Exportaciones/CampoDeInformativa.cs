using System.Text;
using Icsoe.Api.Informativas;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Exportaciones;

/// <summary>A field of the exported informativas: those of their JSON, parties flattened, and of findings their codes.</summary>
/// <param name="Valor">A text, a number, a day, a boolean, a list of words, or null.</param>
public sealed record CampoDeInformativa(string Nombre, Func<InformativaResponse, object?> Valor)
{
    public static IReadOnlyList<CampoDeInformativa> Todos { get; } =
    [
        new("id", i => i.Id),
        new("folio", i => i.Folio),
        new("tipo", i => i.Tipo),
        new("lista", i => i.Lista),
        new("ejercicio", i => i.Ejercicio),
        new("cuatrimestre", i => i.Cuatrimestre),
        new("periodo", i => i.Periodo),
        new("fecha_presentacion", i => i.FechaPresentacion),
        new("tardia", i => i.Tardia),
        new("contratista", i => i.Contratista.Nombre),
        new("tipo_persona_contratista", i => i.Contratista.TipoPersona),
        new("contratista_clave", i => i.Contratista.Clave),
        new("contratos", i => i.Contratos),
        new("inconsistencias", i => i.Inconsistencias.Select(hallazgo => hallazgo.Codigo).Distinct().ToList()),
        new("observaciones", i => i.Observaciones.Select(hallazgo => hallazgo.Codigo).Distinct().ToList()),
    ];

    public static void Escribir(EscritorCsv csv, IReadOnlyList<CampoDeInformativa> campos, InformativaPublica informativa)
    {
        var respuesta = InformativaResponse.From(informativa);
        foreach (var campo in campos)
        {
            _ = campo.Valor(respuesta) switch
            {
                int numero => csv.Campo(numero),
                DateOnly dia => csv.Campo(dia),
                bool logico => csv.Palabra(logico ? "true" : "false"),
                IReadOnlyList<string> palabras => csv.Palabra(string.Join(';', palabras)),
                var texto => csv.Campo((string?)texto),
            };
        }
        csv.Fin();
    }

    public static void Escribir(EscritorDeJson json, IReadOnlyList<CampoDeInformativa> campos, InformativaPublica informativa)
    {
        var respuesta = InformativaResponse.From(informativa);
        for (var i = 0; i < campos.Count; i++)
        {
            json.Crudo(i == 0 ? "{"u8 : ","u8).Palabra(campos[i].Nombre).Crudo(":"u8);
            _ = campos[i].Valor(respuesta) switch
            {
                int numero => json.Numero(numero),
                DateOnly dia => json.Dia(dia),
                bool logico => json.Logico(logico),
                IReadOnlyList<string> palabras => Lista(json, palabras),
                var texto => json.Texto(Encoding.UTF8.GetBytes((string?)texto ?? "")),
            };
        }
        json.Crudo("}\n"u8);
    }

    private static EscritorDeJson Lista(EscritorDeJson json, IReadOnlyList<string> palabras)
    {
        json.Crudo("["u8);
        for (var i = 0; i < palabras.Count; i++)
            json.Crudo(i == 0 ? ""u8 : ","u8).Palabra(palabras[i]);
        return json.Crudo("]"u8);
    }
}
