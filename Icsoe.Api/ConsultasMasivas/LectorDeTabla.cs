using System.Text.RegularExpressions;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.ConsultasMasivas;

/// <summary>Reads a CSV or a workbook: one line for each row, by the columns that were chosen.</summary>
internal sealed partial class LectorDeTabla(Peticion peticion)
{
    private const string Archivo = "archivo";

    private static readonly LimitesDeLectura Limites = new()
    {
        BytesDeTexto = ConsultasMasivasEndpoints.BytesMaximos,
        BytesDeLibro = ConsultasMasivasEndpoints.BytesMaximos,
        BytesInflados = 32 << 20,
        BytesDeTextosCompartidos = 16 << 20,
        TextosCompartidos = 100_000,
        FilasDeLibro = 65_536,
    };

    private static readonly string[] DeRef = ["REF", "REFERENCIA"];
    private static readonly string[] DeContratante = ["CONTRATANTE", "CLIENTE"];

    private readonly List<ErrorDeSolicitud> _errores = [];
    private readonly Pregunta _por = peticion.Valores.Valor(ParametrosDeConsultasMasivas.Por) ?? Pregunta.Nombre;

    /// <summary>What no header has.</summary>
    [GeneratedRegex("[0-9]{5}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cifras();

    public (Pedido? Pedido, Problema? Problema) Leer(Envio envio)
    {
        if (ArchivoDeTrabajadores.Parece(envio.Bytes, Limites, peticion.Aborto))
            return (null, Problema.De(CatalogoDeProblemas.ArchivoDeTrabajadores));
        var delFormulario = ValoresLeidos.Leer(envio.Campos, [ParametrosDeConsultasMasivas.Contratante], peticion.Hoy, _errores);
        if (_errores.Count > 0)
            return (null, Problema.De(_errores));
        try
        {
            var tabla = TablaLibre.Leer(
                envio.Bytes,
                envio.Medio == Medios.Xlsx,
                Archivo,
                Elegir,
                Pedido.LineasMaximas + 1,
                Limites,
                peticion.Aborto
            );
            if (tabla.Filas is null)
                return (null, SinColumnas(tabla));
            if (tabla.Filas.Count is 0 or > Pedido.LineasMaximas)
                return (null, FueraDeCuenta(tabla.Filas.Count));
            var comun = Pedido.Comun(peticion);
            comun = comun with { Contratante = delFormulario.Uno(ParametrosDeConsultasMasivas.Contratante) ?? comun.Contratante };
            var lineas = tabla.Filas.Select(fila => Una(fila, tabla, comun)).ToList();
            return _errores.Count == 0 ? (Pedido.DeConsulta(peticion) with { Lineas = lineas }, null) : (null, Problema.De(_errores));
        }
        catch (LecturaException error)
        {
            return (null, Problema.De(error));
        }
    }

    /// <summary>Where the column, that of the client and that of the reference stand; null when these are no headers.</summary>
    private int[]? Elegir(IReadOnlyList<string> encabezados)
    {
        var plegados = encabezados.Select(texto => texto.Length > Parametro.LongitudMaxima ? "" : Plegado.Plegar(texto)).ToList();
        int[] lugares =
        [
            Lugar(ParametrosDeConsultasMasivas.Columna, DeColumna()),
            Lugar(ParametrosDeConsultasMasivas.ColumnaContratante, DeContratante),
            Lugar(ParametrosDeConsultasMasivas.ColumnaRef, DeRef),
        ];
        var faltan =
            lugares[0] < 0
            || (lugares[1] < 0 && peticion.Valores.Tiene(ParametrosDeConsultasMasivas.ColumnaContratante))
            || (lugares[2] < 0 && peticion.Valores.Tiene(ParametrosDeConsultasMasivas.ColumnaRef));
        return faltan ? null : lugares;

        int Lugar(Parametro<string> parametro, string[] siFalta)
        {
            var nombres = peticion.Valores.Uno(parametro) is { } dicho ? [Plegado.Plegar(dicho)] : siFalta;
            return nombres
                .Where(nombre => nombre.Length > 0)
                .Select(nombre => plegados.IndexOf(nombre))
                .FirstOrDefault(lugar => lugar >= 0, -1);
        }
    }

    private string[] DeColumna() =>
        _por switch
        {
            Pregunta.Folio => ["FOLIO", "FOLIO DEL CONTRATO", "FOLIO CONTRATO", "FOLIO DE LA INFORMATIVA", "FOLIO INFORMATIVA"],
            Pregunta.Clave => ["CLAVE", "CONTRATISTA CLAVE", "CONTRATANTE CLAVE"],
            _ =>
            [
                "NOMBRE",
                "PROVEEDOR",
                "CONTRATISTA",
                "RAZON SOCIAL",
                "NOMBRE O RAZON SOCIAL",
                "NOMBRE DENOMINACION O RAZON SOCIAL",
                "NOMBRE DENOMINACION O RAZON SOCIAL DEL CONTRATISTA",
            ],
        };

    private LineaPedida Una(FilaLibre fila, TablaLibre tabla, LineaMasiva comun)
    {
        var lugar = $"{(tabla.Hoja is null ? "" : $"hoja «{Problema.Visible(tabla.Hoja)}», ")}fila {fila.Numero}";
        if (string.IsNullOrWhiteSpace(fila.Valores[0]))
            Rechazar(CatalogoDeProblemas.ParametroVacio, null, new("viene sin valor.", "it has no value."));
        var linea = comun with { Contratante = Leido(fila.Valores[1], Pedido.Nombre) ?? comun.Contratante };
        linea = _por switch
        {
            Pregunta.Folio => linea with { Folio = Leido(fila.Valores[0]?.Trim(), Lectores.Folio) },
            Pregunta.Clave => linea with { Clave = Leido(fila.Valores[0]?.Trim(), LectoresDeBusqueda.Clave) },
            _ => linea with { Nombre = Leido(fila.Valores[0], Pedido.Nombre) },
        };
        if (Pedido.Contradiccion(linea) is { } contradiccion)
            Rechazar(contradiccion.Tipo, null, contradiccion.Detalle);
        return new(Leido(fila.Valores[2], LectoresDeBusqueda.Texto) ?? fila.Valores[0] ?? "", linea);

        string? Leido(string? texto, Lector<string> lector)
        {
            if (string.IsNullOrWhiteSpace(texto))
                return null;
            if (texto.Length > Parametro.LongitudMaxima)
                Rechazar(
                    CatalogoDeProblemas.ParametroDemasiadoLargo,
                    texto,
                    new(
                        $"tiene un texto de {texto.Length} caracteres; el máximo es {Parametro.LongitudMaxima}.",
                        $"it has a text of {texto.Length} characters; the maximum is {Parametro.LongitudMaxima}."
                    )
                );
            else
            {
                lector(texto, peticion.Hoy, out var fallo);
                if (fallo is not null)
                    Rechazar(fallo.Tipo, texto, fallo.Detalle);
            }
            return texto;
        }

        void Rechazar(TipoDeProblema tipo, string? valor, Texto detalle)
        {
            if (_errores.Count < CuerpoJson.ErroresMaximos)
                _errores.Add(new(tipo, lugar, valor, new($"«{lugar}»: {detalle.Es}", $"`{lugar}`: {detalle.En}")));
        }
    }

    private Problema SinColumnas(TablaLibre tabla)
    {
        var pedidas = (
            (Parametro<string>[])
                [
                    ParametrosDeConsultasMasivas.Columna,
                    ParametrosDeConsultasMasivas.ColumnaContratante,
                    ParametrosDeConsultasMasivas.ColumnaRef,
                ]
        )
            .Where(parametro => peticion.Valores.Tiene(parametro))
            .Select(parametro => peticion.Valores.Uno(parametro)!)
            .ToList();
        // A file without header has data there, and whose they are nobody knows.
        var validos = tabla
            .Encabezado.Where(texto => !string.IsNullOrWhiteSpace(texto) && !Cifras().IsMatch(texto))
            .Take(CuerpoJson.ErroresMaximos)
            .ToList();
        var nombres = string.Join(", ", pedidas.Count == 0 ? DeColumna().Select(nombre => nombre.ToLowerInvariant()) : pedidas);
        var tipo = CatalogoDeProblemas.ValorInvalido;
        var detalle = new Texto(
            $"El archivo no trae la columna que se pide ({Problema.Visible(nombres)}); «columna» dice cuál es.",
            $"The file has not the column that is asked for ({Problema.Visible(nombres)}); `columna` says which it is."
        );
        var sugerencia = pedidas.Count == 1 ? Distancia.MasParecido(pedidas[0], validos) : null;
        return new(tipo, detalle)
        {
            Errores = [new(tipo, ParametrosDeConsultasMasivas.Columna.Nombre, pedidas.FirstOrDefault(), detalle, sugerencia, validos)],
        };
    }

    private static Problema FueraDeCuenta(int cuantas)
    {
        var tipo = cuantas == 0 ? CatalogoDeProblemas.ParametroVacio : CatalogoDeProblemas.DemasiadosValores;
        var detalle =
            cuantas == 0
                ? new Texto("El archivo no trae renglones bajo el encabezado.", "The file has no rows under its header.")
                : new Texto(
                    $"El archivo trae más de {Pedido.LineasMaximas} renglones, que es el máximo.",
                    $"The file has more than {Pedido.LineasMaximas} rows, which is the maximum."
                );
        return new(tipo, detalle) { Errores = [new(tipo, null, null, detalle)] };
    }
}
