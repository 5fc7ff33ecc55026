using System.Text;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>The name keys with most contracts in some tramos.</summary>
internal sealed class Mayores(IndiceDePartes partes, IReadOnlyList<Tramo> tramos, int secuencia)
{
    public (List<ParteMayor> Contratistas, List<ParteMayor> Contratantes) Nombrar()
    {
        var contratistas = new int[partes.Cuantas];
        var contratantes = new int[partes.Cuantas];
        foreach (var tramo in tramos)
            tramo.ContarPorParte(secuencia, contratistas, contratantes);
        return (Primeros(contratistas, contratante: false), Primeros(contratantes, contratante: true));
    }

    private List<ParteMayor> Primeros(int[] contratos, bool contratante)
    {
        var primeros = new PriorityQueue<int, (long Contratos, int MenosLugar)>();
        for (var lugar = 0; lugar < partes.PorClave.Length; )
        {
            var fin = lugar + 1;
            long suyos = contratos[partes.PorClave[lugar]];
            if (partes.TieneClave(partes.PorClave[lugar]))
            {
                fin = partes.Fin(lugar);
                for (var i = lugar + 1; i < fin; i++)
                    suyos += contratos[partes.PorClave[i]];
                if (suyos > 0)
                    primeros.Enqueue(lugar, (suyos, -lugar));
                if (primeros.Count > Estadisticas.Mayores)
                    primeros.Dequeue();
            }
            lugar = fin;
        }
        var mayores = new List<ParteMayor>();
        while (primeros.TryDequeue(out var lugar, out var peso))
            mayores.Add(Ficha(lugar, peso.Contratos, contratos, contratante));
        mayores.Reverse();
        return mayores;
    }

    private ParteMayor Ficha(int lugar, long suyos, int[] contratos, bool contratante)
    {
        var personas = 0L;
        var comun = partes.PorClave[lugar];
        foreach (var parte in partes.DelGrupo(lugar))
        {
            var (mas, igual) = (contratos[parte] > contratos[comun], contratos[parte] == contratos[comun]);
            if (mas || (igual && partes.Lugar[parte] < partes.Lugar[comun]))
                comun = parte;
            foreach (var tramo in tramos)
            {
                var enPie = tramo.EnPublicacion(secuencia);
                foreach (var fila in tramo.DeParte(parte, contratante))
                {
                    if (enPie.Tiene(fila) && (tramo.Rasgos[fila] & Rasgos.Contrato) != 0)
                        personas += Math.Max(0, tramo.Columna(Seccion.Cantidad)[fila] - 1);
                }
            }
        }
        return new ParteMayor(
            Encoding.ASCII.GetString(partes.Clave(comun)),
            Encoding.UTF8.GetString(partes.Nombre(comun)),
            (TipoPersona)partes.Tipos[comun],
            suyos,
            personas
        );
    }
}
