using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Almacen;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Api;

/// <summary>A served store of two publications in which every estado of a line can be met.</summary>
internal sealed class AlmacenDeMasivas : IDisposable
{
    public const string Ruta = "/v1/consultas-masivas";
    public const string Cliente = "CLIENTE EJEMPLO DEL BAJÍO, S.A. DE C.V.";

    private static readonly Listado Publico = new(Periodo.De(2025, 3), Lista.Publico);
    private static readonly Listado Inconsistente = Publico with { Lista = Lista.Inconsistente };
    private static readonly Listado Anterior = Publico with { Periodo = Periodo.De(2025, 2) };

    private readonly AlmacenDePrueba almacen = new();
    private readonly ServidorDePrueba servidor;

    public AlmacenDeMasivas()
    {
        almacen.Sellar(
            (
                Publico,
                [
                    Fila(Publico, 1, "PUBLICA"),
                    Fila(Publico, 2, "SALIENTE"),
                    Fila(Publico, 3, "NULA") with
                    {
                        TipoInformativa = TipoInformativa.SinInformacion,
                        Contrato = null,
                    },
                ]
            ),
            (
                Inconsistente,
                [Fila(Inconsistente, 4, "INCONSISTENTE"), Fila(Inconsistente, 5, "MIXTA"), Fila(Inconsistente, 6, "CAMBIANTE")]
            ),
            (Anterior, [Fila(Anterior, 7, "ANTERIOR")])
        );
        almacen.Sellar(
            (
                Publico,
                [
                    Fila(Publico, 1, "PUBLICA"),
                    Fila(Publico, 8, "PUBLICA", "OTRO CLIENTE, S.C."),
                    Fila(Publico, 3, "NULA") with
                    {
                        TipoInformativa = TipoInformativa.SinInformacion,
                        Contrato = null,
                    },
                    Fila(Publico, 9, "MIXTA"),
                    Fila(Publico, 6, "CAMBIANTE"),
                    Fila(Publico, 10, "HOMONIMA"),
                    Fila(Publico, 11, "HOMONIMA", tipo: TipoPersona.Fisica),
                    Fila(Publico, 12, "INTERMEDIARIA", "OTRO CLIENTE, S.C."),
                    Fila(Publico, 13, "SUBCONTRATADA", Nombre("INTERMEDIARIA")),
                ]
            ),
            (Inconsistente, [Fila(Inconsistente, 4, "INCONSISTENTE"), Fila(Inconsistente, 5, "MIXTA")])
        );
        servidor = new ServidorDePrueba(almacen.Datos);
        Http = servidor.CreateClient();
    }

    public HttpClient Http { get; }

    /// <summary>As it is published.</summary>
    public static string Nombre(string cual) => $"{cual} DE MUESTRA, S.A. DE C.V.";

    public static string Folio(int numero) => $"A25T{numero:D7}";

    public Task<HttpResponseMessage> Enviar(string json, string consulta = "") =>
        Enviar(Encoding.UTF8.GetBytes(json), "application/json", consulta);

    public Task<HttpResponseMessage> Enviar(byte[] cuerpo, string tipo, string consulta = "")
    {
        var contenido = new ByteArrayContent(cuerpo);
        contenido.Headers.ContentType = MediaTypeHeaderValue.Parse(tipo);
        return Http.PostAsync(Ruta + consulta, contenido);
    }

    /// <summary>The answer to one line of 2025-3.</summary>
    public async Task<JsonNode> Una(string linea, string resto = "")
    {
        var respuesta = await Enviar($$"""{"periodo":"2025-3"{{resto}},"consultas":[{{linea}}]}""");
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(200), await respuesta.Content.ReadAsStringAsync());
        return (await respuesta.Leer())["datos"]!.AsArray().Single()!;
    }

    public Task<JsonNode> DeNombre(string nombre, string miembros = "", string resto = "") =>
        Una($$"""{"nombre":"{{nombre}}"{{miembros}}}""", resto);

    public void Dispose()
    {
        Http.Dispose();
        servidor.Dispose();
        almacen.Dispose();
    }

    private static RenglonPublico Fila(
        Listado listado,
        int numero,
        string nombre,
        string cliente = Cliente,
        TipoPersona tipo = TipoPersona.Moral
    )
    {
        var renglon = listado.Renglon(numero);
        return renglon with
        {
            FolioInformativa = $"N25T{numero:D7}",
            Contratista = Renglones.Parte(Nombre(nombre), tipo),
            Contrato = renglon.Contrato! with { Folio = Folio(numero), Contratante = Renglones.Parte(cliente) },
        };
    }
}
