/**
 * 零报告: a year without a single request, an education bureau's year without a single permit, and a body without a single normative
 * document are believed only after every way in was looked at, one by one (blank is not zero).
 */
import { finding } from '../../law/reports/checks.ts'
import type { ReportForm } from '../../law/reports/formats/index.ts'
import type { Finding, ReportTables } from '../../law/reports/model.ts'
import { fromParts, type LocalDate } from '../../law/date.ts'
import { isEducation } from './education.ts'
import { figureIn, figuresOf, placeOf } from './figures.ts'

export const ZERO_QUESTIONS = [
  { key: 'post', of: 'requests', question: '收发室登记的信函（挂号、特快专递、平信）中没有信息公开申请' },
  { key: 'in-person', of: 'requests', question: '没有人当面提交申请，窗口和办公室都问过' },
  { key: 'fax', of: 'requests', question: '传真收文登记中没有申请' },
  { key: 'email', of: 'requests', question: '公布的电子邮箱（包括垃圾邮件）中没有申请' },
  { key: 'web', of: 'requests', question: '门户网站和本系统没有收到网上申请' },
  { key: 'oral', of: 'requests', question: '公开电话记录中没有人口头申请、由工作人员代为填写' },
  { key: 'elsewhere', of: 'requests', question: '其他科室、所属单位和信访渠道没有转来实为信息公开申请的材料' },
  { key: 'teachers', of: 'permits', question: '教师资格认定全年没有作出决定，负责认定的科室和窗口都问过' },
  { key: 'schools', of: 'permits', question: '民办学校、幼儿园的设立、变更、终止全年没有审批，负责审批的科室和窗口都问过' },
  {
    key: 'documents',
    of: 'normative',
    question: '全年没有制发和废止，也没有现行有效的行政规范性文件，公开目录、发文登记和法制机构都核对过',
  },
] as const
/** Which number is zero. */
export type ZeroOf = (typeof ZERO_QUESTIONS)[number]['of']
export type ZeroKey = (typeof ZERO_QUESTIONS)[number]['key']
export const ZERO_KEYS = ZERO_QUESTIONS.map(({ key }) => key)

/** One way in, looked at by somebody. */
export interface ZeroLooked {
  key: ZeroKey
  by: string
  on: LocalDate
}

/** What was looked at after the year was over: on 1 November nobody knows what comes in December. */
export function lookedAfter<L extends Pick<ZeroLooked, 'on'>>(year: number, looked: readonly L[]): L[] {
  return looked.filter(({ on }) => on > fromParts(year, 12, 31))
}

/**
 * L10: nothing came in and nothing was carried over, an education bureau granted nothing, or there is not one normative document, and
 * not every way in was looked at. `tables`: the agency's own, without those of its units.
 */
export function checkZero(
  tables: ReportTables,
  {
    form,
    agency,
    year,
    looked,
  }: { form: ReportForm; agency: string | null; year: number; looked: readonly Pick<ZeroLooked, 'key' | 'on'>[] },
): Finding[] {
  const counted = lookedAfter(year, looked)
  const open = (of: ZeroOf) => ZERO_QUESTIONS.filter((one) => one.of === of && !counted.some(({ key }) => key === one.key)).length
  const total = (row: 'received' | 'carriedOver') => tables.requests?.[row]?.at(-1)
  const [ways, permits, documents] = [open('requests'), open('permits'), open('normative')]
  const found: Finding[] = []
  if (total('received') === 0 && total('carriedOver') === 0 && ways > 0)
    found.push(
      finding('L10', 'requests', `全年新收和结转的申请都是零，还有${ways}个渠道没有核对`, {
        rows: ['received'],
        column: 'total',
        found: 0,
      }),
    )
  if (figureIn(tables, form, 'permits') === 0 && isEducation(agency) && permits > 0)
    found.push(
      finding('L10', 'disclosed', '教育部门行政许可为零，还没有核对教师资格认定和民办学校审批', {
        ...placeOf(form, 'permits'),
        found: 0,
      }),
    )
  const normative = figuresOf(form).filter(({ from }) => from.startsWith('normative.'))
  if (documents > 0 && normative.length > 0 && normative.every(({ from }) => figureIn(tables, form, from) === 0))
    found.push(
      finding('L10', 'disclosed', '行政规范性文件各项都是零：公开目录里一件也没有，还没有核对是否漏登', {
        ...placeOf(form, normative[0]?.from ?? ''),
        found: 0,
      }),
    )
  return found
}

/** Which of the questions an L10 asks. */
export function zeroOf({ table, rows }: Pick<Finding, 'table' | 'rows'>, form: ReportForm): ZeroOf {
  if (table !== 'disclosed') return 'requests'
  return placeOf(form, 'permits')?.rows.some((row) => rows.includes(row)) ? 'permits' : 'normative'
}
