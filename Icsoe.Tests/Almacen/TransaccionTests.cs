using Icsoe.Domain.Almacen;
using Microsoft.Data.Sqlite;

namespace Icsoe.Tests.Almacen;

[TestFixture, Parallelizable]
internal sealed class TransaccionTests
{
    private SqliteConnection conexion = null!;

    [SetUp]
    public void Abrir()
    {
        conexion = new SqliteConnection("Data Source=:memory:");
        conexion.Open();
        Sentencia.Ejecutar(conexion, "CREATE TABLE filas (id INTEGER PRIMARY KEY)");
    }

    [TearDown]
    public void Cerrar() => conexion.Dispose();

    [Test]
    public void Lo_que_no_se_confirma_se_deshace([Values] bool confirmada)
    {
        using (var transaccion = new Transaccion(conexion))
        {
            Sentencia.Ejecutar(conexion, "INSERT INTO filas VALUES (1)");
            if (confirmada)
                transaccion.Confirmar();
        }
        Assert.That(Filas(), Is.EqualTo(confirmada ? 1 : 0));
    }

    [Test]
    public void Si_sqlite_ya_la_deshizo_se_cuenta_el_primer_error_y_se_puede_abrir_otra()
    {
        Assert.That(Llenar, Throws.InstanceOf<SqliteException>().With.Message.Contains("UNIQUE"));
        using (var otra = new Transaccion(conexion))
        {
            Sentencia.Ejecutar(conexion, "INSERT INTO filas VALUES (1)");
            otra.Confirmar();
        }
        Assert.That(Filas(), Is.EqualTo(1));
    }

    /// <summary>OR ROLLBACK ends the transaction from within, as a full disk does.</summary>
    private void Llenar()
    {
        using var transaccion = new Transaccion(conexion);
        Sentencia.Ejecutar(conexion, "INSERT INTO filas VALUES (1)");
        Sentencia.Ejecutar(conexion, "INSERT OR ROLLBACK INTO filas VALUES (1)");
    }

    private long Filas()
    {
        using var cuenta = new Sentencia(conexion, "SELECT count(*) FROM filas");
        return cuenta.Numero()!.Value;
    }
}
