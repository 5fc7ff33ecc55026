// The query on screen in other people's languages.
import { loPedido, preguntar } from "./base/api.js";
import { el, h, poner } from "./base/dom.js";
import { turno } from "./base/turno.js";

const POR_OMISION = "/v1/contratos?servicio=elevadores";

// Of an answer, the bytes that are read and the characters that are shown.
const LEIDO = 256 << 10;
const MOSTRADO = 20_000;

const COPIADO = "Copiado.";
const SELECCIONADO = "Queda seleccionado: cópialo con tu teclado.";

const parametros = new URLSearchParams(location.search);
const nueva = turno();
let mostrado = loPedido();

// What the code asks for: the last address that was one of this API.
let consulta = POR_OMISION;

// An address of this API, which is all that is asked for from here; null for any other.
function propia(texto) {
  try {
    const url = new URL(texto.trim(), location.origin);
    // Braces and brackets are alternatives to curl.
    return url.origin === location.origin && /^\/v1(\/|$)/.test(url.pathname) ? (url.pathname + url.search).replace(/[[\]{}]/g, encodeURIComponent) : null;
  } catch {
    return null;
  }
}

// The same query as a CSV, when there is one.
function exportacion(url) {
  if (/^\/v1\/exportaciones\/\w+\.csv$/.test(url.pathname)) return url.href;
  if (!/^\/v1\/(contratos|informativas)$/.test(url.pathname)) return null;
  const suya = new URL(url);
  for (const aparte of ["limite", "cursor", "incluir"]) suya.searchParams.delete(aparte);
  suya.pathname = `${url.pathname.replace("/v1/", "/v1/exportaciones/")}.csv`;
  return suya.href;
}

// How what is not JSON is kept; null for what is.
function archivo({ pathname }) {
  if (!/\/archivos\/|\.(csv|ndjson|xlsx|parquet|atom|ics|firma)$|\/SHA256SUMS$/.test(pathname)) return null;
  return pathname.split("/").at(-1);
}

// Quotes of each language, so that what is copied is what is asked, whatever it has inside.
const shell = (texto) => `'${texto.replaceAll("'", "'\\''")}'`;
const json = (texto) => JSON.stringify(texto);
const excel = (texto) => `"${texto.replaceAll('"', '""')}"`;

// Each writes a query; `csv` is where it is as a table, and `nombre` what its file is kept as.
const LENGUAJES = {
  curl: ({ url, nombre }) => (nombre ? `curl -sSf -o ${shell(nombre)} ${shell(url)}` : `curl -s ${shell(url)}`),
  JavaScript: ({ url, nombre }) =>
    nombre
      ? `import { writeFile } from "node:fs/promises";

const respuesta = await fetch(${json(url)});
if (!respuesta.ok) throw new Error((await respuesta.json()).detail);
await writeFile(${json(nombre)}, respuesta.body);`
      : `const respuesta = await fetch(${json(url)});
const cuerpo = await respuesta.json();
if (!respuesta.ok) throw new Error(cuerpo.detail);
// Una colección trae sus elementos en «datos»; un recurso es el objeto mismo.
console.log(cuerpo.datos ?? cuerpo);`,
  Python: ({ url, csv, nombre }) =>
    csv
      ? `import pandas as pd

datos = pd.read_csv(${json(csv)}, dtype={"folio_contrato": "string", "folio_informativa": "string"})
print(datos.head())`
      : nombre
        ? `from urllib.request import urlretrieve

urlretrieve(${json(url)}, ${json(nombre)})`
        : `import json
from urllib.request import urlopen

with urlopen(${json(url)}) as respuesta:
    print(json.load(respuesta))`,
  R: ({ url, csv, nombre }) =>
    csv
      ? `datos <- read.csv(${json(csv)}, fileEncoding = "UTF-8")
head(datos)`
      : nombre
        ? `download.file(${json(url)}, ${json(nombre)}, mode = "wb")`
        : `library(jsonlite)

respuesta <- fromJSON(${json(url)})
str(respuesta)`,
  Excel: ({ url, csv, nombre }) =>
    `// Datos > Obtener datos > Consulta en blanco > Editor avanzado
let
    Origen = ${csv ? `Csv.Document(Web.Contents(${excel(csv)}), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv])` : deExcel(url, nombre)}${csv ? ",\n    Contratos = Table.PromoteHeaders(Origen, [PromoteAllScalars = true])" : ""}
in
    ${csv ? "Contratos" : "Origen"}`,
};

function deExcel(url, nombre) {
  const contenido = `Web.Contents(${excel(url)})`;
  if (!nombre) return `Json.Document(${contenido})`;
  return nombre.endsWith(".xlsx") ? `Excel.Workbook(${contenido})` : `Lines.FromBinary(${contenido}, null, null, 65001)`;
}

let elegido = "curl";

