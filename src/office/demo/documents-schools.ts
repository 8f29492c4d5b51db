/** What the schools of the demo county publish through a year; not every school everything, so that the gap table has gaps. */
import type { DemoDocument } from './documents.ts'

const FEES = ['收费项目', '标准', '依据', '监督电话']
const FEE_ROWS = [
  ['课后服务费', '每生每月 60 元，自愿参加', '县发展改革局、教育局文件', '0000-5550116'],
  ['作业本费', '每生每学期 15 元', '县发展改革局批复', '0000-5550116'],
]
const fees = (monthDay: string, season: string): DemoDocument => ({
  monthDay,
  column: 'school-fees',
  title: `{y}年${season}学期收费公示`,
  item: '财务信息 / 收费公示',
  percent: 75,
  paragraphs: ['除公示的项目外不收取其他费用，家庭经济困难学生减免。价格监督电话 0000-5550170。'],
  table: [FEES, ...FEE_ROWS],
})
const aid = (monthDay: string, season: string): DemoDocument => ({
  monthDay,
  column: 'school-admission',
  title: `{y}年${season}学期学生资助办法`,
  item: '学生管理 / 学生资助',
  percent: 60,
  paragraphs: [
    '对象：家庭经济困难学生。',
    '标准和程序：按县教育局当年文件执行，学生或者监护人申请，班级评议，学校公示五个工作日。',
    '监督电话：县学生资助管理中心 0000-5550118。',
  ],
})
const meals = (monthDay: string, season: string): DemoDocument => ({
  monthDay,
  column: 'school-safety',
  title: `{y}年${season}学期每周食谱和食堂账目`,
  item: '食宿和安全 / 食堂和用餐',
  percent: 55,
  paragraphs: ['食堂由学校自办，食材集中采购。每周五前公布下周食谱，每月 10 日前公布上月伙食费收支。'],
  table: [
    ['星期', '早餐', '午餐'],
    ['周一', '馒头、鸡蛋、小米粥', '米饭、土豆炖牛肉、炒青菜'],
    ['周二', '花卷、牛奶', '面条、西红柿鸡蛋、凉拌黄瓜'],
  ],
})
const timetable = (monthDay: string, season: string): DemoDocument => ({
  monthDay,
  column: 'school-teaching',
  title: `{y}年${season}学期课程表和作息时间`,
  item: '教育教学 / 课程和教学计划',
  percent: 70,
  paragraphs: ['按国家课程方案开齐开足课程；每天体育锻炼不少于一小时；书面作业控制在规定时间以内。'],
})

export const SCHOOL_DOCUMENTS: readonly DemoDocument[] = [
  fees('03-01', '春季'),
  {
    monthDay: '03-05',
    column: 'school-overview',
    title: '学校（园）概况和联系方式',
    item: '学校概况 / 学校基本情况',
    paragraphs: ['办学规模、机构设置、办学条件等基本情况，以及信息公开咨询的时间：工作日8:30—11:30、14:30—17:00。'],
  },
  {
    monthDay: '01-08',
    column: 'school-rules',
    title: '学校（园）章程',
    item: '学校概况 / 学校章程和规章制度',
    percent: 80,
    paragraphs: ['学校（园）依法自主办学，实行校（园）长负责制，重大事项集体讨论决定，接受师生、家长和社会监督。'],
  },
  meals('03-10', '春季'),
  aid('02-27', '春季'),
  timetable('02-26', '春季'),
  {
    monthDay: '03-08',
    column: 'school-finance',
    title: '{p}年度经费收支情况',
    item: '财务信息 / 经费收支',
    percent: 40,
    paragraphs: ['上年度经费收支按预算执行，受赠财产用于改善办学条件。'],
    table: [
      ['项目', '收入（万元）', '支出（万元）'],
      ['公用经费', '86.4', '85.9'],
      ['专项经费', '32', '32'],
      ['合计', '118.4', '117.9'],
    ],
  },
  {
    monthDay: '06-05',
    column: 'school-admission',
    title: '{y}年招生简章',
    item: '招生录取 / 招生简章',
    percent: 80,
    paragraphs: ['招生范围以县教育局当年学区划分公告为准；报名带户口簿、居住证明、预防接种查验证明。'],
  },
  {
    monthDay: '06-20',
    column: 'school-staff',
    title: '{y}年教师评优结果',
    item: '教师管理 / 教职工招聘、考核、评优',
    percent: 60,
    paragraphs: ['经民主推荐、考核、公示，本校（园）评出优秀教师若干名，名单在公示栏公布。监督电话见学校概况。'],
  },
  fees('08-28', '秋季'),
  aid('08-30', '秋季'),
  timetable('08-29', '秋季'),
  meals('09-05', '秋季'),
  {
    monthDay: '09-08',
    column: 'school-plans',
    title: '{y}学年工作计划',
    item: '规划统计 / 发展规划和年度计划',
    percent: 70,
    paragraphs: ['本学年围绕课程、教研、安全、家校共育四项重点开展工作，学期末公布执行情况。'],
  },
  {
    monthDay: '09-10',
    column: 'school-safety',
    title: '安全管理制度和应急预案',
    item: '食宿和安全 / 安全管理和应急预案',
    percent: 85,
    paragraphs: ['校（园）长是安全第一责任人；门卫、食堂、消防、校车各有专人负责；每学期至少演练两次。'],
  },
  {
    monthDay: '12-05',
    column: 'school-teaching',
    title: '{y}年体育美育劳动教育情况',
    item: '体育美育劳动教育 / 体育美育劳动教育情况',
    percent: 50,
    paragraphs: ['每天锻炼一小时，每学期一次艺术展演，劳动课每周一节，体质健康测试合格率公布在公示栏。'],
  },
]
