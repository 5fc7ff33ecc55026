using Icsoe.Api.Configuracion;
using Microsoft.Extensions.Options;

namespace Icsoe.Api.Peticiones;

/// <summary>
/// How many questions asked by POST may be received and answered at once: each has its body in memory and works on it all the while. Those
/// whose body is large have as many turns of their own, so that nobody who sends little waits for who sends much and slowly. No turn outlasts
/// its time, so that who is refused is told when there surely will be one.
/// </summary>
public sealed class TurnosDeEnvios(IOptions<IcsoeOptions> opciones, TimeProvider reloj)
{
    private readonly TimeProvider _reloj = reloj;

    /// <summary>How long a body may take to arrive.</summary>
    public static readonly TimeSpan PlazoDeRecepcion = TimeSpan.FromSeconds(30);

    /// <summary>How long the work on it may take.</summary>
    public static readonly TimeSpan PlazoDeTrabajo = TimeSpan.FromSeconds(10);

    /// <summary>How long the answer may take to be taken.</summary>
    public static readonly TimeSpan PlazoDeEnvio = TimeSpan.FromSeconds(20);

    private readonly Lock _cerrojo = new();
    private readonly List<Turno> _enCurso = [];

    /// <summary>A turn still to be taken; who asked for it disposes it.</summary>
    public Turno Nuevo() => new(this);

    /// <summary>In how long the first of those taken ends at the latest, in whole seconds, one or more.</summary>
    /// <param name="grandes">Of those with a large body, or of the others.</param>
    public int Espera(bool grandes)
    {
        lock (_cerrojo)
        {
            var fin = _enCurso.Where(turno => turno.Grande == grandes).Select(turno => turno.Fin).DefaultIfEmpty(_reloj.GetUtcNow()).Min();
            return Math.Max(1, (int)Math.Ceiling((fin - _reloj.GetUtcNow()).TotalSeconds));
        }
    }

    /// <param name="despues">What it may still last after that.</param>
    private bool Tomar(Turno turno, TimeSpan plazo, TimeSpan despues)
    {
        lock (_cerrojo)
        {
            if (!_enCurso.Contains(turno))
            {
                if (_enCurso.Count(otro => otro.Grande == turno.Grande) >= opciones.Value.EnviosALaVez)
                    return false;
                _enCurso.Add(turno);
            }
            turno.Fin = _reloj.GetUtcNow() + plazo + despues;
            return true;
        }
    }

    private void Dejar(Turno turno)
    {
        lock (_cerrojo)
            _enCurso.Remove(turno);
    }

    /// <summary>The right to have a large body received, then to work on it, and then to send the answer.</summary>
    public sealed class Turno : IDisposable
    {
        private readonly TurnosDeEnvios _turnos;
        private readonly CancellationTokenSource _plazo;

        internal Turno(TurnosDeEnvios turnos) => (_turnos, _plazo) = (turnos, new(Timeout.InfiniteTimeSpan, turnos._reloj));

        /// <summary>Whether its body is large.</summary>
        public bool Grande { get; private set; }

        /// <summary>When it ends at the latest.</summary>
        internal DateTimeOffset Fin { get; set; }

        /// <summary>Its time is over.</summary>
        public CancellationToken Vencido => _plazo.Token;

        /// <summary>Takes it to receive a large body; false when all are taken.</summary>
        public bool Recibir()
        {
            Grande = true;
            return Tomar(PlazoDeRecepcion, PlazoDeTrabajo + PlazoDeEnvio);
        }

        /// <summary>Takes it to work on a body that is whole, or goes on with it; false when all are taken.</summary>
        public bool Trabajar() => Tomar(PlazoDeTrabajo, PlazoDeEnvio);

        /// <summary>Goes on to send the answer, which is in memory all the while.</summary>
        public void Enviar() => Tomar(PlazoDeEnvio, TimeSpan.Zero);

        private bool Tomar(TimeSpan plazo, TimeSpan despues)
        {
            if (!_turnos.Tomar(this, plazo, despues))
                return false;
            _plazo.CancelAfter(plazo);
            return true;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _turnos.Dejar(this);
            _plazo.Dispose();
        }
    }
}
