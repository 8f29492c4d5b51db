/**
 * 保管期限 — how long a case's volume is kept. The law leaves the periods to the agency's own table, examined by the archives
 * administration (《档案法》第二十一条); what stands here is only what holds until the agency has written down its own.
 */
export const RETENTIONS = ['permanent', 'years30', 'years10'] as const
export type Retention = (typeof RETENTIONS)[number]
export const RETENTION_WORDS: Record<Retention, string> = { permanent: '永久', years30: '30年', years10: '10年' }

/** Kinds of case that a retention table tells apart. */
export const RETENTION_CLASSES = ['disputed', 'withheld', 'disclosed', 'otherReplies', 'closedWithoutReply'] as const
type RetentionClass = (typeof RETENTION_CLASSES)[number]
export type RetentionRules = Record<RetentionClass, Retention>
