using System.Text.Json.Nodes;
using Icsoe.Api.Diccionario;
using Icsoe.Api.Documentacion;
using Icsoe.Domain.Exportacion;
using Microsoft.Data.Sqlite;
using ParquetSharp;
using ParquetSharp.Schema;

namespace Icsoe.Tests.Api;

public sealed class DiccionarioTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [Test]
    public void Cada_columna_de_los_archivos_tiene_su_entrada_y_ninguna_sobra()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                DatosDeListado.DeListado.Select(dato => dato.Nombre),
                Is.EqualTo(CamposDeArchivo.Todos.Select(campo => campo.Nombre)),
                "CSV, NDJSON y Parquet: agrega el dato a DatosDeListado, en el orden de CamposDeArchivo."
            );
            Assert.That(
                DatosDeListado.Todos.Where(dato => dato.EnXlsx is not null).Select(dato => dato.EnXlsx),
                Is.EqualTo(ColumnasDeListado.Inconsistente.Select(columna => columna.Encabezado))
            );
            Assert.That(
                DatosDeListado.Todos.Except(DatosDeListado.DeListado).Select(dato => dato.Nombre),
                Is.EqualTo(new[] { "publicacion_desde", "publicacion_hasta" })
            );
            foreach (var (dato, campo) in DatosDeListado.DeListado.Zip(CamposDeArchivo.Todos))
            {
                Assert.That(dato.Clase, Is.EqualTo(Clase(campo.Clase)), dato.Nombre);
                Assert.That(dato.Nulo is null, Is.EqualTo(campo.Nunca), dato.Nombre);
            }
        });
    }

    [TestCase("icsoe-vigente", 18)]
    [TestCase("icsoe-historia", 20)]
    public async Task Los_archivos_con_todos_los_periodos_tienen_las_columnas_y_los_tipos_que_se_dicen(string nombre, int cuantas)
    {
        var datos = DatosDeListado.Todos.Take(cuantas).ToList();
        var esquema = new List<string>();
        await using (var conexion = new SqliteConnection($"Data Source={await Descargado($"{nombre}.sqlite")};Mode=ReadOnly;Pooling=false"))
        {
            await conexion.OpenAsync();
            await using var orden = conexion.CreateCommand();
            orden.CommandText = "SELECT name, type FROM pragma_table_info('renglones')";
            await using var filas = await orden.ExecuteReaderAsync();
            while (await filas.ReadAsync())
                esquema.Add($"{filas.GetString(0)} {filas.GetString(1)}");
        }
        Assert.That(esquema, Is.EqualTo(datos.Select(dato => $"{dato.Nombre} {Forma(dato, "sqlite").Split(' ')[0]}")));

        using var parquet = new ParquetFileReader(await Descargado($"{nombre}.parquet"));
        var raiz = parquet.FileMetaData.Schema.GroupNode;
        Assert.That(
            raiz.Fields.Select(campo => $"{campo.Name} {Tipo(campo)}"),
            Is.EqualTo(datos.Select(dato => $"{dato.Nombre} {Forma(dato, "parquet")}"))
        );
    }

    [Test]
    public void Cada_dato_esta_donde_dice_en_los_recursos_de_la_API()
    {
        var campos = TablaDeDiccionario.Recursos.ToDictionary(
            recurso => recurso.Recurso,
            recurso => recurso.Campos.ToDictionary(campo => campo.Nombre)
        );
        var lugares = from dato in DatosDeListado.Todos from forma in dato.Formas where forma.Recurso is not null select (dato, forma);
        Assert.Multiple(() =>
        {
            Assert.That(lugares.Count(), Is.GreaterThan(40));
            foreach (var (dato, forma) in lugares)
            {
                var campo = campos[forma.Recurso!].GetValueOrDefault(forma.Nombre);
                Assert.That(campo?.Descripcion, Is.EqualTo(dato.Descripcion), $"{forma.Recurso}: {forma.Nombre}");
                Assert.That(campo?.Fuente, Is.EqualTo(dato.Fuente));
                // What may be null in an answer may be empty in a file.
                Assert.That(dato.Nulo is null, Is.EqualTo(campo?.Nulo is null), $"{forma.Recurso}: {forma.Nombre}");
            }
        });
    }

    [Test]
    public void Todo_lo_que_se_dice_en_español_se_dice_en_inglés_y_nada_mas()
    {
        var recursos = TablaDeDiccionario.Recursos;
        var campos = recursos.SelectMany(recurso => recurso.Campos).ToList();
        var dichos = recursos
            .Select(recurso => recurso.Descripcion)
            .Concat(campos.SelectMany(campo => new[] { campo.Descripcion, campo.Nota, campo.Nulo }))
            .Concat(campos.SelectMany(campo => campo.Valores).Select(valor => valor.Etiqueta))
            .OfType<string>()
            .ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(Ingles.Conocidos.Except(dichos), Is.Empty, "Sobran en Icsoe.Api/Diccionario/ingles.tsv.");
            Assert.That(() => Ingles.De("Esto no lo dice nadie."), Throws.TypeOf<KeyNotFoundException>());
        });
    }

    [Test]
    public async Task Un_campo_dice_todo_de_si_en_las_dos_lenguas_y_en_cada_formato()
    {
        var diccionario = (await Cliente.Json("/v1/diccionario"))["datos"]!.AsArray();
        var fin = Campo(diccionario, "contrato", "fecha_fin");
        Assert.Multiple(() =>
        {
            Assert.That((string?)fin["descripcion"], Does.StartWith("Fecha inicio y fecha fin el contrato: donde se observa"));
            Assert.That((string?)fin["descripcion_en"], Does.StartWith("Start date and end date"));
            Assert.That((string?)fin["fuente"], Is.EqualTo("guia"));
            Assert.That((string?)fin["nota"], Is.EqualTo("Fecha de fin del contrato."));
            Assert.That((string?)fin["nulo"], Is.EqualTo("No se reportó; es opcional."));
            Assert.That((string?)fin["nulo_en"], Is.EqualTo("It was not reported; it is optional."));
            Assert.That(
                fin["formas"]!.AsArray().Select(forma => $"{forma!["formato"]} {forma["recurso"]} {forma["nombre"]} {forma["tipo"]}"),
                Is.EqualTo(
                    new[]
                    {
                        "json contrato fecha_fin string (YYYY-MM-DD)",
                        "json renglon fecha_fin string (YYYY-MM-DD)",
                        "csv  fecha_fin date (YYYY-MM-DD)",
                        "ndjson  fecha_fin string (YYYY-MM-DD)",
                        "parquet  fecha_fin DATE",
                        "sqlite  fecha_fin TEXT (YYYY-MM-DD)",
                        "xlsx  Fecha fin date",
                    }
                )
            );
            Assert.That((string?)Campo(diccionario, "archivo", "Tipo de persona del contratista")["ejemplo"], Is.EqualTo("Moral"));
            Assert.That((string?)Campo(diccionario, "archivo", "Inconsistencia")["ejemplo"], Is.EqualTo("Sin trabajadores."));
            Assert.That((string?)Campo(diccionario, "historia", "inconsistencias")["tipo"], Is.EqualTo("lista de textos"));
            Assert.That((string?)Campo(diccionario, "contrato", "id")["fuente"], Is.EqualTo("icsoe"));
            Assert.That(Campo(diccionario, "contrato", "id")["formas"]!.AsArray(), Is.Empty);
            Assert.That(
                Campo(diccionario, "historia", "tipo_informativa")["valores"]!.AsArray().Select(valor => (string?)valor!["etiqueta_en"]),
                Is.EqualTo(new[] { "Normal", "Nothing to report", "Correction" })
            );
        });
    }

    [Test]
    public void El_ejemplo_de_una_enumeracion_es_uno_de_sus_valores() =>
        Assert.That(
            DatosDeListado
                .Todos.Where(dato => dato.Valores is not null)
                .Where(dato => Enumeraciones.De(dato.Valores!).All(etiqueta => etiqueta.Valor != dato.Ejemplo)),
            Is.Empty
        );

    private static async Task<string> Descargado(string nombre)
    {
        var sumas = await Cliente.GetStringAsync("/v1/publicaciones/2026-06/SHA256SUMS");
        var renglon = sumas.Split('\n').Single(renglon => renglon.EndsWith($"  {nombre}", StringComparison.Ordinal));
        return Path.Combine(Muestra.Datos, "archivos", renglon[..64]);
    }

    private static string Forma(Dato dato, string formato) => dato.Formas.Single(forma => forma.Formato == formato).Tipo;

    private static string Tipo(Node campo) =>
        campo.LogicalType switch
        {
            StringLogicalType => "STRING",
            DateLogicalType => "DATE",
            ListLogicalType => "LIST<STRING>",
            IntLogicalType { BitWidth: 32, IsSigned: true } => "INT32",
            var otro => otro.ToString()!,
        };

    private static ClaseDeDato Clase(ClaseDeCampo clase) =>
        clase switch
        {
            ClaseDeCampo.Numero => ClaseDeDato.Entero,
            ClaseDeCampo.Dia => ClaseDeDato.Fecha,
            ClaseDeCampo.Codigos => ClaseDeDato.Lista,
            _ => ClaseDeDato.Texto,
        };

    private static JsonNode Campo(JsonArray diccionario, string recurso, string nombre) =>
        diccionario.First(candidato => (string?)candidato!["recurso"] == recurso)!["campos"]!
            .AsArray()
            .First(candidato => (string?)candidato!["nombre"] == nombre)!;
}
