/** PDFium, wrapped once: documents and pages as objects, points and boxes as plain numbers. Nothing else touches its memory. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { Unreadable } from '../files/outcome.ts'
import { BOUNDS } from './limits.ts'

/** Page space: points, origin at the lower left of the sheet, before any turning. */
export interface Rect {
  left: number
  bottom: number
  right: number
  top: number
}

export interface Char {
  letter: string
  /** Made up by the reader between pieces of text; it stands nowhere. */
  made: boolean
  /** From its neighbours to the left and right, from the line above to the line below: fonts have room to spare above and below. */
  box: Rect
  /** The text object it belongs to. */
  of: number
}

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

export interface PageObject {
  handle: number
  type: 'text' | 'path' | 'image' | 'shading' | 'form' | 'unknown'
  box: Rect | null
}

const TYPES = ['unknown', 'text', 'path', 'image', 'shading', 'form'] as const
/** Page positions are asked in whole numbers; a page this large makes them fine enough. */
const FINE = 1_000_000

export class PdfPage {
  readonly #lib: WrappedPdfiumModule
  readonly handle: number

  constructor(lib: WrappedPdfiumModule, handle: number) {
    this.#lib = lib
    this.handle = handle
  }

  /** As shown: turned pages have their sides exchanged. */
  size(): { width: number; height: number } {
    return { width: this.#lib.FPDF_GetPageWidthF(this.handle), height: this.#lib.FPDF_GetPageHeightF(this.handle) }
  }

  chars(): Char[] {
    const lib = this.#lib
    const text = lib.FPDFText_LoadPage(this.handle)
    const memory = lib.pdfium.wasmExports.malloc(16)
    const chars = Array.from({ length: lib.FPDFText_CountChars(text) }, (_, index): Char => {
      lib.FPDFText_GetLooseCharBox(text, index, memory)
      const [left = 0, top = 0, right = 0, bottom = 0] = floats(lib, memory)
      const code = lib.FPDFText_GetUnicode(text, index)
      const letter = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
      return {
        letter,
        made: lib.FPDFText_IsGenerated(text, index) === 1,
        box: upright({ left, bottom, right, top }),
        of: lib.FPDFText_GetTextObject(text, index),
      }
    })
    lib.pdfium.wasmExports.free(memory)
    lib.FPDFText_ClosePage(text)
    return chars
  }

  objects(): PageObject[] {
    return Array.from({ length: this.#lib.FPDFPage_CountObjects(this.handle) }, (_, index) =>
      this.#object(this.#lib.FPDFPage_GetObject(this.handle, index)),
    )
  }

  #object(handle: number): PageObject {
    const lib = this.#lib
    const memory = lib.pdfium.wasmExports.malloc(16)
    const known = lib.FPDFPageObj_GetBounds(handle, memory, memory + 4, memory + 8, memory + 12)
    const [left = 0, bottom = 0, right = 0, top = 0] = floats(lib, memory)
    lib.pdfium.wasmExports.free(memory)
    return {
      handle,
      type: TYPES[lib.FPDFPageObj_GetType(handle)] ?? 'unknown',
      box: known ? upright({ left, bottom, right, top }) : null,
    }
  }

  /** A filled path or a picture that hides what lies under it. */
  isOpaque(object: PageObject): boolean {
    const lib = this.#lib
    if (lib.FPDFPageObj_HasTransparency(object.handle)) return false
    if (object.type !== 'path') return object.type === 'image'
    const memory = lib.pdfium.wasmExports.malloc(16)
    lib.FPDFPath_GetDrawMode(object.handle, memory, memory + 4)
    const fill = whole(lib, memory)
    const coloured = lib.FPDFPageObj_GetFillColor(object.handle, memory, memory + 4, memory + 8, memory + 12)
    const alpha = whole(lib, memory + 12)
    lib.pdfium.wasmExports.free(memory)
    return fill !== 0 && coloured && alpha === 255
  }

  segments(object: PageObject): number {
    return object.type === 'path' ? this.#lib.FPDFPath_CountSegments(object.handle) : 0
  }

  isInvisibleText(object: PageObject): boolean {
    return object.type === 'text' && this.#lib.FPDFTextObj_GetTextRenderMode(object.handle) === 3
  }

  remove(object: PageObject): void {
    this.#lib.FPDFPage_RemoveObject(this.handle, object.handle)
  }

  /** Marks carry texts that stand for what they enclose (ActualText); those stay that the test lets stay, all others go. */
  dropMarks(mayStay: (replacement: string, lettersOfObject: number) => boolean): void {
    const text = this.#lib.FPDFText_LoadPage(this.handle)
    for (const object of this.objects()) this.#dropMarksOf(object, text, mayStay)
    this.#lib.FPDFText_ClosePage(text)
  }

  #dropMarksOf(object: PageObject, text: number, mayStay: (replacement: string, lettersOfObject: number) => boolean): void {
    const lib = this.#lib
    // Bytes of UTF-16 with an end mark.
    const letters = object.type === 'text' ? lib.FPDFTextObj_GetText(object.handle, text, 0, 0) / 2 - 1 : 0
    for (let index = lib.FPDFPageObj_CountMarks(object.handle) - 1; index >= 0; index--) {
      const mark = lib.FPDFPageObj_GetMark(object.handle, index)
      const replacement = this.#parameter(mark, 'ActualText')
      const described = this.#parameter(mark, 'Alt') !== null || this.#parameter(mark, 'E') !== null
      if (replacement === null || described || !mayStay(replacement, letters)) lib.FPDFPageObj_RemoveMark(object.handle, mark)
    }
  }

