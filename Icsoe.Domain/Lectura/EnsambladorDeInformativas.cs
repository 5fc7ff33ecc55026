using System.Globalization;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// Makes informativas of the rows of a flat table: consecutive rows of one folio are one informativa, and each row with
/// contract columns is one contract of it.
/// </summary>
/// <remarks>
/// Rows of one folio that stand apart refuse the whole file: the first ones already passed for the whole informativa, and
/// one that lost contracts must not be received. Two cases are none of that: an informativa written twice (it is one, as in
/// NDJSON), and another informativa that claims the folio (rejected, and the rest goes on).
/// </remarks>
internal sealed class EnsambladorDeInformativas(string archivo, LimitesDeLectura limites) : IDisposable
{
    private readonly LectorDeInformativa lector = new(archivo, limites);
    private readonly JsonDeFilas json = new();
    private readonly FoliosVistos folios = new();
    private readonly string?[] cabeza = new string?[ColumnasPlanas.PrimeraDeContrato];
    private readonly List<FilaDeTabla> filasDeContratos = [];
    private readonly List<Rechazo> propios = [];
    private int callados;
    private int primera;
    private string? hoja;
    private uint huellaDeCabeza;
    private bool abierta;
    private bool ilegible;
    private bool excedida;

    /// <summary>Reads on as informativas are asked for.</summary>
    /// <exception cref="LecturaException">While enumerating: no row at all, or rows of one folio that stand apart.</exception>
    public IEnumerable<LineaLeida> Ensamblar(IEnumerable<FilaPlana> filas, CancellationToken ct)
    {
        var vacio = true;
        foreach (var fila in filas)
        {
            ct.ThrowIfCancellationRequested();
            if (fila.EstaVacia)
                continue;
            vacio = false;
            if (abierta && !EsDeLaAbierta(fila))
                yield return Cerrar();
            Agregar(fila);
        }
        if (abierta)
            yield return Cerrar();
        if (vacio)
            throw new LecturaException(
                archivo,
                "el archivo no trae ninguna informativa; se espera un renglón por contrato debajo del encabezado."
            );
    }

    public void Dispose() => json.Dispose();

    /// <summary>A row without folio belongs to nobody.</summary>
    private bool EsDeLaAbierta(FilaPlana fila) => fila[ColumnaPlana.Folio] is { } folio && folio == cabeza[(int)ColumnaPlana.Folio];

    private void Agregar(FilaPlana fila)
    {
        if (!abierta)
            Abrir(fila);
        else
            Comparar(fila);
        if (fila.Problema is { } problema)
        {
            ilegible = true;
            Rechazar(fila.Numero, "renglón", problema, enHoja: fila.Hoja);
        }
        excedida |= json.Largo > limites.BytesDeInformativa;
        if (ilegible || excedida || !fila.TraeContrato)
            return;
        json.Agregar(fila);
        filasDeContratos.Add(new FilaDeTabla(fila.Numero, fila.Hoja));
    }

    private void Abrir(FilaPlana fila)
    {
        (abierta, ilegible, excedida, callados, primera, hoja) = (true, false, false, 0, fila.Numero, fila.Hoja);
        propios.Clear();
        filasDeContratos.Clear();
        Array.Copy(fila.Valores, cabeza, cabeza.Length);
        json.Empezar(fila);
        huellaDeCabeza = (uint)FoliosVistos.Huella(json.Escrito);
    }

    private void Comparar(FilaPlana fila)
    {
        // Values out of their columns would differ in all of them.
        if (ilegible || fila.Problema is not null)
            return;
        for (var i = 0; i < cabeza.Length; i++)
        {
            if (fila.Valores[i] != cabeza[i])
                Rechazar(
                    fila.Numero,
                    ColumnasPlanas.Nombres[i],
                    $"no coincide con el primer renglón de la informativa, la fila {primera}; sus columnas se repiten igual en cada contrato.",
                    EsRfc(i) ? null : fila.Valores[i],
                    fila.Hoja
                );
        }
    }

