namespace Icsoe.Domain.Almacen.Recepcion;

/// <summary>An informativa as filed: private, whole, never changed.</summary>
internal sealed class RecibidaFila
{
    /// <summary>Order of reception, from 1.</summary>
    public long Orden { get; set; }
    public string Folio { get; set; } = "";

    /// <summary><see cref="Modelo.Periodo.Clave"/>.</summary>
    public int Periodo { get; set; }

    /// <summary>RFC, else clave, of the contratista.</summary>
    public string Expediente { get; set; } = "";

    /// <summary>Mexico City day of the filing, <see cref="DateOnly.DayNumber"/>.</summary>
    public int Dia { get; set; }

    /// <summary>SHA-256 of <see cref="Contenido"/>: the same line twice is one.</summary>
    public byte[] Huella { get; set; } = [];

    /// <summary>The whole filing, as <see cref="CodecDeInformativa"/> writes it.</summary>
    public byte[] Contenido { get; set; } = [];
}

/// <summary>Up to where a periodo has been sealed.</summary>
internal sealed class SelladoFila
{
    public int Periodo { get; set; }

    /// <summary>Last <see cref="RecibidaFila.Orden"/> that was considered.</summary>
    public long Orden { get; set; }

    /// <summary>Corte it was sealed with, <see cref="DateOnly.DayNumber"/>.</summary>
    public int Corte { get; set; }
}
