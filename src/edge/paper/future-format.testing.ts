/** For tests: a format that the State Council may yet issue, with one row more (撤回) and one column less (科研机构 goes into 其他), and so in table 二 (行政检查; no 废止). */
import { counts } from '../../law/reports/formats/form.ts'
import { FORM_2021, type ReportForm } from '../../law/reports/formats/index.ts'

const SIXTH = '（六）其他处理'

export const FORM_2031: ReportForm = {
  ...FORM_2021,
  format: '2031',
  fromYear: 2031,
  marks: ['本年制发件数', '现行有效件数', '本年收费金额'],
  disclosed: FORM_2021.disclosed.map((block) => ({
    ...block,
    columns: block.columns.filter((column) => column !== '本年废止件数'),
    rows: [
      ...block.rows.map((row) => ({ ...row, figures: row.figures.filter(({ from }) => !from.endsWith('.repealed')) })),
      ...(block.rows.some(({ key }) => key === 'compulsion')
        ? [{ key: 'inspections', label: '行政检查', figures: counts('inspections') }]
        : []),
    ],
  })),
  requests: {
    ...FORM_2021.requests,
    columns: FORM_2021.requests.columns
      .filter(({ column }) => column !== 'research')
      .map((one) => (one.column === 'otherOrganisation' ? { ...one, counts: ['research', 'otherOrganisation'] } : one)),
    rows: FORM_2021.requests.rows.flatMap((one) =>
      one.row === 'other.other'
        ? [
            {
              row: 'other.withdrawn' as const,
              number: '3.',
              label: '申请人主动撤回政府信息公开申请',
              group: SIXTH,
              level: 3 as const,
              leaf: true,
              outcomes: ['other.withdrawn' as const],
            },
            { ...one, number: '4.' },
          ]
        : [one],
    ),
  },
}
