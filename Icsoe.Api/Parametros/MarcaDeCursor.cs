using System.Buffers.Binary;
using System.Text;
using Icsoe.Domain.Almacen.Cambios;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Parametros;

/// <summary>The mark inside a cursor: a kind of its own for each place where a page can end. Kinds are for ever, as cursors are.</summary>
public static class MarcaDeCursor
{
    /// <summary>No mark takes more.</summary>
    public const int BytesMaximos = sizeof(long) + LectoresDeBusqueda.LargoDeClave + 1;

    private const byte FilaPorClave = 1;
    private const byte FilaEnOrden = 2;
    private const byte Parte = 3;
    private const byte Contraparte = 4;
    private const byte Cambio = 5;

    /// <summary>Writes a mark and says of which kind it is; returns how many bytes it takes.</summary>
    public static int Escribir(object marca, Span<byte> destino, out byte clase)
    {
        switch (marca)
        {
            case Marca { Nivel: 0, Valor: 0 } fila:
                clase = FilaPorClave;
                BinaryPrimitives.WriteInt64BigEndian(destino, fila.Clave);
                return sizeof(long);
            case Marca fila:
                clase = FilaEnOrden;
                destino[0] = (byte)fila.Nivel;
                BinaryPrimitives.WriteInt64BigEndian(destino[1..], fila.Valor);
                BinaryPrimitives.WriteInt64BigEndian(destino[(1 + sizeof(long))..], fila.Clave);
                return 1 + (2 * sizeof(long));
            case MarcaDeParte parte:
                clase = Parte;
                destino[0] = (byte)parte.Nivel;
                return 1 + Encoding.ASCII.GetBytes(parte.Clave, destino[1..]);
            case MarcaDeContraparte contraparte:
                clase = Contraparte;
                BinaryPrimitives.WriteInt64BigEndian(destino, contraparte.Contratos);
                destino[sizeof(long)] = (byte)contraparte.Rol;
                return sizeof(long) + 1 + Encoding.ASCII.GetBytes(contraparte.Clave, destino[(sizeof(long) + 1)..]);
            case MarcaDeCambio cambio:
                clase = Cambio;
                BinaryPrimitives.WriteInt64BigEndian(destino, cambio.Clave);
                destino[sizeof(long)] = (byte)cambio.Entidad;
                return sizeof(long) + 1;
            default:
                throw new ArgumentException($"{marca.GetType().Name} is no mark of a cursor.", nameof(marca));
        }
    }

    /// <summary>Reads a mark of a kind, every value checked again; null when it is none.</summary>
    public static object? Leer(byte clase, ReadOnlySpan<byte> bytes) =>
        (clase, bytes.Length) switch
        {
            (FilaPorClave, sizeof(long)) => Fila(0, 0, bytes),
            (FilaEnOrden, 1 + (2 * sizeof(long))) => Fila(
                bytes[0],
                BinaryPrimitives.ReadInt64BigEndian(bytes[1..]),
                bytes[(1 + sizeof(long))..]
            ),
            (Parte, 1 + LectoresDeBusqueda.LargoDeClave) => EsNivel(bytes[0]) && Clave(bytes[1..]) is { } clave
                ? new MarcaDeParte(clave, bytes[0])
                : null,
            (Contraparte, sizeof(long) + 1 + LectoresDeBusqueda.LargoDeClave) => DeContraparte(bytes),
            (Cambio, sizeof(long) + 1) => DeCambio(bytes),
            _ => null,
        };

    private static Marca? Fila(byte nivel, long valor, ReadOnlySpan<byte> bytes)
    {
        var clave = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return EsNivel(nivel) && EsDeUnListado(clave) ? new Marca(clave, nivel, valor) : null;
    }

    private static MarcaDeContraparte? DeContraparte(ReadOnlySpan<byte> bytes)
    {
        var contratos = BinaryPrimitives.ReadInt64BigEndian(bytes);
        var rol = (Rol)bytes[sizeof(long)];
        return contratos > 0 && Enum.IsDefined(rol) && Clave(bytes[(sizeof(long) + 1)..]) is { } clave
            ? new MarcaDeContraparte(contratos, clave, rol)
            : null;
    }

    private static MarcaDeCambio? DeCambio(ReadOnlySpan<byte> bytes)
    {
        var clave = BinaryPrimitives.ReadInt64BigEndian(bytes);
        var entidad = (Entidad)bytes[sizeof(long)];
        return EsDeUnListado(clave) && entidad is (Entidad.Contrato or Entidad.Informativa) ? new(clave, entidad) : null;
    }

    private static string? Clave(ReadOnlySpan<byte> bytes) =>
        Encoding.ASCII.GetString(bytes) is var clave && LectoresDeBusqueda.EsClave(clave) ? clave : null;

    private static bool EsNivel(byte nivel) => nivel <= Marca.Aproximada;

    private static bool EsDeUnListado(long clave)
    {
        var listado = clave >> 32;
        return listado is > 0 and <= int.MaxValue && Periodo.TryCreate((int)(listado / 2 / 10), (int)(listado / 2 % 10), out _);
    }
}
