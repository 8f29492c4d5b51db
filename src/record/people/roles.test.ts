import { describe, expect, test } from 'vitest'
import { type Actor, PERMISSIONS, permitted, ROLES, type Role, type Verb, verbsOf } from './roles.ts'
import { VERBS } from './verbs.ts'

function actor(roles: Role[], more: Partial<Actor> = {}): Actor {
  return { id: '一', agencyId: '局', name: '某', roles, sectionId: null, under: [], ...more }
}
const holders = (verb: Verb) => ROLES.filter((role) => PERMISSIONS[role].includes(verb))
const own = { agencyId: '局', sectionId: '科' }

describe('一张表', () => {
  test('每一项权限都有人有；表里没有别的', () => {
    expect(VERBS.filter((verb) => holders(verb).length === 0)).toEqual([])
    expect(new Set(VERBS).size).toBe(VERBS.length)
    for (const role of ROLES) expect(new Set(PERMISSIONS[role]).size).toBe(PERMISSIONS[role].length)
  })

  test('单一角色在本机关：表上有的可以，没有的不可以', () => {
    for (const role of ROLES)
      for (const verb of VERBS)
        expect({ role, verb, may: permitted(actor([role], { sectionId: '科' }), verb, own) }).toEqual({
          role,
          verb,
          may: PERMISSIONS[role].includes(verb),
        })
  })

  test('兼任几个角色，权限是各角色之和', () => {
    const both = actor(['clerk', 'auditor'])
    expect(VERBS.filter((verb) => permitted(both, verb, own))).toEqual(
      VERBS.filter((verb) => PERMISSIONS.clerk.includes(verb) || PERMISSIONS.auditor.includes(verb)),
    )
    expect(permitted(actor([]), 'requests.view', own)).toBe(false)
  })

  test('菜单上的就是能办的', () => {
    expect(verbsOf(actor(['auditor']))).toEqual(['audit.view', 'people.view'])
    expect(verbsOf(actor([]))).toEqual([])
  })
})

describe('法律和三员分立的要求', () => {
  test('第三十三条第二款：延长答复期限只由公开工作机构负责人批准', () => {
    expect(holders('requests.extend')).toEqual(['officeHead'])
  })

  test('答复由单位主要负责人或经授权的分管负责人审批，年度报告由主要负责人审批；审批人不拟稿、不发出', () => {
    expect(holders('requests.approveReply')).toEqual(['head', 'deputyHead'])
    expect(holders('reports.approve')).toEqual(['head'])
    for (const role of ['head', 'deputyHead'] as const)
      for (const verb of ['requests.draftReply', 'requests.reply'] as const) expect(PERMISSIONS[role]).not.toContain(verb)
  })

  test('导入存档的报告随即公开：能导入的都能发布', () => {
    for (const role of holders('reports.import')) expect(PERMISSIONS[role]).toContain('reports.publish')
  })

  test('第十七条：三项审查各归一种审查人员，审查人员不拟稿、不审批', () => {
    expect(holders('requests.reviewLegality')).toEqual(['legalReviewer'])
    expect(holders('requests.reviewSecrecy')).toEqual(['secrecyReviewer'])
    expect(holders('requests.reviewPrivacy')).toEqual(['privacyReviewer'])
    for (const role of holders('requests.review'))
      for (const verb of ['requests.draftReply', 'requests.approveReply'] as const) expect(PERMISSIONS[role]).not.toContain(verb)
  })

  test('系统管理员和安全审计员看不到任何案件和咨询', () => {
    for (const role of ['administrator', 'auditor'] as const)
      expect(PERMISSIONS[role].filter((verb) => /^(requests|consultations|reports|documents)\./.test(verb))).toEqual([])
  })

  test('账号归系统管理员，审计归安全审计员，互不相通', () => {
    expect(holders('people.manage')).toEqual(['administrator'])
    expect(holders('audit.view')).toEqual(['auditor'])
  })

  test('看完整个人信息的，只有经办案件的人', () => {
    expect(holders('requests.unmask')).toEqual(['clerk', 'officeHead'])
  })
})

describe('看得见谁的', () => {
  test('别的机关的，除主管部门看下级的报告外，谁也看不见', () => {
    const elsewhere = { agencyId: '另一局', sectionId: '科' }
    for (const role of ROLES)
      for (const verb of VERBS) expect(permitted(actor([role], { sectionId: '科' }), verb, elsewhere)).toBe(false)
  })

  test('主管部门：下级的年度报告看得见，案件看不见；不是下级的都看不见', () => {
    const supervisor = actor(['supervisor'], { under: ['下级'] })
    expect(VERBS.filter((verb) => permitted(supervisor, verb, { agencyId: '下级' }))).toEqual(['reports.view'])
    expect(VERBS.filter((verb) => permitted(supervisor, verb, { agencyId: '别处' }))).toEqual([])
  })

  test('主管部门人员兼本机关经办人，看下级的也只是报告', () => {
    const both = actor(['supervisor', 'clerk'], { under: ['下级'] })
    expect(permitted(both, 'requests.view', { agencyId: '下级' })).toBe(false)
    expect(permitted(both, 'requests.view', own)).toBe(true)
  })

  test('科室承办人：只看分办给本科室的案件；没有科室的一件也看不到', () => {
    const officer = (sectionId: string | null) => actor(['sectionOfficer'], { sectionId })
    expect(permitted(officer('科'), 'requests.view', own)).toBe(true)
    expect(permitted(officer('别科'), 'requests.view', own)).toBe(false)
    expect(permitted(officer('科'), 'requests.view', { agencyId: '局', sectionId: null })).toBe(false)
    expect(permitted(officer(null), 'requests.view', { agencyId: '局', sectionId: null })).toBe(false)
    expect(permitted(officer(null), 'people.view', { agencyId: '局' })).toBe(true)
  })
})
