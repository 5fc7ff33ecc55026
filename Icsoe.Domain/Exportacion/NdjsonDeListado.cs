using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Exportacion;

/// <summary>Lines as NDJSON (design, section 8): an object a line, all its members always there.</summary>
public sealed class NdjsonDeListado(EscritorDeJson salida, IReadOnlyList<CampoDeArchivo> campos)
{
    /// <summary>Writes a line; those of a listado come in the order of files: folio de informativa, folio de contrato, ordinal.</summary>
    public void Escribir(in RenglonLeido renglon)
    {
        for (var i = 0; i < campos.Count; i++)
        {
            salida.Crudo(i == 0 ? "{"u8 : ","u8).Crudo(campos[i].Miembro);
            campos[i].Json(salida, renglon);
        }
        salida.Crudo("}\n"u8);
    }
}
