/** 附件和图片：按内容认种类、清去看不见的东西、拦下密级和号码、随信息公开和撤下；看得到信息的人才下载得到。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import ExcelJS from 'exceljs'
import { renderBoardPdf } from '../../src/edge/paper/index.ts'
import { noticeWith } from '../../src/edge/paper/notice.testing.ts'
import {
  addEditionFile,
  correctStock,
  maskEditionFile,
  readEditionFile,
  reviseDocument,
  scanStockPiece,
  viewEdition,
  viewStock,
} from '../../src/office/publication/index.ts'
import { policyDocx } from '../../src/edge/files/policy.testing.ts'
import { placedIn } from '../../src/record/publication/edition-files.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { type County, county, must } from './county.ts'
import { why } from './desk.ts'
import { addFile, editionWork, photo } from './editions-work.ts'
import { codes } from './publicity-work.ts'
import { API, signInAs } from './staff.ts'

const ID_NUMBER = '11010519491231002X'
const WORDS = '下列学生予以资助。'

let place: County
let app: FastifyInstance
let drafts: ReturnType<typeof editionWork>
beforeAll(async () => {
  place = await county('2026-03-02')
  app = await place.product.buildServer()
  drafts = editionWork(place)
})
afterAll(async () => {
  await app.close()
  await place.close()
})

async function listXlsx(cell: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = '某某'
  const sheet = book.addWorksheet('名单')
  sheet.addRow(['姓名', '证件'])
  sheet.addRow(['张三', cell])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const csv = (text: string) => new TextEncoder().encode(text)
type Draft = Awaited<ReturnType<ReturnType<typeof editionWork>['draft']>>

const add = (one: Draft, name: string, bytes: Uint8Array, by?: Actor) => addFile(place, one, name, bytes, by)

/** A draft with a file, as whoever wrote it sees it. */
async function draftWith(name: string, bytes: Uint8Array, title = '资助名单') {
  const one = await drafts.draft({ title })
  must(await add(one, name, bytes))
  return { one, view: await one.view() }
}

/** Saved as the form would: with what it holds, and this changed. */
async function change(one: Draft, given: object) {
  const { content } = await one.view()
  const changed = { ...content, ...given }
  return one.save(changed)
}

async function release(one: Draft) {
  must(await one.submit())
  return one.passAll()
}

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

describe('上传', () => {
  test('Word、Excel、PDF、CSV、图片都收，种类按内容认；作者、拍摄信息不在文件里', async () => {
    const one = await drafts.draft({ title: '五种附件' })
    const pdf = await renderBoardPdf(noticeWith(`<p>${WORDS}</p>`), { address: null, size: 'a4', phone: '1' })
    const given: [string, Uint8Array][] = [
      ['方案.docx', await policyDocx()],
      ['名单.xlsx', await listXlsx('已核对')],
      ['公告.pdf', pdf],
      ['数据.csv', csv('学校,人数\n第一小学,240\n')],
      ['照片.jpg', await photo()],
    ]
    for (const [name, bytes] of given) must(await add(one, name, bytes))
    const { files, content } = await one.view()
    expect(files.map(({ kind, title }) => [kind, title])).toEqual([
      ['docx', '方案'],
      ['xlsx', '名单'],
      ['pdf', '公告'],
      ['csv', '数据'],
      ['jpeg', '照片'],
    ])
    expect(files.at(-1)).toMatchObject({ width: 640, height: 480 })
    for (const { id } of content.files) {
      const { bytes } = must(await readEditionFile(place.office, place.actor('clerk'), { id: one.id, fileId: id }))
      expect(Buffer.from(bytes).includes('某某')).toBe(false)
    }
  })

  test('带密级标志的拦下，留记录；不是这几种的、空的 CSV，说明怎么办', async () => {
    const one = await drafts.draft()
    expect(codes(await add(one, '通知.docx', await policyDocx({ first: '机密★10年' })))).toEqual(['file-marked-secret'])
    expect(codes(await add(one, '数据.csv', csv('机密★10年\n学校,人数\n')))).toEqual(['file-marked-secret'])
    expect(why(await add(one, '压缩.pdf', csv('PK 不是 PDF')))).toContain('文件类型不能接收')
    expect(why(await add(one, '空.csv', csv('\n')))).toContain('CSV 文件是空的')
    expect((await one.view()).files).toEqual([])
  })

  test('CSV：国标编码改为 UTF-8，像公式的单元格变成文字', async () => {
    const { one, view } = await draftWith(
      '数据.csv',
      new Uint8Array([0xd1, 0xa7, 0xd0, 0xa3, 0x0a, 0x3d, 0x31, 0x2b, 0x31, 0x0a]),
    )
    const { bytes } = must(
      await readEditionFile(place.office, place.actor('clerk'), { id: one.id, fileId: view.files[0]?.id ?? '' }),
    )
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe("\ufeff学校\r\n'=1+1\r\n")
  })

  test('同一次上传传两遍，是一个；送审以后不能再加', async () => {
    const one = await drafts.draft()
    const command = await one.command()
    const upload = { name: '数据.csv', bytes: csv('a,b\n1,2\n') }
    must(await addEditionFile(place.office, place.actor('clerk'), { ...command, upload }))
    must(await addEditionFile(place.office, place.actor('clerk'), { ...command, upload }))
    expect((await one.view()).files).toHaveLength(1)
    must(await one.submit())
    expect(codes(await add(one, '数据.csv', csv('c\n')))).toEqual(['already-done'])
  })
})

