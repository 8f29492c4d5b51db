/** 报告格式 of 国办公开办函〔2019〕60号（试行）: reports for 2019 and 2020. */
import { whole } from '../../cite.ts'
import type { FigureForm, ReportForm } from './form.ts'
import { counts, DISPUTES, REQUEST_COLUMN_FORMS, REQUESTS_NOTE, requestRows, SECTIONS, SIXTH_SINGLE } from './form.ts'

/** 上一年项目数量, 本年增/减 */
function items(of: string): FigureForm[] {
  return [{ from: `${of}.items` }, { from: `${of}.change`, is: 'change' }]
}

function itemsAndDecisions(kind: string): FigureForm[] {
  return [...items(kind), { from: kind }]
}

export const FORM_2019: ReportForm = {
  format: '2019',
  fromYear: 2019,
  source: whole('reportFormat2019'),
  sections: SECTIONS,
  disclosedIn: 'words',
  marks: ['本年新制作数量', '本年新公开数量', '对外公开总数量', '采购总金额'],
  disclosed: [
    {
      item: '第二十条第（一）项',
      columns: ['本年新制作数量', '本年新公开数量', '对外公开总数量'],
      rows: [
        { key: 'rules', label: '规章', figures: counts('rules.made', 'rules.opened', 'rules.public') },
        {
          key: 'normativeDocuments',
          label: '规范性文件',
          figures: counts('normative.made', 'normative.opened', 'normative.public'),
        },
      ],
    },
    {
      item: '第二十条第（五）项',
      columns: ['上一年项目数量', '本年增/减', '处理决定数量'],
      rows: [
        { key: 'permits', label: '行政许可', figures: itemsAndDecisions('permits') },
        { key: 'otherServices', label: '其他对外管理服务事项', figures: itemsAndDecisions('otherServices') },
      ],
    },
    {
      item: '第二十条第（六）项',
      columns: ['上一年项目数量', '本年增/减', '处理决定数量'],
      rows: [
        { key: 'penalties', label: '行政处罚', figures: itemsAndDecisions('penalties') },
        { key: 'compulsion', label: '行政强制', figures: itemsAndDecisions('compulsion') },
      ],
    },
    {
      item: '第二十条第（八）项',
      columns: ['上一年项目数量', '本年增/减'],
      rows: [{ key: 'fees', label: '行政事业性收费', figures: items('fees') }],
    },
    {
      item: '第二十条第（九）项',
      columns: ['采购项目数量', '采购总金额'],
      rows: [
        {
          key: 'procurement',
          label: '政府集中采购',
          figures: [{ from: 'procurement.projects' }, { from: 'procurement.wanYuan', is: 'amount' }],
        },
      ],
    },
  ],
  requests: {
    note: REQUESTS_NOTE,
    resultsHeading: '三、本年度办理结果',
    columns: REQUEST_COLUMN_FORMS,
    organisationHeading: '法人或其他组织',
    rows: requestRows(SIXTH_SINGLE),
  },
  disputes: DISPUTES,
}
