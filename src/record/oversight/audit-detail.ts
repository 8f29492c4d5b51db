import { RETENTION_WORDS } from '../../law/requests/retention.ts'
import { INTAKE_CHANNEL_WORDS } from '../../law/requests/vocabulary.ts'
import { ROLE_WORDS } from '../people/roles.ts'
import { FIGURE_WORDS } from '../reports/figures.ts'
import { AMENDMENT_RESULT_WORDS } from '../amendments/model.ts'
import { DISPUTE_ACT_WORDS } from '../disputes/acts.ts'
import { LESSON_CATEGORY_WORDS } from '../disputes/lessons.ts'
import { HAND_IN_WAY_WORDS } from '../reports/hand-in.ts'
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
  former: '原为',
  value: '数值',
  version: '版本',
  roles: '角色',
  from: '起用日期',
  codes: '文书代号',
  words: '文号的字',
  moved: '期限变动件数',
  dispute: '争议卷',
  deed: '争议登记',
  year: '年度',
  count: '笔数',
  unit: '单位',
  units: '单位数',
  on: '日期',
  signedOn: '签章日期',
  given: '补填的格子',
  fingerprint: '密钥指纹',
}

/** Words of deeds that no table of a room has. */
const BESIDE_WORDS: Readonly<Record<string, string>> = {
  asked: '要求报送',
  handedIn: '报送',
  returned: '退回',
  accepted: '审核通过',
  excused: '不需报送',
  reminded: '催报',
  trusted: '登记密钥',
  changed: '更换密钥',
  year: '放假安排',
  overlay: '地方规定',
  answer: '答复书',
  evidence: '证据目录',
}

const WORDS: Readonly<Record<string, string>> = {
  ...DISPUTE_ACT_WORDS,
  ...AMENDMENT_RESULT_WORDS,
  ...ACT_WORDS,
  ...INTAKE_CHANNEL_WORDS,
  ...ROLE_WORDS,
  ...FIGURE_WORDS,
  ...LESSON_CATEGORY_WORDS,
  ...RETENTION_WORDS,
  ...HAND_IN_WAY_WORDS,
  ...BESIDE_WORDS,
}

/**
 * One line of an entry's detail in Chinese. Acts, channels, roles and counts get their words; ids of people and sections the names in
 * `names`; other ids, and names that only the program knows, say nothing to a reader and are left out.
 */
export function auditDetail(detail: Readonly<Record<string, unknown>>, names: ReadonlyMap<string, string>): string {
  return Object.entries(detail)
    .flatMap(([key, value]) => {
      const words = (Array.isArray(value) ? value : [value]).flatMap((one) => wordOf(one, names))
      if (words.length === 0) return []
      const label = LABELS[key]
      return [label ? `${label}：${words.join('、')}` : words.join('、')]
    })
    .join('；')
}

/** A name that only the program knows. */
const INNER_NAME = /^[a-z][a-zA-Z-]+$/
const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

function wordOf(value: unknown, names: ReadonlyMap<string, string>): string[] {
  if (value === null || value === undefined || value === '') return []
  const text = String(value)
  const known = names.get(text) ?? WORDS[text]
  if (known) return [known]
  // 保管期限表 is written down as its periods in a row.
  if (text.includes('/') && text.split('/').every((part) => WORDS[part])) return text.split('/').map((part) => WORDS[part] ?? '')
  return ID.test(text) || INNER_NAME.test(text) ? [] : [text]
}
