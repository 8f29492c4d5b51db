/** 材料种类：登记错了可以更正，原来的种类留着；含身份信息的材料不因更正种类、列为答复附件而让更多的人看到。 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../../src/law/date.ts'
import { attachToCase } from '../../../src/office/files/attach-to-case.ts'
import { correctFileKind } from '../../../src/office/files/correct-kind.ts'
import { addOutgoing } from '../../../src/office/outgoing/add-outgoing.ts'
import { viewOutgoing } from '../../../src/office/outgoing/view-outgoing.ts'
import { assignCase } from '../../../src/office/requests/annotate.ts'
import { readFile, viewCase } from '../../../src/office/requests/view-case.ts'
import type { EvidenceKind } from '../../../src/record/requests/evidence.ts'
import { type County, county, must, REQUESTER } from '../county.ts'
import { type Desk, deskOf, ONE_PIXEL, why } from '../desk.ts'

let place: County
let desk: Desk
let caseId: string
beforeAll(async () => {
  place = await county('2026-03-09')
  desk = deskOf(place)
  const view = await desk.registered({ via: 'in-person', submittedOn: localDate('2026-03-09'), requester: REQUESTER })
  caseId = view.id
  must(await assignCase(place.office, clerk(), { caseId, sectionId: place.ids.section, officerId: null }))
})
afterAll(() => place.close())

const clerk = () => place.actor('clerk')
/** Sees the case, files papers and drafts; may not see who asked. */
const officer = () => place.actor('sectionOfficer')
const correct = (actor: typeof clerk, fileId: string, kind: EvidenceKind) =>
  correctFileKind(place.office, actor(), { caseId, fileId, kind })

async function filed(name: string, kind: EvidenceKind): Promise<string> {
  must(await attachToCase(place.office, clerk(), { caseId, upload: { name, bytes: ONE_PIXEL }, kind }))
  return (await desk.caseOf(caseId)).files.at(-1)?.id ?? ''
}
const seenBy = async (actor: typeof clerk, fileId: string) =>
  must(await viewCase(place.office, actor(), caseId)).files.find(({ id }) => id === fileId)

describe('更正材料种类', () => {
  test('哪一天、谁、原为什么都留着；审计日志也有', async () => {
    const fileId = await filed('扫描件.png', '信封')
    must(await correct(clerk, fileId, '签收页'))
    const file = await seenBy(clerk, fileId)
    expect(file?.purpose).toBe('签收页')
    expect(file?.formerly).toEqual([{ kind: '信封', on: '2026-03-09', by: clerk().name }])
    expect(why(await correct(clerk, fileId, '签收页'))).toContain('already-done')
    const log = await place.asOwner("select target, detail from audit_entry where verb = 'requests.correctFileKind'")
    expect(log).toEqual([expect.objectContaining({ detail: expect.objectContaining({ former: '信封', what: '签收页' }) })])
  })

  test('看不到申请人信息的人，不能把身份材料改成人人能打开的种类', async () => {
    const fileId = await filed('证件照.png', '身份证明')
    expect(why(await correct(officer, fileId, '案卷材料'))).toContain('not-permitted')
    expect(await seenBy(officer, fileId)).toMatchObject({ name: '身份证明', mayOpen: false, otherKinds: [] })
    expect(why(await readFile(place.office, officer(), fileId))).toContain('not-permitted')
    must(await correct(clerk, fileId, '案卷材料'))
    expect(await seenBy(officer, fileId)).toMatchObject({ name: '证件照.png', mayOpen: true })
  })

  test('错登为一般材料的身份证明，谁都可以改正；改正之后不再打开', async () => {
    const fileId = await filed('身份证.png', '案卷材料')
    must(await readFile(place.office, officer(), fileId))
    must(await correct(officer, fileId, '身份证明'))
    expect(why(await readFile(place.office, officer(), fileId))).toContain('not-permitted')
  })

  test('委托书由登记申请的人确认，别人不能把一份材料改成委托书', async () => {
    const fileId = await filed('授权.png', '案卷材料')
    expect(why(await correct(officer, fileId, '委托书'))).toContain('not-permitted')
    must(await correct(clerk, fileId, '委托书'))
  })
})

describe('答复附件', () => {
  test('身份材料不列为答复附件，名称也不出现在可选之列', async () => {
    const fileId = await filed('欧阳春梅的身份证.png', '身份证明')
    expect(why(await addOutgoing(place.office, officer(), { caseId, fileId }))).toContain('file-refused')
    const { candidates } = must(await viewOutgoing(place.office, officer(), caseId))
    expect(candidates.map(({ id }) => id)).not.toContain(fileId)
  })

  test('已列为答复附件的，先撤下，再改为身份材料', async () => {
    const fileId = await filed('方案.png', '案卷材料')
    must(await addOutgoing(place.office, clerk(), { caseId, fileId }))
    expect(await correct(clerk, fileId, '身份证明')).toMatchObject({
      refusals: [{ say: '这份材料已列为答复附件，不能改为含身份信息的种类。' }],
    })
  })
})
