using System.Numerics;
using Icsoe.Domain.Almacen.Indice;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Its service has one of some texts.</summary>
internal sealed class CondicionDeServicio(TextoResuelto[] textos, bool exacto) : Condicion
{
    private readonly int cuantas = (int)Math.Min(int.MaxValue - 1, textos.Sum(texto => texto.Apariciones));
    private readonly RangoDePalabras[] guias = [.. textos.SelectMany(texto => texto.Guias)];
    private readonly Paciencia conjuntas = new(
        textos.Sum(texto => texto.Costo),
        () => Conjunto.Unir(textos.Select(texto => texto.Documentos(exacto)))
    );

    public override int AlMenosDe => cuantas;

    public override int Costo => 2;

    public override bool HayOtraEscritura => textos.Any(texto => texto.HayOtraEscritura);

    public override bool Cumple(int fila) => EstaEn(textos[0].Palabras.DeTexto(fila));

    public override void Filtrar(int desde, Span<ulong> bits)
    {
        if (conjuntas.Valor(bits) is { } conjunto)
        {
            conjunto.Cortar(desde, bits);
            return;
        }
        var palabras = textos[0].Palabras;
        var palabrasDeTodos = palabras.Textos;
        var inicios = palabras.TextosDesde;
        for (var i = 0; i < bits.Length; i++)
        {
            var quedan = bits[i];
            for (var resto = quedan; resto != 0; resto &= resto - 1)
            {
                var bit = BitOperations.TrailingZeroCount(resto);
                var fila = desde + (i << 6) + bit;
                if (!EstaEn(palabrasDeTodos[inicios[fila]..inicios[fila + 1]]))
                    quedan &= ~(1UL << bit);
            }
            bits[i] = quedan;
        }
    }

    private bool EstaEn(ReadOnlySpan<int> palabras)
    {
        foreach (var texto in textos)
        {
            if (texto.EstaEn(palabras, exacto))
                return true;
        }
        return false;
    }

    public override void Juntar(Action<ReadOnlySpan<int>> tomar)
    {
        foreach (var rango in guias)
            tomar(textos[0].Palabras.Apariciones(rango));
    }
}

/// <summary>A phrase of <c>q</c>, in whatever field: parties that have it, services that do, folios that begin so.</summary>
/// <param name="Presentes">Bits of the tramos that may name some of the parties.</param>
internal sealed record FraseDeQ(Conjunto Partes, ulong Presentes, Conjunto? PartesExactas, Frase Frase, (ulong Desde, ulong Hasta)? Folios);

/// <summary>A phrase is in some field of the row.</summary>
internal sealed class CondicionDeFrase : Condicion
{
    private readonly Tramo tramo;
    private readonly bool exacto;
    private readonly Conjunto partes;
    private readonly FraseResuelta? servicio;
    private readonly CondicionDeParte deParte;
    private readonly bool conFolios;
    private readonly (ulong Desde, ulong Hasta) folios;
    private readonly Paciencia? enServicio;

    /// <param name="deContratos">False in a tramo of informativas, that have neither contratante nor service.</param>
    public CondicionDeFrase(Tramo tramo, FraseDeQ frase, bool deContratos, bool exacto, bool aproximar, Trabajo trabajo)
    {
        (this.tramo, this.exacto) = (tramo, exacto);
        partes = exacto ? frase.PartesExactas ?? frase.Partes : frase.Partes;
        deParte = new CondicionDeParte(tramo, partes, deContratos ? partes : null);
        if (deContratos)
        {
            servicio = new FraseResuelta(tramo.Servicios, frase.Frase, aproximar, trabajo);
            enServicio = new Paciencia(servicio.Costo, () => servicio.Documentos(exacto));
        }
        HayOtraEscritura = frase.PartesExactas is not null || servicio is { HayOtraEscritura: true };
        folios = frase.Folios ?? default;
        var conFolio = DeInformativas.Length + DeContratos.Length;
        conFolios = conFolio > 0;
        long cuantas = (long)deParte.AlMenosDe + (servicio?.Apariciones ?? 0) + conFolio;
        AlMenosDe = (int)Math.Min(int.MaxValue, cuantas);
        Esperadas = Math.Min(deParte.AlMenosDe, partes.Cuantos) + (servicio?.Apariciones ?? 0) + conFolio;
    }

    public override int AlMenosDe { get; }

    public override long Esperadas { get; }

    public override int Costo => 3;

    public override bool HayOtraEscritura { get; }

    public override bool Cumple(int fila) =>
        partes.Tiene(tramo.Contratista[fila])
        || (servicio is not null && (partes.Tiene(tramo.Contratante[fila]) || servicio.EstaEn(fila, exacto)))
        || (conFolios && EmpiezaUnFolio(fila));

