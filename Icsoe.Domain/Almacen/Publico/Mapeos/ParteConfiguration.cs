using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class ParteConfiguration : IEntityTypeConfiguration<ParteFila>
{
    public void Configure(EntityTypeBuilder<ParteFila> parte)
    {
        parte.ToTable("partes");
        parte.Property(p => p.Id).ValueGeneratedNever();
        parte.HasIndex(p => new { p.Nombre, p.TipoPersona }).IsUnique();
        parte.HasIndex(p => p.Clave);
    }
}
