/** Foreign files in, safe grids and texts out. */
export type { FileReader } from './reader.ts'
export { fileReader } from './reader.ts'