    public override void Filtrar(int desde, Span<ulong> bits)
    {
        if (servicio is null)
        {
            base.Filtrar(desde, bits);
            return;
        }
        var contratistas = tramo.Contratista;
        var contratantes = tramo.Contratante;
        var textos = tramo.Servicios.Textos;
        var inicios = tramo.Servicios.TextosDesde;
        var enServicios = servicio.Apariciones > 0;
        var conjunto = enServicio!.Valor(bits);
        for (var i = 0; i < bits.Length; i++)
        {
            var quedan = bits[i];
            for (var resto = quedan; resto != 0; resto &= resto - 1)
            {
                var bit = BitOperations.TrailingZeroCount(resto);
                var fila = desde + (i << 6) + bit;
                if (partes.Tiene(contratistas[fila]) || partes.Tiene(contratantes[fila]))
                    continue;
                if (enServicios && (conjunto?.Tiene(fila) ?? servicio.EstaEn(textos[inicios[fila]..inicios[fila + 1]], exacto)))
                    continue;
                if (!conFolios || !EmpiezaUnFolio(fila))
                    quedan &= ~(1UL << bit);
            }
            bits[i] = quedan;
        }
    }

    public override void Juntar(Action<ReadOnlySpan<int>> tomar)
    {
        tomar(DeInformativas);
        tomar(DeContratos);
        deParte.Juntar(tomar);
        foreach (var rango in servicio?.Guias ?? [])
            tomar(tramo.Servicios.Apariciones(rango));
    }

    private bool EmpiezaUnFolio(int fila) =>
        Entre(tramo.Folios(Seccion.FolioInformativa)[fila]) || (servicio is not null && Entre(tramo.Folios(Seccion.FolioContrato)[fila]));

    private bool Entre(ulong folio) => folio >= folios.Desde && folio < folios.Hasta;

    private ReadOnlySpan<int> DeInformativas =>
        folios.Hasta == 0
            ? []
            : Lugares.EntreFolios(tramo, Seccion.FolioInformativa, Seccion.PorFolioInformativa, folios.Desde, folios.Hasta);

    private ReadOnlySpan<int> DeContratos =>
        folios.Hasta == 0 || servicio is null
            ? []
            : Lugares.EntreFolios(tramo, Seccion.FolioContrato, Seccion.PorFolioContrato, folios.Desde, folios.Hasta);
}

/// <summary>It meets all the conditions of some of several lists.</summary>
internal sealed class CondicionDeAlguna(Condicion[][] listas) : Condicion
{
    public override int AlMenosDe { get; } =
        (int)Math.Min(int.MaxValue, listas.Sum(lista => lista.Length == 0 ? 0 : (long)lista.Min(condicion => condicion.AlMenosDe)));

    public override int Costo => 3;

    public override bool HayOtraEscritura => listas.Any(lista => lista.Any(condicion => condicion.HayOtraEscritura));

    public override bool Cumple(int fila)
    {
        foreach (var lista in listas)
        {
            if (lista.Length > 0 && Todas(lista, fila))
                return true;
        }
        return false;
    }

    public override void Filtrar(int desde, Span<ulong> bits)
    {
        Span<ulong> suyos = stackalloc ulong[bits.Length];
        Span<ulong> alguna = stackalloc ulong[bits.Length];
        alguna.Clear();
        foreach (var lista in listas)
        {
            if (lista.Length == 0)
                continue;
            bits.CopyTo(suyos);
            foreach (var condicion in lista)
                condicion.Filtrar(desde, suyos);
            for (var i = 0; i < bits.Length; i++)
                alguna[i] |= suyos[i];
        }
        alguna.CopyTo(bits);
    }

    public override void Juntar(Action<ReadOnlySpan<int>> tomar)
    {
        foreach (var lista in listas)
        {
            if (lista.Length > 0)
                lista.MinBy(condicion => condicion.AlMenosDe)!.Juntar(tomar);
        }
    }
}

/// <summary>
/// A set that costs as much as looking at many rows, and makes each of the rest cost next to nothing: it is worked out once as many have
/// been looked at, so that a page that ends soon does not pay for it.
/// </summary>
/// <param name="costo">Rows of the index that it is made of.</param>
internal sealed class Paciencia(long costo, Func<Conjunto> calcular)
{
    private Conjunto? valor;
    private long mirado;

    /// <summary>Null while it is not worth while.</summary>
    /// <param name="bits">The rows that would be looked at without it.</param>
    public Conjunto? Valor(ReadOnlySpan<ulong> bits)
    {
        if (valor is not null)
            return valor;
        foreach (var palabra in bits)
            mirado += BitOperations.PopCount(palabra) * FraseResuelta.CostoDeMirar;
        return mirado > costo ? valor = calcular() : null;
    }
}

/// <summary>Rows that have the texts, but not all of them as they were written.</summary>
internal sealed class CondicionDeOtraEscritura(Condicion[] exactas) : Condicion
{
    public override int Costo => 4;

    public override bool Cumple(int fila) => !Todas(exactas, fila);
}
