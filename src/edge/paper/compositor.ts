/**
 * The compositor: a process of its own that sets pages with Typst. Setting is synchronous native code that takes hundreds of
 * megabytes of fonts; here it cannot hold up a request, and a page that never ends can be killed, which a thread in the middle
 * of a native call cannot. Started and fed by press.ts, it ends with its parent.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
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

/** Any warning is a failure: Typst only warns of an unknown typeface, and we would print in the wrong one. */
function typeset(job: Job): { pdf: Uint8Array } | { messages: string[] } {
  const compiled = compiler.compile({
    mainFilePath: `${templates}${job.template}.typ`,
    inputs: { data: job.data, families },
    resetRead: true,
  })
  const faults = [...messagesOf(compiled.takeError()), ...messagesOf(compiled.takeWarnings())]
  const document = compiled.result
  if (faults.length > 0 || document === null) return { messages: faults }
  try {
    return { pdf: compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp: job.timestamp }) }
  } catch (fault) {
    const messages = messagesOf(fault)
    return { messages: messages.length > 0 ? messages : [String(fault)] }
  }
}

/** Diagnostics come as objects from `compile`, and as debug text inside what `pdf` throws. */
function messagesOf(fault: unknown): string[] {
  if (typeof fault !== 'object' || fault === null) return []
  const diagnostics = 'shortDiagnostics' in fault ? fault.shortDiagnostics : undefined
  if (Array.isArray(diagnostics)) return diagnostics.map((entry: { message?: string }) => entry.message ?? String(entry))
  return 'message' in fault ? [String(fault.message)] : []
}

/** Which of the wanted typefaces are there: Typst itself is asked, since it warns of each that is not. */
function presentFamilies(): Families {
  const wanted = [...new Set(Object.values(FACES).flat())]
  const compiled = compiler.compile({
    mainFileContent: `#set text(font: json(bytes(sys.inputs.wanted)))\nprobe`,
    inputs: { wanted: JSON.stringify(wanted) },
  })
  const unknown = new Set(messagesOf(compiled.takeWarnings()).map((message) => message.replace('unknown font family: ', '')))
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
