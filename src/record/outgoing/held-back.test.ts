/** 没有给出去的：涂黑之前的原件、没有发出的处理稿、标明不公开的原件；发出的那一份和平常的材料不算。 */
import { expect, test } from 'vitest'
import { isHeldBack } from './held-back.ts'

const original = { id: 'a', purpose: '答复附件' }
const redacted = { id: 'b', purpose: '答复附件（处理后）' }
const sent = { fileId: 'b', sourceId: 'a', state: 'cleared' } as const

test('涂黑后发出的：原件扣下，发出的那一份给对方看', () => {
  expect([original, redacted].map((file) => isHeldBack(file, [sent]))).toEqual([true, false])
})

test('后来又涂黑一次：先前那一份也扣下；最后决定不发的，都扣下', () => {
  const again = { fileId: 'c', sourceId: 'a', state: 'overridden' } as const
  expect(isHeldBack(redacted, [again])).toBe(true)
  expect(isHeldBack(redacted, [{ ...sent, state: 'withdrawn' }])).toBe(true)
})

test('案卷里的材料拿去涂黑的，材料本身扣下；没有动过就发出的，不扣', () => {
  const paper = { id: 'a', purpose: '案卷材料' }
  expect(isHeldBack(paper, [sent])).toBe(true)
  expect(isHeldBack(paper, [{ ...sent, fileId: 'a' }])).toBe(false)
  expect(isHeldBack(paper, [])).toBe(false)
  expect(isHeldBack({ id: 'd', purpose: '不公开的信息原件' }, [])).toBe(true)
})
