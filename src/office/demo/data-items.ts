/** 数据表 of the demo's education bureau: all six kinds released, and the zones of this year being written. */
import { type LocalDate, yearOf } from '../../law/date.ts'
import { DATA_SETS, type DataSetKind } from '../../law/publication/data-sets.ts'
import { type DataRow, dataSetTitle } from '../../record/publication/data-set.ts'
import { EDUCATION } from './county.ts'
import type { Item } from './publish-items.ts'
import { SCHOOLS } from './schools.ts'

const STAGE_OF: Readonly<Record<string, string>> = { yz: '高中', ez: '初中', sz: '九年一贯制', zyjs: '中等职业学校' }
const stageOf = (slug: string) => STAGE_OF[slug] ?? (slug.endsWith('yey') ? '幼儿园' : '小学')
const nameOf = (slug: string) => (SCHOOLS.find((one) => one.slug === slug)?.name ?? '').replace(/（.*）$/, '')
const phoneOf = (slug: string) => SCHOOLS.find((one) => one.slug === slug)?.phone ?? ''
const townOf = (address: string) => /云岭县(.{2,3}[镇乡])/.exec(address)?.[1] ?? ''
const addressOf = (slug: string) => (SCHOOLS.find((one) => one.slug === slug)?.address ?? '').replace('云岭县', '')

/** 班级数, 在校生 */
const SIZES: Readonly<Record<string, [string, string]>> = {
  yz: ['36', '1764'],
  ez: ['30', '1428'],
  sz: ['27', '1082'],
  zyjs: ['18', '702'],
  dyxx: ['24', '1086'],
  dexx: ['18', '793'],
  mzxx: ['12', '448'],
  lpxx: ['12', '463'],
  sqxx: ['6', '157'],
  syyey: ['12', '352'],
  lpyey: ['6', '168'],
  sgyey: ['4', '96'],
}

const DIRECTORY: DataRow[] = SCHOOLS.map(({ slug, address, phone }) => {
  const [classes = '', students = ''] = SIZES[slug] ?? []
  return {
    school: nameOf(slug),
    stage: stageOf(slug),
    type: '公办',
    town: townOf(address),
    address: addressOf(slug),
    phone,
    classes,
    students,
    boarding: ['yz', 'ez', 'sz', 'zyjs', 'sqxx'].includes(slug) ? '是' : '否',
  }
})

const AREAS: readonly [slug: string, stage: string, town: string, areas: string, remark?: string][] = [
  ['dyxx', '小学', '城关镇', '南街、文化路、花园巷、东关村、幸福小区、县委家属院'],
  ['dexx', '小学', '城关镇', '河西路、西环路、河西村、阳光花园、滨河小区'],
  ['mzxx', '小学', '沙沟镇', '团结路、沙沟村、牧场村、上滩村', '藏汉双语教学'],
  ['lpxx', '小学', '柳坪镇', '北街、中街、柳坪村、河东村、杨家沟村'],
  ['sqxx', '小学', '石桥乡', '上庄村、下庄村、石桥村、青岗岭村', '可以住宿'],
  ['ez', '初中', '城关镇', '南街、文化路、花园巷、东关村、幸福小区、县委家属院、河西路、西环路、河西村、阳光花园、滨河小区'],
  [
    'sz',
    '九年一贯制',
    '柳坪镇',
    '北街、中街、柳坪村、河东村、杨家沟村、上庄村、下庄村、石桥村、青岗岭村、团结路、沙沟村、牧场村、上滩村',
    '七年级可以住宿',
  ],
]

const zones = (): DataRow[] =>
  AREAS.map(([slug, stage, town, areas, remark]) => ({
    school: nameOf(slug),
    stage,
    town,
    areas,
    address: addressOf(slug),
    phone: phoneOf(slug),
    ...(remark ? { remark } : {}),
  }))

const feeRow = (row: DataRow): DataRow => ({ phone: EDUCATION.phone, ...row })
const FEES: DataRow[] = [
  feeRow({
    school: '全县公办幼儿园',
    stage: '幼儿园',
    fee: '保教费',
    nature: '行政事业性收费',
    amount: '1200',
    per: '每生每学期',
    basis: '县发展和改革局关于公办幼儿园保教费标准的批复',
    approver: '县发展和改革局',
  }),
  feeRow({
    school: '全县公办幼儿园',
    stage: '幼儿园',
    fee: '伙食费',
    nature: '代收费',
    amount: '12',
    per: '每生每天',
    basis: '按成本收取，每月公布账目',
  }),
  feeRow({
    school: '全县公办小学',
    stage: '小学',
    fee: '课后服务',
    nature: '服务性收费',
    amount: '60',
    per: '每生每月',
    basis: '县教育局、发展和改革局关于课后服务收费的通知',
    approver: '县发展和改革局',
  }),
  feeRow({
    school: '全县公办小学、初中',
    stage: '九年一贯制',
    fee: '校服',
    nature: '代收费',
    amount: '92',
    per: '每套',
    basis: '自愿购买，家长委员会参与选定',
  }),
  feeRow({
    school: nameOf('yz'),
    stage: '高中',
    fee: '学费',
    nature: '行政事业性收费',
    amount: '500',
    per: '每生每学期',
    basis: '省定普通高中学费标准',
    approver: '省发展和改革委员会',
  }),
  feeRow({
    school: nameOf('yz'),
    stage: '高中',
    fee: '住宿费',
    nature: '行政事业性收费',
    amount: '150',
    per: '每生每学期',
    basis: '省定普通高中住宿费标准',
    approver: '省发展和改革委员会',
  }),
]

