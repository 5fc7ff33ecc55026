using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class IndiceConfiguration : IEntityTypeConfiguration<IndiceFila>
{
    public void Configure(EntityTypeBuilder<IndiceFila> indice)
    {
        indice.ToTable("indices");
        indice.HasKey(i => new { i.Nombre, i.Desde });
    }
}
