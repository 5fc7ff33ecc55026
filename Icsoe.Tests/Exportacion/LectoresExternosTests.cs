using System.Text.Json;
using Icsoe.Domain.Exportacion;

namespace Icsoe.Tests.Exportacion;

/// <summary>What people open the files with must read the source text back.</summary>
[TestFixture, Parallelizable, Category("Externo")]
public class LectoresExternosTests
{
    private LibroDePrueba _libro = null!;

    [SetUp]
    public void Preparar() => _libro = LibroDePrueba.Nuevo();

    [TearDown]
    public void Limpiar() => _libro.Dispose();

    [Test]
    public void Openpyxl_lee_los_textos_como_estaban()
    {
        var filas = LectorDeLibros.ConOpenpyxl(_libro.Escribir(LibroDePrueba.RenglonesHostiles()))[LibroXlsx.HojaDeDatos];

        Assert.That(
            filas.Skip(1).Select(fila => fila[5].GetString()),
            Is.EqualTo(LibroDePrueba.Hostiles.Select(hostil => hostil.Esperado))
        );
    }

    [Test]
    public void Openpyxl_ve_fechas_numeros_y_el_aviso()
    {
        var hojas = LectorDeLibros.ConOpenpyxl(
            _libro.Escribir([LibroDePrueba.UnRenglon(), LibroDePrueba.UnRenglon() with { Contrato = null }])
        );

        var filas = hojas[LibroXlsx.HojaDeDatos];
        Assert.That(filas[1][6].GetString(), Is.EqualTo("2026-01-15 dd/mm/yyyy"));
        Assert.That(filas[1][8].GetInt32(), Is.EqualTo(12));
        Assert.That(filas[2][6].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(hojas[LibroXlsx.HojaDeAviso].Select(fila => fila[0].GetString() ?? ""), Is.EqualTo(LibroDePrueba.Aviso));
    }

    [Test]
    public void LibreOffice_lee_los_textos_como_estaban()
    {
        var filas = LectorDeLibros.ConLibreOffice(_libro.Escribir(LibroDePrueba.RenglonesHostiles()), hoja: 1, _libro.Carpeta);

        // A break inside a LibreOffice cell has one form only, and its CSV writes it as LF.
        Assert.That(
            filas.Skip(1).Select(fila => fila[5]),
            Is.EqualTo(LibroDePrueba.Hostiles.Select(hostil => hostil.Esperado.ReplaceLineEndings("\n")))
        );
    }

    [Test]
    public void LibreOffice_muestra_fechas_vacios_y_el_aviso()
    {
        var ruta = _libro.Escribir([LibroDePrueba.UnRenglon(), LibroDePrueba.UnRenglon() with { Contrato = null }]);

        var filas = LectorDeLibros.ConLibreOffice(ruta, hoja: 1, _libro.Carpeta);
        Assert.That(filas[1][6..11], Is.EqualTo(["15/01/2026", "31/12/2026", "12", "1", "2026"]));
        Assert.That(filas[2][2..9], Is.All.Empty);
        Assert.That(LectorDeLibros.ConLibreOffice(ruta, hoja: 2, _libro.Carpeta).Select(fila => fila[0]), Is.EqualTo(LibroDePrueba.Aviso));
    }
}
