/** 申请表: exactly what Art 29 lists, and no purpose. */
import { html } from 'hono/html'
import type { Refusal, Result } from '../../law/refusal.ts'
import { ok, refused } from '../../law/refusal.ts'
import { checkRequestForm } from '../../law/requests/form.ts'
import { ID_PAPER_RULES, ID_PAPERS, paperLikely } from '../../law/requests/identity.ts'
import { REQUESTER_KIND_WORDS, REQUESTER_KINDS } from '../../law/requests/vocabulary.ts'
import {
  CARRIER_WORDS,
  CARRIERS,
  DELIVERY_WAY_WORDS,
  DELIVERY_WAYS,
  type RequestContent,
  requestContentSchema,
  type Requester,
  requesterSchema,
  usualCarrier,
} from '../../record/people/requester.ts'
import { type ChoiceField, choiceField, type FormState, type TextField, textField, type Values } from './form-parts.ts'
import {
  atTheirRows,
  BY_THEMSELVES,
  OTHER_PEOPLE_FIELDS,
  OTHER_PEOPLE_TEXTS,
  otherPeopleFields,
  otherPeopleOf,
  otherPeopleReadBack,
} from './other-people.ts'
import type { Markup } from './visit.ts'

const KIND: ChoiceField = {
  name: 'requester.kind',
  label: '申请人类型',
  hint: '个人选“自然人”；单位按性质选一种。',
  choices: REQUESTER_KINDS.map((kind) => ({
    value: kind,
    text: kind === 'otherOrganisation' ? `${REQUESTER_KIND_WORDS[kind]}法人或者组织` : REQUESTER_KIND_WORDS[kind],
  })),
}
const ID_PAPER: ChoiceField = {
  name: 'requester.idPaper',
  label: '证件类型',
  hint: '号码是居民身份证号码或者统一社会信用代码的，可以不选；其他证件请选择。',
  choices: ID_PAPERS.map((paper) => ({ value: paper, text: ID_PAPER_RULES[paper].zh })),
}
const CARRIER: ChoiceField = {
  name: 'content.carrier',
  label: '获取信息的载体形式',
  hint: `不选的，随获取方式：“${DELIVERY_WAY_WORDS.electronic}”为${CARRIER_WORDS.electronic}，其余为${CARRIER_WORDS.paper}。`,
  choices: CARRIERS.map((carrier) => ({ value: carrier, text: CARRIER_WORDS[carrier] })),
}
const DELIVERY: ChoiceField = {
  name: 'content.delivery',
  label: '获取信息的方式',
  hint: `选“${DELIVERY_WAY_WORDS.post}”须填通信地址；选“${DELIVERY_WAY_WORDS.electronic}”须填电子邮箱。`,
  choices: DELIVERY_WAYS.map((way) => ({ value: way, text: DELIVERY_WAY_WORDS[way] })),
}

const PERSON_FIELDS: readonly TextField[] = [
  { name: 'requester.name', label: '姓名或者名称', hint: '个人填证件上的姓名，单位填全称。', most: 100, autocomplete: 'name' },
  { name: 'requester.contactName', label: '联系人', hint: '单位经办人的姓名。', most: 60, only: 'organisations-only' },
]
const ID_NUMBER: TextField = { name: 'requester.idNumber', label: '证件号码', most: 40, autocomplete: 'off' }
const CONTACT_FIELDS: readonly TextField[] = [
  {
    name: 'requester.phone',
    label: '联系电话',
    hint: '用来确认收到申请，请填能打通的号码。',
    most: 40,
    type: 'tel',
    short: true,
    autocomplete: 'tel',
  },
  {
    name: 'requester.address',
    label: '通信地址',
    hint: '能收到信件的详细地址。',
    most: 200,
    rows: 2,
    autocomplete: 'street-address',
  },
  { name: 'requester.postcode', label: '邮政编码', most: 6, short: true, optional: true, autocomplete: 'postal-code' },
  {
    name: 'requester.email',
    label: '电子邮箱',
    hint: `选“${DELIVERY_WAY_WORDS.electronic}”时必填。`,
    most: 120,
    type: 'email',
    optional: true,
    autocomplete: 'email',
  },
]
const CONTENT_FIELDS: readonly TextField[] = [
  {
    name: 'content.subject',
    label: '所需信息的名称、文号或者其他特征',
    hint: '一件申请写一项信息最快，例如“2025年县城小学学区划分文件”。',
    most: 200,
  },
  {
    name: 'content.description',
    label: '内容描述',
    hint: '时间、地点、事由等，有助于更快找到信息；用汉语、藏语写都可以。',
    most: 5000,
    rows: 6,
    optional: true,
  },
]

const TEXT_FIELDS = [...PERSON_FIELDS, ID_NUMBER, ...CONTACT_FIELDS, ...CONTENT_FIELDS, ...OTHER_PEOPLE_TEXTS]
const CHOICE_FIELDS = [KIND, ID_PAPER, CARRIER, DELIVERY]
/** `hinted`: a hint that it may be public already was shown with this form; counted once. */
export const REQUEST_FIELDS = [
  ...new Set([...[...CHOICE_FIELDS, ...TEXT_FIELDS].map(({ name }) => name), ...OTHER_PEOPLE_FIELDS, 'hinted']),
]

/** Most people are persons, and want it posted. The carrier follows the way unless it is chosen. */
export const FIRST_VALUES: Values = {
  'requester.kind': 'naturalPerson',
  'content.delivery': 'post',
  ...BY_THEMSELVES,
}

