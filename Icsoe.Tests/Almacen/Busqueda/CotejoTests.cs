using FsCheck;
using FsCheck.Fluent;
using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>Of whom a written name may be.</summary>
[TestFixture, Parallelizable]
internal sealed class CotejoTests
{
    private static readonly PartePublica[] Publicadas =
    [
        Renglones.Parte("SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V."),
        Renglones.Parte("SERVICIOS EJEMPLO DEL NORTE, S.A. DE C.V."),
        Renglones.Parte("LIMPIEZA MUESTRA, S.C."),
        Renglones.Parte("LIMPIEZA MUESTRA, S.A. DE C.V."),
        Renglones.Parte("LIMPIEZA MUESTRA"),
        Renglones.Parte("DISEÑO FICTICIO, S.C."),
        Renglones.Parte("JARDINES DE PRUEBA"),
        Renglones.Parte("JARDINES DE PRUEBA", TipoPersona.Fisica),
        Renglones.Parte("JUAN HERNÁNDEZ SUPUESTO", TipoPersona.Fisica),
        Renglones.Parte("INGENIERÍA INVENTADA, S.A.P.I. DE C.V."),
        Renglones.Parte("INGENIERIA INVENTADA SAPI DE CV"),
        Renglones.Parte("TRANSPORTES IMAGINARIOS"),
    ];

    /// <summary>A client of whom a contratista of another tipo de persona, and one with a suffix, bear the name.</summary>
    private static readonly PartePublica Cliente = Renglones.Parte("TRANSPORTES IMAGINARIOS", TipoPersona.Fisica);

    private AlmacenDePrueba almacen;

    [OneTimeSetUp]
    public void Sellar()
    {
        almacen = new AlmacenDePrueba();
        almacen.Sellar(
            (Renglones.Publico, [.. Publicadas.Select((parte, i) => Renglones.Publico.Renglon(i + 1) with { Contratista = parte })]),
            (DespuesPublico, [DeUnCliente(DespuesPublico.Renglon(1))])
        );
        almacen.Sellar((Renglones.Publico, [Renglones.Publico.Renglon(1) with { Contratista = Publicadas[0] }]));
    }

    [OneTimeTearDown]
    public void Cerrar() => almacen.Dispose();

    [TestCase("SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.", 0)]
    [TestCase("servicios ejemplo del bajio sociedad anonima de capital variable", 0)]
    [TestCase("LIMPIEZA MUESTRA SC", 2)]
    [TestCase("LIMPIEZA MUESTRA SA DE CV", 3)]
    [TestCase("Diseño Ficticio S.C.", 5)]
    [TestCase("JUAN HERNANDEZ SUPUESTO", 8)]
    public void Un_nombre_publicado_que_nadie_mas_lleva_es_cierto(string escrito, int cual)
    {
        var cotejo = Cotejar(escrito);
        Assert.That(
            (cotejo.Cierto, cotejo.Candidatos.Select(candidato => (candidato.Clave, candidato.Puntaje))),
            Is.EqualTo((true, new[] { (Publicadas[cual].Clave, 1.0) }))
        );
    }

    [TestCase("JARDINES DE PRUEBA", 1.0, 1.0, Description = "Uno es persona física y otro moral.")]
    [TestCase("LIMPIEZA MUESTRA", 1.0, 0.97, 0.97, Description = "Otras lo tienen con sufijo.")]
    public void Un_homonimo_no_es_cierto(string escrito, params double[] puntajes)
    {
        var cotejo = Cotejar(escrito);
        Assert.That((cotejo.Cierto, cotejo.Candidatos.Select(candidato => candidato.Puntaje)), Is.EqualTo((false, puntajes)));
    }

    [TestCase(TipoPersona.Fisica, 7)]
    [TestCase(TipoPersona.Moral, 6)]
    public void De_los_homonimos_el_tipo_de_persona_deja_uno(TipoPersona tipo, int cual)
    {
        var cotejo = Cotejar("JARDINES DE PRUEBA", consulta => consulta with { Tipos = [tipo] });
        Assert.That(
            (cotejo.Cierto, cotejo.Candidatos.Select(candidato => candidato.Clave)),
            Is.EqualTo((true, new[] { Publicadas[cual].Clave }))
        );
    }

