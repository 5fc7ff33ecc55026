using System.Text.Json;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Validacion;
using Microsoft.Extensions.Options;

namespace Icsoe.Api.Validaciones;

/// <summary>Reads what was sent with the readers of <c>importar</c>, all in memory, and judges it.</summary>
public static class LectorDeEnvio
{
    /// <summary>Bytes of a body.</summary>
    public const int BytesMaximos = 16 << 20;

    private const string Miembro = "informativas";

    /// <summary>Name in places that nobody sees.</summary>
    private const string Archivo = "archivo";

    /// <summary>What twenty thousand contracts take, several times over, and no more.</summary>
    private static readonly LimitesDeLectura Limites = new()
    {
        BytesDeTexto = BytesMaximos,
        BytesDeLibro = BytesMaximos,
        BytesInflados = 64 << 20,
        TextosCompartidos = 400_000,
        BytesDeTextosCompartidos = 32 << 20,
        FilasDeLibro = 262_144,
    };

    /// <summary>What sealing would make of it, and how its places are told; or why it is refused whole.</summary>
    public static (Prevision? Prevision, Formato? Formato, Problema? Problema) Leer(Peticion peticion, Envio envio)
    {
        if (ArchivoDeTrabajadores.Parece(envio.Bytes, Limites, peticion.Aborto))
            return (null, null, Problema.De(CatalogoDeProblemas.ArchivoDeTrabajadores));
        try
        {
            if (envio.Medio == Operacion.Json)
                return LeerJson(peticion, envio);
            var (formato, escrito) = envio.Medio switch
            {
                Medios.Xlsx => (FormatoDeInformativas.Libro, new Formato.Tabla()),
                Medios.Csv => (FormatoDeInformativas.Csv, new Formato.Tabla()),
                _ => (FormatoDeInformativas.Ndjson, (Formato)new Formato.Ndjson()),
            };
            var lineas = ArchivoDeInformativas.Leer(envio.Bytes, formato, Archivo, Limites, peticion.Aborto);
            return (Prever(peticion, lineas), escrito, null);
        }
        catch (LecturaException error)
        {
            return (null, null, Problema.De(error));
        }
        catch (PrevisionExcedidaException error)
        {
            return (
                null,
                null,
                new(
                    CatalogoDeProblemas.CuerpoDemasiadoGrande,
                    new(
                        $"Lo enviado {error.Message}; divídelo, con las informativas de cada contratista juntas.",
                        $"What was sent has more than may be judged at once ({error.Message}); split it, and keep the filings of each contratista together."
                    )
                )
            );
        }
    }

    private static (Prevision?, Formato?, Problema?) LeerJson(Peticion peticion, Envio envio)
    {
        Formato.Json formato = new(Miembro);
        var (prevision, problema) = CuerpoJson.Leer(
            envio.Bytes,
            peticion.Hoy,
            (cuerpo, raiz) =>
            {
                if (raiz.ValueKind == JsonValueKind.Array)
                    formato = new("");
                IEnumerable<JsonElement> elementos =
                    raiz.ValueKind == JsonValueKind.Array
                        ? raiz.EnumerateArray()
                        : cuerpo.Lista(cuerpo.Objeto(raiz, "", Miembro), Miembro, Prevision.ContratosMaximos);
                return Prever(peticion, LectorJson.Leer(elementos, Archivo, Limites, peticion.Aborto));
            }
        );
        return (prevision, formato, problema);
    }

    private static Prevision Prever(Peticion peticion, IEnumerable<LineaLeida> lineas) =>
        Prevision.De(
            lineas,
            Archivo,
            peticion.Hoy,
            peticion.Http.RequestServices.GetRequiredService<IOptions<IcsoeOptions>>().Value.Politica,
            peticion.Aborto
        );
}
