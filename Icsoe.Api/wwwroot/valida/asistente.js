// The four-case assistant: what was filed, and what to file to be left with one.
import { enviar } from "../base/api.js";
import { el, h, poner } from "../base/dom.js";
import { etiqueta, etiquetas, numero } from "../base/formato.js";
import { falla } from "../base/piezas.js";
import { turno } from "../base/turno.js";

const ESTADOS = { sin_informativa: "No queda ninguna informativa vigente", unica: "Tienes una sola informativa vigente", multiple: "Tienes más de una informativa vigente" };

const MAXIMO = 20;

const nueva = turno();

let veces = 0;

export function empezarAsistente() {
  const zona = el("presentadas");
  const agregar = () => {
    if (zona.children.length < MAXIMO) zona.append(presentada(++veces));
    contar();
  };
  agregar();
  agregar();
  el("otra").addEventListener("click", () => {
    agregar();
    zona.lastElementChild.querySelector("input").focus();
  });
  el("asistente").addEventListener("submit", (evento) => {
    evento.preventDefault();
    preguntar();
  });
}

// There is always one, and never more than are taken.
function contar() {
  const filas = [...el("presentadas").children];
  el("otra").hidden = filas.length === MAXIMO;
  for (const fila of filas) fila.querySelector("button").hidden = filas.length === 1;
}

function presentada(cual) {
  const campo = (nombre, titulo, control) => {
    control.id = `${nombre}-${cual}`;
    control.name = nombre;
    return h("p", { class: "campo" }, h("label", { for: control.id }, titulo), control);
  };
  const fila = h(
    "fieldset",
    { class: "presentada" },
    h("legend", { class: "oculto" }, `Informativa ${cual}`),
    campo("tipo", "Tipo", h("select", null, etiquetas("tipo_informativa").map(([valor, nombre]) => h("option", { value: valor }, nombre)))),
    campo("folio", "Folio", h("input", { required: true, maxlength: 64, autocomplete: "off" })),
    campo("fecha_presentacion", "Presentada el", h("input", { type: "date", required: true })),
    campo("referencia", "Sobre el folio (si es complementaria)", h("input", { maxlength: 64, autocomplete: "off" })),
    h("button", { type: "button", class: "plano", "aria-label": `Quitar la informativa ${cual}`, onclick: quitar }, "Quitar"),
  );
  return fila;

  function quitar() {
    fila.remove();
    contar();
    el("otra").focus();
  }
}

async function preguntar() {
  const salida = el("diagnostico");
  const presentadas = [...el("presentadas").children].map((fila) =>
    Object.fromEntries([...fila.querySelectorAll("input, select")].map((control) => [control.name, control.value.trim() || null])),
  );
  const vale = nueva();
  try {
    const diagnostico = await enviar("/v1/diagnosticos", { periodo: el("asistente-periodo").value || null, presentadas });
    if (vale()) pintar(salida, diagnostico);
  } catch (error) {
    if (vale()) poner(salida, falla(error));
  }
}

function pintar(salida, diagnostico) {
  const { pasos, complementarias, como_solventar: guia, borradores } = diagnostico;
  poner(
    salida,
    h(
      "div",
      { class: "tarjeta" },
      h("h3", { tabindex: "-1" }, ESTADOS[diagnostico.estado] ?? diagnostico.estado),
      diagnostico.vigentes.length > 0 && h("p", null, `Vigentes: ${diagnostico.vigentes.map(({ folio, tipo }) => `${folio} (${etiqueta("tipo_informativa", tipo)})`).join(", ")}.`),
      guia && [h("h4", null, guia.titulo), h("p", null, guia.texto), guia.reconstruido && h("p", { class: "nota" }, "Algunas palabras de este texto son una reconstrucción: el original es ilegible.")],
      diagnostico.caso === "otro" && h("p", null, "No es ninguno de los cuatro casos de la guía, pero se resuelve así:"),
      pasos.length > 0 ? [h("h4", null, "Qué presentar, en este orden"), h("ol", { class: "pasos" }, pasos.map((paso) => h("li", null, paso.texto)))] : h("p", null, "No hay nada que corregir."),
      h("p", { class: "nota" }, `Complementarias: ${numero(complementarias.usadas)} usadas, ${numero(complementarias.con_los_pasos)} con los pasos, de ${numero(complementarias.maximo)} que se admiten.`),
      !complementarias.alcanzan && h("p", { class: "falla" }, "Los pasos no caben en las complementarias que quedan. Pide orientación al IMSS antes de presentar nada."),
      diagnostico.referencias_ignoradas.length > 0 && h("p", { class: "nota" }, `Se refieren a una informativa que no está entre las presentadas antes: ${diagnostico.referencias_ignoradas.join(", ")}.`),
      borradores && [borrador("Borrador de aclaración para tu Buzón IMSS", borradores.aclaracion), borrador("Borrador de solicitud de un cliente a su contratista", borradores.solicitud_a_contratista)],
      h("p", { class: "nota" }, diagnostico.aviso),
    ),
  );
  // Whoever listens hears that it is there, and not all of it.
  salida.querySelector("h3").focus();
}

const borrador = (titulo, texto) => h("details", null, h("summary", null, titulo), h("pre", { class: "borrador", tabindex: "0", "aria-label": titulo }, texto));
