/** 申请表: who else is in it — an agent or a guardian who speaks for the requester, others who ask together with them. */
import { html } from 'hono/html'
import { chineseNumeral } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'
import { REPRESENTATIVE_ROLES, REPRESENTATIVE_WORDS, type RepresentativeRole } from '../../law/requests/form.ts'
import { isResidentId } from '../../law/requests/identity.ts'
import type { Requester } from '../../record/people/requester.ts'
import {
  checkField,
  type ChoiceField,
  choiceField,
  type FormState,
  type TextField,
  textField,
  type Values,
} from './form-parts.ts'
import type { Markup } from './visit.ts'

const BY: ChoiceField = {
  name: 'by',
  label: '由谁提出',
  hint: '代别人提出的，申请人一栏填被代理的人；答复给申请人。',
  choices: [
    { value: 'self', text: '申请人自己' },
    ...REPRESENTATIVE_ROLES.map((role) => ({ value: role, text: REPRESENTATIVE_WORDS[role] })),
  ],
}
const AGENT_FIELDS: readonly TextField[] = [
  { name: 'requester.agent.name', label: '代理人（监护人）姓名', most: 60, only: 'agents-only', autocomplete: 'off' },
  {
    name: 'requester.agent.idNumber',
    label: '代理人（监护人）证件号码',
    hint: '下一步请附委托书或者监护关系证明；一时没有的也可以提交，工作人员会联系补正。',
    most: 40,
    only: 'agents-only',
    autocomplete: 'off',
  },
  {
    name: 'requester.agent.phone',
    label: '代理人（监护人）电话',
    most: 40,
    type: 'tel',
    short: true,
    only: 'agents-only',
    optional: true,
  },
]
const RECEIVES = {
  name: 'requester.agent.receives',
  label: '文书寄给代理人（委托书要写明可以代收文书；监护人不用勾选）',
  only: 'agents-only',
}
const JOINT_ROWS = 3
const JOINT_FIELDS: readonly (readonly TextField[])[] = Array.from({ length: JOINT_ROWS }, (_, n) => [
  {
    name: `requester.joint.${n}.name`,
    label: `第${chineseNumeral(n + 2)}申请人姓名`,
    most: 100,
    optional: true,
    autocomplete: 'off',
  },
  {
    name: `requester.joint.${n}.idNumber`,
    label: `第${chineseNumeral(n + 2)}申请人证件号码`,
    most: 40,
    optional: true,
    autocomplete: 'off',
  },
])
/** 0: whoever is named first; then the rows. */
const SPOKESPERSON: ChoiceField = {
  name: 'spokesperson',
  label: '代表人',
  hint: '联合申请的文书寄给代表人，寄到下面填写的通信地址。',
  choices: Array.from({ length: JOINT_ROWS + 1 }, (_, n) => ({ value: String(n), text: `第${chineseNumeral(n + 1)}申请人` })),
}
const TEXTS = [...AGENT_FIELDS, ...JOINT_FIELDS.flat()]

export const OTHER_PEOPLE_TEXTS: readonly TextField[] = TEXTS
export const OTHER_PEOPLE_FIELDS = [BY.name, RECEIVES.name, SPOKESPERSON.name, ...TEXTS.map(({ name }) => name)]
export const BY_THEMSELVES: Values = { [BY.name]: 'self', [SPOKESPERSON.name]: '0' }

export function otherPeopleFields(state: FormState): Markup {
  const filled = JOINT_FIELDS.flat().some(({ name }) => state.values[name] || state.faults.some(({ field }) => field === name))
  return html`${choiceField(state, BY)}${AGENT_FIELDS.map((field) => textField(state, field))}${checkField(state, RECEIVES)}
<details class="more"${filled && html` open`}><summary>还有其他人一起申请（联合申请，按一件办理）</summary>
${JOINT_FIELDS.map(
  (fields) => html`<div class="pair">${fields.map((field) => textField(state, field))}</div>
`,
)}${choiceField(state, SPOKESPERSON)}<p class="hint">超过${chineseNumeral(JOINT_ROWS + 1)}人的，请附名单；各人要各自得到答复的，请分别提出。</p>
</details>`
}

