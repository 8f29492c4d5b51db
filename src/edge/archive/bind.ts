/** Binds the papers of a case into one PDF with an outline and running page numbers. Runs inside the process of the binder. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
  StandardFonts,
} from '@cantoo/pdf-lib'

export interface BoundPart {
  section: string
  title: string
  mediaType: string
  bytes: Uint8Array
}

const A4: [number, number] = [595.28, 841.89]
const MARGIN = 36

/** A part as a document of its own; null where it can't be shown as pages. */
async function pagesOf({ mediaType, bytes }: BoundPart): Promise<PDFDocument | null> {
  try {
    if (mediaType === 'application/pdf') return await PDFDocument.load(bytes)
    if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return null
    const document = await PDFDocument.create()
    const image = mediaType === 'image/png' ? await document.embedPng(bytes) : await document.embedJpg(bytes)
    const room = { width: A4[0] - 2 * MARGIN, height: A4[1] - 2 * MARGIN }
    const scale = Math.min(room.width / image.width, room.height / image.height, 1)
    const [width, height] = [image.width * scale, image.height * scale]
    document.addPage(A4).drawImage(image, { x: (A4[0] - width) / 2, y: (A4[1] - height) / 2, width, height })
    return document
  } catch {
    // Encrypted or damaged: it is listed and stands among the originals.
    return null
  }
}

/** How many pages a part takes by itself; 0 for what can only be listed. */
export async function countPages(part: BoundPart): Promise<number> {
  return (await pagesOf(part))?.getPageCount() ?? 0
}

type Start = { section: string; title: string; page: PDFRef }

/** A volume to which one part after the other is put. */
export interface GrowingVolume {
  /** How many parts were put to it. */
  parts: number
  document: PDFDocument
  starts: Start[]
}

export async function emptyVolume(): Promise<GrowingVolume> {
  return { parts: 0, document: await PDFDocument.create(), starts: [] }
}

/** Puts the part at the end, or at the front. How many pages it takes; 0 for what can only be listed. */
export async function putPart(volume: GrowingVolume, part: BoundPart, where: 'end' | 'front' = 'end'): Promise<number> {
  volume.parts += 1
  const document = await pagesOf(part)
  const pages = document ? await copied(volume.document, document) : []
  const [first] = pages
  if (!first) return 0
  for (const [at, page] of pages.entries())
    if (where === 'end') volume.document.addPage(page)
    else volume.document.insertPage(at, page)
  const start = { section: part.section, title: part.title, page: first.ref }
  if (where === 'end') volume.starts.push(start)
  else volume.starts.unshift(start)
  return pages.length
}

/** The pages for the volume; none where one of them is damaged. */
async function copied(volume: PDFDocument, from: PDFDocument): Promise<PDFPage[]> {
  try {
    const pages = await volume.copyPages(from, from.getPageIndices())
    for (const page of pages) page.getSize()
    return pages
  } catch {
    return []
  }
}

/** The volume with an outline and running page numbers. */
export async function finished({ document, starts }: GrowingVolume, title: string): Promise<Uint8Array> {
  document.setTitle(title)
  document.setLanguage('zh-CN')
  const font = await document.embedFont(StandardFonts.Helvetica)
  const pages = document.getPages()
  for (const [index, page] of pages.entries()) {
    const words = `${index + 1} / ${pages.length}`
    const { width, height } = page.getSize()
    page.drawText(words, { x: width - MARGIN - font.widthOfTextAtSize(words, 9), y: height - MARGIN + 8, size: 9, font })
  }
  outline(document, starts)
  return document.save()
}

/** 书签: a branch for each section, below it its papers. */
function outline(volume: PDFDocument, starts: readonly Start[]): void {
  const { context } = volume
  const root = context.nextRef()
  const sections = [...new Set(starts.map(({ section }) => section))]
  const branches = sections.map((section) => {
    const papers = starts.filter((one) => one.section === section)
    return {
      title: section,
      page: papers[0]?.page ?? root,
      ref: context.nextRef(),
      papers: papers.map((one) => ({ ...one, ref: context.nextRef() })),
    }
  })
  const entry = (title: string, page: PDFRef, parent: PDFRef) => {
    const dict = PDFDict.withContext(context)
    dict.set(PDFName.of('Title'), PDFHexString.fromText(title))
    dict.set(PDFName.of('Parent'), parent)
    const place = PDFArray.withContext(context)
    place.push(page)
    place.push(PDFName.of('Fit'))
    dict.set(PDFName.of('Dest'), place)
    return dict
  }
  const chain = (dict: PDFDict, at: number, siblings: readonly { ref: PDFRef }[]) => {
    const [before, after] = [siblings[at - 1], siblings[at + 1]]
    if (before) dict.set(PDFName.of('Prev'), before.ref)
    if (after) dict.set(PDFName.of('Next'), after.ref)
  }
  const family = (dict: PDFDict, children: readonly { ref: PDFRef }[], count: number) => {
    const [first, last] = [children[0], children.at(-1)]
    if (first) dict.set(PDFName.of('First'), first.ref)
    if (last) dict.set(PDFName.of('Last'), last.ref)
    dict.set(PDFName.of('Count'), PDFNumber.of(count))
  }
  for (const [at, branch] of branches.entries()) {
    const dict = entry(branch.title, branch.page, root)
    chain(dict, at, branches)
    family(dict, branch.papers, branch.papers.length)
    context.assign(branch.ref, dict)
    for (const [place, paper] of branch.papers.entries()) {
      const leaf = entry(paper.title, paper.page, branch.ref)
      chain(leaf, place, branch.papers)
      context.assign(paper.ref, leaf)
    }
  }
  const dict = PDFDict.withContext(context)
  dict.set(PDFName.of('Type'), PDFName.of('Outlines'))
  family(dict, branches, branches.length + starts.length)
  context.assign(root, dict)
  volume.catalog.set(PDFName.of('Outlines'), root)
  volume.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
