/** 信息发布: from the draft to the portal. */
import { z } from 'zod'
import { DATA_SET_KINDS } from '../../../law/publication/data-sets.ts'
import { RELEASE_STEPS } from '../../../law/publication/release-steps.ts'
import type { DataSetsView } from '../../../record/publication/data-set-view.ts'
import {
  EDITION_TABS,
  type EditionContent,
  type EditionsView,
  type EditionView,
  editionContentSchema,
} from '../../../record/publication/edition.ts'
import {
  answerSchema,
  enteredObjectionSchema,
  type ObjectionView,
  type PublicitiesView,
  type PublicityView,
} from '../../../record/publication/objection.ts'
import { handSchema, outletSchema, type OutletsView } from '../../../record/publication/outlet-view.ts'
import { SETTLED_KINDS } from '../../../record/publication/proofreading/finding.ts'
import { settleSchema, STOCK_KINDS, STOCK_TABS, type StockView } from '../../../record/publication/stock.ts'
import { commandId, type Endpoint } from './endpoint.ts'

const onEdition = z.object({ id: z.uuid(), commandId, seen: z.number().int().min(1) })
const because = z.string().trim().min(2, '请写明原因').max(500)
const step = z.enum(RELEASE_STEPS)
const note = z.string().trim().max(500).default('')

export const PUBLISHING_ENDPOINTS = {
  'editions.list': {
    method: 'GET',
    path: '/editions',
    input: z.object({
      tab: z.enum(EDITION_TABS).default('todo'),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      words: z.string().max(60).default(''),
    }),
  },
  'editions.view': { method: 'GET', path: '/editions/:id', input: z.object({ id: z.uuid() }) },
  'editions.begin': {
    method: 'POST',
    path: '/editions',
    input: z.object({ id: z.uuid(), content: editionContentSchema, sectionId: z.uuid().nullable() }),
  },
  'editions.revise': {
    method: 'POST',
    path: '/editions/revise',
    input: z.object({ id: z.uuid(), documentId: z.uuid() }),
  },
  'editions.save': { method: 'POST', path: '/editions/:id', input: onEdition.extend({ content: editionContentSchema }) },
  'editions.submit': { method: 'POST', path: '/editions/:id/submit', input: onEdition },
  'editions.mask': { method: 'POST', path: '/editions/:id/mask', input: onEdition },
  'editions.maskFile': { method: 'POST', path: '/editions/:id/mask-file', input: onEdition.extend({ fileId: z.uuid() }) },
  'editions.drop': { method: 'POST', path: '/editions/:id/drop', input: onEdition.extend({ because }) },
  'editions.pass': {
    method: 'POST',
    path: '/editions/:id/pass',
    input: onEdition.extend({ step, note, digest: z.string().max(64) }),
  },
  'editions.return': { method: 'POST', path: '/editions/:id/return', input: onEdition.extend({ step, note: because }) },
  'editions.force': { method: 'POST', path: '/editions/:id/force', input: onEdition.extend({ because }) },
  'editions.lookAfter': { method: 'POST', path: '/editions/:id/look-after', input: onEdition.extend({ step, note }) },
  'editions.settle': {
    method: 'POST',
    path: '/editions/:id/findings',
    input: onEdition.extend({
      key: z.string().min(1).max(40),
      what: z.enum(SETTLED_KINDS),
      because: z.string().trim().max(300).default(''),
    }),
  },
  'editions.withdraw': { method: 'POST', path: '/editions/:id/withdraw', input: onEdition.extend({ because }) },
  'editions.unmasked': { method: 'POST', path: '/editions/:id/unmasked', input: z.object({ id: z.uuid() }) },
  'dataSets.list': { method: 'GET', path: '/data-sets', input: z.object({}) },
  'dataSets.begin': {
    method: 'POST',
    path: '/data-sets',
    input: z.object({ id: z.uuid(), kind: z.enum(DATA_SET_KINDS), period: z.string().max(20) }),
  },
  'publicity.list': {
    method: 'GET',
    path: '/publicity',
    input: z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) }),
  },
  'publicity.view': { method: 'GET', path: '/publicity/:documentId', input: z.object({ documentId: z.uuid() }) },
  'publicity.enter': { method: 'POST', path: '/publicity/objections', input: enteredObjectionSchema },
  'objections.view': { method: 'GET', path: '/objections/:id', input: z.object({ id: z.uuid() }) },
  'objections.unmask': { method: 'POST', path: '/objections/:id/unmask', input: z.object({ id: z.uuid() }) },
  'objections.assign': { method: 'POST', path: '/objections/:id/assign', input: onEdition.extend({ ownerId: z.uuid() }) },
  'objections.propose': { method: 'POST', path: '/objections/:id/propose', input: onEdition.extend(answerSchema.shape) },
  'objections.pass': { method: 'POST', path: '/objections/:id/pass', input: onEdition },
  'objections.return': { method: 'POST', path: '/objections/:id/return', input: onEdition.extend({ because }) },
  'objections.tell': { method: 'POST', path: '/objections/:id/tell', input: onEdition.extend({ because }) },
  'stock.list': {
    method: 'GET',
    path: '/stock',
    input: z.object({
      tab: z.enum(STOCK_TABS).default('open'),
      kind: z.enum(STOCK_KINDS).or(z.literal('')).default(''),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
    }),
  },
  'stock.settle': { method: 'POST', path: '/stock/:id/settle', input: settleSchema },
  'stock.correct': { method: 'POST', path: '/stock/correct', input: z.object({ id: z.uuid(), documentId: z.uuid() }) },
  'stock.takeDown': {
    method: 'POST',
    path: '/stock/take-down',
    input: z.object({ documentId: z.uuid(), commandId, because }),
  },
  'outlets.list': { method: 'GET', path: '/outlets', input: z.object({}) },
  'outlets.set': { method: 'POST', path: '/outlets', input: outletSchema },
  'outlets.record': { method: 'POST', path: '/outlets/record', input: handSchema },
  'outlets.copy': { method: 'GET', path: '/outlets/copy/:id', input: z.object({ id: z.uuid() }) },
  'outlets.retry': {
    method: 'POST',
    path: '/outlets/retry',
    input: z.object({ outletId: z.uuid(), documentId: z.uuid() }),
  },
} as const satisfies Record<string, Endpoint>

export interface PublishingOutputs {
  'editions.list': EditionsView
  'editions.view': EditionView
  'editions.begin': { id: string }
  'editions.revise': { id: string }
  'editions.save': EditionView
  'editions.submit': EditionView
  'editions.mask': EditionView
  'editions.maskFile': EditionView
  'editions.drop': EditionView
  'editions.pass': EditionView
  'editions.return': EditionView
  'editions.force': EditionView
  'editions.lookAfter': EditionView
  'editions.settle': EditionView
  'editions.withdraw': EditionView
  'editions.unmasked': EditionContent
  'dataSets.list': DataSetsView
  'dataSets.begin': { id: string }
  'publicity.list': PublicitiesView
  'publicity.view': PublicityView
  'publicity.enter': PublicityView
  'objections.view': ObjectionView
  'objections.unmask': ObjectionView
  'objections.assign': ObjectionView
  'objections.propose': ObjectionView
  'objections.pass': ObjectionView
  'objections.return': ObjectionView
  'objections.tell': ObjectionView
  'stock.list': StockView
  'stock.settle': { done: true }
  'stock.correct': { id: string }
  'stock.takeDown': { done: true }
  'outlets.list': OutletsView
  'outlets.set': OutletsView
  'outlets.record': OutletsView
  'outlets.copy': { title: string; digest: string; content: string }
  'outlets.retry': OutletsView
}
