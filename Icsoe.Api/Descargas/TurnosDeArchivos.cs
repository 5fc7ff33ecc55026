using Icsoe.Api.Configuracion;
using Microsoft.Extensions.Options;

namespace Icsoe.Api.Descargas;

/// <summary>How many files may be written at once: each reads the store all the while, and one too many would starve the rest.</summary>
public sealed class TurnosDeArchivos(IOptions<IcsoeOptions> opciones, TimeProvider reloj)
{
    private static readonly TimeSpan MinimoDeEspera = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaximoDeEspera = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a reader may leave a piece of a file untaken before its turn ends; only tests choose another. The server's own minimum lets who
    /// read fast at first stand still for hours, since it counts from the first byte.
    /// </summary>
    public TimeSpan Paciencia { get; internal set; } = TimeSpan.FromSeconds(30);

    private readonly Lock _cerrojo = new();
    private readonly List<Turno> _enCurso = [];

    /// <summary>A turn, which its holder disposes; null when all are taken.</summary>
    /// <param name="avance">How much of its file is written, from 0 to 1.</param>
    public IDisposable? Tomar(Func<double> avance)
    {
        lock (_cerrojo)
        {
            if (_enCurso.Count >= opciones.Value.ArchivosALaVez)
                return null;
            var turno = new Turno(this, avance, reloj.GetTimestamp());
            _enCurso.Add(turno);
            return turno;
        }
    }

    /// <summary>When the first of those being written will be done, if all goes on as it went: from a second to a minute.</summary>
    public TimeSpan Espera()
    {
        lock (_cerrojo)
        {
            var falta = _enCurso.Select(Falta).DefaultIfEmpty(MinimoDeEspera).Min();
            return falta < MinimoDeEspera ? MinimoDeEspera
                : falta > MaximoDeEspera ? MaximoDeEspera
                : falta;
        }
    }

    private TimeSpan Falta(Turno turno)
    {
        var avance = turno.Avance();
        return avance <= 0 ? MaximoDeEspera : reloj.GetElapsedTime(turno.Inicio) * ((1 - avance) / avance);
    }

    private sealed class Turno(TurnosDeArchivos turnos, Func<double> avance, long inicio) : IDisposable
    {
        public Func<double> Avance => avance;

        public long Inicio => inicio;

        public void Dispose()
        {
            lock (turnos._cerrojo)
                turnos._enCurso.Remove(this);
        }
    }
}
