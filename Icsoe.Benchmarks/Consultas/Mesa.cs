using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>Field of a row that a text is looked for in.</summary>
internal enum Campo
{
    Todos,
    Contratista,
    Contratante,
    Servicio,
}

/// <summary>What one question is drawn on: its numbers, and a row that its filters are mostly taken from, so that many of them find something.</summary>
internal sealed class Mesa
{
    private const double DeLaFila = 0.6;
    private const int LargoMaximo = 512;

    private readonly Acopio _acopio;
    private readonly RenglonPublico _fila;
    private Azar _azar;

    public Mesa(Acopio acopio, Entidad entidad, Azar azar)
    {
        (_acopio, _azar, Entidad) = (acopio, azar, entidad);
        _fila = _azar.Una(entidad == Entidad.Informativa ? acopio.Renglones : acopio.Contratos);
    }

    public Entidad Entidad { get; }

    public Acopio Acopio => _acopio;

    public int Entre(int desde, int hasta) => _azar.Entre(desde, hasta);

    public bool Suerte(double probabilidad) => _azar.Suerte(probabilidad);

    public T Una<T>(params IReadOnlyList<T> opciones) => _azar.Una(opciones);

    /// <summary>The row of the question, or any other.</summary>
    public RenglonPublico Renglon() =>
        Suerte(DeLaFila) ? _fila : _azar.Una(Entidad == Entidad.Informativa ? _acopio.Renglones : _acopio.Contratos);

    /// <summary>Any row with a contract.</summary>
    public RenglonPublico ConContrato() => _fila.Contrato is not null && Suerte(DeLaFila) ? _fila : _azar.Una(_acopio.Contratos);

    public string Comun(Campo campo) => Una(De(campo).Comunes);

    public string Media(Campo campo) => Una(De(campo).Medias);

    public string Rara(Campo campo) => Una(De(campo).Raras);

    /// <summary>Two or three words of one text, in any order.</summary>
    public string Varias(Campo campo)
    {
        var palabras = Palabras(campo);
        var elegidas = Enumerable.Range(0, Entre(2, 3)).Select(_ => Una(palabras)).Distinct();
        return string.Join(' ', elegidas);
    }

    /// <summary>The first letters of a word, as somebody who is still typing.</summary>
    public string Prefijo(Campo campo)
    {
        var palabra = Una(Palabras(campo));
        return palabra[..Math.Min(palabra.Length, Entre(1, 6))].ToLowerInvariant();
    }

    /// <summary>Words that stand together, in quotes.</summary>
    public string Frase(Campo campo)
    {
        var palabras = Palabras(campo);
        var desde = Entre(0, Math.Max(0, palabras.Count - 2));
        return $"\"{string.Join(' ', palabras.Skip(desde).Take(Entre(2, 4)))}\"";
    }

    /// <summary>A word with a finger out of place.</summary>
    public string Errata(Campo campo)
    {
        const int Corta = 5;
        var largas = Palabras(campo).Where(palabra => palabra.Length >= Corta).ToList();
        var palabra = largas.Count > 0 ? Una(largas) : Media(campo);
        var i = Entre(1, Math.Max(1, palabra.Length - 2));
        if (palabra.Length < 3)
            return palabra + "x";
        return Entre(0, 3) switch
        {
            0 => palabra.Remove(i, 1),
            1 => palabra.Insert(i, palabra[i].ToString()),
            2 => palabra[..i] + palabra[i + 1] + palabra[i] + palabra[(i + 2)..],
            _ => palabra[..i] + (char)('a' + Entre(0, 25)) + palabra[(i + 1)..],
        };
    }

    /// <summary>A text as it stands in the row, pasted whole.</summary>
    public string Entero(Campo campo)
    {
        var texto = Texto(campo);
        return texto.Length <= LargoMaximo ? texto : texto[..LargoMaximo];
    }

    public string Inexistente() => $"zqx{Entre(100, 999)}w";

    private List<string> Palabras(Campo campo) => [.. Textos.Palabras(Texto(campo))];

    private string Texto(Campo campo)
    {
        var fila = campo is Campo.Contratante or Campo.Servicio ? ConContrato() : Renglon();
        var texto = campo switch
        {
            Campo.Contratista => fila.Contratista.Nombre,
            Campo.Contratante => fila.Contrato!.Contratante.Nombre,
            Campo.Servicio => fila.Contrato!.Servicio,
            _ => Una(fila.Contratista.Nombre, fila.Contrato?.Contratante.Nombre, fila.Contrato?.Servicio),
        };
        return texto is not null && Textos.Palabras(texto).Any() ? texto : Una(De(campo).Todos);
    }

    private Textos De(Campo campo) =>
        campo switch
        {
            Campo.Contratista => _acopio.Contratistas,
            Campo.Contratante => _acopio.Contratantes,
            Campo.Servicio => _acopio.Servicios,
            _ => Una(_acopio.Contratistas, _acopio.Contratantes, _acopio.Servicios),
        };
}
