// A list of suppliers, looked for all at once.
import { Falla, direccion, enviar } from "../base/api.js";
import { el, h, poner } from "../base/dom.js";
import { cuantos, etiqueta, numero } from "../base/formato.js";
import { falla, nombre, tabla } from "../base/piezas.js";

const RUTA = "/v1/consultas-masivas";

const ESTADOS = {
  publico: ["sello", "En el Listado Público"],
  inconsistente: ["sello alerta", "Con información inconsistente"],
  ambos: ["sello alerta", "En los dos listados"],
  sin_informacion: ["sello", "Presentó «Sin información»"],
  solo_anteriores: ["sello", "Sólo en anteriores"],
  ausente: ["sello mal", "No está"],
  dudoso: ["sello alerta", "No se sabe quién es"],
};

const CON_CONTRATANTE = { si: "Sí", no: "No", dudoso: "No se sabe" };

const FORMATOS = [["xlsx", "Excel"], ["csv", "CSV"]];

export function empezarProveedores() {
  const forma = el("masiva");
  forma.addEventListener("submit", (evento) => {
    evento.preventDefault();
    const nombres = forma.nombres.value.split("\n").map((renglon) => renglon.trim()).filter(Boolean);
    if (nombres.length === 0) {
      poner(el("consultados"), h("p", { class: "falla" }, "Escribe al menos un nombre."));
      return;
    }
    preguntar({ nombres }, "application/json");
  });
  el("lista").addEventListener("change", (evento) => {
    const [archivo] = evento.target.files;
    if (!archivo) return;
    const cuerpo = new FormData();
    cuerpo.append("archivo", archivo);
    preguntar(cuerpo, null);
    evento.target.value = "";
  });
}

async function preguntar(cuerpo, tipo) {
  const salida = el("consultados");
  const forma = el("masiva");
  const parametros = { contratante: forma.contratante.value.trim(), periodo: forma.periodo.value, rol: "contratista" };
  poner(salida, h("p", { class: "cargando" }, "Consultando…"));
  try {
    const respuesta = await enviar(direccion(RUTA, parametros), cuerpo, tipo);
    pintar(salida, respuesta, parametros.contratante !== "", (formato) => descargar(direccion(RUTA, { ...parametros, formato }), cuerpo, tipo, formato));
  } catch (error) {
    poner(salida, falla(error));
  }
}

function pintar(salida, respuesta, conContratante, bajar) {
  const fallo = h("div");
  poner(
    salida,
    h("h3", { tabindex: "-1" }, cuantos(respuesta.datos.length, "proveedor", "proveedores")),
    h("p", { class: "nota" }, respuesta.aviso_homonimia),
    tabla(
      "Tus proveedores",
      [
        ["Escribiste", (linea) => linea.ref],
        ["Está", (linea) => h("span", { class: (ESTADOS[linea.estado] ?? ["sello"])[0] }, ESTADOS[linea.estado]?.[1] ?? linea.estado)],
        ["En los listados", (linea) => (linea.candidatos.length === 0 ? "—" : h("ul", { class: "sin-vinetas" }, linea.candidatos.slice(0, linea.estado === "dudoso" ? 5 : 1).map((candidato) => h("li", null, nombre(candidato), h("small", null, ` ${etiqueta("tipo_persona", candidato.tipo_persona)}`)))))],
        ["Contratos", (linea) => (linea.contratos === null ? "—" : numero(linea.contratos)), true],
        ...(conContratante ? [["¿Contigo?", (linea) => CON_CONTRATANTE[linea.con_contratante] ?? "—"]] : []),
      ],
      respuesta.datos,
    ),
    h(
      "p",
      { class: "en-linea" },
      FORMATOS.map(([formato, titulo]) => h("button", { type: "button", class: "boton secundario", onclick: () => bajar(formato).catch((error) => poner(fallo, falla(error))) }, `Descargar en ${titulo}`)),
    ),
    fallo,
  );
  // Whoever listens hears that it is there, and not all of it.
  salida.querySelector("h3").focus();
}

// The same question, answered as a file: it is asked again because nothing of it was kept.
async function descargar(ruta, cuerpo, tipo, formato) {
  const respuesta = await fetch(ruta, { method: "POST", body: tipo ? JSON.stringify(cuerpo) : cuerpo, headers: tipo ? { "Content-Type": tipo } : {} });
  if (!respuesta.ok) throw new Falla(await respuesta.json(), respuesta.status);
  const enlace = h("a", { href: URL.createObjectURL(await respuesta.blob()), download: `proveedores.${formato}` });
  enlace.click();
  URL.revokeObjectURL(enlace.href);
}
