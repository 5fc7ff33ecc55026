// Search. The address is all the state there is: what it says is asked of /v1 as it is, and every control only changes the address.
import { direccion, pedir } from "./base/api.js";
import { el, h, poner } from "./base/dom.js";
import { conteo, etiqueta, periodo, publicacion } from "./base/formato.js";
import { avisoDeEstado, falla, filaDeContrato, filaDeInformativa, listaSinFin } from "./base/piezas.js";
import { destino, sugerir } from "./base/sugerencias.js";

const FACETAS = [
  ["lista", "Lista", (valor) => etiqueta("lista", valor)],
  ["periodo", "Cuatrimestre", periodo],
  ["tipo_persona_contratista", "El contratista es", (valor) => etiqueta("tipo_persona", valor)],
  ["tipo_persona_contratante", "El cliente es", (valor) => etiqueta("tipo_persona", valor)],
  ["tipo_informativa", "Informativa", (valor) => etiqueta("tipo_informativa", valor)],
  ["inconsistencia", "Inconsistencia", (valor) => etiqueta("inconsistencia", valor)],
];

const ORDENES = {
  contratos: [["", "El más parecido"], ["-fecha_inicio", "Inicio más reciente"], ["fecha_inicio", "Inicio más antiguo"], ["-personas_trabajadoras", "Más personas"], ["contratista", "Contratista, A-Z"], ["contratante", "Cliente, A-Z"], ["-periodo", "Cuatrimestre más reciente"]],
  informativas: [["", "El más parecido"], ["-fecha_presentacion", "Presentación más reciente"], ["-contratos", "Más contratos"], ["contratista", "Contratista, A-Z"], ["-periodo", "Cuatrimestre más reciente"]],
};

const NOMBRES = {
  contratista: "Contratista", contratante: "Cliente", servicio: "Servicio", contratista_clave: "Clave del contratista", contratante_clave: "Clave del cliente",
  parte_clave: "Clave", folio_contrato: "Folio", folio_informativa: "Folio de informativa", vigente_en: "Vigentes el", fecha_inicio_desde: "Inician desde",
  fecha_inicio_hasta: "Inician hasta", fecha_fin_desde: "Terminan desde", fecha_fin_hasta: "Terminan hasta", fecha_presentacion_desde: "Presentadas desde",
  fecha_presentacion_hasta: "Presentadas hasta", personas_trabajadoras_min: "Personas, al menos", personas_trabajadoras_max: "Personas, a lo más",
  con_contratos: "Con contratos", aproximar: "También parecidos", ejercicio: "Año", cuatrimestre: "Cuatrimestre", observacion: "Observación", sin: "Sin", publicacion: "Publicación",
};

const FORMATOS = [["xlsx", "Excel"], ["csv", "CSV"], ["ndjson", "NDJSON"]];

// What both contracts and informativas are looked for by.
const SIRVEN_A_AMBOS = new Set(["contratista", "contratista_clave", "parte_clave", "folio_contrato", "folio_informativa", "fecha_presentacion_desde", "fecha_presentacion_hasta", "aproximar", "ejercicio", "observacion", "publicacion"]);

// What may be asked for: whatever others hang on a shared link is left aside.
const FILTROS = new Set(["q", ...FACETAS.map(([nombre]) => nombre), ...Object.keys(NOMBRES)]);

const caja = el("q");
let parametros = new URLSearchParams(location.search);
let siguiente = null;
let vuelta = 0;

const ver = () => (parametros.get("ver") === "informativas" ? "informativas" : "contratos");
const filtros = () => [...parametros].filter(([nombre, valor]) => FILTROS.has(nombre) && valor !== "");

// The query as /v1 takes it.
function consulta(extras = {}) {
  const pares = filtros();
  if (parametros.get("orden")) pares.push(["orden", parametros.get("orden")]);
  return new URLSearchParams([...pares, ...Object.entries(extras)]).toString();
}

function cambiar(hacer) {
  hacer(parametros);
  for (const [nombre, valor] of [...parametros]) if (valor === "") parametros.delete(nombre, "");
  history.pushState(null, "", direccionDe(parametros));
  buscar();
}

const direccionDe = (pares) => (pares.size > 0 ? `/buscar?${pares}` : "/buscar");

async function buscar() {
  const esta = ++vuelta;
  pintarControles();
  el("resultados").hidden = false;
  el("cuantos").textContent = "Buscando…";
  el("filas").setAttribute("aria-busy", "true");
  try {
    const pagina = await pedir(`/v1/${ver()}?${consulta({ incluir: "conteo,facetas", limite: 25 })}`);
    // Another search began meanwhile.
    if (esta !== vuelta) return;
    pintar(pagina);
  } catch (error) {
    if (esta !== vuelta) return;
    siguiente = null;
    el("cuantos").textContent = "No se pudo buscar";
    poner(el("avisos"), falla(error), acotar(error));
    poner(el("filas"));
    poner(el("facetas"));
    el("mas").hidden = el("llevar").hidden = true;
  }
  el("filas").removeAttribute("aria-busy");
}

