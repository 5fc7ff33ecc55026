// Three tools for whoever files, and for whoever hires. Nothing that is sent is kept.
import { pedir } from "./base/api.js";
import { el, h } from "./base/dom.js";
import { periodo } from "./base/formato.js";
import { empezarArchivo } from "./valida/archivo.js";
import { empezarAsistente } from "./valida/asistente.js";
import { empezarProveedores } from "./valida/proveedores.js";

empezarArchivo();
empezarAsistente();
empezarProveedores();

// The cuatrimestres that there are to choose from, the latest that has ended first.
try {
  const hoy = new Date().toISOString().slice(0, 10);
  const { periodos } = await pedir("/v1/calendario");
  const opciones = periodos.filter((uno) => finDe(uno) < hoy).reverse();
  for (const select of [el("asistente-periodo"), el("masiva-periodo")]) select.append(...opciones.map((uno) => h("option", { value: uno.periodo }, periodo(uno.periodo))));
} catch {
  // They are only a help: both tools work without.
}

function finDe({ ejercicio, cuatrimestre }) {
  return `${ejercicio}-${["04-30", "08-31", "12-31"][cuatrimestre - 1]}`;
}