const PLACES: readonly [slug: string, stage: string, classes: string, places: string][] = [
  ['dyxx', '小学', '4', '180'],
  ['dexx', '小学', '3', '135'],
  ['mzxx', '小学', '2', '80'],
  ['lpxx', '小学', '2', '80'],
  ['sqxx', '小学', '1', '30'],
  ['ez', '初中', '10', '480'],
  ['sz', '九年一贯制', '5', '220'],
  ['yz', '高中', '12', '600'],
  ['syyey', '幼儿园', '4', '110'],
]

const enrolment = (year: number): DataRow[] =>
  PLACES.map(([slug, stage, classes, places]) => ({
    school: nameOf(slug),
    stage,
    town: townOf(SCHOOLS.find((one) => one.slug === slug)?.address ?? ''),
    classes,
    places,
    from: `${year}-06-20`,
    to: `${year}-07-05`,
    phone: phoneOf(slug),
  }))

const aidRow = (programme: string, stage: string, amount: string, pupils: number): DataRow => ({
  programme,
  stage,
  amount,
  per: '每生每学期',
  pupils: String(pupils),
  total: String(Number(amount) * pupils),
  basis: '《学生资助资金管理办法》（财教〔2021〕310号）',
  phone: EDUCATION.phone,
})

const AID: DataRow[] = [
  aidRow('学前教育资助', '幼儿园', '600', 74),
  aidRow('家庭经济困难寄宿生生活补助', '小学', '625', 96),
  aidRow('家庭经济困难寄宿生生活补助', '初中', '750', 318),
  aidRow('家庭经济困难非寄宿生生活补助', '小学', '312.5', 142),
  aidRow('普通高中国家助学金', '高中', '1150', 406),
  aidRow('中等职业教育国家助学金', '中等职业学校', '1150', 233),
]

const qualification = (year: number): DataRow[] =>
  [
    ['幼儿园', '31', '29'],
    ['小学', '46', '44'],
    ['初级中学', '22', '21'],
  ].map(([kind = '', applied = '', granted = '']) => ({
    kind,
    batch: '第一批',
    from: `${year}-10-13`,
    to: `${year}-10-24`,
    applied,
    granted,
    place: '政务服务大厅二楼教育窗口',
    phone: EDUCATION.phone,
  }))

/** The earliest first. */
export function dataItemsOf(today: LocalDate): Item[] {
  const year = yearOf(today)
  const item = (kind: DataSetKind, period: string, rows: DataRow[], ago: number, section: string | null, note = ''): Item => {
    const { zh, what, column } = DATA_SETS[kind]
    const data = { kind, period, note, rows }
    const content = { title: dataSetTitle(data), column, body: '', summary: `${what}。`, keywords: [zh], data }
    return { agency: EDUCATION, ...(section ? { section } : {}), ago, until: 'released', content }
  }
  const thisYear = zones().map((row, at) => (at === 0 ? { ...row, areas: `${row['areas']}、云庭小区` } : row))
  return [
    item('zones', `${year - 1}`, zones(), 13, '基础教育科', '以户籍和实际居住地一致为准；随迁子女就近安排，请先打电话咨询。'),
    item('enrolment', `${year - 1}`, enrolment(year - 1), 13, '基础教育科'),
    item('aid', `${year - 1}-autumn`, AID, 12, '基础教育科', '只公布人数和金额；资助名单在校内公示，不上网。'),
    item('qualification', `${year - 1}-autumn`, qualification(year - 1), 11, null),
    item('fees', `${year}-spring`, FEES, 10, '财务科', '不在本表内的收费，家长可以拒绝并投诉。'),
    item('directory', `${year}`, DIRECTORY, 8, '基础教育科'),
    {
      ...item('zones', `${year}`, thisYear, 4, '基础教育科', '新建的云庭小区划入第一小学，其他不变。'),
      until: 'drafting',
    },
  ]
}
