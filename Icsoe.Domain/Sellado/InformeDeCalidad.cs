using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>Makes the quality report of what is about to be sealed: the listados that change are measured, the rest is carried over.</summary>
internal static class InformeDeCalidad
{
    /// <param name="publicacion">As it will be.</param>
    /// <param name="listados">Every listado as it will be, in key order.</param>
    /// <param name="sabido">What is known already: while judging, and by reading the lines that change.</param>
    public static Calidad Hacer(
        EscritorPublico escritor,
        Publicacion publicacion,
        IReadOnlyList<ListadoPorSellar> cambiados,
        IReadOnlyList<EstadoListado> listados,
        Calidad sabido
    )
    {
        var medidor = escritor.Medidor();
        var renglones = listados.ToDictionary(estado => estado.Listado, estado => estado.Renglones);
        var anteriores = escritor.Listados().Select(estado => estado.Listado).ToHashSet();
        var otroPrograma = escritor.Vigente is { } vigente && vigente.Programa != publicacion.Programa;
        var medidas = sabido.Medidas.ToList();
        foreach (var periodo in cambiados.Select(cambiado => cambiado.Listado.Periodo).Distinct())
        {
            // With nothing in one list nothing is in both; the zeros take the place of what there was.
            medidas.AddRange(
                Enum.GetValues<Lista>().All(lista => renglones.GetValueOrDefault(new Listado(periodo, lista)) > 0)
                    ? medidor.EnAmbasListas(periodo)
                    :
                    [
                        new Medida(Comprobacion.InformativaEnAmbasListas, periodo, null, 0, []),
                        new Medida(Comprobacion.ContratoEnAmbasListas, periodo, null, 0, []),
                    ]
            );
        }
        foreach (var cambiado in cambiados.Where(cambiado => anteriores.Contains(cambiado.Listado)))
        {
            var (periodo, lista) = (cambiado.Listado.Periodo, cambiado.Listado.Lista);
            var delPrograma = otroPrograma ? medidor.SoloEnObservaciones(cambiado.Listado) : 0;
            medidas.Add(new Medida(Comprobacion.CambioDelPrograma, periodo, lista, delPrograma, []));
            medidas.Add(new Medida(Comprobacion.CambioDeLaFuente, periodo, lista, cambiado.Totales.RenglonesCambiados - delPrograma, []));
        }
        medidas.AddRange(Repetidos(listados));
        medidas.Add(medidor.NombresConVariasEscrituras());
        return escritor.Calidad().Seguida(sabido with { Medidas = medidas });
    }

    private static IEnumerable<Medida> Repetidos(IReadOnlyList<EstadoListado> listados) =>
        from estado in listados
        where estado.Renglones > 0
        from archivo in estado.Archivos
        group estado.Listado by archivo.Sha256 into iguales
        where iguales.Count() > 1
        from listado in iguales
        select new Medida(
            Comprobacion.ArchivoRepetido,
            listado.Periodo,
            listado.Lista,
            1,
            [.. iguales.Where(otro => otro != listado).Take(MedidasDeListado.MaximoDeEjemplos).Select(otro => otro.Nombre)]
        );
}
