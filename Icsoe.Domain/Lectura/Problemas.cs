using System.Globalization;
using System.Text;

namespace Icsoe.Domain.Lectura;

/// <summary>What is being found wrong in the line being read, and where in its JSON the reader stands.</summary>
internal sealed class Problemas(string archivo, int limite)
{
    private readonly List<Rechazo> rechazos = [];
    private readonly List<Rechazo> advertencias = [];
    private int linea;
    private int callados;

    /// <summary>Index of the contract being read; -1 outside of them.</summary>
    public int Contrato { get; set; }

    /// <summary>Key of the parte being read; null outside of them.</summary>
    public string? Parte { get; set; }

    public bool HayRechazos => rechazos.Count > 0;

    public void Empezar(int numero)
    {
        (linea, callados, Contrato, Parte) = (numero, 0, -1, null);
        rechazos.Clear();
        advertencias.Clear();
    }

    /// <param name="valor">What was written, to be shown; null when there is nothing to show or it must not be repeated.</param>
    public void Rechazar(string campo, string motivo, string? valor = null)
    {
        if (rechazos.Count < limite)
            rechazos.Add(new Rechazo(archivo, linea, Ruta(campo), motivo) { Valor = valor is null ? null : Cita(valor) });
        else
            callados++;
    }

    public void Advertir(string campo, string motivo)
    {
        if (advertencias.Count < limite)
            advertencias.Add(new Rechazo(archivo, linea, Ruta(campo), motivo));
    }

    /// <summary>Forgets the rest: the line as a whole is wrong.</summary>
    public void SoloLaLinea(string motivo)
    {
        Empezar(linea);
        rechazos.Add(new Rechazo(archivo, linea, "línea", motivo));
    }

    public IReadOnlyList<Rechazo> Rechazos()
    {
        if (callados > 0)
            rechazos.Add(new Rechazo(archivo, linea, "línea", $"hay {callados:N0} problemas más."));
        return rechazos.Count == 0 ? [] : rechazos.ToArray();
    }

    public IReadOnlyList<Rechazo> Advertencias() => advertencias.Count == 0 ? [] : advertencias.ToArray();

    /// <summary>What was written, short enough and harmless for a terminal.</summary>
    public static string Cita(string texto)
    {
        const int Largo = 60;
        // Half a word would hide from whoever masks what is personal.
        var espacio = texto.Length > Largo ? texto.LastIndexOf(' ', Largo) : 0;
        var corto = texto.Length > Largo ? texto[..(espacio > 0 ? espacio : Largo)] : texto;
        var salida = new StringBuilder(corto.Length + 1);
        foreach (var runa in corto.EnumerateRunes())
        {
            var mala = Rune.IsControl(runa) || Rune.GetUnicodeCategory(runa) is UnicodeCategory.Format or UnicodeCategory.LineSeparator;
            salida.Append(mala ? "·" : runa.ToString());
        }
        return texto.Length > Largo ? salida.Append('…').ToString() : salida.ToString();
    }

    private string Ruta(string campo)
    {
        var parte = Parte is null ? campo : $"{Parte}.{campo}";
        return Contrato < 0 ? parte : $"contratos[{Contrato}].{parte}";
    }
}
