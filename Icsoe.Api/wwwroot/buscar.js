// Search. The address is all the state there is: what it says is asked of /v1 as it is, and every control only changes the address.
import { direccion, pedir } from "./base/api.js";
import { el, h, poner } from "./base/dom.js";
import { conteo, etiqueta, periodo, publicacion } from "./base/formato.js";
import { avisoDeEstado, falla, filaDeContrato, filaDeInformativa, listaSinFin, titular } from "./base/piezas.js";
import { destino, sugerir } from "./base/sugerencias.js";
import { turno } from "./base/turno.js";

const FACETAS = [
  ["lista", "Lista", (valor) => etiqueta("lista", valor)],
  ["periodo", "Cuatrimestre", periodo],
  ["tipo_persona_contratista", "El contratista es", (valor) => etiqueta("tipo_persona", valor)],
  ["tipo_persona_contratante", "El cliente es", (valor) => etiqueta("tipo_persona", valor)],
  ["tipo_informativa", "Informativa", (valor) => etiqueta("tipo_informativa", valor)],
  ["inconsistencia", "Inconsistencia", (valor) => etiqueta("inconsistencia", valor)],
];

// After the one that goes without saying.
const ORDENES = {
  contratos: [["-fecha_inicio", "Inicio más reciente"], ["fecha_inicio", "Inicio más antiguo"], ["-personas_trabajadoras", "Más personas"], ["contratista", "Contratista, A-Z"], ["contratante", "Cliente, A-Z"], ["-periodo", "Cuatrimestre más reciente"]],
  informativas: [["-fecha_presentacion", "Presentación más reciente"], ["-contratos", "Más contratos"], ["contratista", "Contratista, A-Z"], ["-periodo", "Cuatrimestre más reciente"]],
};

const NOMBRES = {
  contratista: "Contratista", contratante: "Cliente", servicio: "Servicio", contratista_clave: "Clave del contratista", contratante_clave: "Clave del cliente",
  parte_clave: "Clave", folio_contrato: "Folio", folio_informativa: "Folio de informativa", vigente_en: "Vigentes el", fecha_inicio_desde: "Inician desde",
  fecha_inicio_hasta: "Inician hasta", fecha_fin_desde: "Terminan desde", fecha_fin_hasta: "Terminan hasta", fecha_presentacion_desde: "Presentadas desde",
  fecha_presentacion_hasta: "Presentadas hasta", personas_trabajadoras_min: "Personas, al menos", personas_trabajadoras_max: "Personas, a lo más",
  con_contratos: "Con contratos", aproximar: "También parecidos", ejercicio: "Año", cuatrimestre: "Cuatrimestre", observacion: "Observación", sin: "Sin", publicacion: "Publicación",
};

// What is looked for as text, and so is found by its likeness.
const TEXTOS = ["q", "contratista", "contratante", "servicio"];

// Each with what its link asks besides: a CSV is opened in a spreadsheet more often than not.
const FORMATOS = [["xlsx", "Excel", {}], ["csv", "CSV", { para: "excel" }], ["ndjson", "NDJSON", {}]];

// What only one of them is looked for by.
const SOLO_DE = {
  contratos: ["contratante", "servicio", "contratante_clave", "tipo_persona_contratante", "fecha_inicio_desde", "fecha_inicio_hasta", "fecha_fin_desde", "fecha_fin_hasta", "vigente_en", "sin", "personas_trabajadoras_min", "personas_trabajadoras_max"],
  informativas: ["con_contratos"],
};

// What may be asked for: whatever others hang on a shared link is left aside.
const FILTROS = new Set(["q", ...FACETAS.map(([nombre]) => nombre), ...Object.keys(NOMBRES)]);

const caja = el("q");
let parametros = new URLSearchParams(location.search);
const nueva = turno();

const ver = () => (parametros.get("ver") === "informativas" ? "informativas" : "contratos");
const ajenos = () => SOLO_DE[ver() === "contratos" ? "informativas" : "contratos"];
const filtros = () => [...parametros].filter(([nombre, valor]) => FILTROS.has(nombre) && valor !== "");
const estado = () => parametros.get("publicacion");
const hayTexto = () => filtros().some(([nombre]) => TEXTOS.includes(nombre));

// The query as /v1 takes it.
function consulta(extras = {}) {
  const pares = filtros();
  if (parametros.get("orden")) pares.push(["orden", parametros.get("orden")]);
  return new URLSearchParams([...pares, ...Object.entries(extras)]).toString();
}

function cambiar(hacer) {
  hacer(parametros);
  for (const [nombre, valor] of [...parametros]) if (valor === "") parametros.delete(nombre, "");
  // The same search again is not another place to go back to.
  if (direccionDe(parametros) !== location.pathname + location.search) history.pushState(null, "", direccionDe(parametros));
  buscar();
}