    [TestCase("DISENO FICTICIO, S.C.", 5, "acentos")]
    [TestCase("SERVICIOS EJEMPLO DEL BAJÍO", 0, "sin_sufijo")]
    [TestCase("BAJÍO SERVICIOS EJEMPLO DEL, S.A. DE C.V.", 0, "orden_de_palabras")]
    [TestCase("SERVICIOS EJENPLO DEL BAJIO SA DE CV", 0, "una_letra")]
    [TestCase("SERVICIOS EJENPLO DEL BAGIO SA DE CV", 0, "dos_letras")]
    [TestCase("SERV. EJEMPLO DEL BAJÍO SA DE CV", 0, "abreviatura")]
    [TestCase("J. HDEZ. SUPUESTO", 8, "abreviatura")]
    [TestCase("SERVICIOS EJEMPLO DEL BAJÍO SA DE VC", 0, "una_letra")]
    [TestCase("SERVICIOS EJEMPLO NUEVO DEL BAJÍO SA DE CV", 0, "palabra_de_mas")]
    public void Un_nombre_danado_se_encuentra_primero_y_nunca_es_cierto(string escrito, int cual, string motivo)
    {
        var cotejo = Cotejar(escrito);
        Assert.That(
            (cotejo.Cierto, cotejo.Candidatos[0].Clave, cotejo.Candidatos[0].Motivos.Select(suyo => suyo.Valor())),
            Is.EqualTo((false, Publicadas[cual].Clave, new[] { motivo }))
        );
        Assert.That(cotejo.Candidatos[0].Puntaje, Is.InRange(Comparacion.Minimo, 0.99));
    }

    [TestCase("")]
    [TestCase("…")]
    [TestCase("S.A. DE C.V.")]
    [TestCase("CORPORATIVO QUE NO ESTÁ, S.A. DE C.V.")]
    public void De_un_nombre_que_no_se_parece_a_ninguno_no_hay_nadie(string escrito) =>
        Assert.That(
            Cotejar(escrito),
            Is.EqualTo(Cotejo.Ninguno).Using<Cotejo>((a, b) => a.Cierto == b.Cierto && a.Candidatos.SequenceEqual(b.Candidatos))
        );

    [Test]
    public void Las_escrituras_de_una_clave_son_un_solo_candidato_y_habla_la_mas_parecida()
    {
        var cotejo = Cotejar("INGENIERIA INVENTADA, S.A.P.I. DE C.V.");
        Assert.That(
            (cotejo.Cierto, cotejo.Candidatos.Select(candidato => candidato.Nombre)),
            Is.EqualTo((true, new[] { "INGENIERIA INVENTADA SAPI DE CV" }))
        );
    }

    [Test]
    public void Quien_ya_no_esta_solo_cuenta_si_se_pide()
    {
        Assert.That(Cotejar("LIMPIEZA MUESTRA SC", consulta => consulta with { Secuencia = 2 }).Candidatos, Is.Empty);
        Assert.That(Cotejar("LIMPIEZA MUESTRA SC", consulta => consulta with { Secuencia = 2, ConAnteriores = true }).Cierto, Is.True);
    }

    [TestCase(Rol.Contratista, true)]
    [TestCase(Rol.Contratante, false)]
    public void Solo_es_candidato_quien_tiene_el_rol(Rol rol, bool esta) =>
        Assert.That(Cotejar("LIMPIEZA MUESTRA SC", consulta => consulta with { Roles = [rol] }).Cierto, Is.EqualTo(esta));

    [TestCase(1, true)]
    [TestCase(2, false)]
    public void Solo_es_candidato_quien_aparece_en_el_periodo(int cuatrimestre, bool esta) =>
        Assert.That(
            Cotejar("LIMPIEZA MUESTRA SC", consulta => consulta with { Periodos = [Periodo.De(2026, cuatrimestre)] }).Cierto,
            Is.EqualTo(esta)
        );

    [TestCase(Rol.Contratista, 1)]
    [TestCase(Rol.Contratante, 2)]
    public void Un_homonimo_de_otro_rol_y_otro_cuatrimestre_no_se_muestra_y_quita_la_certeza(Rol rol, int cuatrimestre)
    {
        var porRol = Cotejar("TRANSPORTES IMAGINARIOS", consulta => consulta with { Roles = [rol] });
        var porPeriodo = Cotejar("TRANSPORTES IMAGINARIOS", consulta => consulta with { Periodos = [Periodo.De(2026, cuatrimestre)] });
        Assert.That((porRol.Cierto, porRol.Candidatos.Count, porRol.Candidatos[0].Puntaje), Is.EqualTo((false, 1, 1.0)));
        Assert.That((porPeriodo.Cierto, porPeriodo.Candidatos.Count), Is.EqualTo((false, 1)));
    }

