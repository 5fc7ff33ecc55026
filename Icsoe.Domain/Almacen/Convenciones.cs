using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Icsoe.Domain.Almacen;

/// <summary>What both stores' models share.</summary>
internal static class Convenciones
{
    /// <summary>Columns in <c>snake_case</c>, indexes named <c>ix_table_columns</c>, instants as milliseconds since 1970 UTC.</summary>
    public static void EnSerpiente(this ModelBuilder modelo)
    {
        var instante = new DateTimeOffsetToMilisegundos();
        foreach (var entidad in modelo.Model.GetEntityTypes())
        {
            foreach (var propiedad in entidad.GetProperties())
            {
                propiedad.SetColumnName(EnSerpiente(propiedad.Name));
                if (propiedad.ClrType == typeof(DateTimeOffset) || propiedad.ClrType == typeof(DateTimeOffset?))
                    propiedad.SetValueConverter(instante);
            }
            foreach (var indice in entidad.GetIndexes())
                indice.SetDatabaseName(
                    indice.Name ?? $"ix_{entidad.GetTableName()}_{string.Join('_', indice.Properties.Select(p => EnSerpiente(p.Name)))}"
                );
        }
    }

    private static string EnSerpiente(string nombre)
    {
        var salida = new StringBuilder();
        foreach (var letra in nombre)
        {
            if (char.IsAsciiLetterUpper(letra) && salida.Length > 0)
                salida.Append('_');
            salida.Append(char.ToLowerInvariant(letra));
        }
        return salida.ToString();
    }

    private sealed class DateTimeOffsetToMilisegundos()
        : ValueConverter<DateTimeOffset, long>(
            instante => instante.ToUnixTimeMilliseconds(),
            milisegundos => DateTimeOffset.FromUnixTimeMilliseconds(milisegundos)
        );
}
