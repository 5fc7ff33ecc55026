using Icsoe.Domain.Almacen;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Tests.Comandos;
using Microsoft.Data.Sqlite;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>The index files are derived: whatever happens to them, the rows make them again.</summary>
[TestFixture, Parallelizable]
internal sealed class ArchivosDeIndiceTests
{
    private const int Consultas = 60;

    /// <summary>What may happen to the bytes of a file; null when it goes away.</summary>
    private static readonly Dictionary<string, Func<byte[], byte[]?>> Danos = new(StringComparer.Ordinal)
    {
        ["borrado"] = _ => null,
        ["vacío"] = _ => [],
        ["cortado en el encabezado"] = bytes => bytes[..1000],
        ["cortado a la mitad"] = bytes => bytes[..(bytes.Length / 2)],
        ["sin su último byte"] = bytes => bytes[..^1],
        ["con un byte de más"] = bytes => [.. bytes, 0],
        ["de otra disposición"] = bytes => [(byte)(bytes[0] + 1), .. bytes[1..]],
        ["de otro tamaño"] = bytes => [.. bytes[..8], (byte)(bytes[8] ^ 1), .. bytes[9..]],
        ["con una tabla imposible"] = bytes => [.. bytes[..23], 0x7F, .. bytes[24..]],
    };

    [Test]
    public void Un_indice_que_falta_o_no_sirve_lo_rehace_quien_escribe_y_mientras_quien_lee_lo_dice(
        [ValueSource(nameof(NombresDeDanos))] string dano
    )
    {
        using var historia = new Historia(51);
        var preguntas = historia.Consultas(Consultas).ToList();
        foreach (var cuales in new[] { "partes-*.idx", "*-renglones-*.idx", "*-informativas-*.idx" })
        {
            foreach (var ruta in Directory.GetFiles(Path.Combine(historia.Almacen.Datos, "indice"), cuales))
                Danar(ruta, Danos[dano]);
            using var lector = new AlmacenPublico(historia.Almacen.Datos);

            Assert.That(
                () => lector.Claves(AlmacenDePrueba.Todo(1), Entidad.Contrato),
                Throws.InstanceOf<AlmacenException>().With.Message.Contains("rehace"),
                cuales
            );

            EscritorPublico.Abrir(historia.Almacen.Datos).Dispose();
            ResponderIgual(lector, preguntas);
            ResponderIgual(historia.Publico, preguntas);
        }
    }

    [Test]
    public void Sin_la_carpeta_de_indices_se_rehace_entera_y_se_sigue_publicando()
    {
        using var historia = new Historia(52);
        var preguntas = historia.Consultas(Consultas).ToList();
        Directory.Delete(Path.Combine(historia.Almacen.Datos, "indice"), recursive: true);

        historia.Almacen.Sellar((Renglones.Publico, [.. Renglones.Publico.Serie(5)]));

        ResponderIgual(historia.Publico, preguntas);
        using var lector = new AlmacenPublico(historia.Almacen.Datos);
        ResponderIgual(lector, preguntas);
        var nuevas = AlmacenDePrueba.Todo(Historia.Publicaciones + 1) with { Periodos = [Renglones.Publico.Periodo], Q = ["jardineria"] };
        Assert.That(lector.Claves(nuevas, Entidad.Contrato).Filas.Count, Is.EqualTo(5));
    }

    [Test]
    public void Un_archivo_que_es_otro_indice_entero_se_nota_por_lo_que_mide()
    {
        using var historia = new Historia(53);
        var preguntas = historia.Consultas(Consultas).ToList();
        var archivos = Directory
            .GetFiles(Path.Combine(historia.Almacen.Datos, "indice"))
            .OrderBy(ruta => new FileInfo(ruta).Length)
            .ToList();
        var otro = File.ReadAllBytes(archivos[0]);
        Danar(archivos[^1], _ => otro);
        foreach (var ruta in archivos[1..^1])
            Danar(ruta, bytes => bytes);
        using var lector = new AlmacenPublico(historia.Almacen.Datos);

        Assert.That(
            () => lector.Claves(AlmacenDePrueba.Todo(1), Entidad.Contrato),
            Throws.InstanceOf<AlmacenException>().With.Message.Contains("rehace")
        );
        EscritorPublico.Abrir(historia.Almacen.Datos).Dispose();
        ResponderIgual(lector, preguntas);
    }