    [TestCase(TipoPersona.Moral, Rol.Contratista, true)]
    [TestCase(TipoPersona.Fisica, Rol.Contratante, true)]
    [TestCase(TipoPersona.Fisica, Rol.Contratista, false)]
    public void El_tipo_de_persona_si_distingue_a_los_homonimos_de_distinto_rol(TipoPersona tipo, Rol rol, bool esta)
    {
        var cotejo = Cotejar("TRANSPORTES IMAGINARIOS", consulta => consulta with { Tipos = [tipo], Roles = [rol] });
        Assert.That((cotejo.Cierto, cotejo.Candidatos.Count), Is.EqualTo((esta, esta ? 1 : 0)));
    }

    [FsCheck.NUnit.Property]
    public Property Lo_que_no_esta_publicado_nunca_es_cierto() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(NonNegativeInt Cual, NonNegativeInt Lugar, char Letra)>(),
            azar =>
            {
                var nombre = Publicadas[azar.Cual.Get % Publicadas.Length].Nombre!;
                var danado = nombre.Insert(azar.Lugar.Get % (nombre.Length + 1), azar.Letra.ToString());
                var esta = Publicadas.Any(parte => Plegado.Clave(danado, parte.TipoPersona!.Value) == parte.Clave);
                return esta || !Cotejar(danado).Cierto;
            }
        );

    [Test]
    public void Lo_publicado_siempre_va_primero([Range(0, 11)] int cual, [Values] bool mayusculas)
    {
        var parte = Publicadas[cual];
        var candidatos = Cotejar(mayusculas ? parte.Nombre! : parte.Nombre!.ToLowerInvariant()).Candidatos;
        Assert.That(candidatos.Where(candidato => candidato.Puntaje == 1).Select(candidato => candidato.Clave), Has.Member(parte.Clave));
    }

    [FsCheck.NUnit.Property]
    public Property El_puntaje_va_de_cero_a_uno_y_es_uno_solo_con_la_misma_clave() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(NonNull<string> Uno, NonNull<string> Otro)>(),
            par =>
            {
                var (a, b) = (NombreComparable.De(par.Uno.Get), NombreComparable.De(par.Otro.Get));
                if (a.Palabras.Length == 0 || b.Palabras.Length == 0)
                    return true;
                var puntaje = Comparacion.De(a, b).Puntaje;
                return puntaje is >= 0 and <= 1
                    && (puntaje == 1) == (Plegado.Clave(a.Nombre, TipoPersona.Moral) == Plegado.Clave(b.Nombre, TipoPersona.Moral));
            }
        );

    /// <summary>The index of bits finds what comparing with every word would.</summary>
    [Test]
    public void Las_palabras_parecidas_son_las_que_estan_a_esa_distancia()
    {
        using var muchas = new AlmacenDePrueba();
        var azar = new Random(7);
        muchas.Sellar(
            (
                Renglones.Publico,
                [
                    .. Enumerable
                        .Range(1, 1_500)
                        .Select(i => Renglones.Publico.Renglon(i) with { Contratista = Renglones.Parte(Palabra(azar, azar.Next(1, 12))) }),
                ]
            )
        );
        using var mapa = Mapa.Abrir(Directory.EnumerateFiles(Path.Combine(muchas.Datos, "indice"), "partes-*.idx").Single());
        var palabras = new Palabras(mapa);
        var parecidas = new PalabrasParecidas(palabras);
        Assert.Multiple(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                var letras = System.Text.Encoding.UTF8.GetBytes(Palabra(azar, azar.Next(1, 12)));
                var iguales = palabras.Buscar(letras, entera: true);
                var halladas = new List<int>();
                parecidas.Buscar(letras, iguales, halladas);
                Assert.That(halladas, Is.EquivalentTo(Parecido.Buscar(palabras, letras, iguales)));
            }
        });

        static string Palabra(Random azar, int letras) => string.Concat(Enumerable.Range(0, letras).Select(_ => "ABC"[azar.Next(3)]));
    }

    private static Listado DespuesPublico => Renglones.Publico with { Periodo = Periodo.De(2026, 2) };

    private static RenglonPublico DeUnCliente(RenglonPublico renglon) =>
        renglon with
        {
            Contratista = Publicadas[0],
            Contrato = renglon.Contrato! with { Contratante = Cliente },
        };

    private Cotejo Cotejar(string nombre, Func<ConsultaDeCotejo, ConsultaDeCotejo>? con = null)
    {
        var consulta = new ConsultaDeCotejo
        {
            Nombre = nombre,
            Secuencia = 1,
            Limite = 5,
        };
        return almacen.Publico.Cotejar([con is null ? consulta : con(consulta)]).Single();
    }
}
