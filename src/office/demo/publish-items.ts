/** What the demo's offices have on their desks to be published: one item in each state that an office meets. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chineseDate, type LocalDate, yearOf } from '../../law/date.ts'
import type { ReleaseStep } from '../../law/publication/release-steps.ts'
import type { EditionContent } from '../../record/publication/edition.ts'
import { usualPlan } from '../../record/publication/publicity.ts'
import { type DemoAgency, EDUCATION } from './county.ts'
import { SCHOOLS } from './schools.ts'

export interface Item {
  agency: DemoAgency
  section?: string
  /** Working days before today on which it was drafted. */
  ago: number
  content: Partial<EditionContent> & Pick<EditionContent, 'title' | 'column' | 'body'>
  /** 附件和图片, in order; a picture, which has its words, stands at the end of the text. */
  files?: { name: string; bytes: Uint8Array; alt?: string }[]
  /** 公开事项, as “一级 / 二级”. */
  item?: string
  /** Drafted only; sent for review and passed as far as before this step; or released. */
  until: 'drafting' | ReleaseStep | 'released'
  returned?: { step: ReleaseStep; note: string }
  withdrawn?: string
}

const csv = (...rows: string[][]) => new TextEncoder().encode(rows.map((cells) => `${cells.join(',')}\n`).join(''))
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const table = (heads: string[], rows: string[][]) =>
  `<table><tbody><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>${rows.map((cells) => row(...cells)).join('')}</tbody></table>`

export const PUBLICITY_TITLE = (year: number) => `${year}年春季学期优秀教师拟表彰名单公示`