function pintar(pagina) {
  const [uno, varios] = ver() === "contratos" ? ["contrato", "contratos"] : ["informativa", "informativas"];
  const titulo = pagina.conteo.valor === 0 ? `Ningún${ver() === "contratos" ? "" : "a"} ${uno}` : `${conteo(pagina.conteo)} ${pagina.conteo.valor === 1 ? uno : varios}`;
  el("cuantos").textContent = titulo;
  const texto = parametros.get("q");
  document.title = `${texto ? `${texto}: ` : ""}${titulo} · Listados ICSOE`;
  poner(el("estado"), parametros.get("publicacion") ? avisoDeEstado(pagina.publicacion) : null);
  poner(el("avisos"), quizaQuisoDecir(pagina), sinContratos(pagina), pagina.aviso_homonimia && pagina.datos.length > 0 && h("p", { class: "nota" }, pagina.aviso_homonimia));
  poner(el("filas"), filasDe(pagina));
  pintarFacetas(pagina.facetas);
  seguir(pagina);
  el("llevar").hidden = pagina.datos.length === 0;
  poner(
    el("descargas"),
    FORMATOS.map(([formato, nombre]) => h("a", { href: `/v1/exportaciones/${ver()}.${formato}?${consulta()}`, download: true }, nombre)),
    h("a", { href: direccion("/programar", { consulta: `/v1/${ver()}?${consulta()}` }) }, "Desde tu programa"),
  );
  el("copiar").onclick = () => copiar(pagina.publicacion);
}

const filasDe = (pagina) => pagina.datos.map((fila) => (ver() === "contratos" ? filaDeContrato : filaDeInformativa)(fila, parametros.get("publicacion")));

function seguir(pagina) {
  siguiente = pagina.siguiente;
  el("mas").hidden = siguiente === null;
}

function quizaQuisoDecir(pagina) {
  if (pagina.quiza_quiso_decir.length === 0) {
    if (pagina.datos.length > 0 || parametros.has("aproximar") || !filtros().some(([nombre]) => ["q", "contratista", "contratante", "servicio"].includes(nombre))) return null;
    return h("p", { class: "aviso" }, "Nada se escribe así. ", h("button", { type: "button", class: "plano", onclick: () => cambiar((pares) => pares.set("aproximar", "si")) }, "Buscar también lo que se parezca"));
  }
  return h(
    "p",
    { class: "aviso" },
    "Quizá quisiste decir ",
    pagina.quiza_quiso_decir.map(({ parametro, valor }, lugar) => [
      lugar > 0 && " o ",
      h("button", { type: "button", class: "plano", onclick: () => cambiar((pares) => pares.set(parametro, valor)) }, valor),
    ]),
    ".",
  );
}

function sinContratos(pagina) {
  const otras = pagina.informativas_sin_contratos;
  return (
    otras &&
    h("p", { class: "aviso" }, `Hay ${conteo(otras.conteo)} informativas sin contratos que sí nombran a quien buscas. `, h("button", { type: "button", class: "plano", onclick: () => cambiar((pares) => pares.set("ver", "informativas")) }, "Verlas"))
  );
}

// A query that costs too much says which filters would narrow it.
const acotar = (error) =>
  error.problema?.acotar?.length > 0 && h("p", { class: "nota" }, `Prueba a filtrar por ${error.problema.acotar.map((nombre) => NOMBRES[nombre]?.toLowerCase() ?? nombre.replaceAll("_", " ")).join(", ")}.`);

function pintarFacetas(facetas) {
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
            h("input", { type: "checkbox", name: nombre, value: valor, checked: puestos.includes(valor), onchange: (evento) => alternar(nombre, valor, evento.target.checked) }),
            h("span", null, escribir(valor)),
            h("span", { class: "cuanto" }, conteo(cuanto)),
          ),
        ),
      );
    }),
  );
}

function alternar(nombre, valor, puesto) {
  cambiar((pares) => (puesto ? pares.append(nombre, valor) : pares.delete(nombre, valor)));
  // The boxes are drawn anew: the focus stays on the same one.
  queueMicrotask(() => document.querySelector(`input[name="${nombre}"][value="${CSS.escape(valor)}"]`)?.focus());
}

function pintarControles() {
  caja.value = parametros.get("q") ?? "";
  el("ver").value = ver();
  poner(el("orden"), ORDENES[ver()].map(([valor, nombre]) => h("option", { value: valor }, nombre)));
  el("orden").value = parametros.get("orden") ?? "";
  for (const campo of el("forma-filtros").elements) if (campo.name) campo.value = parametros.get(campo.name) ?? "";
  const deFaceta = new Set(FACETAS.map(([nombre]) => nombre));
  const puestos = filtros().filter(([nombre]) => nombre !== "q");
  poner(
    el("puestos"),
    puestos.map(([nombre, valor]) => {
      const faceta = FACETAS.find(([una]) => una === nombre);
      const escrito = faceta ? faceta[2](valor) : nombre === "publicacion" && valor !== "ultima" ? publicacion(valor) : valor;
      const texto = deFaceta.has(nombre) ? escrito : `${NOMBRES[nombre] ?? nombre}: ${escrito}`;
      return h("li", null, h("button", { type: "button", class: "quitar", "aria-label": `Quitar ${texto}`, onclick: () => cambiar((pares) => pares.delete(nombre, valor)) }, `${texto} ✕`));
    }),
  );
}

async function copiar(id) {
  const fija = new URLSearchParams(parametros);
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
    // What only one of them takes.
    for (const nombre of evento.target.value === "contratos" ? ["con_contratos"] : Object.keys(NOMBRES).concat("tipo_persona_contratante")) {
      if (!SIRVEN_A_AMBOS.has(nombre)) pares.delete(nombre);
    }
  }),
);
listaSinFin(el("filas"), el("mas"), async () => {
  const esta = vuelta;
  const pagina = await pedir(`/v1/${ver()}?${consulta({ limite: 25, cursor: siguiente })}`);
  if (esta !== vuelta) return [];
  seguir(pagina);
  return filasDe(pagina);
});
window.addEventListener("popstate", () => {
  parametros = new URLSearchParams(location.search);
  buscar();
});
sugerir(caja, (sugerencia) => location.assign(destino(sugerencia)));
el("filtros").open = matchMedia("(min-width: 62rem)").matches;
el("mas-filtros").open = [...el("forma-filtros").elements].some((campo) => campo.name && parametros.has(campo.name));
buscar();
