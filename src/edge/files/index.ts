/** Foreign files in, safe grids and texts out. */
export type { FileReader, NamedBytes } from './reader.ts'
export { fileReader } from './reader.ts'
export { reportReader } from './report-reader.ts'
export { fitPicture } from './fit-picture.ts'
export { catalogueReader, documentReader, sheetReader } from './one-file-reader.ts'
