/** Refusals on the screen: at their field where the form has it, else above the form. Always what to do next. */
import { Alert, Button, type FormInstance } from 'antd'
import { useState } from 'react'
import { cite } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'
import { ToOutgoing } from './to-outgoing.tsx'
import { isIn } from './live-form.tsx'

/** “…（《条例》第三十条）” */
export function refusalWords({ say, then, cite: by }: Refusal): string {
  return `${say}${then}${by ? `（${cite(by)}）` : ''}`
}

/** `goTo`: leads to the field that a refusal is about, where the form has it. */
export function Refusals({ refusals, goTo }: { refusals: readonly Refusal[]; goTo?: (refusal: Refusal) => (() => void) | null }) {
  if (refusals.length === 0) return null
  const [first] = refusals
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="gap-below"
      title={refusals.length === 1 ? first?.say : `有 ${refusals.length} 处需要处理`}
      description={
        refusals.length === 1 && first ? (
          <>
            {first.then}
            {first.cite && `（${cite(first.cite)}）`}
            <ToField go={goTo?.(first)} />
            {first.code === 'outgoing-not-cleared' && <ToOutgoing />}
          </>
        ) : (
          <ul className="plain-list">
            {refusals.map((refusal) => (
              <li key={`${refusal.field ?? ''}${refusal.say}`}>
                {refusalWords(refusal)}
                <ToField go={goTo?.(refusal)} />
                {refusal.code === 'outgoing-not-cleared' && <ToOutgoing />}
              </li>
            ))}
          </ul>
        )
      }
    />
  )
}

function ToField({ go }: { go: (() => void) | null | undefined }) {
  return go ? (
    <Button type="link" size="small" className="inline-link" onClick={go}>
      到这一栏
    </Button>
  ) : null
}

/**
 * Puts refusals at the fields of the form that have their names (`requester.name` → `['requester', 'name']`), moves to the
 * first of them, and returns the others.
 */
export function placeRefusals(form: FormInstance, refusals: readonly Refusal[]): Refusal[] {
  const errors = new Map<string, { name: Name; errors: string[] }>()
  const others: Refusal[] = []
  for (const refusal of refusals) {
    const name = refusal.field ? fieldOf(form, refusal.field) : null
    if (!name) {
      others.push(refusal)
      continue
    }
    const key = name.join('.')
    errors.set(key, { name, errors: [...(errors.get(key)?.errors ?? []), refusalWords(refusal)] })
  }
  const fields = [...errors.values()]
  form.setFields(fields)
  const [first] = fields
  if (first) jumpTo(form, first.name)
  return others
}

type Name = (string | number)[]

/** The form's own field for a refusal's: `act.replyBy` and `replyBy` are the same to a form of one act. */
function fieldOf(form: FormInstance, field: string): Name | null {
  const names = form.getFieldsError().map(({ name }) => name)
  const short = field.replace(/^act\./, '')
  return names.find((name) => name.join('.') === field) ?? names.find((name) => name.join('.') === short) ?? null
}

function jumpTo(form: FormInstance, name: Name): void {
  form.scrollToField(name, { block: 'center', focus: true })
}

/** The refusals of a long form: each at its field, and all of them above as a summary that leads there; what was mended leaves it. */
export function useFormRefusals(form: FormInstance) {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const goTo = ({ field }: Refusal) => {
    const name = field ? fieldOf(form, field) : null
    return name && (() => jumpTo(form, name))
  }
  return {
    summary: <Refusals refusals={refusals} goTo={goTo} />,
    refuse: (all: readonly Refusal[]) => {
      setRefusals(all)
      placeRefusals(form, all)
    },
    clear: () => setRefusals([]),
    onValuesChange: (changed: unknown) => {
      const stays = ({ field }: Refusal) => {
        const name = field ? fieldOf(form, field) : null
        return !name || !isIn(changed, name)
      }
      if (!refusals.every(stays)) setRefusals(refusals.filter(stays))
    },
  }
}
