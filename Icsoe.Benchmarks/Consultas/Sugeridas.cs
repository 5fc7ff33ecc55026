using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>What somebody has typed so far.</summary>
internal sealed record Tecleo(int Secuencia, int Limite, string Q, TipoPersona? Tipo, Periodo? Periodo)
{
    public string EnPalabras() =>
        $"/v1/sugerencias?q={Q}{(Tipo is { } tipo ? $"&tipo_persona={tipo.Valor()}" : "")}{(Periodo is { } periodo ? $"&periodo={periodo}" : "")}&limite={Limite}";
}

/// <summary>Suggestions: names and services, letter by letter.</summary>
internal static class Sugeridas
{
    private const int Sugerencias = 10;

    /// <summary>Whole words being typed, each of its beginnings a question, until there are so many.</summary>
    public static IReadOnlyList<Tecleo> Sacar(Acopio acopio, ulong semilla, int cuantas)
    {
        var tecleos = new List<Tecleo>(cuantas);
        for (var i = 0; tecleos.Count < cuantas; i++)
        {
            var mesa = new Mesa(acopio, Entidad.Renglon, Azar.De(semilla, Tema.Sugerencia, i));
            var campo = mesa.Una(Campo.Contratista, Campo.Contratante, Campo.Servicio);
            var texto = mesa.Una(mesa.Varias(campo), mesa.Comun(campo), mesa.Rara(campo), mesa.Errata(campo)).ToLowerInvariant();
            TipoPersona? tipo = mesa.Suerte(0.2) ? mesa.Una(Enum.GetValues<TipoPersona>()) : null;
            Periodo? periodo = mesa.Suerte(0.2) ? mesa.Una(acopio.Periodos) : null;
            var largo = Math.Min(texto.Length, 20);
            for (var letras = 1; letras <= largo && tecleos.Count < cuantas; letras++)
                tecleos.Add(new Tecleo(acopio.Ultima, Sugerencias, texto[..letras], tipo, periodo));
        }
        return tecleos;
    }

    /// <summary>
    /// THE PLACE FOR <c>AlmacenPublico.Sugerencias(ConsultaDeSugerencias, ct)</c>: once it exists, this is all that changes, and the row
    /// <c>sugerencias</c> measures itself.
    /// </summary>
    /// <exception cref="NotSupportedException">The store makes no suggestions yet.</exception>
    public static void Preguntar(AlmacenPublico almacen, Tecleo tecleo) =>
        throw new NotSupportedException($"{almacen.Directorio}: {tecleo.EnPalabras()}");
}
