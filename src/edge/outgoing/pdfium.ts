/** PDFium, wrapped once: documents and pages as objects, points and boxes as plain numbers. Nothing else touches its memory. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { Unreadable } from '../files/outcome.ts'
import { BOUNDS } from './limits.ts'
import { memoryOf, put } from './pdfium-memory.ts'
import { PdfPage } from './pdfium-page.ts'

let loaded: Promise<WrappedPdfiumModule> | null = null

export function pdfium(): Promise<WrappedPdfiumModule> {
  loaded ??= (async () => {
    const wasm = readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')))
    const wrapped = await init({
      wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer,
    })
    wrapped.PDFiumExt_Init()
    return wrapped
  })()
  return loaded
}

const PASSWORD_ERROR = 4

export class PdfFile {
  readonly #lib: WrappedPdfiumModule
  readonly #memory: number
  readonly handle: number

  constructor(lib: WrappedPdfiumModule, bytes: Uint8Array | null) {
    this.#lib = lib
    this.#memory = 0
    if (bytes === null) {
      this.handle = lib.FPDF_CreateNewDocument()
      return
    }
    this.#memory = put(lib, bytes)
    this.handle = lib.FPDF_LoadMemDocument(this.#memory, bytes.length, '')
    if (this.handle === 0)
      throw new Unreadable(
        lib.FPDF_GetLastError() === PASSWORD_ERROR ? 'PDF 有密码，不能打开；请去掉密码后再试' : 'PDF 已损坏，不能打开',
      )
    if (this.pages() > BOUNDS.pages) throw new Unreadable(`超过 ${BOUNDS.pages} 页；请拆分后再试`)
  }

  pages(): number {
    return this.#lib.FPDF_GetPageCount(this.handle)
  }

  /** Opens a page for the time of the work. */
  withPage<T>(number: number, work: (page: PdfPage) => T): T {
    const handle = this.#lib.FPDF_LoadPage(this.handle, number - 1)
    if (handle === 0) throw new Unreadable(`第${number}页已损坏，不能打开`)
    try {
      return work(new PdfPage(this.#lib, handle))
    } finally {
      this.#lib.FPDF_ClosePage(handle)
    }
  }

  importPage(from: PdfFile, number: number): void {
    const index = put(this.#lib, new Uint8Array(new Int32Array([number - 1]).buffer))
    const done = this.#lib.FPDF_ImportPagesByIndex(this.handle, from.handle, index, 1, this.pages())
    this.#lib.pdfium.wasmExports.free(index)
    if (!done) throw new Unreadable(`第${number}页不能取出`)
  }

  /** A page that is one picture. */
  addPicturePage(width: number, height: number, jpeg: Uint8Array): void {
    const lib = this.#lib
    const page = lib.FPDFPage_New(this.handle, this.pages(), width, height)
    const image = lib.FPDFPageObj_NewImageObj(this.handle)
    const memory = put(lib, jpeg)
    const set = lib.EPDFImageObj_SetJpeg(0, 0, image, memory, jpeg.length)
    lib.pdfium.wasmExports.free(memory)
    if (!set) throw new Error('the picture of a page was not taken')
    lib.FPDFPageObj_Transform(image, width, 0, 0, height, 0, 0)
    lib.FPDFPage_InsertObject(page, image)
    lib.FPDFPage_GenerateContent(page)
    lib.FPDF_ClosePage(page)
  }

  save(): Uint8Array {
    const lib = this.#lib
    const writer = lib.PDFiumExt_OpenFileWriter()
    lib.PDFiumExt_SaveAsCopy(this.handle, writer)
    const size = lib.PDFiumExt_GetFileWriterSize(writer)
    const memory = lib.pdfium.wasmExports.malloc(size)
    lib.PDFiumExt_GetFileWriterData(writer, memory, size)
    const bytes = memoryOf(lib).HEAPU8.slice(memory, memory + size)
    lib.pdfium.wasmExports.free(memory)
    lib.PDFiumExt_CloseFileWriter(writer)
    return bytes
  }

  close(): void {
    this.#lib.FPDF_CloseDocument(this.handle)
    if (this.#memory !== 0) this.#lib.pdfium.wasmExports.free(this.#memory)
  }
}
