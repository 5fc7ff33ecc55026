using System.Text;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Answers many lines: finds whose rows each asks about, and says how they stand.</summary>
internal sealed class RespondedorMasivo(
    Indices indices,
    IndiceDePartes partes,
    LectorDeFilas lector,
    ConsultaMasiva consulta,
    Trabajo trabajo
)
{
    private readonly Cotejador cotejador = new(indices, partes, trabajo);

    public RespuestaMasiva Responder(LineaMasiva linea)
    {
        var situaciones = new Situaciones(partes, consulta, linea.Contratante, trabajo);
        return linea switch
        {
            { Folio: { } folio } => DeFolio(folio, situaciones),
            { Clave: { } clave } => DeClave(clave, linea, situaciones),
            _ => DeNombre(linea, situaciones),
        };
    }

    private RespuestaMasiva DeNombre(LineaMasiva linea, Situaciones situaciones)
    {
        var cotejo = cotejador.Cotejar(
            new ConsultaDeCotejo
            {
                Nombre = linea.Nombre ?? "",
                Secuencia = Math.Max(consulta.Secuencia, consulta.Contra ?? 0),
                Limite = consulta.Candidatos,
                Roles = linea.RolLeido is { } rol ? [rol] : [],
                Tipos = linea.Tipo is { } tipo ? [tipo] : [],
                ConAnteriores = true,
            }
        );
        var candidatos = cotejo
            .Candidatos.Select(candidato => new CandidatoMasivo(
                candidato,
                situaciones.De(DePartes(partes.DeClave(candidato.Clave), linea))
            ))
            .ToList();
        return candidatos is [var unico] && cotejo.Cierto ? new(unico.Situacion, candidatos)
            : candidatos.Count == 0 ? new(situaciones.De([]), candidatos)
            : new(
                new Situacion(EstadoMasivo.Dudoso, 0, linea.Contratante is null ? null : ConContratante.Dudoso, Cambio: null),
                candidatos
            );
    }

    private RespuestaMasiva DeClave(string clave, LineaMasiva linea, Situaciones situaciones)
    {
        var suyas = partes.DeClave(clave);
        var filas = DePartes(suyas, linea);
        var situacion = situaciones.De(filas);
        return new(situacion, filas.Exists(fila => situaciones.Cuenta(fila)) ? [Candidato(suyas[0], situacion)] : []);
    }

    private RespuestaMasiva DeFolio(string folio, Situaciones situaciones)
    {
        var filas = new List<(Tramo Tramo, int Fila)>();
        var clave = ClaveDeFolio.De(folio, out var entera);
        foreach (var tramo in indices.Renglones)
        {
            Buscar(tramo, Seccion.FolioContrato, Seccion.PorFolioContrato, lector.FolioContrato);
            Buscar(tramo, Seccion.FolioInformativa, Seccion.PorFolioInformativa, suya => lector.FolioInformativa(Entidad.Renglon, suya));
        }
        filas = [.. filas.Distinct()];
        var situacion = situaciones.De(filas);
        var contratistas = filas
            .Where(fila => situaciones.Cuenta(fila))
            .Select(fila => fila.Tramo.Contratista[fila.Fila])
            .Where(partes.TieneClave)
            .DistinctBy(parte => partes.Grupo[parte]);
        return new(situacion, [.. contratistas.Take(consulta.Candidatos).Select(parte => Candidato(parte, situacion))]);

        void Buscar(Tramo tramo, Seccion columna, Seccion orden, Func<long, string?> leer)
        {
            foreach (var fila in Lugares.EntreFolios(tramo, columna, orden, clave, clave + 1))
            {
                trabajo.Gastar(1);
                if ((entera && !tramo.FoliosInexactos(columna)) || Leer(tramo.Clave(fila)) == folio)
                    filas.Add((tramo, fila));
            }

            string? Leer(long suya)
            {
                // Others may be answering other lines on its connection.
                lock (lector)
                    return leer(suya);
            }
        }
    }

    /// <summary>Every row that ever named a party in the roles asked about.</summary>
    private List<(Tramo Tramo, int Fila)> DePartes(ReadOnlySpan<int> suyas, LineaMasiva linea)
    {
        var filas = new List<(Tramo, int)>();
        foreach (var parte in suyas)
        {
            var presencia = partes.Presencia(parte);
            foreach (var tramo in indices.Renglones.Where(tramo => (presencia & tramo.Bit) != 0))
            {
                foreach (var rol in Enum.GetValues<Rol>())
                {
                    if (linea.RolLeido is { } leido && leido != rol)
                        continue;
                    foreach (var fila in tramo.DeParte(parte, rol == Rol.Contratante))
                    {
                        // Its own client: that row came as contratista already.
                        if (rol == Rol.Contratista || linea.RolLeido is not null || !suyas.Contains(tramo.Contratista[fila]))
                            filas.Add((tramo, fila));
                    }
                }
            }
        }
        trabajo.Gastar(filas.Count);
        return filas;
    }

    private CandidatoMasivo Candidato(int parte, Situacion situacion) =>
        new(
            new Candidato(
                Encoding.ASCII.GetString(partes.Clave(parte)),
                Encoding.UTF8.GetString(partes.Nombre(parte)),
                (TipoPersona)partes.Tipos[parte],
                1,
                []
            ),
            situacion
        );
}
