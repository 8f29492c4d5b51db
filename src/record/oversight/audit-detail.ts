import { INTAKE_CHANNEL_WORDS } from '../../law/requests/vocabulary.ts'
import { ROLE_WORDS } from '../people/roles.ts'
import { COUNT_WORDS } from '../reports/view.ts'
import { AMENDMENT_RESULT_WORDS } from '../amendments/model.ts'
import { DISPUTE_ACT_WORDS } from '../disputes/acts.ts'
import { ACT_WORDS } from '../requests/acts.ts'

/** What the parts of an audit entry's detail are called. */
const LABELS: Readonly<Record<string, string>> = {
  acts: '事项',
  letters: '文书',
  reason: '理由',
  code: '文书代号',
  file: '附件',
  section: '科室',
  officer: '承办人',
  via: '渠道',
  what: '内容',
  value: '数值',
  version: '版本',
  roles: '角色',
  from: '起用日期',
  codes: '文书代号',
  words: '文号的字',
  moved: '期限变动件数',
  dispute: '争议卷',
  deed: '争议登记',
}

const WORDS: Readonly<Record<string, string>> = {
  ...DISPUTE_ACT_WORDS,
  ...AMENDMENT_RESULT_WORDS,
  ...ACT_WORDS,
  ...INTAKE_CHANNEL_WORDS,
  ...ROLE_WORDS,
  ...COUNT_WORDS,
}

/**
 * One line of an entry's detail in Chinese. Acts, channels, roles and counts get their words; ids of people and sections the names in
 * `names`; other ids say nothing to a reader and are left out.
 */
export function auditDetail(detail: Readonly<Record<string, unknown>>, names: ReadonlyMap<string, string>): string {
  return Object.entries(detail)
    .flatMap(([key, value]) => {
      const words = (Array.isArray(value) ? value : [value]).flatMap((one) => wordOf(one, names))
      return words.length > 0 ? [`${LABELS[key] ?? key}：${words.join('、')}`] : []
    })
    .join('；')
}

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

function wordOf(value: unknown, names: ReadonlyMap<string, string>): string[] {
  if (value === null || value === undefined || value === '') return []
  const text = String(value)
  const known = names.get(text) ?? WORDS[text]
  if (known) return [known]
  return ID.test(text) ? [] : [text]
}
