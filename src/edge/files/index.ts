/** Foreign files in, safe grids and texts out. */
export type { ReadOutcome } from './outcome.ts'
export { LIMITS } from './outcome.ts'
export type { FileReader } from './reader.ts'
export { fileReader } from './reader.ts'
