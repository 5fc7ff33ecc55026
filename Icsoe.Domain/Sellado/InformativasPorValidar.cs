using System.Buffers.Binary;
using System.Text;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Almacen.Recepcion;
using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;
using Icsoe.Domain.Tiempo;
using Icsoe.Domain.Validacion;

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
        var admision = new Admision(entorno.Reloj.Hoy().Year, []);
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
                        rechazo = Admision.ConOtroContenido(nombres[i], revisada.Lugar.Linea, informativa.Folio);
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
        leidas.Agregar(clave, new Leida(leidas.Cuantos, archivo, revisada.Lugar, informativa.Periodo, expediente, informativa.Contenido));
    }

    private void Juzgar(List<Leida> expediente, Clasificador clasificador)
    {
        var informativas = expediente.ConvertAll(leida => CodecDeInformativa.Leer(leida.Contenido));
        var procedencias = new Procedencias(informativas);
        foreach (var veredicto in clasificador.Clasificar(informativas, DateOnly.MaxValue).Veredictos)
        {
            var informativa = veredicto.Informativa;
            _ = veredicto.Lista == Lista.Publico ? Publicas++ : Inconsistentes++;
            Renglones += Math.Max(1, informativa.Contratos.Count);
            foreach (var hallazgo in veredicto.Inconsistencias)
                Agregar(informativa, hallazgo, observacion: false);
            foreach (var hallazgo in veredicto.Observaciones)
                Agregar(informativa, hallazgo, observacion: true);
        }

        void Agregar(Informativa informativa, Hallazgo hallazgo, bool observacion)
        {
            var (presentada, contrato) = procedencias.De(informativa, hallazgo);
            var sitio = expediente[presentada].Lugar.Sitio(Procedencias.Campo(hallazgo), contrato);
            var hallado = new Hallado(expediente[presentada].Archivo, sitio.Linea, sitio.Campo, hallazgo, observacion);
            this.Agregar(expediente[procedencias.Indice(informativa)], hallado);
        }
    }

    /// <summary>In the order of what was filed, also where an actualización brought what was found.</summary>
    private void Agregar(Leida leida, Hallado hallado)
    {
        Span<byte> clave = stackalloc byte[4 * sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(clave, nombres.Count(nombre => string.CompareOrdinal(nombre, nombres[leida.Archivo]) < 0));
        BinaryPrimitives.WriteInt32BigEndian(clave[sizeof(int)..], leida.Lugar.Linea);
        BinaryPrimitives.WriteInt32BigEndian(clave[(2 * sizeof(int))..], leida.Orden);
        BinaryPrimitives.WriteInt32BigEndian(clave[(3 * sizeof(int))..], hallados.Cuantos);
        hallados.Agregar(clave, hallado);
    }

    /// <summary>An informativa with its place.</summary>
    private sealed record Leida(int Orden, int Archivo, Lugar Lugar, Periodo Periodo, string Expediente, byte[] Contenido)
    {
        public static void Escribir(RegistroEscrito registro, Leida leida)
        {
            registro.Numero(leida.Orden).Numero(leida.Archivo).Numero(leida.Lugar.Linea).Numero(leida.Lugar.FilasDeContratos?.Count);
            foreach (var fila in leida.Lugar.FilasDeContratos ?? [])
                registro.Numero(fila.Numero);
            registro.Numero(leida.Periodo.Clave).Texto(leida.Expediente).Crudo(leida.Contenido);
        }

        public static Leida Leer(RegistroLeido registro) =>
            new(
                registro.Numero()!.Value,
                registro.Numero()!.Value,
                new Lugar(registro.Numero()!.Value, Hoja: null, LeerFilas(registro)),
                Periodo.DeClave(registro.Numero()!.Value),
                registro.Texto()!,
                registro.Crudo().ToArray()
            );

        private static FilaDeTabla[]? LeerFilas(RegistroLeido registro)
        {
            if (registro.Numero() is not { } cuantas)
                return null;
            var filas = new FilaDeTabla[cuantas];
            for (var i = 0; i < cuantas; i++)
                filas[i] = new FilaDeTabla(registro.Numero()!.Value, Hoja: null);
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