describe('送审以前', () => {
  test('没有标题、图片没有替代文字，在附件处指出', async () => {
    const { one } = await draftWith('照片.jpg', await photo())
    expect(why(await one.submit())).toContain('图片“照片”没有替代文字')
    const { content } = await one.view()
    must(await change(one, { files: content.files.map(({ id }) => ({ id, title: ' ', alt: '操场' })) }))
    expect(why(await one.submit())).toContain('有一个附件没有标题')
    must(await change(one, { files: content.files.map(({ id }) => ({ id, title: '操场', alt: '学生在操场上做操' })) }))
    must(await one.submit())
  })

  test.each([
    ['Excel', '名单.xlsx', () => listXlsx(ID_NUMBER)],
    ['CSV', '名单.csv', async () => csv(`姓名,证件\n张三,${ID_NUMBER}\n`)],
    [
      'PDF',
      '名单.pdf',
      () => renderBoardPdf(noticeWith(`<p>张三，${ID_NUMBER}。</p>`), { address: null, size: 'a4' as const, phone: '1' }),
    ],
  ])('%s 里的身份证号拦下，点一下遮盖；文件里找不到了', async (_, name, make) => {
    const { one, view } = await draftWith(name, await make())
    const [file] = view.files
    expect(file?.found).toContainEqual({ say: '身份证号码 1 处', stops: true })
    expect(why(await one.submit())).toContain('附件“名单”中有身份证号码 1 处')
    must(await maskEditionFile(place.office, place.actor('clerk'), { ...(await one.command()), fileId: file?.id ?? '' }))
    const after = await one.view()
    expect(after.files[0]?.found.filter(({ stops }) => stops)).toEqual([])
    expect(after.files[0]?.id).not.toBe(file?.id)
    // The former one is in no edition any more.
    expect(codes(await readEditionFile(place.office, place.actor('clerk'), { id: one.id, fileId: file?.id ?? '' }))).toEqual([
      'not-found',
    ])
    must(await one.submit())
  })

  test('次序、标题可以改；别的信息的附件放不进来', async () => {
    const other = await draftWith('数据.csv', csv('x\n'))
    const { one } = await draftWith('甲.csv', csv('a\n'))
    must(await add(one, '乙.csv', csv('b\n')))
    const [first, second] = (await one.view()).content.files
    const stranger = other.view.content.files[0]
    must(await change(one, { files: [second, { ...first, title: '第一个' }, stranger] }))
    expect((await one.view()).files.map(({ title }) => title)).toEqual(['乙', '第一个'])
  })

  test('审核的人看到附件换了：与已发布的相比', async () => {
    const { one } = await draftWith('数据.csv', csv('a\n'), '换附件的信息')
    const { documentId } = await release(one)
    const id = randomUUID()
    must(await reviseDocument(place.office, place.actor('clerk'), { id, documentId }))
    const next = drafts.handles(id, place.actor('clerk'))
    must(await change(next, { files: [] }))
    must(await add(next, '数据.csv', csv('a,b\n')))
    expect((await next.view()).changes?.map(({ kind, text }) => [kind, text.slice(0, 8)])).toEqual([
      ['removed', '附件“数据”（C'],
      ['added', '附件“数据”（C'],
    ])
  })
})

