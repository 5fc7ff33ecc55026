using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class HallazgosConfiguration : IEntityTypeConfiguration<HallazgosFila>
{
    public void Configure(EntityTypeBuilder<HallazgosFila> hallazgos)
    {
        hallazgos.ToTable("hallazgos");
        hallazgos.Property(h => h.Id).ValueGeneratedNever();
    }
}
