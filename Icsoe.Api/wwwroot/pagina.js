// What every page does: the windows of the listados, and the check of a file.
import { el, h, poner } from "./base/dom.js";

// A download goes on as it would without us; the notice only comes with it, as in the guide.
for (const enlace of document.querySelectorAll("[data-descarga]")) {
  enlace.addEventListener("click", () => {
    const ventana = el("aviso");
    const dicho = ventana.querySelector(".descargado");
    poner(dicho, h("strong", null, `Se descarga ${decodeURIComponent(enlace.pathname.split("/").at(-1))}. `), "Su SHA-256: ", h("code", null, enlace.dataset.descarga));
    dicho.hidden = false;
    ventana.showModal();
    ventana.scrollTop = 0;
  });
}

for (const enlace of document.querySelectorAll("[data-ventana]")) {
  enlace.addEventListener("click", (evento) => {
    // Whoever asks for another tab gets the page.
    if (evento.ctrlKey || evento.metaKey || evento.shiftKey) return;
    evento.preventDefault();
    const ventana = el(enlace.dataset.ventana);
    const dicho = ventana.querySelector(".descargado");
    if (dicho) dicho.hidden = true;
    ventana.showModal();
    ventana.scrollTop = 0;
  });
}

const comprobar = el("comprobar");
if (comprobar) {
  comprobar.hidden = false;
  comprobar.querySelector("input").addEventListener("change", async (evento) => {
    const [archivo] = evento.target.files;
    if (!archivo) return;
    const resultado = comprobar.querySelector(".resultado");
    poner(resultado, `Calculando el SHA-256 de ${archivo.name}…`);
    const { comprobarArchivo } = await import("./comprobar.js");
    poner(resultado, await comprobarArchivo(archivo).catch((error) => error.message));
    evento.target.value = "";
  });
}

// The box of the front page suggests too; its script comes when it is first used.
const caja = document.querySelector(".portada input[type=search]");
caja?.addEventListener(
  "focus",
  async () => {
    const { destino, sugerir } = await import("./base/sugerencias.js");
    sugerir(caja, (sugerencia) => location.assign(destino(sugerencia)));
  },
  { once: true },
);
