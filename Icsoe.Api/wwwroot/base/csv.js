// What is on screen, to be kept: RFC 4180, and what the API does for whoever opens it in Excel: the mark without which it misreads accents, and an
// apostrophe before what it would take for a formula.
import { h } from "./dom.js";

/** A button that downloads a table. Columns are [title, cell of a row]. */
export const botonCsv = (texto, archivo, columnas, filas) =>
  h("button", { type: "button", class: "plano", onclick: () => bajar(archivo, columnas, filas) }, texto);

function bajar(archivo, columnas, filas) {
  const renglones = [columnas.map(([nombre]) => nombre), ...filas.map((fila) => columnas.map(([, celda]) => celda(fila)))];
  guardar(new Blob(["\uFEFF", ...renglones.map((renglon) => `${renglon.map(escribir).join(",")}\r\n`)], { type: "text/csv;charset=utf-8" }), archivo);
}

/** Has the browser keep this as a file. */
export function guardar(blob, nombre) {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: nombre }).click();
  // The download began with the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function escribir(valor) {
  const dicho = valor === null || valor === undefined ? "" : String(valor.textContent ?? valor);
  const texto = typeof valor !== "number" && /^[=+\-@\t\r]/.test(dicho) ? `'${dicho}` : dicho;
  return /[",\r\n]/.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto;
}
