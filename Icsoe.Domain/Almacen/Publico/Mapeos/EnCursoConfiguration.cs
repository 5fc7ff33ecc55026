using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Icsoe.Domain.Almacen.Publico.Mapeos;

internal sealed class EnCursoConfiguration : IEntityTypeConfiguration<EnCursoFila>
{
    public void Configure(EntityTypeBuilder<EnCursoFila> enCurso)
    {
        enCurso.ToTable("en_curso");
        enCurso.HasKey(e => e.Listado);
        enCurso.Property(e => e.Listado).ValueGeneratedNever();
    }
}
