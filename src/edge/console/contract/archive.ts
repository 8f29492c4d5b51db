/** 归档: volumes, retention, transfer, erasure; the index of a case's evidence and what is missing in it. */
import { z } from 'zod'
import { RETENTIONS } from '../../../law/requests/retention.ts'
import type { BundleIndex } from '../../../record/archive/bundle.ts'
import type { ArchivedRow, ArchiveView } from '../../../record/archive/view.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { day } from '../../../record/requests/acts.ts'
import { commandId, type Endpoint, id, onCase } from './endpoint.ts'

const period = z.enum(RETENTIONS)

export const ARCHIVE_ENDPOINTS = {
  'requests.bundleIndex': { method: 'GET', path: '/requests/:id/bundle', input: onCase },
  'requests.archive': {
    method: 'POST',
    path: '/requests/:id/archive',
    input: onCase.extend({ commandId, seen: z.number().int(), on: day, retention: period.nullable().default(null) }),
  },
  'requests.archiveTransfer': {
    method: 'POST',
    path: '/requests/:id/archive/transfer',
    input: onCase.extend({ commandId, seen: z.number().int(), on: day, to: z.string().trim().min(2).max(100) }),
  },
  'archive.get': {
    method: 'GET',
    path: '/archive',
    input: z.object({ year: z.coerce.number().int().min(2008).max(2100).optional() }),
  },
  'archive.closeSeveral': {
    method: 'POST',
    path: '/archive/volumes',
    input: z.object({
      on: day,
      items: z
        .array(z.object({ of: z.enum(['case', 'amendment']), id, commandId, seen: z.number().int() }))
        .min(1)
        .max(100),
    }),
  },
  'archive.setRetention': {
    method: 'POST',
    path: '/archive/retention',
    input: z.object({
      from: day,
      rules: z.object({
        disputed: period,
        withheld: period,
        disclosed: period,
        otherReplies: period,
        closedWithoutReply: period,
        amendments: period,
      }),
      source: z.string().trim().min(2).max(200),
    }),
  },
  'archive.proposeErasure': {
    method: 'POST',
    path: '/archive/erasures',
    input: z.object({
      caseIds: z.array(id).max(1000).default([]),
      amendmentIds: z.array(id).max(1000).default([]),
      basis: z.string().trim().min(2).max(300),
    }),
  },
  'archive.decideErasure': {
    method: 'POST',
    path: '/archive/erasures/:id',
    input: onCase.extend({ approve: z.boolean(), because: z.string().max(300).default('') }),
  },
} as const satisfies Record<string, Endpoint>

export interface ArchiveOutputs {
  'requests.bundleIndex': BundleIndex
  'requests.archive': CaseView
  'requests.archiveTransfer': CaseView
  'archive.get': ArchiveView
  'archive.closeSeveral': { rows: ArchivedRow[] }
  'archive.setRetention': ArchiveView
  'archive.proposeErasure': { id: string }
  'archive.decideErasure': { erased: number }
}
