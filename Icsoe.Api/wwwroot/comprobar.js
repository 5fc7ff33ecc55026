// Which publication a file is of. Only its digest leaves the machine.
import { direccion, pedir } from "./base/api.js";
import { h } from "./base/dom.js";
import { publicacion } from "./base/formato.js";

/** What is known of a file, to be shown. */
export async function comprobarArchivo(archivo) {
  if (!window.crypto?.subtle) throw new Error("Tu navegador sólo calcula un SHA-256 en páginas seguras (https).");
  const bytes = await archivo.arrayBuffer();
  const sha256 = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const conocido = await fetch(`/v1/archivos/sha256/${sha256}`, { method: "HEAD" });
  const digest = h("code", { class: "sha" }, sha256.toUpperCase());
  if (conocido.status === 410) return [h("span", { class: "sello alerta" }, "Retirado"), "Se publicó, y después se retiró de todas las publicaciones.", digest];
  if (!conocido.ok) {
    return [h("span", { class: "sello mal" }, "No coincide"), `«${archivo.name}» no es ninguno de los archivos publicados: o no salió de aquí, o le cambió algo.`, digest];
  }
  const nombre = /filename="?([^";]+)/.exec(conocido.headers.get("Content-Disposition") ?? "")?.[1] ?? archivo.name;
  const versiones = await publicacionesCon(sha256, nombre);
  return [h("span", { class: "sello" }, "Auténtico"), `Es ${nombre}${versiones ? `, ${versiones}` : ""}.`, digest];
}

// The publications in which a listado's file had that digest, in words. Each answer says since when its content is what it is, and so
// whole runs of publications are passed over.
async function publicacionesCon(sha256, nombre) {
  const partes = /^(LP|LII)([PST])(\d{4})\./.exec(nombre);
  if (!partes) return null;
  const ruta = `/v1/listados/${partes[1] === "LP" ? "publico" : "inconsistente"}/${partes[3]}/${"PST".indexOf(partes[2]) + 1}`;
  const publicaciones = (await pedir("/v1/publicaciones")).datos;
  let siguiente = null;
  for (let lugar = 0; lugar < publicaciones.length; ) {
    const listado = await pedir(direccion(ruta, { publicacion: publicaciones[lugar].id }));
    if (!listado.contenido_desde) return null;
    if (listado.archivos.some((archivo) => archivo.sha256 === sha256)) {
      const desde = `de la publicación de ${publicacion(listado.contenido_desde)}`;
      return siguiente ? `${desde}; la cambió la de ${publicacion(siguiente)}` : `${desde}, y es el vigente`;
    }
    siguiente = listado.contenido_desde;
    lugar = publicaciones.findIndex((una) => una.id === siguiente) + 1;
  }
  return null;
}
