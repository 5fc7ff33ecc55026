using System.Text;
using System.Text.RegularExpressions;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Lectura;

/// <summary>A row of the file of workers, as written.</summary>
/// <param name="Numero">1-based, the header counted.</param>
/// <param name="Campos">How many fields it has; fewer or more than three make it unreadable.</param>
public readonly record struct FilaDeTrabajador(int Numero, string? Nss, string? Curp, string? Sbc, int Campos);

/// <summary>
/// The file of workers that ICSOE asks for (domain, section 4): NSS, CURP and SBC, separated by commas, with or without header; or the same
/// three columns in a workbook. It is private as nothing else that is read: no message repeats anything of it.
/// </summary>
public static partial class ArchivoDeTrabajadores
{
    /// <summary>Workers in a file.</summary>
    public const int FilasMaximas = 3_000;

    /// <summary>Bytes of a file.</summary>
    public const int BytesMaximos = 15_000_000;

    /// <summary>Its columns, in order.</summary>
    public static readonly IReadOnlyList<string> Columnas = ["NSS", "CURP", "SBC"];

    private const int BytesDeCabeza = 64 << 10;
    private const int FilasDeCabeza = 20;
    private const int DigitosDeNss = 11;

    [GeneratedRegex("^[A-ZÑ]{4}[0-9]{6}[HMX][A-ZÑ]{5}[A-Z0-9][0-9]\\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FormaDeCurp();

    [GeneratedRegex("\"(?<clave>nss|curp|sbc)\"\\s*:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ClaveDeJson();

    /// <summary>Whether a file looks like one: by its header, or by what stands in its first rows. What cannot be read looks like none.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static bool Parece(string ruta, LimitesDeLectura limites, CancellationToken ct)
    {
        using var flujo = new FileStream(ruta, FileMode.Open, FileAccess.Read, FileShare.Read);
        var cabeza = new byte[BytesDeCabeza];
        var leidos = flujo.ReadAtLeast(cabeza, cabeza.Length, throwOnEndOfStream: false);
        return EsLibro(cabeza) ? Parece(() => BytesDeLibro.DeArchivo(ruta), limites, ct) : Parece(cabeza.AsSpan(0, leidos));
    }

    /// <summary>The same of bytes in memory, whatever they are said to be.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static bool Parece(ReadOnlyMemory<byte> bytes, LimitesDeLectura limites, CancellationToken ct) =>
        EsLibro(bytes.Span)
            ? Parece(() => BytesDeLibro.DeMemoria(bytes, ""), limites, ct)
            : Parece(bytes.Span[..Math.Min(bytes.Length, BytesDeCabeza)]);

    /// <summary>Reads one, whole.</summary>
    /// <exception cref="LecturaException">
    /// Too many bytes or rows, none at all, no text in UTF-8, a damaged or hostile workbook, another separator, or a column missing.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static IReadOnlyList<FilaDeTrabajador> Leer(string ruta, LimitesDeLectura limites, CancellationToken ct)
    {
        var archivo = Path.GetFileName(ruta);
        var bytes = new FileInfo(ruta).Length;
        if (bytes > BytesMaximos)
            throw new LecturaException(archivo, $"mide {bytes:N0} bytes; el máximo es {BytesMaximos:N0} por archivo.");
        using var flujo = new FileStream(ruta, FileMode.Open, FileAccess.Read, FileShare.Read);
        var cabeza = new byte[4];
        var esLibro = EsLibro(cabeza.AsSpan(0, flujo.ReadAtLeast(cabeza, cabeza.Length, throwOnEndOfStream: false)));
        flujo.Position = 0;
        var leidas = new List<FilaDeTrabajador>();
        foreach (var fila in esLibro ? DeLibro(ruta, limites, ct) : DeTexto(flujo, archivo, limites))
        {
            ct.ThrowIfCancellationRequested();
            leidas.Add(fila);
            if (leidas.Count > FilasMaximas)
                throw new LecturaException(
                    archivo,
                    $"trae más de {FilasMaximas:N0} personas trabajadoras, el máximo por archivo; divídelo."
                );
        }
        return leidas.Count > 0 ? leidas : throw new LecturaException(archivo, "no trae ninguna persona trabajadora.");
    }

    private static bool EsLibro(ReadOnlySpan<byte> cabeza) => cabeza.StartsWith("PK"u8);

    private static bool Parece(ReadOnlySpan<byte> cabeza)
    {
        var texto = Encoding.UTF8.GetString(cabeza).TrimStart('\uFEFF');
        if (texto.AsSpan().TrimStart() is ['{' or '[', ..])
            return ClaveDeJson().Matches(texto).Select(clave => clave.Groups["clave"].Value.ToUpperInvariant()).Distinct().Count() > 1;
        // In a service of several lines, or a folio, anything may stand.
        if (LectorCsv.EsEncabezado(Encoding.UTF8.GetBytes(texto)))
            return false;
        var primera = LectorCsv.PrimeraLinea(Encoding.UTF8.GetBytes(texto));
        var delimitador = ",;\t".MaxBy(signo => primera.Count(letra => letra == signo));
        try
        {
            using var csv = new RenglonesDeCsv(new StringReader(texto), delimitador, "", new LimitesDeLectura());
            for (var filas = 0; filas < FilasDeCabeza && csv.Avanzar(); filas++)
            {
                if (EsDeTrabajadores([.. Enumerable.Range(0, csv.Campos).Select(i => csv.Campo(i).Trim().ToString())]))
                    return true;
            }
            return false;
        }
        // Whoever reads it next says why it cannot be read.
        catch (LecturaException)
        {
            return false;
        }
    }

    private static bool Parece(Func<BytesDeLibro> abrir, LimitesDeLectura limites, CancellationToken ct)
    {
        try
        {
            using var libro = new LibroAbierto(abrir(), limites, ct);
            foreach (var hoja in libro.Hojas)
            {
                using var filas = new FilasDeHoja(libro, hoja);
                if (filas.Asomarse(FilasDeCabeza).Any(EsDeTrabajadores))
                    return true;
            }
            return false;
        }
        // Whoever reads it next says why it cannot be read.
        catch (LecturaException)
        {
            return false;
        }
    }

    /// <summary>Two of its headers, a CURP, or an NSS with nearly nothing beside it: no other table has them.</summary>
    private static bool EsDeTrabajadores(IEnumerable<string?> fila)
    {
        var campos = fila.OfType<string>().Where(campo => campo.Length > 0).ToList();
        return campos.Count(campo => Indice(campo) >= 0) > 1
            || campos.Exists(campo => FormaDeCurp().IsMatch(campo.Trim()))
            || (campos.Count <= Columnas.Count && campos.Exists(EsFormaDeNss));
    }

    private static bool EsFormaDeNss(string campo) => campo.Length == DigitosDeNss && campo.All(char.IsAsciiDigit);

    /// <summary>Which of the columns a header names; -1 for none.</summary>
    private static int Indice(string texto) =>
        texto.Length > 100
            ? -1
            : Plegado.Plegar(texto) switch
            {
                "NSS" or "NUMERO DE SEGURIDAD SOCIAL" => 0,
                "CURP" or "CLAVE UNICA DE REGISTRO DE POBLACION" => 1,
                "SBC" or "SALARIO BASE DE COTIZACION" => 2,
                _ => -1,
            };

    private static IEnumerable<FilaDeTrabajador> DeTexto(Stream flujo, string archivo, LimitesDeLectura limites)
    {
        using var utf8 = new FlujoUtf8(flujo, archivo, limites);
        using var texto = new StreamReader(utf8, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        int[]? orden = null;
        var numero = 0;
        while (texto.ReadLine() is { } linea)
        {
            numero++;
            if (string.IsNullOrWhiteSpace(linea))
                continue;
            // None of the three has a comma in it, nor quotes that would matter.
            var campos = linea.Split(',').Select(campo => campo.Trim().Trim('"').Trim()).ToList();
            if (orden is null)
            {
                if (campos.Count == 1 && linea.AsSpan().ContainsAny(';', '\t'))
                    throw new LecturaException(archivo, "sus columnas, NSS, CURP y SBC, van separadas por comas.");
                orden = Orden(campos, archivo, numero);
                if (orden is not null)
                    continue;
                orden = [0, 1, 2];
            }
            yield return new(numero, Campo(0), Campo(1), Campo(2), campos.Count);

            string? Campo(int columna) =>
                orden[columna] < campos.Count && campos[orden[columna]].Length > 0 ? campos[orden[columna]] : null;
        }
    }

    private static IEnumerable<FilaDeTrabajador> DeLibro(string ruta, LimitesDeLectura limites, CancellationToken ct)
    {
        using var libro = new LibroAbierto(ruta, limites, ct);
        foreach (var hoja in libro.Hojas)
        {
            using var filas = new FilasDeHoja(libro, hoja);
            var primeras = filas.Asomarse(FilasDeCabeza);
            var lugar = primeras.TakeWhile(fila => !EsDeTrabajadores(fila)).Count();
            if (lugar == primeras.Count)
                continue;
            var orden = Orden([.. primeras[lugar].Select(campo => campo ?? "")], libro.Archivo, lugar + 1);
            filas.Empezar(orden is null ? lugar : lugar + 1, orden ?? [0, 1, 2]);
            while (filas.Avanzar())
            {
                if (filas.Llenas > 0)
                    yield return new(
                        filas.Numero,
                        Celda.Texto(filas.Celdas[0]),
                        Celda.Texto(filas.Celdas[1]),
                        Celda.Texto(filas.Celdas[2]),
                        Columnas.Count
                    );
            }
            yield break;
        }
        throw new LecturaException(libro.Archivo, $"no trae las columnas {string.Join(", ", Columnas)}.");
    }

    /// <summary>Where each column stands, when the row is a header; null when it is none.</summary>
    private static int[]? Orden(List<string> campos, string archivo, int fila)
    {
        var orden = new int[Columnas.Count];
        Array.Fill(orden, -1);
        for (var i = 0; i < campos.Count; i++)
        {
            if (Indice(campos[i]) is >= 0 and var columna && orden[columna] < 0)
                orden[columna] = i;
        }
        if (Array.TrueForAll(orden, lugar => lugar < 0))
            return null;
        var faltan = Columnas.Where((_, columna) => orden[columna] < 0).ToList();
        return faltan.Count == 0
            ? orden
            : throw new LecturaException(
                archivo,
                $"al encabezado le falta {string.Join(", ", faltan)}; sus columnas son {string.Join(", ", Columnas)}.",
                fila
            );
    }
}