describe('公开', () => {
  test('页面上写明种类和大小，下载用标题作文件名；图片在正文里，带尺寸和替代文字', async () => {
    const { one } = await draftWith('名单.csv', csv('学校,人数\n第一小学,240\n'), '有附件的信息')
    must(await add(one, '照片.jpg', await photo()))
    const [list, picture] = (await one.view()).content.files
    const body = `<p>见图。</p><p><img data-file="${picture?.id}"></p><p><img src="https://elsewhere.example/x.png"></p>`
    must(await change(one, { body, files: [list, { ...picture, alt: '学生在操场上做操' }] }))
    expect(placedIn((await one.view()).content.body)).toEqual([picture?.id])
    const { documentId } = await release(one)
    const page = (await get(`/jyj/doc/${documentId}`)).body
    expect(page).toContain('CSV，1 KB')
    expect(page).toMatch(/<img src="\/jyj\/doc\/[^"]+\.jpg" alt="学生在操场上做操" width="640" height="480" loading="lazy">/)
    expect(page).not.toContain('elsewhere.example')
    const [, address = ''] = /href="([^"]+\.csv)"/.exec(page) ?? []
    const download = await get(address)
    expect(download.statusCode).toBe(200)
    expect(download.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('名单.csv')}`)
    expect(download.body).toContain('第一小学,240')
    expect((await get(address, { 'if-none-match': String(download.headers.etag) })).statusCode).toBe(304)
    const [, shown = ''] = /<img src="([^"]+)"/.exec(page) ?? []
    expect((await get(shown)).headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' })
    // On the notice board too.
    const board = await app.inject({ url: `/jyj/doc/${documentId}/board.pdf` })
    expect(board.rawPayload.toString('latin1')).toMatch(
      /\/Subtype\s*\/Image[\s\S]{0,200}\/Width 640|\/Width 640[\s\S]{0,200}\/Subtype\s*\/Image/,
    )
  })

  test('正文里只放得进图片：别的附件写进去也还在下载里', async () => {
    const { one, view } = await draftWith('名单.csv', csv('a\n'), '附件写进正文的信息')
    must(await change(one, { body: `<p>见附件。<img data-file="${view.files[0]?.id}"></p>` }))
    expect((await one.view()).content.body).toBe('<p>见附件。</p>')
    const { documentId } = await release(one)
    expect((await get(`/jyj/doc/${documentId}`)).body).toContain('CSV，1 KB')
  })

  test('撤下以后、签发以前、期满以后，附件的地址什么也没有', async () => {
    const { one, view } = await draftWith('名单.csv', csv('a\n'), '要撤下的信息')
    const [{ id: file = '' } = {}] = view.files
    const address = `/jyj/doc/${view.documentId}/files/${file}.csv`
    expect((await get(address)).statusCode).toBe(404)
    await release(one)
    expect((await get(address)).statusCode).toBe(200)
    expect((await get(address.replace('.csv', '.pdf'))).statusCode).toBe(404)
    expect((await get(address.replace('/jyj/', '/mzj/'))).statusCode).toBe(404)
    must(await one.withdraw('附件有误，更正后重新发布'))
    expect((await get(address)).statusCode).toBe(404)
    const timed = await drafts.draft({ title: '到期的信息', shownUntil: '2026-03-05' })
    must(await add(timed, '名单.csv', csv('a\n')))
    const { documentId, files } = await release(timed)
    place.setToday('2026-03-06')
    expect((await get(`/jyj/doc/${documentId}/files/${files[0]?.id}.csv`)).statusCode).toBe(404)
    place.setToday('2026-03-02')
  })

  test('订阅源、开放数据里有附件的地址', async () => {
    const { one } = await draftWith('名单.csv', csv('a\n'), '订阅的信息')
    const { documentId, files } = await release(one)
    const at = `/jyj/doc/${documentId}/files/${files[0]?.id}.csv`
    expect((await get('/jyj/feed.atom')).body).toMatch(
      new RegExp(`<link rel="enclosure" type="text/csv; charset=utf-8" length="\\d+" title="名单" href="[^"]*${at}"/>`),
    )
    expect((await get('/jyj/feed.rss')).body).toMatch(new RegExp(`<enclosure url="[^"]*${at}" length="\\d+"`))
    const feed = (await get('/jyj/feed.json')).json<{ items: { title: string; attachments?: { url: string }[] }[] }>()
    expect(feed.items.find(({ title }) => title === '订阅的信息')?.attachments?.[0]?.url).toContain(at)
    expect((await get('/open-data/documents.csv')).body).toContain(at)
  })
})

