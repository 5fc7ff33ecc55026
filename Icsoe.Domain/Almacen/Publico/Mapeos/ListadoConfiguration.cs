using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class ListadoConfiguration : IEntityTypeConfiguration<ListadoFila>
{
    public void Configure(EntityTypeBuilder<ListadoFila> listado)
    {
        listado.ToTable("listados");
        listado.HasKey(l => new { l.Listado, l.Desde });
    }
}
