using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Icsoe.Domain.Almacen.Recepcion;

/// <summary>Model of the private store, <c>recepcion.db</c>. The web process never opens it.</summary>
internal sealed class RecepcionContext(DbContextOptions<RecepcionContext> opciones) : DbContext(opciones)
{
    protected override void OnModelCreating(ModelBuilder modelo)
    {
        modelo.Entity<RecibidaFila>(recibida =>
        {
            recibida.ToTable("recibidas");
            recibida.HasKey(r => r.Orden);
            recibida.Property(r => r.Orden).ValueGeneratedNever();
            recibida.HasIndex(r => r.Folio).IsUnique();
            recibida.HasIndex(r => new { r.Periodo, r.Expediente });
        });
        modelo.Entity<SelladoFila>(sellado =>
        {
            sellado.ToTable("sellados");
            sellado.HasKey(s => s.Periodo);
            sellado.Property(s => s.Periodo).ValueGeneratedNever();
        });
        modelo.EnSerpiente();
    }
}

/// <summary>Only for <c>dotnet ef migrations add</c>.</summary>
internal sealed class RecepcionContextFactory : IDesignTimeDbContextFactory<RecepcionContext>
{
    public RecepcionContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<RecepcionContext>().UseSqlite("Data Source=:memory:").Options);
}
