using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Comandos;

/// <summary>Listados and rows for workbooks. As they come, no rule has anything to note.</summary>
internal static class Renglones
{
    public static readonly Listado Publico = new(Periodo.De(2026, 1), Lista.Publico);

    public static readonly Listado Inconsistente = new(Periodo.De(2026, 1), Lista.Inconsistente);

    /// <summary>So many informativas of one contract, numbered from one, each of a contratista of its own.</summary>
    public static IEnumerable<RenglonPublico> Serie(this Listado listado, int cuantos, string servicio = "JARDINERÍA Y ÁREAS VERDES") =>
        Enumerable.Range(1, cuantos).Select(numero => listado.Renglon(numero, servicio));

    public static RenglonPublico Renglon(this Listado listado, int numero, string servicio = "JARDINERÍA Y ÁREAS VERDES") =>
        new()
        {
            Listado = listado,
            FolioInformativa = $"N{(int)listado.Lista}6{numero:D7}",
            TipoInformativa = TipoInformativa.Normal,
            FechaPresentacion = new DateOnly(2026, 5, 12),
            Contratista = Parte($"EJEMPLO {listado.Lista} {numero}, S.A. DE C.V."),
            Contrato = new ContratoPublico(
                $"A26P{(int)listado.Lista}{numero:D6}",
                Parte("COMERCIAL EJEMPLO, S.A. DE C.V."),
                servicio,
                ServicioEnmascarado: false,
                listado.Periodo.Inicio.AddDays(numero % 100),
                null,
                1 + (numero % 50)
            ),
            Inconsistencias =
                listado.Lista == Lista.Publico
                    ? []
                    : [new Hallazgo { Codigo = Codigo.SinTrabajadores, Texto = "Contratos sin personas trabajadoras." }],
        };

    public static PartePublica Parte(string nombre, TipoPersona tipo = TipoPersona.Moral) => new(nombre, tipo);
}
