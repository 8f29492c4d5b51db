/** The parts that forms are made of: one column, label above, hint below it, fault at the field and in a summary. */
import { html } from 'hono/html'
import type { Refusal } from '../../law/refusal.ts'
import type { Markup } from './visit.ts'

/** What was typed, by field name; a name is also the `field` of the refusal that concerns it. */
export type Values = Readonly<Record<string, string>>

export interface FormState {
  values: Values
  faults: readonly Refusal[]
}

export const UPLOAD_FIELDS = ['files1', 'files2', 'files3'] as const

export interface TextField {
  name: string
  label: string
  hint?: string
  most: number
  type?: 'text' | 'tel' | 'email'
  rows?: number
  autocomplete?: string
  short?: boolean
  optional?: boolean
  /** Extra class of the whole field. */
  only?: string
}

export interface ChoiceField {
  name: string
  label: string
  hint?: string
  choices: readonly { value: string; text: string }[]
  /** Extra class of the whole field. */
  only?: string
}

/** Names hold a dot; ids of a page had better not. */
export function idOf(name: string): string {
  return name.replaceAll('.', '-')
}

function faultOf({ faults }: FormState, name: string): Refusal | undefined {
  return faults.find((fault) => fault.field === name)
}

export function textField(state: FormState, field: TextField): Markup {
  const { name, label, hint, most, type = 'text', rows, autocomplete, short, optional, only } = field
  const id = idOf(name)
  const fault = faultOf(state, name)
  const about = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const value = state.values[name] ?? ''
  const filling = html`${autocomplete && html` autocomplete="${autocomplete}"`}`
  const described = html`${about && html` aria-describedby="${about}"`}${fault && html` aria-invalid="true"`}`
  return html`<div class="field${fault && ' wrong'}${only && ` ${only}`}">
<label for="${id}">${label}${optional && html`<span class="count">可不填</span>`}</label>
${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}${faultLine(id, fault)}
${
  rows
    ? html`<textarea id="${id}" name="${name}" rows="${rows}" maxlength="${most}"${filling}${described}>${value}</textarea>`
    : html`<input id="${id}" name="${name}" type="${type}" maxlength="${most}" value="${value}"${short && html` class="short"`}${filling}${described}>`
}
</div>`
}

export function choiceField(state: FormState, { name, label, hint, choices, only }: ChoiceField): Markup {
  const id = idOf(name)
  const fault = faultOf(state, name)
  const about = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return html`<fieldset class="field${fault && ' wrong'}${only && ` ${only}`}"${about && html` aria-describedby="${about}"`}>
<legend>${label}</legend>
${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}${faultLine(id, fault)}
<div class="choices">${choices.map(
    (
      { value, text },
      index,
    ) => html`<label><input type="radio"${index === 0 && html` id="${id}"`} name="${name}" value="${value}"${
      state.values[name] === value && html` checked`
    }><span>${text}</span></label>
`,
  )}</div></fieldset>`
}

/** One box to tick. */
export function checkField(state: FormState, { name, label, only }: { name: string; label: string; only?: string }): Markup {
  const id = idOf(name)
  const fault = faultOf(state, name)
  return html`<div class="field${fault && ' wrong'}${only && ` ${only}`}">${faultLine(id, fault)}
<div class="choices"><label><input type="checkbox" id="${id}" name="${name}" value="yes"${state.values[name] && html` checked`}${
    fault && html` aria-describedby="${id}-fault" aria-invalid="true"`
  }><span>${label}</span></label></div></div>`
}

export interface UploadsField {
  label: string
  hint: string
  /** What belongs in each place, where they differ. */
  places?: readonly string[]
}

/** The browser's own button, with Chinese words over it: by itself it speaks the browser's language. `about`: ids of what describes it. */
export function fileInput(name: string, about: string, { accept = '', wrong = false } = {}): Markup {
  return html`<span class="chooser"><input type="file" id="${name}" name="${name}"${accept && html` accept="${accept}"`} aria-describedby="${about}"${wrong && html` aria-invalid="true"`}><span class="pick" aria-hidden="true">选择文件</span></span>`
}

/** Three files at most; a browser forgets them whenever a form comes back, so the fault says it. */
export function uploadsField(state: FormState, { label, hint, places }: UploadsField): Markup {
  const faults = state.faults.filter(({ field }) => field === 'files')
  return html`<fieldset class="field${faults.length > 0 && ' wrong'}"><legend>${label}<span class="count">可不填</span></legend>
<p class="hint" id="files-hint">${hint}</p>
${faults.map(({ say, then }) => html`<p class="fault"><span class="vh">需要改正：</span>${say}${then}所有附件都要重新选择。</p>`)}
${UPLOAD_FIELDS.map(
  (
    name,
    index,
  ) => html`<div class="file"><label${!places && html` class="vh"`} for="${name}">${places?.[index] ?? `附件 ${index + 1}`}</label>${fileInput(name, 'files-hint')}</div>
`,
)}</fieldset>`
}

/** Where a summary leads to for a fault of the files: the first of the fields. */
export function atUploads(faults: readonly Refusal[]): Refusal[] {
  return faults.map((fault) => (fault.field === 'files' ? { ...fault, field: UPLOAD_FIELDS[0] } : fault))
}

function faultLine(id: string, fault: Refusal | undefined): Markup {
  return fault ? html`<p class="fault" id="${id}-fault"><span class="vh">需要改正：</span>${fault.say}${fault.then}</p>` : html``
}

/** What is wrong, each line leading to its field; the browser begins here. */
export function faultSummary(faults: readonly Refusal[]): Markup {
  if (faults.length === 0) return html``
  return html`<div class="faults" role="alert"><h2>有 ${faults.length} 处需要改正</h2><ul>${faults.map(({ field, say, then }) =>
    field
      ? html`<li><a href="#${idOf(field)}">${say}${then}</a></li>
`
      : html`<li>${say}${then}</li>
`,
  )}</ul></div>`
}

export function hiddenFields(values: Values): Markup {
  return html`${Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">
`,
  )}`
}

/** 填写 → 核对 → 完成 */
export function progress(step: 1 | 2 | 3): Markup {
  return html`<ol class="progress" aria-label="进度">${['填写', '核对', '完成'].map(
    (name, index) => html`<li${index + 1 === step && html` aria-current="step"`}>${index + 1}. ${name}</li>
`,
  )}</ol>`
}

/** The named fields of a posted form, as text; of a multipart form as well (whose parts carry a `value`). */
export function valuesOf(body: unknown, names: readonly string[]): Record<string, string> {
  const posted = (body ?? {}) as Record<string, unknown>
  return Object.fromEntries(
    names.map((name) => {
      const given = posted[name]
      const value = typeof given === 'object' && given !== null && 'value' in given ? given.value : given
      return [name, typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '']
    }),
  )
}
