/** 公开事项: one line of the catalogue, as its sheet says it and as the agency keeps it. Nothing in it is secret. */
import { z } from 'zod'
import { AUDIENCES } from '../../law/publication/attribute.ts'
import { CATALOGUE_COLUMN_WORDS, CATALOGUE_TICK_WORDS, type CatalogueTick } from '../../law/publication/catalogue.ts'
import { isMonthDay, type MonthDay } from '../../law/publication/duties.ts'
import type { LocalDate } from '../../law/date.ts'

/** What an XML file, a feed or a sheet may carry: control characters go, ends of lines are one newline, tabs stay. */
export function withoutControls(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
}

/** Everything that a cell may hold and a file may carry: no control characters, lines without blanks at their ends. */
export function tidyText(text: string): string {
  return withoutControls(text.replaceAll('\v', '\n').replaceAll(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n'))
    .replaceAll(/[\u200b\ufeff]/gu, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

const lines = (most: number) => z.string().overwrite(tidyText).max(most)
const line = (most: number) => z.string().overwrite(oneLine).max(most)

/** Of a name: what stands on one line, with single blanks. */
export function oneLine(text: string): string {
  return tidyText(text).replaceAll(/\s+/g, ' ').trim()
}

/** The marks of a box, which can't be part of what stands beside it. */
export const BOX_MARKS = '■□☑☐☒▣◼◻√✓✔'
const outletName = z.string().overwrite(nameOfBox).max(60)

function nameOfBox(text: string): string {
  return oneLine(text.replaceAll(new RegExp(`[${BOX_MARKS}]`, 'gu'), ''))
}

/** As a sheet can be called. */
export function fieldName(text: string): string {
  const name = oneLine(text.replaceAll(/[\\/*?:[\]]/g, ''))
    .replaceAll(/^'+|'+$/g, '')
    .trim()
  return name === '' || /^history$/i.test(name) ? '公开事项' : name
}

/** What stands in the row of the sheet. */
export const catalogueContentSchema = z.object({
  /** 领域: the sheet it stands on. */
  field: z.string().overwrite(fieldName).max(28),
  first: line(100),
  second: line(100),
  elements: lines(4000),
  basis: lines(4000),
  limit: lines(1000),
  subject: lines(500),
  outlets: z
    .array(z.object({ name: outletName, ticked: z.boolean() }))
    .max(40)
    .overwrite((all) => all.filter(({ name }, at) => name !== '' && all.findIndex((one) => one.name === name) === at)),
  society: z.boolean(),
  /** 特定群体: who; null where it is not ticked. */
  group: line(200).nullable(),
  proactive: z.boolean(),
  onRequest: z.boolean(),
  county: z.boolean(),
  township: z.boolean(),
})
export type CatalogueContent = z.infer<typeof catalogueContentSchema>

const monthDay = z.custom<MonthDay>((text) => typeof text === 'string' && isMonthDay(text), '日期写成月-日，如 03-15。')
const triggerKey = z.string().min(1).max(40)
const triggerName = z.string().overwrite(oneLine).min(1).max(60)

const triggerSchema = z.discriminatedUnion('on', [
  z.object({ on: z.literal('calendar'), key: triggerKey, name: triggerName, opens: monthDay, due: monthDay }),
  z.object({ on: z.literal('event'), key: triggerKey, name: triggerName, days: z.number().int().min(1).max(250).nullable() }),
])

/** 下级沿用: to which kind of unit an item is handed down. */
export const PASSES_TO = ['none', 'art54', 'art55', 'all'] as const
export type PassesTo = (typeof PASSES_TO)[number]

export const PASSES_TO_WORDS: Record<PassesTo, string> = {
  none: '不要求下级沿用',
  art54: '下级行政机关沿用',
  art55: '下级学校、幼儿园等单位沿用',
  all: '下级各单位都沿用',
}

/** What the agency adds to it, which no sheet has. */
export const catalogueKeepingSchema = z.object({
  /** 责任科室 */
  sectionId: z.uuid().nullable().default(null),
  /** Where on the portal it is published; empty where nobody chose. */
  column: z.string().max(60).default(''),
  /** 内部事务 that only the agency's own people read never reach the public side. */
  audience: z.enum(AUDIENCES).default('society'),
  /** Heads of the table that such a publication usually has. */
  table: z.array(line(40)).max(12).default([]),
  /** What makes it due. */
  fires: z.array(triggerSchema).max(12).default([]),
  /** Which units below have to have it too. */
  passes: z.enum(PASSES_TO).default('none'),
  /** Whether they may have it otherwise, for a reason. */
  overridable: z.boolean().default(true),
})
export type CatalogueKeeping = z.infer<typeof catalogueKeepingSchema>

export interface CatalogueItem {
  id: string
  rank: number
  /** Counts the versions: who did not see the last one is told. */
  seq: number
  /** The day from which it stands as it does. */
  from: LocalDate
  content: CatalogueContent
  keeping: CatalogueKeeping
}

/** The name by which a row is known again in a sheet that comes back. */
export function pathOf({ field, first, second }: Pick<CatalogueContent, 'field' | 'first' | 'second'>): string {
  return [field, first, second].map((name) => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()).join('\n')
}

/** 要素 one by one: by line, bullet or semicolon; numbers and bullets before them are no part of them. */
export function elementsOf(text: string): string[] {
  const parts = text.split(/[\n；;●•◆■▪·]/u).map((part) => part.replace(/^\s*(?:[（(]?\d{1,2}[）)．.、]|[①-⑳]|[-—*])\s*/u, ''))
  return [...new Set(parts.map((part) => part.trim().replace(/[。，,、]+$/u, '')).filter((part) => part !== ''))]
}

/** What may differ between two versions, with its words. */
export const CATALOGUE_FIELD_WORDS: Record<keyof CatalogueContent, string> = {
  field: '领域',
  first: CATALOGUE_COLUMN_WORDS.first,
  second: CATALOGUE_COLUMN_WORDS.second,
  elements: CATALOGUE_COLUMN_WORDS.elements,
  basis: CATALOGUE_COLUMN_WORDS.basis,
  limit: CATALOGUE_COLUMN_WORDS.limit,
  subject: CATALOGUE_COLUMN_WORDS.subject,
  outlets: CATALOGUE_COLUMN_WORDS.outlets,
  society: `${CATALOGUE_COLUMN_WORDS.audience}：${CATALOGUE_TICK_WORDS.society}`,
  group: `${CATALOGUE_COLUMN_WORDS.audience}：特定群体`,
  proactive: `${CATALOGUE_COLUMN_WORDS.mode}：${CATALOGUE_TICK_WORDS.proactive}`,
  onRequest: `${CATALOGUE_COLUMN_WORDS.mode}：${CATALOGUE_TICK_WORDS.onRequest}`,
  county: `${CATALOGUE_COLUMN_WORDS.level}：${CATALOGUE_TICK_WORDS.county}`,
  township: `${CATALOGUE_COLUMN_WORDS.level}：${CATALOGUE_TICK_WORDS.township}`,
}

export interface CatalogueDifference {
  what: string
  before: string
  after: string
}

/** In words, in the order of the columns; empty where both say the same. */
export function catalogueDifferences(before: CatalogueContent, after: CatalogueContent): CatalogueDifference[] {
  return (Object.keys(CATALOGUE_FIELD_WORDS) as (keyof CatalogueContent)[])
    .map((key) => ({ what: CATALOGUE_FIELD_WORDS[key], before: shownValue(before, key), after: shownValue(after, key) }))
    .filter((one) => one.before !== one.after)
}

function shownValue(content: CatalogueContent, key: keyof CatalogueContent): string {
  const value = content[key]
  if (typeof value === 'string') return value
  if (key === 'outlets') return boxes(content.outlets)
  if (key === 'group') return content.group === null ? '否' : content.group || '是'
  return value ? '是' : '否'
}

/** `■政府网站  □政府公报`, two a line, as sheets have them. */
export function boxes(outlets: CatalogueContent['outlets']): string {
  const words = outlets.map(({ name, ticked }) => `${ticked ? '■' : '□'}${name}`)
  return words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1]].filter(Boolean).join('  ')] : [])).join('\n')
}

/** 公开对象, 公开方式, 公开层级 as a line of a list says them. */
export function ticksInWords(content: CatalogueContent): Record<'audience' | 'mode' | 'level', string> {
  const words = (ticks: readonly CatalogueTick[]) =>
    ticks.map((tick) => (tick === 'group' ? content.group || '特定群体' : CATALOGUE_TICK_WORDS[tick])).join('、') || '未勾选'
  return {
    audience: words([...(content.society ? ['society' as const] : []), ...(content.group === null ? [] : ['group' as const])]),
    mode: words([...(content.proactive ? ['proactive' as const] : []), ...(content.onRequest ? ['onRequest' as const] : [])]),
    level: words([...(content.county ? ['county' as const] : []), ...(content.township ? ['township' as const] : [])]),
  }
}

/** Under the names that `nameOf` gives, each in the order in which it first comes. */
export function grouped<T>(all: readonly T[], nameOf: (one: T) => string): [name: string, own: T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one])
  return [...groups]
}
