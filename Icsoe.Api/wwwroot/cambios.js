// What is not as it was in another publication.
import { deLaDireccion, direccion, loPedido, pedir } from "./base/api.js";
import { diferencias } from "./base/diferencias.js";
import { el, h, poner } from "./base/dom.js";
import { cuantos, etiqueta, periodo, publicacion } from "./base/formato.js";
import { falla, listaSinFin, nombre, selloDeLista } from "./base/piezas.js";
import { turno } from "./base/turno.js";

const TONOS = { aparece: "sello", desaparece: "sello mal", cambia: "sello", cambia_de_lista: "sello alerta" };

const forma = el("forma");
const nueva = turno();
let mostrado = loPedido();

const parametros = () => deLaDireccion(["publicacion", "contra", "cambio", "entidad"]);

function consulta(extras = {}) {
  const { publicacion: id, entidad, ...resto } = parametros();
  return direccion(`/v1/publicaciones/${encodeURIComponent(id ?? "ultima")}/cambios`, { ...resto, entidad: entidad ?? "contrato", ...extras });
}

function fila(cambio) {
  const dato = cambio.despues ?? cambio.antes;
  const esContrato = cambio.entidad === "contrato";
  const titulo = esContrato ? (dato.servicio ?? "Sin servicio u obra reportado") : etiqueta("tipo_informativa", dato.tipo);
  return h(
    "li",
    { class: "fila" },
    h("p", null, h("span", { class: TONOS[cambio.cambio] }, etiqueta("cambio", cambio.cambio)), cambio.cambio !== "cambia_de_lista" && selloDeLista(dato.lista)),
    h("h2", { class: "titulo-de-fila" }, esContrato && dato.folio ? h("a", { href: direccion("/contrato", { folio: dato.folio }) }, titulo) : titulo),
    h("p", { class: "partes" }, nombre(dato.contratista), esContrato && [h("span", { class: "entre" }, " para "), nombre(dato.contratante)]),
    h("p", { class: "detalle" }, [periodo(cambio.periodo), dato.folio && `folio ${dato.folio}`].filter(Boolean).join(" · ")),
    diferencias(cambio),
  );
}

async function buscar() {
  const vale = nueva();
  mostrado = loPedido();
  seguir();
  // There may be no publications to choose from yet.
  for (const campo of forma.elements) campo.value = parametros()[campo.name] ?? campo.options[0]?.value ?? "";
  el("dicho").textContent = "Buscando…";
  poner(el("avisos"));
  try {
    const pagina = await pedir(consulta({ limite: 25 }));
    if (!vale()) return;
    el("dicho").textContent = resumen(pagina);
    poner(el("filas"), pagina.datos.map(fila));
    seguir(pagina.siguiente);
    const { publicacion: id, entidad, ...resto } = parametros();
    poner(
      el("descargas"),
      ["csv", "ndjson"].map((formato) =>
        h("a", { href: direccion(`/v1/publicaciones/${pagina.publicacion}/cambios.${formato}`, { ...resto, entidad }), download: true }, `Descargarlos en ${formato.toUpperCase()}`),
      ),
      h("a", { href: direccion("/programar", { consulta: consulta() }) }, "Desde tu programa"),
    );
  } catch (error) {
    if (!vale()) return;
    el("dicho").textContent = "";
    poner(el("avisos"), falla(error));
    poner(el("filas"));
    poner(el("descargas"));
  }
}

function resumen({ datos, siguiente: hayMas, publicacion: id, contra }) {
  const que = contra ? `De ${publicacion(contra)} a ${publicacion(id)}` : `La de ${publicacion(id)} es la primera publicación`;
  if (datos.length === 0) return `${que}, nada de esto cambió.`;
  return hayMas ? `${que}. Se muestran de 25 en 25.` : `${que}, ${cuantos(datos.length, "cambio")}.`;
}

const seguir = listaSinFin(el("filas"), el("mas"), async (cursor) => {
  const pagina = await pedir(consulta({ limite: 25, cursor }));
  return [pagina, pagina.datos.map(fila)];
});
forma.addEventListener("change", () => {
  history.pushState(null, "", direccion("/cambios", Object.fromEntries(new FormData(forma))));
  buscar();
});
window.addEventListener("popstate", () => {
  if (loPedido() !== mostrado) buscar();
});

async function empezar() {
  const vale = nueva();
  try {
    const { datos } = await pedir("/v1/publicaciones");
    if (datos.length === 0) {
      forma.hidden = true;
      return;
    }
    for (const select of [forma.publicacion, forma.contra]) select.append(...datos.map(({ id }) => h("option", { value: id }, publicacion(id))));
    await buscar();
  } catch (error) {
    if (vale()) poner(el("avisos"), falla(error));
  }
}

empezar();
