// A contract: what the lists say of its folio, and everything that happened to it.
import { direccion, pedir } from "./base/api.js";
import { diferencias } from "./base/diferencias.js";
import { el, ficha, h, poner } from "./base/dom.js";
import { dia, diaDe, etiqueta, numero, periodo, publicacion } from "./base/formato.js";
import { avisoDeEstado, falla, nombre, selloDeLista } from "./base/piezas.js";

const MOTIVOS = { ausente: "no la trae", ilegible: "no se puede leer", posterior_al_fin: "es posterior a la de fin", fuera_del_periodo: "cae fuera del cuatrimestre" };

const parametros = new URLSearchParams(location.search);
const folio = parametros.get("folio") ?? "";
const pedida = parametros.get("publicacion");
const ruta = `/v1/contratos/${encodeURIComponent(folio)}`;
const zona = el("contrato");

// Of a folio that left, the API says where it was last seen.
async function leer() {
  try {
    return { pagina: await pedir(direccion(ruta, { publicacion: pedida })) };
  } catch (error) {
    const ultima = error.problema?.ultima_publicacion;
    if (error.estado !== 410 || !ultima) throw error;
    return { pagina: await pedir(direccion(ruta, { publicacion: ultima })), ultima };
  }
}

function contrato(fila) {
  return h(
    "section",
    { class: "tarjeta" },
    h("h2", null, fila.servicio ?? "Sin servicio u obra reportado"),
    h("p", null, selloDeLista(fila.lista) || h("span", { class: "sello" }, etiqueta("lista", fila.lista))),
    ficha([
      ["Contratista", [nombre(fila.contratista, pedida), tipo(fila.contratista)]],
      ["Cliente (contratante)", [nombre(fila.contratante, pedida), tipo(fila.contratante)]],
      ["Folio del contrato", fila.folio],
      ["Inicio", dia(fila.fecha_inicio) ?? "Sin dato"],
      ["Fin", dia(fila.fecha_fin) ?? "No se reportó; es opcional"],
      ["Personas trabajadoras", fila.personas_trabajadoras === null ? "Sin dato" : numero(fila.personas_trabajadoras)],
      ["Cuatrimestre", periodo(fila.periodo)],
      ["Informativa", [fila.informativa.folio && h("a", { href: direccion("/buscar", { ver: "informativas", folio_informativa: fila.informativa.folio, publicacion: pedida }) }, fila.informativa.folio), fila.informativa.tipo && `, ${etiqueta("tipo_informativa", fila.informativa.tipo)}`]],
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
          " ",
          h("a", { href: `/como-solventar#${encodeURIComponent(hallazgo.codigo)}` }, "¿Cómo solventar?"),
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
    uno.dias_inconsistente !== null && h("p", { class: "detalle" }, `Estuvo ${numero(uno.dias_inconsistente)} días con información inconsistente.`),
    diferencias(uno),
  );
}

function titulo({ cambio, antes, despues }) {
  if (cambio === "aparece") return `Aparece en el ${nombreDe(despues.lista)}`;
  if (cambio === "desaparece") return `Ya no aparece en el ${nombreDe(antes.lista)}`;
  if (cambio === "cambia_de_lista") return `Pasa al ${nombreDe(despues.lista)}`;
  return "Cambia";
}

const nombreDe = (lista) => (lista === "publico" ? "Listado Público" : "Listado con Información Inconsistente");

async function empezar() {
  try {
    const [{ pagina, ultima }, historia] = await Promise.all([leer(), pedir(direccion(`${ruta}/historia`, { publicacion: pedida }))]);
    const salida = historia.datos.findLast((uno) => uno.cambio === "desaparece");
    document.title = `Contrato ${folio} · Listados ICSOE`;
    poner(
      zona,
      h("h1", null, "Contrato ", folio),
      ultima && h("p", { class: "aviso" }, h("strong", null, `Ya no aparece desde la publicación de ${publicacion(salida?.publicacion ?? pagina.publicacion)}. `), `Esto decía la de ${publicacion(ultima)}.`),
      pedida && avisoDeEstado(pagina.publicacion),
      pagina.datos.length > 1 && h("p", { class: "nota" }, `El folio está en ${numero(pagina.datos.length)} renglones.`),
      pagina.datos.map(contrato),
      h("section", null, h("h2", null, "Historia"), h("ol", { class: "historia" }, historia.datos.map(hecho))),
      h("p", null, h("a", { href: direccion("/v1/comprobantes", { folio, publicacion: pedida }) }, "Comprobante de que está en la publicación (JSON)"), " · ", h("a", { href: direccion("/programar", { consulta: ruta }) }, "Desde tu programa")),
    );
  } catch (error) {
    poner(zona, h("h1", null, "Contrato ", folio), falla(error), h("p", null, h("a", { href: "/buscar" }, "Buscar otro")));
  }
}

empezar();
