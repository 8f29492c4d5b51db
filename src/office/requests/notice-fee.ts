import type { LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import {
  type CountedRequest,
  type Fee,
  feeByItem,
  feeByVolume,
  feeMonth,
  itemsInMonth,
  onlyPointsToPublished,
} from '../../law/requests/fees.ts'
import type { ActOf } from '../../record/requests/acts.ts'
import { fold } from '../../record/requests/fold.ts'
import { fingerprintsOf } from '../../store/intake.sql.ts'
import { actsOf, draftOf, earlierRequestsOfPerson } from '../../store/requests.sql.ts'
import { issue } from './letters.ts'
import type { Matter } from './perform.ts'
import type { Deciding } from './deciding.ts'

/** The sum as the measures give it: by item counts the requester's other requests of the month, by volume the pages of this one. */
export async function feeOf(
  matter: Pick<Matter, 'tx' | 'row' | 'folded' | 'setting'>,
  act: Pick<ActOf<'fee-noticed'>, 'scale' | 'quantity' | 'on'>,
): Promise<Result<Fee>> {
  if (act.scale === 'volume')
    return feeByVolume({ pages: [act.quantity], onlyPointsToPublished: await pointsOnly(matter), on: act.on })
  const persons = await fingerprintsOf(matter.tx, matter.row.agency_id, matter.row.requester_id)
  const joint = matter.setting.readings.feeJointCounting === 'anyOfThem'
  const month = feeMonth(
    { submittedOn: matter.row.submitted_on, receivedOn: matter.folded.receivedOn as LocalDate },
    matter.setting.readings,
  )
  const earlier = await earlierRequestsOfPerson(
    matter.tx,
    matter.row.agency_id,
    joint ? persons : persons.slice(0, 1),
    month,
    { year: matter.row.number_year, serial: matter.row.number_serial },
    { joint },
  )
  const counted = await Promise.all(
    earlier.map(async ({ id, submitted_on, received_on }): Promise<CountedRequest> => {
      const { fee } = fold(await actsOf(matter.tx, matter.row.agency_id, id))
      // A form that was split by a notice counts as the items it was split into.
      const items = fee?.noticed.scale === 'item' ? fee.noticed.quantity : 1
      return {
        submittedOn: submitted_on,
        receivedOn: received_on ?? submitted_on,
        items,
        scale: fee?.noticed.scale ?? null,
      }
    }),
  )
  const inMonth = itemsInMonth(counted, month, matter.setting.readings)
  return feeByItem({ earlierInMonth: inMonth, items: act.quantity, on: act.on, month })
}

/** As the reply is drafted. */
async function pointsOnly({ tx, row }: Pick<Matter, 'tx' | 'row'>): Promise<boolean> {
  const draft = await draftOf(tx, row.agency_id, row.id)
  return onlyPointsToPublished(draft?.outcome ?? null)
}

/** 收费通知 (Art 42; fee measures Art 3–6): within the reply limit, by one scale, with the arithmetic printed. */
export const noticeFee: Deciding<'fee-noticed'> = async (_ctx, matter, act) => {
  const fee = await feeOf(matter, act)
  if (!fee.ok) return fee
  if (act.scale === 'volume' && fee.value.quantity === 0)
    return refused({
      code: 'fee-zero',
      say: '答复稿是“已主动公开”：只告知到哪里看，没有提供复制件，不能按量收费。',
      then: '无需发收费通知，请直接办理答复；申请件数超过标准的，可以按件计收。',
      cite: fee.value.by,
      field: 'scale',
    })
  if (fee.value.yuan === 0)
    return refused({
      code: 'fee-zero',
      say: '按标准计算应收费用为零。',
      then: '无需发收费通知，请直接办理答复。',
      field: 'quantity',
    })
  if (fee.value.yuan !== act.yuan)
    return refused({
      code: 'field-invalid',
      say: `金额与标准不符：按标准应为 ${fee.value.yuan} 元（${fee.value.steps.map((step) => step.words).join('；')}）。`,
      then: '请核对数量，并按标准填写金额。',
      field: 'yuan',
    })
  return ok({ acts: [act], letters: [issue(matter, 'D10', act.on, { fee: fee.value })] })
}

/** 逾期未缴费，视为放弃申请 */
export const letFeeLapse: Deciding<'fee-lapsed'> = (_ctx, matter, act) => {
  const noticed = matter.folded.fee?.noticed
  const dueOn = matter.clock.limits.find((limit) => limit.what === 'feePayment')?.due
  if (!noticed?.noticeReceived || !dueOn) throw new Error('guarded: a fee notice was received and its limit ended')
  return ok({
    acts: [act],
    letters: [
      issue(matter, 'D24', act.on, {
        because: 'feeUnpaid',
        noticedOn: noticed.on,
        noticeReceived: noticed.noticeReceived,
        dueOn,
        yuan: noticed.yuan,
      }),
    ],
  })
}
