using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Listados;

/// <summary>The parts <c>{lista}/{ejercicio}/{cuatrimestre}</c> of a path, checked one by one so that each can say what would be valid.</summary>
public static class RutaDeListado
{
    public static Parametro<Lista> Lista { get; } = TablaDeParametros.Lista.Como("lista", TablaDeParametros.Lista.Descripcion);

    public static Parametro<int> Ejercicio { get; } =
        TablaDeParametros.Ejercicio.Como("ejercicio", TablaDeParametros.Ejercicio.Descripcion);

    public static Parametro<int> Cuatrimestre { get; } =
        TablaDeParametros.Cuatrimestre.Como("cuatrimestre", TablaDeParametros.Cuatrimestre.Descripcion);

    /// <summary>Years with listados: from the first to the current one.</summary>
    public static IEnumerable<int> Ejercicios(DateOnly hoy) =>
        Enumerable.Range(Periodo.PrimerEjercicio, hoy.Year - Periodo.PrimerEjercicio + 1);

    public static Problema? LeerLista(Peticion peticion, out Lista lista)
    {
        var escrita = peticion.DeRuta("lista");
        if (Valores.TryParse(escrita, out lista))
            return null;
        return NoExiste(
            CatalogoDeProblemas.ListaInexistente,
            "lista",
            escrita,
            new($"No existe la lista «{Problema.Visible(escrita)}».", $"There is no list `{Problema.Visible(escrita)}`."),
            TablaDeParametros.Lista.Valores
        );
    }

    public static Problema? LeerEjercicio(Peticion peticion, out int ejercicio)
    {
        var escrito = peticion.DeRuta("ejercicio");
        var validos = Ejercicios(peticion.Hoy).Select(anio => anio.ToString()).ToList();
        // Only as it is written: «02026» and «+2026» are other addresses.
        if (validos.Contains(escrito))
        {
            ejercicio = int.Parse(escrito);
            return null;
        }
        ejercicio = 0;
        return NoExiste(
            CatalogoDeProblemas.EjercicioInexistente,
            "ejercicio",
            escrito,
            new(
                $"No hay listados del ejercicio «{Problema.Visible(escrito)}»; los hay de {validos[0]} a {validos[^1]}.",
                $"There are no listings of year `{Problema.Visible(escrito)}`; there are from {validos[0]} to {validos[^1]}."
            ),
            validos
        );
    }

    /// <summary>Reads all three parts, the first wrong one told.</summary>
    public static Problema? Leer(Peticion peticion, out Listado listado)
    {
        listado = default;
        if ((LeerLista(peticion, out var lista) ?? LeerEjercicio(peticion, out _)) is { } problema)
            return problema;
        LeerEjercicio(peticion, out var ejercicio);
        var escrito = peticion.DeRuta("cuatrimestre");
        if (escrito is not ("1" or "2" or "3"))
        {
            return NoExiste(
                CatalogoDeProblemas.CuatrimestreInexistente,
                "cuatrimestre",
                escrito,
                new(
                    $"No existe el cuatrimestre «{Problema.Visible(escrito)}»; son 1, 2 y 3.",
                    $"There is no cuatrimestre `{Problema.Visible(escrito)}`; they are 1, 2 and 3."
                ),
                TablaDeParametros.Cuatrimestre.Valores
            );
        }
        listado = new(Periodo.De(ejercicio, escrito[0] - '0'), lista);
        return null;
    }

    private static Problema NoExiste(TipoDeProblema tipo, string parametro, string valor, Texto detalle, IReadOnlyList<string> validos) =>
        new(tipo, detalle) { Errores = [new(tipo, parametro, valor, detalle, Distancia.MasParecido(valor, validos), validos)] };
}
