using Icsoe.Domain.Almacen.Indice;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Its service has one of some texts.</summary>
internal sealed class CondicionDeServicio(TextoResuelto[] textos, bool exacto) : Condicion
{
    private readonly int cuantas = (int)Math.Min(int.MaxValue - 1, textos.Sum(texto => texto.Apariciones));

    public override int AlMenosDe => cuantas;

    public override int Costo => 2;

    public bool HayOtraEscritura => textos.Any(texto => texto.HayOtraEscritura);

    public override bool Cumple(int fila)
    {
        foreach (var texto in textos)
        {
            if (texto.EstaEn(fila, exacto))
                return true;
        }
        return false;
    }

    public override ReadOnlySpan<int> Candidatas(out bool ordenadas)
    {
        var rangos = textos.SelectMany(texto => texto.Guias).ToList();
        ordenadas = rangos.Count == 1 && rangos[0].Hasta - rangos[0].Desde <= 1;
        if (rangos.Count == 1)
            return textos[0].Palabras.Apariciones(rangos[0]);
        var todas = new List<int>(cuantas);
        foreach (var texto in textos)
        {
            foreach (var rango in texto.Guias)
                todas.AddRange(texto.Palabras.Apariciones(rango));
        }
        return todas.ToArray();
    }
}

/// <summary>A phrase of <c>q</c>, in whatever field: parties that have it, services that do, folios that begin so.</summary>
internal sealed record FraseDeQ(Conjunto Partes, Conjunto? PartesExactas, Frase Frase, (ulong Desde, ulong Hasta)? Folios)
{
    public bool HayOtraEscritura => PartesExactas is not null;
}

/// <summary>Each phrase of one of the alternatives of a text is in some field of the row.</summary>
internal sealed class CondicionDeQ : Condicion
{
    private readonly Tramo tramo;
    private readonly bool exacto;
    private readonly (FraseDeQ Frase, FraseResuelta? Servicio)[][] alternativas;
    private readonly int[] guias;
    private int[]? candidatas;

    /// <param name="conServicio">False in a tramo of informativas.</param>
    public CondicionDeQ(
        Tramo tramo,
        IReadOnlyList<IReadOnlyList<FraseDeQ>> alternativas,
        bool conServicio,
        bool exacto,
        bool aproximar,
        Trabajo trabajo
    )
    {
        (this.tramo, this.exacto) = (tramo, exacto);
        this.alternativas =
        [
            .. alternativas.Select(frases =>
                frases
                    .Select(frase => (frase, conServicio ? new FraseResuelta(tramo.Servicios, frase.Frase, aproximar, trabajo) : null))
                    .ToArray()
            ),
        ];
        guias = new int[this.alternativas.Length];
        long suma = 0;
        for (var i = 0; i < guias.Length; i++)
        {
            var cuantas = this.alternativas[i].Select(Contar).ToList();
            guias[i] = cuantas.IndexOf(cuantas.Min());
            suma += cuantas.Min();
        }
        AlMenosDe = (int)Math.Min(int.MaxValue, suma);
    }

    public override int AlMenosDe { get; }

    public override int Costo => 3;

    public bool HayOtraEscritura =>
        alternativas.Any(frases => frases.Any(par => par.Frase.HayOtraEscritura || (par.Servicio?.HayOtraEscritura ?? false)));

    public override bool Cumple(int fila)
    {
        foreach (var frases in alternativas)
        {
            var todas = true;
            foreach (var (frase, servicio) in frases)
                todas = todas && EstaEn(frase, servicio, fila);
            if (todas)
                return true;
        }
        return false;
    }

    public override ReadOnlySpan<int> Candidatas(out bool ordenadas)
    {
        ordenadas = true;
        return candidatas ??= Juntar();
    }

    private bool EstaEn(FraseDeQ frase, FraseResuelta? servicio, int fila)
    {
        var partes = exacto ? frase.PartesExactas ?? frase.Partes : frase.Partes;
        if (partes.Tiene(tramo.Contratista[fila]))
            return true;
        if (servicio is not null && (partes.Tiene(tramo.Contratante[fila]) || servicio.EstaEn(fila, exacto)))
            return true;
        return frase.Folios is var (desde, hasta)
            && (
                Entre(tramo.Folios(Seccion.FolioInformativa)[fila], desde, hasta)
                || (servicio is not null && Entre(tramo.Folios(Seccion.FolioContrato)[fila], desde, hasta))
            );
    }

    private static bool Entre(ulong folio, ulong desde, ulong hasta) => folio >= desde && folio < hasta;

    private long Contar((FraseDeQ Frase, FraseResuelta? Servicio) par)
    {
        var (frase, servicio) = par;
        var deContratista = new CondicionDeParte(tramo, frase.Partes, servicio is null ? null : frase.Partes).AlMenosDe;
        long cuantas = deContratista == int.MaxValue ? tramo.Filas * 2L : deContratista;
        cuantas += servicio?.Apariciones ?? 0;
        if (frase.Folios is var (desde, hasta))
        {
            cuantas += Lugares.EntreFolios(tramo, Seccion.FolioInformativa, Seccion.PorFolioInformativa, desde, hasta).Length;
            if (servicio is not null)
                cuantas += Lugares.EntreFolios(tramo, Seccion.FolioContrato, Seccion.PorFolioContrato, desde, hasta).Length;
        }
        return cuantas;
    }

    private int[] Juntar()
    {
        var filas = new List<int>();
        for (var i = 0; i < alternativas.Length; i++)
        {
            var (frase, servicio) = alternativas[i][guias[i]];
            filas.AddRange(new CondicionDeParte(tramo, frase.Partes, servicio is null ? null : frase.Partes).Candidatas(out _));
            if (servicio is not null)
            {
                foreach (var rango in servicio.Guias)
                    filas.AddRange(tramo.Servicios.Apariciones(rango));
            }
            if (frase.Folios is var (desde, hasta))
            {
                filas.AddRange(Lugares.EntreFolios(tramo, Seccion.FolioInformativa, Seccion.PorFolioInformativa, desde, hasta));
                if (servicio is not null)
                    filas.AddRange(Lugares.EntreFolios(tramo, Seccion.FolioContrato, Seccion.PorFolioContrato, desde, hasta));
            }
        }
        return Listas.EnOrden(filas);
    }
}

/// <summary>Rows that have the texts, but not all of them as they were written.</summary>
internal sealed class CondicionDeOtraEscritura(Condicion[] exactas) : Condicion
{
    public override int Costo => 4;

    public override bool Cumple(int fila)
    {
        foreach (var exacta in exactas)
        {
            if (!exacta.Cumple(fila))
                return true;
        }
        return false;
    }
}
