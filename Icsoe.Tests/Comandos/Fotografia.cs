using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Comandos;

/// <summary>A store as text, so that two of them, or one at two instants, can be compared line by line. When it was sealed is left out.</summary>
internal static class Fotografia
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new PorSuTexto<IdPublicacion>(), new PorSuTexto<Listado>() },
    };

    /// <summary>Every publication with its listados, files, rows and informativas, then the files that lie in the store.</summary>
    public static IReadOnlyList<string> De(string datos)
    {
        using var almacen = new AlmacenPublico(datos);
        var lineas = new List<string>();
        var publicaciones = almacen.Publicaciones(almacen.Vigente()?.Secuencia ?? 0);
        foreach (var publicacion in publicaciones)
            lineas.AddRange(De(almacen, publicacion));
        if (Directory.Exists(Path.Combine(datos, "archivos")))
            lineas.AddRange(
                Directory
                    .GetFiles(Path.Combine(datos, "archivos"))
                    .Select(ruta => Path.GetFileName(ruta)!)
                    // A manifest says when it was sealed.
                    .Except(publicaciones.Select(publicacion => publicacion.Manifiesto?.Sha256 ?? ""))
                    .Order(StringComparer.Ordinal)
            );
        return lineas;
    }

    /// <summary>One publication, as it is read today.</summary>
    public static IEnumerable<string> De(AlmacenPublico almacen, Publicacion publicacion)
    {
        var consulta = new Consulta { Secuencia = publicacion.Secuencia, Limite = int.MaxValue };
        return
        [
            $"{publicacion.Id} ← {publicacion.Anterior}, {publicacion.Puerta}, corte {publicacion.Corte:yyyy-MM-dd}, cambió {string.Join(' ', publicacion.ListadosCambiados)}",
            .. almacen.Listados(publicacion.Secuencia).Select(Texto),
            .. almacen.Renglones(consulta).Filas.Select(renglon => $"{renglon.Id()} {Texto(renglon)}"),
            .. almacen.Informativas(consulta).Filas.Select(informativa => $"{informativa.Id()} {Texto(informativa)}"),
        ];
    }

    /// <summary>Any value, members and lists written out.</summary>
    public static string Texto<T>(T valor) => JsonSerializer.Serialize(valor, Json);

    private sealed class PorSuTexto<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value!.ToString());
    }
}
