using Icsoe.Api.Configuracion;
using Icsoe.Api.Peticiones;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Icsoe.Tests.Api;

public sealed class TurnosDeEnviosTests
{
    private readonly FakeTimeProvider _reloj = new();

    [Test]
    public void Mas_de_los_que_caben_no_toman_turno_y_se_sabe_cuando_habra()
    {
        var turnos = Turnos(2);
        using var recibe = turnos.Nuevo();
        var trabaja = turnos.Nuevo();
        using var otro = turnos.Nuevo();
        Assert.That((recibe.Recibir(), trabaja.Recibir(), otro.Recibir()), Is.EqualTo((true, true, false)));
        Assert.That(turnos.Espera(grandes: true), Is.EqualTo(60), "Recibir, trabajar y enviar.");
        _reloj.Advance(TimeSpan.FromSeconds(12.5));
        Assert.That(turnos.Espera(grandes: true), Is.EqualTo(48));
        Assert.That(trabaja.Trabajar(), Is.True);
        Assert.That((turnos.Espera(grandes: true), otro.Trabajar()), Is.EqualTo((30, false)));
        trabaja.Enviar();
        Assert.That(turnos.Espera(grandes: true), Is.EqualTo(20));
        trabaja.Dispose();
        Assert.That((otro.Trabajar(), turnos.Espera(grandes: true)), Is.EqualTo((true, 30)));
    }

    [Test]
    public void Quien_envia_poco_no_espera_a_quien_envia_mucho()
    {
        var turnos = Turnos(1);
        using var mucho = turnos.Nuevo();
        using var poco = turnos.Nuevo();
        using var otro = turnos.Nuevo();
        mucho.Recibir();
        Assert.That((poco.Trabajar(), otro.Trabajar(), turnos.Espera(grandes: false)), Is.EqualTo((true, false, 30)));
    }

    [Test]
    public void Lo_que_se_promete_se_cumple()
    {
        var turnos = Turnos(1);
        using var lento = turnos.Nuevo();
        lento.Recibir();
        _reloj.Advance(TimeSpan.FromSeconds(29));
        Assert.That((lento.Vencido.IsCancellationRequested, turnos.Espera(grandes: true)), Is.EqualTo((false, 31)));
        lento.Trabajar();
        _reloj.Advance(TimeSpan.FromSeconds(9));
        lento.Enviar();
        Assert.That(turnos.Espera(grandes: true), Is.EqualTo(20), "Antes de lo que se dijo al principio.");
        _reloj.Advance(TimeSpan.FromSeconds(20));
        Assert.That(lento.Vencido.IsCancellationRequested, Is.True);
    }

    [Test]
    public void Quien_ya_tiene_el_cuerpo_tiene_diez_segundos_para_trabajar()
    {
        using var turno = Turnos(1).Nuevo();
        turno.Recibir();
        _reloj.Advance(TimeSpan.FromSeconds(29));
        turno.Trabajar();
        _reloj.Advance(TimeSpan.FromSeconds(9.9));
        Assert.That(turno.Vencido.IsCancellationRequested, Is.False);
        _reloj.Advance(TimeSpan.FromSeconds(0.1));
        Assert.That(turno.Vencido.IsCancellationRequested, Is.True);
    }

    [Test]
    public void Un_turno_que_no_se_tomo_no_quita_el_de_nadie()
    {
        var turnos = Turnos(1);
        turnos.Nuevo().Dispose();
        using var turno = turnos.Nuevo();
        Assert.That((turno.Trabajar(), turno.Trabajar()), Is.EqualTo((true, true)), "Tomarlo otra vez es seguir con él.");
    }

    private TurnosDeEnvios Turnos(int cuantos) => new(Options.Create(new IcsoeOptions { EnviosALaVez = cuantos }), _reloj);
}
