// Elements made by hand. Whatever is not an element goes in as text, and so nothing that comes from the data is ever read as HTML.

const SVG = "http://www.w3.org/2000/svg";

/** An element. Attributes that are null or false are left out; those that begin with «on» are listeners. */
export const h = (nombre, atributos, ...hijos) => armar(document.createElement(nombre), atributos, hijos);

/** The same, of a drawing. */
export const svg = (nombre, atributos, ...hijos) => armar(document.createElementNS(SVG, nombre), atributos, hijos);

function armar(elemento, atributos, hijos) {
  for (const [nombre, valor] of Object.entries(atributos ?? {})) {
    if (valor === null || valor === undefined || valor === false) continue;
    if (nombre.startsWith("on")) elemento.addEventListener(nombre.slice(2), valor);
    else elemento.setAttribute(nombre, valor === true ? "" : valor);
  }
  elemento.append(...hijos.flat(Infinity).filter((hijo) => hijo !== null && hijo !== undefined && hijo !== false));
  return elemento;
}

/** The element of an id. */
export const el = (id) => document.getElementById(id);

/** Puts these in the place of whatever an element had. */
export function poner(elemento, ...hijos) {
  elemento.replaceChildren(...hijos.flat(Infinity).filter((hijo) => hijo !== null && hijo !== undefined && hijo !== false));
}

/** A definition list of pairs; those without a value are left out. */
export const ficha = (pares) =>
  h(
    "dl",
    { class: "ficha" },
    pares.filter(([, valor]) => valor !== null && valor !== undefined && valor !== false && valor !== "").map(([nombre, valor]) => [h("dt", null, nombre), h("dd", null, valor)]),
  );
