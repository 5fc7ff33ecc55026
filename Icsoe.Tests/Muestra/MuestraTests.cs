using System.Text.Json;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Muestra;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Muestra;

/// <summary>The sample: fictitious, always the same, and enough to see everything.</summary>
[TestFixture, Parallelizable]
internal sealed class MuestraTests
{
    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Dos_muestras_tienen_los_mismos_bytes()
    {
        var una = await operador.LograrAsync("muestra", operador.Ruta("una"));
        await operador.LograrAsync("muestra", operador.Ruta("otra"));

        var archivos = Relativos("una");
        Assert.That(archivos, Is.Not.Empty.And.EqualTo(Relativos("otra")));
        foreach (var archivo in archivos)
            Assert.That(
                File.ReadAllBytes(operador.Ruta("una", archivo)),
                Is.EqualTo(File.ReadAllBytes(operador.Ruta("otra", archivo))),
                archivo
            );
        Assert.That(una.Linea.GetProperty("archivos").EnumerateArray().Select(a => a.GetString()), Is.All.Exist);
        Assert.That(operador.Datos, Does.Not.Exist);
    }

    [Test]
    public async Task Escribir_encima_de_una_muestra_la_deja_igual()
    {
        await operador.LograrAsync("muestra", operador.Ruta("una"));
        var antes = Relativos("una").ToDictionary(archivo => archivo, archivo => File.ReadAllBytes(operador.Ruta("una", archivo)));

        await operador.LograrAsync("muestra", operador.Ruta("una"));

        Assert.That(
            Relativos("una").ToDictionary(archivo => archivo, archivo => File.ReadAllBytes(operador.Ruta("una", archivo))),
            Is.EqualTo(antes)
        );
    }

    [Test]
    public async Task Las_ordenes_a_mano_sobre_la_muestra_dan_el_almacen_de_ejemplo()
    {
        await operador.LograrAsync("muestra", operador.Ruta("m"));
        var ejemplo = operador.Ruta("ejemplo");

        await AlmacenDeMuestra.AsegurarAsync(ejemplo, CancellationToken.None);
        await operador.LograrAsync(["importar", .. Directory.GetFiles(operador.Ruta("m", "2026-05")), "--publicacion", "2026-05"]);
        foreach (var mes in new[] { "2026-05.2", "2026-06" })
        {
            await operador.LograrAsync("importar", operador.Ruta("m", mes, "informativas.ndjson"));
            await operador.LograrAsync("publicar", "--publicacion", mes);
        }

        Assert.That(operador.Fotografia(), Is.EqualTo(Fotografia.De(ejemplo)));
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
    }

    [Test]
    public async Task La_muestra_ensena_todo()
    {
        await AlmacenDeMuestra.AsegurarAsync(operador.Datos, CancellationToken.None);
        using var almacen = new AlmacenPublico(operador.Datos);
        var vigente = almacen.Vigente()!;

        var renglones = Enumerable
            .Range(1, vigente.Secuencia)
            .SelectMany(secuencia => almacen.Renglones(new Consulta { Secuencia = secuencia, Limite = int.MaxValue }).Filas)
            .ToList();
        var inconsistencias = renglones.SelectMany(renglon => renglon.Inconsistencias).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(almacen.EsEjemplo);
            Assert.That(vigente.Secuencia, Is.GreaterThanOrEqualTo(2));
            Assert.That(inconsistencias.Select(hallazgo => hallazgo.Codigo).Distinct(), Is.SupersetOf(Codigos.Todos.Take(7)));
            Assert.That(
                inconsistencias.Select(hallazgo => hallazgo.Caso).Distinct(),
                Is.SupersetOf(Enum.GetValues<CasoMultiple>().Cast<CasoMultiple?>())
            );
            Assert.That(
                renglones.Select(renglon => renglon.Contratista.TipoPersona).Distinct(),
                Is.EquivalentTo(Enum.GetValues<TipoPersona>().Cast<TipoPersona?>())
            );
            Assert.That(renglones.Any(renglon => renglon.TipoInformativa == TipoInformativa.SinInformacion));
            Assert.That(renglones.Any(renglon => renglon.Contratista.Nombre!.Contains('Ñ', StringComparison.Ordinal)));
            Assert.That(renglones.Any(renglon => renglon.Contrato is { ServicioEnmascarado: true }));
            Assert.That(
                almacen.Listados(vigente.Secuencia).Select(estado => estado.Puerta).Distinct(),
                Is.EquivalentTo(Enum.GetValues<Puerta>())
            );
            Assert.That(
                almacen.Listados(vigente.Secuencia).Select(estado => estado.Listado.Periodo.Ejercicio).Distinct().Count(),
                Is.GreaterThanOrEqualTo(2)
            );
        });
    }

    [Test]
    public async Task Asegurar_dos_veces_no_reconstruye_y_un_almacen_roto_se_rehace()
    {
        await AlmacenDeMuestra.AsegurarAsync(operador.Datos, CancellationToken.None);
        var marca = Directory.CreateDirectory(operador.Ruta("datos", "marca")).FullName;

        await AlmacenDeMuestra.AsegurarAsync(operador.Datos, CancellationToken.None);
        Assert.That(marca, Does.Exist);

        foreach (var ruta in Directory.GetFiles(operador.Datos, "icsoe.db*"))
            File.WriteAllText(ruta, new string('x', 5000));
        await AlmacenDeMuestra.AsegurarAsync(operador.Datos, CancellationToken.None);
        Assert.That(marca, Does.Not.Exist);
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
    }

    [Test]
    public async Task Las_informativas_de_la_muestra_son_JSON_de_una_linea()
    {
        await operador.LograrAsync("muestra", operador.Ruta("m"));

        foreach (var linea in File.ReadLines(operador.Ruta("m", "2026-06", "informativas.ndjson")))
            Assert.That(() => JsonDocument.Parse(linea).Dispose(), Throws.Nothing);
    }

    private List<string> Relativos(string carpeta) =>
        [
            .. Directory
                .GetFiles(operador.Ruta(carpeta), "*", SearchOption.AllDirectories)
                .Select(ruta => Path.GetRelativePath(operador.Ruta(carpeta), ruta))
                .Order(StringComparer.Ordinal),
        ];
}
