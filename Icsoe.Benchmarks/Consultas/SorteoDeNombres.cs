using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>Draws questions about names: suggestions, parties, and whom they work for.</summary>
internal sealed class SorteoDeNombres(Acopio acopio, ulong semilla)
{
    private const int Sugerencias = 10;
    private const int Pagina = 50;
    private const int LetrasMaximas = 20;
    private const string ClaveInexistente = "aaaaaaaaaaaaa";

    /// <summary>Texts being typed, each of their beginnings a question, until there are so many.</summary>
    public IReadOnlyList<PreguntaDeSugerencias> Tecleos(int cuantos)
    {
        var tecleos = new List<PreguntaDeSugerencias>(cuantos);
        for (var i = 0; tecleos.Count < cuantos; i++)
        {
            var entera = Sugerencia(i);
            for (var letras = 1; letras <= entera.Consulta.Q.Length && tecleos.Count < cuantos; letras++)
                tecleos.Add(new(tecleos.Count, entera.Consulta with { Q = entera.Consulta.Q[..letras] }));
        }
        return tecleos;
    }

    /// <summary>A text typed so far.</summary>
    public PreguntaDeSugerencias Sugerencia(int numero)
    {
        var mesa = new Mesa(acopio, Entidad.Renglon, Azar.De(semilla, Tema.Sugerencia, numero));
        var campo = mesa.Una(Campo.Contratista, Campo.Contratante, Campo.Servicio);
        var texto = mesa.Entre(0, 4) switch
        {
            0 => mesa.Varias(campo),
            1 => mesa.Comun(campo),
            2 => mesa.Rara(campo),
            3 => mesa.Errata(campo),
            _ => mesa.Prefijo(campo),
        };
        return new(
            numero,
            new ConsultaDeSugerencias
            {
                Secuencia = acopio.Ultima,
                Limite = Sugerencias,
                Q = texto[..Math.Min(texto.Length, LetrasMaximas)].ToLowerInvariant(),
                Roles = Roles(mesa),
                Tipos = Tipos(mesa),
                Periodos = Periodos(mesa),
            }
        );
    }

    /// <summary>Parties by name, or one of them with its counterparts.</summary>
    public Pregunta Parte(int numero)
    {
        var mesa = new Mesa(acopio, Entidad.Renglon, Azar.De(semilla, Tema.Sugerencia, numero, 1));
        if (mesa.Suerte(0.4))
        {
            var contrato = mesa.ConContrato();
            return new PreguntaDeContrapartes(
                numero,
                new ConsultaDeContrapartes
                {
                    Secuencia = Secuencia(mesa),
                    Limite = Pagina,
                    Clave = mesa.Una(contrato.Contratista.Clave, contrato.Contrato!.Contratante.Clave) ?? ClaveInexistente,
                    Roles = Roles(mesa),
                    Periodos = Periodos(mesa),
                }
            );
        }
        var campo = mesa.Una(Campo.Contratista, Campo.Contratante);
        var errata = mesa.Suerte(0.1);
        return new PreguntaDePartes(
            numero,
            new ConsultaDePartes
            {
                Secuencia = Secuencia(mesa),
                Limite = Pagina,
                Q = errata
                    ? mesa.Errata(campo)
                    : mesa.Entre(0, 6) switch
                    {
                        0 => mesa.Comun(campo),
                        1 => mesa.Rara(campo),
                        2 => mesa.Varias(campo),
                        3 => mesa.Prefijo(campo),
                        4 => mesa.Frase(campo),
                        5 => mesa.Entero(campo),
                        _ => null,
                    },
                Roles = Roles(mesa),
                Tipos = Tipos(mesa),
                Periodos = Periodos(mesa),
                Aproximar = errata,
            }
        );
    }

    private int Secuencia(Mesa mesa) => mesa.Suerte(0.9) ? acopio.Ultima : mesa.Entre(1, acopio.Ultima);

    private static IReadOnlyList<Rol> Roles(Mesa mesa) => mesa.Suerte(0.2) ? [mesa.Una(Enum.GetValues<Rol>())] : [];

    private static IReadOnlyList<TipoPersona> Tipos(Mesa mesa) => mesa.Suerte(0.2) ? [mesa.Una(Enum.GetValues<TipoPersona>())] : [];

    private IReadOnlyList<Periodo> Periodos(Mesa mesa) => mesa.Suerte(0.2) ? [mesa.Una(acopio.Periodos)] : [];
}
