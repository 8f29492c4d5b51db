/** 公开事项目录. The sheet itself travels as a file. */
import { z } from 'zod'
import { catalogueContentSchema, catalogueKeepingSchema } from '../../../record/publication/catalogue.ts'
import type { CatalogueImported, CatalogueItemView, CatalogueView, PackView } from '../../../record/publication/catalogue-view.ts'
import { day } from '../../../record/requests/acts.ts'
import type { Endpoint } from './endpoint.ts'

const deed = z.object({ id: z.uuid(), from: day, why: z.string().trim().max(300).default('') })
const written = deed.extend({ content: catalogueContentSchema, keeping: catalogueKeepingSchema })
const seen = z.number().int().min(1)

export const CATALOGUE_ENDPOINTS = {
  'catalogue.list': { method: 'GET', path: '/catalogue', input: z.object({}) },
  'catalogue.packs': { method: 'GET', path: '/catalogue/packs', input: z.object({}) },
  'catalogue.install': { method: 'POST', path: '/catalogue/packs', input: z.object({ key: z.string().min(1).max(40) }) },
  'catalogue.view': { method: 'GET', path: '/catalogue/:id', input: z.object({ id: z.uuid() }) },
  'catalogue.add': { method: 'POST', path: '/catalogue', input: written },
  'catalogue.change': { method: 'POST', path: '/catalogue/:id', input: written.extend({ seen }) },
  'catalogue.end': { method: 'POST', path: '/catalogue/:id/end', input: deed.extend({ seen }) },
} as const satisfies Record<string, Endpoint>

export interface CatalogueOutputs {
  'catalogue.list': CatalogueView
  'catalogue.packs': { packs: PackView[] }
  'catalogue.install': CatalogueImported
  'catalogue.view': CatalogueItemView
  'catalogue.add': CatalogueItemView
  'catalogue.change': CatalogueItemView
  'catalogue.end': CatalogueItemView
}
