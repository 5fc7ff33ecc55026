using System.Globalization;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Validacion;

/// <summary>What a file of workers is like.</summary>
/// <param name="Filas">Workers in it.</param>
/// <param name="Rechazos">One for each row with something wrong. None repeats what the row says.</param>
/// <param name="AnioDeUma">Year of the UMA that is in force.</param>
/// <param name="Tope">What an SBC may be at most; null when that UMA is not known, and then it was not checked.</param>
public sealed record TrabajadoresRevisados(int Filas, IReadOnlyList<Rechazo> Rechazos, int AnioDeUma, decimal? Tope);

/// <summary>Checks the file of workers, on the computer of whoever has it; nothing is stored. Whether each NSS and CURP exists only IMSS knows.</summary>
public static class RevisionDeTrabajadores
{
    private const int DigitosDeNss = 11;
    private const int DecimalesDeSbc = 2;

    /// <summary>Checks one.</summary>
    /// <param name="hoy">Today in Mexico City: it decides the UMA.</param>
    /// <exception cref="LecturaException">It is refused whole: see <see cref="ArchivoDeTrabajadores.Leer"/>.</exception>
    public static TrabajadoresRevisados Revisar(string ruta, DateOnly hoy, LimitesDeLectura limites, CancellationToken ct)
    {
        var archivo = Path.GetFileName(ruta);
        var anio = Uma.Anio(hoy);
        var tope = Uma.TopeDeSbc(anio);
        var (nss, curps) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var filas = ArchivoDeTrabajadores.Leer(ruta, limites, ct);
        var rechazos = new List<Rechazo>();
        foreach (var fila in filas)
        {
            if (Admision.Juntar([.. Problemas(fila)]) is { } rechazo)
                rechazos.Add(rechazo);
        }
        return new(filas.Count, rechazos, anio, tope);

        IEnumerable<Rechazo> Problemas(FilaDeTrabajador fila)
        {
            if (fila.Campos != ArchivoDeTrabajadores.Columnas.Count)
            {
                yield return Rechazo("renglón", $"tiene {fila.Campos} campos; son tres: NSS, CURP y SBC");
                yield break;
            }
            if ((DeNss(fila.Nss) ?? Repetido(fila.Nss!, nss)) is { } deNss)
                yield return Rechazo("NSS", deNss);
            if ((Curp.Problema(fila.Curp) ?? Repetido(fila.Curp!, curps)) is { } deCurp)
                yield return Rechazo("CURP", deCurp);
            if (DeSbc(fila.Sbc, tope, anio) is { } deSbc)
                yield return Rechazo("SBC", deSbc);

            Rechazo Rechazo(string campo, string motivo) => new(archivo, fila.Numero, campo, motivo);

            string? Repetido(string clave, Dictionary<string, int> vistos) =>
                vistos.TryAdd(clave, fila.Numero) ? null : $"es el mismo que en la línea {vistos[clave]}; cada persona va una sola vez";
        }
    }

    private static string? DeNss(string? nss)
    {
        if (nss is null)
            return "falta";
        if (!nss.All(char.IsAsciiDigit))
            return $"lleva algo que no es un dígito; son {DigitosDeNss} dígitos, sin espacios ni guiones";
        if (nss.Length != DigitosDeNss)
            return nss.Length == DigitosDeNss - 1
                ? $"tiene {nss.Length} dígitos y son {DigitosDeNss}; si perdió el cero inicial, dé formato de texto a la columna"
                : $"tiene {nss.Length} dígitos y son {DigitosDeNss}";
        return Luhn(nss) ? null : "su dígito verificador no corresponde";
    }

    private static bool Luhn(string digitos)
    {
        var suma = 0;
        for (var i = 0; i < digitos.Length; i++)
        {
            // The last digit counts as it is, the one before it twice, and so on.
            var valor = (digitos[^(i + 1)] - '0') * (i % 2 == 0 ? 1 : 2);
            suma += (valor / 10) + (valor % 10);
        }
        return suma % 10 == 0;
    }

    private static string? DeSbc(string? sbc, decimal? tope, int anio)
    {
        if (sbc is null)
            return "falta";
        if (!decimal.TryParse(sbc, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var salario))
            return "no es un número; se escribe con punto decimal, sin comas ni signo de pesos";
        if (salario.Scale > DecimalesDeSbc)
            return $"tiene más de {DecimalesDeSbc} decimales";
        if (salario <= 0)
            return "debe ser mayor que cero";
        return salario > tope
            ? $"pasa del tope de 25 UMA de {anio}, {tope.Value.ToString("N2", CultureInfo.InvariantCulture)} diarios"
            : null;
    }
}
