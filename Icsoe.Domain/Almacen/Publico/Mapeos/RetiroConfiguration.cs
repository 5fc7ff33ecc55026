using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class RetiroConfiguration : IEntityTypeConfiguration<RetiroFila>
{
    public void Configure(EntityTypeBuilder<RetiroFila> retiro)
    {
        retiro.ToTable("retiros");
        retiro.HasKey(r => r.Secuencia);
        retiro.Property(r => r.Secuencia).ValueGeneratedNever();
    }
}
