/** 年报自检：粘贴全文或者放入文件，看到读出的表和错误；改正后下载；什么也不留下。 */
import { readdirSync, readFileSync } from 'node:fs'
import { load } from 'cheerio'
import type { FastifyInstance } from 'fastify'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMS } from '../../src/law/reports/formats/index.ts'
import { madeHtml, madeReport, madeXlsx } from '../../src/edge/files/made.testing.ts'
import { type County, county, MARKER } from './county.ts'
import { opened } from './filled-sheet.ts'
import { visitorOf } from './portal-visitor.ts'

const SEED = readFileSync('tests/samples/reports/tongren-education-2021.txt', 'utf8')

let place: County
let app: FastifyInstance
beforeAll(async () => {
  place = await county()
  app = await place.product.buildServer()
})
afterAll(async () => {
  await app?.close()
  await place?.close()
})

/** The page with this text checked. */
async function checked(text: string) {
  const visitor = visitorOf(app)
  await visitor.get('/check')
  await visitor.sendFiles([], { text })
  return visitor
}

/** Numbers of table 三, row by row, as the page shows them: plain, or in a field. */
function shownRows(page: string): string[][] {
  const $ = load(page)
  return $('.grid-requests tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .find('td')
        .toArray()
        .map((cell) => $(cell).find('input').attr('value') ?? $(cell).clone().find('.vh, .mark').remove().end().text().trim()),
    )
}

/** What comes of a download: the button is pressed with what stands in the form and with these entries. */
async function download(visitor: Awaited<ReturnType<typeof checked>>, to: 'docx' | 'xlsx', given: Record<string, string> = {}) {
  const answer = await visitor.sendFiles([], { ...given, to })
  return { answer, bytes: new Uint8Array(answer.rawPayload) }
}

function wordOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
}

