/** 年度报告的报送: notices and units on the supervisor's side, tasks on the unit's. */
import { z } from 'zod'
import type { HandInComparison } from '../../../record/reports/comparison.ts'
import { HAND_IN_STATES, remarkSchema } from '../../../record/reports/hand-in.ts'
import {
  type NoticeAttachment,
  type NoticeRow,
  noticeSchema,
  type NoticeView,
  type ReportTask,
  type TakenIn,
  type UnitChoice,
  type UnitView,
} from '../../../record/reports/notice.ts'
import type { UnitCell, UnitsBehind } from '../../../record/reports/view.ts'
import type { Endpoint } from './endpoint.ts'
import { cell } from './reports.ts'

const reportYear = z.coerce.number().int().min(2019).max(2100)
const unit = { id: z.uuid(), unitId: z.uuid() }

export const HAND_INS_ENDPOINTS = {
  'handIns.list': { method: 'GET', path: '/hand-ins', input: z.object({}) },
  'handIns.units': { method: 'GET', path: '/hand-ins/units', input: z.object({}) },
  /** Sums of a year, or one unit's report, beside another. */
  'handIns.compare': {
    method: 'GET',
    path: '/hand-ins/compare',
    input: z.object({ year: reportYear, unitId: z.uuid().optional(), otherYear: reportYear, otherUnitId: z.uuid().optional() }),
  },
  'handIns.issue': { method: 'POST', path: '/hand-ins', input: noticeSchema.extend({ commandId: z.uuid() }) },
  'handIns.get': {
    method: 'GET',
    path: '/hand-ins/:id',
    input: z.object({
      id: z.uuid(),
      page: z.coerce.number().int().min(1).default(1),
      state: z.enum(HAND_IN_STATES).optional(),
      late: z.stringbool().optional(),
      search: z.string().trim().max(60).optional(),
    }),
  },
  'handIns.unit': {
    method: 'GET',
    path: '/hand-ins/:id/units/:unitId',
    input: z.object({ ...unit, seq: z.coerce.number().int().min(1).max(10_000).optional() }),
  },
  'handIns.cell': {
    method: 'GET',
    path: '/units/:unitId/reports/:year/cell',
    input: z.object({
      unitId: z.uuid(),
      year: reportYear,
      page: z.coerce.number().int().min(1).default(1),
      ...cell,
    }),
  },
  'handIns.sum': {
    method: 'GET',
    path: '/hand-ins/:id/cell',
    input: z.object({ id: z.uuid(), ...cell }),
  },
  'handIns.accept': {
    method: 'POST',
    path: '/hand-ins/:id/units/:unitId/accept',
    input: z.object({ ...unit, seq: z.number().int().min(1) }),
  },
  'handIns.return': {
    method: 'POST',
    path: '/hand-ins/:id/units/:unitId/return',
    input: z.object({ ...unit, seq: z.number().int().min(1), remarks: z.array(remarkSchema).min(1).max(200) }),
  },
  'handIns.excuse': {
    method: 'POST',
    path: '/hand-ins/:id/units/:unitId/excuse',
    input: z.object({ ...unit, because: z.string().trim().min(2).max(300) }),
  },
  'handIns.remind': { method: 'POST', path: '/hand-ins/:id/remind', input: z.object({ id: z.uuid() }) },
  'handIns.withdrawAttachment': {
    method: 'POST',
    path: '/hand-ins/:id/attachments/:hash/withdraw',
    input: z.object({ id: z.uuid(), hash: z.string().max(80), because: z.string().trim().min(2).max(300) }),
  },
  'reports.tasks': { method: 'GET', path: '/report-tasks', input: z.object({}) },
  'reports.seeTask': { method: 'POST', path: '/report-tasks/:id/seen', input: z.object({ id: z.uuid() }) },
  'reports.handIn': {
    method: 'POST',
    path: '/report-tasks/:id/hand-in',
    input: z.object({ id: z.uuid(), digest: z.string().max(64), reply: z.string().trim().max(500).default('') }),
  },
} as const satisfies Record<string, Endpoint>

export interface HandInsOutputs {
  'handIns.list': { rows: NoticeRow[] }
  'handIns.units': { rows: UnitChoice[] }
  'handIns.compare': HandInComparison
  'handIns.issue': { noticeId: string }
  'handIns.get': NoticeView
  'handIns.unit': UnitView
  'handIns.cell': UnitCell
  'handIns.sum': UnitsBehind
  'handIns.accept': UnitView
  'handIns.return': UnitView
  'handIns.excuse': UnitView
  'handIns.remind': { reminded: number }
  'handIns.withdrawAttachment': { attachments: NoticeAttachment[] }
  'reports.tasks': { rows: ReportTask[] }
  'reports.seeTask': { rows: ReportTask[] }
  'reports.handIn': { rows: ReportTask[] }
}

/** The answer to a file that was brought in: what became of it; with faults, the table as XLSX (base64) with its cells marked. */
export type FileTakenIn =
  | Exclude<TakenIn, { kind: 'faults' }>
  | (Omit<Extract<TakenIn, { kind: 'faults' }>, 'document'> & { name: string; marked: string })
