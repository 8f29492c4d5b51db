/** All pages of docs/reference, by file name. */
import { cite } from '../../src/law/cite.ts'
import { FINDING_CODES } from '../../src/law/reports/finding-codes.ts'
import { REFUSALS } from '../../src/law/refusals.ts'
import { COMMANDS } from '../../src/edge/cli/index.ts'
import { API_PREFIX, ENDPOINTS, FILE_PATHS } from '../../src/edge/console/contract.ts'
import { PERMISSIONS, ROLES } from '../../src/record/people/roles.ts'
import { articlesPage, limitsPage, readingsPage, wordsPage } from './law-pages.ts'
import { code, page, table } from './markdown.ts'
import { schemaPage } from './schema-page.ts'

export function referencePages(): ReadonlyMap<string, string> {
  return new Map([
    ['articles.md', articlesPage()],
    ['limits.md', limitsPage()],
    ['readings.md', readingsPage()],
    ['words.md', wordsPage()],
    ['refusals.md', refusalsPage()],
    ['findings.md', findingsPage()],
    ['routes.md', routesPage()],
    ['roles.md', rolesPage()],
    ['schema.md', schemaPage()],
  ])
}

function refusalsPage(): string {
  return page(
    '拒绝的理由',
    '系统依法或者依权限不予办理时给出的每一种理由。每一次都同时写明原因和下一步怎么办；接口以所列状态码返回 `{ refusals: [...] }`。',
    table(
      ['名称', '含义', 'HTTP'],
      Object.entries(REFUSALS).map(([key, { title, status }]) => [code(key), title, String(status)]),
    ),
  )
}

function findingsPage(): string {
  return page(
    '年度报告检查结果',
    '编制、导入存档、检查页面、填报表、离线报送包和 `gongkai report check` 使用同一组检查，手边没有的不判断：X4、X7、L05、L09 要有上一年度的报告（命令行用 `--previous` 给出），L06 要有其他单位同年的报告（命令行一次给出几个文件时，后面的与前面的比较），L04 要知道报送通知（编制、报送时；检查页面只限本机关的报告）。L03、L10 和 X10 中与缴费记录不符的一项要查登记簿、由工作人员逐项核对，只在编制时检查；X11 只在汇总时检查。“错误”须改正后才能送审，“提示”由人判断；文件里不能说明理由，L05、L06、L09、L11 在文件检查中一律是提示，没有读到标题的部分不判断有无内容。',
    table(
      ['代码', '级别', '内容', '怎么办', '依据'],
      Object.entries(FINDING_CODES).map(([key, { level, title, repair, cite: by }]) => [
        key,
        level === 'error' ? '错误' : '提示',
        title,
        repair,
        cite(by),
      ]),
    ),
  )
}

function routesPage(): string {
  const endpoints = Object.entries(ENDPOINTS).map(([name, { method, path }]) => [
    code(name),
    method,
    code(`${API_PREFIX}${path}`),
  ])
  const files = Object.entries(FILE_PATHS).map(([name, path]) => [
    code(name),
    ['upload', 'uploadOutgoing', 'printLetters', 'seal'].includes(name) ? 'POST' : 'GET',
    code(`${API_PREFIX}${(path as unknown as (...parts: string[]) => string)(':id', ':file', ':which', ':page')}`),
  ])
  return page(
    '接口和命令',
    '工作台与服务器之间的接口，定义在 [contract.ts](../../src/edge/console/contract.ts)。`POST` 须带登录后的 `x-csrf-token`。',
    table(['名称', '方法', '路径'], [...endpoints, ...files]),
    `## 命令\n\n\`npm run -s gongkai -- 命令 --help\` 有用法和示例。\n\n${Object.keys(COMMANDS)
      .map((name) => `- ${code(name)}`)
      .join('\n')}`,
  )
}

function rolesPage(): string {
  return page(
    '角色和权限',
    '谁可以办什么，定义在 [roles.ts](../../src/record/people/roles.ts)，全产品只此一张表。延长答复期限须由工作机构负责人同意；答复和年度报告须经单位负责人批准；系统管理员和审计员都不能打开案卷。',
    ...ROLES.map((role) => `## ${code(role)}\n\n${PERMISSIONS[role].map((verb) => `- ${code(verb)}`).join('\n')}`),
  )
}
