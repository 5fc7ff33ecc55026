// Figures of whole listados, drawn.
import { deLaDireccion, direccion, loPedido, pedir } from "./base/api.js";
import { el, h, poner } from "./base/dom.js";
import { cuantos, etiqueta, numero, periodo, porciento, publicacion } from "./base/formato.js";
import { barras, columnas, figura } from "./base/grafica.js";
import { falla, nombre } from "./base/piezas.js";
import { turno } from "./base/turno.js";

const forma = el("forma");
const zona = el("cifras");
const nueva = turno();
let mostrado = loPedido();

const deLista = (lista, campo) => (punto) => punto.lista.find((una) => una.valor === lista)?.[campo] ?? 0;

// With one list there is one series.
function series(cifras, campo) {
  const listas = cifras.lista.map(({ valor }) => [etiqueta("lista", valor), deLista(valor, campo)]);
  return listas.length > 0 ? listas : [["", () => 0]];
}

function evolucion(cifras, campo, titulo, archivo, nota) {
  const puntos = cifras.evolucion;
  const mayor = puntos.reduce((mejor, punto) => (punto[campo] > mejor[campo] ? punto : mejor));
  const ultimo = puntos.at(-1);
  return figura({
    titulo,
    resumen: `${nota} En ${periodo(ultimo.periodo)}, ${numero(ultimo[campo])}; lo más, ${numero(mayor[campo])}, en ${periodo(mayor.periodo)}.`,
    dibujo: columnas(puntos, series(cifras, campo)),
    columnas: [["Cuatrimestre", (punto) => periodo(punto.periodo)], ...series(cifras, campo).map(([serie, valor]) => [serie, valor, true]), ["Total", (punto) => punto[campo], true]],
    filas: puntos,
    archivo,
  });
}

function clases(titulo, valores, campo, unidad, archivo, resumen) {
  const conAlgo = valores.filter((valor) => valor[campo] > 0);
  return figura({
    titulo,
    resumen: resumen ?? `${unidad} por clase; suman ${numero(conAlgo.reduce((suma, valor) => suma + valor[campo], 0))}.`,
    dibujo: barras(titulo, conAlgo.map((valor) => [valor.etiqueta, valor[campo]])),
    columnas: [["Clase", (valor) => valor.etiqueta], [unidad, (valor) => valor[campo], true]],
    filas: valores,
    archivo,
  });
}

const mayores = (titulo, partes, archivo) =>
  figura({
    titulo,
    resumen: "Por número de contratos. Quienes se llaman igual cuentan juntos.",
    dibujo: barras(titulo, partes.slice(0, 10).map((parte) => [nombre(parte), parte.contratos])),
    columnas: [["Nombre", (parte) => parte.nombre], ["Tipo de persona", (parte) => etiqueta("tipo_persona", parte.tipo_persona)], ["Contratos", (parte) => parte.contratos, true], ["Personas, por contrato", (parte) => parte.personas_por_contrato_suma, true]],
    filas: partes,
    archivo,
  });

function tardias({ evolucion: puntos, puntualidad }) {
  const deUno = (campo) => (punto) => punto.puntualidad[campo];
  return figura({
    titulo: "Informativas tardías por cuatrimestre",
    resumen:
      puntualidad.proporcion === null
        ? "De ninguna informativa se sabe si llegó a tiempo."
        : `${cuantos(puntualidad.tardias, "informativa")} ${puntualidad.tardias === 1 ? "se presentó" : "se presentaron"} después de su fecha límite: ${porciento(puntualidad.proporcion)} de aquéllas de las que se sabe.`,
    dibujo: columnas(puntos, [["Tarde", deUno("tardias")]]),
    columnas: [
      ["Cuatrimestre", (punto) => periodo(punto.periodo)],
      ["A tiempo", deUno("a_tiempo"), true],
      ["Tarde", deUno("tardias"), true],
      ["No se sabe", deUno("no_se_sabe"), true],
    ],
    filas: puntos,
    archivo: "informativas-tardias",
  });
}

function pintar(cifras) {
  const { total } = cifras;
  if (cifras.evolucion.length === 0) {
    el("dicho").textContent = "No hay ningún listado publicado de lo que pides.";
    poner(zona);
    return;
  }
  el("dicho").textContent = `Publicación de ${publicacion(cifras.publicacion)}.`;
  poner(
    zona,
    h("dl", { class: "totales" }, [["Contratos", total.contratos], ["Personas, por contrato", total.personas_por_contrato_suma], ["Informativas", total.informativas], ["Informativas sin contratos", total.informativas_sin_contratos]].map(([que, cuanto]) => h("div", null, h("dt", null, que), h("dd", null, numero(cuanto))))),
    h(
      "div",
      { class: "rejilla" },
      evolucion(cifras, "contratos", "Contratos por cuatrimestre", "contratos-por-cuatrimestre", "Un contrato reportado en varios cuatrimestres cuenta en cada uno."),
      evolucion(cifras, "personas_por_contrato_suma", "Personas trabajadoras por cuatrimestre", "personas-por-cuatrimestre", "Suma de las de cada contrato: una persona puede contarse varias veces."),
      clases("¿Quién presta los servicios?", cifras.tipo_persona_contratista, "contratos", "Contratos", "tipo-de-persona-del-contratista", "Contratos por tipo de persona del contratista."),
      clases("¿Quién los contrata?", cifras.tipo_persona_contratante, "contratos", "Contratos", "tipo-de-persona-del-contratante", "Contratos por tipo de persona del cliente."),
      clases("Tamaño de los contratos", cifras.tamano, "contratos", "Contratos", "tamano", "Contratos por número de personas trabajadoras."),
      tardias(cifras),
      clases("Inconsistencias", cifras.inconsistencia, "informativas", "Informativas", "inconsistencias", "Informativas por inconsistencia que señala la lista. Una puede tener varias."),
      clases("Tipos de informativa", cifras.tipo_informativa, "informativas", "Informativas", "tipos-de-informativa"),
      mayores("Clientes con más contratos", cifras.mayores_contratantes, "mayores-clientes"),
      mayores("Contratistas con más contratos", cifras.mayores_contratistas, "mayores-contratistas"),
    ),
    h("p", { class: "nota" }, cifras.aviso_homonimia),
  );
}

async function buscar() {
  const vale = nueva();
  mostrado = loPedido();
  const parametros = deLaDireccion(["lista", "ejercicio"]);
  for (const campo of forma.elements) campo.value = parametros[campo.name] ?? "";
  el("dicho").textContent = "Cargando…";
  zona.setAttribute("aria-busy", "true");
  try {
    const cifras = await pedir(direccion("/v1/estadisticas", parametros));
    if (!vale()) return;
    pintar(cifras);
  } catch (error) {
    if (!vale()) return;
    fallo(error);
  }
  zona.setAttribute("aria-busy", "false");
}

forma.addEventListener("change", () => {
  history.pushState(null, "", direccion("/cifras", Object.fromEntries(new FormData(forma))));
  buscar();
});
window.addEventListener("popstate", () => {
  if (loPedido() !== mostrado) buscar();
});

function fallo(error) {
  el("dicho").textContent = "";
  poner(zona, falla(error));
}

// The years there are: the clock of the reader's machine may be wrong.
async function empezar() {
  const vale = nueva();
  try {
    const { periodos } = await pedir("/v1/calendario");
    const anios = new Set(periodos.map(({ ejercicio }) => ejercicio).reverse());
    forma.ejercicio.append(...[...anios].map((anio) => h("option", { value: anio }, anio)));
  } catch (error) {
    if (vale()) fallo(error);
    return;
  }
  await buscar();
}

empezar();
