/** A page of PDFium's, as plain numbers. */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { clipOf, type Matrix, matrixOf, moved, product, SAME } from './pdfium-matrix.ts'
import { intersection } from './geometry.ts'
import { double, floats, memoryOf, upright, whole, within } from './pdfium-memory.ts'
import type { Reading } from './pdf-readings.ts'
import type { PdfFile } from './pdfium.ts'

/** Of a ground's usual size; smaller letters than these are not read. */
const LEGIBLE = 0.45

/** Page space: points, origin at the lower left of the sheet, before any turning. */
export interface Rect {
  left: number
  bottom: number
  right: number
  top: number
}

export interface Char {
  /** Its place in the text of the page. */
  at: number
  letter: string
  /** Made up by the reader between pieces of text; it stands nowhere. */
  made: boolean
  /** From its neighbours to the left and right, from the line above to the line below: fonts have room to spare above and below. */
  box: Rect
  /** What its drawing fills. */
  ink: Rect
  /** The text object it belongs to. */
  of: number
}

export interface PageObject {
  handle: number
  type: 'text' | 'path' | 'image' | 'shading' | 'form' | 'unknown'
  box: Rect | null
}

/** Something that is painted, on the page itself or in a form on it, in the order of painting. */
export interface Painted extends PageObject {
  inForm: boolean
  /** What of the page it may paint at all. */
  clip: Rect | null
  /** It is cut out along a line that is no rectangle. */
  cutOut: boolean
}

