/**
 * The console's only way to the server: one typed fetch over the contract. A refusal of the server comes as {@link Refused},
 * so does a network that fails: whoever called still has what was typed.
 */
import type { LocalDate } from '../law/date.ts'
import type { Refusal } from '../law/refusal.ts'
import type { AmendmentPaper } from '../record/amendments/model.ts'
import type { AmendmentView } from '../record/amendments/view.ts'
import type { EvidenceKind } from '../record/requests/evidence.ts'
import type { OutgoingView } from '../record/outgoing/outgoing-file.ts'
import type { EditionView } from '../record/publication/edition.ts'
import type { BroughtPaper } from '../record/publication/written-document.ts'
import type { CatalogueImported, CataloguePreview } from '../record/publication/catalogue-view.ts'
import type { CheckedFile } from '../record/reports/checked-file.ts'
import type { ReportView } from '../record/reports/view.ts'
import type { CaseView } from '../record/requests/view.ts'
import { ENDPOINTS, type EndpointName, FILE_PATHS, type Input, type Outputs } from '../edge/console/contract.ts'
import type { FileTakenIn } from '../edge/console/contract/hand-ins.ts'
import type { CheckedReportAnswer, ImportInput } from '../edge/console/contract/reports.ts'
import type { PrintInput } from '../edge/console/contract/letters.ts'

export class Refused extends Error {
  override name = 'Refused'
  readonly refusals: readonly Refusal[]
  constructor(refusals: readonly Refusal[]) {
    super(refusals[0]?.code ?? 'our-fault')
    this.refusals = refusals
  }
}

const NO_NETWORK: Refusal = {
  code: 'unavailable',
  say: '没有连上服务器。',
  then: '填写的内容仍在页面上；请检查网络后重试。',
}
const NO_ANSWER: Refusal = { code: 'our-fault', say: '系统出现故障。', then: '填写的内容仍在页面上；请稍后重试或联系管理员。' }

/** Relative to the page, which lives at `{base}/console/`. */
const ROOT = 'api'

let csrf = ''
/** The token that every POST carries; it comes with the session. */
export function setCsrf(token: string): void {
  csrf = token
}

let onSignedOut: () => void = () => {}
/** Called when the server no longer knows the session. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act
}

export async function call<N extends EndpointName>(name: N, input: Input<N>): Promise<Outputs[N]> {
  const { method, path } = ENDPOINTS[name]
  const given = { ...(input as Record<string, unknown>) }
  const filled = path.replace(/:(\w+)/g, (_, key: string) => {
    const value = given[key]
    delete given[key]
    return encodeURIComponent(String(value))
  })
  if (method === 'GET') return answerOf(await reach(`${ROOT}${filled}${queryOf(given)}`, { method }))
  return answerOf(
    await reach(`${ROOT}${filled}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
      body: JSON.stringify(given),
    }),
  )
}

/** Adds a file to a case; what it is evidence of goes before it, so that the server knows when the file comes. */
export function upload(caseId: string, file: File, purpose: EvidenceKind): Promise<CaseView> {
  return sendFile(FILE_PATHS.upload(caseId), file, { purpose })
}

/** Adds a paper to a matter of amendment. */
export function uploadToAmendment(id: string, file: File, purpose: AmendmentPaper): Promise<AmendmentView> {
  return sendFile(FILE_PATHS.amendmentFiles(id), file, { purpose })
}

/** Adds a file to those that leave with the reply. */
export function uploadOutgoing(caseId: string, file: File): Promise<OutgoingView> {
  return sendFile(FILE_PATHS.uploadOutgoing(caseId), file)
}

/** Adds a file to a draft, at its end; `seen`: the version of the draft that it was brought to. */
export function uploadEditionFile(
  { id, seen, commandId = newCommandId() }: { id: string; seen: number; commandId?: string },
  file: File,
): Promise<EditionView> {
  return sendFile(FILE_PATHS.editionFiles(id), file, { commandId, seen: String(seen) })
}

/** Sets the image of the agency's seal. */
export async function uploadSeal(file: File): Promise<void> {
  await sendFile(FILE_PATHS.seal(), file)
}

/** Puts the signed and sealed copy beside a published report. */
export function keepSignedCopy(report: { year: number; version: number }, signedOn: LocalDate, file: File): Promise<ReportView> {
  return sendFile(FILE_PATHS.signedCopy(report.year), file, { version: String(report.version), signedOn })
}

/** Keeps the scanned paper of a delegation to release. */
export async function keepDelegationPaper(id: string, file: File): Promise<void> {
  await sendFile(FILE_PATHS.delegationPaper(id), file)
}

/** Keeps what shows an entry of the ledger of decisions. */
export async function keepDecisionEvidence(entryId: string, file: File): Promise<void> {
  await sendFile(FILE_PATHS.decisionEvidence(entryId), file)
}

/** Has a report checked; nothing of it is kept. */
export function checkReport(file: File, previous: File | null): Promise<CheckedReportAnswer> {
  return sendForm(FILE_PATHS.checkReport(), { ...(previous ? { previous } : {}), file })
}

