// Which publication a file is of. Only its digest leaves the machine.
import { Falla, direccion, fallaDe, pedir, preguntar } from "./base/api.js";
import { h } from "./base/dom.js";
import { publicacion } from "./base/formato.js";

const LISTADO = /^(LP|LII)([PST])(\d{4})\./;

/** What is known of a file, to be shown. Throws a Falla when it could not be known: what was not answered proves nothing against a file. */
export async function comprobarArchivo(archivo) {
  if (archivo.size === 0) return [h("span", { class: "sello alerta" }, "Está vacío"), `«${archivo.name}» no tiene nada, y no prueba nada.`];
  const sha256 = await sha256De(archivo);
  const digest = h("code", { class: "sha" }, sha256.toUpperCase());
  const direccionSuya = `/v1/archivos/sha256/${sha256}`;
  const conocido = await preguntar(direccionSuya, { method: "HEAD" });
  if (conocido.ok) {
    // Whoever lends the connection answers 200 to anything; only the server knows the digest.
    if (!conocido.headers.get("ETag")?.includes(sha256)) throw await fallaDe(conocido);
    return [h("span", { class: "sello" }, "Auténtico"), await cual(archivo.name, suNombre(conocido), sha256), digest];
  }
  // To a HEAD there is no body: why there is none, the same question by GET says.
  const motivo = await fallaDe(await preguntar(direccionSuya));
  const { codigo } = motivo.problema;
  if (codigo === "ARCHIVO_RETENIDO") {
    const original = await originalCon(sha256);
    return [h("span", { class: "sello" }, "Auténtico"), `${await cual(archivo.name, original, sha256)} Es el original del IMSS: aquí se publica su SHA-256, y el archivo se descarga del IMSS.`, digest];
  }
  if (codigo === "INFORMACION_RETIRADA") return [h("span", { class: "sello alerta" }, "Retirado"), "Se publicó, y después se retiró de todas las publicaciones.", digest];
  if (codigo === "ARCHIVO_INEXISTENTE") {
    return [h("span", { class: "sello mal" }, "No coincide"), `«${archivo.name}» no es ninguno de los archivos publicados: o no salió de aquí, o le cambió algo.`, digest];
  }
  throw motivo;
}

async function sha256De(archivo) {
  if (!window.crypto?.subtle) throw new Falla({ detail: "Tu navegador sólo calcula un SHA-256 en páginas seguras (https)." }, 0);
  let bytes;
  try {
    bytes = await archivo.arrayBuffer();
  } catch {
    throw new Falla({ detail: "El archivo no se pudo leer: vuelve a elegirlo." }, 0);
  }
  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const suNombre = (respuesta) => /filename="?([^";]+)/.exec(respuesta.headers.get("Content-Disposition") ?? "")?.[1];

// Several listados may have the same content, and what the person calls the file may be one of them. When this cannot be asked the
// verdict stands without it.
async function cual(suyo, publicado, sha256) {
  const intentar = (nombre) => publicacionesCon(sha256, nombre).catch(() => null);
  const versiones = await intentar(suyo);
  if (versiones) return `Es ${suyo}, ${versiones}.`;
  if (!publicado) return "Es uno de los archivos publicados.";
  const suyas = suyo === publicado ? null : await intentar(publicado);
  return `${suyo === publicado ? "Es" : "Tiene el mismo contenido que"} ${publicado}${suyas ? `, ${suyas}` : ""}.`;
}

// What a file that is not handed out is called; null when only an earlier publication had it.
async function originalCon(sha256) {
  const listados = await pedir("/v1/listados").catch(() => ({ datos: [] }));
  return listados.datos.flatMap((listado) => listado.archivos).find((archivo) => archivo.sha256 === sha256)?.nombre ?? null;
}

// The publications in which a listado's file of that name had that digest, in words; null when none did. Each answer says since when its
// content is what it is, and so whole runs of publications are passed over.
async function publicacionesCon(sha256, nombre) {
  const partes = LISTADO.exec(nombre ?? "");
  if (!partes) return null;
  const ruta = `/v1/listados/${partes[1] === "LP" ? "publico" : "inconsistente"}/${partes[3]}/${"PST".indexOf(partes[2]) + 1}`;
  const publicaciones = (await pedir("/v1/publicaciones")).datos;
  let siguiente = null;
  for (let lugar = 0; lugar < publicaciones.length; ) {
    const listado = await pedir(direccion(ruta, { publicacion: publicaciones[lugar].id }));
    if (!listado.contenido_desde) return null;
    if (listado.archivos.some((archivo) => archivo.nombre === nombre && archivo.sha256 === sha256)) {
      const desde = `de la publicación de ${publicacion(listado.contenido_desde)}`;
      return siguiente ? `${desde}; la cambió la de ${publicacion(siguiente)}` : `${desde}, y es el vigente`;
    }
    siguiente = listado.contenido_desde;
    lugar = publicaciones.findIndex((una) => una.id === siguiente) + 1;
  }
  return null;
}
