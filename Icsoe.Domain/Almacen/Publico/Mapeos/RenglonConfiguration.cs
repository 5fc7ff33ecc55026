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
        // What is asked of rows is asked of indice/; this one only serves to undo what a dead run left.
        renglon.HasIndex(r => r.Hasta).HasFilter("hasta < 2147483647");
    }
}