// A change by a button that goes away with it: whoever goes by keyboard is left where it tells what was found.
function cambiarDesdeAqui(hacer) {
  el("cuantos").focus();
  cambiar(hacer);
}

const direccionDe = (pares) => (pares.size > 0 ? `/buscar?${pares}` : "/buscar");

async function buscar() {
  const vale = nueva();
  seguir();
  el("resultados").hidden = false;
  el("cuantos").textContent = "Buscando…";
  el("copiado").textContent = "";
  el("filas").setAttribute("aria-busy", "true");
  try {
    pintarControles();
    const pagina = await pedir(`/v1/${ver()}?${consulta({ incluir: "conteo,facetas", limite: 25 })}`);
    // Another search began meanwhile.
    if (!vale()) return;
    pintar(pagina);
  } catch (error) {
    if (!vale()) return;
    el("cuantos").textContent = "No se pudo buscar";
    titular("No se pudo buscar");
    if (el("facetas").contains(document.activeElement)) el("cuantos").focus();
    poner(el("avisos"), falla(error), acotar(error));
    for (const id of ["estado", "filas", "facetas"]) poner(el(id));
    el("llevar").hidden = true;
  }
  el("filas").removeAttribute("aria-busy");
}

function pintar(pagina) {
  const [uno, ninguno] = ver() === "contratos" ? ["contrato", "Ningún contrato"] : ["informativa", "Ninguna informativa"];
  const titulo = pagina.conteo.valor === 0 ? ninguno : conteo(pagina.conteo, uno);
  el("cuantos").textContent = titulo;
  const texto = parametros.get("q");
  titular(`${texto ? `${texto}: ` : ""}${titulo}`);
  poner(el("estado"), estado() ? avisoDeEstado(pagina.publicacion) : null);
  poner(el("avisos"), quizaQuisoDecir(pagina), sinContratos(pagina), pagina.aviso_homonimia && pagina.datos.length > 0 && h("p", { class: "nota" }, pagina.aviso_homonimia));
  poner(el("filas"), filasDe(pagina));
  pintarFacetas(pagina.facetas);
  seguir(pagina.siguiente);
  el("llevar").hidden = pagina.datos.length === 0;
  poner(
    el("descargas"),
    FORMATOS.map(([formato, nombre, extras]) => h("a", { href: `/v1/exportaciones/${ver()}.${formato}?${consulta(extras)}`, download: true }, nombre)),
    h("a", { href: direccion("/programar", { consulta: `/v1/${ver()}?${consulta()}` }) }, "Desde tu programa"),
  );
  el("copiar").onclick = () => copiar(pagina.publicacion);
}

const filasDe = (pagina) => pagina.datos.map((fila) => (ver() === "contratos" ? filaDeContrato : filaDeInformativa)(fila, estado()));

function quizaQuisoDecir(pagina) {
  if (pagina.quiza_quiso_decir.length === 0) {
    if (!pagina.publicacion || pagina.datos.length > 0 || pagina.informativas_sin_contratos || parametros.has("aproximar") || !hayTexto()) return null;
    return h("p", { class: "aviso" }, "No hay resultados con esa ortografía. ", h("button", { type: "button", class: "plano", onclick: () => cambiarDesdeAqui((pares) => pares.set("aproximar", "si")) }, "Buscar también lo que se parezca"));
  }
  return h(
    "p",
    { class: "aviso" },
    "Quizá quisiste decir ",
    pagina.quiza_quiso_decir.map(({ parametro, valor }, lugar) => [
      lugar > 0 && " o ",
      h("button", { type: "button", class: "plano", onclick: () => cambiarDesdeAqui((pares) => pares.set(parametro, valor)) }, valor),
    ]),
    ".",
  );
}

// Those who file that they have no contracts. The API says with which query they are found.
function sinContratos({ informativas_sin_contratos: otras }) {
  if (!otras) return null;
  const nombran = otras.conteo.valor === 1 ? "nombra" : "nombran";
  return h(
    "p",
    { class: "aviso" },
    `Hay ${conteo(otras.conteo, "informativa")} sin contratos que sí ${nombran} a quien buscas. `,
    h("a", { href: `/buscar?ver=informativas&${otras.url.split("?")[1]}` }, "Verlas"),
  );
}

// A query that costs too much says which filters would narrow it.
const acotar = (error) =>
  error.problema?.acotar?.length > 0 && h("p", { class: "nota" }, `Intenta filtrar por ${error.problema.acotar.map((nombre) => NOMBRES[nombre]?.toLowerCase() ?? nombre.replaceAll("_", " ")).join(", ")}.`);

