/** 《政府信息公开工作年度报告格式》 of 国办公开办函〔2021〕30号: from the report for 2021. */
import { whole } from '../../cite.ts'
import type { ReportForm } from './form.ts'
import { counts, DISPUTES, REQUEST_COLUMN_FORMS, REQUESTS_NOTE, requestRows, SECTIONS, SIXTH_GROUPED } from './form.ts'

export const FORM_2021: ReportForm = {
  format: '2021',
  fromYear: 2021,
  source: whole('reportFormat2021'),
  sections: SECTIONS,
  disclosedIn: 'numbers',
  marks: ['本年制发件数', '本年废止件数', '现行有效件数', '本年收费金额'],
  disclosed: [
    {
      item: '第二十条第（一）项',
      columns: ['本年制发件数', '本年废止件数', '现行有效件数'],
      rows: [
        { key: 'rules', label: '规章', figures: counts('rules.made', 'rules.repealed', 'rules.inForce') },
        {
          key: 'normativeDocuments',
          label: '行政规范性文件',
          figures: counts('normative.made', 'normative.repealed', 'normative.inForce'),
        },
      ],
    },
    {
      item: '第二十条第（五）项',
      columns: ['本年处理决定数量'],
      rows: [{ key: 'permits', label: '行政许可', figures: counts('permits') }],
    },
    {
      item: '第二十条第（六）项',
      columns: ['本年处理决定数量'],
      rows: [
        { key: 'penalties', label: '行政处罚', figures: counts('penalties') },
        { key: 'compulsion', label: '行政强制', figures: counts('compulsion') },
      ],
    },
    {
      item: '第二十条第（八）项',
      columns: ['本年收费金额（单位：万元）'],
      rows: [{ key: 'feesWanYuan', label: '行政事业性收费', figures: [{ from: 'feesWanYuan', is: 'amount' }] }],
    },
  ],
  requests: {
    note: REQUESTS_NOTE,
    resultsHeading: '三、本年度办理结果',
    columns: REQUEST_COLUMN_FORMS,
    organisationHeading: '法人或其他组织',
    rows: requestRows(SIXTH_GROUPED),
  },
  disputes: DISPUTES,
}
