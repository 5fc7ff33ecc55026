using System.Text.Json;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Reconciliacion;

/// <summary>One query of a batch (Reconciliation Service API 0.2, «Structure of a Reconciliation Query»).</summary>
/// <param name="Id">How the client calls it.</param>
/// <param name="Nombre">The name to look for, or a clave.</param>
/// <param name="Limite">Candidates at most.</param>
/// <param name="Tipos">Only those of any of them; empty for all.</param>
/// <param name="Periodos">Only who appears in one of them; empty for all.</param>
/// <param name="Personas">Only those of one of them; empty for all.</param>
/// <param name="Contrapartes">With whom it should have contracts, and what they are in them: names or claves.</param>
public sealed record ConsultaDeReconciliacion(
    string Id,
    string Nombre,
    int Limite,
    IReadOnlyList<Tipo> Tipos,
    IReadOnlyList<Periodo> Periodos,
    IReadOnlyList<TipoPersona> Personas,
    IReadOnlyList<(Rol Rol, string Quien)> Contrapartes
)
{
    private const int LimitePorOmision = 5;
    private const int LimiteMaximo = 50;
    private const int ValoresMaximos = 20;

    /// <summary>Reads a batch; past <see cref="Manifiesto.LoteMaximo"/> it is a 413, as the standard says.</summary>
    public static (IReadOnlyList<ConsultaDeReconciliacion>? Lote, Problema? Problema) Leer(ReadOnlyMemory<byte> json, DateOnly hoy)
    {
        var demasiadas = false;
        var (lote, problema) = CuerpoJson.Leer(
            json,
            hoy,
            (cuerpo, raiz) =>
            {
                var entradas = cuerpo.Mapa(raiz, "");
                demasiadas = entradas.Count > Manifiesto.LoteMaximo;
                return demasiadas
                    ? []
                    : entradas.Select(par => Una(cuerpo, par.Nombre, par.Valor)).OfType<ConsultaDeReconciliacion>().ToList();
            }
        );
        return demasiadas
            ? (
                null,
                new(
                    CatalogoDeProblemas.CuerpoDemasiadoGrande,
                    new($"Un lote lleva hasta {Manifiesto.LoteMaximo} consultas.", $"A batch has up to {Manifiesto.LoteMaximo} queries.")
                )
            )
            : (lote, problema);
    }

    private static ConsultaDeReconciliacion? Una(CuerpoJson cuerpo, string id, JsonElement valor)
    {
        var objeto = cuerpo.Objeto(valor, id, "query", "type", "type_strict", "limit", "properties");
        if (objeto is null)
            return null;
        var nombre = cuerpo.Texto(objeto, "query", LectoresDeBusqueda.Texto, obligatorio: true);
        // OpenRefine sends a 0 when nobody chose.
        var limite = cuerpo.Entero(objeto, "limit", 0, int.MaxValue) is { } pedido and > 0 ? pedido : LimitePorOmision;
        var (periodos, personas, contrapartes) = (new List<Periodo>(), new List<TipoPersona>(), new List<(Rol, string)>());
        var numero = 0;
        foreach (var propiedad in objeto.Miembros.ContainsKey("properties") ? cuerpo.Lista(objeto, "properties", ValoresMaximos) : [])
        {
            var lugar = $"{id}.properties[{numero++}]";
            if (cuerpo.Objeto(propiedad, lugar, "pid", "v") is not { } suya)
                continue;
            var pid =
                suya.Miembros.TryGetValue("pid", out var escrito) && escrito.ValueKind == JsonValueKind.String ? escrito.GetString() : null;
            if (Filtro.Todos.All(filtro => filtro.Id != pid))
            {
                var validos = Filtro.Todos.Select(filtro => filtro.Id).ToList();
                cuerpo.Rechazar(
                    CatalogoDeProblemas.ValorInvalido,
                    $"{lugar}.pid",
                    pid,
                    new($"No hay una propiedad «{pid}» con que acotar.", $"There is no property `{pid}` to narrow by."),
                    Distancia.MasParecido(pid ?? "", validos, siempre: true),
                    validos
                );
                continue;
            }
            foreach (var texto in Textos(suya.Miembros.GetValueOrDefault("v")).Take(ValoresMaximos))
            {
                if (pid == Filtro.Periodo.Id)
                    Agregar(periodos, TablaDeParametros.Periodo.Lector, texto, $"{lugar}.v");
                else if (pid == Filtro.TipoPersona.Id)
                    Agregar(personas, ParametrosDePartes.TipoPersona.Lector, texto, $"{lugar}.v");
                else
                    contrapartes.Add((pid == Filtro.Contratante.Id ? Rol.Contratante : Rol.Contratista, texto));
            }
        }
        return nombre is null ? null : new(id, nombre, Math.Min(limite, LimiteMaximo), Pedidos(objeto), periodos, personas, contrapartes);

        void Agregar<T>(List<T> valores, Lector<T> lector, string texto, string lugar)
        {
            var leido = lector(texto, cuerpo.Hoy, out var fallo);
            if (fallo is null)
                valores.Add(leido!);
            else
                cuerpo.Rechazar(fallo.Tipo, lugar, texto, fallo.Detalle, fallo.Sugerencia, fallo.Validos);
        }
    }

    /// <summary>A type that we do not have narrows nothing: the standard leaves that to the service.</summary>
    private static List<Tipo> Pedidos(ObjetoJson objeto)
    {
        var pedidos = Textos(objeto.Miembros.GetValueOrDefault("type")).ToList();
        return [.. Tipo.Todos.Where(tipo => tipo != Tipo.Parte && pedidos.Contains(tipo.Id))];
    }

    /// <summary>A value, or each of an array of them, as text; of an entity, its id.</summary>
    private static IEnumerable<string> Textos(JsonElement valor) =>
        valor.ValueKind switch
        {
            JsonValueKind.Array => valor.EnumerateArray().SelectMany(Textos),
            JsonValueKind.Object => valor.TryGetProperty("id", out var id) ? Textos(id) : [],
            JsonValueKind.String => string.IsNullOrWhiteSpace(valor.GetString()) ? [] : [valor.GetString()!.Trim()],
            JsonValueKind.Number => [valor.GetRawText()],
            _ => [],
        };
}
