import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../../../law/date.ts'
import { type EditionContent, editionContentSchema } from '../edition.ts'
import { plainText } from '../edition-checks.ts'
import { findingsIn, withSuggestion } from './index.ts'
import { htmlProof } from './text.ts'

const context = {
  today: localDate('2026-03-02'),
  agencies: ['云岭县教育局', '云岭县第一小学', '云岭县第二小学', '云岭县柳坪镇中心小学', '云岭县实验幼儿园'],
}
const edition = (given: Partial<Record<keyof EditionContent, unknown>>) =>
  editionContentSchema.parse({ column: 'education-admission', title: '通知', formedOn: '2026-02-27', ...given })
const of = (given: Parameters<typeof edition>[0]) => findingsIn(edition(given), context)
const said = (body: string) => of({ body }).map(({ words, suggestion }) => [words, suggestion])
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const table = (...rows: string[][]) => `<table><tbody>${rows.map((cells) => row(...cells)).join('')}</tbody></table>`

describe('法规名称', () => {
  test('已经废止的，写明现行的是哪一部，保留“中华人民共和国”', () => {
    expect(said('<p>依据《中华人民共和国物权法》和《食品卫生法》。</p>')).toEqual([
      ['中华人民共和国物权法', '中华人民共和国民法典'],
      ['食品卫生法', '食品安全法'],
    ])
    expect(said('<p>《信访条例》规定</p>')).toEqual([['信访条例', '信访工作条例']])
  })

  test('说的是从前的，不提示；废止之日以前也不提示', () => {
    expect(said('<p>《物权法》已经废止。</p><p>原《信访条例》</p>')).toEqual([])
    const before = { ...context, today: localDate('2020-12-31') }
    expect(findingsIn(edition({ body: '<p>依据《物权法》。</p>', formedOn: '2020-06-01' }), before)).toEqual([])
  })

  test('版本的年份不对', () => {
    const [finding] = of({ body: '<p>根据《中华人民共和国行政复议法》（2017年修正）</p>' })
    expect(finding).toMatchObject({ kind: 'laws', suggestion: null, say: '写的是2017年的版本，现行的是2023年修订。' })
    expect(said('<p>《中华人民共和国行政复议法》（2023年修订）</p>')).toEqual([])
  })

  test('写错一个字的，找出是哪一部；地方自己的办法不提示', () => {
    expect(said('<p>《中华人民共和国义务教肓法》《中华人民共和国信息公开条例》</p>')).toEqual([
      ['中华人民共和国义务教肓法', '中华人民共和国义务教育法'],
    ])
    expect(said('<p>《民办教育促近法》《重大行政决策程序条例》</p>')).toEqual([
      ['民办教育促近法', '民办教育促进法'],
      ['重大行政决策程序条例', '重大行政决策程序暂行条例'],
    ])
    expect(said('<p>《云岭县学区划分办法》《教育法》《教师法》《中小学教育惩戒规则》《云岭县教师管理规定》</p>')).toEqual([])
  })
})

describe('用语', () => {
  test.each([
    ['招收农民工子女入学', '农民工子女', '进城务工人员随迁子女'],
    ['资助贫困生', '贫困生', '家庭经济困难学生'],
    ['对贫困学生免收', '贫困学生', '家庭经济困难学生'],
    ['到国土资源局办理', '国土资源局', '自然资源局'],
    ['卫计委通知', '卫计', '卫生健康'],
    ['登陆网站报名', '登陆', '登录'],
    ['截止2026年3月1日', '截止', '截至'],
    ['报道时间：九月一日', '报道', '报到'],
    ['工作布署', '布署', '部署'],
    ['蒙族学生', '蒙族', '蒙古族'],
    ['云教[2026]12号', '云教[2026]', '云教〔2026〕'],
    ['云教〔2026〕第12号', '〔2026〕第', '〔2026〕'],
    ['云教〔2026〕012号', '〔2026〕0', '〔2026〕'],
  ])('%s', (text, words, suggestion) => {
    expect(said(`<p>${text}</p>`)).toEqual([[words, suggestion]])
  })

  test('朝鲜族、新中国成立前、报道新闻、截止日期、云教〔2026〕12号，都不提示', () => {
    expect(said('<p>朝鲜族学生；新中国成立前；媒体报道；报名截止；登陆点；家庭经济困难学生；云教〔2026〕12号</p>')).toEqual([])
  })

  test('同一个词几处，列成一条；脱贫攻坚以后的说法从那一天起', () => {
    expect(of({ body: '<p>其它学校</p><p>其它</p>' })).toMatchObject([{ words: '其它', count: 2 }])
    expect(said('<p>建档立卡贫困户</p>')).toHaveLength(1)
    expect(findingsIn(edition({ body: '<p>建档立卡贫困户</p>' }), { ...context, today: localDate('2020-06-01') })).toEqual([])
  })
})

