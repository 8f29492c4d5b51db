/**
 * 邮件的文字 — what is told by e-mail: that something happened, under which number, and where to read it. Never what was asked,
 * by whom, or what was answered: mail is read by others on the way.
 */
import { chineseDate, chineseDateWithWeekday, type LocalDate } from '../../law/date.ts'

/** To the requester: what happened or is due. To an officer: the morning's digest. */
export const MAIL_KINDS = [
  'received',
  'correctionAsked',
  'reasonsAsked',
  'feeNoticed',
  'extended',
  'dueSoon',
  'decided',
  'digest',
  'unitReminder',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]
export type ReminderKind = Exclude<MailKind, 'digest' | 'unitReminder'>

export const MAIL_WORDS: Record<MailKind, string> = {
  received: '已确认收到申请',
  correctionAsked: '请补正申请内容',
  reasonsAsked: '请说明申请理由',
  feeNoticed: '有收费通知',
  extended: '答复期限有变化',
  dueSoon: '有一项期限将到',
  decided: '已作出答复',
  digest: '每日提醒',
  unitReminder: '主管部门提醒公开信息',
}

/** Where a mail of the outbox stands. `unclear`: whoever was sending it ended before saying whether it had left. */
export type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'unclear'

export const MAIL_STATE_WORDS: Record<MailState, string> = {
  waiting: '待发送',
  sending: '正在发送',
  sent: '已发送',
  failed: '没有送出',
  unclear: '是否发出不明',
}

export interface Mail {
  to: string
  subject: string
  text: string
}

const WHAT_TO_DO: Record<ReminderKind, string> = {
  received: '答复期限从次日起计算，到期日可以在办理情况页查看。',
  correctionAsked: '请在期限内补正，可以在办理情况页直接提交。',
  reasonsAsked: '请在期限内说明，可以在办理情况页直接提交。',
  feeNoticed: '金额、算法和缴纳期限可以在办理情况页查看。',
  extended: '新的期限和原因可以在办理情况页查看。',
  dueSoon: '请在期限内办理，可以在办理情况页直接提交。',
  decided: '答复和救济途径可以在办理情况页查看。',
}

/** 提醒 to a requester. `until`: the last day of what is asked, where one is known. */
export function reminder(
  kind: ReminderKind,
  about: { to: string; agency: string; phone: string; number: string; address: string; until: LocalDate | null },
): Mail {
  const { to, agency, phone, number, address, until } = about
  return {
    to,
    subject: `${number}：${MAIL_WORDS[kind]}`,
    text: [
      `您向${agency}提出的政府信息公开申请（${number}）：${MAIL_WORDS[kind]}。`,
      ...(until ? [`最迟${chineseDateWithWeekday(until)}。`] : []),
      WHAT_TO_DO[kind],
      '',
      `办理情况：${address}（凭编号和查询码查看）`,
      `电话：${phone}`,
      '',
      '本邮件只作提醒，不是文书送达，不必回复。不再需要的，可以在办理情况页取消邮件提醒。',
    ].join('\n'),
  }
}

export interface DigestLine {
  number: string
  what: string
  left: string
}

export interface Digest {
  on: LocalDate
  agency: string
  address: string
  overdue: DigestLine[]
  soon: DigestLine[]
  others: number
  /** What went wrong or waits, in words with its number of cases; only those that are not zero. */
  exceptions: { words: string; count: number }[]
}

/** 每日提醒 to an officer; null where nothing is open. */
export function digestMail(to: string, digest: Digest): Mail | null {
  const { on, agency, address, overdue, soon, others, exceptions } = digest
  if (overdue.length + soon.length + others + exceptions.length === 0) return null
  const list = (heading: string, lines: DigestLine[]) =>
    lines.length === 0
      ? []
      : [`${heading}（${lines.length} 件）`, ...lines.map(({ number, what, left }) => `  ${number}　${what}　${left}`), '']
  return {
    to,
    subject: `${chineseDate(on)}待办：已超期 ${overdue.length} 件，将到期 ${soon.length} 件`,
    text: [
      `${agency}政府信息公开待办，${chineseDateWithWeekday(on)}。`,
      '',
      ...list('已超期', overdue),
      ...list('今天到期或将到期', soon),
      ...(exceptions.length > 0 ? ['需要留意', ...exceptions.map(({ words, count }) => `  ${words}：${count} 件`), ''] : []),
      `其余在办 ${others} 件。`,
      '',
      `工作台：${address}`,
      '不再需要的，在工作台右上角姓名下的“邮件提醒”中取消。',
    ].join('\n'),
  }
}

/** 主管部门提醒 to an officer of a school: which kinds of the term are not public yet. */
export function unitReminderMail(
  to: string,
  about: { on: LocalDate; unit: string; superior: string; term: string; open: readonly string[]; address: string },
): Mail {
  const { on, unit, superior, term, open, address } = about
  return {
    to,
    subject: `${superior}提醒：${term}还有 ${open.length} 类信息没有公开`,
    text: [
      `${unit}，${chineseDateWithWeekday(on)}：`,
      '',
      `${term}还没有公开：${open.join('、')}。`,
      '在学期卡上点开就是上学期的文稿，改好送审即可；本学期不开展的，注明不适用。',
      '',
      `工作台：${address}`,
      '不再需要邮件的，在工作台右上角姓名下的“邮件提醒”中取消。',
    ].join('\n'),
  }
}
