import { expect, test } from 'vitest'
import { FIRST_VALUES, requestOf } from './request-form.ts'

const ASKED = {
  ...FIRST_VALUES,
  'requester.name': '张丽',
  'requester.phone': '13800138001',
  'requester.address': '云岭县中山路2号',
  'content.subject': '食堂承包合同',
  'content.description': '',
}

test.each([
  ['naturalPerson', '632821199001010020', 'residentId'],
  ['business', '91350100M000100Y43', 'creditCode'],
])('%s 没有选证件类型的，由号码认出（条例第二十九条第二款）', (kind, idNumber, paper) => {
  const read = requestOf({ ...ASKED, 'requester.kind': kind, 'requester.contactName': '王强', 'requester.idNumber': idNumber })
  expect(read.ok ? read.value.requester.idPaper : read.refusals).toBe(paper)
})

test.each([
  ['naturalPerson', '632821199001010021', '请核对18位号码'],
  ['naturalPerson', '63282119900101002x', '请核对18位号码'],
  ['business', '91350100M000100Y44', '核对18位代码'],
])('%s 没有选证件类型、号码 %s 输错一位的，说号码错了，不叫人选类型', (kind, idNumber, then) => {
  const read = requestOf({ ...ASKED, 'requester.kind': kind, 'requester.contactName': '王强', 'requester.idNumber': idNumber })
  expect(read.ok ? [] : read.refusals.map(({ field }) => field)).toEqual(['requester.idNumber'])
  expect(read.ok ? '' : read.refusals[0]?.then).toContain(then)
})

test('号码认不出的请选择；选了的照选的核对', () => {
  const unknown = requestOf({ ...ASKED, 'requester.idNumber': 'E12345678' })
  expect(unknown.ok ? [] : unknown.refusals.map(({ say }) => say)).toEqual(['没有选择证件类型。'])
  const chosen = requestOf({ ...ASKED, 'requester.idNumber': '632821199001010020', 'requester.idPaper': 'residencePermit' })
  expect(chosen.ok ? [] : chosen.refusals.map(({ field }) => field)).toEqual(['requester.idNumber'])
})
