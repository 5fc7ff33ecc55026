using System.Text;
using Icsoe.Api.Documentacion;
using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Diagnosticos;

/// <summary>What a contratista may tell IMSS and a client may ask of the contratista. Who they are stays blank: nobody need say it here.</summary>
internal static class Borradores
{
    private const string NoEnviado = "BORRADOR: nadie lo ha enviado. Revísalo y completa lo que va entre corchetes.";

    public static BorradoresResponse De(Diagnostico diagnostico, Presentado presentado, IReadOnlyList<PasoResponse> pasos) =>
        new()
        {
            Aclaracion = Aclaracion(diagnostico, presentado, pasos),
            SolicitudAContratista = Solicitud(diagnostico, presentado, pasos),
        };

    private static string Aclaracion(Diagnostico diagnostico, Presentado presentado, IReadOnlyList<PasoResponse> pasos)
    {
        var texto = new StringBuilder();
        Linea(texto, NoEnviado);
        Linea(texto, "Para: Buzón IMSS (http://www.imss.gob.mx/buzonimss), apartado de Promociones Electrónicas/ICSOE");
        Linea(texto, $"Asunto: aclaración sobre mis informativas {Cuando(presentado)}");
        Linea(texto, "");
        Linea(texto, $"[Nombre, denominación o razón social], con RFC [RFC]. {Cuando(presentado, "En el")} presenté en el ICSOE:");
        foreach (var presentada in presentado.Presentadas)
            Linea(texto, $"- {Describir(presentada)}");
        if (presentado.Presentadas.Count == 0)
            Linea(texto, "- ninguna informativa");
        Linea(texto, "");
        Linea(texto, Situacion(diagnostico));
        Linea(
            texto,
            diagnostico.Alcanzan ? "Para solventarlo presentaré, en este orden:" : "Para solventarlo tendría que presentar, en este orden:"
        );
        foreach (var paso in pasos)
            Linea(texto, $"{paso.Numero}. {EnPrimeraPersona(paso)}");
        if (!diagnostico.Alcanzan)
            Linea(
                texto,
                $"Con ello serían {diagnostico.ComplementariasAlFinal} complementarias, y se admiten {Clasificado.MaximoDeComplementarias} por "
                    + "cuatrimestre. Solicito que se me oriente sobre cómo regularizar mi información."
            );
        else
            Linea(texto, "Lo hago de su conocimiento para los efectos a que haya lugar.");
        Linea(texto, "");
        Linea(texto, "[Lugar y fecha]");
        Linea(texto, "[Nombre y firma]");
        return texto.ToString();
    }

    private static string Solicitud(Diagnostico diagnostico, Presentado presentado, IReadOnlyList<PasoResponse> pasos)
    {
        var texto = new StringBuilder();
        Linea(texto, NoEnviado);
        Linea(texto, "Para: [contratista]");
        Linea(texto, $"Asunto: solicitud de corrección de sus informativas en el ICSOE {Cuando(presentado)}");
        Linea(texto, "");
        Linea(texto, $"Me refiero a los contratos que tenemos celebrados. {Situacion(diagnostico)}");
        Linea(
            texto,
            "Sólo usted, como contratista, puede corregirlo. Le solicito que lo haga; de acuerdo con lo que sabemos, en este orden:"
        );
        foreach (var paso in pasos)
            Linea(texto, $"{paso.Numero}. {DeUsted(paso)}");
        Linea(
            texto,
            "Una vez hecha la corrección la verificaré en las publicaciones del listado, cuya nueva versión sale durante los primeros 5 días hábiles de cada mes."
        );
        Linea(texto, "");
        Linea(texto, "[Lugar y fecha]");
        Linea(texto, "[Nombre, denominación o razón social del contratante]");
        return texto.ToString();
    }

    private static string Situacion(Diagnostico diagnostico)
    {
        if (diagnostico.Vivas.Count == 0)
            return "No hay ninguna informativa vigente del cuatrimestre.";
        var vigentes = string.Join(", ", diagnostico.Vivas.Select(viva => $"{viva.Folio} ({viva.Tipo!.Value.Etiqueta()})"));
        return $"Hay {diagnostico.Vivas.Count} informativas vigentes del mismo cuatrimestre: {vigentes}. Corresponde a la inconsistencia "
            + $"«{Inconsistencia.InformativaMultiple.Etiqueta.TrimEnd('.')}».";
    }

    private static string Describir(Informativa presentada) =>
        $"{presentada.Folio}, {presentada.Tipo!.Value.Etiqueta()}, presentada el {presentada.FechaPresentacion:yyyy-MM-dd}"
        + (presentada.Referencia is { } referencia ? $", sobre {referencia}" : "");

    private static string EnPrimeraPersona(PasoResponse paso) =>
        paso.Sobre is null
            ? "Una informativa Normal con los contratos del cuatrimestre o, de no haber celebrado ninguno, una Sin Información."
            : $"{Complementaria(paso)}.";

    private static string DeUsted(PasoResponse paso) =>
        paso.Sobre is null
            ? "Presente una informativa Normal con los contratos del cuatrimestre o, si no celebró ninguno, una Sin Información."
            : $"Presente {char.ToLowerInvariant(Complementaria(paso)[0])}{Complementaria(paso)[1..]}.";

    private static string Complementaria(PasoResponse paso) =>
        paso.IncluyeContratosDe is []
            ? $"Una complementaria «Sin efectos» sobre la informativa {paso.Sobre}"
            : $"Una complementaria de «Corrección» sobre la informativa {paso.Sobre}, con sus contratos y los de {string.Join(", ", paso.IncluyeContratosDe)}";

    private static string Cuando(Presentado presentado, string articulo = "del") =>
        presentado.Periodo is { } periodo
            ? $"{articulo} cuatrimestre {periodo.Cuatrimestre} de {periodo.Ejercicio} ({Meses(periodo)})"
            : $"{articulo} cuatrimestre [cuatrimestre y año]";

    private static string Meses(Periodo periodo) =>
        Enumeraciones.De(Enumeraciones.Cuatrimestre)[periodo.Cuatrimestre - 1].Texto.Split(": ")[1];

    private static void Linea(StringBuilder texto, string linea) => texto.Append(linea).Append('\n');
}
