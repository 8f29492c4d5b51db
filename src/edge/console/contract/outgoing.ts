/** 答复附件: files on their way out. */
import { z } from 'zod'
import { boxSchema, type PageSketch, type Place } from '../../../record/outgoing/box.ts'
import type { OutgoingView } from '../../../record/outgoing/outgoing-file.ts'
import { REMOVABLE } from '../../../record/outgoing/personal-data.ts'
import { type Endpoint, id, onCase } from './endpoint.ts'

const onFile = onCase.extend({ fileId: id, version: z.number().int().min(1) })

export const OUTGOING_ENDPOINTS = {
  'requests.outgoing': { method: 'GET', path: '/requests/:id/outgoing', input: onCase },
  /** An attachment of the case becomes one of the reply. */
  'requests.addOutgoing': { method: 'POST', path: '/requests/:id/outgoing/add', input: onCase.extend({ fileId: id }) },
  'requests.cleanOutgoing': {
    method: 'POST',
    path: '/requests/:id/outgoing/clean',
    input: onFile.extend({ blank: z.array(z.enum(REMOVABLE)).max(REMOVABLE.length) }),
  },
  'requests.redactOutgoing': {
    method: 'POST',
    path: '/requests/:id/outgoing/redact',
    input: onFile.extend({ boxes: z.array(boxSchema).max(2000) }),
  },
  'requests.clearOutgoing': {
    method: 'POST',
    path: '/requests/:id/outgoing/clear',
    input: onFile.extend({ looked: z.boolean() }),
  },
  'requests.overrideOutgoing': {
    method: 'POST',
    path: '/requests/:id/outgoing/override',
    input: onFile.extend({ reason: z.string().trim().min(5).max(500) }),
  },
  'requests.withdrawOutgoing': { method: 'POST', path: '/requests/:id/outgoing/withdraw', input: onFile },
  /** `which`: the original, or the file as it would leave. */
  'requests.sketchOutgoing': {
    method: 'GET',
    path: '/requests/:id/outgoing/pages',
    input: onCase.extend({ fileId: id, which: z.enum(['before', 'after']) }),
  },
  /** By POST: what is looked for is a person's name more often than not, and stands in no address. */
  'requests.findOutgoing': {
    method: 'POST',
    path: '/requests/:id/outgoing/find',
    input: onCase.extend({ fileId: id, text: z.string().trim().min(1).max(60) }),
  },
} as const satisfies Record<string, Endpoint>

export interface OutgoingOutputs {
  'requests.outgoing': OutgoingView
  'requests.addOutgoing': OutgoingView
  'requests.cleanOutgoing': OutgoingView
  'requests.redactOutgoing': OutgoingView
  'requests.clearOutgoing': OutgoingView
  'requests.overrideOutgoing': OutgoingView
  'requests.withdrawOutgoing': OutgoingView
  'requests.sketchOutgoing': { pages: PageSketch[] }
  'requests.findOutgoing': { places: Place[] }
}
