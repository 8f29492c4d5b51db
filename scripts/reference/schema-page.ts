/** The tables of the database, read from the migrations and their comments. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { code, page, table } from './markdown.ts'

const FOLDER = join(import.meta.dirname, '../../src/store/schema')
const TABLE = /(create|alter) table (\w+)\s([^]*?);\n/g
const COLUMN = /^ {2}(\w+) ([^,]+?),?$/
/** Of an `alter table`: a column that came, or went, later. A type may hold commas only in brackets. */
const CHANGE = /(add|drop) column (\w+)((?:[^,()]|\((?:[^()]|\([^()]*\))*\))*)/g
const CONSTRAINT = /^(primary|unique|foreign|constraint|check)$/
const COMMENT = /comment on (table|column) ([\w.]+) is '((?:[^']|'')*)';/g

export function schemaPage(): string {
  const sql = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
    .join('\n')
  const comments = new Map([...sql.matchAll(COMMENT)].map(([, , on = '', text = '']) => [on, text.replaceAll("''", "'")]))
  const tables = [...tablesOf(sql)].map(([name, columns]) => {
    const rows = [...columns].map(([column, type]) => [code(column), type, comments.get(`${name}.${column}`) ?? ''])
    return `## ${code(name)}\n\n${comments.get(name) ?? ''}\n\n${table(['列', '类型', '说明'], rows)}`
  })
  return page(
    '数据库',
    '表和列，取自 [迁移脚本](../../src/store/schema) 及其注释。应用程序所用的角色不能修改、删除 `request_act` 和 `audit_entry`。',
    ...tables,
  )
}

/** Column and type by table, as all migrations together leave them. */
function tablesOf(sql: string): Map<string, Map<string, string>> {
  const tables = new Map<string, Map<string, string>>()
  for (const [, verb, name = '', body = ''] of sql.matchAll(TABLE)) {
    const columns = tables.get(name) ?? new Map<string, string>()
    tables.set(name, columns)
    if (verb === 'alter')
      for (const [, how, column = '', type = ''] of body.matchAll(CHANGE))
        if (how === 'add') columns.set(column, type.trim())
        else columns.delete(column)
    else
      for (const line of body.split('\n')) {
        const [, column = '', type = ''] = COLUMN.exec(line) ?? []
        if (column && !CONSTRAINT.test(column)) columns.set(column, type)
      }
  }
  return tables
}
