/** The tables of the database, read from the migrations and their comments. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { code, page, table } from './markdown.ts'

const FOLDER = join(import.meta.dirname, '../../src/store/schema')
const CREATE = /create table (\w+) \(\n([^]*?)\n\);/g
const COLUMN = /^ {2}(\w+) ([^,]+?),?$/
const CONSTRAINT = /^(primary|unique|foreign|constraint|check)$/
const COMMENT = /comment on (table|column) ([\w.]+) is '((?:[^']|'')*)';/g

export function schemaPage(): string {
  const sql = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
    .join('\n')
  const comments = new Map([...sql.matchAll(COMMENT)].map(([, , on = '', text = '']) => [on, text.replaceAll("''", "'")]))
  const tables = [...sql.matchAll(CREATE)].map(([, name = '', body = '']) => {
    const columns = body.split('\n').flatMap((line) => {
      const [, column = '', type = ''] = COLUMN.exec(line) ?? []
      return column && !CONSTRAINT.test(column) ? [[code(column), type, comments.get(`${name}.${column}`) ?? '']] : []
    })
    return `## ${code(name)}\n\n${comments.get(name) ?? ''}\n\n${table(['列', '类型', '说明'], columns)}`
  })
  return page(
    '数据库',
    '表和列，取自 [迁移脚本](../../src/store/schema) 及其注释。应用程序所用的角色不能修改、删除 `request_act` 和 `audit_entry`。',
    ...tables,
  )
}
