using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>Lines copied out of the store, so that another thread writes them while the next ones are read. Used again and again.</summary>
internal sealed class LoteDeRenglones
{
    private readonly List<Fila> _filas = [];
    private byte[] _textos = new byte[1 << 14];
    private int _escritos;

    public int Cuantos => _filas.Count;

    public void Vaciar()
    {
        _filas.Clear();
        _escritos = 0;
    }

    public void Agregar(in RenglonLeido renglon, VidaDeRenglon vida)
    {
        _filas.Add(
            new Fila(
                renglon.Clave,
                renglon.Listado,
                vida,
                renglon.TipoInformativa,
                renglon.FechaPresentacion,
                renglon.EsContrato,
                renglon.ServicioEnmascarado,
                renglon.FechaInicio,
                renglon.FechaFin,
                renglon.PersonasTrabajadoras,
                renglon.Ordinal,
                renglon.Codigos,
                renglon.Contratista.TipoPersona,
                renglon.Contratante.TipoPersona,
                _escritos,
                Guardar(renglon.FolioInformativa),
                Guardar(renglon.FolioContrato),
                Guardar(renglon.Servicio),
                Guardar(renglon.Contratista.Nombre),
                Guardar(renglon.Contratista.Clave),
                Guardar(renglon.Contratante.Nombre),
                Guardar(renglon.Contratante.Clave)
            )
        );
    }

    /// <summary>
    /// Makes the last line live on as another, when nothing that files say tells one from the other: only its observations or the filings it is
    /// related to changed. False when it is another line, which is left to add.
    /// </summary>
    public bool Alargar(in RenglonLeido renglon, VidaDeRenglon vida)
    {
        if (_filas.Count == 0)
            return false;
        var fila = _filas[^1];
        if (fila.Vida.Hasta != vida.Desde || !SonIguales(fila, renglon))
            return false;
        _filas[^1] = fila with { Vida = fila.Vida with { Hasta = vida.Hasta } };
        return true;
    }

    private bool SonIguales(in Fila fila, in RenglonLeido renglon)
    {
        var textos = _textos.AsSpan(fila.Inicio);
        return fila.Listado == renglon.Listado
            && fila.Ordinal == renglon.Ordinal
            && fila.EsContrato == renglon.EsContrato
            && fila.Codigos == renglon.Codigos
            && fila.TipoInformativa == renglon.TipoInformativa
            && fila.FechaPresentacion == renglon.FechaPresentacion
            && fila.FechaInicio == renglon.FechaInicio
            && fila.FechaFin == renglon.FechaFin
            && fila.PersonasTrabajadoras == renglon.PersonasTrabajadoras
            && fila.TipoContratista == renglon.Contratista.TipoPersona
            && fila.TipoContratante == renglon.Contratante.TipoPersona
            && Siguiente(ref textos, fila.FolioInformativa).SequenceEqual(renglon.FolioInformativa)
            && Siguiente(ref textos, fila.FolioContrato).SequenceEqual(renglon.FolioContrato)
            && Siguiente(ref textos, fila.Servicio).SequenceEqual(renglon.Servicio)
            && Siguiente(ref textos, fila.Contratista).SequenceEqual(renglon.Contratista.Nombre)
            && Siguiente(ref textos, fila.ClaveContratista).SequenceEqual(renglon.Contratista.Clave)
            && Siguiente(ref textos, fila.Contratante).SequenceEqual(renglon.Contratante.Nombre)
            && Siguiente(ref textos, fila.ClaveContratante).SequenceEqual(renglon.Contratante.Clave);
    }

    /// <summary>Hands them out in their order. Of their findings only the codes are there: files say no more.</summary>
    public void Leer(AlLeerVida destino)
    {
        foreach (var fila in _filas)
        {
            var textos = _textos.AsSpan(fila.Inicio);
            destino(
                new RenglonLeido
                {
                    Clave = fila.Clave,
                    Listado = fila.Listado,
                    TipoInformativa = fila.TipoInformativa,
                    FechaPresentacion = fila.FechaPresentacion,
                    EsContrato = fila.EsContrato,
                    ServicioEnmascarado = fila.ServicioEnmascarado,
                    FechaInicio = fila.FechaInicio,
                    FechaFin = fila.FechaFin,
                    PersonasTrabajadoras = fila.PersonasTrabajadoras,
                    Ordinal = fila.Ordinal,
                    Codigos = fila.Codigos,
                    FolioInformativa = Siguiente(ref textos, fila.FolioInformativa),
                    FolioContrato = Siguiente(ref textos, fila.FolioContrato),
                    Servicio = Siguiente(ref textos, fila.Servicio),
                    Contratista = new(
                        Siguiente(ref textos, fila.Contratista),
                        fila.TipoContratista,
                        Siguiente(ref textos, fila.ClaveContratista)
                    ),
                    Contratante = new(
                        Siguiente(ref textos, fila.Contratante),
                        fila.TipoContratante,
                        Siguiente(ref textos, fila.ClaveContratante)
                    ),
                    Inconsistencias = [],
                    Observaciones = [],
                    Aproximado = false,
                },
                fila.Vida
            );
        }
    }

    private static ReadOnlySpan<byte> Siguiente(ref Span<byte> textos, int largo)
    {
        var suyo = textos[..largo];
        textos = textos[largo..];
        return suyo;
    }

    private int Guardar(ReadOnlySpan<byte> texto)
    {
        if (_textos.Length - _escritos < texto.Length)
            Array.Resize(ref _textos, Math.Max(_textos.Length * 2, _escritos + texto.Length));
        texto.CopyTo(_textos.AsSpan(_escritos));
        _escritos += texto.Length;
        return texto.Length;
    }

    /// <summary>A line; its texts lie end to end from <paramref name="Inicio"/> on, each as long as is told.</summary>
    private readonly record struct Fila(
        long Clave,
        Listado Listado,
        VidaDeRenglon Vida,
        TipoInformativa? TipoInformativa,
        DateOnly? FechaPresentacion,
        bool EsContrato,
        bool ServicioEnmascarado,
        DateOnly? FechaInicio,
        DateOnly? FechaFin,
        int? PersonasTrabajadoras,
        int Ordinal,
        int Codigos,
        TipoPersona? TipoContratista,
        TipoPersona? TipoContratante,
        int Inicio,
        int FolioInformativa,
        int FolioContrato,
        int Servicio,
        int Contratista,
        int ClaveContratista,
        int Contratante,
        int ClaveContratante
    );
}