describe('日期', () => {
  test('日历上没有的日子，没有写年份的也查', () => {
    expect(of({ body: '<p>2026年2月29日、6月31日、13月1日</p>' }).map(({ words }) => words)).toEqual([
      '2026年2月29日',
      '6月31日',
      '13月1日',
    ])
    expect(said('<p>每年2月29日</p>')).toEqual([])
  })

  test('星期与日期不符；没有写年份的按成文的年份', () => {
    expect(said('<p>3月20日（星期六）报名，2026年3月21日（周六）截止。</p>')).toEqual([['六', '五']])
    expect(of({ body: '<p>1月4日（星期一）开会</p>', formedOn: '2025-12-30' })).toMatchObject([{ words: '一', suggestion: '日' }])
  })

  test('截止早于开始；跨年的不提示', () => {
    expect(of({ body: '<p>报名时间3月20日至3月10日</p>' })).toMatchObject([{ words: '3月20日至3月10日', suggestion: null }])
    expect(said('<p>自2026年3月1日（周日）至3月5日</p>')).toEqual([])
    expect(said('<p>寒假从12月20日至2月28日</p>')).toEqual([])
  })

  test('标题、文号的年份与成文日期不符；年报、决算不提示', () => {
    expect(
      of({ title: '2025年春季招生公告', number: '云教〔2025〕12号' }).map(({ field, suggestion }) => [field, suggestion]),
    ).toEqual([
      ['title', '2026'],
      ['number', '2026'],
    ])
    expect(of({ title: '2025年度部门决算' })).toEqual([])
    expect(of({ title: '2025级新生名单' })).toEqual([])
    expect(of({ title: '2025—2026学年工作计划' })).toEqual([])
  })

  test('正文里沿用上年的日子：还没有发生的才提示', () => {
    expect(said('<p>报名时间为2025年6月1日。</p>')).toEqual([['2025', '2026']])
    expect(said('<p>2025年6月1日印发的通知同时废止。自2025年12月20日起放假。</p>')).toEqual([])
  })
})

describe('数字', () => {
  const HEAD = ['学校', '计划（人）', '班数']

  test('合计与各行相加不符，写明算出来是多少', () => {
    const body = table(HEAD, ['第一小学', '240', '6'], ['第二小学', '200', '5'], ['合计', '450', '11'])
    expect(of({ body })).toMatchObject([{ kind: 'numbers', words: '450', suggestion: '440', place: '表第4行' }])
    expect(said(table(HEAD, ['第一小学', '240', '6'], ['第二小学', '200', '5'], ['合计', '440', '11']))).toEqual([])
  })

  test('小计、合计分层；千分位、单位、小数照原样', () => {
    const parts = [
      ['甲', '1,200.5元'],
      ['乙', '300.1元'],
      ['小计', '1,500.6元'],
      ['丙', '100元'],
      ['小计', '90元'],
      ['合计', '1,600.6元'],
    ]
    expect(said(table(['项目', '金额'], ...parts))).toEqual([['90元', '100元']])
    expect(said(table(['项目', '金额'], ['甲', '1,200'], ['乙', '900'], ['合计', '2,000']))).toEqual([['2,000', '2,100']])
  })

  test('标准、序号、电话、比例不相加；读不出数字的一栏不判断；空缺的横线当作没有', () => {
    expect(said(table(['项目', '标准（元）'], ['保教费', '320'], ['伙食费', '200'], ['合计', '600']))).toEqual([])
    expect(said(table(['学校', '人数'], ['甲', '约20'], ['乙', '30'], ['合计', '60']))).toEqual([])
    expect(said(table(['学校', '人数'], ['甲', '—'], ['乙', '30'], ['合计', '60']))).toEqual([['60', '30']])
  })

  test('合计栏：多数行相符，个别行不符的提示', () => {
    const rows = [
      ['甲', '1', '2', '3'],
      ['乙', '2', '2', '4'],
      ['丙', '3', '3', '7'],
    ]
    expect(said(table(['学校', '小学', '初中', '合计'], ...rows))).toEqual([['7', '6']])
  })

  test('正文与表不符；两栏同一单位的不判断', () => {
    const body = table(['学校', '计划（人）'], ['甲', '240'], ['乙', '200'])
    expect(of({ body: `<p>今年共招生450人。</p>${body}` })).toMatchObject([{ words: '450', suggestion: '440', place: '第1段' }])
    expect(said(`<p>今年共招生440人。</p>${body}`)).toEqual([])
    expect(said(`<p>共450人。</p>${table(['学校', '男（人）', '女（人）'], ['甲', '1', '2'], ['乙', '3', '4'])}`)).toEqual([])
  })

  test('名单的人数与行数不符', () => {
    const list = table(['姓名', '学校'], ['张三', '第一小学'], ['李四', '第一小学'], ['王五', '第二小学'])
    expect(said(`<p>拟表彰名单如下，共4名：</p>${list}`)).toEqual([['4', '3']])
    expect(said(`<p>拟表彰名单如下，共3名：</p>${list}`)).toEqual([])
  })

  test('合并的单元格不打乱栏目', () => {
    const merged =
      '<table><tr><th rowspan="2">学校</th><th colspan="2">人数</th></tr><tr><th>男</th><th>女</th></tr><tr><td>甲</td><td>10</td><td>20</td></tr><tr><td>乙</td><td>5</td><td>6</td></tr><tr><td>合计</td><td>15</td><td>27</td></tr></table>'
    expect(of({ body: merged })).toMatchObject([{ words: '27', suggestion: '26', say: expect.stringContaining('人数女') }])
  })
})

