using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class InformativaConfiguration : IEntityTypeConfiguration<InformativaFila>
{
    public void Configure(EntityTypeBuilder<InformativaFila> informativa)
    {
        informativa.ToTable("informativas");
        informativa.HasKey(i => i.Clave);
        informativa.Property(i => i.Clave).ValueGeneratedNever();
        informativa.HasIndex(i => i.Hasta).HasFilter("hasta < 2147483647");
    }
}
