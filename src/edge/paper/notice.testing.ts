/** A published document for tests of paper: only what is given matters. */
import { localDate } from '../../law/date.ts'
import type { PublishedDocument } from '../../record/publication/document.ts'

export function noticeWith(body: string, over: Partial<PublishedDocument> = {}): PublishedDocument {
  return {
    id: '',
    agencySlug: 'jyj',
    agencyName: '云岭县教育局',
    column: 'plans',
    title: '年度工作计划',
    number: '云教〔2026〕1号',
    validity: 'inForce',
    publishedOn: localDate('2026-03-02'),
    indexNumber: '0000/2026-00001',
    summary: '',
    keywords: [],
    body,
    formedOn: localDate('2026-03-02'),
    effectiveOn: null,
    repealedOn: null,
    normative: false,
    shownUntil: null,
    interprets: null,
    interpretations: [],
    publicity: null,
    files: [],
    resultOf: null,
    ...over,
  }
}
