using Icsoe.Benchmarks.Escala;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Benchmarks.Masivas;

/// <summary>How many of some names found whose they were.</summary>
internal sealed class Calidad
{
    private readonly List<string> _fallas = [];
    private int _pedidos;
    private int _respondidos;
    private int _acertados;
    private int _ciertos;

    /// <summary>Of those that were told somebody, first, how many were told the right one.</summary>
    public double Precision => _respondidos == 0 ? 1 : (double)_acertados / _respondidos;

    /// <summary>How many, of all, were told the right one first.</summary>
    public double Recuperacion => (double)_acertados / _pedidos;

    public int Ciertos => _ciertos;

    /// <summary>Some names with what was told instead.</summary>
    public IReadOnlyList<string> Fallas => _fallas;

    public static Calidad De(IReadOnlyList<NombreEscrito> nombres, IReadOnlyList<Cotejo> cotejos)
    {
        var calidad = new Calidad { _pedidos = nombres.Count };
        foreach (var (escrito, cotejo) in nombres.Zip(cotejos))
        {
            var primero = cotejo.Candidatos is [var mejor, ..] ? mejor : null;
            calidad._respondidos += primero is null ? 0 : 1;
            calidad._ciertos += cotejo.Cierto ? 1 : 0;
            if (primero?.Clave == escrito.Clave)
                calidad._acertados++;
            else
                calidad._fallas.Add($"{escrito.Nombre} → {(primero is null ? "nadie" : $"{primero.Nombre} ({primero.Puntaje})")}");
        }
        return calidad;
    }

    public static Calidad Juntar(IReadOnlyList<Calidad> calidades) =>
        new()
        {
            _pedidos = calidades.Sum(una => una._pedidos),
            _respondidos = calidades.Sum(una => una._respondidos),
            _acertados = calidades.Sum(una => una._acertados),
            _ciertos = calidades.Sum(una => una._ciertos),
        };

    /// <summary>Two lines of the table; only told, but for all of them together.</summary>
    public IEnumerable<Renglon> Renglones(string que, bool conBarra)
    {
        var cuantos = $"{_acertados:N0} aciertos de {_respondidos:N0} respuestas y {_pedidos:N0} nombres; {_ciertos:N0} ciertas";
        yield return new($"{que}, precisión", cuantos, "", Precision, conBarra ? 0.98 : null, null, "", AlMenos: true);
        yield return new($"{que}, recuperación", "", "", Recuperacion, conBarra ? 0.95 : null, null, "", AlMenos: true);
    }
}