/** What a mark may say besides: the place of its piece in the file's structure, and its language. */
const MARK_KEYS = new Set(['ActualText', 'MCID', 'Lang'])
/** Forms in forms in forms; what lies deeper is taken as one thing. */
const DEEPEST = 12
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
    const memory = lib.pdfium.wasmExports.malloc(32)
    const chars = Array.from({ length: lib.FPDFText_CountChars(text) }, (_, index): Char => {
      lib.FPDFText_GetLooseCharBox(text, index, memory)
      const [left = 0, top = 0, right = 0, bottom = 0] = floats(lib, memory)
      lib.FPDFText_GetCharBox(text, index, memory, memory + 8, memory + 16, memory + 24)
      const [from = 0, to = 0, low = 0, high = 0] = [0, 8, 16, 24].map((offset) => double(lib, memory + offset))
      const code = lib.FPDFText_GetUnicode(text, index)
      const letter = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
      return {
        at: index,
        letter,
        made: lib.FPDFText_IsGenerated(text, index) === 1,
        box: upright({ left, bottom, right, top }),
        ink: upright({ left: from, bottom: low, right: to, top: high }),
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

  /** Everything that is painted, also by forms and by forms in forms; positions are the page's. */
  painted(): Painted[] {
    return this.objects().flatMap((object) => this.#paintedBy(object, SAME, { clip: null, cutOut: false }, 0))
  }

  #paintedBy(object: PageObject, matrix: Matrix, outer: Pick<Painted, 'clip' | 'cutOut'>, depth: number): Painted[] {
    const lib = this.#lib
    const own = clipOf(lib, object.handle, matrix)
    const clip = own.clip && outer.clip ? intersection(own.clip, outer.clip) : (own.clip ?? outer.clip)
    const limit = { clip, cutOut: own.cutOut || outer.cutOut }
    if (object.type !== 'form' || depth > DEEPEST)
      return [{ ...object, box: object.box && moved(object.box, matrix), ...limit, inForm: depth > 0 }]
    const inner = product(matrixOf(lib, object.handle), matrix)
    return Array.from({ length: lib.FPDFFormObj_CountObjects(object.handle) }, (_, index) =>
      this.#paintedBy(this.#object(lib.FPDFFormObj_GetObject(object.handle, index)), inner, limit, depth + 1),
    ).flat()
  }

  /** Whether it is painted when the page is rendered; not saved. */
  setPainted(object: { handle: number }, on: boolean): void {
    this.#lib.FPDFPageObj_SetIsActive(object.handle, on)
  }

  /** Whether the font of a text has no drawings of its own in the file. */
  isFontMissing(text: number): boolean {
    const font = text === 0 ? 0 : this.#lib.FPDFTextObj_GetFont(text)
    return font !== 0 && this.#lib.FPDFFont_GetIsEmbedded(font) === 0
  }

  /** Width and height of a picture as it is stored. */
  pixelsOf(object: PageObject): { width: number; height: number } {
    const lib = this.#lib
    const memory = lib.pdfium.wasmExports.malloc(8)
    lib.FPDFImageObj_GetImagePixelSize(object.handle, memory, memory + 4)
    const size = { width: whole(lib, memory), height: whole(lib, memory + 4) }
    lib.pdfium.wasmExports.free(memory)
    return size
  }

  isTransparent(object: PageObject): boolean {
    return this.#lib.FPDFPageObj_HasTransparency(object.handle)
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

  remove(object: PageObject): void {
    this.#lib.FPDFPage_RemoveObject(this.handle, object.handle)
  }

  hasReadings(): boolean {
    const lib = this.#lib
    return this.objects().some(({ handle }) =>
      Array.from({ length: Math.max(0, lib.FPDFPageObj_CountMarks(handle)) }, (_, at) =>
        this.#parameter(lib.FPDFPageObj_GetMark(handle, at), 'ActualText'),
      ).some((reading) => reading !== null),
    )
  }

  /** Marks carry texts that stand for what they enclose (ActualText): those that help stay, all others go. Counts those that tell. */
  dropMarks(judge: (reading: string, object: number) => Reading): number {
    const lib = this.#lib
    let telling = 0
    this.objects().forEach(({ handle }, index) => {
      for (let at = lib.FPDFPageObj_CountMarks(handle) - 1; at >= 0; at--) {
        const mark = lib.FPDFPageObj_GetMark(handle, at)
        const reading = this.#parameter(mark, 'ActualText')
        const others = this.#keysOf(mark).filter((key) => !MARK_KEYS.has(key))
        const says = others.length > 0 ? 'tells' : reading === null ? 'same' : judge(reading, index)
        if (says === 'helps') continue
        if (says === 'tells') telling += 1
        lib.FPDFPageObj_RemoveMark(handle, mark)
      }
    })
    return telling
  }

  #keysOf(mark: number): string[] {
    const lib = this.#lib
    const size = 64
    const memory = lib.pdfium.wasmExports.malloc(size + 4)
    const keys = Array.from({ length: Math.max(0, lib.FPDFPageObjMark_CountParams(mark)) }, (_, at) => {
      if (!lib.FPDFPageObjMark_GetParamKey(mark, at, memory, size, memory + size)) return ''
      const length = Math.min(size, whole(lib, memory + size))
      return new TextDecoder('utf-16le').decode(memoryOf(lib).HEAPU8.slice(memory, memory + length)).replace(/\0+$/, '')
    })
    lib.pdfium.wasmExports.free(memory)
    return keys
  }

  /** Null where there is none; where it is too long to be read, as if it held anything. */
  #parameter(mark: number, key: string): string | null {
    const lib = this.#lib
    const size = 4096
    const memory = lib.pdfium.wasmExports.malloc(size + 4)
    const known = lib.FPDFPageObjMark_GetParamBlobValue(mark, key, memory, size, memory + size)
    const length = whole(lib, memory + size)
    const bytes = memoryOf(lib).HEAPU8.slice(memory, memory + Math.min(length, size))
    lib.pdfium.wasmExports.free(memory)
    if (!known) return null
    if (length > size) return '\ufffd'
    const isWide = bytes[0] === 0xfe && bytes[1] === 0xff
    return isWide ? new TextDecoder('utf-16be').decode(bytes.subarray(2)) : Buffer.from(bytes).toString('latin1')
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

  /** Puts a page of another document into the box, as large as fits, turned as the page is. Not where nobody could read it. */
  stamp(into: PdfFile, labels: PdfFile, label: number, size: { width: number; height: number }, box: Rect): boolean {
    const lib = this.#lib
    const turn = lib.FPDFPage_GetRotation(this.handle)
    const [width, height] =
      turn % 2 === 0 ? [box.right - box.left, box.top - box.bottom] : [box.top - box.bottom, box.right - box.left]
    const scale = Math.min(width / size.width, height / size.height, 1.1)
    if (scale < LEGIBLE) return false
    const source = lib.FPDF_NewXObjectFromPage(into.handle, labels.handle, label)
    const object = lib.FPDF_NewFormObjectFromXObject(source)
    const [middleX, middleY] = [(box.left + box.right) / 2, (box.bottom + box.top) / 2]
    lib.FPDFPageObj_Transform(object, scale, 0, 0, scale, (-scale * size.width) / 2, (-scale * size.height) / 2)
    const angle = (-turn * Math.PI) / 2
    lib.FPDFPageObj_Transform(object, Math.cos(-angle), Math.sin(-angle), -Math.sin(-angle), Math.cos(-angle), middleX, middleY)
    lib.FPDFPage_InsertObject(this.handle, object)
    lib.FPDF_CloseXObject(source)
    return true
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
