/** 答复附件和个人信息的防线: the wrong way is refused with a reason that a beginner understands, then the right way works. */
import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ID_NUMBER, leakyWorkbook, MOBILE } from '../../../src/edge/outgoing/made.testing.ts'
import { renderLetterPdf } from '../../../src/edge/paper/index.ts'
import { localDate as on } from '../../../src/law/date.ts'
import { attachToCase } from '../../../src/office/files/attach-to-case.ts'
import { addOutgoing, uploadOutgoing } from '../../../src/office/outgoing/add-outgoing.ts'
import { clearedFiles } from '../../../src/office/outgoing/cleared-files.ts'
import { clearOutgoing, overrideOutgoing, withdrawOutgoing } from '../../../src/office/outgoing/decide-outgoing.ts'
import { cleanOutgoing, redactOutgoing } from '../../../src/office/outgoing/remake-outgoing.ts'
import { findInOutgoing, pictureOutgoing, sketchOutgoing, viewOutgoing } from '../../../src/office/outgoing/view-outgoing.ts'
import { openOwnFile, ownFiles } from '../../../src/office/outgoing/own-files.ts'
import { openOwnLetter } from '../../../src/office/requester/open-letter.ts'
import { approveReply } from '../../../src/office/requests/approve-reply.ts'
import { submitDraft } from '../../../src/office/requests/draft-reply.ts'
import { replyToRequest } from '../../../src/office/requests/reply-to-request.ts'
import { publicLetter, readFile } from '../../../src/office/requests/view-case.ts'
import { letterText } from '../../../src/record/letters/check.ts'
import type { ReplyContentInput } from '../../../src/record/requests/reply.ts'
import { GRANTED, newCase } from '../case-work.ts'
import { caseView, fileOnline, officeDoes, officeReplies } from '../requester-deeds.ts'
import { passwordOffice } from '../../outgoing/password-office.ts'
import { disputeWork } from '../dispute-work.ts'
import { type County, county, MARKER, must, passReviews, REQUESTER } from '../county.ts'
import { planPaper } from '../../letters/plan-paper.ts'
import { sendUp } from '../send-up.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

const clerk = () => place.actor('clerk')
const fileOf = async (caseId: string, index = 0) => {
  const file = must(await viewOutgoing(place.office, clerk(), caseId)).files[index]
  if (!file) throw new Error('no such outgoing file')
  return { ...file, on: { caseId, fileId: file.id, version: file.version } }
}

/** A list as offices make them: a name, an identity number and a phone number of a pupil's parent. */
function list(): Promise<Uint8Array> {
  return planPaper(
    '第一小学学区为迎宾路以东，第二小学学区为迎宾路以西。',
    `咨询意见由家长欧阳春梅提出，身份证号码${ID_NUMBER}，电话${MOBILE}。`,
    '本方案自印发之日起执行。',
  )
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  await document.destroy()
  return text.replace(/\s+/gu, '')
}

/** Granted, with these files attached. */
function withFile(...attachments: string[]): ReplyContentInput {
  return { outcome: 'granted', given: { what: '学区划分方案', way: 'attached', attachments } }
}

const PARTIAL: ReplyContentInput = {
  outcome: 'partial',
  grounds: ['thirdParty'],
  knownObjection: '家长书面表示不同意公开其个人信息。',
  reasons: '方案中家长的姓名、证件号码和电话属于个人隐私，公开会损害其合法权益，作区分处理后提供其余内容。',
  given: { what: '学区划分方案', way: 'attached', attachments: ['学区划分方案'] },
  withheldPart: '家长的姓名、身份证号码、电话',
  weighing: '家长的个人信息与学区怎样划分无关，不公开不影响公众监督。',
}