/** `hintsFrom`: where the script asks while the subject is being typed. */
export function requestFields(state: FormState, hintsFrom: string): Markup {
  const texts = (fields: readonly TextField[]) => fields.map((field) => textField(state, field))
  return html`<h2 class="section-title">您是谁</h2>
${choiceField(state, KIND)}${texts(PERSON_FIELDS)}${choiceField(state, ID_PAPER)}${textField(state, ID_NUMBER)}
${otherPeopleFields(state)}
<h2 class="section-title">怎样联系您</h2>
${texts(CONTACT_FIELDS)}
<h2 class="section-title">您需要什么信息</h2>
${texts(CONTENT_FIELDS.slice(0, 1))}
<div id="hints" aria-live="polite" data-from="${hintsFrom}"></div>
${texts(CONTENT_FIELDS.slice(1))}${choiceField(state, DELIVERY)}${choiceField(state, CARRIER)}`
}

/** What was not chosen and follows from the rest: the carrier from the way, the paper from a number that can be of no other. */
function whole(values: Values): Values {
  const way = DELIVERY_WAYS.find((one) => one === values['content.delivery'])
  const whom = values['requester.kind'] === 'naturalPerson' ? 'person' : 'organisation'
  const likely = paperLikely(values['requester.idNumber']?.trim() ?? '', whom)
  return {
    ...values,
    ...(way && !values['content.carrier'] && { 'content.carrier': usualCarrier(way) }),
    ...(likely && !values['requester.idPaper'] && { 'requester.idPaper': likely }),
  }
}

/** Label and value of everything that was filled in, as the page that reads it back shows it. */
export function readBack(written: Values): { heading: string; rows: { label: string; value: string }[] }[] {
  const values = whole(written)
  const text = ({ name, label }: TextField) => ({ label, value: values[name]?.trim() ?? '' })
  const choice = ({ name, label, choices }: ChoiceField) => ({
    label,
    value: choices.find(({ value }) => value === values[name])?.text ?? '',
  })
  const person = values['requester.kind'] === 'naturalPerson'
  const names = PERSON_FIELDS.filter(({ only }) => !person || !only).map(text)
  const others = otherPeopleReadBack(values)
  return [
    { heading: '申请人', rows: [choice(KIND), ...names, choice(ID_PAPER), text(ID_NUMBER), ...CONTACT_FIELDS.map(text)] },
    ...(others.length > 0 ? [{ heading: '代理人和联合申请人', rows: others }] : []),
    { heading: '所需信息', rows: [...CONTENT_FIELDS.map(text), choice(DELIVERY), choice(CARRIER)] },
  ].map(({ heading, rows }) => ({ heading, rows: rows.map(({ label, value }) => ({ label, value: value || '（未填）' })) }))
}

/** What the office takes, or every fault of the form at once: what Art 29 misses, nothing chosen, too long. */
export function requestOf(written: Values): Result<{ requester: Requester; content: RequestContent }> {
  const values = whole(written)
  const part = (prefix: string) =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]): [string, string] => [name.slice(prefix.length), value.trim()])
        .filter(([name]) => !name.includes('.')),
    )
  const given = part('requester.')
  // 联系人 is asked of organisations only; what a browser sends of a hidden field is not kept.
  const asked = given.kind === 'naturalPerson' ? { ...given, contactName: '' } : given
  const requester = requesterSchema.safeParse({ ...asked, ...otherPeopleOf(values) })
  const content = requestContentSchema.safeParse(part('content.'))
  const misfits = [...misfitsOf('requester', requester.error), ...misfitsOf('content', content.error)]
  if (requester.success && content.success) {
    const faults = checkRequestForm(requester.data, content.data)
    return faults.length === 0
      ? ok({ requester: requester.data, content: content.data })
      : refused(...atTheirRows(faults, values))
  }
  // The rest is checked as far as it can be, so that nobody learns of a second fault after mending the first.
  const rest = checkRequestForm(
    { ...BLANK_REQUESTER, ...known(asked), ...otherPeopleOf(values) },
    { ...BLANK_CONTENT, ...known(part('content.')) },
  )
  const named = new Set(misfits.map(({ field }) => field))
  return refused(...atTheirRows([...misfits, ...rest.filter(({ field }) => !named.has(field))], values))
}

const BLANK_REQUESTER: Requester = {
  kind: 'naturalPerson',
  name: '',
  contactName: '',
  idPaper: 'otherPaper',
  idNumber: '',
  phone: '',
  email: '',
  address: '',
  postcode: '',
}
const BLANK_CONTENT: RequestContent = { subject: '', description: '', carrier: 'paper', delivery: 'pickup' }

/** Without the choices that were not made. */
function known(given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== '' || !CHOICE_NAMES.has(name)))
}
const CHOICE_NAMES = new Set(CHOICE_FIELDS.map(({ name }) => name.split('.').at(-1)))

function misfitsOf(prefix: string, error: { issues: readonly { path: readonly PropertyKey[] }[] } | undefined): Refusal[] {
  return (error?.issues ?? []).map(({ path }) => misfit(`${prefix}.${path.map(String).join('.')}`))
}

function misfit(field: string): Refusal {
  const choice = CHOICE_FIELDS.find(({ name }) => name === field)
  if (choice) return { code: 'field-missing', field, say: `没有选择${choice.label}。`, then: '请选择一项。' }
  const text = TEXT_FIELDS.find(({ name }) => name === field)
  if (!text) throw new Error(`the form has no field ${field}`)
  return { code: 'field-invalid', field, say: `“${text.label}”过长。`, then: `请控制在 ${text.most} 个字以内。` }
}
