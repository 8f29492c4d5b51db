/** 自由文字: whatever people write beside a case, what tells of its requester or of a third person is not stored in the clear. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate as on } from '../../src/law/date.ts'
import { checkTranslation, enterTranslation, openTranslation } from '../../src/office/letters/translations.ts'
import { openConsultation } from '../../src/office/dialogue/consultations.ts'
import { returnDraft } from '../../src/office/requests/draft-reply.ts'
import { reviewReply } from '../../src/office/requests/review-reply.ts'
import { unmask } from '../../src/office/requests/view-case.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { type CaseWork, GRANTED, newCase } from './case-work.ts'
import { type County, county, inTheClear, must, passReviews, REQUESTER } from './county.ts'
import { sendUp } from './send-up.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

/** What somebody who opens the translation now has read. */
async function readNow(letterId: string): Promise<string> {
  return must(await openTranslation(place.office, place.actor('translator'), letterId)).digest
}

const PERSON = {
  ...REQUESTER,
  name: '欧阳春梅',
  idNumber: 'E87654321',
  phone: '0970-8722222',
  email: 'chunmei@mail.example',
  address: '云岭县迎宾路8号3栋',
}
const PARTY = { name: '司马长青', contact: '0970-8733333', address: '云岭县人民路66号', isPerson: true }
const own = [PERSON.name, PERSON.idNumber, PERSON.phone, PERSON.email, PERSON.address].join('，')
const all = [own, PARTY.name, PARTY.contact, PARTY.address].join('，')

const leaking = () => inTheClear(place.url, (row) => all.split('，').find((secret) => row.includes(secret)))

test('案件标题、各项登记、退回和审查意见、查看理由、译文退回、咨询标题：姓名、证件、电话、邮箱、住址都不以明文保存', async () => {
  const { office } = place
  const work: CaseWork = await newCase(place, '2026-03-02', {
    requester: PERSON,
    content: { subject: `学区划分方案（${own}）`, description: 'སློབ་གྲྭའི་ཞིང་ཁམས་ཀྱི་འཆར་གཞི།' },
  })
  must(await work.record({ kind: 'third-party-asked', on: on('2026-03-03'), party: '第三方甲' }, { party: PARTY }))
  must(await work.record({ kind: 'third-party-answered', on: on('2026-03-04'), party: '第三方甲', consents: true, reasons: all }))
  must(await unmask(office, place.actor('clerk'), { id: work.id, reason: `给${own}寄信` }))
  const deed = async () => ({ caseId: work.id, commandId: randomUUID(), seen: (await work.view()).version })
  const { digest } = await sendUp(place, work, GRANTED, '2026-03-05')
  const sentBack = { digest, aspect: 'privacy', conclusion: 'return', note: `附件有${all}` } as const
  must(await reviewReply(office, place.actor('privacyReviewer'), { ...(await deed()), ...sentBack }))
  const again = await sendUp(place, work, { ...GRANTED, remark: '可来电咨询。' }, '2026-03-06')
  await passReviews(place, work.id, (await work.view()).version, again.digest)
  must(await returnDraft(office, place.actor('head'), { caseId: work.id, digest: again.digest, because: `写错了${all}` }))
  const { id: letterId } = await work.letter('D01')
  must(await enterTranslation(office, place.actor('translator'), { letterId, digest: await readNow(letterId), text: 'བོད་ཡིག' }))
  const second: Actor = { ...place.actor('officeHead'), roles: ['translator'] }
  must(
    await checkTranslation(office, second, {
      letterId,
      digest: await readNow(letterId),
      pass: false,
      because: `${PERSON.name}的名字译错了`,
    }),
  )
  const question = { name: PERSON.name, contact: PERSON.phone, subject: `报名（${PERSON.name}，${PERSON.phone}）`, question: own }
  must(await openConsultation(office, { agencyId: place.ids.school, commandId: randomUUID(), ...question }))
  expect(await leaking()).toEqual([])
})
