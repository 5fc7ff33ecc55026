using System.Text;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>
/// Answers a <see cref="Consulta"/> on one connection. Without folios it walks the key ranges of the listados asked for, one after
/// another, so that a page costs the same at any depth; with folios it goes by their index and sorts the few it finds.
/// </summary>
internal sealed class LectorDeRenglones(SqliteConnection conexion)
{
    private const string DesdeRenglones = """
        SELECT r.clave, r.ordinal, r.folio_informativa, r.tipo_informativa, r.fecha_presentacion, c.nombre, c.tipo_persona, c.clave,
               r.banderas, r.folio_contrato, n.nombre, n.tipo_persona, n.clave, r.servicio, r.fecha_inicio, r.fecha_fin,
               r.personas_trabajadoras, h.contenido
        FROM renglones r
        JOIN partes c ON c.id = r.contratista
        LEFT JOIN partes n ON n.id = r.contratante
        LEFT JOIN hallazgos h ON h.id = r.hallazgos
        """;

    private const string DesdeInformativas = """
        SELECT r.clave, r.ordinal, r.folio, r.tipo, r.fecha_presentacion, c.nombre, c.tipo_persona, c.clave, r.contratos, h.contenido
        FROM informativas r
        JOIN partes c ON c.id = r.contratista
        LEFT JOIN hallazgos h ON h.id = r.hallazgos
        """;

    /// <summary>Rows in key order; <paramref name="soloContratos"/> leaves out informativas without contracts.</summary>
    public List<RenglonPublico> Renglones(Consulta consulta, IReadOnlyList<Listado> existentes, bool soloContratos)
    {
        var filtro = new Filtro(consulta, "folio_informativa", "tipo_informativa");
        if (soloContratos)
            filtro.Y($"r.banderas & {Banderas.Contrato} <> 0");
        filtro.Alguno("r.folio_contrato", consulta.FoliosContrato);
        return Recorrer(consulta, existentes, DesdeRenglones, filtro, consulta.FoliosContrato.Count > 0, LeerRenglon);
    }

    public List<InformativaPublica> Informativas(Consulta consulta, IReadOnlyList<Listado> existentes)
    {
        var filtro = new Filtro(consulta, "folio", "tipo");
        if (consulta.FoliosContrato.Count > 0)
        {
            // Folios repeat and the mirror may lack them: a contract is of the informativa that shares all of the filing with it.
            // The unary plus makes the contract's folio, which is never NULL here, the index to go by.
            filtro.Y(
                "EXISTS (SELECT 1 FROM renglones k WHERE +k.folio_informativa IS r.folio AND k.tipo_informativa IS r.tipo "
                    + "AND k.fecha_presentacion IS r.fecha_presentacion AND k.contratista = r.contratista AND r.contratos > 0 "
                    + "AND k.clave >> 32 = r.clave >> 32 AND k.desde <= $p AND k.hasta > $p AND "
                    + filtro.En("k.folio_contrato", consulta.FoliosContrato)
                    + ")"
            );
            var (folios, sinFolio) = FoliosDeInformativa(consulta);
            var conFolio = filtro.En("r.folio", folios);
            // The mirror has informativas without folio, and they hold contracts too.
            filtro.Y(sinFolio ? $"({conFolio} OR r.folio IS NULL)" : conFolio);
        }
        return Recorrer(consulta, existentes, DesdeInformativas, filtro, consulta.FoliosContrato.Count > 0, LeerInformativa);
    }

    /// <summary>The last sealed publication at which a row of that folio stood; null when there never was one.</summary>
    public int? UltimaSecuencia(string tabla, string columna, string folio, int vigente)
    {
        using var comando = conexion.CreateCommand();
        comando.CommandText = $"SELECT max(min(hasta - 1, $vigente)) FROM {tabla} WHERE {columna} = $folio AND desde <= $vigente";
        comando.Parameters.AddWithValue("$vigente", vigente);
        comando.Parameters.AddWithValue("$folio", folio);
        return comando.ExecuteScalar() is long secuencia ? (int)secuencia : null;
    }

