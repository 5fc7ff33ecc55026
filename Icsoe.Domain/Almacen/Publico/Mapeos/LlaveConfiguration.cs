using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class LlaveConfiguration : IEntityTypeConfiguration<LlaveFila>
{
    public void Configure(EntityTypeBuilder<LlaveFila> llave)
    {
        llave.ToTable("llaves");
        llave.HasKey(l => l.Id);
    }
}
