// A file of informativas, judged cell by cell.
import { Falla, enviar } from "../base/api.js";
import { botonCsv } from "../base/csv.js";
import { el, h, poner } from "../base/dom.js";
import { cuantos, dia, etiqueta, numero, periodo } from "../base/formato.js";
import { falla, tabla } from "../base/piezas.js";
import { turno } from "../base/turno.js";

const VEREDICTOS = {
  publico: ["sello", "Iría al Listado Público"],
  inconsistente: ["sello alerta", "Iría al Listado con Información Inconsistente"],
  no_se_lista: ["sello", "No iría en ninguna lista"],
};

const RAZONES = { es_sin_efectos: "una «Sin efectos» no se lista", es_actualizacion: "una «Actualización» no se lista", anulada: "otra la deja sin efectos", sustituida: "otra la sustituye" };

const BYTES_MAXIMOS = 16 << 20;

const PALABRAS = { 413: "Pesa más de 16 MB.", 415: "Elige un archivo CSV, Excel o NDJSON." };

const nueva = turno();

export function empezarArchivo() {
  const zona = el("soltar");
  const elegir = el("informativas");
  elegir.addEventListener("change", () => {
    if (elegir.files[0]) revisar(elegir.files[0]);
    elegir.value = "";
  });
  for (const [suceso, encima] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]]) {
    zona.addEventListener(suceso, (evento) => {
      evento.preventDefault();
      zona.classList.toggle("encima", encima);
    });
  }
  zona.addEventListener("drop", (evento) => {
    const [archivo, ...otros] = evento.dataTransfer.files;
    if (archivo) revisar(archivo, otros.length);
  });
  // What falls beside the zone would be opened in the place of the page.
  for (const suceso of ["dragover", "drop"]) window.addEventListener(suceso, (evento) => evento.dataTransfer.types.includes("Files") && evento.preventDefault());
}

async function revisar(archivo, otros = 0) {
  const salida = el("revisado");
  const vale = nueva();
  const avisar = (texto) => (el("dicho").textContent = texto);
  poner(salida, h("p", { class: "cargando" }, `Revisando ${archivo.name}…`));
  avisar(`Revisando ${archivo.name}…`);
  try {
    if (archivo.size > BYTES_MAXIMOS) throw new Falla({ title: "Es demasiado grande", detail: PALABRAS[413] }, 413);
    const forma = new FormData();
    forma.append("archivo", archivo);
    const respuesta = await enviar("/v1/validaciones", forma, PALABRAS);
    if (!vale()) return;
    pintar(salida, archivo.name, otros, respuesta);
    avisar(`${archivo.name}: ${titulo(respuesta.resumen)}.`);
  } catch (error) {
    if (!vale()) return;
    poner(salida, falla(error));
    avisar("");
  }
}

function pintar(salida, nombre, otros, respuesta) {
  const { resumen, informativas, ilegibles, advertencias } = respuesta;
  const hallazgos = informativas.flatMap((informativa) => [...informativa.inconsistencias, ...informativa.observaciones].map((hallazgo) => ({ folio: informativa.folio, ...hallazgo })));
  poner(
    salida,
    h("h3", { tabindex: "-1" }, titulo(resumen)),
    otros > 0 && h("p", { class: "nota" }, `Soltaste ${cuantos(otros + 1, "archivo")}: sólo se revisó el primero, ${nombre}.`),
    h("p", { class: "nota" }, `${nombre}: ${cuantos(resumen.informativas, "informativa")} y ${cuantos(resumen.contratos, "contrato")}. ${respuesta.aviso}`),
    ilegibles.length > 0 && [h("h3", null, "Lo que no se pudo leer"), tabla("Lo que no se pudo leer", [["Dónde", ({ lugar }) => donde(lugar)], ["Dice", ({ valor }) => valor ?? "—"], ["Qué está mal", ({ motivo }) => motivo]], ilegibles)],
    resumen.ilegibles > ilegibles.length && h("p", { class: "nota" }, `Se muestran ${numero(ilegibles.length)} de ${numero(resumen.ilegibles)}.`),
    informativas.map(informativa),
    advertencias.length > 0 && [h("h3", null, "Advertencias"), h("ul", null, advertencias.map(({ lugar, motivo }) => h("li", null, `${donde(lugar)}: ${motivo}`)))],
    resumen.hallazgos_omitidos > 0 && h("p", { class: "nota" }, `Sólo se explican los primeros; faltan ${numero(resumen.hallazgos_omitidos)}.`),
    hallazgos.length > 0 &&
      h(
        "p",
        null,
        botonCsv(
          "Descargar los hallazgos en CSV",
          "hallazgos.csv",
          [["folio", (uno) => uno.folio], ["codigo", (uno) => uno.codigo], ["donde", (uno) => donde(uno.lugar)], ["valor", (uno) => uno.valor], ["por_que", (uno) => uno.por_que], ["como_solventar", (uno) => uno.como_solventar?.contratista]],
          hallazgos,
        ),
      ),
  );
  // Whoever listens hears that it is there, and not all of it.
  salida.querySelector("h3").focus();
}

function titulo({ informativas, inconsistentes, ilegibles }) {
  if (inconsistentes > 0) return `${cuantos(inconsistentes, "informativa")} con inconsistencias`;
  if (ilegibles > 0) return "Hay algo que no se pudo leer";
  return informativas === 0 ? "El archivo no trae ninguna informativa" : "Sin inconsistencias";
}

function informativa(una) {
  const [sello, veredicto] = VEREDICTOS[una.veredicto] ?? ["sello", una.veredicto];
  return h(
    "div",
    { class: "tarjeta" },
    h("h3", null, `${etiqueta("tipo_informativa", una.tipo)} ${una.folio}, ${periodo(una.periodo)}`),
    h("p", null, h("span", { class: sello }, veredicto), una.razon && ` Porque ${RAZONES[una.razon] ?? una.razon}.`, una.tardia && " Se presentó después de la fecha límite."),
    una.fecha_limite && h("p", { class: "nota" }, `Fecha límite: ${dia(una.fecha_limite)}.`),
    una.referencia_ignorada && h("p", { class: "nota" }, "Su referencia no cuenta: no está entre lo que el mismo contratista presentó antes."),
    hallazgos("Inconsistencias", una.inconsistencias),
    hallazgos("Lo que conviene mirar, sin que cambie de lista", una.observaciones),
  );
}

const hallazgos = (nombre, lista) =>
  lista.length > 0 &&
  tabla(
    nombre,
    [
      [nombre, (uno) => [h("strong", null, uno.texto), h("br"), h("small", null, donde(uno.lugar))]],
      ["Dice", (uno) => uno.valor ?? "—"],
      ["Por qué", (uno) => uno.por_que],
      ["¿Cómo solventar?", (uno) => (uno.como_solventar ? [parrafos(uno.como_solventar.contratista), h("a", { href: uno.guia, rel: "noreferrer" }, "Guía de apoyo")] : "—")],
    ],
    lista,
  );

const parrafos = (texto) => texto.split("\n").map((renglon) => h("p", null, renglon));

/** A place as whoever has the file open would look for it. */
const donde = ({ ruta, linea, hoja, fila, columna }) =>
  [hoja && `hoja «${hoja}»`, fila !== null && `fila ${fila}`, columna && `columna «${columna}»`, linea !== null && `línea ${linea}`, ruta].filter(Boolean).join(", ") || "todo el archivo";