    /// <summary>By the index of contracts first: the informativas that can hold one of those folios.</summary>
    private (List<string> Folios, bool SinFolio) FoliosDeInformativa(Consulta consulta)
    {
        var filtro = new Filtro(
            consulta with
            {
                FoliosInformativa = [],
                TiposInformativa = [],
                Inconsistencias = [],
                Observaciones = [],
            },
            "",
            ""
        );
        filtro.Alguno("r.folio_contrato", consulta.FoliosContrato);
        using var comando = conexion.CreateCommand();
        comando.CommandText = $"SELECT DISTINCT r.folio_informativa FROM renglones r WHERE {filtro}";
        filtro.Atar(comando);
        using var lector = comando.ExecuteReader();
        var folios = new List<string>();
        var sinFolio = false;
        while (lector.Read())
        {
            if (lector.TextoONada(0) is { } folio)
                folios.Add(folio);
            else
                sinFolio = true;
        }
        return (folios, sinFolio);
    }

    private List<T> Recorrer<T>(
        Consulta consulta,
        IReadOnlyList<Listado> existentes,
        string desde,
        Filtro filtro,
        bool porContrato,
        Func<SqliteDataReader, T> leer
    )
    {
        var filas = new List<T>();
        var pedidos = existentes.Where(listado => Pide(consulta, listado)).ToList();
        if (pedidos.Count == 0)
            return filas;
        using var comando = conexion.CreateCommand();
        filtro.Atar(comando);
        var inicio = comando.Parameters.Add("$inicio", SqliteType.Integer);
        var fin = comando.Parameters.Add("$fin", SqliteType.Integer);
        var cuantas = comando.Parameters.Add("$cuantas", SqliteType.Integer);
        var porFolio = porContrato || consulta.FoliosInformativa.Count > 0;
        // The unary plus keeps SQLite from walking a whole key range when a folio's index finds the few rows at once.
        var clave = porFolio ? "+r.clave" : "r.clave";
        comando.CommandText = $"{desde} WHERE {clave} > $inicio AND {clave} <= $fin AND {filtro} ORDER BY {clave} LIMIT $cuantas";
        foreach (var listado in pedidos)
        {
            if (consulta.DespuesDe?.Clave >= listado.UltimaClave)
                continue;
            inicio.Value = Math.Max(consulta.DespuesDe?.Clave ?? 0, listado.PrimeraClave);
            fin.Value = listado.UltimaClave;
            cuantas.Value = consulta.Limite - filas.Count;
            using var lector = comando.ExecuteReader();
            while (lector.Read())
                filas.Add(leer(lector));
            if (filas.Count >= consulta.Limite)
                break;
        }
        return filas;
    }

    private static bool Pide(Consulta consulta, Listado listado) =>
        Vale(consulta.Listas, listado.Lista)
        && Vale(consulta.Periodos, listado.Periodo)
        && Vale(consulta.Ejercicios, listado.Periodo.Ejercicio)
        && Vale(consulta.Cuatrimestres, listado.Periodo.Cuatrimestre);

    private static bool Vale<T>(IReadOnlyList<T> pedidos, T valor) => pedidos.Count == 0 || pedidos.Contains(valor);

    private static RenglonPublico LeerRenglon(SqliteDataReader lector)
    {
        var clave = lector.GetInt64(0);
        var (inconsistencias, observaciones) = Hallazgos(lector, 17);
        var banderas = lector.GetInt32(8);
        return new RenglonPublico
        {
            Clave = clave,
            Listado = Listado.DeRenglon(clave),
            Ordinal = lector.GetInt32(1),
            FolioInformativa = lector.TextoONada(2),
            TipoInformativa = (TipoInformativa?)lector.EnteroONada(3),
            FechaPresentacion = lector.DiaONada(4),
            Contratista = Parte(lector, 5),
            Contrato =
                (banderas & Banderas.Contrato) == 0
                    ? null
                    : new ContratoPublico(
                        lector.TextoONada(9),
                        lector.IsDBNull(10) ? PartePublica.Ninguna : Parte(lector, 10),
                        lector.TextoONada(13),
                        (banderas & Banderas.Enmascarado) != 0,
                        lector.DiaONada(14),
                        lector.DiaONada(15),
                        lector.EnteroONada(16)
                    ),
            Inconsistencias = inconsistencias,
            Observaciones = observaciones,
        };
    }

