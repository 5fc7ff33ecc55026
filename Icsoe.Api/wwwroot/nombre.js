// A name: how it is spelled, with whom it has contracts, and which. Never a person: homonyms share the page, and it says so.
import { direccion, leerOUltima, pedir } from "./base/api.js";
import { el, ficha, h, poner } from "./base/dom.js";
import { cuantos, dia, etiqueta, numero, periodo, publicacion } from "./base/formato.js";
import { avisoDeEstado, falla, filaDeContrato, nombre, selloDeLista, tabla, titular } from "./base/piezas.js";
import { turno } from "./base/turno.js";

const parametros = new URLSearchParams(location.search);
const clave = parametros.get("clave")?.trim() ?? "";
const pedida = parametros.get("publicacion");
const ruta = `/v1/partes/${encodeURIComponent(clave)}`;
const zona = el("nombre");

async function empezar() {
  // Dots alone would be another address.
  if (/^\.{0,2}$/.test(clave)) {
    poner(zona, h("h1", null, "Nombre"), h("p", { class: "aviso" }, "Falta la clave. ", h("a", { href: "/buscar" }, "Busca el nombre")));
    return;
  }
  try {
    const { recurso: parte, ultima } = await leerOUltima(ruta, pedida);
    const id = ultima ?? pedida;
    const [clientes, proveedores, contratos] = await Promise.all([
      pedir(direccion(`${ruta}/contrapartes`, { rol: "contratante", limite: 10, publicacion: id })),
      pedir(direccion(`${ruta}/contrapartes`, { rol: "contratista", limite: 10, publicacion: id })),
      pedir(direccion(`${ruta}/contratos`, { limite: 10, orden: "-periodo", publicacion: id })),
    ]);
    titular(parte.nombre);
    el("dicho").textContent = "Ya se muestra el nombre.";
    poner(
      zona,
      h(
        "div",
        null,
        h("h1", null, parte.nombre),
        h("p", { class: "aviso" }, parte.aviso_homonimia),
        ultima && h("p", { class: "aviso" }, h("strong", null, "Ya no aparece. "), `Esto decía la publicación de ${publicacion(ultima)}.`),
        pedida && avisoDeEstado(parte.publicacion),
        ficha([
          ["Tipo de persona", etiqueta("tipo_persona", parte.tipo_persona)],
          ["En los listados es", parte.roles.map((rol) => etiqueta("rol", rol)).join(" y ")],
          ["Contratos como contratista", numero(parte.contratos.como_contratista)],
          ["Contratos como cliente", numero(parte.contratos.como_contratante)],
          ["Aparece", parte.primera === parte.ultima ? periodo(parte.primera) : `de ${periodo(parte.primera)} a ${periodo(parte.ultima)}`],
          ["También escrito", parte.variantes.length > 1 && h("ul", { class: "sin-vinetas" }, parte.variantes.slice(1, 9).map((variante) => h("li", null, variante)))],
        ]),
      ),
      contrapartes("A quién presta servicios", clientes, "contratante", id),
      contrapartes("Quién le presta servicios", proveedores, "contratista", id),
      h(
        "section",
        null,
        h("h2", null, "Sus contratos"),
        contratos.datos.length > 0 ? h("ol", { class: "filas" }, contratos.datos.map((contrato) => filaDeContrato(contrato, id))) : h("p", null, "Ningún contrato está a su nombre."),
        h(
          "p",
          { class: "enlaces" },
          contratos.datos.length > 0
            ? h("a", { href: direccion("/buscar", { parte_clave: clave, publicacion: id }) }, "Verlos todos, filtrarlos y descargarlos")
            : h("a", { href: direccion("/buscar", { ver: "informativas", contratista_clave: clave, publicacion: id }) }, "Ver sus informativas"),
          h("a", { href: direccion("/programar", { consulta: direccion(ruta, { publicacion: id }) }) }, "Desde tu programa"),
        ),
      ),
      parte.roles.includes("contratista") && historia(parte, id),
    );
  } catch (error) {
    poner(zona, h("h1", null, "Nombre"), falla(error), h("p", null, h("a", { href: "/buscar" }, "Buscar")));
  }
}

const contrapartes = (titulo, pagina, rol, id) =>
  pagina.datos.length > 0 &&
  h(
    "section",
    null,
    h("h2", null, titulo),
    tabla(
      titulo,
      [
        ["Nombre", (otra) => nombre(otra, id)],
        ["Contratos", (otra) => h("a", { href: direccion("/buscar", rol === "contratante" ? { contratista_clave: clave, contratante_clave: otra.clave, publicacion: id } : { contratista_clave: otra.clave, contratante_clave: clave, publicacion: id }) }, numero(otra.contratos)), true],
        ["Personas, por contrato", (otra) => otra.personas_por_contrato_suma, true],
        ["Desde", (otra) => periodo(otra.primera)],
        ["Hasta", (otra) => periodo(otra.ultima)],
      ],
      pagina.datos,
    ),
    pagina.siguiente && h("p", { class: "nota" }, "Son las diez con más contratos."),
  );

// What was filed under the name in a cuatrimestre: asked for only by who wants it.
function historia(parte, id) {
  const lista = h("ol", { class: "filas" });
  const nueva = turno();
  const elegir = h("select", { id: "periodo" }, periodosDe(parte.primera, parte.ultima).map((uno) => h("option", { value: uno }, periodo(uno))));
  const pintar = async () => {
    const vale = nueva();
    try {
      const { datos } = await pedir(direccion(`${ruta}/historia`, { periodo: elegir.value, publicacion: id }));
      if (!vale()) return;
      poner(lista, datos.length > 0 ? datos.map(presentacion) : h("li", { class: "fila" }, "No presentó ninguna informativa que se haya listado."));
    } catch (error) {
      if (vale()) poner(lista, h("li", null, falla(error)));
    }
  };
  elegir.addEventListener("change", pintar);
  pintar();
  return h("section", null, h("h2", null, "Lo que presentó"), h("p", { class: "en-linea" }, h("label", { for: "periodo" }, "Cuatrimestre"), elegir), lista);
}

const presentacion = (una) =>
  h(
    "li",
    { class: "fila" },
    h("h3", null, `${etiqueta("tipo_informativa", una.informativa.tipo)} ${una.informativa.folio ?? ""}`),
    h("p", { class: "detalle" }, [una.informativa.fecha_presentacion && `presentada el ${dia(una.informativa.fecha_presentacion)}`, cuantos(una.informativa.contratos, "contrato"), `listada desde ${publicacion(una.publicacion_desde)}`, una.publicacion_hasta && `hasta ${publicacion(una.publicacion_hasta)}`].filter(Boolean).join(" · ")),
    una.reemplazada_por && h("p", { class: "detalle" }, `La sustituyó ${una.reemplazada_por}${una.vinculo === "inferido" ? ", según lo que se deduce de las publicaciones" : ""}.`),
    h("p", null, selloDeLista(una.informativa.lista)),
  );

function periodosDe(primera, ultima) {
  const periodos = [];
  for (let [anio, cuatrimestre] = ultima.split("-").map(Number); `${anio}-${cuatrimestre}` >= primera; cuatrimestre === 1 ? ((anio -= 1), (cuatrimestre = 3)) : (cuatrimestre -= 1)) periodos.push(`${anio}-${cuatrimestre}`);
  return periodos;
}

empezar();
