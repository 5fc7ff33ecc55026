// What several sections show alike.
import { direccion } from "./api.js";
import { h, poner } from "./dom.js";
import { cuantos, dia, etiqueta, numero, periodo, publicacion } from "./formato.js";

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
  return h(
    "div",
    { class: "falla", role: "alert" },
    h("p", null, h("strong", null, error.problema?.title ?? "Algo falló."), " ", error.message),
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

/** A list that grows: a button asks for the next page, and so does coming near to it, a few times in a row. What fails is told beside the button, which stays. */
export function listaSinFin(lista, boton, traer) {
  let seguidas = 0;
  const aviso = h("div");
  boton.before(aviso);
  const observador = new IntersectionObserver((entradas) => {
    // The foot of the page must stay within reach.
    if (entradas.some((entrada) => entrada.isIntersecting) && seguidas < 4) mas();
  }, { rootMargin: "400px" });
  async function mas() {
    if (boton.disabled || boton.hidden) return;
    seguidas += 1;
    boton.disabled = true;
    poner(aviso);
    try {
      const filas = await traer();
      lista.append(...filas);
      // Where the rows are short, the foot may still be near.
      observador.unobserve(boton);
      observador.observe(boton);
      return filas[0];
    } catch (error) {
      poner(aviso, falla(error));
    } finally {
      boton.disabled = false;
    }
  }
  boton.addEventListener("click", async () => {
    seguidas = 0;
    const primera = await mas();
    // Whoever goes by keyboard goes on where the new ones begin.
    primera?.querySelector("a")?.focus();
  });
  observador.observe(boton);
}
