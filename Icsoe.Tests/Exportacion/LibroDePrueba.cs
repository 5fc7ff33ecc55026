using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Exportacion;

/// <summary>Rows and workbooks for the tests of this room, in a folder that goes away with it.</summary>
internal sealed class LibroDePrueba : IDisposable
{
    internal static readonly string[] Aviso = ["INFORMACIÓN IMPORTANTE", "Primera línea del aviso.", "", "Última línea: «fin»."];

    /// <summary>Texts that some writer or reader is known to damage, and what the file must give back.</summary>
    internal static readonly (string Fuente, string Esperado)[] Hostiles =
    [
        ("Ñandú, S.A. de C.V. áéíóú Ü", "Ñandú, S.A. de C.V. áéíóú Ü"),
        ("emoji 😀 y 𝒳 juntos 👩‍👩‍👧", "emoji 😀 y 𝒳 juntos 👩‍👩‍👧"),
        ("una\nlínea", "una\nlínea"),
        ("dos\r\nlíneas", "dos\r\nlíneas"),
        (" bordes \t", " bordes \t"),
        ("tab\tdentro", "tab\tdentro"),
        ("=1+1", "=1+1"),
        ("=HYPERLINK(\"http://x\")", "=HYPERLINK(\"http://x\")"),
        ("+1", "+1"),
        ("-1", "-1"),
        ("@SUM(A1)", "@SUM(A1)"),
        ("'apóstrofo", "'apóstrofo"),
        ("0012", "0012"),
        ("1E5", "1E5"),
        ("2026-01-15", "2026-01-15"),
        ("TRUE", "TRUE"),
        ("_x0041_", "_x0041_"),
        ("_x005F_x0041_", "_x005F_x0041_"),
        ("_x0041__x00e1_", "_x0041__x00e1_"),
        ("_X0041_ _x_ _x00041_", "_X0041_ _x_ _x00041_"),
        ("_x4_ _x09_ _x004_", "_x4_ _x09_ _x004_"),
        ("_xD83D__xDE00_", "_xD83D__xDE00_"),
        ("nulo\0dentro", "nulo\uFFFDdentro"),
        ("\u0001\u001F\uFFFE\uFFFF", "\uFFFD\uFFFD\uFFFD\uFFFD"),
        ("suelto \uD83D aquí \uDE00", "suelto \uFFFD aquí \uFFFD"),
        ("\u200Fderecha\u202Ea izquierda\u200E", "\u200Fderecha\u202Ea izquierda\u200E"),
        ("privado \uE000 \uE00000005F", "privado \uE000 \uE00000005F"),
        ("\"comillas\" y 'simples'", "\"comillas\" y 'simples'"),
        ("<b>&amp;</b> &#65; ]]>", "<b>&amp;</b> &#65; ]]>"),
        ("@@@fileid@@@,xl/media/x.png", "@@@fileid@@@,xl/media/x.png"),
        ("\uFEFFBOM", "\uFEFFBOM"),
    ];

    private LibroDePrueba(string carpeta) => Carpeta = carpeta;

    internal string Carpeta { get; }

    internal static LibroDePrueba Nuevo() => new(Directory.CreateTempSubdirectory("icsoe-xlsx-").FullName);

    /// <summary>A full row of 2026-1.</summary>
    internal static RenglonPublico UnRenglon(
        Lista lista = Lista.Publico,
        string nombre = "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.",
        string? servicio = "MTTO PREVENTIVO A ELEVADORES",
        params Hallazgo[] inconsistencias
    ) =>
        new()
        {
            Listado = new Listado(Periodo.De(2026, 1), lista),
            FolioInformativa = "N262253432",
            TipoInformativa = TipoInformativa.Normal,
            FechaPresentacion = new DateOnly(2026, 5, 12),
            Contratista = new PartePublica(nombre, TipoPersona.Moral),
            Contrato = new ContratoPublico(
                "A26P3662382",
                new PartePublica("JUANA EJEMPLO", TipoPersona.Fisica),
                servicio,
                ServicioEnmascarado: false,
                new DateOnly(2026, 1, 15),
                new DateOnly(2026, 12, 31),
                12
            ),
            Inconsistencias = inconsistencias,
        };

    /// <summary>One row for each hostile text, in the name and in the service.</summary>
    internal static IEnumerable<RenglonPublico> RenglonesHostiles() =>
        Hostiles.Select(hostil => UnRenglon(nombre: hostil.Fuente, servicio: hostil.Fuente));

    /// <summary>Writes a workbook and gives its path.</summary>
    internal string Escribir(IEnumerable<RenglonPublico> renglones, Lista lista = Lista.Publico, string nombre = "libro.xlsx")
    {
        var ruta = Path.Combine(Carpeta, nombre);
        using var archivo = File.Create(ruta);
        LibroXlsx.Escribir(archivo, lista, renglones, Aviso, Path.Combine(Carpeta, "tmp"), CancellationToken.None);
        return ruta;
    }

    public void Dispose() => Directory.Delete(Carpeta, recursive: true);
}
