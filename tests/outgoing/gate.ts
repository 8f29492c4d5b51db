/** The door for files that leave, as the office uses it; here without the process around it. */
import { expect } from 'vitest'
import { answerTo } from '../../src/edge/outgoing/answer.ts'
import type { Task } from '../../src/edge/outgoing/task.ts'
import type { Remade } from '../../src/office/files/workshop.ts'
import type { Box } from '../../src/record/outgoing/box.ts'
import { type Finding, findingRule, type OutgoingKind, stops } from '../../src/record/outgoing/findings.ts'
import { REMOVABLE } from '../../src/record/outgoing/personal-data.ts'

const CHINESE = /[一-龥]/

type Answered = { value: unknown } | { why: string }

async function answered(task: Task): Promise<Answered> {
  const done = await answerTo(task)
  if (done.ok) return { value: done.value }
  expect(done.why).toMatch(CHINESE)
  return { why: done.why }
}

const fileOf = (kind: OutgoingKind, bytes: Uint8Array) => ({ name: `材料.${kind}`, kind, bytes })

/** What becomes of a file that nobody has cleaned: `passes`, or what stands against it. */
export async function gateOf(kind: OutgoingKind, bytes: Uint8Array): Promise<string> {
  const found = await answered({ do: 'inspect', file: fileOf(kind, bytes) })
  if ('why' in found) return found.why
  const against = (found.value as Finding[]).filter(stops)
  return against.length === 0 ? 'passes' : against.map((one) => findingRule(one.kind).zh).join('、')
}

export interface Cleaned extends Remade {
  /** What still keeps the file from leaving. */
  stopping: string[]
}

/** The file after cleaning; throws with the reason where it is refused. */
export async function cleanedOf(kind: OutgoingKind, bytes: Uint8Array): Promise<Cleaned> {
  return remadeOf(await answered({ do: 'clean', file: fileOf(kind, bytes), blank: REMOVABLE }))
}

export async function redactedOf(
  kind: 'pdf' | 'png' | 'jpeg',
  bytes: Uint8Array,
  boxes: readonly Box[],
  labels: Uint8Array,
): Promise<Cleaned> {
  return remadeOf(await answered({ do: 'redact', file: fileOf(kind, bytes), boxes, labels }))
}

function remadeOf(answer: Answered): Cleaned {
  if ('why' in answer) throw new Error(answer.why)
  const remade = answer.value as Remade
  return { ...remade, stopping: remade.findings.filter(stops).map(({ kind }) => kind) }
}
