using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Icsoe.Api.Catalogo;
using Icsoe.Api.Parametros;
using Icsoe.Api.Partes;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Reconciliacion;

/// <summary>Adds what the listados say to the rows of whoever reconciled them (Reconciliation Service API 0.2, «Data Extension Service»).</summary>
/// <param name="Claves">Whose values are asked for.</param>
/// <param name="Pedidas">Which, and how.</param>
public sealed record Extension(
    IReadOnlyList<string> Claves,
    IReadOnlyList<(Propiedad Propiedad, int Limite, IReadOnlyList<Periodo> Periodos)> Pedidas
)
{
    public const string AjusteDeLimite = "limite";
    public const string AjusteDePeriodo = "periodo";

    /// <summary>Reads what a client asks for.</summary>
    public static (Extension? Extension, Problema? Problema) Leer(ReadOnlyMemory<byte> json, DateOnly hoy) =>
        CuerpoJson.Leer(
            json,
            hoy,
            (cuerpo, raiz) =>
            {
                var objeto = cuerpo.Objeto(raiz, "", "ids", "properties");
                var claves = cuerpo.Lista(objeto, "ids", Manifiesto.LoteMaximo).Select((id, lugar) => Clave(cuerpo, id, lugar)).ToList();
                var pedidas = new List<(Propiedad, int, IReadOnlyList<Periodo>)>();
                var numero = 0;
                foreach (var elemento in cuerpo.Lista(objeto, "properties", Propiedad.Todas.Count))
                {
                    var lugar = $"properties[{numero++}]";
                    if (Una(cuerpo, elemento, lugar) is not { } pedida)
                        continue;
                    if (pedidas.Exists(otra => otra.Item1 == pedida.Item1))
                        cuerpo.Rechazar(
                            CatalogoDeProblemas.ParametroRepetido,
                            $"{lugar}.id",
                            pedida.Item1.Id,
                            new("Cada propiedad se pide una vez.", "Each property is asked for once.")
                        );
                    else
                        pedidas.Add(pedida);
                }
                return new Extension([.. claves.OfType<string>().Distinct()], pedidas);
            }
        );

    /// <summary>The values, by entity and property; of an entity that is not there, none.</summary>
    public JsonObject Responder(Peticion peticion)
    {
        var filas = new JsonObject();
        foreach (var clave in Claves)
        {
            var ficha = PartesEndpoints.Buscar(peticion, clave);
            var fila = new JsonObject();
            foreach (var (propiedad, limite, periodos) in Pedidas)
                fila[propiedad.Id] = new JsonArray(ficha is null ? [] : [.. propiedad.Valores(new(peticion, ficha, limite, periodos))]);
            filas[clave] = fila;
        }
        return new()
        {
            ["meta"] = new JsonArray([
                .. Pedidas.Select(pedida =>
                    Documentos.SinNulos(
                        new()
                        {
                            ["id"] = pedida.Propiedad.Id,
                            ["name"] = pedida.Propiedad.Nombre,
                            ["type"] = pedida.Propiedad.EsDePartes ? Tipo.Parte.EnJson() : null,
                        }
                    )
                ),
            ]),
            ["rows"] = filas,
        };
    }

    private static string? Clave(CuerpoJson cuerpo, JsonElement id, int lugar)
    {
        if (id.ValueKind == JsonValueKind.String && id.GetString() is { Length: <= Parametro.LongitudMaxima } clave)
            return clave;
        cuerpo.Rechazar(
            CatalogoDeProblemas.ValorInvalido,
            $"ids[{lugar}]",
            id.GetRawText(),
            new("Debe ser un identificador: una clave.", "It must be an identifier: a clave.")
        );
        return null;
    }

    private static (Propiedad, int, IReadOnlyList<Periodo>)? Una(CuerpoJson cuerpo, JsonElement elemento, string lugar)
    {
        // A client may send its name and more along with the id.
        var id =
            elemento.ValueKind == JsonValueKind.Object
            && elemento.TryGetProperty("id", out var escrito)
            && escrito.ValueKind == JsonValueKind.String
                ? escrito.GetString()
                : null;
        if (Propiedad.Todas.FirstOrDefault(propiedad => propiedad.Id == id) is not { } pedida)
        {
            var validos = Propiedad.Todas.Select(propiedad => propiedad.Id).ToList();
            var visible = Problema.Visible(id ?? "");
            cuerpo.Rechazar(
                CatalogoDeProblemas.ValorInvalido,
                $"{lugar}.id",
                id,
                new($"No hay una propiedad «{visible}».", $"There is no property `{visible}`."),
                Distancia.MasParecido(visible, validos, siempre: true),
                validos
            );
            return null;
        }
        var ajustes = elemento.TryGetProperty("settings", out var suyos) && suyos.ValueKind == JsonValueKind.Object ? suyos : default;
        return (pedida, Limite(cuerpo, ajustes, $"{lugar}.settings"), Periodos(cuerpo, ajustes, $"{lugar}.settings"));
    }

    /// <summary>A number, or its digits: a form may give either.</summary>
    private static int Limite(CuerpoJson cuerpo, JsonElement ajustes, string lugar)
    {
        if (Ajuste(ajustes, AjusteDeLimite) is not { } texto)
            return Manifiesto.LimitePorOmision;
        if (
            int.TryParse(texto, NumberStyles.None, CultureInfo.InvariantCulture, out var limite)
            && limite is >= 1 and <= Manifiesto.LimiteMaximo
        )
            return limite;
        cuerpo.Rechazar(
            CatalogoDeProblemas.ValorFueraDeRango,
            $"{lugar}.{AjusteDeLimite}",
            texto,
            new($"Debe ir de 1 a {Manifiesto.LimiteMaximo}.", $"It must be from 1 to {Manifiesto.LimiteMaximo}.")
        );
        return Manifiesto.LimitePorOmision;
    }

    private static IReadOnlyList<Periodo> Periodos(CuerpoJson cuerpo, JsonElement ajustes, string lugar)
    {
        if (Ajuste(ajustes, AjusteDePeriodo) is not { } texto)
            return [];
        var periodo = TablaDeParametros.Periodo.Lector(texto, cuerpo.Hoy, out var fallo);
        if (fallo is null)
            return [periodo];
        cuerpo.Rechazar(fallo.Tipo, $"{lugar}.{AjusteDePeriodo}", texto, fallo.Detalle, fallo.Sugerencia, fallo.Validos);
        return [];
    }

    private static string? Ajuste(JsonElement ajustes, string nombre) =>
        ajustes.ValueKind == JsonValueKind.Object && ajustes.TryGetProperty(nombre, out var valor)
            ? valor.ValueKind switch
            {
                JsonValueKind.String => string.IsNullOrWhiteSpace(valor.GetString()) ? null : valor.GetString()!.Trim(),
                JsonValueKind.Null => null,
                _ => valor.GetRawText(),
            }
            : null;
}
