/** Who may do what: one table of role × verb, read by the office before every deed and by the console for its menu. */
import type { Refusal } from '../../law/refusal.ts'
import { VERBS, type Verb } from './verbs.ts'

export type { Verb } from './verbs.ts'

export const ROLES = [
  'clerk',
  'officeHead',
  'head',
  'deputyHead',
  'legalReviewer',
  'secrecyReviewer',
  'privacyReviewer',
  'sectionOfficer',
  'sectionHead',
  'informationOfficer',
  'translator',
  'supervisor',
  'auditor',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

export const ROLE_WORDS: Record<Role, string> = {
  clerk: '公开工作人员',
  officeHead: '公开工作机构负责人',
  head: '单位主要负责人',
  deputyHead: '单位分管负责人',
  legalReviewer: '合法性审查人员',
  secrecyReviewer: '保密审查人员',
  privacyReviewer: '个人信息审查人员',
  sectionOfficer: '科室承办人',
  sectionHead: '科室负责人',
  informationOfficer: '学校信息员',
  translator: '藏文翻译',
  supervisor: '主管部门人员',
  auditor: '安全审计员',
  administrator: '系统管理员',
}

const CASEWORK = [
  'requests.view',
  'requests.unmask',
  'requests.register',
  'requests.confirmReceipt',
  'requests.askCorrection',
  'requests.recordCorrection',
  'requests.consult',
  'requests.fee',
  'requests.search',
  'requests.draftReply',
  'requests.reply',
  'requests.serve',
  'requests.withdraw',
  'requests.annul',
  'requests.dispute',
  'requests.note',
  'requests.assign',
  'disputes.view',
  'requests.bundle',
  'archive.view',
  'archive.close',
  'archive.transfer',
  'archive.proposeErasure',
  'basis.view',
  'basis.edit',
  'requests.proposeConversion',
] as const satisfies readonly Verb[]

/** Drafting what is to be published; a section's people see the section's own. */
const PUBLISHING = [
  'catalogue.view',
  'documents.view',
  'documents.write',
  'objections.view',
  'objections.handle',
] as const satisfies readonly Verb[]

const REVIEWING = [
  'requests.view',
  'requests.note',
  'requests.review',
  'disputes.view',
  'basis.view',
  'people.view',
] as const satisfies readonly Verb[]

/**
 * Extending needs the head of the office (工作机构负责人, Art 33.2); the reply, the decision on an amendment and the report need the head of the
 * agency, or for the first two a deputy with a written delegation. Reviewers (Art 17) neither draft nor approve. Accounts and audit are apart from casework (三员分立): neither administrator nor auditor opens a case.
 */
export const PERMISSIONS: Record<Role, readonly Verb[]> = {
  clerk: [
    ...CASEWORK,
    'people.arrangeAbsence',
    'consultations.view',
    ...PUBLISHING,
    'catalogue.edit',
    'matters.view',
    'matters.edit',
    'documents.proofread',
    'units.view',
    'units.remind',
    'stock.view',
    'outlets.confirm',
    'decisions.view',
    'decisions.enter',
    'reports.view',
    'reports.compile',
    'reports.edit',
    'reports.handIn',
    'handIns.view',
    'amendments.view',
    'amendments.handle',
    'calendar.view',
    'people.view',
  ],
  officeHead: [
    ...CASEWORK,
    'requests.extend',
    'requests.exportUnmasked',
    'archive.setRetention',
    'owners.manage',
    'letters.wording',
    'requests.decideConversion',
    'people.arrangeAbsence',
    'requests.overrideOutgoing',
    'consultations.view',
    ...PUBLISHING,
    'catalogue.edit',
    'matters.view',
    'matters.edit',
    'documents.proofread',
    'documents.reviewFinal',
    'documents.reviewBelow',
    'documents.force',
    'documents.withdraw',
    'documents.unmask',
    'units.view',
    'units.require',
    'units.remind',
    'objections.review',
    'stock.view',
    'stock.settle',
    'outlets.manage',
    'outlets.confirm',
    'decisions.view',
    'decisions.enter',
    'reports.view',
    'reports.compile',
    'reports.edit',
    'reports.publish',
    'reports.import',
    'reports.handIn',
    'handIns.view',
    'handIns.issue',
    'handIns.decide',
    'amendments.view',
    'amendments.handle',
    'calendar.view',
    'calendar.manage',
    'people.view',
  ],
  head: [
    'requests.view',
    'requests.decideConversion',
    'people.delegate',
    'requests.approveReply',
    'requests.note',
    'disputes.view',
    'requests.bundle',
    'archive.view',
    'archive.approveErasure',
    'basis.view',
    'consultations.view',
    'catalogue.view',
    'matters.view',
    'documents.view',
    'documents.release',
    'documents.releaseBelow',
    'documents.withdraw',
    'units.view',
    'units.require',
    'objections.view',
    'objections.review',
    'stock.view',
    'stock.settle',
    'outlets.manage',
    'decisions.view',
    'reports.view',
    'reports.approve',
    'reports.publish',
    'handIns.view',
    'amendments.view',
    'amendments.approve',
    'calendar.view',
    'people.view',
  ],
  deputyHead: [
    'requests.view',
    'requests.approveReply',
    'requests.note',
    'disputes.view',
    'basis.view',
    'consultations.view',
    'catalogue.view',
    'matters.view',
    'documents.view',
    'documents.release',
    'documents.releaseBelow',
    'units.view',
    'objections.view',
    'objections.review',
    'decisions.view',
    'reports.view',
    'amendments.view',
    'amendments.approve',
    'people.view',
  ],
  legalReviewer: [...REVIEWING, 'requests.reviewLegality'],
  secrecyReviewer: [
    ...REVIEWING,
    'requests.reviewSecrecy',
    'catalogue.view',
    'documents.view',
    'documents.reviewSecrecy',
    'stock.view',
  ],
  privacyReviewer: [
    ...REVIEWING,
    'requests.reviewPrivacy',
    'catalogue.view',
    'documents.view',
    'documents.reviewPrivacy',
    'documents.unmask',
    'stock.view',
    'stock.settle',
  ],
  sectionOfficer: [
    ...PUBLISHING,
    'requests.view',
    'requests.search',
    'requests.draftReply',
    'requests.note',
    'decisions.view',
    'decisions.enter',
    'basis.view',
    'people.view',
  ],
  sectionHead: [...PUBLISHING, 'documents.reviewSection', 'people.view'],
  informationOfficer: [
    'consultations.view',
    'consultations.answer',
    ...PUBLISHING,
    'catalogue.edit',
    'matters.view',
    'matters.edit',
    'stock.view',
    'outlets.confirm',
    'people.view',
  ],
  translator: ['letters.translate', 'letters.checkTranslation', 'people.view'],
  supervisor: ['reports.view', 'handIns.view', 'handIns.issue', 'handIns.decide'],
  auditor: ['audit.view', 'people.view'],
  administrator: ['calendar.view', 'calendar.manage', 'calendar.loadNotice', 'people.view', 'people.manage', 'letters.seal'],
}

/** Someone who acts: an officer of an agency, or the public. `under` are the agencies below (for a supervisor). */
export interface Actor {
  id: string
  agencyId: string
  name: string
  roles: readonly Role[]
  sectionId: string | null
  /** Sections of colleagues who are away and for whom this officer stands in. */
  standsInFor?: readonly string[]
  /** Agencies whose reports a supervisor may read: the ones below the own agency in the tree. */
  under: readonly string[]
}

/** What is being looked at or done to, as far as visibility goes. */
export interface Target {
  agencyId: string
  /** The section a case is assigned to: a section's officer sees only those. */
  sectionId?: string | null
  /** The agency directly above, where it has a word of its own in this. */
  superiorId?: string | null
}

/** What a supervisor may do in the agencies below; the rest of its verbs are of its own agency. */
const SUPERVISED: readonly Verb[] = ['reports.view']

/** What the people of the agency directly above do with a unit's own, and nobody of the unit. */
const OF_THE_SUPERIOR: readonly Verb[] = ['documents.releaseBelow', 'documents.reviewBelow']

/** 三员: who administers accounts and who audits does nothing else, least of all both. */
const APART: readonly Role[] = ['administrator', 'auditor']

/** Why one person can't have these roles together; null where nothing speaks against it. */
export function rolesApart(roles: readonly Role[]): Refusal | null {
  const alone = APART.find((role) => roles.includes(role))
  if (!alone || new Set(roles).size === 1) return null
  return {
    code: 'not-permitted',
    say: `${ROLE_WORDS[alone]}不能兼任别的角色（三员分立）。`,
    then: '请只留一样；两样工作由两个人做。',
    field: 'roles',
  }
}

/** May this actor do that there? The single visibility and permission function of the product. */
export function permitted(actor: Actor, verb: Verb, target: Target): boolean {
  return actor.roles.some((role) => {
    if (!PERMISSIONS[role].includes(verb)) return false
    if (OF_THE_SUPERIOR.includes(verb) && target.superiorId !== undefined) return target.superiorId === actor.agencyId
    if (target.agencyId !== actor.agencyId)
      return role === 'supervisor' && SUPERVISED.includes(verb) && actor.under.includes(target.agencyId)
    const ownSection =
      Boolean(target.sectionId) && [actor.sectionId, ...(actor.standsInFor ?? [])].includes(target.sectionId ?? null)
    if (role === 'sectionOfficer' && verb.startsWith('requests.')) return ownSection
    // The ledger and the list of drafts may be opened; which entries are shown and changed is asked of each.
    if (isOfSection(role) && OF_SECTIONS.some((room) => verb.startsWith(room)))
      return target.sectionId === undefined || ownSection
    return true
  })
}

/** Rooms in which a section's people see the section's own. */
const OF_SECTIONS = ['decisions.', 'documents.', 'objections.']

function isOfSection(role: Role): boolean {
  return role === 'sectionOfficer' || role === 'sectionHead'
}

/** All verbs that the actor may do somewhere in the own agency: the console's menu. */
export function verbsOf(actor: Actor): Verb[] {
  return VERBS.filter((verb) => actor.roles.some((role) => PERMISSIONS[role].includes(verb)))
}