    [Test]
    public void Quien_ya_leia_ve_cada_publicacion_nueva_y_sigue_leyendo_igual_las_de_antes()
    {
        using var historia = new Historia(54);
        var preguntas = historia.Consultas(Consultas).ToList();
        using var lector = new AlmacenPublico(historia.Almacen.Datos);
        ResponderIgual(lector, preguntas);
        using var parar = new CancellationTokenSource();
        // Questions go on while publications are sealed.
        var leyendo = Task.Run(() =>
        {
            var vueltas = 0;
            for (; !parar.IsCancellationRequested || vueltas == 0; vueltas++)
                ResponderIgual(lector, preguntas);
            return vueltas;
        });
        try
        {
            for (var nueva = 1; nueva <= 4; nueva++)
            {
                historia.Almacen.Sellar((Renglones.Publico, [.. Renglones.Publico.Serie(nueva * 7)]));
                var todo = AlmacenDePrueba.Todo(Historia.Publicaciones + nueva) with { Periodos = [Renglones.Publico.Periodo] };
                Assert.That(lector.Claves(todo, Entidad.Contrato).Filas.Count, Is.EqualTo(nueva * 7));
                Assert.That(lector.Contar(todo, Entidad.Informativa, false).Total.Valor, Is.EqualTo(nueva * 7));
            }
        }
        finally
        {
            parar.Cancel();
        }
        Assert.That(leyendo.GetAwaiter().GetResult(), Is.Positive);
    }

    [Test]
    public void Una_fila_que_se_quito_del_almacen_deja_vacio_su_lugar()
    {
        using var historia = new Historia(55);
        var secuencia = Historia.Publicaciones;
        foreach (var (tabla, entidad) in new[] { ("renglones", Entidad.Renglon), ("informativas", Entidad.Informativa) })
        {
            // The first of a listado and two that follow one another.
            var filas = historia.Oraculo(secuencia).Todas(entidad);
            Quitar(historia.Almacen.Datos, tabla, filas[0].Clave, filas[3].Clave, filas[4].Clave);
        }
        Directory.Delete(Path.Combine(historia.Almacen.Datos, "indice"), recursive: true);
        EscritorPublico.Abrir(historia.Almacen.Datos).Dispose();

        using var lector = new AlmacenPublico(historia.Almacen.Datos);
        foreach (var entidad in new[] { Entidad.Renglon, Entidad.Informativa })
        {
            var quedan = historia.Oraculo(secuencia).Todas(entidad).Where((_, i) => i is not (0 or 3 or 4)).Select(f => f.Clave).ToList();
            foreach (var plan in Preguntas.Planes)
            {
                lector.Plan = plan;
                foreach (var criterio in AzarDeBusqueda.Criterios(entidad))
                {
                    var consulta = AlmacenDePrueba.Todo(secuencia) with { Orden = new(criterio, Descendente: true), Limite = 7 };
                    Assert.That(lector.Paginas(consulta, entidad), Is.EquivalentTo(quedan), $"{plan}, {criterio}");
                }
                Assert.That(lector.Paginas(AlmacenDePrueba.Todo(secuencia), entidad), Is.EqualTo(quedan));
            }
            var contada = AlmacenDePrueba.RenglonPorRenglon(AlmacenDePrueba.Todo(secuencia));
            Assert.That(lector.Contar(contada, entidad, true).Total.Valor, Is.EqualTo(quedan.Count));
        }
        // And it is written on after it.
        historia.Almacen.Sellar((Renglones.Publico, [.. Renglones.Publico.Serie(5)]));
        var nuevas = AlmacenDePrueba.Todo(secuencia + 1) with { Periodos = [Renglones.Publico.Periodo] };
        Assert.That(lector.Claves(nuevas, Entidad.Contrato).Filas.Count, Is.EqualTo(5));
    }

    private static IEnumerable<string> NombresDeDanos => Danos.Keys;

    /// <summary>As another file of that name: whoever has the old one mapped goes on reading it.</summary>
    private static void Danar(string ruta, Func<byte[], byte[]?> dano)
    {
        var bytes = dano(File.ReadAllBytes(ruta));
        File.Delete(ruta);
        if (bytes is not null)
            File.WriteAllBytes(ruta, bytes);
    }

    private static void Quitar(string datos, string tabla, params long[] claves)
    {
        using var conexion = new SqliteConnection($"Data Source={Path.Combine(datos, "icsoe.db")};Pooling=False");
        conexion.Open();
        using var comando = conexion.CreateCommand();
        comando.CommandText = $"DELETE FROM {tabla} WHERE clave IN ({string.Join(',', claves)})";
        Assert.That(comando.ExecuteNonQuery(), Is.EqualTo(claves.Length));
    }

    private static void ResponderIgual(
        AlmacenPublico almacen,
        IEnumerable<(Consulta Consulta, Entidad Entidad, List<Vista> Esperadas)> preguntas
    )
    {
        foreach (var (consulta, entidad, esperadas) in preguntas)
            Assert.That(
                almacen.Paginas(consulta, entidad),
                Is.EqualTo(esperadas.Select(fila => fila.Clave)),
                $"{entidad}: {Fotografia.Texto(consulta)}"
            );
    }
}
