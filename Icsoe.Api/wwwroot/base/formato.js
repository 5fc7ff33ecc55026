// Days, numbers and names as people read them in Mexico.

const ENTEROS = new Intl.NumberFormat("es-MX");
const PORCIENTOS = new Intl.NumberFormat("es-MX", { style: "percent", maximumFractionDigits: 1 });
const DIAS = new Intl.DateTimeFormat("es-MX", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const INSTANTES = new Intl.DateTimeFormat("es-MX", { day: "numeric", month: "long", year: "numeric", timeZone: "America/Mexico_City" });
const MESES = new Intl.DateTimeFormat("es-MX", { month: "long", year: "numeric", timeZone: "UTC" });
const CUATRIMESTRES = ["enero-abril", "mayo-agosto", "septiembre-diciembre"];

const ETIQUETAS = {
  lista: { publico: "Listado Público", inconsistente: "Con Información Inconsistente" },
  tipo_persona: { fisica: "Persona física", moral: "Persona moral" },
  tipo_informativa: { normal: "Normal", sin_informacion: "Sin información", correccion: "Corrección", sin_efectos: "Sin efectos", actualizacion: "Actualización" },
  inconsistencia: {
    SERVICIO_NULO: "Sin servicio u obra",
    MISMO_CONTRATANTE: "Contratista y contratante es el mismo",
    FECHA_INICIO: "Fecha de inicio incorrecta",
    SIN_CONTRATOS: "Sin contratos presentados",
    CONTEO_CONTRATOS: "Número de contratos diferente",
    SIN_TRABAJADORES: "Sin trabajadores",
    INFORMATIVA_MULTIPLE: "Informativa múltiple",
    OTRA: "Otra",
    CAMPO_NULO: "Falta un dato",
  },
  cambio: { aparece: "Aparece", desaparece: "Ya no aparece", cambia: "Cambia", cambia_de_lista: "Cambia de lista" },
  rol: { contratista: "Contratista", contratante: "Contratante" },
};

/** 1,234. */
export const numero = (cuantos) => ENTEROS.format(cuantos);

/** 2.1 %. */
export const porciento = (proporcion) => PORCIENTOS.format(proporcion);

/** «1 contrato», «1,234 contratos». */
export const cuantos = (cantidad, uno, varios = `${uno}s`) => `${numero(cantidad)} ${cantidad === 1 ? uno : varios}`;

/** A count that may have stopped: «más de 10,000». */
export const conteo = ({ valor, relacion }) => (relacion === "exacto" ? numero(valor) : `más de ${numero(valor)}`);

/** 4 de junio de 2026, of «2026-06-04». */
export const dia = (fecha) => (fecha ? DIAS.format(new Date(`${fecha}T00:00:00Z`)) : null);

/** The Mexico City day of an instant. */
export const diaDe = (instante) => INSTANTES.format(new Date(instante));

/** enero-abril de 2026, of «2026-1». */
export const periodo = (texto) => `${CUATRIMESTRES[texto[5] - 1]} de ${texto.slice(0, 4)}`;

/** junio de 2026, of «2026-06»; «2026-06.2» is the second of its month. */
export function publicacion(id) {
  const [mes, veces] = id.split(".");
  return MESES.format(new Date(`${mes}-01T00:00:00Z`)) + (veces ? ` (${veces}.ª)` : "");
}

/** A value in people's words; itself when there are none. */
export const etiqueta = (clase, valor) => ETIQUETAS[clase]?.[valor] ?? valor;

/** Every value of a kind, with its words. */
export const etiquetas = (clase) => Object.entries(ETIQUETAS[clase]);
