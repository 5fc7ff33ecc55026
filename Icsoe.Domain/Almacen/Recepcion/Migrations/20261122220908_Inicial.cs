using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Icsoe.Domain.Almacen.Recepcion.Migrations
{
    /// <inheritdoc />
    public partial class Inicial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "recibidas",
                columns: table => new
                {
                    orden = table.Column<long>(type: "INTEGER", nullable: false),
                    folio = table.Column<string>(type: "TEXT", nullable: false),
                    periodo = table.Column<int>(type: "INTEGER", nullable: false),
                    expediente = table.Column<string>(type: "TEXT", nullable: false),
                    dia = table.Column<int>(type: "INTEGER", nullable: false),
                    huella = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contenido = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recibidas", x => x.orden);
                });

            migrationBuilder.CreateTable(
                name: "sellados",
                columns: table => new
                {
                    periodo = table.Column<int>(type: "INTEGER", nullable: false),
                    orden = table.Column<long>(type: "INTEGER", nullable: false),
                    corte = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sellados", x => x.periodo);
                });

            migrationBuilder.CreateIndex(
                name: "ix_recibidas_folio",
                table: "recibidas",
                column: "folio",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recibidas_periodo_expediente",
                table: "recibidas",
                columns: new[] { "periodo", "expediente" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recibidas");

            migrationBuilder.DropTable(
                name: "sellados");
        }
    }
}
