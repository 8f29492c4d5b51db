/** For tests: a format that the State Council may yet issue, with one row more (撤回) and one column less (科研机构 goes into 其他). */
import { FORM_2021, type ReportForm } from '../../law/reports/formats/index.ts'

const SIXTH = '（六）其他处理'

export const FORM_2031: ReportForm = {
  ...FORM_2021,
  format: '2031',
  fromYear: 2031,
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
