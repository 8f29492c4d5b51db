/** 校对：提示指出地方和字，一键采纳，或者写明为什么不改；审核人员都看得到，姓名不以明文存。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { returnEdition, settleFinding, viewEdition } from '../../src/office/publication/index.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import type { SettledKind } from '../../src/record/publication/proofreading/finding.ts'
import { type County, county, must } from './county.ts'
import { why } from './desk.ts'
import { editionWork } from './editions-work.ts'

let place: County
let work: ReturnType<typeof editionWork>
beforeAll(async () => {
  place = await county('2026-03-02')
  work = editionWork(place)
})
afterAll(() => place.close())

const BODY =
  '<p>依据《中华人民共和国物权法》，3月20日（星期六）起受理，请登陆网站报名，招收农民工子女。</p>' +
  '<table><tr><th>学校</th><th>计划（人）</th></tr><tr><td>第一小学</td><td>240</td></tr><tr><td>第二小学</td><td>200</td></tr><tr><td>合计</td><td>450</td></tr></table>'

type Draft = Awaited<ReturnType<typeof work.draft>>

async function settle(one: Draft, by: Actor, words: string, what: SettledKind, because = '', commandId: string = randomUUID()) {
  const { version, proof } = must(await viewEdition(place.office, by, { id: one.id }))
  const key = proof.findings.find((finding) => finding.words === words)?.key ?? 'none'
  return settleFinding(place.office, by, { id: one.id, commandId, seen: version, key, what, because })
}

const clerk = () => place.actor('clerk')

describe('起草时', () => {
  test('一键采纳：文字改好，提示消去，留下改了什么、谁改的', async () => {
    const one = await work.draft({ title: '采纳', body: BODY })
    const before = await one.view()
    expect(before.proof.findings.map(({ words, suggestion }) => [words, suggestion])).toEqual([
      ['中华人民共和国物权法', '中华人民共和国民法典'],
      ['登陆', '登录'],
      ['农民工子女', '进城务工人员随迁子女'],
      ['六', '五'],
      ['450', '440'],
    ])
    for (const words of ['450', '六', '中华人民共和国物权法']) must(await settle(one, clerk(), words, 'accepted'))
    const after = await one.view()
    expect(after.content.body).toContain('《中华人民共和国民法典》')
    expect(after.content.body).toContain('星期五')
    expect(after.content.body).toContain('<td>440</td>')
    expect(after.proof.findings.map(({ words }) => words)).toEqual(['登陆', '农民工子女'])
    expect(after.proof.accepted.map(({ words, suggestion, by }) => [words, suggestion, by])).toContainEqual([
      '450',
      '440',
      'clerk·bureau',
    ])
  })

  test('同一个命令送两次，只改一次；看的是旧稿、提示已经不在的，告诉一声', async () => {
    const one = await work.draft({ title: '两次', body: BODY })
    const { version, proof } = await one.view()
    const key = proof.findings.find(({ words }) => words === '登陆')?.key ?? ''
    const input = { id: one.id, commandId: randomUUID(), seen: version, key, what: 'accepted', because: '' } as const
    must(await settleFinding(place.office, clerk(), input))
    must(await settleFinding(place.office, clerk(), input))
    expect((await one.view()).proof.accepted).toHaveLength(1)
    expect(why(await settleFinding(place.office, clerk(), { ...input, commandId: randomUUID() }))).toContain('changed-meanwhile')
    const now = (await one.view()).version
    expect(why(await settleFinding(place.office, clerk(), { ...input, seen: now, commandId: randomUUID() }))).toContain(
      '这一处不在原来的地方了',
    )
  })

  test('不改要写明原因；别处改了也记得；可以重新提出', async () => {
    const one = await work.draft({ title: '不改', body: BODY })
    expect(why(await settle(one, clerk(), '农民工子女', 'dismissed'))).toContain('没有写明为什么不改')
    must(await settle(one, clerk(), '农民工子女', 'dismissed', '引用县委文件原文'))
    must(await one.save({ title: '不改', body: `<p>前面加了一段。</p>${BODY}` }))
    const found = (await one.view()).proof.findings.find(({ words }) => words === '农民工子女')
    expect(found?.dismissed).toEqual({ because: '引用县委文件原文', by: 'clerk·bureau', on: '2026-03-02' })
    must(await settle(one, clerk(), '农民工子女', 'reopened'))
    expect((await one.view()).proof.findings.every(({ dismissed }) => dismissed === null)).toBe(true)
  })

  test('词中间有格式的不自动改，说明怎么办', async () => {
    const one = await work.draft({ title: '格式', body: '<p>其<strong>它</strong>学校</p>' })
    expect(why(await settle(one, clerk(), '其它', 'accepted'))).toContain('“其它”中间有格式，不能自动改')
  })
})

describe('校对这一步', () => {
  test('校对人员看到提示和起草人不改的原因，可以写明不改，不能改文字；之后的审核人员看得到', async () => {
    const one = await work.draft({ title: '校对', body: BODY })
    must(await settle(one, clerk(), '农民工子女', 'dismissed', '引用原文'))
    must(await one.submit())
    const proofreader = place.actor('officeHead')
    expect((await one.view(proofreader)).proof).toMatchObject({ mayDismiss: true, mayAccept: false })
    expect(why(await settle(one, proofreader, '登陆', 'accepted'))).toContain('这一稿不在起草中')
    must(await settle(one, proofreader, '登陆', 'dismissed', '网站名称如此'))
    // Whoever reviews for secrecy reads, and settles nothing; nor does the author any more.
    expect(why(await settle(one, place.actor('secrecyReviewer'), '六', 'dismissed', '没有错'))).toContain('not-permitted')
    must(await one.pass('proofread'))
    const seen = await one.view(place.actor('secrecyReviewer'))
    expect(seen.proof.mayDismiss).toBe(false)
    expect(seen.proof.findings.flatMap(({ dismissed }) => dismissed?.because ?? [])).toEqual(['网站名称如此', '引用原文'])
    expect(why(await settle(one, proofreader, '六', 'dismissed', '没有错'))).toContain('校对已经完成')
  })

  test('退回以后起草人按提示改', async () => {
    const one = await work.draft({ title: '退回', body: BODY })
    must(await one.submit())
    const proofreader = place.actor('officeHead')
    must(
      await returnEdition(place.office, proofreader, {
        ...(await one.command(proofreader)),
        step: 'proofread',
        note: '合计不符',
      }),
    )
    must(await settle(one, clerk(), '450', 'accepted'))
    expect((await one.view()).content.body).toContain('440')
  })
})

test('别的单位碰不到；提示里的姓名不以明文存', async () => {
  const body = '<p>联系人：马记号。</p><table><tr><th>联系人</th></tr><tr><td>马纪号</td></tr></table>'
  const one = await work.draft({ title: '姓名', body })
  const elsewhere = place.actor('clerk', 'otherBureau')
  const input = { id: one.id, commandId: randomUUID(), seen: 1, key: 'x', what: 'dismissed', because: '没有错' } as const
  expect(why(await settleFinding(place.office, elsewhere, input))).toContain('not-found')
  const [finding] = (await one.view()).proof.findings
  expect(finding?.kind).toBe('names')
  must(await settle(one, clerk(), finding?.words ?? '', 'dismissed', '是两个人，马记号和另一位'))
  const rows = await place.asOwner('select t::text as row from edition_finding t')
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain('马记号')
})
