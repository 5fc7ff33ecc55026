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
        informativa.HasIndex(i => i.Folio);
        informativa.HasIndex(i => i.Clave, "ix_informativas_con_inconsistencias").HasFilter("inconsistencias <> 0");
        informativa.HasIndex(i => i.Clave, "ix_informativas_con_observaciones").HasFilter("observaciones <> 0");
        informativa.HasIndex(i => i.Hasta).HasFilter("hasta < 2147483647");
    }
}
