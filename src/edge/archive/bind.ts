/** Binds the papers of a case into one PDF with an outline and running page numbers, and packs files. Runs inside the binder. */
import { createHash } from 'node:crypto'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef, StandardFonts } from '@cantoo/pdf-lib'
import { zipSync } from 'fflate'

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

/** How many pages each part takes in the volume; 0 for what can only be listed. */
export async function countPages(parts: readonly BoundPart[]): Promise<number[]> {
  const counts: number[] = []
  for (const part of parts) counts.push((await pagesOf(part))?.getPageCount() ?? 0)
  return counts
}

export async function bindVolume(title: string, parts: readonly BoundPart[]): Promise<Uint8Array> {
  const volume = await PDFDocument.create()
  volume.setTitle(title)
  volume.setLanguage('zh-CN')
  const starts: { section: string; title: string; page: PDFRef }[] = []
  for (const part of parts) {
    const document = await pagesOf(part)
    if (!document) continue
    const pages = await volume.copyPages(document, document.getPageIndices())
    for (const page of pages) volume.addPage(page)
    if (pages[0]) starts.push({ section: part.section, title: part.title, page: pages[0].ref })
  }
  const font = await volume.embedFont(StandardFonts.Helvetica)
  const pages = volume.getPages()
  for (const [index, page] of pages.entries()) {
    const words = `${index + 1} / ${pages.length}`
    const { width, height } = page.getSize()
    page.drawText(words, { x: width - MARGIN - font.widthOfTextAtSize(words, 9), y: height - MARGIN + 8, size: 9, font })
  }
  outline(volume, starts)
  return volume.save()
}

/** 书签: a branch for each section, below it its papers. */
function outline(volume: PDFDocument, starts: readonly { section: string; title: string; page: PDFRef }[]): void {
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

/** A ZIP with a list of SHA-256 sums that `sha256sum -c` reads. */
export function packFiles(files: readonly { path: string; bytes: Uint8Array }[]): Uint8Array {
  const sums = files.map(({ path, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`).join('')
  return zipSync(
    Object.fromEntries([
      ...files.map(({ path, bytes }) => [path, bytes] as const),
      ['SHA256SUMS.txt', new TextEncoder().encode(sums)],
    ]),
    { level: 1 },
  )
}
