import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SetUp, setUp, setUpSchema } from '../../src/office/people/set-up.ts'
import { setRoles } from '../../src/office/people/list-people.ts'
import { resetPassword } from '../../src/office/people/reset-password.ts'
import { sessionOf, signIn } from '../../src/office/people/sign-in.ts'
import { setupCommand } from '../../src/edge/cli/commands/setup.ts'
import { type County, county, must, PASSWORD } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

/** The help's own example, so that what it says works. */
function example(): SetUp {
  return setUpSchema.parse(JSON.parse(setupCommand.help.slice(setupCommand.help.indexOf('{\n'))))
}

test('建库：按说明中的示例写入机关和人员，初始密码可以登录', async () => {
  const given = example()
  for (const agency of given.agencies) agency.slug = 'new-bureau'
  const accounts = must(await setUp(place.office, given))
  expect(accounts.map((account) => account.login)).toEqual(['admin', 'clerk', 'head'])
  const [admin] = accounts
  expect(must(await signIn(place.office, { login: 'admin', password: admin?.password ?? '' })).actor.roles).toEqual([
    'administrator',
  ])
})

test('网址简称已被使用、上级不存在、科室不在名单：逐一说明', async () => {
  const given = example()
  const [agency] = given.agencies
  if (!agency) throw new Error('the example has an agency')
  expect(await setUp(place.office, { agencies: [{ ...agency, slug: 'jyj' }] })).toMatchObject({
    ok: false,
    refusals: [{ code: 'already-done' }],
  })
  expect(await setUp(place.office, { agencies: [{ ...agency, slug: 'x1', parent: 'nowhere' }] })).toMatchObject({ ok: false })
  expect(await setUp(place.office, { agencies: [{ ...agency, slug: 'x2', sections: [] }] })).toMatchObject({ ok: false })
})

test('三员分立：系统管理员、安全审计员不兼任别的角色，建库和调整都不行', async () => {
  const given = example()
  const [agency] = given.agencies
  const [officer] = agency?.officers ?? []
  if (!agency || !officer) throw new Error('the example has an agency with officers')
  const both = { ...agency, slug: 'x3', officers: [{ ...officer, roles: ['administrator' as const, 'auditor' as const] }] }
  expect(await setUp(place.office, { agencies: [both] })).toMatchObject({ ok: false, refusals: [{ field: 'roles' }] })
  const administrator = place.actor('administrator')
  const { id } = place.actor('clerk')
  expect(await setRoles(place.office, administrator, { id, roles: ['clerk', 'auditor'] })).toMatchObject({
    ok: false,
    refusals: [{ say: '安全审计员不能兼任别的角色（三员分立）。' }],
  })
  const officers = must(await setRoles(place.office, administrator, { id, roles: ['clerk', 'privacyReviewer'] }))
  expect(officers.find((one) => one.id === id)?.roles).toEqual(['clerk', 'privacyReviewer'])
})

test('重设密码：旧密码和旧会话都不能再用', async () => {
  const login = place.login('clerk')
  const before = must(await signIn(place.office, { login, password: PASSWORD }))
  const { password } = must(await resetPassword(place.office, login))
  expect(await sessionOf(place.office, before.token)).toBeNull()
  expect(await signIn(place.office, { login, password: PASSWORD })).toMatchObject({ ok: false })
  expect((await signIn(place.office, { login, password })).ok).toBe(true)
  expect(await resetPassword(place.office, 'nobody')).toMatchObject({ ok: false, refusals: [{ code: 'not-found' }] })
})
