using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>Model of the public store, <c>icsoe.db</c>. Bulk rows do not pass through it: they use prepared statements on its connection.</summary>
internal sealed class PublicoContext(DbContextOptions<PublicoContext> opciones) : DbContext(opciones)
{
    public DbSet<PublicacionFila> Publicaciones => Set<PublicacionFila>();
    public DbSet<ListadoFila> Listados => Set<ListadoFila>();
    public DbSet<ArchivoFila> Archivos => Set<ArchivoFila>();
    public DbSet<EnCursoFila> EnCurso => Set<EnCursoFila>();
    public DbSet<IndiceFila> Indices => Set<IndiceFila>();
    public DbSet<LlaveFila> Llaves => Set<LlaveFila>();
    public DbSet<RetiroFila> Retiros => Set<RetiroFila>();
    public DbSet<AjusteFila> Ajustes => Set<AjusteFila>();

    protected override void OnModelCreating(ModelBuilder modelo) =>
        modelo
            .ApplyConfigurationsFromAssembly(
                typeof(PublicoContext).Assembly,
                tipo => tipo.Namespace == typeof(Mapeos.RenglonConfiguration).Namespace
            )
            .EnSerpiente();
}

/// <summary>Only for <c>dotnet ef migrations add</c>.</summary>
internal sealed class PublicoContextFactory : IDesignTimeDbContextFactory<PublicoContext>
{
    public PublicoContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PublicoContext>().UseSqlite("Data Source=:memory:").Options);
}
