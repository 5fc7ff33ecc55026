using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Contratos;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Api;

public sealed class EscritorDeContratosTests
{
    private static readonly JsonSerializerOptions Serializador = new(IcsoeJson.Actual.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly string[] Textos =
    [
        "MTTO PREVENTIVO",
        "COMILLA \" Y DIAGONAL \\ / <img onerror=…>",
        "TABULADOR \t SALTO \r\n NULO \u0000 BORRADO \u007F",
        "ÑANDÚ ÷ × ÿ À",
        "N\u0303 descompuesta, ŒUVRE, 漢字, \u200F, \u2028, \uFEFF, \uE000, \uFFFD",
        "👷🏽‍♀️ \U0001D11E \U000E0001 \U0010FFFF",
        "'&+=@-`",
        "\"",
        " ",
    ];

    [Test]
    public void Los_contratos_de_la_muestra_se_escriben_como_lo_haria_el_serializador()
    {
        using var almacen = new AlmacenPublico(Muestra.Datos);
        var consulta = new Consulta { Secuencia = almacen.Vigente()!.Secuencia, Limite = int.MaxValue };
        var contratos = almacen.Contratos(consulta).Filas;
        Assert.That(contratos, Has.Some.Matches<RenglonPublico>(fila => fila!.Inconsistencias.Count > 0));
        Assert.That(contratos, Has.Some.Matches<RenglonPublico>(fila => fila!.Observaciones.Count > 0));
        using var escritor = new EscritorDeContratos();
        Comparar(escritor, almacen.Contratos(consulta, escritor.Escribir).Filas, contratos);
        Assert.That(escritor.HayInconsistentes);
    }

    [Test]
    public void Cualquier_texto_se_escribe_como_lo_haria_el_serializador()
    {
        var listado = new Listado(Periodo.De(2026, 1), Lista.Publico);
        RenglonPublico[] contratos =
        [
            .. from texto in Textos.Concat(Enumerable.Range(0, 0x300).Select(letra => $"a{(char)letra}z"))
            select new RenglonPublico
            {
                Listado = listado,
                FolioInformativa = texto,
                TipoInformativa = null,
                FechaPresentacion = null,
                Contratista = new(texto, TipoPersona.Moral),
                Contrato = new(texto, PartePublica.Ninguna, texto, true, null, DateOnly.MaxValue, int.MaxValue),
            },
        ];
        using var escritor = new EscritorDeContratos();
        Comparar(escritor, [.. contratos.Select(contrato => escritor.Escribir(Leido(contrato)))], contratos);
        Assert.That(escritor.HayInconsistentes, Is.False);
    }

    private static void Comparar(EscritorDeContratos escritor, IReadOnlyList<int> fines, IReadOnlyList<RenglonPublico> contratos)
    {
        var escritos = escritor.Escritos(fines);
        Assert.That(escritos, Has.Count.EqualTo(contratos.Count));
        foreach (var (escrito, contrato) in escritos.Zip(contratos))
        {
            var esperado = JsonSerializer.Serialize(ContratoResponse.From(contrato), Serializador);
            Assert.That(Encoding.UTF8.GetString(escrito.Json.Span), Is.EqualTo(esperado));
        }
    }

    private static RenglonLeido Leido(RenglonPublico renglon) =>
        new()
        {
            Clave = renglon.Clave,
            Listado = renglon.Listado,
            Ordinal = renglon.Ordinal,
            FolioInformativa = Utf8(renglon.FolioInformativa),
            TipoInformativa = renglon.TipoInformativa,
            FechaPresentacion = renglon.FechaPresentacion,
            Contratista = Leida(renglon.Contratista),
            EsContrato = true,
            FolioContrato = Utf8(renglon.Contrato!.Folio),
            Contratante = Leida(renglon.Contrato.Contratante),
            Servicio = Utf8(renglon.Contrato.Servicio),
            ServicioEnmascarado = renglon.Contrato.ServicioEnmascarado,
            FechaInicio = renglon.Contrato.FechaInicio,
            FechaFin = renglon.Contrato.FechaFin,
            PersonasTrabajadoras = renglon.Contrato.PersonasTrabajadoras,
            Codigos = 0,
            Inconsistencias = renglon.Inconsistencias,
            Observaciones = renglon.Observaciones,
            Aproximado = renglon.Aproximado,
        };

    private static ParteLeida Leida(PartePublica parte) => new(Utf8(parte.Nombre), parte.TipoPersona, Utf8(parte.Clave));

    private static ReadOnlySpan<byte> Utf8(string? texto) => Encoding.UTF8.GetBytes(texto ?? "");
}
