using System.Buffers.Binary;
using System.Text;

namespace Icsoe.Domain.Lectura;

/// <summary>One part of a zip whose headers agree with each other.</summary>
/// <param name="Nombre">With <c>/</c>, without a leading one.</param>
/// <param name="Comprimida">Whether it is deflated; stored otherwise.</param>
/// <param name="Crc">CRC-32 of the inflated bytes.</param>
/// <param name="Comprimidos">Bytes in the file.</param>
/// <param name="Inflados">Bytes once inflated, as the headers say: still to be proved.</param>
/// <param name="Inicio">Where its header begins in the file.</param>
/// <param name="Datos">Where its bytes begin in the file.</param>
internal sealed record EntradaZip(string Nombre, bool Comprimida, uint Crc, long Comprimidos, long Inflados, long Inicio, long Datos);

/// <summary>
/// The directory of a zip, read by hand: what a library forgives (overlaps, two parts of one name, headers that disagree)
/// is how hostile files hide what they are.
/// </summary>
internal sealed class IndiceDeZip(BytesDeLibro libro, LimitesDeLectura limites)
{
    private const uint FirmaDeFin = 0x06054b50;
    private const uint FirmaDeFin64 = 0x06064b50;
    private const uint FirmaDeLocalizador64 = 0x07064b50;
    private const uint FirmaCentral = 0x02014b50;
    private const uint FirmaLocal = 0x04034b50;
    private const int LargoDeFin = 22;
    private const int BytesDeDirectorio = 4 << 20;

    private readonly long largo = libro.Largo;

    /// <summary>The parts in the order of the file.</summary>
    /// <exception cref="LecturaException">Not a zip, truncated, encrypted, inconsistent or of too many parts.</exception>
    public IReadOnlyList<EntradaZip> Leer()
    {
        RevisarFirma();
        var (desde, tamano, cuantas) = BuscarDirectorio();
        if (cuantas > limites.PartesDeLibro)
            throw Error($"el zip tiene {cuantas:N0} partes; el máximo es {limites.PartesDeLibro:N0}.");
        if (tamano > BytesDeDirectorio)
            throw Error("el directorio del zip es demasiado grande.");
        var directorio = Bytes(desde, (int)tamano);
        var entradas = new List<EntradaZip>((int)cuantas);
        var resto = directorio.AsSpan();
        for (var i = 0; i < cuantas; i++)
            entradas.Add(LeerEntrada(ref resto));
        if (!resto.IsEmpty)
            throw Error("el directorio del zip no cuadra con su número de partes.");
        entradas.Sort((a, b) => a.Inicio.CompareTo(b.Inicio));
        RevisarQueNoSeEncimen(entradas, desde);
        return entradas;
    }