describe('名称和姓名', () => {
  test('与系统中的单位名称差一个字；第一、第二小学各是各的', () => {
    expect(said('<p>云岭县弟一小学、云岭县第一小学、云岭县第二小学、云岭县教育居。</p>')).toEqual([
      ['云岭县弟一小学', '云岭县第一小学'],
    ])
    expect(said('<p>由云岭县第三小学、县第一小学、各中心小学办理。</p>')).toEqual([])
  })

  test('同一人两种写法；名单里同姓的不提示', () => {
    expect(said('<p>联系人：何正平，电话另行通知。负责人：何正平。局长何正萍</p>')).toEqual([['何正萍', '何正平']])
    expect(said(table(['姓名', '学校'], ['张小明', '甲'], ['张小红', '甲']))).toEqual([])
    expect(said(`<p>校长：李晓红。</p>${table(['校长', '电话'], ['李小红', '1'])}`)).toEqual([['李晓红', '李小红']])
  })
})

describe('一键采纳', () => {
  const accept = (body: string, at = 0) => {
    const content = edition({ body })
    const key = findingsIn(content, context)[at]?.key ?? ''
    return withSuggestion(content, context, key)?.content?.body
  }

  test('换在原处，几处一起换，标签不动；之后不再提示', () => {
    const body = '<p>其它<strong>学校</strong>&amp;其它</p>'
    expect(accept(body)).toBe('<p>其他<strong>学校</strong>&amp;其他</p>')
    expect(said(accept(body) ?? '')).toEqual([])
    expect(accept(table(['甲', '数'], ['a', '1'], ['b', '2'], ['合计', '9']))).toContain('<td>合计</td><td>3</td>')
  })

  test('词中间有格式的，不自动换', () => {
    expect(accept('<p>其<strong>它</strong>学校</p>')).toBeUndefined()
  })

  test('同一条提示，别处改了以后还是同一个键', () => {
    const [one] = of({ body: '<p>前面一段。</p><p>请登陆网站报名</p>' })
    const [other] = of({ body: '<p>前面一段，又加了一些话。</p><p>请登陆网站报名</p>' })
    expect(one?.key).toBe(other?.key)
  })
})

describe('性质', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<table>',
    '</table>',
    '<tr>',
    '</tr>',
    '<td>',
    '<td colspan="99">',
    '</td>',
    '&amp;',
    '&lt;',
    '合计',
    '12',
    '3月40日',
    '（周一）',
    '《物权法》',
    '其它',
    '\n',
    '<br>',
    '𠮷',
  )

  test('怎样的正文都不出错；每一条都指得出原处，采纳以后正文只变那一处', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const content = edition({ body: pieces.join('') })
        const proof = htmlProof(content.body)
        expect(proof.at).toHaveLength(proof.text.length + 1)
        for (const finding of findingsIn(content, context)) {
          expect(content[finding.field] === content.body ? proof.text : content[finding.field]).toContain(finding.words)
          const after = finding.suggestion === null ? null : withSuggestion(content, context, finding.key)?.content
          if (after) expect(plainText(after.body)).toContain(finding.suggestion)
        }
      }),
      { numRuns: 300 },
    )
  })
})
