/**
 * 读节假日安排的通知: the text of the State Council's notice, as people paste it, becomes a year's days. Everything that does not fit
 * together (a weekday, a sum of days) is told: what is read is a proposal that a person checks against the notice.
 */
import { daysBetween, isLocalDate, type LocalDate, weekday } from '../date.ts'
import type { YearFile } from './year-file.ts'

export interface ReadNotice {
  year: number | null
  notice: { title: string; number: string; on: string }
  off: YearFile['off']
  on: YearFile['on']
  /** What could not be read, or contradicts itself. */
  faults: string[]
}

const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^）]*)）)?/
const ITEM = /^[一二三四五六七八九十]+、([^：]+)：(.+)$/
const WEEKDAYS = '日一二三四五六'

interface SpokenDay {
  date: string
  /** The weekday that the notice names beside it. */
  said: string | null
}

/** Days of a sentence in order; a day without month or year takes those of the one before. */
function daysOf(sentence: string, year: number): SpokenDay[] {
  let [lastYear, lastMonth] = [year, 0]
  return [...sentence.matchAll(new RegExp(DAY, 'g'))].map(([, spokenYear, month, day, beside]) => {
    if (spokenYear) lastYear = Number(spokenYear)
    // 12月31日至1月2日 without a year: the December is the year before.
    else if (month && lastMonth === 12 && Number(month) === 1) lastYear = year
    if (month) lastMonth = Number(month)
    const date = `${lastYear}-${String(lastMonth).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return { date, said: beside?.match(/(?:周|星期)([一二三四五六日天])/)?.[1]?.replace('天', '日') ?? null }
  })
}

function weekdayFault(name: string, { date, said }: SpokenDay): string[] {
  if (!isLocalDate(date)) return [`${name}：日期不存在（${date}）`]
  const real = WEEKDAYS[weekday(date)]
  return said && said !== real ? [`${name}：${date} 是周${real}，通知文字写作周${said}`] : []
}

/** 1月1日至3日 → one stretch; 1月1日、3日 → one each. */
function stretches(sentence: string, year: number): { from: SpokenDay; to: SpokenDay }[] {
  const days = daysOf(sentence, year)
  const between = sentence.split(new RegExp(DAY)).filter((_, index) => index % 5 === 0)
  const found: { from: SpokenDay; to: SpokenDay }[] = []
  days.forEach((day, index) => {
    const last = found.at(-1)
    if (last && /^[^，。]*至/.test(between[index] ?? '')) last.to = day
    else found.push({ from: day, to: day })
  })
  return found
}

/** A sum that the notice states (共8天) against the days read. */
function sumFault(name: string, sentence: string, found: { from: SpokenDay; to: SpokenDay }[]): string[] {
  const said = sentence.match(/共(\d+)天/)?.[1]
  if (!said || !found.every(({ from, to }) => isLocalDate(from.date) && isLocalDate(to.date))) return []
  const days = found.reduce((all, { from, to }) => all + daysBetween(from.date as LocalDate, to.date as LocalDate) + 1, 0)
  return days === Number(said) ? [] : [`${name}：通知写明共${said}天，读出${days}天`]
}

export function readNotice(text: string): ReadNotice {
  const lines = text
    .replace(/[(]/g, '（')
    .replace(/[)]/g, '）')
    .replace(/[ \t　]/g, '')
    .split(/\r?\n/)
  // A title set over two lines is one title.
  const title = lines.join('').match(/国务院办公厅关于\d{4}年部分节假日安排的通知/)?.[0] ?? ''
  const spoken = title.match(/(\d{4})年/)?.[1]
  const year = spoken ? Number(spoken) : null
  const number = text.match(/国办发明电\s*〔\d{4}〕\s*\d+\s*号/)?.[0].replace(/\s/g, '') ?? ''
  const signed = lines.findLast((line) => /^\d{4}年\d{1,2}月\d{1,2}日$/.test(line))
  const on = signed ? (daysOf(signed, year ?? 0)[0]?.date ?? '') : ''
  const read: ReadNotice = { year, notice: { title, number, on }, off: [], on: [], faults: [] }
  if (year === null) return { ...read, faults: ['没有读到“关于×年部分节假日安排的通知”的标题，不知道是哪一年'] }
  const [off, made, faults]: [YearFile['off'][number][], YearFile['on'][number][], string[]] = [[], [], []]
  for (const line of lines) {
    const [, name, rest] = ITEM.exec(line) ?? []
    if (!name || !rest) continue
    for (const sentence of rest.split('。')) {
      if (sentence.includes('放假')) {
        const found = stretches(sentence, year)
        if (found.length === 0) faults.push(`${name}：没有读出放假的日期`)
        off.push(...found.map(({ from, to }) => ({ name, from: from.date, to: to.date })))
        faults.push(...sumFault(name, sentence, found))
        faults.push(
          ...found.flatMap(({ from, to }) => (from === to ? [from] : [from, to])).flatMap((day) => weekdayFault(name, day)),
        )
      } else if (sentence.includes('上班')) {
        const days = daysOf(sentence, year)
        made.push(...days.map(({ date }) => ({ name, date })))
        faults.push(...days.flatMap((day) => weekdayFault(`${name}调休`, day)))
      }
    }
  }
  if (off.length === 0) faults.push('没有读到“一、元旦：……放假”这样的条目')
  return { ...read, off, on: made, faults }
}
