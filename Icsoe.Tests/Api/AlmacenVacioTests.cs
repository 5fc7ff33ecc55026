using Microsoft.Data.Sqlite;

namespace Icsoe.Tests.Api;

public sealed class AlmacenVacioTests
{
    [Test]
    public async Task Sin_publicaciones_todo_responde_vacio_y_listo_dice_que_sigue_hasta_que_aparecen()
    {
        var carpeta = Path.Combine(Path.GetTempPath(), $"icsoe-vacio-{Guid.NewGuid():N}");
        try
        {
            await using var servidor = new ServidorDePrueba(carpeta);
            using var cliente = servidor.CreateClient();
            var inicio = await cliente.Json("/v1");
            var contratos = (await cliente.Json("/v1/contratos")).AsObject();
            var contados = await cliente.Json("/v1/informativas?q=x&incluir=conteo,facetas");
            var listados = await cliente.Json("/v1/listados/publico/2026");
            var listo = await cliente.GetAsync("/salud/listo");
            var vivo = await cliente.GetAsync("/salud/vivo");
            var ultima = await cliente.GetAsync("/v1/publicaciones/ultima");
            Assert.Multiple(() =>
            {
                Assert.That(inicio.AsObject().ContainsKey("publicacion"), Is.True);
                Assert.That(inicio["publicacion"], Is.Null);
                Assert.That(contratos["datos"]!.AsArray(), Is.Empty);
                Assert.That(contratos["permanente"], Is.Null);
                Assert.That(contados["conteo"]!.ToJsonString(), Is.EqualTo("{\"valor\":0,\"relacion\":\"exacto\"}"));
                Assert.That(contados["facetas"]!["periodo"]!.AsArray(), Is.Empty);
                Assert.That(listados["datos"]!.AsArray().Select(dato => (string?)dato!["estado"]), Is.All.EqualTo("pendiente"));
                Assert.That((int)listo.StatusCode, Is.EqualTo(503));
                Assert.That((int)vivo.StatusCode, Is.EqualTo(200));
                Assert.That((int)ultima.StatusCode, Is.EqualTo(404));
            });
            Assert.That((string?)(await listo.Leer())["detail"], Does.Contain("dotnet run --project Icsoe.Api -- importar LPP2026.xlsx"));

            await Domain.Muestra.AlmacenDeMuestra.AsegurarAsync(carpeta, CancellationToken.None);
            Assert.That((int)(await cliente.GetAsync("/salud/listo")).StatusCode, Is.EqualTo(200));
            Assert.That((string?)(await cliente.Json("/v1"))["publicacion"], Is.EqualTo("2026-06"));
        }
        finally
        {
            Directory.Delete(carpeta, recursive: true);
        }
    }

    [Test]
    public async Task Una_base_que_apenas_se_crea_es_como_ninguna()
    {
        var carpeta = Directory.CreateTempSubdirectory("icsoe-recien-");
        try
        {
            using (var conexion = new SqliteConnection($"Data Source={Path.Combine(carpeta.FullName, "icsoe.db")};Pooling=False"))
            {
                conexion.Open();
                using var comando = conexion.CreateCommand();
                comando.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE una (x); DROP TABLE una";
                comando.ExecuteNonQuery();
            }
            await using var servidor = new ServidorDePrueba(carpeta.FullName);
            using var cliente = servidor.CreateClient();
            Assert.That((await cliente.Json("/v1"))["publicacion"], Is.Null);
            Assert.That((int)(await cliente.GetAsync("/salud/listo")).StatusCode, Is.EqualTo(503));
        }
        finally
        {
            carpeta.Delete(recursive: true);
        }
    }
}
