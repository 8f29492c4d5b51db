/** Numbers and bytes in PDFium's memory. */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { Unreadable } from '../files/outcome.ts'
import type { Rect } from './pdfium-page.ts'

/** The library's memory. Its views are made anew whenever it grows, so they are asked for each time. */
interface Memory {
  HEAPU8: Uint8Array
  HEAP32: Int32Array
  HEAPF32: Float32Array
  HEAPF64: Float64Array
}

export function memoryOf(lib: WrappedPdfiumModule): Memory {
  return lib.pdfium as unknown as Memory
}

export function whole(lib: WrappedPdfiumModule, at: number): number {
  return memoryOf(lib).HEAP32[at / 4] ?? 0
}

export function double(lib: WrappedPdfiumModule, at: number): number {
  return memoryOf(lib).HEAPF64[at / 8] ?? 0
}

export function within(part: number): number {
  return Math.min(1, Math.max(0, part))
}

export function put(lib: WrappedPdfiumModule, bytes: Uint8Array): number {
  const memory = lib.pdfium.wasmExports.malloc(Math.max(1, bytes.length))
  if (memory === 0) throw new Unreadable('文件过大，内存不足')
  memoryOf(lib).HEAPU8.set(bytes, memory)
  return memory
}

export function floats(lib: WrappedPdfiumModule, memory: number): number[] {
  return [0, 4, 8, 12].map((offset) => memoryOf(lib).HEAPF32[(memory + offset) / 4] ?? 0)
}

export function upright({ left, bottom, right, top }: Rect): Rect {
  return { left: Math.min(left, right), right: Math.max(left, right), bottom: Math.min(bottom, top), top: Math.max(bottom, top) }
}
