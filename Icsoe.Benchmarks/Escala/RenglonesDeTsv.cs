using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Benchmarks.Escala;

/// <summary>The rows of a generated TSV as the values that our exporters and our store are given, so that only those are measured.</summary>
internal sealed class RenglonesDeTsv(Listado listado)
{
    private readonly Dictionary<(string, TipoPersona), PartePublica> _partes = [];

    /// <summary>Writes the workbook of a public listado as we seal it, which needs no compiler; how many rows it has.</summary>
    public static int EscribirLibro(Listado listado, string tsv, string libro, CancellationToken ct)
    {
        using var salida = File.Create(libro);
        return LibroXlsx.Escribir(
            salida,
            listado.Lista,
            new RenglonesDeTsv(listado).Leer(tsv),
            Aviso.De(listado.Lista).Lineas,
            Path.GetDirectoryName(Path.GetFullPath(libro))!,
            ct
        );
    }

    /// <summary>Streams them in their order.</summary>
    public IEnumerable<RenglonPublico> Leer(string ruta)
    {
        foreach (var linea in File.ReadLines(ruta).Skip(1))
        {
            var campos = linea.Split('\t');
            yield return new RenglonPublico
            {
                Listado = listado,
                Contratista = Parte(campos[0], campos[1]),
                Contrato = campos[4].Length == 0 ? null : Contrato(campos),
                TipoInformativa = campos[11] switch
                {
                    "Normal" => TipoInformativa.Normal,
                    "Corrección" => TipoInformativa.Correccion,
                    _ => TipoInformativa.SinInformacion,
                },
                FolioInformativa = campos[12],
                FechaPresentacion = Dia(campos[13]),
            };
        }
    }

    private ContratoPublico Contrato(string[] campos) =>
        new(
            campos[4],
            Parte(campos[2], campos[3]),
            Texto(campos[5]),
            ServicioEnmascarado: false,
            Dia(campos[6]),
            Dia(campos[7]),
            campos[8].Length == 0 ? null : int.Parse(campos[8])
        );

    private PartePublica Parte(string nombre, string tipo)
    {
        var clave = (Texto(nombre)!, tipo == "Moral" ? TipoPersona.Moral : TipoPersona.Fisica);
        if (!_partes.TryGetValue(clave, out var parte))
            _partes.Add(clave, parte = new PartePublica(clave.Item1, clave.Item2));
        return parte;
    }

    private static DateOnly? Dia(string campo) => campo.Length == 0 ? null : DateOnly.ParseExact(campo, "yyyy-MM-dd");

    private static string? Texto(string campo) => campo.Length == 0 ? null : EscritorTsv.Desescapar(campo);
}
