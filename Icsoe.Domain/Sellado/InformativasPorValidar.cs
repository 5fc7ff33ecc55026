using System.Buffers.Binary;
using System.Text;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Almacen.Recepcion;
using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Sellado;

/// <summary>
/// Informativas of some files, judged as if they were all that was filed. They and what is found in them wait on disk, in a folder that
/// nobody else may look into and that goes away with this: memory does not grow with them.
/// </summary>
internal sealed class InformativasPorValidar : IDisposable
{
    private readonly Entorno entorno;
    private readonly IReadOnlyList<string> archivos;
    private readonly List<string> nombres;
    private readonly string carpeta = Directory.CreateTempSubdirectory("icsoe-").FullName;
    private readonly Acomodo<Leida> leidas;
    private readonly Acomodo<Hallado> hallados;

    /// <summary>Digest of the content by digest of the folio.</summary>
    private readonly TablaDeHuellas<ulong> vistas = new();

    public InformativasPorValidar(IReadOnlyList<string> archivos, Entorno entorno)
    {
        (this.archivos, this.entorno) = (archivos, entorno);
        nombres = [.. archivos.Select(archivo => Path.GetFileName(archivo))];
        leidas = new Acomodo<Leida>(carpeta, Leida.Escribir, Leida.Leer);
        hallados = new Acomodo<Hallado>(carpeta, Hallado.Escribir, Hallado.Leer);
    }

    public int Recibidas => leidas.Cuantos;

    public int Rechazadas { get; private set; }

    public int Publicas { get; private set; }

    public int Inconsistentes { get; private set; }

    public int Renglones { get; private set; }

    /// <summary>Reads the files, as when receiving: the same line twice is one, and a folio never says two things.</summary>
    public void Leer(CancellationToken ct)
    {
        var admision = new Admision(entorno, []);
        for (var i = 0; i < archivos.Count; i++)
        {
            foreach (var revisada in Receptor.Revisar(archivos[i], nombres[i], admision, entorno, ct).Adelantado(Pesos.De, ct))
            {
                var rechazo = revisada.Rechazo;
                if (revisada.PorRecibir is { } informativa)
                {
                    var huella = BinaryPrimitives.ReadUInt64LittleEndian(informativa.Huella);
                    var vista = vistas.Agregar(FoliosVistos.Huella(informativa.Folio), huella);
                    if (vista is null)
                        Agregar(i, revisada, informativa);
                    else if (vista != huella)
                        rechazo = Admision.ConOtroContenido(nombres[i], revisada.Linea, informativa.Folio);
                }
                foreach (var advertencia in revisada.Advertencias)
                    entorno.Avance($"aviso: {advertencia}");
                if (rechazo is null)
                    continue;
                entorno.AlRechazar(rechazo);
                Rechazadas++;
            }
        }
    }

    /// <summary>Judges what was read and tells each finding, in the order of files and lines.</summary>
    public void Juzgar(Action<HallazgoConLugar> alHallar, CancellationToken ct)
    {
        var clasificador = new Clasificador(new Juez(entorno.FueraDelPeriodo));
        var suyas = new List<Leida>();
        foreach (var leida in leidas.Leer())
        {
            ct.ThrowIfCancellationRequested();
            if (suyas.Count > 0 && (suyas[0].Periodo, suyas[0].Expediente) != (leida.Periodo, leida.Expediente))
            {
                Juzgar(suyas, clasificador);
                suyas.Clear();
            }
            suyas.Add(leida);
        }
        Juzgar(suyas, clasificador);
        foreach (var (archivo, linea, campo, hallazgo, observacion) in hallados.Leer())
            alHallar(new HallazgoConLugar(nombres[archivo], linea, campo, hallazgo, observacion));
    }

    public void Dispose()
    {
        leidas.Dispose();
        hallados.Dispose();
        Directory.Delete(carpeta, recursive: true);
    }

    private void Agregar(int archivo, Receptor.Revisada revisada, PorRecibir informativa)
    {
        var expediente = informativa.Expediente ?? "";
        var clave = new byte[Encoding.UTF8.GetByteCount(expediente) + (2 * sizeof(int)) + 1];
        BinaryPrimitives.WriteInt32BigEndian(clave, informativa.Periodo.Clave);
        Encoding.UTF8.GetBytes(expediente, clave.AsSpan(sizeof(int)));
        BinaryPrimitives.WriteInt32BigEndian(clave.AsSpan(clave.Length - sizeof(int)), leidas.Cuantos);
        leidas.Agregar(
            clave,
            new Leida(
                leidas.Cuantos,
                archivo,
                revisada.Linea,
                revisada.FilasDeContratos,
                informativa.Periodo,
                expediente,
                informativa.Contenido
            )
        );
    }

