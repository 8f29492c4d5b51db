/** 零报告: a year without a single request is believed only after every way in was looked at, one by one (blank is not zero). */
import { finding } from '../../law/reports/checks.ts'
import type { Finding, ReportTables } from '../../law/reports/model.ts'

export const ZERO_QUESTIONS = [
  '收发室登记的信函（挂号、特快专递、平信）中没有信息公开申请',
  '没有人当面提交申请，窗口和办公室都问过',
  '传真收文登记中没有申请',
  '公布的电子邮箱（包括垃圾邮件）中没有申请',
  '门户网站和本系统没有收到网上申请',
  '公开电话记录中没有人口头申请、由工作人员代为填写',
  '其他科室、所属单位和信访渠道没有转来实为信息公开申请的材料',
] as const

/** L10: table 三 shows that nothing came in and nothing was carried over. */
export function checkZero({ requests }: ReportTables): Finding[] {
  const total = (row: 'received' | 'carriedOver') => requests?.[row]?.at(-1)
  if (total('received') !== 0 || total('carriedOver') !== 0) return []
  return [
    finding('L10', 'requests', '全年新收和结转的申请都是零，还没有逐项核对各个渠道', {
      rows: ['received'],
      column: 'total',
      found: 0,
    }),
  ]
}

/** What stands in the report's file once every way in was looked at. */
export const ZERO_CONFIRMED = `已逐项核对，全年没有收到申请：${ZERO_QUESTIONS.join('；')}。`
