/**
 * The compositor: a process of its own that sets pages with Typst. Setting is synchronous native code that takes hundreds of
 * megabytes of fonts; here it cannot hold up a request, and a page that never ends can be killed, which a thread in the middle
 * of a native call cannot. Started and fed by press.ts, it ends with its parent.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { fileURLToPath } from 'node:url'
import { builtInFace, FACES } from './faces.ts'
import type { Families } from './faces.ts'
import { fontFolders } from './fonts.ts'
import type { Job, Outcome } from './press.ts'

const templates = fileURLToPath(new URL('./templates/', import.meta.url))
/** Linux finds our fonts, and only ours, by FONTCONFIG_FILE; elsewhere there is no fontconfig and they are named here. */
const fontArgs = process.platform === 'linux' ? [] : [{ fontPaths: fontFolders() }]
const compiler = NodeCompiler.create({ workspace: templates, fontArgs })
const families = JSON.stringify(presentFamilies())

process.on('message', (job: Job) => {
  process.send?.({ id: job.id, ...typeset(job) } satisfies Outcome)
  compiler.evictCache(10)
})
process.on('disconnect', () => process.exit(0))

/**
 * How much closer a paper may be set to save a page (GB/T 9704-2012, 7.3.5.5: where seal and date find no room, line and letter
 * spacing are adjusted): 0 as the standard has it, 1 with less free space, 2 with closer lines too.
 */
const CLOSENESS = ['0', '1', '2']
/** The papers that end with a seal. */
const CLOSER: readonly Job['template'][] = ['letter', 'form', 'labels']

function typeset(job: Job): { pdf: Uint8Array } | { messages: string[] } {
  const first = compiled(job, '0')
  if ('messages' in first) return first
  const pages = first.document.numOfPages
  const closer = pages === 1 || !CLOSER.includes(job.template) ? [] : CLOSENESS.slice(1)
  for (const closeness of closer) {
    const next = compiled(job, closeness)
    if ('document' in next && next.document.numOfPages < pages) return pdfOf(next.document, job.timestamp)
  }
  return pdfOf(first.document, job.timestamp)
}

/** Any warning is a failure: Typst only warns of an unknown typeface, and we would print in the wrong one. */
function compiled(job: Job, closeness: string): { document: NodeTypstDocument } | { messages: string[] } {
  const result = compiler.compile({
    mainFilePath: `${templates}${job.template}.typ`,
    inputs: { data: job.data, families, closeness },
    resetRead: true,
  })
  const messages = [...messagesOf(result.takeError()), ...messagesOf(result.takeWarnings())]
  const document = result.result
  return messages.length > 0 || document === null ? { messages } : { document }
}

function pdfOf(document: NodeTypstDocument, timestamp: number): { pdf: Uint8Array } | { messages: string[] } {
  try {
    return { pdf: compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp: timestamp }) }
  } catch (fault) {
    const messages = messagesOf(fault)
    return { messages: messages.length > 0 ? messages : [String(fault)] }
  }
}

/** Diagnostics come as objects from `compile`, and as debug text inside what `pdf` throws: `message: "…"`, quotes escaped. */
function messagesOf(fault: unknown): string[] {
  if (typeof fault !== 'object' || fault === null) return []
  const diagnostics = 'shortDiagnostics' in fault ? fault.shortDiagnostics : undefined
  if (Array.isArray(diagnostics)) return diagnostics.map((entry: { message?: string }) => entry.message ?? String(entry))
  if (!('message' in fault)) return []
  const text = String(fault.message)
  const quoted = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) => unescaped(match[1] ?? ''))
  return quoted.length > 0 ? quoted : [text]
}

/** As Rust escapes it: `\"`, `\\`, and `\u{20bb7}` for what does not show. */
function unescaped(text: string): string {
  return text
    .replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/\\(["'\\])/g, '$1')
}

/** Which of the wanted typefaces are there: Typst itself is asked, since it warns of each that is not. */
function presentFamilies(): Families {
  const wanted = [...new Set(Object.values(FACES).flat())]
  const probe = compiler.compile({
    mainFileContent: `#set text(font: json(bytes(sys.inputs.wanted)))\nprobe`,
    inputs: { wanted: JSON.stringify(wanted) },
  })
  const unknown = new Set(messagesOf(probe.takeWarnings()).map((message) => message.replace('unknown font family: ', '')))
  const present = (names: readonly string[]): string[] => names.filter((name) => !unknown.has(name.toLowerCase()))
  const families = {
    fangsong: present(FACES.fangsong),
    kai: present(FACES.kai),
    hei: present(FACES.hei),
    title: present(FACES.title),
  }
  const lost = Object.values(families).some((names) => !names.some((name) => builtInFace(name)))
  if (lost)
    throw new Error('内置字体不全：请重新安装依赖（@expo-google-fonts/noto-serif-sc、noto-sans-sc、noto-serif-tibetan）。')
  return families
}
