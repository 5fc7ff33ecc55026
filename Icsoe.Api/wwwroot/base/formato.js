// Days, numbers and names as people read them in Mexico.

const ENTEROS = new Intl.NumberFormat("es-MX");
const PORCIENTOS = new Intl.NumberFormat("es-MX", { style: "percent", maximumFractionDigits: 1 });
const DIAS = new Intl.DateTimeFormat("es-MX", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const INSTANTES = new Intl.DateTimeFormat("es-MX", { day: "numeric", month: "long", year: "numeric", timeZone: "America/Mexico_City" });
const MESES = new Intl.DateTimeFormat("es-MX", { month: "long", year: "numeric", timeZone: "UTC" });
const CUATRIMESTRES = ["enero-abril", "mayo-agosto", "septiembre-diciembre"];

// Those of the table «¿Cómo solventar la inconsistencia?».
const SOLVENTABLES = {
  SERVICIO_NULO: "Sin servicio u obra",
  MISMO_CONTRATANTE: "Contratista y contratante es el mismo",
  FECHA_INICIO: "Fecha de inicio incorrecta",
  SIN_CONTRATOS: "Sin contratos presentados",
  CONTEO_CONTRATOS: "Número de contratos diferente",
  SIN_TRABAJADORES: "Sin trabajadores",
  INFORMATIVA_MULTIPLE: "Informativa múltiple",
};

const ETIQUETAS = {
  lista: { publico: "Listado Público", inconsistente: "Con Información Inconsistente" },
  listado: { publico: "Listado Público", inconsistente: "Listado con Información Inconsistente" },
  tipo_persona: { fisica: "Persona física", moral: "Persona moral" },
  tipo_informativa: { normal: "Normal", sin_informacion: "Sin información", correccion: "Corrección", sin_efectos: "Sin efectos", actualizacion: "Actualización" },
  inconsistencia: { ...SOLVENTABLES, OTRA: "Otra", CAMPO_NULO: "Falta un dato" },
  cambio: { aparece: "Aparece", desaparece: "Ya no aparece", cambia: "Cambia", cambia_de_lista: "Cambia de lista" },
  rol: { contratista: "Contratista", contratante: "Contratante" },
};

/** 1,234. */
export const numero = (cuantos) => ENTEROS.format(cuantos);

/** 2.1 %. */
export const porciento = (proporcion) => PORCIENTOS.format(proporcion);

/** «1 contrato», «1,234 contratos». */
export const cuantos = (cantidad, uno, varios = `${uno}s`) => `${numero(cantidad)} ${cantidad === 1 ? uno : varios}`;

/** A count that may have stopped, of something or of nothing: «más de 10,000», «1 contrato». */
export const conteo = ({ valor, relacion }, uno) => (relacion === "exacto" ? "" : "más de ") + (uno ? cuantos(valor, uno) : numero(valor));

/** 4 de junio de 2026, of «2026-06-04». */
export const dia = (fecha) => (fecha ? DIAS.format(new Date(`${fecha}T00:00:00Z`)) : null);

/** The Mexico City day of an instant. */
export const diaDe = (instante) => INSTANTES.format(new Date(instante));

/** enero-abril de 2026, of «2026-1». What an address says may be anything: it comes out as it is. */
export function periodo(texto) {
  const [, anio, cuatrimestre] = /^(\d{4})-([1-3])$/.exec(texto) ?? [];
  return anio ? `${CUATRIMESTRES[cuatrimestre - 1]} de ${anio}` : texto;
}

/** junio de 2026, of «2026-06»; «2026-06.2» is the second of its month. What is no id comes out as it is. */
export function publicacion(id) {
  const [, mes, veces] = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:\.(\d+))?$/.exec(id) ?? [];
  return mes ? MESES.format(new Date(`${mes}-01T00:00:00Z`)) + (veces ? ` (${veces}.ª)` : "") : id;
}

/** A value in people's words; itself when there are none. */
export const etiqueta = (clase, valor) => ETIQUETAS[clase]?.[valor] ?? valor;

/** Whether the official help says what to do about it. */
export const seSolventa = (codigo) => codigo in SOLVENTABLES;

/** Every value of a kind, with its words. */
export const etiquetas = (clase) => Object.entries(ETIQUETAS[clase]);
