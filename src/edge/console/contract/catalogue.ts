/** 公开事项目录. The sheet itself travels as a file. */
import { z } from 'zod'
import { catalogueContentSchema, catalogueKeepingSchema } from '../../../record/publication/catalogue.ts'
import type {
  CatalogueImported,
  CatalogueItemView,
  CatalogueView,
  InheritedView,
  PackView,
} from '../../../record/publication/catalogue-view.ts'
import { day } from '../../../record/requests/acts.ts'
import type { Endpoint } from './endpoint.ts'

const deed = z.object({ id: z.uuid(), from: day, why: z.string().trim().max(300).default('') })
const written = deed.extend({ content: catalogueContentSchema, keeping: catalogueKeepingSchema })
const seen = z.number().int().min(1)

const asked = z.object({ parentItemId: z.uuid(), parentSeq: seen })

export const CATALOGUE_ENDPOINTS = {
  'catalogue.list': { method: 'GET', path: '/catalogue', input: z.object({}) },
  'catalogue.packs': { method: 'GET', path: '/catalogue/packs', input: z.object({}) },
  'catalogue.install': { method: 'POST', path: '/catalogue/packs', input: z.object({ key: z.string().min(1).max(40) }) },
  'catalogue.inherited': { method: 'GET', path: '/catalogue/inherited', input: z.object({}) },
  'catalogue.take': { method: 'POST', path: '/catalogue/inherited', input: z.object({ items: z.array(asked).min(1).max(1000) }) },
  'catalogue.keep': {
    method: 'POST',
    path: '/catalogue/inherited/keep',
    input: asked.extend({ because: z.string().trim().max(300) }),
  },
  'catalogue.view': { method: 'GET', path: '/catalogue/:id', input: z.object({ id: z.uuid() }) },
  'catalogue.add': { method: 'POST', path: '/catalogue', input: written },
  'catalogue.change': { method: 'POST', path: '/catalogue/:id', input: written.extend({ seen }) },
  'catalogue.end': { method: 'POST', path: '/catalogue/:id/end', input: deed.extend({ seen }) },
} as const satisfies Record<string, Endpoint>

export interface CatalogueOutputs {
  'catalogue.list': CatalogueView
  'catalogue.packs': { packs: PackView[] }
  'catalogue.install': CatalogueImported
  'catalogue.inherited': InheritedView
  'catalogue.take': InheritedView
  'catalogue.keep': InheritedView
  'catalogue.view': CatalogueItemView
  'catalogue.add': CatalogueItemView
  'catalogue.change': CatalogueItemView
  'catalogue.end': CatalogueItemView
}
