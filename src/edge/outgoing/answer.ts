/** One task to one answer. Runs in the working process: whatever goes wrong here can be stopped from outside. */
import type { Done, Remade, WorkFile } from '../../office/files/workshop.ts'
import type { Finding } from '../../record/outgoing/findings.ts'
import type { PersonalKind } from '../../record/outgoing/personal-data.ts'
import { secrecyMarks } from '../../record/outgoing/secrecy-marks.ts'
import { Unreadable } from '../files/outcome.ts'
import { BOUNDS } from './limits.ts'
import type { Task } from './task.ts'

export async function answerTo(task: Task): Promise<Done<unknown>> {
  try {
    if (task.file.bytes.length > BOUNDS.bytes) throw new Unreadable(`文件超过 ${BOUNDS.bytes / 1024 / 1024} MB`)
    return { ok: true, value: await valueOf(task) }
  } catch (error) {
    // A damaged file makes the libraries throw all sorts of things; none of their words may carry the file's content outside.
    if (task.do === 'screen' && !(error instanceof Unreadable) && !isOffice(task.file))
      return { ok: true, value: secrecyMarks({ name: task.file.name, titles: [], pages: [] }) }
    return { ok: false, why: error instanceof Unreadable ? error.why : '文件已损坏或不是它声称的格式，不能打开' }
  }
}

function isOffice({ kind }: WorkFile): boolean {
  return kind === 'docx' || kind === 'xlsx'
}

function valueOf(task: Task): Promise<unknown> {
  const { file } = task
  switch (task.do) {
    case 'screen':
      return load.screen().then(async ({ screened }) => secrecyMarks({ name: file.name, ...(await screened(file)) }))
    case 'text':
      return load.screen().then(({ screened }) => screened(file))
    case 'inspect':
      return inspect(file)
    case 'clean':
      return clean(file, task.blank)
    case 'sketch':
      return file.kind === 'pdf'
        ? load.pdf().then((pdf) => pdf.sketchPdf(file.bytes))
        : load.picture().then((picture) => picture.sketchPicture(file.bytes))
    case 'picture':
      return file.kind === 'pdf'
        ? load.pdf().then((pdf) => pdf.picturePdf(file.bytes, task.page))
        : load.picture().then((picture) => picture.showPicture(file.bytes))
    case 'find':
      return file.kind === 'pdf' ? load.pdf().then((pdf) => pdf.findInPdf(file.bytes, task.text)) : Promise.resolve([])
    default:
      return file.kind === 'pdf'
        ? load.remake().then((remake) => remake.remakePdf(file.bytes, task.boxes, task.labels))
        : load.picture().then((picture) => picture.remakePicture(file.bytes, task.boxes, task.labels))
  }
}

/** Readers are loaded when first needed: most runs see one kind of file. */
const load = {
  pdf: () => import('./pdf.ts'),
  remake: () => import('./pdf-remake.ts'),
  screen: () => import('./screen.ts'),
  picture: () => import('./picture.ts'),
  office: () => import('./office.ts'),
}

async function inspect(file: WorkFile): Promise<Finding[]> {
  if (file.kind === 'pdf') return (await load.pdf()).inspectPdf(file.bytes)
  if (isOffice(file)) return (await load.office()).inspectOffice(file)
  return (await load.picture()).inspectPicture(file.bytes)
}

async function clean(file: WorkFile, blank: readonly PersonalKind[]): Promise<Remade> {
  if (file.kind === 'pdf') return (await load.remake()).remakePdf(file.bytes, [], null)
  if (!isOffice(file)) return (await load.picture()).remakePicture(file.bytes, [], null)
  return (await load.office()).cleanOffice(file, blank)
}