    private LineaLeida Cerrar()
    {
        abierta = false;
        var leida = Juzgar();
        if (cabeza[(int)ColumnaPlana.Folio] is not { } folio)
            return leida;
        var ahora = new FoliosVistos.Visto(primera, huellaDeCabeza, (uint)FoliosVistos.Huella(json.Escrito), leida.Informativa is null);
        if (folios.Anotar(folio, ahora) is not { } antes || (!antes.Rechazada && antes.Todo == ahora.Todo))
            return leida;
        if (!antes.Rechazada && antes.Cabeza == ahora.Cabeza)
            throw new LecturaException(
                archivo,
                $"el folio «{Problemas.Cita(folio)}» ya había aparecido en la fila {antes.Fila} y hay otros en medio; los renglones de una informativa van juntos: ordena el archivo por folio.",
                primera,
                ColumnaPlana.Folio.Nombre()
            );
        Rechazar(
            primera,
            ColumnaPlana.Folio.Nombre(),
            antes.Rechazada
                ? $"ya había aparecido en la fila {antes.Fila}, que se rechazó; sus renglones van juntos."
                : $"ya había aparecido en la fila {antes.Fila} con otros datos de la informativa.",
            folio
        );
        return new LineaLeida(primera, null, Unir(leida.Rechazos), leida.Advertencias) { Hoja = hoja };
    }

    private LineaLeida Juzgar()
    {
        json.Terminar();
        if (excedida)
            Rechazar(primera, "renglón", $"la informativa pasa de {limites.BytesDeInformativa:N0} bytes; divídela.");
        if (ilegible || excedida)
            return new LineaLeida(primera, null, Unir([]), []) { Hoja = hoja };
        var leida = lector.Leer(primera, json.Escrito);
        var rechazos = Unir([.. leida.Rechazos.Select(EnSuLugar)]);
        return new LineaLeida(
            primera,
            rechazos.Count == 0 ? leida.Informativa : null,
            rechazos,
            leida.Advertencias.Count == 0 ? [] : [.. leida.Advertencias.Select(EnSuLugar)]
        )
        {
            Hoja = hoja,
            FilasDeContratos = filasDeContratos.ToArray(),
        };
    }

    /// <summary>From the path in the JSON to the row and the column that a person sees.</summary>
    private Rechazo EnSuLugar(Rechazo rechazo)
    {
        const string Contrato = "contratos[";
        if (!rechazo.Campo.StartsWith(Contrato, StringComparison.Ordinal))
            return rechazo with { Hoja = hoja, Campo = rechazo.Campo == "línea" ? "renglón" : rechazo.Campo.Replace('.', '_') };
        var cierra = rechazo.Campo.IndexOf(']', StringComparison.Ordinal);
        var indice = int.Parse(
            rechazo.Campo.AsSpan(Contrato.Length, cierra - Contrato.Length),
            NumberStyles.None,
            CultureInfo.InvariantCulture
        );
        var campo = rechazo.Campo[(cierra + 2)..];
        return rechazo with
        {
            Linea = filasDeContratos[indice].Numero,
            Hoja = filasDeContratos[indice].Hoja,
            Campo = campo == "folio" ? ColumnaPlana.ContratoFolio.Nombre() : campo.Replace('.', '_'),
        };
    }

    private static bool EsRfc(int columna) => (ColumnaPlana)columna is ColumnaPlana.ContratistaRfc or ColumnaPlana.ContratanteRfc;

    private void Rechazar(int fila, string campo, string motivo, string? valor = null, string? enHoja = null)
    {
        if (propios.Count < limites.ProblemasPorLinea)
            propios.Add(
                new Rechazo(archivo, fila, campo, motivo) { Hoja = enHoja ?? hoja, Valor = valor is null ? null : Problemas.Cita(valor) }
            );
        else
            callados++;
    }

    private IReadOnlyList<Rechazo> Unir(IReadOnlyList<Rechazo> delLector)
    {
        if (propios.Count == 0)
            return delLector;
        var todos = propios.Concat(delLector.Where(rechazo => !propios.Contains(rechazo))).ToList();
        if (callados > 0)
            todos.Add(new Rechazo(archivo, primera, "renglón", $"hay {callados:N0} problemas más.") { Hoja = hoja });
        return todos;
    }
}
