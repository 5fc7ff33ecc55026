using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>Counts what the quality report says of the lines of a listado, while something else has them read.</summary>
internal sealed class MedidasDeListado(Listado listado)
{
    /// <summary>How many folios tell where to look.</summary>
    public const int MaximoDeEjemplos = 3;

    private readonly Cuenta posteriores = new(Comprobacion.InicioPosteriorAlFin);
    private readonly Cuenta fuera = new(Comprobacion.InicioFueraDelPeriodo);
    private readonly Cuenta sinTrabajadores = new(Comprobacion.PublicoSinTrabajadores);
    private readonly Cuenta enmascarados = new(Comprobacion.ServicioEnmascarado);

    public void Ver(in RenglonLeido renglon)
    {
        if (!renglon.EsContrato)
            return;
        if (renglon.FechaInicio > renglon.FechaFin)
            posteriores.Contar(renglon);
        if (FechaInicio.EsFueraDelPeriodo(listado.Periodo, renglon.FechaInicio))
            fuera.Contar(renglon);
        if (listado.Lista == Lista.Publico && renglon.PersonasTrabajadoras is null or 0)
            sinTrabajadores.Contar(renglon);
        if (renglon.ServicioEnmascarado)
            enmascarados.Contar(renglon);
    }

    /// <summary>All of them, zeros too.</summary>
    public IEnumerable<Medida> Medidas() =>
        new[] { posteriores, fuera, sinTrabajadores, enmascarados }.Select(cuenta => new Medida(
            cuenta.Comprobacion,
            listado.Periodo,
            listado.Lista,
            cuenta.Valor,
            cuenta.Ejemplos
        ));

    private sealed class Cuenta(Comprobacion comprobacion)
    {
        public Comprobacion Comprobacion { get; } = comprobacion;

        public long Valor { get; private set; }

        public List<string> Ejemplos { get; } = [];

        public void Contar(in RenglonLeido renglon)
        {
            Valor++;
            if (Ejemplos.Count < MaximoDeEjemplos && ParteLeida.Texto(renglon.FolioContrato) is { } folio)
                Ejemplos.Add(folio);
        }
    }
}