describe('G9 能区分的不整份拒绝', () => {
  test('G9 区分处理：没有涂黑的附件不能随答复发出；涂黑后原文读不出来，答复才能发出', async () => {
    const work = await newCase(place, '2026-03-02')
    must(
      await uploadOutgoing(place.office, clerk(), { caseId: work.id, upload: { name: '学区划分方案.pdf', bytes: await list() } }),
    )
    const added = await fileOf(work.id)
    expect(added.state).toBe('blocked')
    expect(added.left.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['idNumber', 'mobile']))

    await expect(work.reply(PARTIAL, '2026-03-09')).rejects.toThrow('outgoing-not-cleared')
    expect(await clearOutgoing(place.office, clerk(), { ...added.on, looked: true })).toMatchObject({
      refusals: [
        { code: 'outgoing-not-cleared', say: expect.stringContaining('身份证号码'), then: expect.stringContaining('涂黑') },
      ],
    })

    const { pages } = must(await sketchOutgoing(place.office, clerk(), { ...added.on, which: 'before' }))
    const { places: names } = must(await findInOutgoing(place.office, clerk(), { ...added.on, text: '欧阳春梅' }))
    expect(names).toHaveLength(1)
    const found = [...names, ...pages.flatMap(({ personal }) => personal)]
    const boxes = found.map((one) => ({ ...one, ground: 'personalInformation' as const }))
    must(await redactOutgoing(place.office, clerk(), { ...added.on, boxes }))
    const made = await fileOf(work.id)
    expect(made).toMatchObject({ state: 'checked', left: [], changed: true })
    expect(made.proof.join()).toContain('框下没有可读的文字')

    const leaving = must(await readFile(place.office, clerk(), made.fileId))
    const text = await pdfText(leaving.bytes)
    for (const gone of ['欧阳', '春梅', ID_NUMBER, MOBILE])
      expect({ gone, found: text.includes(gone) }).toEqual({ gone, found: false })
    for (const kept of ['第一小学学区为迎宾路以东', '本方案自印发之日起执行', '个人信息']) expect(text).toContain(kept)
    expect(must(await pictureOutgoing(place.office, clerk(), { ...made.on, which: 'after', page: 1 })).length).toBeGreaterThan(
      1000,
    )

    must(await clearOutgoing(place.office, clerk(), { ...made.on, looked: false }))
    expect((await work.reply(PARTIAL, '2026-03-09')).code).toBe('D13')
    const [cleared] = await clearedFiles(place.office, place.office.db, { agencyId: place.ids.bureau, caseId: work.id })
    expect(cleared).toMatchObject({ name: '学区划分方案（处理后）.pdf', overridden: false, fileId: made.fileId })
    expect(must(await readFile(place.office, clerk(), made.sourceId)).bytes.length).toBeGreaterThan(1000)

    // In court, too, only the copy that went out is named: the original holds what was withheld.
    must(await work.record({ kind: 'served', on: on('2026-03-10'), by: 'in-person', proof: '本人签收' }))
    const disputes = disputeWork(place)
    const { paper } = await disputes.view(await disputes.opened(work, { on: on('2026-03-20') }))
    const named = paper.content.evidence.map(({ name }) => name).filter((name) => name.startsWith('附件'))
    expect(named).toEqual(['附件：学区划分方案（处理后）.pdf'])
  })
})

