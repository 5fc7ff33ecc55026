using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class RenglonConfiguration : IEntityTypeConfiguration<RenglonFila>
{
    public void Configure(EntityTypeBuilder<RenglonFila> renglon)
    {
        renglon.ToTable("renglones");
        renglon.HasKey(r => r.Clave);
        renglon.Property(r => r.Clave).ValueGeneratedNever();
        renglon.HasIndex(r => r.FolioInformativa);
        renglon.HasIndex(r => r.FolioContrato).HasFilter("folio_contrato IS NOT NULL");
        // Few rows carry findings and few ever leave: partial indexes keep both cheap to find and cheap to write.
        renglon.HasIndex(r => r.Clave, "ix_renglones_con_inconsistencias").HasFilter("inconsistencias <> 0");
        renglon.HasIndex(r => r.Clave, "ix_renglones_con_observaciones").HasFilter("observaciones <> 0");
        renglon.HasIndex(r => r.Hasta).HasFilter("hasta < 2147483647");
    }
}
