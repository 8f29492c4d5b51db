/** 审查: who passed this wording in which respect, and for a reviewer the two buttons. */
import { Button } from 'antd'
import { useState } from 'react'
import { REVIEW_ASPECT_WORDS, REVIEW_QUESTIONS } from '../../../law/requests/reviews.ts'
import type { ReviewRow } from '../../../record/requests/deciding-view.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { newCommandId } from '../../api.ts'
import { Mark } from '../../parts/days-left-mark.tsx'
import { Panel } from '../../parts/page.tsx'
import { Refusals, refusalWords } from '../../parts/refusals.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { useDeed, useRead } from '../../queries.ts'

const CONCLUSIONS = { pass: '通过', return: '退回' } as const

export function ReviewsPanel({ view }: { view: CaseView }) {
  const { data } = useRead('requests.deciding', { id: view.id })
  if (!data || data.reviews.length === 0) return null
  return (
    <Panel title="答复稿的审查">
      <ul className="plain-list reviews">
        {data.reviews.map((row) => (
          <Aspect key={row.aspect} view={view} row={row} />
        ))}
      </ul>
      {data.unreviewed.map((refusal) => (
        <p key={refusal.say} className="quiet small">
          {refusalWords(refusal)}
        </p>
      ))}
    </Panel>
  )
}

function Aspect({ view, row }: { view: CaseView; row: ReviewRow }) {
  const words = REVIEW_ASPECT_WORDS[row.aspect]
  return (
    <li aria-label={words}>
      <ReviewLine row={row} />
      {row.may === 'allowed' && <ReviewForm view={view} row={row} />}
      {typeof row.may === 'object' && <p className="quiet small">{refusalWords(row.may)}</p>}
    </li>
  )
}

/** One aspect in one line: also on the approval page. */
export function ReviewLine({ row }: { row: ReviewRow }) {
  return (
    <p className="review-line">
      <b>{REVIEW_ASPECT_WORDS[row.aspect]}</b>
      <Mark tone={row.conclusion === 'pass' ? 'done' : row.conclusion === 'return' ? 'late' : 'paused'}>
        {row.conclusion ? CONCLUSIONS[row.conclusion] : '待审查'}
      </Mark>
      {row.by && (
        <span className="quiet small unbroken">
          {row.by} {row.on}
        </span>
      )}
      {row.note && <span className="small review-note">{row.note}</span>}
    </p>
  )
}

function ReviewForm({ view, row }: { view: CaseView; row: ReviewRow }) {
  const [commandId, setCommandId] = useState(newCommandId)
  const [note, setNote] = useState('')
  const deed = useDeed('requests.review')
  const say = (conclusion: 'pass' | 'return') =>
    deed.mutate(
      { id: view.id, commandId, seen: view.version, digest: view.draft?.digest ?? '', aspect: row.aspect, conclusion, note },
      {
        onSuccess: () => {
          setCommandId(newCommandId())
          setNote('')
        },
      },
    )
  const words = REVIEW_ASPECT_WORDS[row.aspect]
  return (
    <div className="review-form">
      <ul className="quiet small">
        {REVIEW_QUESTIONS[row.aspect].map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <Refusals refusals={deed.error?.refusals ?? []} />
      <TextArea
        aria-label={`${words}意见`}
        placeholder="意见（退回必填）"
        rows={1}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="button-row">
        <Button type="primary" loading={deed.isPending} onClick={() => say('pass')} aria-label={`${words}通过`}>
          通过
        </Button>
        <Button disabled={note.trim() === ''} onClick={() => say('return')} aria-label={`${words}退回`}>
          退回修改
        </Button>
      </div>
    </div>
  )
}
