// A box that suggests while it is written in: the combobox pattern of the ARIA Authoring Practices, with a list that the keyboard walks.
import { direccion, pedir } from "./api.js";
import { h, poner } from "./dom.js";
import { cuantos, etiqueta } from "./formato.js";
import { turno } from "./turno.js";

const ESPERA = 150;

/**
 * Makes a combobox of a text box inside `.buscador-caja`. `elegir` gets the suggestion that was taken; `estado` says of which publication
 * they are, when it is not the current one.
 */
export function sugerir(caja, elegir, estado = () => null) {
  const nueva = turno();
  const lista = h("ul", { class: "sugerencias", role: "listbox", id: `${caja.id}-sugerencias`, "aria-label": "Sugerencias", hidden: true });
  caja.after(lista);
  for (const [nombre, valor] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": lista.id })) caja.setAttribute(nombre, valor);
  let sugerencias = [];
  let lugar = -1;
  let espera;

  function cerrar() {
    clearTimeout(espera);
    nueva();
    lista.hidden = true;
    lugar = -1;
    caja.setAttribute("aria-expanded", "false");
    caja.removeAttribute("aria-activedescendant");
  }

  function senalar(cual) {
    lista.children[lugar]?.setAttribute("aria-selected", "false");
    lugar = cual;
    const opcion = lista.children[lugar];
    opcion?.setAttribute("aria-selected", "true");
    opcion?.scrollIntoView({ block: "nearest" });
    if (opcion) caja.setAttribute("aria-activedescendant", opcion.id);
    else caja.removeAttribute("aria-activedescendant");
  }

  async function preguntar() {
    const texto = caja.value.trim();
    if (texto.length < 2) return cerrar();
    const vale = nueva();
    try {
      const { datos } = await pedir(direccion("/v1/sugerencias", { q: texto, limite: 8, publicacion: estado() }));
      if (!vale()) return;
      sugerencias = datos;
    } catch {
      // A box without suggestions still searches.
      if (vale()) cerrar();
      return;
    }
    senalar(-1);
    poner(lista, sugerencias.map((sugerencia, cual) => opcion(sugerencia, `${lista.id}-${cual}`, () => tomar(cual))));
    lista.hidden = sugerencias.length === 0;
    caja.setAttribute("aria-expanded", String(!lista.hidden));
  }

  function tomar(cual) {
    const elegida = sugerencias[cual];
    cerrar();
    elegir(elegida);
  }

  caja.addEventListener("input", () => {
    // What was pointed at answered to what was written before.
    senalar(-1);
    clearTimeout(espera);
    espera = setTimeout(preguntar, ESPERA);
  });
  caja.addEventListener("blur", cerrar);
  caja.addEventListener("keydown", (evento) => {
    if (lista.hidden) return;
    if (evento.key === "ArrowDown") senalar((lugar + 1) % sugerencias.length);
    else if (evento.key === "ArrowUp") senalar((lugar <= 0 ? sugerencias.length : lugar) - 1);
    else if (evento.key === "Escape") cerrar();
    else if (evento.key === "Enter" && lugar >= 0) tomar(lugar);
    else return;
    evento.preventDefault();
  });
  caja.form.addEventListener("submit", cerrar);
}

function opcion(sugerencia, id, tomar) {
  const que = sugerencia.tipo === "parte" ? etiqueta("tipo_persona", sugerencia.tipo_persona) : "Servicio u obra";
  return h(
    "li",
    { role: "option", id, "aria-selected": "false", onmousedown: (evento) => evento.preventDefault(), onclick: tomar },
    marcado(sugerencia.texto, sugerencia.coincide),
    h("small", null, `${que} · ${cuantos(sugerencia.contratos, "contrato")}`),
  );
}

// The text with the stretches that were written, marked.
function marcado(texto, tramos) {
  const piezas = [];
  let desde = 0;
  for (const [inicio, fin] of tramos) {
    piezas.push(texto.slice(desde, inicio), h("mark", null, texto.slice(inicio, fin)));
    desde = fin;
  }
  return [...piezas, texto.slice(desde)];
}

/** Where a suggestion leads, in a publication or in the current one: a name to its page, a service to its contracts. */
export const destino = (sugerencia, id) =>
  sugerencia.tipo === "parte"
    ? direccion("/nombre", { clave: sugerencia.clave, publicacion: id })
    : direccion("/buscar", { servicio: `"${sugerencia.texto.slice(0, 500)}"`, publicacion: id });
