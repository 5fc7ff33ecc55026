using Icsoe.Domain.Almacen;
using Microsoft.Data.Sqlite;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Comandos;

/// <summary>What may go wrong around an order: it is refused with what to do about it, and nothing changes.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PercancesTests : IDisposable
{
    private readonly Operador operador = new();

    public void Dispose() => operador.Dispose();

    [TestCase(0, 0)]
    [TestCase(-1, 1)]
    public async Task Con_el_reloj_antes_de_lo_ya_sellado_no_se_sella(int milisegundos, int codigo)
    {
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(3)));
        operador.Ahora += TimeSpan.FromMilliseconds(milisegundos);

        var respuesta = await operador.EjecutarAsync("importar", operador.Libro(Publico, Publico.Serie(4)));

        Assert.That(respuesta.Codigo, Is.EqualTo(codigo), respuesta.Errores);
        Assert.That(respuesta.Errores.Contains("Corrige el reloj"), Is.EqualTo(codigo == 1));
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
    }

    [TestCase(28, "No hay espacio")]
    [TestCase(122, "No hay espacio")]
    [TestCase(30, "no se puede leer o escribir")]
    [TestCase(5, "el disco")]
    [TestCase(11, null)]
    public void Una_falla_del_disco_se_dice_con_lo_que_hay_que_hacer(int errno, string? dicho) =>
        Comprobar(new IOException("causa", errno), dicho);

    [TestCase(13, "No hay espacio")]
    [TestCase(8, "no se puede leer o escribir")]
    [TestCase(14, "no se puede leer o escribir")]
    [TestCase(10, "el disco")]
    [TestCase(19, null)]
    public void Una_falla_que_cuenta_SQLite_se_dice_igual(int codigo, string? dicho) =>
        // As EF Core tells it: inside its own.
        Comprobar(new InvalidOperationException("de fuera", new SqliteException("causa", codigo)), dicho);

    private static void Comprobar(Exception error, string? dicho) =>
        Assert.That(
            FallaDeDisco.Frase(error),
            dicho is null ? Is.Null : Does.Contain(dicho).IgnoreCase.And.Contain("Nada cambió:").And.EndWith("(causa)")
        );
}
