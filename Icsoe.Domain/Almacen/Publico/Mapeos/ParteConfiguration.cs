using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class ParteConfiguration : IEntityTypeConfiguration<ParteFila>
{
    public void Configure(EntityTypeBuilder<ParteFila> parte)
    {
        parte.ToTable("partes");
        parte.Property(p => p.Id).ValueGeneratedNever();
        // The writer asks whether it has a party; a digest takes a fifth of the room of an index of names.
        parte.HasIndex(p => p.Huella);
        parte.HasIndex(p => p.Clave);
    }
}