/** The earliest first. */
export function itemsOf(today: LocalDate): Item[] {
  const year = yearOf(today)
  const school = SCHOOLS.find(({ slug }) => slug === 'dyxx') as DemoAgency
  return [
    {
      agency: EDUCATION,
      section: '基础教育科',
      item: '招生管理 / 招生范围',
      ago: 6,
      until: 'head',
      content: {
        title: `${year}年城区义务教育学校学区划分公告`,
        column: 'education-admission',
        number: `云教〔${year}〕31号`,
        summary: '城区六所小学、三所中学今年的服务范围和查询方法。',
        keywords: ['招生', '学区'],
        body: `<p>根据招生工作安排，现将城区义务教育学校服务范围公布如下。</p>${table(
          ['学校', '服务范围', '咨询电话'],
          [
            ['第一小学', '南街、文化路以南、花园巷', '0000-5550305'],
            ['第二小学', '河西路、西环路以西', '0000-5550306'],
          ],
        )}<h2>查询</h2><p>家长可以到学校门口公告栏查看地图，也可以打电话咨询。</p>`,
      },
    },
    {
      agency: EDUCATION,
      section: '财务科',
      item: '教育收费 / 幼儿园收费',
      ago: 4,
      until: 'secrecy',
      content: {
        title: `${year}年春季学期教育收费公示`,
        column: 'education-finance',
        summary: '公办幼儿园保教费、普通高中学费的项目、标准和依据。',
        keywords: ['收费'],
        body: `<p>现将${year}年春季学期收费项目和标准公示如下，请社会监督。</p>${table(
          ['项目', '标准（元/学期）', '依据'],
          [
            ['公办幼儿园保教费', '1200', '县发展和改革局批复'],
            ['普通高中学费', '500', '省定标准'],
          ],
        )}`,
      },
    },
    {
      agency: EDUCATION,
      section: '基础教育科',
      ago: 3,
      until: 'drafting',
      files: [
        {
          name: '发放金额.csv',
          bytes: csv(
            ['姓名', '身份证号', '金额（元）'],
            ['学生甲', '11010519491231002X', '1000'],
            ['学生乙', '11010519491231002X', '1000'],
          ),
        },
      ],
      content: {
        title: '家庭经济困难学生生活补助拟发放名单',
        column: 'education-students',
        body: `<p>拟发放名单公示如下。</p>${table(
          ['姓名', '学校', '身份证号', '联系电话'],
          [
            ['学生甲', '第三中学', '11010519491231002X', '13800138000'],
            ['学生乙', '第三中学', '11010519491231002X', '13900139000'],
          ],
        )}`,
      },
    },
    {
      agency: EDUCATION,
      ago: 5,
      until: 'proofread',
      returned: { step: 'proofread', note: '第二段日期写成了去年，请核对后再送。' },
      content: {
        title: '校外培训机构年度检查结果',
        column: 'education-private',
        body: `<p>${chineseDate(today)}前完成检查的机构及结论如下。</p>`,
      },
    },
    {
      agency: EDUCATION,
      section: '基础教育科',
      item: '招生管理 / 招生计划',
      ago: 2,
      until: 'proofread',
      content: {
        title: `${year - 1}年小学一年级招生计划公告`,
        column: 'education-admission',
        number: `云教[${year}]33号`,
        summary: '城区小学今年秋季一年级招生计划。',
        keywords: ['招生'],
        body: `<p>依据《中华人民共和国义务教肓法》，今年城区小学共招生650人，农民工子女同等对待，请家长登陆网站报名。</p>${table(
          ['学校', '计划（人）'],
          [
            ['云岭县第一小学', '240'],
            ['云岭县弟二小学', '200'],
            ['云岭县民族小学', '180'],
            ['合计', '640'],
          ],
        )}<p>报名时间为${year}年6月20日至6月10日。</p>`,
      },
    },
    {
      agency: EDUCATION,
      item: '教师资格认定 / 教师资格认定公告',
      ago: 9,
      until: 'released',
      files: [
        {
          name: '办理步骤.png',
          bytes: readFileSync(join(import.meta.dirname, 'certificate-steps.png')),
          alt: '办理分四步：网上报名，现场确认，体检，认定和领证',
        },
        {
          name: '现场确认的时间和地点.csv',
          bytes: csv(
            ['受理地点', '窗口', '受理时间', '咨询电话'],
            ['县政务服务大厅', '二楼 12 号', '工作日 9:00—17:30', '0000-5550114'],
            ['河西便民服务中心', '3 号', '每周三 9:00—12:00', '0000-5550115'],
          ),
        },
      ],
      content: {
        title: `${year}年教师资格认定工作公告`,
        column: 'education-teachers',
        summary: '认定的对象、时间、材料和办理地点。',
        keywords: ['教师资格'],
        body: '<p>符合条件的申请人可以网上报名，再到政务服务大厅现场确认。</p><h2>材料</h2><ul><li><p>身份证明</p></li><li><p>学历证书</p></li><li><p>普通话水平测试等级证书</p></li></ul><h2>步骤</h2>',
      },
    },
    {
      agency: EDUCATION,
      ago: 12,
      until: 'released',
      withdrawn: '附件引用了旧标准，更正后重新发布。',
      content: { title: '中小学作业管理通知（试行稿）', column: 'education-policy', body: '<p>请各校控制作业总量。</p>' },
    },
    {
      agency: school,
      item: '财务信息 / 收费公示',
      ago: 2,
      until: 'head',
      content: {
        title: '春季学期课后服务收费公示',
        column: 'school-fees',
        body: `<p>课后服务自愿参加，收费标准如下，监督电话 0000-5550305。</p>${table(['项目', '标准'], [['课后服务', '每生每月 60 元']])}`,
      },
    },
    {
      agency: SCHOOLS.find(({ slug }) => slug === 'dexx') as DemoAgency,
      item: '财务信息 / 收费公示',
      ago: 1,
      until: 'superior',
      content: {
        title: '春季学期服务性收费公示',
        column: 'school-fees',
        body: `<p>校服、作业本由家长自愿购买，标准如下，监督电话 0000-5550306。</p>${table(
          ['项目', '标准'],
          [
            ['夏季校服', '每套 92 元'],
            ['作业本', '每生每学期 15 元'],
          ],
        )}`,
      },
    },
    {
      agency: EDUCATION,
      item: '年度考核评优 / 优秀教师和先进集体名单',
      ago: 3,
      until: 'released',
      content: {
        title: PUBLICITY_TITLE(year),
        column: 'education-teachers',
        summary: '拟表彰的优秀教师名单，公示期内可以提出异议。',
        keywords: ['评优', '公示'],
        body: `<p>经学校推荐、县级评审，现将拟表彰的优秀教师名单公示如下。为保护个人信息，只列姓氏和学校。</p>${table(
          ['序号', '姓名', '学校', '任教学科'],
          [
            ['1', '李*', '第一小学', '语文'],
            ['2', '才*', '第二小学', '藏语文'],
            ['3', '王**', '第三中学', '数学'],
          ],
        )}`,
        publicity: usualPlan('award', { office: '人事科', phone: '0000-5550114', place: '县教育局二楼人事科' }),
      },
    },
  ]
}
