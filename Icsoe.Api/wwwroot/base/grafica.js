// Plots: each is a drawing or bars for the eye, a sentence and a table for everyone, and its data as CSV.
import { botonCsv } from "./csv.js";
import { h, svg } from "./dom.js";
import { numero } from "./formato.js";
import { tabla } from "./piezas.js";

const ALTO = 220;
const MARCAS = [0, 0.25, 0.5, 0.75, 1];
const MARGEN = { arriba: 12, derecha: 4, abajo: 40, izquierda: 52 };

/**
 * A figure with its data. Columns are as in `tabla`, whose first says what each row is.
 * `dibujo` is what is looked at; without it the table is what is seen.
 */
export function figura({ titulo, resumen, dibujo, columnas, filas, archivo }) {
  return h(
    "figure",
    { class: "tarjeta" },
    h("figcaption", null, h("h2", null, titulo), h("p", { class: "nota" }, resumen)),
    dibujo,
    h(
      "details",
      { class: "datos" },
      h("summary", null, "Ver los datos"),
      // A table as wide as its data moves inside its card, by keyboard too.
      h("div", { class: "desliza", tabindex: 0, role: "region", "aria-label": `Datos: ${titulo}` }, tabla(titulo, columnas, filas)),
      h("p", null, botonCsv("Descargarlos en CSV", `${archivo}.csv`, columnas, filas)),
    ),
  );
}

/** Columns by cuatrimestre, one series on top of another. `series` are [name, value of a point]; points have a `periodo`. */
export function columnas(puntos, series) {
  const lienzo = h("div");
  const dibujar = () => lienzo.replaceChildren(dibujo(puntos, series, Math.max(lienzo.clientWidth, 240)));
  // Drawn to the width there is, so that letters keep their size.
  new ResizeObserver(dibujar).observe(lienzo);
  return [series.length > 1 && h("ul", { class: "leyenda", "aria-hidden": "true" }, series.map(([nombre]) => h("li", null, nombre))), lienzo];
}

function dibujo(puntos, series, ancho) {
  const tope = escala(Math.max(...puntos.map((punto) => series.reduce((suma, [, valor]) => suma + valor(punto), 0)), 1));
  const paso = (ancho - MARGEN.izquierda - MARGEN.derecha) / puntos.length;
  const altura = (valor) => ((ALTO - MARGEN.arriba - MARGEN.abajo) * valor) / tope;
  const base = ALTO - MARGEN.abajo;
  return svg(
    "svg",
    { class: "grafica", viewBox: `0 0 ${ancho} ${ALTO}`, "aria-hidden": "true" },
    MARCAS.filter((parte) => Number.isInteger(tope * parte)).map((parte) => [
      svg("line", { class: "eje", x1: MARGEN.izquierda, x2: ancho - MARGEN.derecha, y1: base - altura(tope * parte), y2: base - altura(tope * parte) }),
      svg("text", { x: MARGEN.izquierda - 8, y: base - altura(tope * parte) + 4, "text-anchor": "end" }, breve(tope * parte)),
    ]),
    puntos.map((punto, lugar) => {
      const x = MARGEN.izquierda + paso * lugar;
      const [anio, cuatrimestre] = punto.periodo.split("-");
      let y = base;
      return svg(
        "g",
        null,
        series.map(([, valor], cual) => {
          const alto = altura(valor(punto));
          y -= alto;
          return svg("rect", { class: `serie-${cual}`, x: x + paso * 0.14, y, width: paso * 0.72, height: alto, rx: Math.min(3, paso / 6) });
        }),
        svg("text", { x: x + paso / 2, y: base + 16, "text-anchor": "middle" }, cuatrimestre),
        (lugar === 0 || cuatrimestre === "1") && svg("text", { x: x + paso * 0.14, y: base + 33 }, anio),
      );
    }),
  );
}

// The round number at or above the highest.
function escala(maximo) {
  const potencia = 10 ** Math.floor(Math.log10(maximo));
  return [1, 1.2, 2, 4, 6, 8, 10].map((veces) => veces * potencia).find((tope) => tope >= maximo);
}

const breve = (valor) => (valor >= 1e6 ? `${numero(valor / 1e6)} M` : valor >= 1e4 ? `${numero(valor / 1e3)} mil` : numero(valor));

/** Bars, one a row: a table whose middle column is drawn. `filas` are [name, value]. */
export function barras(titulo, filas) {
  const mayor = Math.max(...filas.map(([, valor]) => valor), 1);
  return h(
    "table",
    { class: "barras" },
    h("caption", { class: "oculto" }, titulo),
    h(
      "tbody",
      null,
      filas.map(([nombre, valor]) => {
        const barra = h("span", { class: "barra" });
        barra.style.inlineSize = `${(100 * valor) / mayor}%`;
        return h("tr", null, h("th", { scope: "row" }, nombre), h("td", { "aria-hidden": "true" }, barra), h("td", { class: "numero" }, numero(valor)));
      }),
    ),
  );
}
