using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>The figures of one listado, added up from its index: the one place that says how they are counted.</summary>
internal sealed class Contaduria(IndiceDePartes partes)
{
    // -1 stands for no value: a key of a dictionary cannot be null.
    private readonly SortedDictionary<(Dimension Dimension, int Valor), Cuenta> cuentas = [];

    /// <summary>What stands of a listado at a publication; either index may be missing.</summary>
    public static IReadOnlyList<Cifra> De(IndiceDePartes partes, Tramo? renglones, Tramo? informativas, int secuencia)
    {
        var contaduria = new Contaduria(partes);
        if (renglones is not null)
            contaduria.Contratos(renglones, secuencia);
        if (informativas is not null)
            contaduria.Informativas(informativas, secuencia);
        return [.. contaduria.cuentas.Select(par => new Cifra(par.Key.Dimension, par.Key.Valor < 0 ? null : par.Key.Valor, par.Value))];
    }

    /// <summary>The size of a contract; null when its workers were not reported.</summary>
    public static Tamano? TamanoDe(int? personas) =>
        personas switch
        {
            null => null,
            <= 0 => Tamano.Cero,
            <= 10 => Tamano.De1A10,
            <= 50 => Tamano.De11A50,
            <= 250 => Tamano.De51A250,
            _ => Tamano.De251OMas,
        };

    /// <summary>Lines without a contract add nothing: their informativas are counted by themselves.</summary>
    private void Contratos(Tramo tramo, int secuencia)
    {
        var enPie = tramo.EnPublicacion(secuencia);
        // Few kinds of rows: each is counted in an array and only then told what it is.
        var grupos = new Dictionary<(int Rasgos, int Contratista, int Contratante, int Tamano, int Puntualidad), Cuenta>();
        for (var fila = 0; fila < enPie.Limite; fila++)
        {
            var rasgos = tramo.Rasgos[fila];
            if ((rasgos & Rasgos.Contrato) == 0 || !enPie.Tiene(fila))
                continue;
            var personas = tramo.Columna(Seccion.Cantidad)[fila];
            var grupo = (
                rasgos & Rasgos.SinObservaciones,
                partes.Tipos[tramo.Contratista[fila]],
                partes.Tipos[tramo.Contratante[fila]],
                personas == 0 ? -1 : (int)TamanoDe(personas - 1)!.Value,
                PuntualidadDe(tramo, fila)
            );
            grupos[grupo] = grupos.GetValueOrDefault(grupo) + new Cuenta(1, 0, 0, Math.Max(0, personas - 1));
        }
        foreach (var (grupo, cuenta) in grupos)
        {
            Sumar(grupo.Rasgos, grupo.Contratista, grupo.Puntualidad, cuenta);
            Sumar(Dimension.TipoPersonaContratante, ONada(grupo.Contratante), cuenta);
            Sumar(Dimension.Tamano, grupo.Tamano, cuenta);
        }
    }

    private void Informativas(Tramo tramo, int secuencia)
    {
        var enPie = tramo.EnPublicacion(secuencia);
        var grupos = new Dictionary<(int Rasgos, int Contratista, int Puntualidad), Cuenta>();
        for (var fila = 0; fila < enPie.Limite; fila++)
        {
            if (!enPie.Tiene(fila))
                continue;
            var rasgos = tramo.Rasgos[fila];
            var grupo = (rasgos & Rasgos.SinObservaciones, partes.Tipos[tramo.Contratista[fila]], PuntualidadDe(tramo, fila));
            grupos[grupo] = grupos.GetValueOrDefault(grupo) + new Cuenta(0, 1, (rasgos & Rasgos.Contrato) == 0 ? 1 : 0, 0);
        }
        foreach (var (grupo, cuenta) in grupos)
            Sumar(grupo.Rasgos, grupo.Contratista, grupo.Puntualidad, cuenta);
    }

    private static int PuntualidadDe(Tramo tramo, int fila)
    {
        var dia = tramo.Columna(Seccion.FechaPresentacion)[fila];
        var tipo = Rasgos.Tipo(tramo.Rasgos[fila]);
        return CalendarioHabil.Tardia(
            tramo.Listado.Periodo,
            tipo == 0 ? null : (TipoInformativa)tipo,
            dia == 0 ? null : DateOnly.FromDayNumber(dia - 1)
        ) switch
        {
            null => -1,
            true => (int)Puntualidad.Tardia,
            false => (int)Puntualidad.ATiempo,
        };
    }

    private void Sumar(int rasgos, int contratista, int puntualidad, Cuenta cuenta)
    {
        Sumar(Dimension.Total, -1, cuenta);
        Sumar(Dimension.TipoPersonaContratista, ONada(contratista), cuenta);
        Sumar(Dimension.TipoInformativa, ONada(Rasgos.Tipo(rasgos)), cuenta);
        Sumar(Dimension.Puntualidad, puntualidad, cuenta);
        for (var mascara = Rasgos.Inconsistencias(rasgos); mascara != 0; mascara &= mascara - 1)
            Sumar(Dimension.Inconsistencia, System.Numerics.BitOperations.TrailingZeroCount(mascara), cuenta);
    }

    private static int ONada(int valor) => valor == 0 ? -1 : valor;

    private void Sumar(Dimension dimension, int valor, Cuenta cuenta) =>
        cuentas[(dimension, valor)] = cuentas.GetValueOrDefault((dimension, valor)) + cuenta;
}
