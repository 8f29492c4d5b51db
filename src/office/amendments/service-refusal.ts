/** 更正告知书的送达 — a decision like any other: by the post and not a courier, online only by consent and with the online way to reconsideration. */
import { whole } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { onlineWayTold, ONLINE_WAY } from '../../law/oversight/remedies.ts'
import type { Refusal } from '../../law/refusal.ts'
import { deemedServedOn } from '../../law/requests/service.ts'
import type { AmendmentActContent } from '../../record/amendments/fold.ts'
import { letterText } from '../../record/letters/check.ts'
import type { Letter } from '../../record/letters/model.ts'
import type { Agency } from '../../record/people/agency.ts'
import { onlineWayRefusal, WHICH_AGENCY } from '../requests/dispatch-letter.ts'
import { mailNumberIn, postedRefusal } from '../requests/record-service.ts'

type Service = AmendmentActContent['served'] & { on: LocalDate }

export function serviceRefusal(
  { by, on, proof, agency, agreed }: Service,
  { letter, decidedOn, office }: { letter: Letter; decidedOn: LocalDate; office: Agency },
): Refusal | null {
  switch (by) {
    case 'signed-mail': {
      const refusal = postedRefusal(mailNumberIn(proof))
      return refusal && { ...refusal, field: 'proof' }
    }
    case 'entrusted':
      return agency ? null : WHICH_AGENCY
    case 'electronic':
      return agreed ? (onlineWayRefusal(office, on) ?? wayNotTold(letter, office, on)) : NOT_AGREED
    case 'public-notice': {
      const deemed = deemedServedOn(decidedOn)
      if (on >= deemed.on) return null
      return {
        code: 'date-before-cause',
        say: `公告期为${deemed.days}日，自公告次日起算；决定${chineseDate(decidedOn)}才作出，公告期不会早于${chineseDate(deemed.on)}届满。`,
        then: '公告期满后再登记，日期填写期满之日，凭证写明公告的地方、日期和原因。',
        cite: deemed.by,
        field: 'on',
      }
    }
    case 'in-person':
      return null
  }
}

const NOT_AGREED: Refusal = {
  code: 'service-method-refused',
  say: '没有写明申请人同意电子送达。',
  then: '请填写申请人书面同意的记录（日期、方式、接收的地址）；没有同意的，直接送达或者由邮政企业邮寄。',
  cite: whole('serviceReply'),
  field: 'agreed',
}

/** A letter of before this release, or of before the agency registered its online way. */
function wayNotTold(letter: Letter, { details }: Agency, on: LocalDate): Refusal | null {
  const rule = ONLINE_WAY.on(on)
  if (!rule || letterText(letter).includes(onlineWayTold(details))) return null
  return {
    code: 'service-method-refused',
    say: '告知书没有写明网上申请行政复议的渠道，不能通过互联网送达。',
    then: '请直接送达或者由邮政企业邮寄。',
    cite: rule.by,
    field: 'by',
  }
}
