/** Refusals on the screen: at their field where the form has it, else above the form. Always what to do next. */
import { Alert, type FormInstance } from 'antd'
import { cite } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'

/** “…（《条例》第三十条）” */
export function refusalWords({ say, then, cite: by }: Refusal): string {
  return `${say}${then}${by ? `（${cite(by)}）` : ''}`
}

export function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  if (refusals.length === 0) return null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="gap-below"
      title={refusals.length === 1 ? refusals[0]?.say : `有 ${refusals.length} 处需要处理`}
      description={
        refusals.length === 1 && refusals[0] ? (
          <>
            {refusals[0].then}
            {refusals[0].cite && `（${cite(refusals[0].cite)}）`}
          </>
        ) : (
          <ul className="plain-list">
            {refusals.map((refusal) => (
              <li key={`${refusal.field ?? ''}${refusal.say}`}>{refusalWords(refusal)}</li>
            ))}
          </ul>
        )
      }
    />
  )
}

/**
 * Puts refusals at the fields of the form that have their names (`requester.name` → `['requester', 'name']`), moves to the
 * first of them, and returns the others.
 */
export function placeRefusals(form: FormInstance, refusals: readonly Refusal[]): Refusal[] {
  const errors = new Map<string, string[]>()
  const others: Refusal[] = []
  for (const refusal of refusals) {
    const name = refusal.field && fieldOf(form, refusal.field)
    if (name) errors.set(name, [...(errors.get(name) ?? []), refusalWords(refusal)])
    else others.push(refusal)
  }
  const fields = [...errors].map(([name, words]) => ({ name: name.split('.'), errors: words }))
  form.setFields(fields)
  const [first] = fields
  if (first) form.scrollToField(first.name, { block: 'center', focus: true })
  return others
}

/** The form's own field for a refusal's: `act.replyBy` and `replyBy` are the same to a form of one act. */
function fieldOf(form: FormInstance, field: string): string | null {
  const short = field.replace(/^act\./, '')
  return [field, short].find((name) => form.getFieldInstance(name.split('.')) !== undefined) ?? null
}