describe('谁能下载', () => {
  test('看得到这一稿的人；别的科室、别的机关、没有登录的，下载不到', async () => {
    const one = await drafts.draft({ title: '科室的稿' }, place.actor('sectionOfficer'), true)
    must(await add(one, '名单.csv', csv('a\n'), place.actor('sectionOfficer')))
    const fileId = (await one.view()).files[0]?.id ?? ''
    const read = async (actor: Actor) => codes(await readEditionFile(place.office, actor, { id: one.id, fileId }))
    expect(await read(place.actor('sectionHead'))).toEqual([])
    expect(await read({ ...place.actor('sectionHead'), sectionId: randomUUID() })).toEqual(['not-found'])
    expect(await read(place.actor('clerk', 'otherBureau'))).toEqual(['not-found'])
    const path = `${API}/editions/${one.id}/files/${fileId}`
    expect((await app.inject({ url: path })).statusCode).toBe(401)
    const clerk = await signInAs(app, place, 'clerk')
    const { status, headers } = await clerk.get(`/editions/${one.id}/files/${fileId}`)
    expect([status, headers['content-disposition']]).toEqual([
      200,
      `attachment; filename*=UTF-8''${encodeURIComponent('名单.csv')}`,
    ])
    expect((await (await signInAs(app, place, 'translator')).get(`/editions/${one.id}/files/${fileId}`)).status).toBe(403)
  })

  test('工作台上传：附件和稿一起返回；没有权限的拒绝', async () => {
    const one = await drafts.draft()
    const { commandId, seen } = await one.command()
    const fields = { commandId, seen: String(seen) }
    const sent = { name: '名单.csv', bytes: csv('a\n') }
    const up = await (await signInAs(app, place, 'clerk')).upload(`/editions/${one.id}/files`, sent, fields)
    expect(up.json<{ files: { title: string }[] }>().files.map(({ title }) => title)).toEqual(['名单'])
    expect(
      (
        await (
          await signInAs(app, place, 'head')
        ).upload(`/editions/${one.id}/files`, sent, { ...fields, commandId: randomUUID() })
      ).status,
    ).toBe(403)
  })
})

test('存量检查也读附件：新发现的号码列出是哪个附件，一步遮盖', async () => {
  const { one } = await draftWith('名单.csv', csv('姓名,电话\n张三,一三八零零\n'), '附件里有号码的信息')
  const { documentId } = await release(one)
  // As if it had been let through by the rules of another day.
  const { files } = await one.view()
  const sealed = place.office.vault.seal({ titles: [], pages: [[`张三,${ID_NUMBER}`]], findings: [] })
  await place.asOwner('update edition_file set sealed = $1 where id = $2', [sealed, files[0]?.id])
  while (!(await scanStockPiece(place.office)).done);
  const rows = must(await viewStock(place.office, place.actor('officeHead'), { tab: 'open', kind: 'personal', page: 1 })).rows
  expect(rows.filter((row) => row.documentId === documentId).map(({ place: at, say, samples }) => [at, say, samples])).toEqual([
    ['附件“名单”', '身份证号码 1 处', ['张三,＊＊＊＊']],
  ])
  const { id } = must(await correctStock(place.office, place.actor('clerk'), { id: randomUUID(), documentId }))
  const after = must(await viewEdition(place.office, place.actor('clerk'), { id }))
  expect(after.files[0]?.id).not.toBe(files[0]?.id)
  expect(after.files[0]?.found.filter(({ stops }) => stops)).toEqual([])
})
