/**
 * 发出前检查: what is found in a file that is to leave the house, in words that a beginner understands. `remedy` says who mends it:
 * clean (the product takes it out), person (somebody looks and answers for it), outside (it must be mended in the file's own program).
 */
import { CERTAIN, PERSONAL_KINDS, PERSONAL_WORDS, type PersonalKind } from './personal-data.ts'

export const OUTGOING_KINDS = ['pdf', 'docx', 'xlsx', 'png', 'jpeg'] as const
export type OutgoingKind = (typeof OUTGOING_KINDS)[number]

export type Remedy = 'clean' | 'person' | 'outside'

interface FindingRule {
  zh: string
  /** Why it must not leave. */
  why: string
  remedy: Remedy
}

const STRUCTURE_RULES = {
  metadata: { zh: '文件属性', why: '作者、单位、修改人、软件等信息会随文件发出。', remedy: 'clean' },
  comments: { zh: '批注', why: '内部批注会随文件发出。', remedy: 'clean' },
  trackedChanges: { zh: '修订痕迹', why: '删除、改动过的文字仍在文件里，任何人都能恢复。', remedy: 'clean' },
  hiddenText: { zh: '隐藏文字', why: '页面上看不见，但复制、检索时能看到。', remedy: 'clean' },
  unseenText: {
    zh: '看不见的文字',
    why: '白色、极小、透明、在页面之外，或者扫描页的识别文字：看不见，但选中、复制、检索时能看到。',
    remedy: 'clean',
  },
  hiddenSheet: { zh: '隐藏的工作表', why: '取消隐藏就能看到其中全部内容。', remedy: 'clean' },
  hiddenRows: { zh: '隐藏的行', why: '取消隐藏或取消筛选就能看到。', remedy: 'clean' },
  hiddenColumns: { zh: '隐藏的列', why: '取消隐藏就能看到。', remedy: 'clean' },
  formulas: { zh: '公式', why: '公式会带出其他表、其他文件的名称和数据；发出的表格只保留数值。', remedy: 'clean' },
  definedNames: { zh: '名称定义', why: '名称可能指向看不见的数据。', remedy: 'clean' },
  pivotCache: { zh: '数据透视表缓存', why: '缓存中保存着全部原始明细。', remedy: 'clean' },
  externalLinks: { zh: '外部链接', why: '会带出本单位电脑上的路径和其他文件的数据。', remedy: 'clean' },
  embedded: { zh: '嵌入的文件', why: '嵌入的表格、文档会整份发出。', remedy: 'clean' },
  macros: { zh: '宏或脚本', why: '对方的电脑可能拒收，也可能执行。', remedy: 'clean' },
  extraParts: { zh: '夹带的数据', why: '文件里有页面用不到的数据。', remedy: 'clean' },
  pictureMetadata: {
    zh: '图片附带的数据',
    why: '照片可能带有拍摄地点、时间、设备、缩略图，图片文件里还能夹带看不见的数据。清理时只按看得见的画面重新生成。',
    remedy: 'clean',
  },
  annotations: { zh: 'PDF 批注和表单', why: '批注、未合并的遮盖和表单内容可以移开或读出。', remedy: 'clean' },
  attachments: { zh: 'PDF 附件', why: '附在 PDF 里的文件会一并发出。', remedy: 'clean' },
  scripts: { zh: 'PDF 脚本和动作', why: '对方的电脑可能拒收，也可能执行。', remedy: 'clean' },
  hiddenLayers: { zh: 'PDF 隐藏图层', why: '打开图层就能看到。', remedy: 'clean' },
  bookmarks: { zh: 'PDF 书签和标签', why: '书签、替代文字中可能留有正文已去掉的内容。', remedy: 'clean' },
  oldRevisions: { zh: '以前保存的版本', why: '修改前的内容仍在文件里，任何人都能恢复。', remedy: 'clean' },
  restricted: { zh: 'PDF 权限限制', why: '文件加了权限保护，其中的内容不能逐项检查；清理后限制去掉。', remedy: 'clean' },
  hiddenPicture: {
    zh: '被遮住或裁去的图形',
    why: '图片、图形只是盖住、裁去或者透明，移开就能看到。清理时整页转为图片。',
    remedy: 'clean',
  },
  missingFonts: {
    zh: '没有嵌入的字体',
    why: '这些字在检查的画面上显示不出来，不能确认该不该遮。请在原软件中重新导出为嵌入字体的 PDF，再上传。',
    remedy: 'outside',
  },
  coveredText: { zh: '被色块或图片盖住的文字', why: '只是盖住，没有去掉，复制就能看到。请用“涂黑”真正去掉。', remedy: 'clean' },
  croppedPicture: {
    zh: '裁剪过的图片',
    why: '被裁去的部分仍在文件里。请在原软件中“压缩图片”并勾选“删除图片的剪裁区域”，再重新上传。',
    remedy: 'outside',
  },
  opaquePicture: {
    zh: '检查不了的图形',
    why: 'EMF、WMF、SVG、BMP 等图形里可能有看不见的文字。请在原软件中剪切后“选择性粘贴”为 PNG 图片，再重新上传。',
    remedy: 'outside',
  },
  coveringShape: {
    zh: '盖在内容上的色块',
    why: '移开色块就能看到下面的内容。请在原软件中删去被盖住的内容和色块，或者另存为 PDF 后涂黑。',
    remedy: 'outside',
  },
  importedContent: {
    zh: '导入的其他文档',
    why: '正文引入了另一份文档，无法检查。请在原软件中粘贴为文字后重新上传。',
    remedy: 'outside',
  },
  hiddenChart: {
    zh: '存有看不见数据的图表',
    why: '图表、SmartArt 里存有页面上看不见的数据。请在原软件中把它粘贴为图片后重新上传。',
    remedy: 'outside',
  },
  hidingFormat: {
    zh: '把内容变得看不见的条件格式',
    why: '去掉条件格式就能看到。请在原软件中删去不该提供的内容，清除条件格式，再重新上传。',
    remedy: 'outside',
  },
  clippedText: {
    zh: '显示不全的文字',
    why: '表格的行、文本框、图文框的高度固定，装不下里面的文字：后面的字看不见，但复制、检索时能看到。请在原软件中把行高改为“最小值”、文本框改为“根据文字调整大小”，删去不该提供的内容，再重新上传。',
    remedy: 'outside',
  },
  lostShapeText: {
    zh: '图形里与纸同色的文字',
    why: '文本框、图形里的白色文字看不见，但选中、检索时能看到；放在深色图片上的请核对后说明理由。请在原软件中删去不该提供的内容，或者改成看得见的颜色，再重新上传。',
    remedy: 'outside',
  },
  unseenPicture: {
    zh: '看不见的图片',
    why: '图片缩得极小、调成全白或者全透明：看不见，但放大、恢复就能看到。请在原软件中删去，再重新上传。',
    remedy: 'outside',
  },
  uncleaned: {
    zh: '没有清理过',
    why: 'Word、Excel 文件在页面以外还能存放许多内容，发出的一律是清理后重新写成的文件。',
    remedy: 'clean',
  },
  floatingBox: {
    zh: '浮在文字上面的文本框',
    why: '写了字的文本框也可能盖住下面的内容。请逐个移开看过，下面没有不该提供的内容。',
    remedy: 'person',
  },
  tellingName: {
    zh: '文件名带有个人信息或标志',
    why: '文件名随文件发出，收到的人都看得见。点“清理”，系统按括号中的名字另存一份。',
    remedy: 'clean',
  },
  personInName: {
    zh: '文件名提到案件中的人',
    why: '不该让收到的人知道的，点“清理”，系统按括号中的名字另存一份；可以提供的，看过后确认。',
    remedy: 'person',
  },
  scanned: { zh: '扫描页或图片', why: '图片里的文字机器认不出来，请逐页看过，需要的涂黑。', remedy: 'person' },
} as const satisfies Record<string, FindingRule>

