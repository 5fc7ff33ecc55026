using System.Buffers;
using System.Text.Json;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Descargas;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Cambios;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Cambios;

/// <summary>Every change of a question as a file.</summary>
public sealed class CambiosEnArchivo(Peticion peticion, ConsultaDeCambios consulta, CambiosEnArchivo.Formato formato)
    : ArchivoAlVuelo(peticion)
{
    private const int PorLote = 1000;

    private static readonly string[] Columnas =
    [
        "contratista",
        "tipo_persona_contratista",
        "contratante",
        "tipo_persona_contratante",
        "folio_contrato",
        "servicio",
        "fecha_inicio",
        "fecha_fin",
        "personas_trabajadoras",
        "tipo_informativa",
        "folio_informativa",
        "fecha_presentacion",
        "contratos",
        "inconsistencias",
        "lista",
        "contratista_clave",
        "contratante_clave",
    ];

    /// <summary>A format, and how it is told to people.</summary>
    public sealed record Formato(string Extension, string Nombre, string Tipo, string Descripcion);

    public static IReadOnlyList<Formato> Formatos { get; } =
    [
        new(
            "csv",
            "Csv",
            Medios.Csv,
            "Un renglón por cambio: `cambio`, `entidad`, `id`, `periodo`, `campos`, y las columnas de los archivos dos veces, con "
                + "`antes_` y con `despues_`; `contratos` sólo lo traen las informativas."
        ),
        new("ndjson", "Ndjson", Medios.Ndjson, "Un cambio por línea, como en `datos` de `ConsultarCambios`."),
    ];

    private PaginaDeCambios? _pagina;
    private bool _empezado;

    /// <inheritdoc/>
    protected override string Nombre => $"cambios-{Peticion.Publicacion!.Id}.{formato.Extension}";

    /// <inheritdoc/>
    protected override string Tipo => formato.Tipo;

    /// <inheritdoc/>
    protected override string Version => "1";

    /// <summary>Both may come in it.</summary>
    protected override IEnumerable<Lista> Listas => Enum.GetValues<Lista>();

    /// <inheritdoc/>
    protected override Problema? Empezar(HttpResponse respuesta)
    {
        _pagina = Leer(null);
        return null;
    }

    /// <inheritdoc/>
    protected override bool Seguir(EscritorDeJson salida)
    {
        var csv = formato.Extension == "csv" ? new EscritorCsv(salida) : null;
        if (!_empezado && csv is not null)
            Encabezar(csv);
        if (_empezado)
            _pagina = Leer(_pagina!.Siguiente);
        _empezado = true;
        foreach (var cambio in _pagina!.Cambios)
        {
            if (csv is not null)
                EscribirCsv(csv, cambio);
            else
                EscribirJson(salida, cambio);
        }
        return _pagina.Siguiente is not null;
    }

    private PaginaDeCambios Leer(MarcaDeCambio? marca) =>
        Peticion.Almacen.Cambios(consulta with { Limite = PorLote, DespuesDe = marca }, Peticion.Aborto);

    private static void EscribirJson(IBufferWriter<byte> salida, Cambio cambio)
    {
        using (var json = new Utf8JsonWriter(salida, IcsoeJson.Escritura))
            JsonSerializer.Serialize(json, CambioResponse.From(cambio), IcsoeJson.Actual.CambioResponse);
        salida.Write("\n"u8);
    }

    private static void Encabezar(EscritorCsv csv)
    {
        foreach (var columna in new[] { "cambio", "entidad", "id", "periodo", "campos" })
            csv.Campo(columna);
        foreach (var lado in new[] { "antes_", "despues_" })
        {
            foreach (var columna in Columnas)
                csv.Campo(lado + columna);
        }
        csv.Fin();
    }

    private static void EscribirCsv(EscritorCsv csv, Cambio cambio)
    {
        var respuesta = CambioResponse.From(cambio);
        csv.Campo(respuesta.Cambio).Campo(respuesta.Entidad).Campo(respuesta.Id).Campo(respuesta.Periodo);
        csv.Campo(cambio.Campos.Count == 0 ? null : string.Join(';', cambio.Campos));
        switch (cambio)
        {
            case CambioDeContrato contrato:
                Lado(csv, contrato.Antes);
                Lado(csv, contrato.Despues);
                break;
            case CambioDeInformativa informativa:
                Lado(csv, informativa.Antes);
                Lado(csv, informativa.Despues);
                break;
        }
        csv.Fin();
    }

    private static void Lado(EscritorCsv csv, RenglonPublico? fila)
    {
        var contrato = fila?.Contrato;
        Parte(csv, fila?.Contratista);
        Parte(csv, contrato?.Contratante);
        csv.Campo(contrato?.Folio).Campo(contrato?.Servicio).Campo(contrato?.FechaInicio).Campo(contrato?.FechaFin);
        csv.Campo(contrato?.PersonasTrabajadoras);
        csv.Campo(fila?.TipoInformativa?.Valor()).Campo(fila?.FolioInformativa).Campo(fila?.FechaPresentacion).Vacio();
        Final(csv, fila?.Inconsistencias, fila?.Listado, fila?.Contratista, contrato?.Contratante);
    }

    private static void Lado(EscritorCsv csv, InformativaPublica? fila)
    {
        Parte(csv, fila?.Contratista);
        // An informativa has no contratante, and nothing of a contract.
        for (var i = 0; i < 7; i++)
            csv.Vacio();
        csv.Campo(fila?.Tipo?.Valor()).Campo(fila?.Folio).Campo(fila?.FechaPresentacion);
        csv.Campo(fila?.Contratos);
        Final(csv, fila?.Inconsistencias, fila?.Listado, fila?.Contratista, null);
    }

    private static void Parte(EscritorCsv csv, PartePublica? parte) => csv.Campo(parte?.Nombre).Campo(parte?.TipoPersona?.Valor());

    private static void Final(
        EscritorCsv csv,
        IReadOnlyList<Hallazgo>? inconsistencias,
        Listado? listado,
        PartePublica? contratista,
        PartePublica? contratante
    )
    {
        var codigos = inconsistencias?.Select(hallazgo => hallazgo.Codigo).Distinct().Order().Select(codigo => codigo.Valor()).ToList();
        csv.Campo(codigos is null or [] ? null : string.Join(';', codigos));
        csv.Campo(listado?.Lista.Valor()).Campo(contratista?.Clave).Campo(contratante?.Clave);
    }
}