    private void Juzgar(List<Leida> expediente, Clasificador clasificador)
    {
        var informativas = expediente.ConvertAll(leida => CodecDeInformativa.Leer(leida.Contenido));
        var lugares = new Dictionary<string, Leida>(StringComparer.Ordinal);
        for (var i = 0; i < expediente.Count; i++)
            lugares.Add(informativas[i].Folio!, expediente[i]);
        foreach (var veredicto in clasificador.Clasificar(informativas, DateOnly.MaxValue).Veredictos)
        {
            var informativa = veredicto.Informativa;
            _ = veredicto.Lista == Lista.Publico ? Publicas++ : Inconsistentes++;
            Renglones += Math.Max(1, informativa.Contratos.Count);
            foreach (var hallazgo in veredicto.Inconsistencias)
                Agregar(lugares[informativa.Folio!], informativa, hallazgo, observacion: false);
            foreach (var hallazgo in veredicto.Observaciones)
                Agregar(lugares[informativa.Folio!], informativa, hallazgo, observacion: true);
        }
    }

    private void Agregar(Leida leida, Informativa informativa, Hallazgo hallazgo, bool observacion)
    {
        Span<byte> clave = stackalloc byte[4 * sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(clave, nombres.Count(nombre => string.CompareOrdinal(nombre, nombres[leida.Archivo]) < 0));
        BinaryPrimitives.WriteInt32BigEndian(clave[sizeof(int)..], leida.Linea);
        BinaryPrimitives.WriteInt32BigEndian(clave[(2 * sizeof(int))..], leida.Orden);
        BinaryPrimitives.WriteInt32BigEndian(clave[(3 * sizeof(int))..], hallados.Cuantos);
        var (linea, campo) = Lugar(hallazgo, informativa, leida);
        hallados.Agregar(clave, new Hallado(leida.Archivo, linea, campo, hallazgo, observacion));
    }

    /// <summary>The line and JSON path of a finding; in a flat table, the row of its contract and the column.</summary>
    private static (int Linea, string Campo) Lugar(Hallazgo hallazgo, Informativa informativa, Leida leida)
    {
        var esDeContrato = hallazgo.Alcance == Alcance.Contrato;
        var propio = hallazgo.Codigo switch
        {
            Codigo.ServicioNulo => "servicio",
            Codigo.MismoContratante => "contratante",
            Codigo.FechaInicio => "fecha_inicio",
            Codigo.SinTrabajadores => "personas_trabajadoras",
            Codigo.SinContratos => "contratos",
            Codigo.ConteoContratos => "contratos_declarados",
            _ => "folio",
        };
        var lugar = esDeContrato ? informativa.Contratos.TakeWhile(contrato => contrato.Folio != hallazgo.Contrato).Count() : -1;
        if (leida.FilasDeContratos is not { } filas)
            return (leida.Linea, esDeContrato ? $"contratos[{lugar}].{propio}" : propio);
        // An actualización brings contracts of other rows than those of the filing it overlays.
        var fila = esDeContrato && lugar < filas.Count ? filas[lugar] : leida.Linea;
        return (
            fila,
            propio switch
            {
                "contratante" => "contratante_nombre",
                "contratos" => "contrato_folio",
                "folio" when esDeContrato => "contrato_folio",
                _ => propio,
            }
        );
    }

    /// <summary>An informativa with its place.</summary>
    private sealed record Leida(
        int Orden,
        int Archivo,
        int Linea,
        IReadOnlyList<int>? FilasDeContratos,
        Periodo Periodo,
        string Expediente,
        byte[] Contenido
    )
    {
        public static void Escribir(RegistroEscrito registro, Leida leida)
        {
            registro.Numero(leida.Orden).Numero(leida.Archivo).Numero(leida.Linea).Numero(leida.FilasDeContratos?.Count);
            foreach (var fila in leida.FilasDeContratos ?? [])
                registro.Numero(fila);
            registro.Numero(leida.Periodo.Clave).Texto(leida.Expediente).Crudo(leida.Contenido);
        }

        public static Leida Leer(RegistroLeido registro) =>
            new(
                registro.Numero()!.Value,
                registro.Numero()!.Value,
                registro.Numero()!.Value,
                LeerFilas(registro),
                Periodo.DeClave(registro.Numero()!.Value),
                registro.Texto()!,
                registro.Crudo().ToArray()
            );

        private static int[]? LeerFilas(RegistroLeido registro)
        {
            if (registro.Numero() is not { } cuantas)
                return null;
            var filas = new int[cuantas];
            for (var i = 0; i < cuantas; i++)
                filas[i] = registro.Numero()!.Value;
            return filas;
        }
    }

    /// <summary>A finding with its place.</summary>
    private sealed record Hallado(int Archivo, int Linea, string Campo, Hallazgo Hallazgo, bool Observacion)
    {
        public static void Escribir(RegistroEscrito registro, Hallado hallado) =>
            registro
                .Numero(hallado.Archivo)
                .Numero(hallado.Linea)
                .Texto(hallado.Campo)
                .Numero(hallado.Observacion ? 1 : 0)
                .Crudo(CodecDeHallazgos.Escribir([hallado.Hallazgo], []));

        public static Hallado Leer(RegistroLeido registro)
        {
            var (archivo, linea, campo, observacion) = (
                registro.Numero()!.Value,
                registro.Numero()!.Value,
                registro.Texto()!,
                registro.Numero() == 1
            );
            return new Hallado(archivo, linea, campo, CodecDeHallazgos.Leer(registro.Crudo().ToArray()).Inconsistencias[0], observacion);
        }
    }
}
