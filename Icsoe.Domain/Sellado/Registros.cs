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

    /// <summary>Rows of a workbook, each with the place of the first of its informativa.</summary>
    public static Acomodo<(int Primera, FilaEspejo Fila)> DeFilas(Carpetas carpetas) =>
        new(
            carpetas.Temporal,
            (registro, fila) => Escribir(registro.Numero(fila.Primera), fila.Fila),
            registro => (registro.Numero()!.Value, LeerFila(registro))
        );

    /// <summary>What tells the informativas of a contratista apart, all of one periodo.</summary>
    public static Acomodo<Informativa> DeInformativas(Carpetas carpetas, Periodo periodo) =>
        new(carpetas.Temporal, Escribir, registro => LeerInformativa(registro, periodo));

    private static void Escribir(RegistroEscrito registro, Informativa informativa)
    {
        registro.Texto(informativa.Folio).Numero((int?)informativa.Tipo).Numero(informativa.FechaPresentacion?.DayNumber);
        Escribir(registro, informativa.Contratista);
    }

    private static Informativa LeerInformativa(RegistroLeido registro, Periodo periodo) =>
        new()
        {
            Folio = registro.Texto(),
            Tipo = (TipoInformativa?)registro.Numero(),
            FechaPresentacion = registro.Dia(),
            Contratista = LeerParteReportada(registro),
            Periodo = periodo,
        };

    private static void Escribir(RegistroEscrito registro, RenglonPublico renglon)
    {
        registro
            .Numero(renglon.Listado.Clave)
            .Texto(renglon.FolioInformativa)
            .Numero((int?)renglon.TipoInformativa)
            .Numero(renglon.FechaPresentacion?.DayNumber)
            .Texto(renglon.Referencia);
        Escribir(registro, renglon.Contratista);
        registro.Numero(renglon.Contrato is null ? 0 : 1);
        if (renglon.Contrato is { } contrato)
        {
            registro.Texto(contrato.Folio);
            Escribir(registro, contrato.Contratante);
            registro
                .Texto(contrato.Servicio)
                .Numero(contrato.ServicioEnmascarado ? 1 : 0)
                .Numero(contrato.FechaInicio?.DayNumber)
                .Numero(contrato.FechaFin?.DayNumber)
                .Numero(contrato.PersonasTrabajadoras);
        }
        registro.Crudo(CodecDeHallazgos.Escribir(renglon.Inconsistencias, renglon.Observaciones) ?? []);
    }

    private static RenglonPublico LeerRenglon(RegistroLeido registro)
    {
        var renglon = new RenglonPublico
        {
            Listado = Listado.DeClave(registro.Numero()!.Value),
            FolioInformativa = registro.Texto(),
            TipoInformativa = (TipoInformativa?)registro.Numero(),
            FechaPresentacion = registro.Dia(),
            Referencia = registro.Texto(),
            Contratista = LeerParte(registro),
            Contrato =
                registro.Numero() == 0
                    ? null
                    : new ContratoPublico(
                        registro.Texto(),
                        LeerParte(registro),
                        registro.Texto(),
                        registro.Numero() == 1,
                        registro.Dia(),
                        registro.Dia(),
                        registro.Numero()
                    ),
        };
        var hallazgos = registro.Crudo();
        if (hallazgos.IsEmpty)
            return renglon;
        var (inconsistencias, observaciones) = CodecDeHallazgos.Leer(hallazgos.ToArray());
        return renglon with { Inconsistencias = inconsistencias, Observaciones = observaciones };
    }

    private static void Escribir(RegistroEscrito registro, PartePublica parte) =>
        registro.Texto(parte.Nombre).Numero((int?)parte.TipoPersona).Texto(parte.ClaveSabida);

    private static PartePublica LeerParte(RegistroLeido registro) =>
        new(registro.Texto(), (TipoPersona?)registro.Numero(), registro.Texto());

    private static void Escribir(RegistroEscrito registro, FilaEspejo fila)
    {
        registro
            .Numero(fila.Fila)
            .Texto(fila.FolioInformativa)
            .Numero((int?)fila.TipoInformativa)
            .Texto(fila.TipoInformativaTexto)
            .Numero(fila.FechaPresentacion?.DayNumber);
        Escribir(registro, fila.Contratista);
        registro.Numero(fila.Contrato is null ? 0 : 1);
        if (fila.Contrato is { } contrato)
        {
            registro.Texto(contrato.Folio);
            Escribir(registro, contrato.Contratante);
            registro
                .Texto(contrato.Servicio)
                .Numero(contrato.FechaInicio?.DayNumber)
                .Texto(contrato.FechaInicioIlegible)
                .Numero(contrato.FechaFin?.DayNumber)
                .Numero(contrato.PersonasTrabajadoras);
        }
        registro.Texto(fila.Inconsistencia).Numero(fila.CamposNulos.Count);
        foreach (var campo in fila.CamposNulos)
            registro.Texto(campo);
    }

    private static FilaEspejo LeerFila(RegistroLeido registro) =>
        new()
        {
            Fila = registro.Numero()!.Value,
            FolioInformativa = registro.Texto(),
            TipoInformativa = (TipoInformativa?)registro.Numero(),
            TipoInformativaTexto = registro.Texto(),
            FechaPresentacion = registro.Dia(),
            Contratista = LeerParteReportada(registro),
            Contrato =
                registro.Numero() == 0
                    ? null
                    : new Contrato
                    {
                        Folio = registro.Texto(),
                        Contratante = LeerParteReportada(registro),
                        Servicio = registro.Texto(),
                        FechaInicio = registro.Dia(),
                        FechaInicioIlegible = registro.Texto(),
                        FechaFin = registro.Dia(),
                        PersonasTrabajadoras = registro.Numero(),
                    },
            Inconsistencia = registro.Texto(),
            CamposNulos = LeerCampos(registro),
        };

    private static string[] LeerCampos(RegistroLeido registro)
    {
        var cuantos = registro.Numero()!.Value;
        if (cuantos == 0)
            return [];
        var campos = new string[cuantos];
        for (var i = 0; i < cuantos; i++)
            campos[i] = registro.Texto()!;
        return campos;
    }

    private static void Escribir(RegistroEscrito registro, Parte parte) =>
        registro.Texto(parte.Nombre).Numero((int?)parte.TipoPersona).Texto(parte.ClaveSabida);

    private static Parte LeerParteReportada(RegistroLeido registro) =>
        new(registro.Texto(), (TipoPersona?)registro.Numero(), rfc: null, registro.Texto());
}
