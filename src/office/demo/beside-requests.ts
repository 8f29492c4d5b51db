/** What the education bureau has beside its requests: records to amend (Art 41), a deputy's authority, a colleague who is away. */
import { addDays, type LocalDate } from '../../law/date.ts'
import type { Result } from '../../law/refusal.ts'
import { type AmendmentContent, amendmentDecisionSchema } from '../../record/amendments/model.ts'
import { approveAmendment, serveAmendment } from '../amendments/decide-amendment.ts'
import { proposeDecision } from '../amendments/propose-decision.ts'
import { registerAmendment } from '../amendments/register-amendment.ts'
import type { OfficeContext } from '../context.ts'
import { delegate, recordAbsence } from '../people/deputies.ts'
import { chanceOf, stableId } from './chance.ts'
import { EDUCATION } from './county.ts'
import type { Days } from './days.ts'
import { actorFor, drafterFor } from './establish.ts'
import { requesterFor } from './requesters.ts'

const AMENDED: AmendmentContent = {
  record: '本人教师资格认定登记表（2014年）',
  wrong: '出生月份登记为“3月”，应为“8月”。',
  evidence: '居民身份证复印件\n户口簿复印件',
}
const WAITING: AmendmentContent = {
  record: '本人学籍档案中的毕业学校',
  wrong: '毕业学校登记为“云岭县第二中学”，应为“云岭县第一中学”。',
  evidence: '初中毕业证书复印件',
}

/** One amended and served, one waiting. `setDay` moves the legal day of `ctx`. */
export async function askAmendments(
  ctx: OfficeContext,
  setDay: (day: LocalDate) => void,
  days: Days,
  today: LocalDate,
): Promise<void> {
  const clerk = actorFor(EDUCATION, 'clerk')
  const receive = async (content: AmendmentContent, receivedOn: LocalDate): Promise<string> => {
    setDay(receivedOn)
    const requester = requesterFor(chanceOf(content.record), 'naturalPerson', 'post')
    const commandId = stableId(content.record)
    done(await registerAmendment(ctx, clerk, { commandId, requester, content, via: 'in-person', receivedOn }))
    return commandId
  }
  const id = await receive(AMENDED, days.plus(today, -12))
  const on = days.plus(today, -7)
  setDay(on)
  const step = (what: string, seen: number) => ({ id, commandId: stableId(`${id} ${what}`), seen })
  const decision = amendmentDecisionSchema.parse({ result: 'amended', correctedTo: '出生月份登记为“8月”' })
  done(await proposeDecision(ctx, clerk, { ...step('propose', 1), decision }))
  done(await approveAmendment(ctx, actorFor(EDUCATION, 'head'), step('approve', 2)))
  done(await serveAmendment(ctx, clerk, { ...step('serve', 3), on, by: 'in-person', proof: '送达回证' }))
  await receive(WAITING, days.plus(today, -2))
}

/** Needs the accounts: authority and absence are of people who work here. */
export async function standIn(ctx: OfficeContext, today: LocalDate): Promise<void> {
  const month = { from: addDays(today, -10), to: addDays(today, 20) }
  const deputy = actorFor(EDUCATION, 'deputyHead')
  const document = '局长外出培训期间的书面授权'
  done(await delegate(ctx, actorFor(EDUCATION, 'head'), { officerId: deputy.id, ...month, document }))
  const [away, colleague] = [drafterFor(EDUCATION, '基础教育科'), drafterFor(EDUCATION, '政策法规科')]
  const week = { from: addDays(today, -1), to: addDays(today, 5) }
  done(await recordAbsence(ctx, actorFor(EDUCATION, 'officeHead'), { officerId: away.id, deputyId: colleague.id, ...week }))
}

function done(result: Result<unknown>): void {
  if (!result.ok) throw new Error(result.refusals.map((refusal) => `${refusal.code} ${refusal.say}`).join('; '))
}
