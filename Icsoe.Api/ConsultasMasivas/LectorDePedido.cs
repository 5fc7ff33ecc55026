using System.Text.Json;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.ConsultasMasivas;

/// <summary>Reads the JSON. The members of <see cref="ConsultasMasivasRequest"/> and <see cref="LineaRequest"/> are its members.</summary>
internal static class LectorDePedido
{
    private static readonly Lector<Rol> Roles = ParametrosDeConsultasMasivas.Rol.Lector;
    private static readonly Lector<TipoPersona> Tipos = ParametrosDeConsultasMasivas.TipoPersona.Lector;

    public static (Pedido? Pedido, Problema? Problema) Leer(Peticion peticion, ReadOnlyMemory<byte> bytes)
    {
        var (deConsulta, comun) = (Pedido.DeConsulta(peticion), Pedido.Comun(peticion));
        return CuerpoJson.Leer(bytes, peticion.Hoy, (cuerpo, raiz) => Todo(cuerpo, raiz, deConsulta, comun));
    }

    private static Pedido Todo(CuerpoJson cuerpo, JsonElement raiz, Pedido deConsulta, LineaMasiva comun)
    {
        var objeto = cuerpo.Objeto(raiz, "", "periodo", "publicacion", "contra", "consultas", "nombres");
        return new(
            cuerpo.Texto<Periodo?>(objeto, "periodo", LeerPeriodo, obligatorio: false) ?? deConsulta.Periodo,
            cuerpo.Texto<SeleccionDePublicacion>(objeto, "publicacion", Lectores.Publicacion, obligatorio: false) ?? deConsulta.Publicacion,
            cuerpo.Texto<SeleccionDePublicacion>(objeto, "contra", Lectores.Publicacion, obligatorio: false) ?? deConsulta.Contra,
            Lineas(cuerpo, objeto, comun)
        );
    }

    private static List<LineaPedida> Lineas(CuerpoJson cuerpo, ObjetoJson? objeto, LineaMasiva comun)
    {
        // A null list is none, as if it were not there.
        var dados = objeto is null
            ? null
            : objeto with
            {
                Miembros = objeto.Miembros.Where(par => par.Value.ValueKind != JsonValueKind.Null).ToDictionary(),
            };
        var conNombres = dados?.Miembros.ContainsKey("nombres") == true;
        if (conNombres && dados!.Miembros.ContainsKey("consultas"))
            cuerpo.Rechazar(
                CatalogoDeProblemas.ParametrosExcluyentes,
                "nombres",
                null,
                new("Se dan «consultas» o «nombres», no los dos.", "Either `consultas` or `nombres` is given, not both.")
            );
        var lista = conNombres ? "nombres" : "consultas";
        var elementos = cuerpo.Lista(dados, lista, Pedido.LineasMaximas);
        if (
            elementos.Count == 0
            && dados?.Miembros.GetValueOrDefault(lista) is { ValueKind: JsonValueKind.Array } vacia
            && vacia.GetArrayLength() == 0
        )
            cuerpo.Rechazar(
                CatalogoDeProblemas.ParametroVacio,
                lista,
                null,
                new(
                    $"«{lista}» viene vacía: lleva de 1 a {Pedido.LineasMaximas} elementos.",
                    $"`{lista}` is empty: it has 1 to {Pedido.LineasMaximas} elements."
                )
            );
        return
        [
            .. elementos.Select(
                (elemento, i) =>
                    conNombres ? DeNombre(cuerpo, elemento, $"nombres[{i}]", comun) : Una(cuerpo, elemento, $"consultas[{i}]", comun)
            ),
        ];
    }

    private static LineaPedida DeNombre(CuerpoJson cuerpo, JsonElement elemento, string lugar, LineaMasiva comun)
    {
        var nombre = cuerpo.Texto<string>(elemento, lugar, Pedido.Nombre) ?? "";
        var linea = comun with { Nombre = nombre };
        Contradecir(cuerpo, linea, lugar);
        return new(nombre, linea);
    }

    private static LineaPedida Una(CuerpoJson cuerpo, JsonElement elemento, string lugar, LineaMasiva comun)
    {
        var objeto = cuerpo.Objeto(elemento, lugar, "ref", "nombre", "folio", "clave", "rol", "tipo_persona", "contratante");
        var rol = cuerpo.Texto<Rol?>(objeto, "rol", LeerRol, obligatorio: false);
        var linea = new LineaMasiva
        {
            Nombre = Texto("nombre", Pedido.Nombre),
            Folio = cuerpo.Texto<string>(objeto, "folio", Lectores.Folio, obligatorio: false),
            Clave = cuerpo.Texto<string>(objeto, "clave", LectoresDeBusqueda.Clave, obligatorio: false),
            Rol = rol ?? comun.Rol,
            Tipo = cuerpo.Texto<TipoPersona?>(objeto, "tipo_persona", LeerTipo, obligatorio: false) ?? comun.Tipo,
            Contratante = Texto("contratante", Pedido.Nombre) ?? comun.Contratante,
        };
        var dados = ((string[])["nombre", "folio", "clave"]).Where(nombre => EstaDado(objeto, nombre)).ToList();
        if (objeto is not null && dados.Count != 1)
            cuerpo.Rechazar(
                dados.Count == 0 ? CatalogoDeProblemas.ParametroFaltante : CatalogoDeProblemas.ParametrosExcluyentes,
                lugar,
                null,
                new(
                    $"«{lugar}» lleva uno de «nombre», «folio» o «clave», y sólo uno.",
                    $"`{lugar}` has one of `nombre`, `folio` or `clave`, and only one."
                )
            );
        Contradecir(cuerpo, linea, rol is null ? lugar : $"{lugar}.rol");
        return new(Texto("ref", LectoresDeBusqueda.Texto) ?? linea.Nombre ?? linea.Folio ?? linea.Clave ?? "", linea);

        string? Texto(string nombre, Lector<string> lector) => cuerpo.Texto(objeto, nombre, lector, obligatorio: false);
    }

    private static void Contradecir(CuerpoJson cuerpo, LineaMasiva linea, string lugar)
    {
        if (Pedido.Contradiccion(linea) is { } fallo)
            cuerpo.Rechazar(fallo.Tipo, lugar, null, new($"«{lugar}»: {fallo.Detalle.Es}", $"`{lugar}`: {fallo.Detalle.En}"));
    }

    private static bool EstaDado(ObjetoJson? objeto, string nombre) =>
        objeto?.Miembros.TryGetValue(nombre, out var valor) == true && valor.ValueKind != JsonValueKind.Null;

    private static Periodo? LeerPeriodo(string texto, DateOnly hoy, out Fallo? fallo) => Lectores.Periodo(texto, hoy, out fallo);

    private static Rol? LeerRol(string texto, DateOnly hoy, out Fallo? fallo) => Roles(texto, hoy, out fallo);

    private static TipoPersona? LeerTipo(string texto, DateOnly hoy, out Fallo? fallo) => Tipos(texto, hoy, out fallo);
}
