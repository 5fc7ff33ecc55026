// A list of suppliers, looked for all at once.
import { Falla, direccion, enviar, enviarPorArchivo } from "../base/api.js";
import { guardar } from "../base/csv.js";
import { el, h, poner } from "../base/dom.js";
import { cuantos, etiqueta, numero } from "../base/formato.js";
import { falla, nombre, tabla } from "../base/piezas.js";
import { turno } from "../base/turno.js";

const RUTA = "/v1/consultas-masivas";

const ESTADOS = {
  publico: ["sello", "En el Listado Público"],
  inconsistente: ["sello alerta", "Con información inconsistente"],
  ambos: ["sello alerta", "En los dos listados"],
  sin_informacion: ["sello", "Presentó «Sin información»"],
  solo_anteriores: ["sello", "Sólo en anteriores"],
  ausente: ["sello mal", "No está"],
  dudoso: ["sello alerta", "No se sabe quién es"],
};

const CON_CONTRATANTE = { si: "Sí", no: "No", dudoso: "No se sabe" };

const FORMATOS = [["xlsx", "Excel"], ["csv", "CSV"]];

const BYTES_MAXIMOS = 4 << 20;

const PALABRAS = { 413: "Pesa más de 4 MB.", 415: "Elige un archivo CSV o Excel." };

const nueva = turno();

export function empezarProveedores() {
  const forma = el("masiva");
  forma.addEventListener("submit", (evento) => {
    evento.preventDefault();
    const nombres = forma.nombres.value.split("\n").map((renglon) => renglon.trim()).filter(Boolean);
    forma.nombres.setAttribute("aria-invalid", String(nombres.length === 0));
    if (nombres.length === 0) {
      nueva();
      poner(el("consultados"), h("p", { class: "falla", role: "alert" }, "Escribe al menos un nombre."));
      forma.nombres.focus();
      return;
    }
    const contratante = quien();
    preguntar({ consultas: nombres.map((nombre) => ({ nombre, contratante })) });
  });
  el("lista").addEventListener("change", (evento) => {
    const [archivo] = evento.target.files;
    if (!archivo) return;
    evento.target.value = "";
    // The names are not what is asked for.
    forma.nombres.setAttribute("aria-invalid", "false");
    const cuerpo = new FormData();
    cuerpo.append("archivo", archivo);
    if (quien()) cuerpo.append("contratante", quien());
    preguntar(cuerpo, archivo.size);
  });
}

// Who asks goes in the body: addresses are written down on their way.
const quien = () => el("contratante").value.trim() || null;

async function preguntar(cuerpo, bytes = 0) {
  const salida = el("consultados");
  const vale = nueva();
  const avisar = (texto) => (el("dicho").textContent = texto);
  const parametros = { periodo: el("masiva-periodo").value, rol: "contratista" };
  poner(salida, h("p", { class: "cargando" }, "Consultando…"));
  avisar("Consultando…");
  try {
    if (bytes > BYTES_MAXIMOS) throw new Falla({ title: "Es demasiado grande", detail: PALABRAS[413] }, 413);
    const respuesta = await enviar(direccion(RUTA, parametros), cuerpo, PALABRAS);
    if (!vale()) return;
    pintar(salida, respuesta, (formato) => descargar(direccion(RUTA, { ...parametros, formato }), cuerpo, formato));
    avisar(`${contados(respuesta)}.`);
  } catch (error) {
    if (!vale()) return;
    poner(salida, falla(error));
    avisar("");
  }
}

const contados = ({ datos }) => cuantos(datos.length, "proveedor", "proveedores");

function pintar(salida, respuesta, bajar) {
  const conContratante = respuesta.datos.some((linea) => linea.con_contratante !== null);
  const nadieSabe = conContratante && respuesta.datos.every((linea) => [null, "dudoso"].includes(linea.con_contratante));
  const fallo = h("div");
  poner(
    salida,
    h("h3", { tabindex: "-1" }, contados(respuesta)),
    h("p", { class: "nota" }, respuesta.aviso_homonimia),
    nadieSabe && h("p", { class: "aviso" }, "No se sabe cuál eres: escribe tu nombre como aparece en los listados."),
    tabla(
      "Tus proveedores",
      [
        ["Escribiste", (linea) => linea.ref],
        ["Está", (linea) => h("span", { class: (ESTADOS[linea.estado] ?? ["sello"])[0] }, ESTADOS[linea.estado]?.[1] ?? linea.estado)],
        ["En los listados", (linea) => (linea.candidatos.length === 0 ? "—" : h("ul", { class: "sin-vinetas" }, linea.candidatos.slice(0, linea.estado === "dudoso" ? 5 : 1).map((candidato) => h("li", null, nombre(candidato), h("small", null, ` ${etiqueta("tipo_persona", candidato.tipo_persona)}`)))))],
        ["Contratos", (linea) => (linea.contratos === null ? "—" : numero(linea.contratos)), true],
        ...(conContratante ? [["¿Contigo?", (linea) => CON_CONTRATANTE[linea.con_contratante] ?? "—"]] : []),
      ],
      respuesta.datos,
    ),
    h(
      "p",
      { class: "en-linea" },
      FORMATOS.map(([formato, titulo]) => h("button", { type: "button", class: "boton secundario", onclick: () => bajar(formato).then(() => poner(fallo), (error) => poner(fallo, falla(error))) }, `Descargar en ${titulo}`)),
    ),
    fallo,
  );
  // Whoever listens hears that it is there, and not all of it.
  salida.querySelector("h3").focus();
}

// The same question, answered as a file: it is asked again because nothing of it was kept.
async function descargar(ruta, cuerpo, formato) {
  guardar(await enviarPorArchivo(ruta, cuerpo), `proveedores.${formato}`);
}