function pintarFacetas(facetas) {
  const { name, value } = el("facetas").contains(document.activeElement) ? document.activeElement : {};
  poner(
    el("facetas"),
    FACETAS.map(([nombre, titulo, escribir]) => {
      const puestos = parametros.getAll(nombre);
      const valores = [...facetas[nombre], ...puestos.filter((valor) => !facetas[nombre].some((una) => una.valor === valor)).map((valor) => ({ valor, conteo: { valor: 0, relacion: "exacto" } }))];
      if (valores.length === 0) return null;
      if (nombre === "periodo") valores.reverse();
      return h(
        "fieldset",
        null,
        h("legend", null, titulo),
        valores.map(({ valor, conteo: cuanto }) =>
          h(
            "label",
            { class: "opcion" },
            h("input", { type: "checkbox", name: nombre, value: valor, checked: puestos.includes(valor), onchange: ({ target }) => cambiar((pares) => (target.checked ? pares.append(nombre, valor) : pares.delete(nombre, valor))) }),
            h("span", null, escribir(valor)),
            h("span", { class: "cuanto" }, conteo(cuanto)),
          ),
        ),
      );
    }),
  );
  // The boxes are drawn anew: the focus stays on the same one, or goes to what was found.
  if (name) (el("facetas").querySelector(`[name="${name}"][value="${CSS.escape(value)}"]`) ?? el("cuantos")).focus();
}

function pintarControles() {
  el("ver").value = ver();
  poner(el("orden"), [["", hayTexto() ? "El más parecido" : "Orden del listado"], ...ORDENES[ver()]].map(([valor, nombre]) => h("option", { value: valor }, nombre)));
  el("orden").value = parametros.get("orden") ?? "";
  // What is being written stays, unless the address says something new.
  const campos = [...el("forma-filtros").querySelectorAll("input")];
  for (const campo of [caja, ...campos]) {
    const dicho = parametros.get(campo.name) ?? "";
    if (campo.defaultValue !== dicho) campo.value = campo.defaultValue = dicho;
  }
  for (const campo of campos) campo.closest("p").hidden = campo.disabled = ajenos().includes(campo.name);
  const deFaceta = new Set(FACETAS.map(([nombre]) => nombre));
  const puestos = filtros().filter(([nombre]) => nombre !== "q");
  poner(
    el("puestos"),
    puestos.map(([nombre, valor]) => {
      const faceta = FACETAS.find(([una]) => una === nombre);
      const escrito = faceta ? faceta[2](valor) : nombre === "publicacion" ? publicacion(valor) : valor;
      const texto = deFaceta.has(nombre) ? escrito : `${NOMBRES[nombre] ?? nombre}: ${escrito}`;
      return h("li", null, h("button", { type: "button", class: "quitar", "aria-label": `Quitar ${texto}`, onclick: () => cambiarDesdeAqui((pares) => pares.delete(nombre, valor)) }, `${texto} ✕`));
    }),
  );
}

async function copiar(id) {
  // Nothing that others hung on the address goes along.
  const fija = new URLSearchParams([...filtros(), ...[...parametros].filter(([nombre]) => nombre === "ver" || nombre === "orden")]);
  fija.set("publicacion", id);
  const enlace = `${location.origin}${direccionDe(fija)}`;
  try {
    await navigator.clipboard.writeText(enlace);
    el("copiado").textContent = "Copiado.";
  } catch {
    // Without leave to write in the clipboard, it is there to be copied by hand.
    poner(el("copiado"), h("a", { href: enlace }, enlace));
  }
}

el("forma").addEventListener("submit", (evento) => {
  evento.preventDefault();
  cambiar((pares) => pares.set("q", caja.value.trim()));
});
el("forma-filtros").addEventListener("submit", (evento) => {
  evento.preventDefault();
  cambiar((pares) => {
    for (const [nombre, valor] of new FormData(evento.target)) pares.set(nombre, valor.trim());
  });
});
el("orden").addEventListener("change", (evento) => cambiar((pares) => pares.set("orden", evento.target.value)));
el("ver").addEventListener("change", (evento) =>
  cambiar((pares) => {
    pares.set("ver", evento.target.value === "contratos" ? "" : evento.target.value);
    pares.delete("orden");
    for (const nombre of ajenos()) pares.delete(nombre);
  }),
);
const seguir = listaSinFin(el("filas"), el("mas"), async (cursor) => {
  const pagina = await pedir(`/v1/${ver()}?${consulta({ limite: 25, cursor })}`);
  return [pagina, filasDe(pagina)];
});
window.addEventListener("popstate", () => {
  const otros = new URLSearchParams(location.search);
  // Going to a part of the page is no other search.
  if (String(otros) === String(parametros)) return;
  parametros = otros;
  buscar();
});
sugerir(caja, (sugerencia) => location.assign(destino(sugerencia, estado())), estado);
el("filtros").open = matchMedia("(min-width: 62rem)").matches;
el("mas-filtros").open = [...el("forma-filtros").elements].some((campo) => campo.name && parametros.has(campo.name));
buscar();
