/** 机关 as it is from a day on: what letters, guides and reports print of it. */
import { z } from 'zod'

export const agencyDetails = z.object({
  name: z.string().min(1).max(80),
  /** 发文机关代字, e.g. 云教: the head of document numbers. */
  shortName: z.string().min(1).max(12),
  headName: z.string().max(40),
  officeName: z.string().max(80),
  address: z.string().max(200),
  postcode: z.string().max(6),
  phone: z.string().max(40),
  fax: z.string().max(40).default(''),
  email: z.string().max(80).default(''),
  officeHours: z.string().max(120),
  creditCode: z.string().max(18).default(''),
  siteCode: z.string().max(20).default(''),
  /** Where reconsideration is applied for: of a department its own government, of a government the one above (ARL 24, 27). */
  reconsiderationBody: z.string().max(80).default(''),
  /** The online channel for reconsideration that ARL 22 wants told when a decision is served online. */
  onlineReconsideration: z.string().max(200).default(''),
  court: z.string().max(80).default(''),
  /** 政府信息公开工作主管部门 */
  supervisorName: z.string().max(80).default(''),
  supervisorPhone: z.string().max(40).default(''),
})
export type AgencyDetails = z.infer<typeof agencyDetails>

/** archive 存档: only the published reports of a body that does not work here; it takes no requests. */
export const AGENCY_KINDS = ['government', 'bureau', 'school', 'archive'] as const
export type AgencyKind = (typeof AGENCY_KINDS)[number]

/** art54: answers requests under the Regulation. art55: a public institution, answers consultations (学校、幼儿园). */
export type Regime = 'art54' | 'art55'

/** First parts of the product's own addresses: never an agency's slug. */
export const RESERVED_SLUGS: readonly string[] = [
  'search',
  'mode',
  'assets',
  'console',
  'api',
  'schema',
  'open-data',
  'check',
  'healthz',
  'readyz',
]

export interface Agency {
  id: string
  parentId: string | null
  slug: string
  kind: AgencyKind
  regime: Regime
  details: AgencyDetails
}
