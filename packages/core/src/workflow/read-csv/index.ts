export { decode } from "./decode.ts";
export { type CsvRow, type CsvSheet, type Headings, readSheet } from "./sheet.ts";
