using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Icsoe.Domain.Almacen.Publico.Migrations
{
    /// <inheritdoc />
    public partial class Inicial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ajustes",
                columns: table => new
                {
                    nombre = table.Column<string>(type: "TEXT", nullable: false),
                    valor = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ajustes", x => x.nombre);
                });

            migrationBuilder.CreateTable(
                name: "archivos",
                columns: table => new
                {
                    listado = table.Column<int>(type: "INTEGER", nullable: false),
                    desde = table.Column<int>(type: "INTEGER", nullable: false),
                    nombre = table.Column<string>(type: "TEXT", nullable: false),
                    formato = table.Column<string>(type: "TEXT", nullable: false),
                    hasta = table.Column<int>(type: "INTEGER", nullable: false),
                    origen = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    retiro = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archivos", x => new { x.listado, x.nombre, x.desde });
                });

            migrationBuilder.CreateTable(
                name: "en_curso",
                columns: table => new
                {
                    listado = table.Column<int>(type: "INTEGER", nullable: false),
                    primer_renglon = table.Column<long>(type: "INTEGER", nullable: false),
                    primera_informativa = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_en_curso", x => x.listado);
                });

            migrationBuilder.CreateTable(
                name: "hallazgos",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    contenido = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hallazgos", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indices",
                columns: table => new
                {
                    nombre = table.Column<string>(type: "TEXT", nullable: false),
                    desde = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    huella = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indices", x => new { x.nombre, x.desde });
                });

            migrationBuilder.CreateTable(
                name: "informativas",
                columns: table => new
                {
                    clave = table.Column<long>(type: "INTEGER", nullable: false),
                    desde = table.Column<int>(type: "INTEGER", nullable: false),
                    hasta = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    folio = table.Column<string>(type: "TEXT", nullable: true),
                    tipo = table.Column<int>(type: "INTEGER", nullable: true),
                    fecha_presentacion = table.Column<int>(type: "INTEGER", nullable: true),
                    contratista = table.Column<int>(type: "INTEGER", nullable: false),
                    contratos = table.Column<int>(type: "INTEGER", nullable: false),
                    inconsistencias = table.Column<int>(type: "INTEGER", nullable: false),
                    observaciones = table.Column<int>(type: "INTEGER", nullable: false),
                    hallazgos = table.Column<long>(type: "INTEGER", nullable: true),
                    referencia = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_informativas", x => x.clave);
                });

            migrationBuilder.CreateTable(
                name: "listados",
                columns: table => new
                {
                    listado = table.Column<int>(type: "INTEGER", nullable: false),
                    desde = table.Column<int>(type: "INTEGER", nullable: false),
                    hasta = table.Column<int>(type: "INTEGER", nullable: false),
                    puerta = table.Column<int>(type: "INTEGER", nullable: false),
                    renglones = table.Column<int>(type: "INTEGER", nullable: false),
                    contratos = table.Column<int>(type: "INTEGER", nullable: false),
                    informativas = table.Column<int>(type: "INTEGER", nullable: false),
                    informativas_sin_contratos = table.Column<int>(type: "INTEGER", nullable: false),
                    huella = table.Column<long>(type: "INTEGER", nullable: false),
                    canonico = table.Column<string>(type: "TEXT", nullable: false),
                    cifras = table.Column<string>(type: "TEXT", nullable: false),
                    sellado = table.Column<string>(type: "TEXT", nullable: true),
                    fuente_nombre = table.Column<string>(type: "TEXT", nullable: true),
                    fuente_url = table.Column<string>(type: "TEXT", nullable: true),
                    fuente_obtenido = table.Column<long>(type: "INTEGER", nullable: true),
                    fuente_sha256 = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_listados", x => new { x.listado, x.desde });
                });

            migrationBuilder.CreateTable(
                name: "llaves",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    pem = table.Column<string>(type: "TEXT", nullable: false),
                    creada_en = table.Column<long>(type: "INTEGER", nullable: false),
                    retirada_en = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_llaves", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partes",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    nombre = table.Column<string>(type: "TEXT", nullable: false),
                    tipo_persona = table.Column<int>(type: "INTEGER", nullable: false),
                    clave = table.Column<string>(type: "TEXT", nullable: true),
                    huella = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "publicaciones",
                columns: table => new
                {
                    secuencia = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: true),
                    anterior = table.Column<string>(type: "TEXT", nullable: true),
                    sellada_en = table.Column<long>(type: "INTEGER", nullable: false),
                    corte = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    puerta = table.Column<int>(type: "INTEGER", nullable: false),
                    programa_version = table.Column<string>(type: "TEXT", nullable: false),
                    programa_commit = table.Column<string>(type: "TEXT", nullable: true),
                    manifiesto = table.Column<string>(type: "TEXT", nullable: true),
                    manifiesto_bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    firma = table.Column<byte[]>(type: "BLOB", nullable: true),
                    llave = table.Column<string>(type: "TEXT", nullable: true),
                    calidad = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publicaciones", x => x.secuencia);
                });

            migrationBuilder.CreateTable(
                name: "renglones",
                columns: table => new
                {
                    clave = table.Column<long>(type: "INTEGER", nullable: false),
                    desde = table.Column<int>(type: "INTEGER", nullable: false),
                    hasta = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    folio_informativa = table.Column<string>(type: "TEXT", nullable: true),
                    tipo_informativa = table.Column<int>(type: "INTEGER", nullable: true),
                    fecha_presentacion = table.Column<int>(type: "INTEGER", nullable: true),
                    contratista = table.Column<int>(type: "INTEGER", nullable: false),
                    banderas = table.Column<int>(type: "INTEGER", nullable: false),
                    folio_contrato = table.Column<string>(type: "TEXT", nullable: true),
                    contratante = table.Column<int>(type: "INTEGER", nullable: true),
                    servicio = table.Column<string>(type: "TEXT", nullable: true),
                    fecha_inicio = table.Column<int>(type: "INTEGER", nullable: true),
                    fecha_fin = table.Column<int>(type: "INTEGER", nullable: true),
                    personas_trabajadoras = table.Column<int>(type: "INTEGER", nullable: true),
                    inconsistencias = table.Column<int>(type: "INTEGER", nullable: false),
                    observaciones = table.Column<int>(type: "INTEGER", nullable: false),
                    hallazgos = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_renglones", x => x.clave);
                });

            migrationBuilder.CreateTable(
                name: "retiros",
                columns: table => new
                {
                    secuencia = table.Column<int>(type: "INTEGER", nullable: false),
                    folio = table.Column<string>(type: "TEXT", nullable: true),
                    sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    folios = table.Column<string>(type: "TEXT", nullable: false),
                    motivo = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retiros", x => x.secuencia);
                });

            migrationBuilder.CreateIndex(
                name: "ix_archivos_nombre",
                table: "archivos",
                column: "nombre");

            migrationBuilder.CreateIndex(
                name: "ix_archivos_sha256",
                table: "archivos",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_informativas_hasta",
                table: "informativas",
                column: "hasta",
                filter: "hasta < 2147483647");

            migrationBuilder.CreateIndex(
                name: "ix_partes_clave",
                table: "partes",
                column: "clave");

            migrationBuilder.CreateIndex(
                name: "ix_partes_huella",
                table: "partes",
                column: "huella");

            migrationBuilder.CreateIndex(
                name: "ix_publicaciones_id",
                table: "publicaciones",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_renglones_hasta",
                table: "renglones",
                column: "hasta",
                filter: "hasta < 2147483647");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ajustes");

            migrationBuilder.DropTable(
                name: "archivos");

            migrationBuilder.DropTable(
                name: "en_curso");

            migrationBuilder.DropTable(
                name: "hallazgos");

            migrationBuilder.DropTable(
                name: "indices");

            migrationBuilder.DropTable(
                name: "informativas");

            migrationBuilder.DropTable(
                name: "listados");

            migrationBuilder.DropTable(
                name: "llaves");

            migrationBuilder.DropTable(
                name: "partes");

            migrationBuilder.DropTable(
                name: "publicaciones");

            migrationBuilder.DropTable(
                name: "renglones");

            migrationBuilder.DropTable(
                name: "retiros");
        }
    }
}
