/** 依据库、责任科室. */
import { z } from 'zod'
import { BASIS_KINDS } from '../../../law/basis/library.ts'
import type { BasisRow, BasisView } from '../../../record/basis/view.ts'
import { STEPS } from '../../../record/people/owners.ts'
import type { CaseOwners, OwnersView } from '../../../record/people/view.ts'
import { day } from '../../../record/requests/acts.ts'
import { type Endpoint, id, onCase } from './endpoint.ts'

const key = z.string().min(1).max(60)

export const BASIS_ENDPOINTS = {
  'basis.list': { method: 'GET', path: '/basis', input: z.object({}) },
  'basis.get': { method: 'GET', path: '/basis/:key', input: z.object({ key }) },
  'basis.add': {
    method: 'POST',
    path: '/basis',
    input: z.object({
      title: z.string().trim().min(2).max(200),
      number: z.string().trim().max(100).default(''),
      kind: z.enum(BASIS_KINDS),
      from: day,
      to: day.nullable().default(null),
      replaces: key.nullable().default(null),
      articles: z.number().int().min(1).max(2000).nullable().default(null),
      /** The words, as 第一条 … 第二条 …; may be left empty. */
      body: z.string().trim().max(200_000).default(''),
      source: z.string().trim().min(2).max(300),
    }),
  },
  /** 废止: the first day on which it is no longer in force. */
  'basis.repeal': { method: 'POST', path: '/basis/:key/repeal', input: z.object({ key: id, from: day }) },
  'owners.list': { method: 'GET', path: '/owners', input: z.object({}) },
  'owners.set': { method: 'POST', path: '/owners', input: z.object({ step: z.enum(STEPS), sectionId: id, from: day }) },
  'requests.owners': { method: 'GET', path: '/requests/:id/owners', input: onCase },
} as const satisfies Record<string, Endpoint>

export interface BasisOutputs {
  'basis.list': { rows: BasisRow[] }
  'basis.get': BasisView
  'basis.add': BasisView
  'basis.repeal': BasisView
  'owners.list': OwnersView
  'owners.set': OwnersView
  'requests.owners': CaseOwners
}
