/** 材料种类 — what a paper of the case is evidence of. Stored as it reads, so that an old case can be read for ever. */
export const EVIDENCE_KINDS = [
  '申请书原件',
  '身份证明',
  '委托书',
  '监护关系证明',
  '信封',
  '签收页',
  '邮件查询记录',
  '通话记录',
  '补正材料',
  '送达凭证',
  '检索记录',
  '不公开的信息原件',
  '案卷材料',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** What is asked for and withheld, whole: nobody outside gets it but the body that reviews the decision. */
export const WITHHELD_ORIGINAL = '不公开的信息原件' satisfies EvidenceKind

/** 代理权限材料: sent in by the requester's side with the form. It counts once an officer has looked whether it is one. */
export const SUBMITTED_AUTHORITY = '代理权限材料'

/** What shows that somebody may speak for the requester. */
const AUTHORITY_EVIDENCE: readonly string[] = ['委托书', '监护关系证明'] satisfies EvidenceKind[]

/** Who may speak for the requester is settled by whoever registers requests: only they file papers of such a kind. */
export function showsAuthority(purpose: string): boolean {
  return AUTHORITY_EVIDENCE.includes(purpose)
}

const IDENTITY_EVIDENCE: readonly string[] = ['身份证明', '申请书原件'] satisfies EvidenceKind[]

/** Identity numbers stand on it: it is opened like the requester's own data, by those whom that is for. */
export function showsIdentity(purpose: string): boolean {
  return showsAuthority(purpose) || purpose === SUBMITTED_AUTHORITY || IDENTITY_EVIDENCE.includes(purpose)
}

/** Sent in online, at first or when asked to show it, and perhaps a 委托书: an officer looks. */
export function maySpeakOfAuthority(purpose: string): boolean {
  return purpose === SUBMITTED_AUTHORITY || purpose.startsWith('补正材料' satisfies EvidenceKind)
}

/** Whether the authority of whoever speaks for the requester was shown: checked by an officer, or filed by one as such. */
export function authorityShown(
  { agent }: { agent?: { authorised: boolean } | undefined },
  papers: readonly { purpose: string }[],
): boolean {
  return Boolean(agent?.authorised) || papers.some(({ purpose }) => showsAuthority(purpose))
}

/**
 * 更正种类: what somebody needs, besides being allowed to file papers, to set right as what one was filed. Who may not open a paper
 * can not tell what it is, nor open it to others; who may speak for the requester is settled by whoever registers requests.
 */
export function needsToCorrect(former: string, kind: EvidenceKind): { unmask: boolean; register: boolean } {
  const settles = showsAuthority(former) || former === SUBMITTED_AUTHORITY || showsAuthority(kind)
  return { unmask: showsIdentity(former), register: settles }
}