  #parameter(mark: number, key: string): string | null {
    const lib = this.#lib
    const size = 4096
    const memory = lib.pdfium.wasmExports.malloc(size + 4)
    const known = lib.FPDFPageObjMark_GetParamStringValue(mark, key, memory, size, memory + size)
    const length = whole(lib, memory + size)
    const bytes = memoryOf(lib).HEAPU8.slice(memory, memory + Math.min(length, size))
    lib.pdfium.wasmExports.free(memory)
    // A text too long to be read can't be judged: as if it held everything.
    if (!known) return null
    return length > size ? null : new TextDecoder('utf-16le').decode(bytes).replace(/\0+$/, '')
  }

  annotations(): { subtype: number; box: Rect; filled: boolean }[] {
    const lib = this.#lib
    const memory = lib.pdfium.wasmExports.malloc(16)
    const found = Array.from({ length: lib.FPDFPage_GetAnnotCount(this.handle) }, (_, index) => {
      const annotation = lib.FPDFPage_GetAnnot(this.handle, index)
      const subtype = lib.FPDFAnnot_GetSubtype(annotation)
      lib.FPDFAnnot_GetRect(annotation, memory)
      const [left = 0, top = 0, right = 0, bottom = 0] = floats(lib, memory)
      const filled = Boolean(lib.FPDFAnnot_GetColor(annotation, 1, memory, memory + 4, memory + 8, memory + 12))
      lib.FPDFPage_CloseAnnot(annotation)
      return { subtype, box: upright({ left, bottom, right, top }), filled }
    })
    lib.pdfium.wasmExports.free(memory)
    return found
  }

  removeAnnotations(unwanted: (subtype: number) => boolean): void {
    const lib = this.#lib
    for (let index = lib.FPDFPage_GetAnnotCount(this.handle) - 1; index >= 0; index--) {
      const annotation = lib.FPDFPage_GetAnnot(this.handle, index)
      const subtype = lib.FPDFAnnot_GetSubtype(annotation)
      lib.FPDFPage_CloseAnnot(annotation)
      if (unwanted(subtype)) lib.FPDFPage_RemoveAnnot(this.handle, index)
    }
  }

  /** What annotations and form fields show becomes part of the page. */
  flatten(): void {
    this.#lib.FPDFPage_Flatten(this.handle, 0)
  }

  /** Takes out text, pixels and lines in the box: every letter that it so much as touches. */
  redact(box: Rect): void {
    const memory = this.#lib.pdfium.wasmExports.malloc(16)
    memoryOf(this.#lib).HEAPF32.set([box.left, box.top, box.right, box.bottom], memory / 4)
    this.#lib.EPDFText_RedactInRect(this.handle, memory, true, false)
    this.#lib.pdfium.wasmExports.free(memory)
  }

  fillBlack(box: Rect): void {
    const lib = this.#lib
    const path = lib.FPDFPageObj_CreateNewRect(box.left, box.bottom, box.right - box.left, box.top - box.bottom)
    lib.FPDFPageObj_SetFillColor(path, 0, 0, 0, 255)
    lib.FPDFPath_SetDrawMode(path, 2, false)
    lib.FPDFPage_InsertObject(this.handle, path)
  }

  /** Puts a page of another document into the box, as large as fits; `turn` is the page's own quarter turns. */
  stamp(into: PdfFile, labels: PdfFile, label: number, size: { width: number; height: number }, box: Rect): void {
    const lib = this.#lib
    const turn = lib.FPDFPage_GetRotation(this.handle)
    const [width, height] =
      turn % 2 === 0 ? [box.right - box.left, box.top - box.bottom] : [box.top - box.bottom, box.right - box.left]
    const scale = Math.min(width / size.width, height / size.height, 1.1)
    const source = lib.FPDF_NewXObjectFromPage(into.handle, labels.handle, label)
    const object = lib.FPDF_NewFormObjectFromXObject(source)
    const [middleX, middleY] = [(box.left + box.right) / 2, (box.bottom + box.top) / 2]
    lib.FPDFPageObj_Transform(object, scale, 0, 0, scale, (-scale * size.width) / 2, (-scale * size.height) / 2)
    const angle = (-turn * Math.PI) / 2
    lib.FPDFPageObj_Transform(object, Math.cos(-angle), Math.sin(-angle), -Math.sin(-angle), Math.cos(-angle), middleX, middleY)
    lib.FPDFPage_InsertObject(this.handle, object)
    lib.FPDF_CloseXObject(source)
  }

  regenerate(): void {
    this.#lib.FPDFPage_GenerateContent(this.handle)
  }

  /** Parts of the shown page, from its upper left corner, to page space. */
  toPage(part: { x: number; y: number; width: number; height: number }): Rect {
    const from = this.#point(part.x, part.y)
    const to = this.#point(part.x + part.width, part.y + part.height)
    return upright({ left: from.x, top: from.y, right: to.x, bottom: to.y })
  }

  #point(x: number, y: number): { x: number; y: number } {
    const lib = this.#lib
    const memory = lib.pdfium.wasmExports.malloc(16)
    lib.FPDF_DeviceToPage(this.handle, 0, 0, FINE, FINE, 0, Math.round(x * FINE), Math.round(y * FINE), memory, memory + 8)
    const point = { x: double(lib, memory), y: double(lib, memory + 8) }
    lib.pdfium.wasmExports.free(memory)
    return point
  }

  /** Page space to parts of the shown page. */
  toPart(box: Rect): { x: number; y: number; width: number; height: number } {
    const lib = this.#lib
    const memory = lib.pdfium.wasmExports.malloc(8)
    const shown = [
      [box.left, box.top],
      [box.right, box.bottom],
    ].map(([x = 0, y = 0]) => {
      lib.FPDF_PageToDevice(this.handle, 0, 0, FINE, FINE, 0, x, y, memory, memory + 4)
      return { x: whole(lib, memory) / FINE, y: whole(lib, memory + 4) / FINE }
    })
    lib.pdfium.wasmExports.free(memory)
    const [xs, ys] = [shown.map(({ x }) => within(x)), shown.map(({ y }) => within(y))]
    const [x, y] = [Math.min(...xs), Math.min(...ys)]
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
  }

  /** RGBA pixels, on white. */
  render(width: number, height: number, withAnnotations: boolean): Uint8Array {
    const lib = this.#lib
    const bitmap = lib.FPDFBitmap_Create(width, height, 0)
    lib.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    const [annotations, reverse] = [1, 0x10]
    lib.FPDF_RenderPageBitmap(bitmap, this.handle, 0, 0, width, height, 0, reverse | (withAnnotations ? annotations : 0))
    const stride = lib.FPDFBitmap_GetStride(bitmap)
    const at = lib.FPDFBitmap_GetBuffer(bitmap)
    const pixels = memoryOf(lib).HEAPU8.slice(at, at + stride * height)
    lib.FPDFBitmap_Destroy(bitmap)
    return pixels
  }
}

