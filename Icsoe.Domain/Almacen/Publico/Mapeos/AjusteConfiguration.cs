using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class AjusteConfiguration : IEntityTypeConfiguration<AjusteFila>
{
    public void Configure(EntityTypeBuilder<AjusteFila> ajuste)
    {
        ajuste.ToTable("ajustes");
        ajuste.HasKey(a => a.Nombre);
    }
}