describe('G22 申请人和他人的身份不外泄', () => {
  test('G22 文件名带身份证号码、申请人姓名的，不能照原名发出；清理、涂黑时改名', async () => {
    const work = await newCase(place, '2026-03-02')
    const { name } = REQUESTER
    const workbook = { ...(await leakyWorkbook()), name: `${name}_${ID_NUMBER}_资助汇总.xlsx` }
    must(await uploadOutgoing(place.office, clerk(), { caseId: work.id, upload: workbook }))
    const added = await fileOf(work.id)
    const named = added.left.filter(({ kind }) => kind === 'tellingName' || kind === 'personInName')
    expect(named.map(({ kind }) => kind)).toEqual(['tellingName', 'personInName'])
    expect(named.map(({ where }) => where.at(-1))).toEqual(Array(2).fill('清理时改名为“资助汇总.xlsx”'))
    expect(await clearOutgoing(place.office, clerk(), { ...added.on, looked: true })).toMatchObject({
      refusals: [{ code: 'outgoing-not-cleared', say: expect.stringContaining('文件名带有个人信息或标志') }],
    })
    must(await cleanOutgoing(place.office, clerk(), { ...added.on, blank: ['idNumber', 'mobile'] }))
    const made = await fileOf(work.id)
    expect(made).toMatchObject({ name: '资助汇总（处理后）.xlsx', state: 'checked', left: [] })
    expect(made.proof).toContain('文件名已改为“资助汇总.xlsx”')

    const phone = { name: `${MOBILE}.pdf`, bytes: await list() }
    must(await uploadOutgoing(place.office, clerk(), { caseId: work.id, upload: phone }))
    const second = await fileOf(work.id, 1)
    const { pages } = must(await sketchOutgoing(place.office, clerk(), { ...second.on, which: 'before' }))
    const boxes = pages.flatMap(({ personal }) => personal).map((one) => ({ ...one, ground: 'personalInformation' as const }))
    must(await redactOutgoing(place.office, clerk(), { ...second.on, boxes }))
    expect(await fileOf(work.id, 1)).toMatchObject({ name: '附件（处理后）.pdf', state: 'checked' })
  })

  test('G22 表格先清理再发：隐藏的名单、身份证号一样也带不出去', async () => {
    const work = await newCase(place, '2026-03-02')
    const workbook = await leakyWorkbook()
    must(await attachToCase(place.office, clerk(), { caseId: work.id, upload: workbook }))
    const [candidate] = must(await viewOutgoing(place.office, clerk(), work.id)).candidates
    must(await addOutgoing(place.office, clerk(), { caseId: work.id, fileId: candidate?.id ?? '' }))
    expect(await addOutgoing(place.office, clerk(), { caseId: work.id, fileId: candidate?.id ?? '' })).toMatchObject({
      refusals: [{ code: 'already-done' }],
    })
    const added = await fileOf(work.id)
    must(await cleanOutgoing(place.office, clerk(), { ...added.on, blank: [] }))
    expect((await fileOf(work.id)).state).toBe('blocked')
    must(await cleanOutgoing(place.office, clerk(), { ...(await fileOf(work.id)).on, blank: ['idNumber', 'mobile'] }))
    const made = await fileOf(work.id)
    expect(made).toMatchObject({ state: 'checked', left: [] })
    const { bytes } = must(await readFile(place.office, clerk(), made.fileId))
    const everything = Object.values(unzipSync(new Uint8Array(bytes)))
      .map((part) => strFromU8(part))
      .join('')
    for (const gone of ['李小梅', ID_NUMBER, MOBILE, '学生名单', '有争议']) expect(everything).not.toContain(gone)
    expect(everything).toContain('第二小学')
    // Somebody else looked at an earlier version.
    expect(await clearOutgoing(place.office, clerk(), { ...added.on, looked: true })).toMatchObject({
      refusals: [{ code: 'changed-meanwhile' }],
    })
    must(await clearOutgoing(place.office, clerk(), { ...made.on, looked: true }))
  })

  test('G22 照发只能由公开工作机构负责人决定，写明理由，理由一直看得见；不发出的不挡答复', async () => {
    const work = await newCase(place, '2026-03-02')
    const upload = async (name: string) =>
      must(await uploadOutgoing(place.office, clerk(), { caseId: work.id, upload: { name, bytes: await list() } }))
    await upload('甲.pdf')
    await upload('乙.pdf')
    const [first, second] = [await fileOf(work.id, 0), await fileOf(work.id, 1)]
    const reason = { ...first.on, reason: '本人书面同意公开其电话' }
    expect(await overrideOutgoing(place.office, clerk(), reason)).toMatchObject({ refusals: [{ code: 'not-permitted' }] })
    must(await overrideOutgoing(place.office, place.actor('officeHead'), reason))
    expect(await fileOf(work.id, 0)).toMatchObject({
      state: 'overridden',
      reason: '本人书面同意公开其电话',
      decidedBy: 'officeHead·bureau',
    })
    await expect(work.reply(withFile('甲'), '2026-03-09')).rejects.toThrow('outgoing-not-cleared')
    must(await withdrawOutgoing(place.office, clerk(), second.on))
    await expect(work.reply(withFile('甲', '乙'), '2026-03-09')).rejects.toThrow('案卷中没有附件“乙”的文件')
    await expect(work.reply(GRANTED, '2026-03-09')).rejects.toThrow('“甲”会随答复发出，告知书没有列出')
    expect((await work.reply(withFile('甲'), '2026-03-09')).code).toBe('D11')
    expect(await withdrawOutgoing(place.office, clerk(), (await fileOf(work.id, 0)).on)).toMatchObject({ ok: false })
  })

  test('G22 审批之后换了附件：批准作废，重新审查、审批后才能发出', async () => {
    const work = await newCase(place, '2026-03-02')
    const deed = async () => ({ caseId: work.id, commandId: randomUUID(), seen: (await work.view()).version })
    const { digest } = await sendUp(place, work, GRANTED, '2026-03-04')
    await passReviews(place, work.id, (await work.view()).version, digest)
    must(await approveReply(place.office, place.actor('head'), { ...(await deed()), digest }))
    must(await uploadOutgoing(place.office, clerk(), { caseId: work.id, upload: { name: '补充.pdf', bytes: await list() } }))
    must(
      await overrideOutgoing(place.office, place.actor('officeHead'), {
        ...(await fileOf(work.id)).on,
        reason: '本人书面同意公开',
      }),
    )
    const draft = (await work.view()).draft
    expect(draft?.state).toBe('draft')
    expect(draft?.digest).not.toBe(digest)
    expect(await replyToRequest(place.office, clerk(), { ...(await deed()), on: on('2026-03-04') })).toMatchObject({
      refusals: [{ code: 'approval-needed' }],
    })
    expect(await submitDraft(place.office, clerk(), { caseId: work.id, digest: draft?.digest ?? '' })).toMatchObject({
      refusals: [{ field: 'given.attachments', say: '“补充”会随答复发出，告知书没有列出。' }],
    })
    const again = await sendUp(place, work, withFile('补充'), '2026-03-04')
    expect(await approveReply(place.office, place.actor('head'), { ...(await deed()), digest: again.digest })).toMatchObject({
      refusals: [{ code: 'review-needed' }],
    })
  })

  test('G22 带密码的、旧版的 Office 文件看不到里面，不收，说明怎么办', async () => {
    const work = await newCase(place, '2026-03-02')
    const bring = (bytes: Uint8Array) =>
      uploadOutgoing(place.office, clerk(), { caseId: work.id, upload: { name: '名单.xlsx', bytes } })
    expect(await bring(passwordOffice())).toMatchObject({
      refusals: [{ code: 'file-refused', say: expect.stringContaining('打开密码'), then: expect.stringContaining('取消密码') }],
    })
    const old = Buffer.from(passwordOffice())
    old.write('Workbook', old.indexOf(Buffer.from('EncryptedPackage', 'utf16le')), 'utf16le')
    expect(await bring(new Uint8Array(old))).toMatchObject({
      refusals: [{ code: 'file-refused', say: expect.stringContaining('.xls'), then: expect.stringContaining('.xlsx') }],
    })
  })

  test('G22 有几页、几帧的图片格式不收，说明怎么另存', async () => {
    const work = await newCase(place, '2026-03-02')
    const dot = sharp({ create: { width: 20, height: 20, channels: 3, background: '#d04030' } })
    for (const format of ['gif', 'tiff', 'webp'] as const) {
      const bytes = await dot.clone().toFormat(format).toBuffer()
      expect(await uploadOutgoing(place.office, clerk(), { caseId: work.id, upload: { name: '现场.png', bytes } })).toMatchObject(
        {
          refusals: [
            { code: 'file-refused', say: expect.stringContaining('PNG、JPEG'), then: expect.stringContaining('另存为 PNG') },
          ],
        },
      )
    }
  })

  test('G22 照片去掉拍摄地点，涂黑处的像素已重写', async () => {
    const work = await newCase(place, '2026-03-02')
    const photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#d04030' } })
      .jpeg()
      .withExif({ IFD0: { Artist: '王科长' } })
      .toBuffer()
    must(await uploadOutgoing(place.office, clerk(), { caseId: work.id, upload: { name: '现场.jpg', bytes: photo } }))
    const added = await fileOf(work.id)
    expect(added.left.map(({ kind }) => kind)).toEqual(['pictureMetadata', 'scanned'])
    const box = { page: 1, x: 0.25, y: 0.25, width: 0.5, height: 0.5, ground: 'thirdParty' } as const
    must(await redactOutgoing(place.office, clerk(), { ...added.on, boxes: [box] }))
    const made = await fileOf(work.id)
    expect(made.left.map(({ kind }) => kind)).toEqual(['scanned'])
    const { bytes } = must(await readFile(place.office, clerk(), made.fileId))
    expect(bytes.includes('王科长')).toBe(false)
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    const brightness = (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? 255
    expect([brightness(110, 80), brightness(290, 220)].every((value) => value < 40)).toBe(true)
    expect(brightness(20, 20)).toBeGreaterThan(150)
    expect(await clearOutgoing(place.office, clerk(), { ...made.on, looked: false })).toMatchObject({
      refusals: [{ field: 'looked' }],
    })
    must(await clearOutgoing(place.office, clerk(), { ...made.on, looked: true }))
  })

  test('G22 征求第三方意见书里没有申请人；答复书的公开版里也没有', async () => {
    const work = await newCase(place, '2026-03-02')
    const party = { name: `${MARKER}赵某某`, contact: '', address: '', isPerson: true }
    must(
      await work.record(
        { kind: 'third-party-asked', on: on('2026-03-03'), party: '第三方甲', letterReceived: on('2026-03-05') },
        { party },
      ),
    )
    const asked = await work.text('D05')
    for (const own of [REQUESTER.name, REQUESTER.idNumber, REQUESTER.phone, REQUESTER.address]) expect(asked).not.toContain(own)
    must(await work.record({ kind: 'third-party-answered', on: on('2026-03-06'), party: '第三方甲', consents: true }))
    const letter = await work.reply(
      { ...GRANTED, remark: `${REQUESTER.name}可以来电咨询，第三方为${party.name}。` },
      '2026-03-09',
    )
    const copy = must(await publicLetter(place.office, clerk(), letter.id))
    expect(letterText(copy)).not.toContain(MARKER)
    expect(copy.addressee).toBe('申请人')
    expect(copy.number).toBe(letter.number)
    const printed = await pdfText(await renderLetterPdf(copy))
    expect(printed).toContain('申请人可以来电咨询，第三方为第三方')
    expect(printed).not.toContain(MARKER)
  })
})

test('G22 申请人凭查询码下载的只有确认过的附件，打开告知书之前拿不到', async () => {
  place.setToday('2026-03-02')
  const one = await fileOnline(place)
  await officeDoes(place, one, { kind: 'received', on: on('2026-03-02'), via: 'web' })
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  for (const name of ['甲.png', '乙.png'])
    must(await uploadOutgoing(place.office, clerk(), { caseId: one.id, upload: { name, bytes: photo } }))
  must(await cleanOutgoing(place.office, clerk(), { ...(await fileOf(one.id, 0)).on, blank: [] }))
  must(await clearOutgoing(place.office, clerk(), { ...(await fileOf(one.id, 0)).on, looked: true }))
  must(await withdrawOutgoing(place.office, clerk(), (await fileOf(one.id, 1)).on))
  const reply = withFile('甲')
  await officeReplies(place, one, '2026-03-09', {
    ...reply,
    given: { ...reply.given, titles: { 甲: '校门口照片' } },
  })
  expect(await ownFiles(place.office, one.own)).toEqual([])
  const decision = (await caseView(place, one)).letters.find(({ code }) => code === 'D11')
  must(await openOwnLetter(place.office, { ...one.own, letterId: decision?.id ?? '' }))
  const files = await ownFiles(place.office, one.own)
  expect(files.map(({ name }) => name)).toEqual(['校门口照片.png'])
  expect(must(await openOwnFile(place.office, { ...one.own, fileId: files[0]?.fileId ?? '' })).mediaType).toBe('image/png')
  const other = (await fileOf(one.id, 1)).fileId
  expect(await openOwnFile(place.office, { ...one.own, fileId: other })).toMatchObject({ ok: false })
  expect(await ownFiles(place.office, { ...one.own, queryCode: 'WRONG234' })).toEqual([])
})

test('打不开、有密码或者是炸弹的文件不能列为答复附件', async () => {
  const work = await newCase(place, '2026-03-02')
  const broken = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(randomUUID())])
  const add = uploadOutgoing(place.office, clerk(), { caseId: work.id, upload: { name: '坏.pdf', bytes: broken } })
  expect(await add).toMatchObject({ ok: false, refusals: [{ code: 'file-refused' }] })
})
