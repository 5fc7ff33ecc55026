/*
 * The reference of writing: a TSV becomes an XLSX through libxlsxwriter in constant_memory mode.
 *
 *   escribir DATOS.tsv SALIDA.xlsx CLASES AVISO.txt
 *
 * The first line of the TSV is the header. CLASES has one letter a column: T text, N number, F date (yyyy-mm-dd).
 * Inside a field, \n, \r, \t and \\ are escapes. An empty field is an empty cell. AVISO.txt is the second sheet.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

static void desescapar(char *texto) {
    char *salida = texto;
    for (; *texto; texto++) {
        if (*texto == '\\' && texto[1]) {
            texto++;
            *salida++ = *texto == 'n' ? '\n' : *texto == 'r' ? '\r' : *texto == 't' ? '\t' : *texto;
        } else {
            *salida++ = *texto;
        }
    }
    *salida = 0;
}

/* Days since 1899-12-30, which is how a serial counts from March 1900 on. */
static long serial(int ano, int mes, int dia) {
    int a = (14 - mes) / 12, y = ano + 4800 - a, m = mes + 12 * a - 3;
    return dia + (153 * m + 2) / 5 + 365L * y + y / 4 - y / 100 + y / 400 - 32045 - 2415019;
}

int main(int argc, char **argv) {
    if (argc != 5) {
        fprintf(stderr, "usage: escribir DATOS.tsv SALIDA.xlsx CLASES AVISO.txt\n");
        return 2;
    }
    FILE *datos = fopen(argv[1], "rb"), *aviso = fopen(argv[4], "rb");
    if (!datos || !aviso) {
        perror("escribir");
        return 1;
    }
    const char *clases = argv[3];
    const size_t columnas = strlen(clases);
    lxw_workbook_options opciones = {.constant_memory = LXW_TRUE};
    lxw_workbook *libro = workbook_new_opt(argv[2], &opciones);
    /* The same rows, the same bytes: the day it is written is nobody's business. */
    lxw_doc_properties propiedades = {.created = 1609459200};
    workbook_set_properties(libro, &propiedades);
    lxw_worksheet *hoja = workbook_add_worksheet(libro, "Listado");
    lxw_format *fecha = workbook_add_format(libro);
    format_set_num_format(fecha, "dd/mm/yyyy");

    char *linea = NULL;
    size_t cabe = 0;
    ssize_t largo;
    lxw_row_t fila = 0;
    while ((largo = getline(&linea, &cabe, datos)) > 0) {
        if (linea[largo - 1] == '\n')
            linea[--largo] = 0;
        char *resto = linea;
        for (size_t i = 0; i < columnas && resto; i++) {
            char *campo = strsep(&resto, "\t");
            int ano, mes, dia;
            if (!*campo)
                continue;
            if (fila > 0 && clases[i] == 'N')
                worksheet_write_number(hoja, fila, (lxw_col_t)i, strtod(campo, NULL), NULL);
            else if (fila > 0 && clases[i] == 'F' && sscanf(campo, "%d-%d-%d", &ano, &mes, &dia) == 3)
                worksheet_write_number(hoja, fila, (lxw_col_t)i, (double)serial(ano, mes, dia), fecha);
            else {
                desescapar(campo);
                worksheet_write_string(hoja, fila, (lxw_col_t)i, campo, NULL);
            }
        }
        fila++;
    }

    lxw_worksheet *segunda = workbook_add_worksheet(libro, "INFORMACIÓN IMPORTANTE");
    for (fila = 0; (largo = getline(&linea, &cabe, aviso)) > 0; fila++) {
        if (linea[largo - 1] == '\n')
            linea[--largo] = 0;
        worksheet_write_string(segunda, fila, 0, linea, NULL);
    }
    free(linea);
    fclose(datos);
    fclose(aviso);
    lxw_error error = workbook_close(libro);
    if (error)
        fprintf(stderr, "escribir: %s\n", lxw_strerror(error));
    return error ? 1 : 0;
}