    private void RevisarFirma()
    {
        if (largo == 0)
            throw Error("el archivo está vacío.");
        ReadOnlySpan<byte> cabeza = Bytes(0, (int)Math.Min(8, largo));
        if (cabeza.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            throw Error("está cifrado con contraseña o es un .xls antiguo; guárdalo como .xlsx sin contraseña.");
        if (!cabeza.StartsWith("PK"u8))
            throw Error("no es un libro de Excel (.xlsx): no empieza como un zip.");
    }

    private (long Desde, long Tamano, long Cuantas) BuscarDirectorio()
    {
        var cola = Bytes(Math.Max(0, largo - LargoDeFin - ushort.MaxValue), (int)Math.Min(largo, LargoDeFin + ushort.MaxValue));
        for (var i = cola.Length - LargoDeFin; i >= 0; i--)
        {
            var fin = cola.AsSpan(i);
            if (U32(fin, 0) != FirmaDeFin || U16(fin, 20) != fin.Length - LargoDeFin)
                continue;
            var posicion = largo - cola.Length + i;
            var (desde, tamano, cuantas, limite) = ((long)U32(fin, 16), (long)U32(fin, 12), (long)U16(fin, 10), posicion);
            if (desde == uint.MaxValue || tamano == uint.MaxValue || cuantas == ushort.MaxValue)
                (desde, tamano, cuantas, limite) = BuscarDirectorio64(posicion);
            else if (U16(fin, 4) != 0 || U16(fin, 6) != 0 || U16(fin, 8) != cuantas)
                throw Error("el zip está partido en varios volúmenes.");
            if (desde < 0 || tamano < 0 || cuantas < 0 || desde > limite || tamano != limite - desde)
                throw Error("el directorio del zip no está donde el zip dice: el archivo está dañado o truncado.");
            return (desde, tamano, cuantas);
        }
        throw Error("está truncado o dañado: le falta el directorio del zip; descárguelo de nuevo.");
    }

    private (long Desde, long Tamano, long Cuantas, long Limite) BuscarDirectorio64(long fin)
    {
        var localizador = fin >= 20 ? Bytes(fin - 20, 20) : new byte[20];
        var posicion = (long)U64(localizador, 8);
        if (U32(localizador, 0) != FirmaDeLocalizador64 || posicion < 0 || posicion > fin - 76)
            throw Error("el zip64 está dañado.");
        var registro = Bytes(posicion, 56);
        if (U32(registro, 0) != FirmaDeFin64)
            throw Error("el zip64 está dañado.");
        return ((long)U64(registro, 48), (long)U64(registro, 40), (long)U64(registro, 32), posicion);
    }

    private EntradaZip LeerEntrada(ref Span<byte> resto)
    {
        if (resto.Length < 46 || U32(resto, 0) != FirmaCentral)
            throw Error("el directorio del zip está dañado.");
        int largoDeNombre = U16(resto, 28),
            largoDeExtra = U16(resto, 30),
            total = 46 + largoDeNombre + largoDeExtra + U16(resto, 32);
        if (resto.Length < total)
            throw Error("el directorio del zip está dañado.");
        var bytesDeNombre = resto.Slice(46, largoDeNombre).ToArray();
        var parte = Encoding.UTF8.GetString(bytesDeNombre).Replace('\\', '/').TrimStart('/');
        int banderas = U16(resto, 8),
            metodo = U16(resto, 10);
        if ((banderas & 0x2041) != 0)
            throw Error($"la parte «{Problemas.Cita(parte)}» está cifrada; guarda el libro sin contraseña.");
        if (metodo is not (0 or 8))
            throw Error(
                $"la parte «{Problemas.Cita(parte)}» usa una compresión que no se admite ({(metodo == 9 ? "Deflate64" : metodo)})."
            );
        long comprimidos = U32(resto, 20),
            inflados = U32(resto, 24),
            inicio = U32(resto, 42);
        Ampliar(resto.Slice(46 + largoDeNombre, largoDeExtra), ref inflados, ref comprimidos, ref inicio);
        var crc = U32(resto, 16);
        resto = resto[total..];
        var datos = RevisarCabezaLocal(parte, bytesDeNombre, banderas, metodo, crc, inicio, comprimidos, inflados);
        if (metodo == 0 && comprimidos != inflados)
            throw TamanosDistintos(parte);
        return new EntradaZip(parte, metodo == 8, crc, comprimidos, inflados, inicio, datos);
    }

    /// <summary>Sizes that do not fit in 32 bits stand in an extra field.</summary>
    private static void Ampliar(ReadOnlySpan<byte> extra, ref long inflados, ref long comprimidos, ref long inicio)
    {
        while (extra.Length >= 4)
        {
            var tamano = U16(extra, 2);
            if (tamano > extra.Length - 4)
                return;
            var campo = extra.Slice(4, tamano);
            if (U16(extra, 0) == 1)
            {
                Tomar(ref campo, ref inflados);
                Tomar(ref campo, ref comprimidos);
                Tomar(ref campo, ref inicio);
            }
            extra = extra[(4 + tamano)..];
        }

        static void Tomar(ref ReadOnlySpan<byte> campo, ref long valor)
        {
            if (valor != uint.MaxValue || campo.Length < 8)
                return;
            valor = (long)U64(campo, 0);
            campo = campo[8..];
        }
    }

    private long RevisarCabezaLocal(
        string parte,
        byte[] bytesDeNombre,
        int banderas,
        int metodo,
        uint crc,
        long inicio,
        long comprimidos,
        long inflados
    )
    {
        if (inicio < 0 || comprimidos < 0 || inflados < 0 || inicio > largo - 30)
            throw Error($"la parte «{Problemas.Cita(parte)}» queda fuera del archivo: está truncado o dañado.");
        var cabeza = Bytes(inicio, 30);
        var datos = inicio + 30 + U16(cabeza, 26) + U16(cabeza, 28);
        if (U32(cabeza, 0) != FirmaLocal || comprimidos > largo - datos)
            throw Error($"la parte «{Problemas.Cita(parte)}» no está donde el directorio del zip dice: está truncado o dañado.");
        var mismoNombre = Bytes(inicio + 30, U16(cabeza, 26)).AsSpan().SequenceEqual(bytesDeNombre);
        if (!mismoNombre || U16(cabeza, 8) != metodo || ((U16(cabeza, 6) ^ banderas) & 0x2049) != 0)
            throw Error($"la parte «{Problemas.Cita(parte)}» no coincide con el directorio del zip.");
        // With bit 3 the sizes follow the data and the local header may leave them at zero.
        var puedeSerCero = (banderas & 8) != 0;
        if (!Coincide(U32(cabeza, 18), comprimidos, puedeSerCero) || !Coincide(U32(cabeza, 22), inflados, puedeSerCero))
            throw TamanosDistintos(parte);
        if (!Coincide(U32(cabeza, 14), crc, puedeSerCero))
            throw TamanosDistintos(parte);
        return datos;
    }

    private static bool Coincide(uint local, long central, bool puedeSerCero) =>
        local == central || local == uint.MaxValue || (puedeSerCero && local == 0);

    private void RevisarQueNoSeEncimen(List<EntradaZip> entradas, long directorio)
    {
        var nombres = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var libreDesde = 0L;
        foreach (var entrada in entradas)
        {
            if (!nombres.Add(entrada.Nombre))
                throw Error($"el zip tiene dos partes con el nombre «{Problemas.Cita(entrada.Nombre)}».");
            if (entrada.Inicio < libreDesde)
                throw Error($"la parte «{Problemas.Cita(entrada.Nombre)}» del zip se encima con otra.");
            libreDesde = entrada.Datos + entrada.Comprimidos;
        }
        if (libreDesde > directorio)
            throw Error("una parte del zip se encima con su directorio.");
    }

    private LecturaException TamanosDistintos(string parte) =>
        Error($"los tamaños de la parte «{Problemas.Cita(parte)}» no coinciden en las cabeceras del zip.");

    private LecturaException Error(string motivo) => new(libro.Archivo, motivo);

    private byte[] Bytes(long desde, int cuantos)
    {
        var bytes = new byte[cuantos];
        var leidos = 0;
        while (leidos < cuantos)
        {
            var n = libro.Leer(bytes.AsSpan(leidos), desde + leidos);
            if (n == 0)
                throw Error("está truncado.");
            leidos += n;
        }
        return bytes;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int en) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[en..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int en) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[en..]);

    private static ulong U64(ReadOnlySpan<byte> bytes, int en) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[en..]);
}
