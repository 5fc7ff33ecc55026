// The query on screen in other people's languages.
import { el, h, poner } from "./base/dom.js";

const POR_OMISION = "/v1/contratos?servicio=elevadores";

const parametros = new URLSearchParams(location.search);

// Only addresses of this API: nothing else is asked for from here.
function limpia(texto) {
  try {
    const url = new URL(texto, location.origin);
    return url.origin === location.origin && url.pathname.startsWith("/v1") ? url.pathname + url.search : POR_OMISION;
  } catch {
    return POR_OMISION;
  }
}

// The same query as a CSV, when there is one.
function exportacion(consulta) {
  const url = new URL(consulta, location.origin);
  for (const aparte of ["limite", "cursor", "incluir"]) url.searchParams.delete(aparte);
  if (!/^\/v1\/(contratos|informativas)$/.test(url.pathname)) return null;
  return `${location.origin}${url.pathname.replace("/v1/", "/v1/exportaciones/")}.csv${url.search}`;
}

// Quotes of each language, so that what is copied is what is asked, whatever it has inside.
const shell = (texto) => `'${texto.replaceAll("'", "'\\''")}'`;
const json = (texto) => JSON.stringify(texto);
const excel = (texto) => `"${texto.replaceAll('"', '""')}"`;

const LENGUAJES = {
  curl: (url) => `curl -s ${shell(url)}`,
  JavaScript: (url) => `const respuesta = await fetch(${json(url)});
if (!respuesta.ok) throw new Error((await respuesta.json()).detail);
const { datos, siguiente, publicacion } = await respuesta.json();
console.log(publicacion, datos);`,
  Python: (url, csv) =>
    csv
      ? `import pandas as pd

datos = pd.read_csv(${json(csv)}, dtype={"folio_contrato": "string", "folio_informativa": "string"})
print(datos.head())`
      : `import json
from urllib.request import urlopen

with urlopen(${json(url)}) as respuesta:
    print(json.load(respuesta))`,
  R: (url, csv) =>
    csv
      ? `datos <- read.csv(${json(csv)}, fileEncoding = "UTF-8")
head(datos)`
      : `library(jsonlite)

respuesta <- fromJSON(${json(url)})
str(respuesta)`,
  Excel: (url, csv) =>
    csv
      ? `// Datos > Obtener datos > Consulta en blanco > Editor avanzado
let
    Origen = Csv.Document(Web.Contents(${excel(csv)}), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Contratos = Table.PromoteHeaders(Origen, [PromoteAllScalars = true])
in
    Contratos`
      : `// Datos > Obtener datos > Consulta en blanco > Editor avanzado
let
    Origen = Json.Document(Web.Contents(${excel(url)}))
in
    Origen`,
};

let elegido = "curl";

function pintar() {
  const consulta = limpia(parametros.get("consulta") ?? POR_OMISION);
  el("consulta").value = consulta;
  el("ejemplos").hidden = false;
  el("respuesta").hidden = true;
  el("dicho").textContent = "";
  el("codigo").textContent = LENGUAJES[elegido](location.origin + consulta, exportacion(consulta));
  for (const pestana of el("lenguajes").children) {
    pestana.setAttribute("aria-selected", String(pestana.textContent === elegido));
    pestana.tabIndex = pestana.textContent === elegido ? 0 : -1;
  }
  el("panel").setAttribute("aria-labelledby", `lenguaje-${elegido}`);
}

function elegir(lenguaje) {
  elegido = lenguaje;
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
  parametros.set("consulta", el("consulta").value);
  history.pushState(null, "", `/programar?${parametros}`);
  pintar();
});
el("copiar").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(el("codigo").textContent);
    el("dicho").textContent = "Copiado.";
  } catch {
    getSelection().selectAllChildren(el("codigo"));
    el("dicho").textContent = "Queda seleccionado: cópialo con tu teclado.";
  }
});
el("probar").addEventListener("click", async () => {
  const respuesta = await fetch(limpia(el("consulta").value));
  const texto = await respuesta.text();
  el("dicho").textContent = `Respondió ${respuesta.status}.`;
  el("respuesta").hidden = false;
  try {
    el("respuesta").textContent = JSON.stringify(JSON.parse(texto), null, 1).slice(0, 20000);
  } catch {
    el("respuesta").textContent = texto.slice(0, 20000);
  }
});
window.addEventListener("popstate", () => {
  parametros.delete("consulta");
  for (const [nombre, valor] of new URLSearchParams(location.search)) parametros.set(nombre, valor);
  pintar();
});
pintar();