/** One page of a PDF that is being checked, as the address of a picture. */
export async function pictureReport(file: File, page: number): Promise<string> {
  const body = formOf({ page: String(page), file })
  const response = await reach(`${ROOT}${FILE_PATHS.pictureReport()}`, {
    method: 'POST',
    headers: { 'x-csrf-token': csrf },
    body,
  })
  if (!response.ok) return answerOf(response)
  const bytes = new Uint8Array(await response.arrayBuffer())
  // The security policy lets pictures come from our own addresses or stand in the page itself.
  return `data:image/png;base64,${base64Of(bytes)}`
}

/** Imports a report into the archive as it was read, with what a person read in it. */
export function importReport(file: File, input: ImportInput): Promise<ReportView> {
  return sendForm(FILE_PATHS.importReport(), { input: JSON.stringify(input), file })
}

/** A report that was put right, as a file. */
export function downloadCorrected(to: 'docx' | 'xlsx', report: CheckedFile, name: string): Promise<void> {
  return downloadByPost(FILE_PATHS.correctedReport(), { to, report: JSON.stringify(report) }, name)
}

/** Puts a paper beside a notice on annual reports. */
export async function attachToNotice(noticeId: string, file: File): Promise<void> {
  await sendFile(FILE_PATHS.noticeAttachments(noticeId), file)
}

/** Brings in a report that a unit handed in as a file; `trust`: the fingerprint that was compared with the unit. */
export function takeInFile(noticeId: string, file: File, trust?: string): Promise<FileTakenIn> {
  return sendFile(FILE_PATHS.takeIn(noticeId), file, trust ? { trust } : {})
}

/** What is to be published of a paper: its title, number, date and text; nothing is kept. */
export function readDocument(file: File): Promise<BroughtPaper> {
  return sendFile(FILE_PATHS.readDocument(), file)
}

/** The cells of a table's file; nothing is kept. */
export function readDataSheet(file: File): Promise<{ grid: string[][] }> {
  return sendFile(FILE_PATHS.readDataSheet(), file)
}

/** What a sheet would change in the catalogue; nothing is written. */
export function previewCatalogue(file: File): Promise<CataloguePreview> {
  return sendFile(FILE_PATHS.readCatalogue(), file)
}

/** Takes the sheet over, as it was shown; `seen`: the state of the catalogue that it was compared with. */
export function importCatalogue(file: File, seen: string, endGone: boolean): Promise<CatalogueImported> {
  return sendFile(FILE_PATHS.importCatalogue(), file, { seen, endGone: endGone ? 'yes' : 'no' })
}

/** Hands bytes that came inside an answer to the browser as a download. */
export function saveBase64(base64: string, name: string): void {
  save(new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]), name)
}

function sendFile<T>(path: string, file: File, before: Record<string, string> = {}): Promise<T> {
  return sendForm(path, { ...before, file })
}

/** Files come after the words that say what they are. */
async function sendForm<T>(path: string, parts: Record<string, string | File>): Promise<T> {
  return answerOf(await reach(`${ROOT}${path}`, { method: 'POST', headers: { 'x-csrf-token': csrf }, body: formOf(parts) }))
}

function formOf(parts: Record<string, string | File>): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(parts)) body.append(name, value)
  return body
}

/** In pieces: so many bytes at once would be too many arguments. */
function base64Of(bytes: Uint8Array): string {
  const PIECE = 0x8000
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * PIECE, (at + 1) * PIECE)),
  )
  return btoa(pieces.join(''))
}

/** Asks for papers by POST, since what is chosen is too long for an address, and hands them to the browser as a download. */
export function downloadPrinted(input: PrintInput, name: string): Promise<void> {
  return downloadByPost(FILE_PATHS.printLetters(), input, name)
}

/** The register as a spreadsheet, as it is narrowed. */
export function exportRegister(asked: Record<string, unknown>, name: string): Promise<void> {
  return downloadByPost(FILE_PATHS.register(), asked, name)
}

async function downloadByPost(path: string, input: object, name: string): Promise<void> {
  const response = await reach(`${ROOT}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
    body: JSON.stringify(input),
  })
  if (!response.ok) return answerOf(response)
  save(await response.blob(), name)
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** The address of a download. */
export function fileAddress(path: string): string {
  return `${ROOT}${path}`
}

function queryOf(given: Record<string, unknown>): string {
  const pairs = Object.entries(given).filter(([, value]) => value !== undefined && value !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}`
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: 'same-origin' })
  } catch {
    throw new Refused([NO_NETWORK])
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body as T
  const refusals = (body as { refusals?: Refusal[] } | null)?.refusals ?? [NO_ANSWER]
  if (refusals[0]?.code === 'sign-in-needed') onSignedOut()
  throw new Refused(refusals)
}

/** An id of a command (UUID version 4). `crypto.randomUUID` is absent where the page does not come over https. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
