// The API as any other program uses it: /v1 and nothing else.

/** What the API answers when it does not answer what was asked: its RFC 9457 problem. */
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

/** A JSON answer. Throws a Falla when it is a problem, or when nobody answers. */
export async function pedir(ruta, opciones) {
  let respuesta;
  try {
    respuesta = await fetch(ruta, opciones);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Falla({ title: "Sin conexión", detail: "No se pudo llegar al servidor. Revisa tu conexión e intenta de nuevo.", errores: [] }, 0);
  }
  const cuerpo = await respuesta.json().catch(() => ({}));
  if (!respuesta.ok) throw new Falla({ title: `Error ${respuesta.status}`, errores: [], ...cuerpo }, respuesta.status);
  return cuerpo;
}

/** What is sent to be answered, and not kept. */
export const enviar = (ruta, cuerpo, tipo = "application/json") =>
  pedir(ruta, { method: "POST", body: tipo === "application/json" ? JSON.stringify(cuerpo) : cuerpo, headers: tipo ? { "Content-Type": tipo } : {} });

/** What the address of the page says of these; whatever others hang on a shared link is left aside. */
export const deLaDireccion = (nombres) => Object.fromEntries([...new URLSearchParams(location.search)].filter(([nombre]) => nombres.includes(nombre)));