type StructureKind = keyof typeof STRUCTURE_RULES
export type FindingKind = StructureKind | PersonalKind
export const FINDING_KINDS = [...(Object.keys(STRUCTURE_RULES) as StructureKind[]), ...PERSONAL_KINDS] as const

export interface Finding {
  kind: FindingKind
  count: number
  /** Where, in the file's own terms: 第2页, 工作表“汇总”. Sealed with the row: sheets are named after people. */
  where: string[]
}

export function isPersonal(kind: FindingKind): kind is PersonalKind {
  return (PERSONAL_KINDS as readonly string[]).includes(kind)
}

export function findingRule(kind: FindingKind): FindingRule {
  if (!isPersonal(kind)) return STRUCTURE_RULES[kind]
  return CERTAIN.includes(kind)
    ? { zh: PERSONAL_WORDS[kind], why: '属于个人信息，没有依据不得提供给他人；请遮去或者涂黑。', remedy: 'clean' }
    : { zh: PERSONAL_WORDS[kind], why: '可能是个人信息，请逐处看过；公务联系方式可以保留。', remedy: 'person' }
}

/** Whether the file must not leave while this stands. */
export function stops({ kind }: Finding): boolean {
  return findingRule(kind).remedy !== 'person'
}

/** Adds up what was found, place by place, in the order of the table above. */
export class Findings {
  readonly #places = new Map<FindingKind, Map<string, number>>()

  add(kind: FindingKind, where: string, count = 1): void {
    if (count === 0) return
    const places = this.#places.get(kind) ?? new Map<string, number>()
    places.set(where, (places.get(where) ?? 0) + count)
    this.#places.set(kind, places)
  }

  has(kind: FindingKind): boolean {
    return this.#places.has(kind)
  }

  list(): Finding[] {
    return FINDING_KINDS.flatMap((kind) => {
      const places = this.#places.get(kind)
      if (!places) return []
      const count = [...places.values()].reduce((sum, one) => sum + one, 0)
      return [{ kind, count, where: [...places.keys()].filter((where) => where !== '').slice(0, 12) }]
    })
  }
}
