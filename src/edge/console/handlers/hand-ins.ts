/** 年度报告的报送: endpoint → office verb. */
import { sumCell, unitCell } from '../../../office/reports/cell-cases.ts'
import { compareHandIns } from '../../../office/reports/compare-hand-ins.ts'
import { acceptHandIn, excuseUnit, remindUnits, returnHandIn } from '../../../office/reports/decide-hand-in.ts'
import { handInReport, seeTask } from '../../../office/reports/hand-in-report.ts'
import { withdrawFromNotice } from '../../../office/reports/notice-attachments.ts'
import { issueNotice, unitChoices } from '../../../office/reports/issue-notice.ts'
import { listNotices, viewNotice, viewUnit } from '../../../office/reports/view-hand-ins.ts'
import { listReportTasks } from '../../../office/reports/view-tasks.ts'
import type { HandInsOutputs } from '../contract/hand-ins.ts'
import { type Handlers, rows } from './handler.ts'

/** What a query left out is left out, not `undefined`. */
function given<T extends object>(asked: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

export const HAND_INS_HANDLERS: Handlers<keyof HandInsOutputs> = {
  'handIns.list': (office, { actor }) => rows(listNotices(office, actor)),
  'handIns.units': (office, { actor }) => rows(unitChoices(office, actor)),
  'handIns.compare': (office, { actor }, { year, unitId, otherYear, otherUnitId }) =>
    compareHandIns(office, actor, { one: { year, unitId }, other: { year: otherYear, unitId: otherUnitId } }),
  'handIns.issue': (office, { actor }, input) => issueNotice(office, actor, input),
  'handIns.get': (office, { actor }, input) => viewNotice(office, actor, given(input)),
  'handIns.unit': (office, { actor }, { id, unitId, seq }) =>
    viewUnit(office, actor, { noticeId: id, unitId, ...(seq ? { seq } : {}) }),
  'handIns.cell': (office, { actor }, input) => unitCell(office, actor, input),
  'handIns.sum': (office, { actor }, { id, ...input }) => sumCell(office, actor, { ...input, noticeId: id }),
  'handIns.accept': (office, { actor }, { id, ...input }) => acceptHandIn(office, actor, { ...input, noticeId: id }),
  'handIns.return': (office, { actor }, { id, ...input }) => returnHandIn(office, actor, { ...input, noticeId: id }),
  'handIns.excuse': (office, { actor }, { id, ...input }) => excuseUnit(office, actor, { ...input, noticeId: id }),
  'handIns.withdrawAttachment': (office, { actor }, { id, ...input }) =>
    withdrawFromNotice(office, actor, { ...input, noticeId: id }),
  'handIns.remind': (office, { actor }, { id }) => remindUnits(office, actor, id),
  'reports.tasks': (office, { actor }) => rows(listReportTasks(office, actor)),
  'reports.seeTask': (office, { actor }, { id }) => rows(seeTask(office, actor, id)),
  'reports.handIn': (office, { actor }, { id, ...input }) => rows(handInReport(office, actor, { ...input, noticeId: id })),
}
