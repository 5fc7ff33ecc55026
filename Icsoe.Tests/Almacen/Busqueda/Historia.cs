using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>A store with a few publications at random, and what the oracle knows of each.</summary>
internal sealed class Historia : IDisposable
{
    public const int Publicaciones = 4;

    private static readonly Listado[] Listados =
    [
        .. from periodo in new[] { Periodo.De(2021, 3), Periodo.De(2025, 1), Periodo.De(2025, 2) }
        from lista in Enum.GetValues<Lista>()
        select new Listado(periodo, lista),
    ];

    private readonly Oraculo[] oraculos;

    public Historia(int semilla)
    {
        Azar = new AzarDeBusqueda(semilla);
        var contenidos = Listados.ToDictionary(listado => listado, _ => new List<List<RenglonPublico>>());
        var idas = Listados.ToDictionary(listado => listado, _ => new List<List<RenglonPublico>>());
        for (var secuencia = 1; secuencia <= Publicaciones; secuencia++)
        {
            var tocados = Listados.Where(_ => Azar.Suerte(0.7)).ToList();
            foreach (var listado in tocados)
                contenidos[listado] = Azar.Contenido(listado, contenidos[listado], idas[listado]);
            Almacen.Sellar(
                tocados.Select(listado =>
                    (listado, (IReadOnlyList<RenglonPublico>)[.. contenidos[listado].SelectMany(informativa => informativa)])
                )
            );
        }
        Almacen.Publico.Vigente();
        oraculos = [.. Enumerable.Range(1, Publicaciones).Select(secuencia => new Oraculo(Almacen.Publico, secuencia))];
    }

    public AlmacenDePrueba Almacen { get; } = new();

    public AzarDeBusqueda Azar { get; }

    public AlmacenPublico Publico => Almacen.Publico;

    public Oraculo Oraculo(int secuencia) => oraculos[secuencia - 1];

    /// <summary>Questions about each entity at every publication, and the rows that each must find.</summary>
    public IEnumerable<(Consulta Consulta, Entidad Entidad, List<Vista> Esperadas)> Consultas(int cuantas)
    {
        for (var i = 0; i < cuantas; i++)
        {
            var secuencia = 1 + Azar.Hasta(Publicaciones);
            var entidad = Preguntas.Entidades[i % Preguntas.Entidades.Length];
            var filas = Oraculo(secuencia).Todas(entidad);
            var consulta = Azar.Consulta(secuencia, entidad, filas[Azar.Hasta(filas.Count)]);
            yield return (consulta, entidad, Oraculo(secuencia).Responder(consulta, entidad));
        }
    }

    public void Dispose() => Almacen.Dispose();
}
