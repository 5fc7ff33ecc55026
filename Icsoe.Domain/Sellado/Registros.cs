using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>How rows lie in the temporary file that puts them in order; read back by the same run and nobody else.</summary>
internal static class Registros
{
    /// <summary>Published rows, in the order they were given keys.</summary>
    public static Acomodo<RenglonPublico> DeRenglones(Carpetas carpetas) => new(carpetas.Temporal, Escribir, LeerRenglon);

    /// <summary>Rows of a workbook.</summary>
    public static Acomodo<FilaEspejo> DeFilas(Carpetas carpetas) => new(carpetas.Temporal, Escribir, LeerFila);

    private static void Escribir(BinaryWriter escritor, RenglonPublico renglon)
    {
        escritor.Write(renglon.Listado.Clave);
        escritor.Opcional(renglon.FolioInformativa);
        escritor.Opcional((int?)renglon.TipoInformativa);
        escritor.Opcional(renglon.FechaPresentacion?.DayNumber);
        Escribir(escritor, renglon.Contratista);
        escritor.Write(renglon.Contrato is not null);
        if (renglon.Contrato is { } contrato)
        {
            escritor.Opcional(contrato.Folio);
            Escribir(escritor, contrato.Contratante);
            escritor.Opcional(contrato.Servicio);
            escritor.Write(contrato.ServicioEnmascarado);
            escritor.Opcional(contrato.FechaInicio?.DayNumber);
            escritor.Opcional(contrato.FechaFin?.DayNumber);
            escritor.Opcional(contrato.PersonasTrabajadoras);
        }
        var hallazgos = CodecDeHallazgos.Escribir(renglon.Inconsistencias, renglon.Observaciones) ?? [];
        escritor.Write(hallazgos.Length);
        escritor.Write(hallazgos);
    }

    private static RenglonPublico LeerRenglon(BinaryReader lector)
    {
        var renglon = new RenglonPublico
        {
            Listado = Listado.DeClave(lector.ReadInt32()),
            FolioInformativa = lector.TextoOpcional(),
            TipoInformativa = (TipoInformativa?)lector.EnteroOpcional(),
            FechaPresentacion = lector.DiaOpcional(),
            Contratista = LeerParte(lector),
            Contrato = !lector.ReadBoolean()
                ? null
                : new ContratoPublico(
                    lector.TextoOpcional(),
                    LeerParte(lector),
                    lector.TextoOpcional(),
                    lector.ReadBoolean(),
                    lector.DiaOpcional(),
                    lector.DiaOpcional(),
                    lector.EnteroOpcional()
                ),
        };
        var largo = lector.ReadInt32();
        if (largo == 0)
            return renglon;
        var (inconsistencias, observaciones) = CodecDeHallazgos.Leer(lector.ReadBytes(largo));
        return renglon with { Inconsistencias = inconsistencias, Observaciones = observaciones };
    }

    private static void Escribir(BinaryWriter escritor, PartePublica parte)
    {
        escritor.Opcional(parte.Nombre);
        escritor.Opcional((int?)parte.TipoPersona);
    }

    private static PartePublica LeerParte(BinaryReader lector) => new(lector.TextoOpcional(), (TipoPersona?)lector.EnteroOpcional());

    private static void Escribir(BinaryWriter escritor, FilaEspejo fila)
    {
        escritor.Write(fila.Fila);
        escritor.Opcional(fila.FolioInformativa);
        escritor.Opcional((int?)fila.TipoInformativa);
        escritor.Opcional(fila.TipoInformativaTexto);
        escritor.Opcional(fila.FechaPresentacion?.DayNumber);
        escritor.Opcional(fila.Contratista.Nombre);
        escritor.Opcional((int?)fila.Contratista.TipoPersona);
        escritor.Write(fila.Contrato is not null);
        if (fila.Contrato is { } contrato)
        {
            escritor.Opcional(contrato.Folio);
            escritor.Opcional(contrato.Contratante.Nombre);
            escritor.Opcional((int?)contrato.Contratante.TipoPersona);
            escritor.Opcional(contrato.Servicio);
            escritor.Opcional(contrato.FechaInicio?.DayNumber);
            escritor.Opcional(contrato.FechaInicioIlegible);
            escritor.Opcional(contrato.FechaFin?.DayNumber);
            escritor.Opcional(contrato.PersonasTrabajadoras);
        }
        escritor.Opcional(fila.Inconsistencia);
        escritor.Write(fila.CamposNulos.Count);
        foreach (var campo in fila.CamposNulos)
            escritor.Write(campo);
    }

    private static FilaEspejo LeerFila(BinaryReader lector) =>
        new()
        {
            Fila = lector.ReadInt32(),
            FolioInformativa = lector.TextoOpcional(),
            TipoInformativa = (TipoInformativa?)lector.EnteroOpcional(),
            TipoInformativaTexto = lector.TextoOpcional(),
            FechaPresentacion = lector.DiaOpcional(),
            Contratista = new Parte(lector.TextoOpcional(), (TipoPersona?)lector.EnteroOpcional()),
            Contrato = !lector.ReadBoolean()
                ? null
                : new Contrato
                {
                    Folio = lector.TextoOpcional(),
                    Contratante = new Parte(lector.TextoOpcional(), (TipoPersona?)lector.EnteroOpcional()),
                    Servicio = lector.TextoOpcional(),
                    FechaInicio = lector.DiaOpcional(),
                    FechaInicioIlegible = lector.TextoOpcional(),
                    FechaFin = lector.DiaOpcional(),
                    PersonasTrabajadoras = lector.EnteroOpcional(),
                },
            Inconsistencia = lector.TextoOpcional(),
            CamposNulos = [.. Enumerable.Range(0, lector.ReadInt32()).Select(_ => lector.ReadString())],
        };

    private static void Opcional(this BinaryWriter escritor, string? texto)
    {
        escritor.Write(texto is not null);
        if (texto is not null)
            escritor.Write(texto);
    }

    private static void Opcional(this BinaryWriter escritor, int? numero)
    {
        escritor.Write(numero is not null);
        if (numero is not null)
            escritor.Write(numero.Value);
    }

    private static string? TextoOpcional(this BinaryReader lector) => lector.ReadBoolean() ? lector.ReadString() : null;

    private static int? EnteroOpcional(this BinaryReader lector) => lector.ReadBoolean() ? lector.ReadInt32() : null;

    private static DateOnly? DiaOpcional(this BinaryReader lector) =>
        lector.EnteroOpcional() is { } dia ? DateOnly.FromDayNumber(dia) : null;
}
