/** 主动公开的信息 of the demo county: the outline of a document, once for each year. `{y}` is its year, `{p}` the year before. */
import type { ColumnKey } from '../../law/publication/columns.ts'

export interface DemoDocument {
  /** Month and day of 成文. */
  monthDay: string
  column: ColumnKey | 'system'
  title: string
  /** Serial of 文号; none for notices without one. */
  serial?: number
  paragraphs: readonly string[]
  /** Rows of a table, the first its heads. */
  table?: readonly (readonly string[])[]
  keywords?: readonly string[]
  /** 行政规范性文件. */
  normative?: true
  /** Repealed on this month and day, so many years later. */
  repealed?: readonly [years: number, monthDay: string]
  /** 解读 of the document with this title. */
  interprets?: string
  /** 公开事项: the item of the catalogue, as “一级 / 二级”. */
  item?: string
  /** Published by so many of a hundred agencies; by all where absent. */
  percent?: number
  /** Only in the first year of the demo: rules that last. */
  once?: true
}

export function bodyOf(document: DemoDocument): string {
  const paragraphs = document.paragraphs.map((text) => (text.startsWith('## ') ? `<h2>${text.slice(3)}</h2>` : `<p>${text}</p>`))
  return [...paragraphs, ...(document.table ? [tableOf(document.table)] : [])].join('\n')
}

function tableOf([heads = [], ...rows]: readonly (readonly string[])[]): string {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}