/** The library's memory. Its views are made anew whenever it grows, so they are asked for each time. */
interface Memory {
  HEAPU8: Uint8Array
  HEAP32: Int32Array
  HEAPF32: Float32Array
  HEAPF64: Float64Array
}

function memoryOf(lib: WrappedPdfiumModule): Memory {
  return lib.pdfium as unknown as Memory
}

function whole(lib: WrappedPdfiumModule, at: number): number {
  return memoryOf(lib).HEAP32[at / 4] ?? 0
}

function double(lib: WrappedPdfiumModule, at: number): number {
  return memoryOf(lib).HEAPF64[at / 8] ?? 0
}

function within(part: number): number {
  return Math.min(1, Math.max(0, part))
}

function put(lib: WrappedPdfiumModule, bytes: Uint8Array): number {
  const memory = lib.pdfium.wasmExports.malloc(Math.max(1, bytes.length))
  if (memory === 0) throw new Unreadable('文件过大，内存不足')
  memoryOf(lib).HEAPU8.set(bytes, memory)
  return memory
}

function floats(lib: WrappedPdfiumModule, memory: number): number[] {
  return [0, 4, 8, 12].map((offset) => memoryOf(lib).HEAPF32[(memory + offset) / 4] ?? 0)
}

function upright({ left, bottom, right, top }: Rect): Rect {
  return { left: Math.min(left, right), right: Math.max(left, right), bottom: Math.min(bottom, top), top: Math.max(bottom, top) }
}
