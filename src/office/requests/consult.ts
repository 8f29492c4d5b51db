import { reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { ok, refused, type Result } from '../../law/refusal.ts'
import type { Act } from '../../record/requests/acts.ts'
import { subjectOf } from '../../record/people/requester.ts'
import type { Consultation } from '../../record/requests/case.ts'
import { askingNames, withoutPersons } from '../../record/requests/plain-act.ts'
import { sectionsOf } from '../../store/people.sql.ts'
import { issue } from './letters.ts'
import type { Decision, Matter } from './perform.ts'
import type { Deciding } from './deciding.ts'

/** Acts lie open in the store and on the requester's status page: they call a third party by a code, never by its name. */
const CODE_NAME = /^第三方[甲乙丙丁戊己庚辛壬癸\d]{0,3}$/

/** What was asked for, as others may read it: not by whom. */
function informationOf({ content, requester }: Matter): string {
  return withoutPersons(subjectOf(content), askingNames(requester))
}

/** 征求第三方意见 (Art 32): the letter, its reply slip, and word to the requester that the time does not count. */
export const consultThirdParty: Deciding<'third-party-asked'> = (ctx, matter, act, { party }) => {
  if (!party)
    return refused({
      code: 'field-missing',
      say: '请填写第三方的名称。',
      then: '征求意见书需要写明收件人。',
      cite: reg('32'),
      field: 'party.name',
    })
  if (!CODE_NAME.test(act.party))
    return refused({
      code: 'field-invalid',
      say: '案卷中不写第三方的姓名、名称，只用代称。',
      then: '请填写代称，如“第三方甲”；其姓名、名称填在联系信息中，另行加密保存。',
      field: 'party',
    })
  if (matter.folded.consultations.some((one) => one.whom === 'thirdParty' && one.party === act.party))
    return refused({
      code: 'already-done',
      say: `已征求“${act.party}”的意见。`,
      then: '另一第三方请用不同的代称，如“第三方乙”。',
      field: 'party',
    })
  const to = { name: party.name, isPerson: party.isPerson }
  const information = informationOf(matter)
  const letter = issue(matter, 'D05', act.on, { party: to, information }, { to: 'thirdParty' })
  const slip = issue(matter, 'D06', act.on, { party: to, information }, { to: 'thirdParty' })
  const word = issue(matter, 'D07', act.on, { whom: 'thirdParty', askedOn: act.on })
  return ok({
    acts: [act],
    party,
    letters: [letter, slip, word],
    also: async (tx) => {
      await tx
        .insertInto('party')
        .values({ agency_id: matter.row.agency_id, case_id: matter.row.id, key: act.party, sealed: ctx.vault.seal(party) })
        .onConflict((conflict) =>
          conflict.columns(['agency_id', 'case_id', 'key']).doUpdateSet({ sealed: ctx.vault.seal(party) }),
        )
        .execute()
    },
  })
}

/** 征求共同制作机关 (Art 34) 或其他机关的意见 (Art 33.3) */
export const consultAgency: Deciding<'agency-asked'> = async (_ctx, matter, act) => {
  const sections = await sectionsOf(matter.tx, matter.row.agency_id)
  const own = matter.agency.details.name
  if (act.agency.startsWith(own) || sections.some(({ name }) => name === act.agency))
    return refused({
      code: 'field-invalid',
      say: '本机关及其内设科室不是其他机关，内部协办不停止计算答复期限。',
      then: '请用“承办”分给相应科室并约定内部期限；只有书面征求其他行政机关的意见，时间才不计入。',
      cite: reg('33.3'),
      field: 'agency',
    })
  if (matter.folded.consultations.some((one) => one.whom !== 'thirdParty' && one.party === act.agency))
    return refused({ code: 'already-done', say: `已征求“${act.agency}”的意见。`, then: '请等待其答复。', field: 'agency' })
  const answerBy = act.as === 'consulted' ? (act.answerBy ?? null) : null
  if (answerBy && answerBy <= act.on)
    return refused({
      code: 'field-invalid',
      say: '请对方答复之日须在发出征询之后。',
      then: `请填写${chineseDate(act.on)}以后的日期，给对方留出办理时间。`,
      field: 'answerBy',
    })
  const letter = issue(
    matter,
    'D08',
    act.on,
    { agency: act.agency, as: act.as, information: informationOf(matter), answerBy },
    { to: 'agency' },
  )
  const word = issue(matter, 'D07', act.on, { whom: act.as === 'co-maker' ? 'coMaker' : 'consulted', askedOn: act.on })
  return ok({ acts: [act], letters: [letter, word] })
}

/** 第三方答复意见 (Art 32): of one that was asked and has not answered yet, and not before it was asked. */
export const hearThirdParty: Deciding<'third-party-answered'> = (_ctx, matter, act) =>
  answerOf(matter, act, (one) => one.whom === 'thirdParty' && one.party === act.party, 'party')

/** 其他机关答复意见 (Art 34, 33.3) */
export const hearAgency: Deciding<'agency-answered'> = (_ctx, matter, act) => {
  const asked = matter.folded.consultations.find((one) => one.party === act.agency && !one.answeredOn)
  if (act.silent && asked?.whom === 'coMaker')
    return refused({
      code: 'field-invalid',
      say: '共同制作机关逾期没有提出意见的，依法视为同意公开，不用登记。',
      then: '登记对方收到征求意见函之日，满十五个工作日后期限自动继续计算。',
      cite: reg('34'),
      field: 'silent',
    })
  return answerOf(matter, act, (one) => one.whom !== 'thirdParty' && one.party === act.agency, 'agency')
}

function answerOf(matter: Matter, act: Act, asked: (one: Consultation) => boolean, field: string): Result<Decision> {
  const open = matter.folded.consultations.find((one) => asked(one) && !one.answeredOn)
  if (!open)
    return refused({
      code: 'consultation-not-open',
      say: '没有征求过这一方的意见，或其意见已登记。',
      then: '请从正在征求意见的名单中选择。',
      field,
    })
  if (act.on < open.askedOn)
    return refused({
      code: 'date-before-cause',
      say: `日期早于征求意见（${chineseDate(open.askedOn)}）。`,
      then: `请填写${chineseDate(open.askedOn)}或之后的日期。`,
      field: 'on',
    })
  return ok({ acts: [act] })
}
