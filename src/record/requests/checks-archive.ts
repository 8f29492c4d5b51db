/** 归档、移交 (Art 45; 《档案法》第十四条、第十五条): what stands against making a volume, and against anything after it. */
import { archivesLaw, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { ActKind } from './acts.ts'
import type { RequestCase } from './case.ts'
import { type Check, no, notBefore } from './checks.ts'

/** What may still be written into a case that is a volume: what others do to it, and our own error, with its reason. */
const AFTER_ARCHIVING: ReadonlySet<ActKind> = new Set(['disputed', 'reopened', 'annulled', 'archive-transferred'])

export function archivedAlready(kind: ActKind): Check {
  return ({ folded }) =>
    folded.archive && kind !== 'archived' && !AFTER_ARCHIVING.has(kind)
      ? no(
          'case-archived',
          `案卷已于${chineseDate(folded.archive.act.on)}归档（${folded.archive.act.volume}），不能再办理。`,
          '发生复议、诉讼的可以登记；归档有误的，用“更正登记”撤销归档并写明理由，原案卷号保留。',
          archivesLaw('21'),
        )
      : null
}

/** A volume's index counts its papers: none is added afterwards, except to answer in a dispute that is not over. */
export function refusalToAttach({ archive, disputes }: Pick<RequestCase, 'archive' | 'disputes'>): Refusal | null {
  if (!archive || disputes.some(({ result }) => result === 'pending')) return null
  return no(
    'case-archived',
    `案卷已于${chineseDate(archive.act.on)}归档（${archive.act.volume}），不能再添材料。`,
    '漏装材料的，用“更正登记”撤销归档并写明理由，补齐后重新归档；原案卷号保留。',
    archivesLaw('21'),
  )
}

export const ARCHIVE_CHECKS = {
  archived: [
    ({ folded }) =>
      folded.archive ? no('already-done', `已归档，案卷号${folded.archive.act.volume}。`, '无需再次办理。') : null,
    ({ folded }) =>
      folded.closedOn ? null : no('not-replied-yet', '申请还没有办结，不能归档。', '先作出答复并送达。', reg('45')),
    ({ folded }) =>
      folded.withdrawnOn || folded.served
        ? null
        : no('archive-too-early', '还没有登记送达，案卷缺少送达凭证。', '先“登记送达”并留存凭证，再归档。', reg('45')),
    ({ folded }) =>
      folded.disputes.some(({ result }) => result === 'pending')
        ? no('archive-too-early', '有复议或诉讼尚未审结。', '登记结果后再归档。', reg('45'))
        : null,
    (s) => notBefore(s.folded.served?.on ?? s.folded.closedOn, '送达或办结')(s),
  ],
  'archive-transferred': [
    ({ folded }) => (folded.archive ? null : no('not-archived', '案卷还没有归档，不能移交。', '先归档。', archivesLaw('15'))),
    ({ folded }) =>
      folded.archive?.transferred
        ? no('already-done', `已于${chineseDate(folded.archive.transferred.on)}移交。`, '如有误，请用“更正登记”。')
        : null,
    (s) => notBefore(s.folded.archive?.act.on, '归档')(s),
  ],
} satisfies Partial<Record<ActKind, Check[]>>
