using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class ArchivoConfiguration : IEntityTypeConfiguration<ArchivoFila>
{
    public void Configure(EntityTypeBuilder<ArchivoFila> archivo)
    {
        archivo.ToTable("archivos");
        archivo.HasKey(a => new
        {
            a.Listado,
            a.Nombre,
            a.Desde,
        });
        archivo.HasIndex(a => a.Sha256);
        archivo.HasIndex(a => a.Nombre);
    }
}
