using System.CommandLine;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary><c>retirar</c>: takes a folio or a file out of every publication.</summary>
internal static class OrdenRetirar
{
    public static Command Crear(OpcionesComunes comunes, Consola consola, TimeProvider reloj)
    {
        var folio = Valores.Folio();
        var archivo = Valores.Archivo();
        var motivo = Valores.Motivo();
        var publicacion = Valores.Publicacion();
        var orden = new Command(
            "retirar",
            "Retira de todas las publicaciones un folio o un archivo, por orden judicial o porque traía un dato personal, y sella una que lo dice."
        )
        {
            folio,
            archivo,
            motivo,
            publicacion,
        };
        comunes.Agregar(orden);
        orden.Validators.Add(resultado =>
        {
            if (resultado.GetResult(folio) is null == resultado.GetResult(archivo) is null)
                resultado.AddError("Di qué se retira: --folio FOLIO, de contrato o de informativa, o --archivo SHA256. Uno de los dos.");
        });
        orden.SetAction(
            (valores, ct) =>
                LineaDeOrdenes.GuardadaAsync(
                    consola,
                    () =>
                    {
                        var inicio = reloj.GetTimestamp();
                        var entorno = comunes.Entorno(valores, consola, reloj);
                        var (id, porque) = (valores.GetValue(publicacion), valores.GetValue(motivo)!);
                        var resultado = valores.GetValue(folio) is { } suyo
                            ? Retirador.RetirarFolio(suyo, porque, id, entorno, ct)
                            : Retirador.RetirarArchivo(valores.GetValue(archivo)!, porque, id, entorno, ct);
                        consola.Resumir(resultado, reloj.GetElapsedTime(inicio));
                        return Task.FromResult(LineaDeOrdenes.Hecho);
                    }
                )
        );
        return orden;
    }
}
