using System.Text.Json;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Reconciliacion;

/// <summary>One query of a batch (Reconciliation Service API 0.2, «Structure of a Reconciliation Query»).</summary>
/// <param name="Id">How the client calls it.</param>
/// <param name="Nombre">The name to look for, or a clave; null when nobody can be what is asked for.</param>
/// <param name="Limite">Candidates at most.</param>
/// <param name="Tipos">Only those of any of them; empty for all.</param>
/// <param name="Periodos">Only who appears in one of them; empty for all.</param>
/// <param name="Personas">Only those of one of them; empty for all.</param>
/// <param name="Contrapartes">With whom it should have contracts, and what they are in them: names or claves.</param>
public sealed record ConsultaDeReconciliacion(
    string Id,
    string? Nombre,
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
    private const int ContrapartesMaximas = 5;

    /// <summary>Reads a batch; past <see cref="Manifiesto.LoteMaximo"/> it is a 413, as the standard says.</summary>
    public static (IReadOnlyList<ConsultaDeReconciliacion>? Lote, Problema? Problema) Leer(ReadOnlyMemory<byte> json, DateOnly hoy)
    {
        var demasiadas = false;
        var (lote, problema) = CuerpoJson.Leer(
            json,
            hoy,
            (cuerpo, raiz) =>
            {
                var entradas = cuerpo.Mapa(raiz, "", Manifiesto.LoteMaximo);
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

    /// <summary>Whether a party is of the types, and appears in the periodos, that are asked for.</summary>
    public bool Admite(FichaDeParte ficha)
    {
        var roles = Tipos.Select(tipo => tipo.Rol).OfType<Rol>().ToList();
        var personas = Tipos.Select(tipo => tipo.Persona).OfType<TipoPersona>().Concat(Personas).ToList();
        return (roles.Count == 0 || roles.Exists(rol => ficha.Roles.Contains(rol)))
            && (personas.Count == 0 || personas.Contains(ficha.TipoPersona))
            && (Periodos.Count == 0 || Periodos.Any(periodo => ficha.Periodos.Contains(periodo)));
    }

    private static ConsultaDeReconciliacion? Una(CuerpoJson cuerpo, string id, JsonElement valor)
    {
        var lugar = CuerpoJson.Corto(id);
        if (cuerpo.Objeto(valor, lugar, "query", "type", "type_strict", "limit", "properties") is not { } objeto)
            return null;
        var acotada = new Acotada(objeto.Miembros.GetValueOrDefault("query"));
        if (!objeto.Miembros.ContainsKey("query"))
            cuerpo.Texto(objeto, "query", LectoresDeBusqueda.Texto, obligatorio: true);
        // OpenRefine sends a 0 when nobody chose.
        var limite = cuerpo.Entero(objeto, "limit", 0, int.MaxValue) is { } pedido and > 0 ? pedido : LimitePorOmision;
        var numero = 0;
        foreach (var propiedad in objeto.Miembros.ContainsKey("properties") ? cuerpo.Lista(objeto, "properties", ValoresMaximos) : [])
            Propiedad(cuerpo, propiedad, $"{lugar}.properties[{numero++}]", acotada);
        return new(
            id,
            acotada.Imposible ? null : acotada.Nombre,
            Math.Min(limite, LimiteMaximo),
            Pedidos(objeto),
            acotada.Periodos,
            acotada.Personas,
            acotada.Contrapartes
        );
    }

    private static void Propiedad(CuerpoJson cuerpo, JsonElement propiedad, string lugar, Acotada acotada)
    {
        if (cuerpo.Objeto(propiedad, lugar, "pid", "v") is not { } suya)
            return;
        var pid = cuerpo.Texto(suya, "pid", LectoresDeBusqueda.Texto, obligatorio: true);
        if (pid is null)
            return;
        if (Filtro.Todos.All(filtro => filtro.Id != pid))
        {
            var validos = Filtro.Todos.Select(filtro => filtro.Id).ToList();
            var visible = Problema.Visible(pid);
            cuerpo.Rechazar(
                CatalogoDeProblemas.ValorInvalido,
                $"{lugar}.pid",
                pid,
                new($"No hay una propiedad «{visible}» con que acotar.", $"There is no property `{visible}` to narrow by."),
                Distancia.MasParecido(pid, validos, siempre: true),
                validos
            );
            return;
        }
        foreach (var texto in Textos(suya.Miembros.GetValueOrDefault("v")).Take(ValoresMaximos))
            acotada.Agregar(pid, texto, cuerpo.Hoy);
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

    /// <summary>
    /// What the cells of somebody's row ask for. One that cannot be read is no error of the whole batch: nobody is what it says.
    /// </summary>
    private sealed class Acotada(JsonElement consulta)
    {
        public string? Nombre { get; } = Textos(consulta).FirstOrDefault(texto => texto.Length <= Parametro.LongitudMaxima);

        public List<Periodo> Periodos { get; } = [];

        public List<TipoPersona> Personas { get; } = [];

        public List<(Rol Rol, string Quien)> Contrapartes { get; } = [];

        public bool Imposible { get; private set; }

        public void Agregar(string pid, string texto, DateOnly hoy)
        {
            if (pid == Filtro.Periodo.Id)
                Leer(Periodos, TablaDeParametros.Periodo.Lector, texto, hoy);
            else if (pid == Filtro.TipoPersona.Id)
                Leer(Personas, ParametrosDePartes.TipoPersona.Lector, texto, hoy);
            else if (texto.Length > Parametro.LongitudMaxima)
                Imposible = true;
            else if (Contrapartes.Count < ContrapartesMaximas)
                Contrapartes.Add((pid == Filtro.Contratante.Id ? Rol.Contratante : Rol.Contratista, texto));
        }

        private void Leer<T>(List<T> valores, Lector<T> lector, string texto, DateOnly hoy)
        {
            var leido = lector(texto, hoy, out var fallo);
            if (fallo is null)
                valores.Add(leido!);
            else
                Imposible = true;
        }
    }
}