// Takes an address, and says whether it is one to be asked for. What was typed stays to be mended.
function tomar(texto) {
  const suya = propia(texto);
  consulta = suya ?? consulta;
  el("consulta").value = suya ?? texto;
  el("consulta").setAttribute("aria-invalid", String(!suya));
  // An answer shown, or still on its way, was to what is no longer there.
  nueva();
  el("respuesta").hidden = true;
  el("dicho").textContent = "";
  pintar();
  if (!suya) el("dicho").textContent = `La dirección debe empezar por /v1/. El código es el de ${consulta}.`;
  return suya !== null;
}

// What is in the box becomes what is on screen, and in the address.
function usar() {
  if (!tomar(el("consulta").value)) return false;
  if (parametros.get("consulta") !== consulta) {
    parametros.set("consulta", consulta);
    history.pushState(null, "", `/programar?${parametros}`);
    mostrado = loPedido();
  }
  return true;
}

function pintar() {
  const url = new URL(consulta, location.origin);
  el("ejemplos").hidden = false;
  el("codigo").textContent = LENGUAJES[elegido]({ url: url.href, csv: exportacion(url), nombre: archivo(url) });
  for (const pestana of el("lenguajes").children) {
    pestana.setAttribute("aria-selected", String(pestana.textContent === elegido));
    pestana.tabIndex = pestana.textContent === elegido ? 0 : -1;
  }
  el("panel").setAttribute("aria-labelledby", `lenguaje-${elegido}`);
}

function elegir(lenguaje) {
  elegido = lenguaje;
  // What was copied was in another one; what was answered is of the query.
  if ([COPIADO, SELECCIONADO].includes(el("dicho").textContent)) el("dicho").textContent = "";
  pintar();
  el(`lenguaje-${lenguaje}`).focus();
}

poner(
  el("lenguajes"),
  Object.keys(LENGUAJES).map((lenguaje) => h("button", { type: "button", role: "tab", id: `lenguaje-${lenguaje}`, "aria-controls": "panel", onclick: () => elegir(lenguaje) }, lenguaje)),
);
el("lenguajes").addEventListener("keydown", (evento) => {
  const todos = Object.keys(LENGUAJES);
  const paso = { ArrowRight: 1, ArrowLeft: -1 }[evento.key];
  if (paso) elegir(todos[(todos.indexOf(elegido) + paso + todos.length) % todos.length]);
});
el("forma").addEventListener("submit", (evento) => {
  evento.preventDefault();
  usar();
});
el("copiar").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(el("codigo").textContent);
    el("dicho").textContent = COPIADO;
  } catch {
    getSelection().selectAllChildren(el("codigo"));
    el("dicho").textContent = SELECCIONADO;
  }
});
el("probar").addEventListener("click", async () => {
  if (!usar()) return;
  const vale = nueva();
  el("dicho").textContent = "Preguntando…";
  try {
    const respuesta = await preguntar(consulta);
    const tipo = respuesta.headers.get("Content-Type") ?? "";
    const texto = /^text\/|json|[/+]xml\b/.test(tipo) ? await comienzo(respuesta) : null;
    // A file is not brought to be left unseen.
    if (texto === null) respuesta.body?.cancel();
    if (!vale()) return;
    el("respuesta").hidden = texto === null;
    if (texto === null) {
      poner(el("dicho"), `Respondió ${respuesta.status} con un archivo: `, h("a", { href: consulta, download: true }, "descargarlo"), ".");
    } else {
      el("respuesta").textContent = texto.slice(0, MOSTRADO);
      el("dicho").textContent = `Respondió ${respuesta.status}.${texto.length > MOSTRADO ? " Se muestra el principio." : ""}`;
    }
  } catch (error) {
    if (vale()) el("dicho").textContent = error.problema ? error.message : "La respuesta se cortó. Intenta de nuevo.";
  }
});

// The beginning of what may be a whole export: JSON laid out when it is all there.
async function comienzo(respuesta) {
  const lector = respuesta.body.getReader();
  const decodificador = new TextDecoder();
  let texto = "";
  for (let leido = 0; leido < LEIDO; ) {
    const { done, value } = await lector.read();
    if (done) return enRenglones(texto + decodificador.decode());
    leido += value.length;
    texto += decodificador.decode(value, { stream: true });
  }
  lector.cancel();
  return texto;
}

function enRenglones(texto) {
  try {
    return JSON.stringify(JSON.parse(texto), null, 1);
  } catch {
    return texto;
  }
}

window.addEventListener("popstate", () => {
  if (loPedido() === mostrado) return;
  mostrado = loPedido();
  parametros.delete("consulta");
  for (const [nombre, valor] of new URLSearchParams(location.search)) parametros.set(nombre, valor);
  tomar(parametros.get("consulta") ?? POR_OMISION);
});
tomar(parametros.get("consulta") ?? POR_OMISION);