/** Label and value of those that were filled in. */
export function otherPeopleReadBack(values: Values): { label: string; value: string }[] {
  const agent = roleOf(values)
  const shown = [...(agent ? AGENT_FIELDS : []), ...JOINT_FIELDS.flat()]
  return [
    ...(agent ? [{ label: BY.label, value: REPRESENTATIVE_WORDS[agent] }] : []),
    ...shown.map(({ name, label }) => ({ label, value: values[name]?.trim() ?? '' })).filter(({ value }) => value),
    ...(agent === 'agent' && values[RECEIVES.name] ? [{ label: '文书寄给', value: '代理人' }] : []),
    ...(filledRows(values).length > 0 ? [{ label: SPOKESPERSON.label, value: chosenOf(values) }] : []),
  ]
}

function roleOf(values: Values): RepresentativeRole | null {
  return REPRESENTATIVE_ROLES.find((role) => role === values[BY.name]) ?? null
}

/** Whoever gives eighteen digits means a resident's number, right or wrong. */
function paperOf(idNumber: string): 'residentId' | 'otherPaper' {
  return isResidentId(idNumber) || /^\d{17}[\dXx]$/.test(idNumber) ? 'residentId' : 'otherPaper'
}

function chosenOf(values: Values): string {
  return SPOKESPERSON.choices.find(({ value }) => value === values[SPOKESPERSON.name])?.text ?? ''
}

/** Which of the rows that were filled in speaks for all; past the last of them, where it was an empty one. */
function spokespersonOf(values: Values): Pick<Requester, 'spokesperson'> {
  const row = Number(values[SPOKESPERSON.name] ?? 0) - 1
  const rows = filledRows(values)
  if (rows.length === 0 || !(row >= 0 && row < JOINT_ROWS)) return {}
  return { spokesperson: (rows.includes(row) ? rows.indexOf(row) : rows.length) + 1 }
}

/** The other people as the office takes them; rows left empty are nobody. */
export function otherPeopleOf(values: Values): Pick<Requester, 'agent' | 'joint' | 'spokesperson'> {
  const given = (name: string) => values[name]?.trim() ?? ''
  const role = roleOf(values)
  const agent = {
    name: given('requester.agent.name'),
    idNumber: given('requester.agent.idNumber'),
    phone: given('requester.agent.phone'),
  }
  const joint = filledRows(values).map((n) => {
    const idNumber = given(`requester.joint.${n}.idNumber`)
    return { name: given(`requester.joint.${n}.name`), idPaper: paperOf(idNumber), idNumber, phone: '', address: '' }
  })
  return {
    ...(role && {
      agent: {
        ...agent,
        role,
        idPaper: paperOf(agent.idNumber),
        authorised: false,
        ...(role === 'agent' && values[RECEIVES.name] && { receives: true }),
      },
    }),
    ...(joint.length > 0 && { joint }),
    ...spokespersonOf(values),
  }
}

function filledRows(values: Values): number[] {
  return JOINT_FIELDS.flatMap((fields, n) => (fields.some(({ name }) => values[name]?.trim()) ? [n] : []))
}

/** A fault of the second of the joint requesters stands at the row in which they were typed. */
export function atTheirRows(refusals: readonly Refusal[], values: Values): Refusal[] {
  const rows = filledRows(values)
  return refusals.map((refusal) => {
    if (refusal.field === 'requester.spokesperson') return { ...refusal, field: SPOKESPERSON.name }
    const [, n, rest] = /^requester\.joint\.(\d+)\.(.+)$/.exec(refusal.field ?? '') ?? []
    const row = n === undefined ? undefined : rows[Number(n)]
    return row === undefined ? refusal : { ...refusal, field: `requester.joint.${row}.${rest}` }
  })
}
