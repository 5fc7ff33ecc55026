// What every page does: the windows of the listados, and the check of a file.
import { el, h, poner } from "./base/dom.js";
import { turno } from "./base/turno.js";

// Opens a window at its beginning; what is being downloaded, if anything, is said first.
function abrir(ventana, ...descargado) {
  const dicho = ventana.querySelector(".descargado");
  if (dicho) {
    poner(dicho, descargado);
    dicho.hidden = descargado.length === 0;
  }
  ventana.showModal();
  ventana.scrollTop = 0;
}

// A download goes on as it would without us; the notice only comes with it, as in the guide.
for (const enlace of document.querySelectorAll("[data-descarga]")) {
  enlace.addEventListener("click", () =>
    abrir(el("aviso"), h("strong", null, `Se descarga ${decodeURIComponent(enlace.pathname.split("/").at(-1))}. `), "Su SHA-256: ", h("code", null, enlace.dataset.descarga)),
  );
}

for (const enlace of document.querySelectorAll("[data-ventana]")) {
  enlace.addEventListener("click", (evento) => {
    // Whoever asks for another tab gets the page.
    if (evento.ctrlKey || evento.metaKey || evento.shiftKey) return;
    evento.preventDefault();
    abrir(el(enlace.dataset.ventana));
  });
}

const comprobar = el("comprobar");
if (comprobar) {
  comprobar.hidden = false;
  const nueva = turno();
  comprobar.querySelector("input").addEventListener("change", async (evento) => {
    const [archivo] = evento.target.files;
    if (!archivo) return;
    evento.target.value = "";
    const vale = nueva();
    const resultado = comprobar.querySelector(".resultado");
    poner(resultado, `Calculando el SHA-256 de ${archivo.name}…`);
    let dicho;
    try {
      const { comprobarArchivo } = await import("./comprobar.js");
      dicho = await comprobarArchivo(archivo);
    } catch (error) {
      // What is not a Falla is the script, that did not come.
      dicho = [h("strong", null, "No se pudo comprobar. "), error.problema ? error.message : "Revisa tu conexión e intenta de nuevo."];
    }
    if (vale()) poner(resultado, dicho);
  });
}

// The box of the front page suggests too; its script comes when it is first used.
const caja = document.querySelector(".portada input[type=search]");
let sugiere = false;
async function empezarASugerir() {
  if (sugiere) return;
  sugiere = true;
  try {
    const { destino, sugerir } = await import("./base/sugerencias.js");
    sugerir(caja, (sugerencia) => location.assign(destino(sugerencia)));
    // What was written meanwhile.
    if (caja.value) caja.dispatchEvent(new Event("input"));
  } catch {
    // A box without suggestions still searches; it is tried again.
    sugiere = false;
  }
}
for (const suceso of ["focus", "input"]) caja?.addEventListener(suceso, empezarASugerir);
