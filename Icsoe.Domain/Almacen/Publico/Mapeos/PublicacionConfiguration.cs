using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class PublicacionConfiguration : IEntityTypeConfiguration<PublicacionFila>
{
    public void Configure(EntityTypeBuilder<PublicacionFila> publicacion)
    {
        publicacion.ToTable("publicaciones");
        publicacion.HasKey(p => p.Secuencia);
        publicacion.Property(p => p.Secuencia).ValueGeneratedNever();
        publicacion.HasIndex(p => p.Id).IsUnique();
    }
}
