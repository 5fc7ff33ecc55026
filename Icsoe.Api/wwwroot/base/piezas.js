// What several sections show alike.
import { direccion } from "./api.js";
import { h, poner } from "./dom.js";
import { cuantos, dia, etiqueta, numero, periodo, publicacion } from "./formato.js";
import { turno } from "./turno.js";

// What the server puts before every title while what it serves is the sample.
const MARCA = /^Ejemplo · |/.exec(document.title)[0];

/** Titles the page, with the mark of the sample when it has it. */
export function titular(texto) {
  document.title = `${MARCA}${texto} · Listados ICSOE`;
}

/** A name, linked to its page at the same publication. */
export const nombre = (parte, id) =>
  parte?.nombre ? (parte.clave ? h("a", { href: direccion("/nombre", { clave: parte.clave, publicacion: id }) }, parte.nombre) : parte.nombre) : "Sin nombre";

/** The seal of a list; the public one goes without saying. */
export const selloDeLista = (lista) => lista === "inconsistente" && h("span", { class: "sello alerta" }, etiqueta("lista", lista));

/** A contract as a result. */
export function filaDeContrato(contrato, id) {
  const titulo = contrato.servicio ?? "Sin servicio u obra reportado";
  return h(
    "li",
    { class: "fila" },
    h("h3", null, contrato.folio ? h("a", { href: direccion("/contrato", { folio: contrato.folio, publicacion: id }) }, titulo) : titulo),
    h("p", { class: "partes" }, nombre(contrato.contratista, id), h("span", { class: "entre" }, " para "), nombre(contrato.contratante, id)),
    h(
      "p",
      { class: "detalle" },
      [
        periodo(contrato.periodo),
        contrato.personas_trabajadoras === null ? "sin número de personas" : cuantos(contrato.personas_trabajadoras, "persona"),
        contrato.fecha_inicio && `desde el ${dia(contrato.fecha_inicio)}`,
        contrato.fecha_fin && `hasta el ${dia(contrato.fecha_fin)}`,
        contrato.folio && `folio ${contrato.folio}`,
      ]
        .filter(Boolean)
        .join(" · "),
    ),
    sellos(contrato),
  );
}

/** An informativa as a result. */
export const filaDeInformativa = (informativa, id) =>
  h(
    "li",
    { class: "fila" },
    h("h3", null, nombre(informativa.contratista, id)),
    h(
      "p",
      { class: "detalle" },
      [
        periodo(informativa.periodo),
        etiqueta("tipo_informativa", informativa.tipo),
        informativa.contratos === 0 ? "sin contratos" : cuantos(informativa.contratos, "contrato"),
        informativa.fecha_presentacion && `presentada el ${dia(informativa.fecha_presentacion)}${informativa.tardia ? ", tarde" : ""}`,
      ]
        .filter(Boolean)
        .join(" · "),
    ),
    informativa.folio && h("p", { class: "detalle" }, "Folio ", h("a", { href: direccion("/buscar", { folio_informativa: informativa.folio, publicacion: id }) }, informativa.folio)),
    sellos(informativa),
  );

function sellos(fila) {
  const codigos = [...new Set(fila.inconsistencias.map((hallazgo) => hallazgo.codigo))];
  const puestos = [
    selloDeLista(fila.lista),
    codigos.map((codigo) => h("span", { class: "sello alerta" }, etiqueta("inconsistencia", codigo))),
    fila.aproximado && h("span", { class: "sello" }, "Parecido"),
  ].flat().filter(Boolean);
  return puestos.length > 0 && h("p", null, puestos);
}

/** A problem of the API, with everything it says of what is wrong. */
export function falla(error) {
  const errores = error.problema?.errores ?? [];
  const titulo = error.problema?.title ?? "Algo falló.";
  return h(
    "div",
    { class: "falla", role: "alert" },
    h("p", null, titulo !== error.message && [h("strong", null, titulo), " "], error.message),
    errores.length > 1 && h("ul", null, errores.map((uno) => h("li", null, uno.parametro ? `${uno.parametro}: ` : "", uno.detalle))),
  );
}

/** Says that what is read is not the current state. */
export const avisoDeEstado = (id) =>
  h("p", { class: "estado anterior" }, h("strong", null, `Así estaba en la publicación de ${publicacion(id)}. `), h("a", { href: sinPublicacion() }, "Ver la vigente"));

function sinPublicacion() {
  const aqui = new URL(location.href);
  aqui.searchParams.delete("publicacion");
  return aqui.pathname + aqui.search;
}

/**
 * A table. A column is [title, cell of a row, whether it is a number]; its first cell heads the row. The roles are what it already is:
 * on a narrow window its rows are laid out as blocks, and some browsers would forget.
 */
export const tabla = (titulo, columnas, filas) =>
  h(
    "table",
    { class: "tabla", role: "table" },
    h("caption", { class: "oculto" }, titulo),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, columnas.map(([nombre, , esNumero]) => h("th", { scope: "col", role: "columnheader", class: esNumero && "numero" }, nombre)))),
    h(
      "tbody",
      { role: "rowgroup" },
      filas.map((fila) =>
        h(
          "tr",
          { role: "row" },
          columnas.map(([nombre, celda, esNumero], lugar) =>
            lugar === 0
              ? h("th", { scope: "row", role: "rowheader" }, escrito(celda(fila)))
              : h("td", { role: "cell", "data-columna": nombre, class: esNumero && "numero" }, escrito(celda(fila))),
          ),
        ),
      ),
    ),
  );

const escrito = (valor) => (typeof valor === "number" ? numero(valor) : valor);

/**
 * A list that grows: a button asks for the next page, and so does coming near to it, a few times in a row. What fails is told beside the
 * button, which stays. `traer` takes a cursor and gives the next page and its rows. Returns what begins another list where a cursor says;
 * without one there is nothing more, and what was on its way comes to nothing.
 */
export function listaSinFin(lista, boton, traer) {
  const nueva = turno();
  let siguiente = null;
  let seguidas = 0;
  let pedida = false;
  const aviso = h("div");
  boton.before(aviso);
  const observador = new IntersectionObserver((entradas) => {
    // The foot of the page must stay within reach.
    if (entradas.some((entrada) => entrada.isIntersecting) && seguidas < 4) mas();
  }, { rootMargin: "400px" });
  function seguir(cursor) {
    siguiente = cursor;
    boton.hidden = cursor === null;
    boton.removeAttribute("aria-disabled");
    // Where the rows are short, the foot may still be near: it is looked at again.
    observador.unobserve(boton);
    observador.observe(boton);
  }
  async function mas() {
    if (boton.ariaDisabled || boton.hidden) return;
    const vale = nueva();
    seguidas += 1;
    // It keeps the focus of whoever stands on it.
    boton.ariaDisabled = "true";
    poner(aviso);
    try {
      const [pagina, filas] = await traer(siguiente);
      if (!vale()) return;
      lista.append(...filas);
      const estaba = document.activeElement === boton;
      seguir(pagina.siguiente);
      // Whoever asked for them by keyboard goes on where the new ones begin; whoever only came by the button stays on it while it is there.
      if (estaba && (pedida || boton.hidden)) filas[0]?.querySelector("a")?.focus();
      pedida = false;
    } catch (error) {
      if (!vale()) return;
      pedida = false;
      boton.removeAttribute("aria-disabled");
      poner(aviso, falla(error));
    }
  }
  boton.addEventListener("click", () => {
    seguidas = 0;
    pedida = true;
    mas();
  });
  return (cursor = null) => {
    nueva();
    seguidas = 0;
    pedida = false;
    poner(aviso);
    seguir(cursor);
  };
}
