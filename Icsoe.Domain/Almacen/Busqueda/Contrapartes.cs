using System.Text;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Adds up the contracts of a party by whom it has them with.</summary>
internal sealed class Contrapartes(Indices indices, IndiceDePartes partes, Trabajo trabajo)
{
    public PaginaDeContrapartes Pagina(ConsultaDeContrapartes consulta)
    {
        var sumas = new Dictionary<(string Clave, Rol Rol), Suma>();
        foreach (var parte in partes.DeClave(consulta.Clave))
        {
            foreach (var tramo in indices.Renglones)
            {
                if (consulta.Periodos.Count > 0 && !consulta.Periodos.Contains(tramo.Listado.Periodo))
                    continue;
                foreach (var rol in Enum.GetValues<Rol>())
                {
                    if (consulta.Roles.Count == 0 || consulta.Roles.Contains(rol))
                        Sumar(tramo, parte, rol, consulta.Secuencia, sumas);
                }
            }
        }
        var filas = sumas
            .Select(par => Contraparte(par.Key.Clave, par.Key.Rol, par.Value))
            .Order(Comparer<Contraparte>.Create(Comparar))
            .SkipWhile(fila => consulta.DespuesDe is { } marca && Comparar(fila, EnMarca(fila, marca)) <= 0)
            .Take(consulta.Limite + 1)
            .ToList();
        if (filas.Count <= consulta.Limite)
            return new PaginaDeContrapartes(filas, null);
        filas.RemoveAt(consulta.Limite);
        return new PaginaDeContrapartes(filas, new MarcaDeContraparte(filas[^1].Contratos, filas[^1].Clave, filas[^1].Rol));
    }

    /// <summary>Contracts of a party with those who are the other thing in them.</summary>
    private void Sumar(Tramo tramo, int parte, Rol rolDeLaOtra, int secuencia, Dictionary<(string, Rol), Suma> sumas)
    {
        var enPie = tramo.EnPublicacion(secuencia);
        var filas = tramo.DeParte(parte, contratante: rolDeLaOtra == Rol.Contratista);
        trabajo.Gastar(filas.Length);
        foreach (var fila in filas)
        {
            if (!enPie.Tiene(fila) || (tramo.Rasgos[fila] & Rasgos.Contrato) == 0)
                continue;
            var otra = (rolDeLaOtra == Rol.Contratista ? tramo.Contratista : tramo.Contratante)[fila];
            if (!partes.TieneClave(otra))
                continue;
            var clave = (Encoding.ASCII.GetString(partes.Clave(otra)), rolDeLaOtra);
            if (!sumas.TryGetValue(clave, out var suma))
                sumas[clave] = suma = new Suma();
            suma.Contratos++;
            suma.Personas += Math.Max(0, tramo.Columna(Seccion.Cantidad)[fila] - 1);
            suma.Nombres[otra] = suma.Nombres.GetValueOrDefault(otra) + 1;
            suma.Periodos.Add(tramo.Listado.Periodo);
        }
    }

    private Contraparte Contraparte(string clave, Rol rol, Suma suma)
    {
        var comun = suma.Nombres.OrderByDescending(par => par.Value).ThenBy(par => partes.Lugar[par.Key]).First().Key;
        return new Contraparte(
            clave,
            Encoding.UTF8.GetString(partes.Nombre(comun)),
            (TipoPersona)partes.Tipos[comun],
            rol,
            suma.Contratos,
            suma.Personas,
            suma.Periodos.Min,
            suma.Periodos.Max
        );
    }

    private static Contraparte EnMarca(Contraparte fila, MarcaDeContraparte marca) =>
        fila with
        {
            Contratos = marca.Contratos,
            Clave = marca.Clave,
            Rol = marca.Rol,
        };

    private static int Comparar(Contraparte una, Contraparte otra)
    {
        var comparacion = otra.Contratos.CompareTo(una.Contratos);
        if (comparacion == 0)
            comparacion = string.CompareOrdinal(una.Clave, otra.Clave);
        return comparacion != 0 ? comparacion : una.Rol.CompareTo(otra.Rol);
    }

    private sealed class Suma
    {
        public long Contratos { get; set; }
        public long Personas { get; set; }
        public Dictionary<int, int> Nombres { get; } = [];
        public SortedSet<Periodo> Periodos { get; } = [];
    }
}