    private static InformativaPublica LeerInformativa(SqliteDataReader lector)
    {
        var clave = lector.GetInt64(0);
        var (inconsistencias, observaciones) = Hallazgos(lector, 9);
        return new InformativaPublica
        {
            Clave = clave,
            Listado = Listado.DeRenglon(clave),
            Ordinal = lector.GetInt32(1),
            Folio = lector.TextoONada(2),
            Tipo = (TipoInformativa?)lector.EnteroONada(3),
            FechaPresentacion = lector.DiaONada(4),
            Contratista = Parte(lector, 5),
            Contratos = lector.GetInt32(8),
            Inconsistencias = inconsistencias,
            Observaciones = observaciones,
        };
    }

    private static PartePublica Parte(SqliteDataReader lector, int columna)
    {
        var nombre = lector.GetString(columna);
        var tipo = lector.GetInt32(columna + 1);
        return new PartePublica(nombre.Length == 0 ? null : nombre, tipo == 0 ? null : (TipoPersona)tipo, lector.TextoONada(columna + 2));
    }

    private static (IReadOnlyList<Hallazgo>, IReadOnlyList<Hallazgo>) Hallazgos(SqliteDataReader lector, int columna) =>
        lector.IsDBNull(columna) ? ([], []) : CodecDeHallazgos.Leer(lector.GetFieldValue<byte[]>(columna));

    /// <summary>The WHERE of a query, its values always as parameters.</summary>
    private sealed class Filtro
    {
        private readonly StringBuilder sql = new("r.desde <= $p AND r.hasta > $p");
        private readonly List<(string Nombre, object Valor)> valores = [];

        public Filtro(Consulta consulta, string folio, string tipo)
        {
            valores.Add(("$p", consulta.Secuencia));
            Alguno($"r.{folio}", consulta.FoliosInformativa);
            Alguno($"r.{tipo}", [.. consulta.TiposInformativa.Select(t => (int)t)]);
            Codigos("r.inconsistencias", consulta.Inconsistencias);
            Codigos("r.observaciones", consulta.Observaciones);
        }

        public void Y(string condicion) => sql.Append(" AND ").Append(condicion);

        public void Alguno<T>(string columna, IReadOnlyList<T> entre)
            where T : notnull
        {
            if (entre.Count > 0)
                Y(En(columna, entre));
        }

        public string En<T>(string columna, IReadOnlyList<T> entre)
            where T : notnull
        {
            var nombres = new List<string>(entre.Count);
            foreach (var valor in entre)
            {
                var nombre = $"$v{valores.Count}";
                valores.Add((nombre, valor));
                nombres.Add(nombre);
            }
            return $"{columna} IN ({string.Join(", ", nombres)})";
        }

        public void Atar(SqliteCommand comando)
        {
            foreach (var (nombre, valor) in valores)
                comando.Parameters.AddWithValue(nombre, valor);
        }

        public override string ToString() => sql.ToString();

        /// <summary><c>&lt;&gt; 0</c> first, word for word as in the partial index.</summary>
        private void Codigos(string columna, IReadOnlyList<Codigo> codigos)
        {
            if (codigos.Count > 0)
                Y($"{columna} <> 0 AND {columna} & {codigos.Aggregate(0, (mascara, codigo) => mascara | (1 << (int)codigo))} <> 0");
        }
    }
}
