using System.Globalization;
using System.Text.Unicode;
using Icsoe.Api.Problemas;
using Microsoft.AspNetCore.WebUtilities;

namespace Icsoe.Api.Parametros;

/// <summary>The parameters of a request, read and checked against those an operation takes.</summary>
public sealed class ValoresLeidos
{
    private readonly Dictionary<string, List<(string Texto, object? Valor)>> _valores = [];
    private readonly IReadOnlyList<Parametro> _admitidos;

    private ValoresLeidos(IReadOnlyList<Parametro> admitidos) => _admitidos = admitidos;

    /// <summary>
    /// Reads a whole query string. Names are exact (not as in <c>Request.Query</c>, which folds case), and every error is added
    /// to <paramref name="errores"/>, in order of appearance.
    /// </summary>
    public static ValoresLeidos Leer(
        string? cadena,
        IReadOnlyList<Parametro> admitidos,
        DateOnly hoy,
        ICollection<ErrorDeSolicitud> errores
    )
    {
        var leidos = new ValoresLeidos(admitidos);
        var vistos = new Dictionary<string, int>();
        foreach (var par in new QueryStringEnumerable(cadena))
        {
            var nombre = par.DecodeName().ToString();
            var texto = par.DecodeValue().ToString();
            var veces = vistos[nombre] = vistos.GetValueOrDefault(nombre) + 1;
            var error = EsUtf8(par.EncodedValue.Span) ? leidos.Revisar(nombre, texto, veces, hoy) : MalCodificado(nombre, texto);
            if (error is not null)
                errores.Add(error);
        }
        return leidos;
    }

    /// <summary>Whether the bytes behind the percent signs are text: the decoder leaves those that are not as they were written.</summary>
    private static bool EsUtf8(ReadOnlySpan<char> codificado)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < codificado.Length; i++)
        {
            if (
                codificado[i] == '%'
                && i + 2 < codificado.Length
                && byte.TryParse(codificado.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var valor)
            )
            {
                bytes.Add(valor);
                i += 2;
            }
            else if (char.IsAscii(codificado[i]))
                bytes.Add((byte)codificado[i]);
        }
        return Utf8.IsValid(bytes.ToArray());
    }

    private static ErrorDeSolicitud MalCodificado(string nombre, string texto) =>
        new(
            CatalogoDeProblemas.ValorInvalido,
            nombre,
            texto,
            new($"«{nombre}» no está en UTF-8: revisa los signos de porcentaje.", $"`{nombre}` is not UTF-8: check its percent signs.")
        );

    /// <summary>Values of a parameter; empty when it was not given.</summary>
    public IReadOnlyList<T> Todos<T>(Parametro<T> parametro) =>
        _valores.TryGetValue(parametro.Nombre, out var valores) ? [.. valores.Select(par => (T)par.Valor!)] : [];

    /// <summary>The value of a single-valued parameter; null when it was not given.</summary>
    public T? Uno<T>(Parametro<T> parametro)
        where T : class => _valores.TryGetValue(parametro.Nombre, out var valores) ? (T)valores[0].Valor! : null;

    /// <summary>Whether it was given.</summary>
    public bool Tiene(Parametro parametro) => _valores.ContainsKey(parametro.Nombre);

    /// <summary>The query in its one canonical form: in the order of the table, values in ordinal order and once each.</summary>
    public IEnumerable<(string Nombre, string Valor)> Canonicos(Func<Parametro, bool> elegir) =>
        from parametro in _admitidos
        where elegir(parametro) && _valores.ContainsKey(parametro.Nombre)
        from texto in _valores[parametro.Nombre].Select(par => par.Texto).Distinct().Order(StringComparer.Ordinal)
        select (parametro.Nombre, texto);

    private ErrorDeSolicitud? Revisar(string nombre, string texto, int veces, DateOnly hoy)
    {
        var parametro = _admitidos.FirstOrDefault(admitido => admitido.Nombre == nombre);
        if (parametro is null)
            return veces == 1 ? Desconocido(nombre, texto) : null;
        if (!parametro.Multiple && veces > 1)
        {
            return veces > 2
                ? null
                : new(
                    CatalogoDeProblemas.ParametroRepetido,
                    nombre,
                    texto,
                    new($"«{nombre}» admite un solo valor y viene repetido.", $"`{nombre}` takes one value and is given more than once.")
                );
        }
        if (veces > Parametro.ValoresMaximos)
        {
            return veces > Parametro.ValoresMaximos + 1
                ? null
                : new(
                    CatalogoDeProblemas.DemasiadosValores,
                    nombre,
                    Valor: null,
                    new(
                        $"«{nombre}» admite hasta {Parametro.ValoresMaximos} valores.",
                        $"`{nombre}` takes up to {Parametro.ValoresMaximos} values."
                    )
                );
        }
        if (texto.Length == 0)
        {
            return new(
                CatalogoDeProblemas.ParametroVacio,
                nombre,
                texto,
                new($"«{nombre}» viene sin valor.", $"`{nombre}` has no value."),
                Validos: parametro.Valores is [] ? null : parametro.Valores
            );
        }
        if (texto.Length > Parametro.LongitudMaxima)
        {
            return new(
                CatalogoDeProblemas.ParametroDemasiadoLargo,
                nombre,
                texto,
                new(
                    $"«{nombre}» tiene {texto.Length} caracteres; el máximo es {Parametro.LongitudMaxima}.",
                    $"`{nombre}` has {texto.Length} characters; the maximum is {Parametro.LongitudMaxima}."
                )
            );
        }
        var valor = parametro.Leer(texto, hoy, out var fallo);
        if (fallo is not null)
        {
            var detalle = new Texto($"«{nombre}»: {fallo.Detalle.Es}", $"`{nombre}`: {fallo.Detalle.En}");
            return new(fallo.Tipo, nombre, texto, detalle, fallo.Sugerencia, fallo.Validos);
        }
        if (!_valores.TryGetValue(nombre, out var valores))
            _valores[nombre] = valores = [];
        valores.Add((texto, valor));
        return null;
    }

    private ErrorDeSolicitud Desconocido(string nombre, string texto)
    {
        var validos = _admitidos.Select(admitido => admitido.Nombre).ToList();
        var parecido = Distancia.MasParecido(nombre, validos, siempre: true);
        var visible = nombre.Length > 60 ? nombre[..60] + "…" : nombre;
        var cola = parecido is null ? new Texto("", "") : new Texto($" ¿Quisiste escribir «{parecido}»?", $" Did you mean `{parecido}`?");
        return new(
            CatalogoDeProblemas.ParametroDesconocido,
            nombre,
            texto,
            validos is []
                ? new(
                    $"No existe el parámetro «{visible}»: esta dirección no admite ninguno.",
                    $"There is no parameter `{visible}`: this address takes none."
                )
                : new($"No existe el parámetro «{visible}».{cola.Es}", $"There is no parameter `{visible}`.{cola.En}"),
            parecido,
            validos
        );
    }
}
