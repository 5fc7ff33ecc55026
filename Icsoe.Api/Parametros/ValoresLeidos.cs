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
            var escrito = par.DecodeValue().ToString();
            var legible = EsUtf8(par.EncodedValue.Span);
            var parametro = admitidos.FirstOrDefault(admitido => admitido.Nombre == nombre);
            foreach (var texto in parametro is { PorComas: true } ? escrito.Split(',') : [escrito])
            {
                var veces = vistos[nombre] = vistos.GetValueOrDefault(nombre) + 1;
                var error = legible ? leidos.Revisar(parametro, nombre, texto, veces, hoy) : MalCodificado(nombre, texto);
                if (error is not null)
                    errores.Add(error);
            }
        }
        foreach (var parametro in admitidos.Where(admitido => admitido.Obligatorio && !vistos.ContainsKey(admitido.Nombre)))
            errores.Add(Falta(parametro));
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

    private static ErrorDeSolicitud Falta(Parametro parametro) =>
        new(
            CatalogoDeProblemas.ParametroFaltante,
            parametro.Nombre,
            Valor: null,
            new(
                $"Falta el parámetro «{parametro.Nombre}», como {parametro.Nombre}={parametro.Ejemplo}.",
                $"The parameter `{parametro.Nombre}` is missing, like {parametro.Nombre}={parametro.Ejemplo}."
            )
        );

    /// <summary>Values of a parameter; empty when it was not given.</summary>
    public IReadOnlyList<T> Todos<T>(Parametro<T> parametro) =>
        _valores.TryGetValue(parametro.Nombre, out var valores) ? [.. valores.Select(par => (T)par.Valor!)] : [];

    /// <summary>The value of a single-valued parameter; null when it was not given.</summary>
    public T? Uno<T>(Parametro<T> parametro)
        where T : class => _valores.TryGetValue(parametro.Nombre, out var valores) ? (T)valores[0].Valor! : null;

    /// <summary>The value of a single-valued parameter of numbers, days or options; null when it was not given.</summary>
    public T? Valor<T>(Parametro<T> parametro)
        where T : struct => _valores.TryGetValue(parametro.Nombre, out var valores) ? (T)valores[0].Valor! : null;

    /// <summary>The value of a single-valued number or, when it was not given, the one that the operation takes it to have.</summary>
    public int? OPorOmision(Parametro<int> parametro) =>
        Valor(parametro) ?? _admitidos.FirstOrDefault(admitido => admitido.Nombre == parametro.Nombre)?.PorOmision;

    /// <summary>Whether it was given.</summary>
    public bool Tiene(Parametro parametro) => _valores.ContainsKey(parametro.Nombre);

    /// <summary>The query in its one canonical form: in the order of the table, values in ordinal order and once each.</summary>
    public IEnumerable<(string Nombre, string Valor)> Canonicos(Func<Parametro, bool> elegir) =>
        from parametro in _admitidos
        where elegir(parametro)
        from texto in Canonicos(parametro)
        select (parametro.Nombre, texto);

    /// <summary>Values of a parameter as written, in ordinal order and once each; empty when it was not given.</summary>
    public IEnumerable<string> Canonicos(Parametro parametro) =>
        _valores.TryGetValue(parametro.Nombre, out var valores)
            ? valores.Select(par => par.Texto).Distinct().Order(StringComparer.Ordinal)
            : [];

    private ErrorDeSolicitud? Revisar(Parametro? parametro, string nombre, string escrito, int veces, DateOnly hoy)
    {
        if (parametro is null)
            return veces == 1 ? Desconocido(nombre, escrito) : null;
        // Checked, kept and made canonical in its one form: however it is written, it is the same question.
        var texto = parametro.Normalizar?.Invoke(escrito) ?? escrito;
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
        // Characters as a JSON schema counts them: an emoji is one.
        var largo = texto.EnumerateRunes().Count();
        if (largo > parametro.Largo)
        {
            return new(
                CatalogoDeProblemas.ParametroDemasiadoLargo,
                nombre,
                texto,
                new(
                    $"«{nombre}» tiene {largo} caracteres; el máximo es {parametro.Largo}.",
                    $"`{nombre}` has {largo} characters; the maximum is {parametro.Largo}."
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
        var visible = Problema.Visible(nombre);
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