/** The rows of a table of a DOCX: the text of each cell. */
function tablesOf(xml: string): string[][][] {
  const texts = (part: string, tag: string) =>
    [...part.matchAll(new RegExp(`<w:${tag}[ >].*?</w:${tag}>`, 'gs'))].map(([all]) => all)
  return texts(xml, 'tbl').map((table) =>
    texts(table, 'tr').map((row) =>
      texts(row, 'tc').map((cell) => [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')),
    ),
  )
}

describe('粘贴真实样本的全文', () => {
  test('读出三张表，指出两行空白、缺的表头、写错的年份，每处有规则和依据', async () => {
    const visitor = await checked(SEED)
    expect(visitor.page.statusCode).toBe(200)
    expect(visitor.text('h1')).toContain('同仁市教育局2021年年度报告')
    expect(visitor.text('.verdict')).toContain('2 处错误，3 处提示')
    const findings = load(visitor.page.body)('.finding-list > li')
    expect(findings.toArray().map((one) => /[XL]\d+/.exec(load(one).text())?.[0])).toEqual(['X13', 'X13', 'L01', 'X12', 'L02'])
    expect(visitor.text('.finding-list')).toContain('依据：国办公开办函〔2021〕30号')
    expect(visitor.text('.finding-list')).toContain('空白不等于零')
    const rows = shownRows(visitor.page.body)
    expect(rows).toHaveLength(FORMS['2021'].requests.rows.length)
    const blank = FORMS['2021'].requests.rows.map(({ row }) => row === 'other.correctionLapsed' || row === 'other.other')
    expect(rows).toEqual(blank.map((empty) => Array.from({ length: 7 }, () => (empty ? '' : '0'))))
  })

  test('有错的格子标着错误的序号，指向那一条', async () => {
    const $ = load((await checked(SEED)).page.body)
    const cell = $('[name="cell.requests.other.other.total"]')
    expect(cell.attr('aria-label')).toBe('“其他”一行“总计”')
    expect($(`#${cell.attr('aria-describedby')}`).text()).toContain('“其他”一行全部单元格没有填写数字')
  })

  test('勾选建议，重新检查，错误消失；下载的 Word 里三张法定表格完整', async () => {
    const visitor = await checked(SEED)
    await visitor.sendFiles([], { 'take.1': 'yes', 'take.2': 'yes', to: 'again' })
    expect(visitor.text('.verdict')).toContain('3 处提示')
    expect(visitor.text('.verdict')).toContain('您改了 14 格')
    const { answer, bytes } = await download(visitor, 'docx')
    expect(answer.headers['content-disposition']).toMatch(/^attachment.*\.docx$/)
    const xml = wordOf(bytes)
    const [disclosed, requests, disputes] = tablesOf(xml)
    expect(disclosed?.map((row) => row[0])).toContain('行政事业性收费')
    expect(requests).toHaveLength(3 + FORMS['2021'].requests.rows.length)
    expect(requests?.slice(3).map((row) => row.slice(-7))).toEqual(
      FORMS['2021'].requests.rows.map(() => Array.from({ length: 7 }, () => '0')),
    )
    expect(disputes?.at(-1)).toEqual(Array.from({ length: 15 }, () => '0'))
    // The merged cells of the official form: 三、本年度办理结果 over all its rows, 法人或其他组织 over five columns.
    expect(xml).toMatch(/<w:vMerge w:val="restart"\/>/)
    expect(xml).toMatch(/<w:gridSpan w:val="5"\/>/)
    expect(xml.replace(/<[^>]+>/g, '')).toContain('教师资格认定')
  })
})

describe('文字的建议', () => {
  test('照原文引用；勾选写错的年份，下载的 Word 里就是对的；缺的表头写明下载时已补上', async () => {
    const visitor = await checked(SEED)
    const $ = load(visitor.page.body)
    expect($('blockquote').text()).toContain('2021年，我局将')
    const label = $('label').filter((_, one) => $(one).text().trim() === '“2021年，我局将”改为“2022年，我局将”')
    expect(label).toHaveLength(1)
    expect(
      $('.finding-list > li')
        .filter((_, one) => $(one).text().includes('L01'))
        .text(),
    ).toContain('下载时已补上')
    await visitor.sendFiles([], { [label.find('input').attr('name') ?? '']: 'yes', to: 'again' })
    expect(visitor.text('.finding-list')).not.toContain('X12')
    const { bytes } = await download(visitor, 'docx')
    const words = wordOf(bytes).replace(/<[^>]+>/g, '')
    expect(words).toContain('2022年，我局将')
    expect(words).not.toContain('2021年，我局将')
  })
})

describe('改正', () => {
  const WRONG = SEED.replace('一、本年新收政府信息公开申请数量\t\t0\t0', '一、本年新收政府信息公开申请数量\t\t3\t0')

  test('填错的一格：横竖两种关系都指着它，建议只改它；填的比勾的优先', async () => {
    const visitor = await checked(WRONG)
    expect(visitor.text('.finding-list')).toContain('各类申请人之和为3，总计栏为0')
    const $ = load(visitor.page.body)
    const take = $('label')
      .filter((_, label) => $(label).text().includes('“自然人”改为 0'))
      .find('input')
      .attr('name')
    expect(take).toMatch(/^take\.\d+$/)
    expect($('[name="cell.requests.received.naturalPerson"]').attr('value')).toBe('3')
    await visitor.sendFiles([], {
      [take ?? '']: 'yes',
      'cell.requests.received.naturalPerson': '1',
      'cell.requests.received.total': '2',
      to: 'again',
    })
    expect(visitor.text('.finding-list')).toContain('各类申请人之和为1，总计栏为2')
    expect(visitor.text('.grid-requests')).toContain('原为3')
    await visitor.sendFiles([], { 'cell.requests.received.total': '1', to: 'again' })
    expect(visitor.text('.finding-list')).not.toContain('总计栏为')
  })

  test('填的不是数字：指出是哪一格，填的内容都在', async () => {
    const visitor = await checked(SEED)
    await visitor.sendFiles([], { 'take.2': 'yes', 'cell.requests.other.correctionLapsed.total': '三四件', to: 'docx' })
    expect(visitor.page.statusCode).toBe(422)
    expect(visitor.text('.faults')).toContain('一行“总计”要填数字')
    expect(visitor.typed()).toMatchObject({ 'cell.requests.other.correctionLapsed.total': '三四件', 'take.2': 'yes' })
  })

  test('Excel 里还没有改正的问题标在格子上', async () => {
    const { bytes } = await download(await checked(WRONG), 'xlsx')
    const notes: string[] = []
    for (const sheet of (await opened(bytes)).worksheets)
      sheet.eachRow((row) =>
        row.eachCell({ includeEmpty: true }, (cell) => void (cell.note && notes.push(JSON.stringify(cell.note)))),
      )
    expect(notes.join('')).toContain('X3')
    expect(notes.join('')).toContain('X13')
  })

  test('带回来的报告被改坏了，不当真，也不出错', async () => {
    for (const report of ['', '{', '{"report":{}}', JSON.stringify({ report: { tables: 1 } })]) {
      const visitor = await checked(SEED)
      await visitor.sendFiles([], { report, to: 'docx' })
      expect(visitor.page.statusCode).toBe(422)
      expect(visitor.text()).toContain('请把报告再放进来一次')
    }
  })

  test('带回来的报告里夹带标签，只当文字', async () => {
    const visitor = await checked(SEED)
    const report = (visitor.typed().report ?? '').replace('同仁市教育局', '<script>1</script>')
    await visitor.sendFiles([], { report, agency: '', to: 'again' })
    expect(visitor.page.statusCode).toBe(200)
    expect(load(visitor.page.body)('main script')).toHaveLength(0)
  })
})

describe('文件', () => {
  const send = async (files: { field: string; name: string; bytes: Buffer }[], given: Record<string, string> = {}) => {
    const visitor = visitorOf(app)
    await visitor.get('/check')
    await visitor.sendFiles(files, given)
    return visitor
  }

  test('Excel，与上一年度核对：上年结转不衔接', async () => {
    const bytes = Buffer.from(await madeXlsx(madeReport(), true))
    const visitor = await send([
      { field: 'file', name: '2023.xlsx', bytes },
      { field: 'previous', name: '2022.html', bytes: Buffer.from(madeHtml(madeReport()).replaceAll('2023', '2022')) },
    ])
    expect(visitor.text('.verdict')).toContain('并与上一年度的报告核对')
    expect(visitor.text('.finding-list')).toMatch(/上年结转为3，上一年度报告的结转下年度为\d/)
  })

  test('读不准的格子写“未能确定”和原因，不猜', async () => {
    const [name = ''] = readdirSync('tests/samples/reports').filter((one) => one.startsWith('002'))
    const visitor = await send([{ field: 'file', name, bytes: readFileSync(`tests/samples/reports/${name}`) }])
    expect(visitor.text('.verdict')).toMatch(/\d+ 格未能确定/)
    expect(visitor.text('.report')).toContain('未能确定')
    expect(visitor.text('.finding-list')).toContain('不能确定各格数值')
  })

  test.each([
    ['什么也没给', [], {}, '没有要检查的报告'],
    ['又选又贴', [{ field: 'file', name: 'a.txt', bytes: Buffer.from(SEED) }], { text: '报告' }, '既选了文件，又粘贴了文字'],
    ['不是报告', [], { text: '通知：明天开会。' }, '没有找到年度报告的标题和表格'],
    ['旧格式', [{ field: 'file', name: 'a.doc', bytes: Buffer.from('{\\rtf1 x}') }], {}, '请先另存为 .docx'],
    [
      '图片',
      [{ field: 'file', name: 'a.png', bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') }],
      {},
      '不是可以读取文字的报告',
    ],
    ['太大', [{ field: 'file', name: 'a.pdf', bytes: Buffer.alloc(10 * 1024 * 1024 + 10, 32) }], {}, '文件超过 10 MB'],
    [
      '上年的不是报告',
      [{ field: 'previous', name: 'b.txt', bytes: Buffer.from('通知') }],
      { text: SEED },
      '没有找到年度报告的标题和表格',
    ],
  ])('%s：说明原因，粘贴的文字还在', async (_what, files, given: { text?: string }, says) => {
    const visitor = await send(files, given)
    expect(visitor.page.statusCode).toBe(422)
    expect(visitor.text('.faults')).toContain(says)
    const lines = (text = '') => text.replaceAll('\r\n', '\n').trim()
    expect(lines(visitor.typed().text)).toBe(lines(given.text))
  })

  test('同时来的人太多：如实说，文字还在', async () => {
    // Long enough to take a while: twenty reports in one.
    const visitors = await Promise.all(Array.from({ length: 12 }, () => checked(SEED.repeat(20))))
    const busy = visitors.filter(({ page }) => page.statusCode === 503)
    expect(busy.length).toBeGreaterThan(0)
    expect(busy[0]?.text('.faults')).toContain('现在检查的人较多')
    expect(busy[0]?.typed().text).toContain('同仁市教育局')
    expect(visitors.filter(({ page }) => page.statusCode === 200).length).toBe(12 - busy.length)
  })

  test('不是从本页来的不检查', async () => {
    const visitor = visitorOf(app)
    await visitor.get('/check')
    visitor.forget('gongkai_form')
    await visitor.sendFiles([], { text: SEED })
    expect(visitor.text('.faults')).toContain('页面打开得太久')
    expect(visitor.typed().text).toContain('同仁市教育局')
  })
})

test('什么也不留下：数据库、文件夹、日志里都没有', async () => {
  const count = async () => {
    const { db } = place.office
    const rows = await Promise.all(
      (['report', 'stored_file', 'audit_entry', 'command'] as const).map((table) =>
        db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirstOrThrow(),
      ),
    )
    return [...rows.map(({ n }) => String(n)), ...readdirSync(place.folder, { recursive: true }).map(String)]
  }
  const before = await count()
  // The county's own log is searched for the marker when it closes.
  const visitor = await checked(SEED.replaceAll('同仁市教育局', `同仁市${MARKER}局`))
  expect(visitor.text('h1')).toContain(MARKER)
  await download(visitor, 'docx')
  expect(await count()).toEqual(before)
})

test('从各单位首页和每一页的页脚都找得到', async () => {
  const visitor = visitorOf(app)
  await visitor.get('/jyj')
  expect(load(visitor.page.body)('main a[href="/check"]')).toHaveLength(1)
  expect(load(visitor.page.body)('footer a[href="/check"]')).toHaveLength(1)
})

test('带回来的文字再怎么重复，服务照常回答，检查按时有结果', async () => {
  const visitor = await checked(SEED)
  const carried = JSON.parse(visitor.typed()['report'] ?? '') as { prose: { overall: string[] } }
  carried.prose.overall = [`2021年，我局收到政府信息公开申请${'共计'.repeat(40)}。`]
  const started = performance.now()
  const answer = visitor.sendFiles([], { report: JSON.stringify(carried), to: 'check' })
  expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200)
  expect((await answer).statusCode).toBe(200)
  expect(performance.now() - started).toBeLessThan(10_000)
})
