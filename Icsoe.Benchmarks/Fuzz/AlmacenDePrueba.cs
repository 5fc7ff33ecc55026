using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Sellado;

namespace Icsoe.Benchmarks.Fuzz;

/// <summary>A store that the mutated files are thrown at, and what can be seen in it from outside.</summary>
internal sealed class AlmacenDePrueba
{
    /// <summary>The workbooks and informativas are of this one.</summary>
    public static readonly Periodo Periodo = Periodo.De(2026, 1);

    public AlmacenDePrueba(string directorio)
    {
        if (Directory.Exists(directorio))
            Directory.Delete(directorio, recursive: true);
        Entorno = new Entorno { Carpetas = Carpetas.De(directorio), Reloj = new RelojFijo() };
    }

    public Entorno Entorno { get; }

    /// <summary>Imports a workbook as the operator would.</summary>
    public Resultado Importar(string libro, CancellationToken ct) =>
        ImportadorEspejo
            .ImportarAsync([new LibroPorImportar(libro, new Listado(Periodo, Lista.Publico))], null, Entorno, ct)
            .GetAwaiter()
            .GetResult();

    /// <summary>Digest of all that anyone can read: publications, listados, rows, and the names of the files.</summary>
    public string Estado()
    {
        using var resumen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var almacen = new AlmacenPublico(Entorno.Carpetas.Datos))
        {
            var secuencia = almacen.Vigente()?.Secuencia ?? 0;
            Sumar(almacen.Publicaciones(secuencia).Select(publicacion => $"{publicacion.Secuencia} {publicacion.Id}"));
            if (secuencia > 0)
            {
                Sumar(
                    almacen
                        .Listados(secuencia)
                        .Select(estado => $"{estado.Listado} {string.Join(' ', estado.Archivos.Select(archivo => archivo.Sha256))}")
                );
                Sumar(almacen.Renglones(new Consulta { Secuencia = secuencia, Limite = 100_000 }));
            }
        }
        if (Directory.Exists(Entorno.Carpetas.Archivos))
            Sumar(Directory.GetFiles(Entorno.Carpetas.Archivos).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList());
        return Convert.ToHexString(resumen.GetHashAndReset());

        void Sumar<T>(T valor) => resumen.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(valor)));
    }

    /// <summary>What <c>verificar</c> finds wrong.</summary>
    public IReadOnlyList<string> Danos(CancellationToken ct) => Verificador.VerificarAsync(Entorno, ct).GetAwaiter().GetResult().Danos;

    /// <summary>The month after the deadline of the periodo, whatever the day it runs.</summary>
    private sealed class RelojFijo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    }
}
