import { expect, test } from 'vitest'
import { ERASED_MARK, erasedCopy } from './erased.ts'
import { requesterSchema } from './requester.ts'
import { sampleLetters } from '../../../tests/letters/samples.ts'

test('擦除后仍是同样的形状：类型、日期保留，其余文字全部换成标记', () => {
  const requester = {
    kind: 'naturalPerson',
    name: '张晓明',
    contactName: '',
    idPaper: 'residentId',
    idNumber: '11010519491231002X',
    phone: '13800000000',
    email: 'a@b.example',
    address: '迎宾路8号',
    postcode: '100000',
  }
  const erased = erasedCopy(requester)
  expect(erased).toMatchObject({ kind: 'naturalPerson', idPaper: 'residentId', name: ERASED_MARK, contactName: '' })
  expect(requesterSchema.safeParse({ ...(erased as object), postcode: '' }).success).toBe(true)
  expect(JSON.stringify(erased)).not.toMatch(/张晓明|1101|1380|迎宾/)
})

test('每一种文书擦除后都没有留下原文的句子', () => {
  for (const { letter } of sampleLetters()) {
    const text = JSON.stringify(erasedCopy(letter))
    for (const block of letter.blocks) if (block.kind === 'paragraph') expect(text).not.toContain(block.text)
    expect((erasedCopy(letter) as typeof letter).blocks.map(({ kind }) => kind)).toEqual(letter.blocks.map(({ kind }) => kind))
  }
})
