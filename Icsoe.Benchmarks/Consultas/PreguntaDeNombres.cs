using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>What somebody who is typing a name or a service has typed so far.</summary>
internal sealed record PreguntaDeSugerencias(int Numero, ConsultaDeSugerencias Consulta) : Pregunta(Numero, "sugerencias")
{
    public override bool ConPeriodo => Consulta.Periodos.Count > 0;

    protected override string Recurso => "/v1/sugerencias";

    public override void Hacer(AlmacenPublico almacen, CancellationToken ct) => almacen.Sugerencias(Consulta, ct);

    protected override IEnumerable<(string Nombre, string Valor)> Parametros(Func<int, string?>? publicacion) =>
        [
            .. Uno("q", Consulta.Q),
            .. Varios("rol", Consulta.Roles, rol => rol == Rol.Contratista ? "contratista" : "contratante"),
            .. Varios("tipo_persona", Consulta.Tipos, tipo => tipo.Valor()),
            .. Varios("periodo", Consulta.Periodos, periodo => periodo.ToString()),
            .. Secuencia(Consulta.Secuencia, publicacion),
            .. Uno("limite", Consulta.Limite.ToString()),
        ];
}

/// <summary>Parties by name.</summary>
internal sealed record PreguntaDePartes(int Numero, ConsultaDePartes Consulta) : Pregunta(Numero, "partes")
{
    public override bool ConPeriodo => Consulta.Periodos.Count > 0;

    protected override string Recurso => "/v1/partes";

    public override void Hacer(AlmacenPublico almacen, CancellationToken ct) => almacen.Partes(Consulta, ct);

    protected override IEnumerable<(string Nombre, string Valor)> Parametros(Func<int, string?>? publicacion) =>
        [
            .. Uno("q", Consulta.Q),
            .. Varios("rol", Consulta.Roles, rol => rol == Rol.Contratista ? "contratista" : "contratante"),
            .. Varios("tipo_persona", Consulta.Tipos, tipo => tipo.Valor()),
            .. Varios("periodo", Consulta.Periodos, periodo => periodo.ToString()),
            .. Uno("aproximar", Consulta.Aproximar ? "si" : null),
            .. Secuencia(Consulta.Secuencia, publicacion),
            .. Uno("limite", Consulta.Limite.ToString()),
        ];
}

/// <summary>One party, and those with whom it has contracts.</summary>
internal sealed record PreguntaDeContrapartes(int Numero, ConsultaDeContrapartes Consulta) : Pregunta(Numero, "parte y contrapartes")
{
    public override bool ConPeriodo => Consulta.Periodos.Count > 0;

    protected override string Recurso => $"/v1/partes/{Consulta.Clave}/contrapartes";

    public override void Hacer(AlmacenPublico almacen, CancellationToken ct)
    {
        almacen.Parte(Consulta.Clave, Consulta.Secuencia, ct);
        almacen.Contrapartes(Consulta, ct);
    }

    protected override IEnumerable<(string Nombre, string Valor)> Parametros(Func<int, string?>? publicacion) =>
        [
            .. Varios("rol", Consulta.Roles, rol => rol == Rol.Contratista ? "contratista" : "contratante"),
            .. Varios("periodo", Consulta.Periodos, periodo => periodo.ToString()),
            .. Secuencia(Consulta.Secuencia, publicacion),
            .. Uno("limite", Consulta.Limite.ToString()),
        ];
}
