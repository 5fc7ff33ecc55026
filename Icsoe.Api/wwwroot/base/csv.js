// What is on screen, to be kept: RFC 4180, in UTF-8.

/** Where a table can be downloaded from. Columns are [title, cell of a row]. */
export function direccionCsv(columnas, filas) {
  const renglones = [columnas.map(([nombre]) => nombre), ...filas.map((fila) => columnas.map(([, celda]) => celda(fila)))];
  return URL.createObjectURL(new Blob(renglones.map((renglon) => `${renglon.map(escribir).join(",")}\r\n`), { type: "text/csv;charset=utf-8" }));
}

function escribir(valor) {
  const texto = valor === null || valor === undefined ? "" : String(valor.textContent ?? valor);
  return /[",\r\n]/.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto;
}
