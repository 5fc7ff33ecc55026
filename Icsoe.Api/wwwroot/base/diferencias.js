// What is not as it was in a row, in words.
import { h } from "./dom.js";
import { dia, etiqueta, numero, periodo } from "./formato.js";

const CAMPOS = {
  lista: ["Lista", (valor) => etiqueta("lista", valor)],
  folio: ["Folio", String],
  periodo: ["Cuatrimestre", periodo],
  servicio: ["Servicio u obra", String],
  fecha_inicio: ["Inicio", dia],
  fecha_fin: ["Fin", dia],
  personas_trabajadoras: ["Personas trabajadoras", numero],
  "contratista.nombre": ["Contratista", String],
  "contratista.tipo_persona": ["Tipo de persona del contratista", (valor) => etiqueta("tipo_persona", valor)],
  "contratante.nombre": ["Cliente", String],
  "contratante.tipo_persona": ["Tipo de persona del cliente", (valor) => etiqueta("tipo_persona", valor)],
  "informativa.folio": ["Informativa", String],
  "informativa.tipo": ["Tipo de informativa", (valor) => etiqueta("tipo_informativa", valor)],
  "informativa.fecha_presentacion": ["Presentación", dia],
  tipo: ["Tipo de informativa", (valor) => etiqueta("tipo_informativa", valor)],
  fecha_presentacion: ["Presentación", dia],
  contratos: ["Contratos", numero],
  inconsistencias: ["Inconsistencias", hallazgos],
  observaciones: ["Observaciones", hallazgos],
};

function hallazgos(lista) {
  const codigos = [...new Set(lista.map((hallazgo) => hallazgo.codigo))];
  return codigos.length > 0 ? codigos.map((codigo) => etiqueta("inconsistencia", codigo)).join(", ") : "ninguna";
}

/** A line for each field that changed and that says something to a person. */
export const diferencias = (cambio) =>
  cambio.campos
    .filter((campo) => campo in CAMPOS)
    .map((campo) => {
      const [nombre, escribir] = CAMPOS[campo];
      const lado = (fila) => {
        const valor = campo.split(".").reduce((dato, parte) => dato?.[parte], fila);
        return (valor === null || valor === undefined ? null : escribir(valor)) ?? "sin dato";
      };
      return h("p", { class: "diferencia" }, `${nombre}: `, h("del", null, h("span", { class: "oculto" }, "antes "), lado(cambio.antes)), " → ", h("ins", null, h("span", { class: "oculto" }, "después "), lado(cambio.despues)));
    });
