/** 销毁 of what has been kept for its period: one person proposes the list, another approves it, over HTTP and without rest. */
import { setTimeout as pause } from 'node:timers/promises'
import type { ArchiveView } from '../src/record/archive/view.ts'
import { type Acknowledged, senderTo, type Sessions } from './sender.ts'
import type { Writer } from './writer.ts'

/** So few volumes stand on a list that lists go on being made while the server is killed. */
const VOLUMES = 2
const NOTHING_DUE_MS = 200

export function startEraser(address: string, sessions: Sessions): Writer {
  const acknowledged: Acknowledged[] = []
  const sender = senderTo(address, sessions.clerk)
  let stopping = false
  const isStopping = () => stopping

  async function once(): Promise<void> {
    const before = (await sender.read<ArchiveView>('/archive'))?.erasure
    const chosen = before?.due.slice(0, VOLUMES) ?? []
    if (chosen.length === 0) return pause(NOTHING_DUE_MS)
    const ids = (kind: 'case' | 'amendment') => chosen.filter(({ of }) => of === kind).map(({ id }) => id)
    const list = { caseIds: ids('case'), amendmentIds: ids('amendment'), basis: '保管期限已满' }
    if (!(await sender.send('/archive/erasures', list, { asGood: 'retention-running' }))) return
    // The list may have been made though its answer was lost.
    const waiting = (await sender.read<ArchiveView>('/archive'))?.erasure?.lists.filter(({ state }) => state === 'proposed') ?? []
    for (const { id, volumes } of waiting) {
      const approval = { approve: true, because: '' }
      if (await sender.send(`/archive/erasures/${id}`, approval, { asGood: 'already-done', as: sessions.head }))
        acknowledged.push(...volumes.map((volume) => ({ of: 'erased' as const, volume })))
    }
  }

  async function work(): Promise<void> {
    while (!isStopping()) await once()
  }
  const ended = work()

  return {
    acknowledged,
    faults: sender.faults,
    get repeated() {
      return sender.repeated
    },
    async stop() {
      stopping = true
      await ended
    },
  }
}
