/** 登录与会话. */
import { z } from 'zod'
import type { Overlay, YearFile } from '../../../law/calendar.ts'
import type { LocalDate } from '../../../law/date.ts'
import type { Readings } from '../../../law/readings.ts'
import type { AgencyDetails } from '../../../record/people/agency.ts'
import type { Role, Verb } from '../../../record/people/roles.ts'
import type { Endpoint } from './endpoint.ts'

export interface SessionView {
  officer: { id: string; name: string; position: string; roles: Role[]; login: string }
  agency: {
    id: string
    slug: string
    regime: 'art54' | 'art55'
    /** Has administrative organs below it, whose annual reports it asks for. */
    supervises: boolean
    /** Has schools or other public institutions directly below it. */
    institutions: boolean
    details: AgencyDetails
  }
  csrf: string
  verbs: Verb[]
  today: LocalDate
  /** The legal day is set by GONGKAI_TODAY: a banner says so. */
  dayIsSet: boolean
  demo: boolean
  /** For the menu: open things by room. */
  counts: { tasks: number; exceptions: number; consultations: number; publishing: number; publicity: number; term: number }
  portalPath: string
  /** The agency's rules of time, so that the browser counts days exactly as the server will. */
  legal: {
    /** Holiday notices loaded beside those built in. */
    years: YearFile[]
    overlay: Overlay
    readings: Readings
  }
}

export const SESSION_ENDPOINTS = {
  'session.get': { method: 'GET', path: '/session', input: z.object({}) },
  'session.signIn': {
    method: 'POST',
    path: '/session',
    input: z.object({ login: z.string().trim().min(1).max(60), password: z.string().min(1).max(200) }),
  },
  'session.signOut': { method: 'POST', path: '/session/end', input: z.object({}) },
} as const satisfies Record<string, Endpoint>

export interface SessionOutputs {
  'session.get': SessionView | { officer: null }
  'session.signIn': SessionView
  'session.signOut': { done: true }
}
