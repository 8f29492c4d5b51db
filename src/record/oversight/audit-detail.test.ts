import { expect, test } from 'vitest'
import { auditDetail } from './audit-detail.ts'

const PERSON = '0b1d8a1e-95a6-4a5e-9f3f-0a2f4c1d7e11'

test('事项、渠道、角色用中文说，人员写姓名，其余编号不显示', () => {
  const names = new Map([[PERSON, '秦岚']])
  expect(auditDetail({ acts: ['replied', 'served'], letters: ['云教公开申〔2026〕3号-答'] }, names)).toBe(
    '事项：作出答复、送达；文书：云教公开申〔2026〕3号-答',
  )
  expect(auditDetail({ officer: PERSON, section: null, file: 'c0ffee00-95a6-4a5e-9f3f-0a2f4c1d7e11' }, names)).toBe(
    '承办人：秦岚',
  )
  expect(auditDetail({ via: 'signed-mail', roles: ['head'] }, names)).toBe('渠道：挂号信或特快专递；角色：单位主要负责人')
  expect(auditDetail({ year: 2025, units: 6 }, names)).toBe('年度：2025；单位数：6')
  expect(auditDetail({ value: 'permanent/years30' }, names)).toBe('数值：永久、30年')
  expect(auditDetail({ what: 'accepted', unit: '某局' }, names)).toBe('内容：审核通过；单位：某局')
  expect(auditDetail({ newKey: 'innerName' }, names)).toBe('')
  expect(auditDetail({ what: 'permits', value: 78 }, names)).toBe('内容：行政许可：本年处理决定数量；数值：78')
})
