using Icsoe.Domain.Lectura;

namespace Icsoe.Tests.Lectura;

internal sealed class TablaDeHuellasTests
{
    [TestCase(64)]
    [TestCase(1)]
    public void Recuerda_lo_que_un_diccionario(int bits)
    {
        var azar = new Random(bits);
        var tabla = new TablaDeHuellas<int>();
        var diccionario = new Dictionary<ulong, int>();
        for (var i = 0; i < 20_000; i++)
        {
            // With one bit beyond a few low ones, all fall in two buckets.
            var huella =
                bits == 64 ? (ulong)azar.NextInt64() % 9_000 * 0x9E3779B97F4A7C15 : ((ulong)azar.Next(2) << 63) | (uint)azar.Next(5_000);
            int? esperado = diccionario.TryGetValue(huella, out var anterior) ? anterior : null;
            diccionario.TryAdd(huella, i);
            Assert.That(tabla.Agregar(huella, i), Is.EqualTo(esperado));
        }
    }
}
