/**
 * 送审前的检查: what is missing, and what must not leave (numbers of persons, marks of classification). What a reader should look at
 * once more is proof-reading (`proofreading/`).
 */
import { attributeFaults } from '../../law/publication/attribute.ts'
import { COLUMNS, isColumnKey, SYSTEM_COLUMN } from '../../law/publication/columns.ts'
import { type LocalDate, yearOf } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import { CERTAIN, findPersonalData, PERSONAL_WORDS, type PersonalKind } from '../outgoing/personal-data.ts'
import { secrecyMarks } from '../outgoing/secrecy-marks.ts'
import { dataRefusals } from './data-set.ts'
import type { EditionContent } from './edition.ts'

/** What was found in an edition. `stops`: it does not go to review, let alone out, while it stands. */
export interface EditionHit {
  kind: 'personal' | 'secrecy'
  stops: boolean
  /** Fit for anyone who reads the edition: of a person's number only its kind. */
  say: string
  then: string
  field: 'title' | 'body' | 'summary' | 'number'
  /** How often. */
  count: number
  /** Which of it can be masked at once. */
  maskable: PersonalKind | null
}

/** The words of a clean HTML body; a cell or paragraph is a line. */
export function plainText(body: string): string {
  return body
    .replace(/<(?:br|\/p|\/h\d|\/li|\/tr|\/caption|\/blockquote)\b[^>]*>/g, '\n')
    .replace(/<\/t[hd]>/g, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
}

const FIELDS = ['title', 'summary', 'body'] as const

export function editionHits(content: EditionContent): EditionHit[] {
  const texts = { title: content.title, summary: content.summary, body: plainText(content.body) }
  return [...secrecyHits(texts), ...personalHits(texts)]
}

type Texts = Record<(typeof FIELDS)[number], string>

function secrecyHits({ title, body }: Texts): EditionHit[] {
  const marks = secrecyMarks({ name: title, titles: [], pages: [body.split('\n')] })
  return marks.map(({ mark, where }) => ({
    kind: 'secrecy',
    stops: true,
    say: `有密级或者内部管理标志：“${mark}”。`,
    then: '涉密和内部材料不得录入本系统；确已解密的，先去掉标志再录入。',
    field: where === 'name' ? 'title' : 'body',
    count: 1,
    maskable: null,
  }))
}

function personalHits(texts: Texts): EditionHit[] {
  return FIELDS.flatMap((field) => {
    const found = findPersonalData(texts[field])
    return [...new Set(found.map(({ kind }) => kind))].map((kind): EditionHit => {
      const count = found.filter((one) => one.kind === kind).length
      const certain = CERTAIN.includes(kind)
      return {
        kind: 'personal',
        stops: certain,
        say: `${PERSONAL_WORDS[kind]} ${count} 处。`,
        then: certain ? '不能公开：请点“遮盖全部号码”，原稿另行受限保存；或者删去。' : '请确认是单位的公开信息，或者删去。',
        field,
        count,
        maskable: certain || kind === 'likeIdNumber' ? kind : null,
      }
    })
  })
}

const missing = (field: string, say: string, then: string): Refusal => ({ code: 'field-missing', field, say, then })
const wrong = (field: string, say: string, then: string): Refusal => ({ code: 'field-invalid', field, say, then })

const LONGEST_NUMBER = 60

/** What is wrong with a 文号; a number of another kind than the standard's (2026年第3号公告) is a number too. */
export function numberRefusals({
  number,
  normative,
  formedOn,
}: Pick<EditionContent, 'number' | 'normative' | 'formedOn'>): Refusal[] {
  if (!number.trim())
    return normative ? [missing('number', '行政规范性文件没有文号。', '请填写文号，如“云教〔2026〕12号”。')] : []
  if (number.length > LONGEST_NUMBER || !/\d/.test(number))
    return [wrong('number', '文号不像文号。', '请核对，如“云教〔2026〕12号”；没有文号的留空。')]
  const year = /〔(\d{4})〕/.exec(number)?.[1]
  return year && formedOn && Number(year) > yearOf(formedOn)
    ? [wrong('number', '文号的年份晚于成文日期。', '请核对文号和成文日期。')]
    : []
}

/** Why this cannot be sent for review yet: every reason at once, each at its field. */
export function submitRefusals(content: EditionContent, today: LocalDate): Refusal[] {
  const refusals: Refusal[] = []
  if (!content.title.trim()) refusals.push(missing('title', '没有填写标题。', '请填写信息的名称。'))
  if (!isColumnKey(content.column) && content.column !== SYSTEM_COLUMN)
    refusals.push(missing('column', '没有选择栏目。', `请从栏目中选择，如“${COLUMNS.organisation.zh}”。`))
  if (content.data) refusals.push(...dataRefusals(content.data))
  else if (!plainText(content.body).trim()) refusals.push(missing('body', '没有正文。', '请填写正文，或从 Word 文件导入。'))
  if (!content.formedOn) refusals.push(missing('formedOn', '没有填写成文日期。', '公开的期限从这一天起算，请填写。'))
  else if (content.formedOn > today) refusals.push(wrong('formedOn', '成文日期晚于今天。', '请核对日期。'))
  refusals.push(...numberRefusals(content))
  if (content.effectiveOn && content.formedOn && content.effectiveOn < content.formedOn)
    refusals.push(wrong('effectiveOn', '施行日期早于成文日期。', '请核对日期。'))
  if (content.shownUntil && content.shownUntil < today)
    refusals.push(wrong('shownUntil', '公示期已经过去。', '请填写今天或以后的日期，不设公示期的留空。'))
  for (const { field, say, then, by } of attributeFaults(content))
    refusals.push({ code: 'field-missing', field, say, then, cite: by })
  if (content.audience === 'staff' && content.reason.trim().length < 4)
    refusals.push(missing('reason', '只对本单位工作人员公开，没有写明理由。', '请写明理由。'))
  for (const hit of editionHits(content).filter(({ stops }) => stops))
    refusals.push({
      code: hit.kind === 'secrecy' ? 'file-marked-secret' : 'personal-data',
      field: content.data && hit.field === 'body' ? 'data' : hit.field,
      say: hit.say,
      then: hit.then,
    })
  return dedupe(refusals)
}

/** What must not stand in a reason, or in other words (`what`), that the public reads: numbers of persons, marks of classification. */
export function reasonRefusals(field: string, reason: string, what = '原因'): Refusal[] {
  const numbers = findPersonalData(reason).filter(({ kind }) => CERTAIN.includes(kind) || kind === 'likeIdNumber')
  const marks = secrecyMarks({ name: '', titles: [], pages: [reason.split('\n')] })
  return [
    ...[...new Set(numbers.map(({ kind }) => kind))].map(
      (kind): Refusal => ({
        code: 'personal-data',
        field,
        say: `${what}会对外公开，其中有${PERSONAL_WORDS[kind]}。`,
        then: '请删去号码，写明事由即可。',
      }),
    ),
    ...marks.map(
      ({ mark }): Refusal => ({
        code: 'file-marked-secret',
        field,
        say: `${what}会对外公开，其中有密级或者内部管理标志：“${mark}”。`,
        then: '请删去标志，写明事由即可。',
      }),
    ),
  ]
}

function dedupe(refusals: Refusal[]): Refusal[] {
  return refusals.filter((one, index) => refusals.findIndex(({ field, say }) => field === one.field && say === one.say) === index)
}
