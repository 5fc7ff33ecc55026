// The API as any other program uses it: /v1 and nothing else.
import { cuantos } from "./formato.js";

// How long an answer is waited for, in milliseconds; a file has to get there first.
const PLAZO = 30_000;
const PLAZO_DE_ENVIO = 180_000;

/** What the API answers when it does not answer what was asked: its RFC 9457 problem. `estado` is 0 when nobody answered. */
export class Falla extends Error {
  constructor(problema, estado) {
    super(problema.detail ?? problema.title);
    this.problema = problema;
    this.estado = estado;
  }
}

/** An address with its parameters; null, empty and missing ones are left out, and a list is repeated. */
export function direccion(ruta, parametros = {}) {
  const pares = new URLSearchParams();
  for (const [nombre, valor] of Object.entries(parametros)) {
    for (const uno of Array.isArray(valor) ? valor : [valor]) {
      if (uno !== null && uno !== undefined && uno !== "") pares.append(nombre, uno);
    }
  }
  const consulta = pares.toString();
  return consulta ? `${ruta}?${consulta}` : ruta;
}

/** An answer, whatever it holds and whatever its status. Throws a Falla when nobody answers. */
export async function preguntar(ruta, { headers, ...opciones } = {}) {
  try {
    // What goes wrong is told in the language of the page, which may not be the browser's.
    return await fetch(ruta, { ...opciones, headers: { "Accept-Language": "es", ...headers }, signal: AbortSignal.timeout(opciones.body ? PLAZO_DE_ENVIO : PLAZO) });
  } catch (error) {
    throw sinRespuesta(error);
  }
}

// A body may stop half way too.
function sinRespuesta(error) {
  return error.name === "TimeoutError"
    ? new Falla({ title: "El servidor tarda demasiado", detail: "Intenta de nuevo en un momento." }, 0)
    : new Falla({ title: "Sin conexión", detail: "No se pudo llegar al servidor. Revisa tu conexión e intenta de nuevo." }, 0);
}

/** The Falla that an answer tells when it is not what was asked: the API's own, or what is known of one that something on the way gave. `palabras` are better ones for a status. */
export async function fallaDe(respuesta, palabras = {}) {
  const cuerpo = await respuesta.json().catch(() => null);
  const detail = palabras[respuesta.status];
  return new Falla({ ...(cuerpo?.codigo ? cuerpo : sinPalabras(respuesta)), ...deEspera(respuesta), ...(detail && { detail }) }, respuesta.status);
}

const sinPalabras = ({ status }) =>
  status === 413
    ? { title: "Es demasiado grande", detail: "El servidor no recibe algo de ese tamaño." }
    : { title: "El servidor no respondió bien", detail: "Intenta de nuevo en un momento." };

// Programs read Retry-After; people are told.
function deEspera({ status, headers }) {
  if (status !== 429) return null;
  const segundos = Number(headers.get("Retry-After"));
  return { title: "Demasiadas consultas", detail: `Hay muchas consultas a la vez; intenta de nuevo en ${segundos > 0 ? cuantos(segundos, "segundo") : "un momento"}.` };
}

/** A JSON answer. Throws a Falla when it is a problem, when it is not JSON, or when nobody answers. */
export async function pedir(ruta, opciones, palabras) {
  const respuesta = await preguntar(ruta, opciones);
  if (!respuesta.ok) throw await fallaDe(respuesta, palabras);
  try {
    return await respuesta.json();
  } catch (error) {
    // A page of whoever lends the connection comes with a 200 too.
    throw error.name === "SyntaxError" ? new Falla(sinPalabras(respuesta), respuesta.status) : sinRespuesta(error);
  }
}

const comoEnvio = (cuerpo) =>
  cuerpo instanceof FormData ? { method: "POST", body: cuerpo } : { method: "POST", body: JSON.stringify(cuerpo), headers: { "Content-Type": "application/json" } };

/** What is sent to be answered, and not kept: a form, or anything else as JSON. */
export const enviar = (ruta, cuerpo, palabras) => pedir(ruta, comoEnvio(cuerpo), palabras);

/** The same, answered as a file. */
export async function enviarPorArchivo(ruta, cuerpo) {
  const respuesta = await preguntar(ruta, comoEnvio(cuerpo));
  if (!respuesta.ok) throw await fallaDe(respuesta);
  return respuesta.blob().catch((error) => Promise.reject(sinRespuesta(error)));
}

/** A resource and, of one that left, what the last publication that had it says: the API tells which, in `ultima`. */
export async function leerOUltima(ruta, pedida) {
  try {
    return { recurso: await pedir(direccion(ruta, { publicacion: pedida })), ultima: null };
  } catch (error) {
    const ultima = error.problema?.ultima_publicacion;
    if (error.estado !== 410 || !ultima) throw error;
    return { recurso: await pedir(direccion(ruta, { publicacion: ultima })), ultima };
  }
}

/** What the address asks for: a jump within the page changes only the rest of it, and is told as going back is. */
export const loPedido = () => location.pathname + location.search;

/** What the address of the page says of these; whatever others hang on a shared link is left aside. */
export const deLaDireccion = (nombres) => Object.fromEntries([...new URLSearchParams(location.search)].filter(([nombre]) => nombres.includes(nombre)));
