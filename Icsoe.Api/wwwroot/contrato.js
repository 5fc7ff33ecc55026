// A contract: what the lists say of its folio, and everything that happened to it.
import { direccion, leerOUltima, pedir } from "./base/api.js";
import { diferencias } from "./base/diferencias.js";
import { el, ficha, h, poner } from "./base/dom.js";
import { cuantos, dia, diaDe, etiqueta, numero, periodo, publicacion, seSolventa } from "./base/formato.js";
import { avisoDeEstado, falla, nombre, selloDeLista, titular } from "./base/piezas.js";

const MOTIVOS = { ausente: "no la trae", ilegible: "no se puede leer", posterior_al_fin: "es posterior a la de fin", fuera_del_periodo: "cae fuera del cuatrimestre" };

const parametros = new URLSearchParams(location.search);
const folio = parametros.get("folio")?.trim() ?? "";
const pedida = parametros.get("publicacion");
const ruta = `/v1/contratos/${encodeURIComponent(folio)}`;
const zona = el("contrato");

function contrato(fila, id) {
  return h(
    "section",
    { class: "tarjeta" },
    h("h2", null, fila.servicio ?? "Sin servicio u obra reportado"),
    h("p", null, selloDeLista(fila.lista) || h("span", { class: "sello" }, etiqueta("lista", fila.lista))),
    ficha([
      ["Contratista", [nombre(fila.contratista, id), tipo(fila.contratista)]],
      ["Cliente (contratante)", [nombre(fila.contratante, id), tipo(fila.contratante)]],
      ["Folio del contrato", fila.folio],
      ["Inicio", dia(fila.fecha_inicio) ?? "Sin dato"],
      ["Fin", dia(fila.fecha_fin) ?? "No se reportó; es opcional"],
      ["Personas trabajadoras", fila.personas_trabajadoras === null ? "Sin dato" : numero(fila.personas_trabajadoras)],
      ["Cuatrimestre", periodo(fila.periodo)],
      ["Informativa", [fila.informativa.folio && h("a", { href: direccion("/buscar", { ver: "informativas", folio_informativa: fila.informativa.folio, publicacion: id }) }, fila.informativa.folio), fila.informativa.tipo && `, ${etiqueta("tipo_informativa", fila.informativa.tipo)}`]],
      ["Presentación", dia(fila.informativa.fecha_presentacion) ?? "Sin dato"],
    ]),
    fila.servicio_enmascarado && h("p", { class: "nota" }, "En el texto del servicio se ocultó un dato personal."),
    hallazgos("Lo que señala la lista", fila.inconsistencias),
    hallazgos("Lo que notan nuestras reglas, sin valor oficial", fila.observaciones),
  );
}

const tipo = (parte) => parte.tipo_persona && h("small", null, ` ${etiqueta("tipo_persona", parte.tipo_persona)}`);

function hallazgos(titulo, lista) {
  if (lista.length === 0) return null;
  return [
    h("h3", null, titulo),
    h(
      "ul",
      null,
      lista.map((hallazgo) =>
        h(
          "li",
          null,
          hallazgo.texto,
          hallazgo.motivo && ` (${MOTIVOS[hallazgo.motivo] ?? hallazgo.motivo})`,
          hallazgo.contrato && hallazgo.contrato !== folio && ` En el contrato ${hallazgo.contrato}.`,
          hallazgo.declarados !== null && ` Declaró ${numero(hallazgo.declarados)} y presentó ${numero(hallazgo.presentados)}.`,
          hallazgo.relacionadas.length > 0 && ` Con: ${hallazgo.relacionadas.join(", ")}.`,
          seSolventa(hallazgo.codigo) && [" ", h("a", { href: `/como-solventar#${hallazgo.codigo}` }, "¿Cómo solventar?")],
        ),
      ),
    ),
  ];
}

function hecho(uno) {
  return h(
    "li",
    null,
    h("h3", null, titulo(uno)),
    h("p", { class: "detalle" }, `Publicación de ${publicacion(uno.publicacion)}, del ${diaDe(uno.sellada_en)}`),
    uno.dias_inconsistente !== null && h("p", { class: "detalle" }, `Estuvo ${cuantos(uno.dias_inconsistente, "día")} con información inconsistente.`),
    diferencias(uno),
  );
}

function titulo({ cambio, antes, despues }) {
  if (cambio === "aparece") return `Aparece en el ${etiqueta("listado", despues.lista)}`;
  if (cambio === "desaparece") return `Ya no aparece en el ${etiqueta("listado", antes.lista)}`;
  if (cambio === "cambia_de_lista") return `Pasa al ${etiqueta("listado", despues.lista)}`;
  return "Cambia";
}

async function empezar() {
  // Dots alone would be another address.
  if (/^\.{0,2}$/.test(folio)) {
    poner(zona, h("h1", null, "Contrato"), h("p", { class: "aviso" }, "Falta el folio. ", h("a", { href: "/buscar" }, "Busca el contrato")));
    return;
  }
  try {
    const [{ recurso: pagina, ultima }, historia] = await Promise.all([leerOUltima(ruta, pedida), pedir(direccion(`${ruta}/historia`, { publicacion: pedida }))]);
    const id = ultima ?? pedida;
    const salida = historia.datos.findLast((uno) => uno.cambio === "desaparece");
    titular(`Contrato ${folio}`);
    el("dicho").textContent = "Ya se muestra el contrato.";
    poner(
      zona,
      h("h1", null, "Contrato ", folio),
      ultima && h("p", { class: "aviso" }, h("strong", null, salida ? `Ya no aparece desde la publicación de ${publicacion(salida.publicacion)}. ` : "Ya no aparece. "), `Esto decía la de ${publicacion(ultima)}.`),
      pedida && avisoDeEstado(pagina.publicacion),
      pagina.datos.length > 1 && h("p", { class: "nota" }, `El folio está en ${numero(pagina.datos.length)} renglones.`),
      pagina.datos.map((fila) => contrato(fila, id)),
      h("section", null, h("h2", null, "Historia"), h("ol", { class: "historia" }, historia.datos.map(hecho))),
      h("p", null, h("a", { href: direccion("/v1/comprobantes", { folio, publicacion: id }) }, "Comprobante de que está en la publicación (JSON)"), " · ", h("a", { href: direccion("/programar", { consulta: direccion(ruta, { publicacion: id }) }) }, "Desde tu programa")),
    );
  } catch (error) {
    poner(zona, h("h1", null, "Contrato ", folio), falla(error), h("p", null, h("a", { href: "/buscar" }, "Buscar otro")));
  }
}

empezar();
