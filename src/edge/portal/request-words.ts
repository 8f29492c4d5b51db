/** What happens after asking, in three lines, with the limits that law sets today. */
import type { LocalDate } from '../../law/date.ts'
import type { Length } from '../../law/calendar.ts'
import { EXTENSION_LIMIT, lengthOn, REPLY_LIMIT } from '../../law/requests/limits.ts'

const UNIT_WORDS: Record<Length['unit'], string> = { workingDays: '个工作日', days: '日', months: '个月' }

/** `20个工作日` */
export function lengthWords({ n, unit }: Length): string {
  return `${n}${UNIT_WORDS[unit]}`
}

export function afterAsking(today: LocalDate): string[] {
  return [`提交后当场得到受理编号和查询码，${CONFIRMATION}`, ...untilReply(today)]
}

/** The same for somebody who holds number and code already. */
export function onceAsked(today: LocalDate): string[] {
  return [CONFIRMATION, ...untilReply(today)]
}

const CONFIRMATION = '工作人员会联系您确认收到申请。'

function untilReply(today: LocalDate): string[] {
  return [
    `自收到申请之日起${lengthWords(lengthOn(REPLY_LIMIT, today))}内答复；需要延长的，最多再延长${lengthWords(lengthOn(EXTENSION_LIMIT, today))}，并会告诉您。`,
    '凭编号和查询码随时查看办到哪一步、哪天到期、为什么，答复书可以下载。',
  ]
}
