/** 审查: who passed this wording in which respect, and for a reviewer the two buttons. */
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { REVIEW_ASPECT_WORDS, REVIEW_QUESTIONS } from '../../../law/requests/reviews.ts'
import type { ReviewRow } from '../../../record/requests/deciding-view.ts'
import type { CaseView, DraftView } from '../../../record/requests/view.ts'
import { newCommandId } from '../../api.ts'
import { Mark } from '../../parts/days-left-mark.tsx'
import { LetterSheet } from '../../parts/letter-sheet.tsx'
import { Panel } from '../../parts/page.tsx'
import { Refusals, refusalWords } from '../../parts/refusals.tsx'
import { Loading } from '../../parts/states.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { useDeed, useRead } from '../../queries.ts'
import { Consequences } from '../composer/reply-preview-pane.tsx'
import { Corrected } from './corrected.tsx'
import { Opinions } from './opinions.tsx'
import { OutgoingPanel } from '../outgoing/outgoing-panel.tsx'

const CONCLUSIONS = { pass: '通过', return: '退回' } as const

export function ReviewsPanel({ view }: { view: CaseView }) {
  const { data } = useRead('requests.deciding', { id: view.id })
  if (!data || data.reviews.length === 0) return null
  return (
    <Panel title="答复稿的审查">
      {view.draft && <DraftToReview view={view} draft={view.draft} />}
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

/** What is reviewed: the letter as it will go out, with what goes out beside it. */
function DraftToReview({ view, draft }: { view: CaseView; draft: DraftView }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button block className="gap-below" onClick={() => setOpen(true)}>
        看答复稿全文和附件
      </Button>
      {open && (
        <Drawer open onClose={() => setOpen(false)} size="min(860px, 100vw)" title={`答复稿：${view.subject}`}>
          <DraftedLetter view={view} draft={draft} />
        </Drawer>
      )}
    </>
  )
}

function DraftedLetter({ view, draft }: { view: CaseView; draft: DraftView }) {
  const { data, error } = useRead('requests.previewReply', { id: view.id, content: draft.content })
  if (error) return <Refusals refusals={error.refusals} />
  if (!data) return <Loading />
  return (
    <>
      <p className="quiet small gap-below">
        {draft.updatedBy}拟稿，第 {draft.version} 稿
      </p>
      <Corrected view={view} />
      {data.letter && (
        <section aria-label="告知书" className="sheet-frame gap-below">
          <LetterSheet letter={data.letter} />
        </section>
      )}
      <Opinions content={draft.content} />
      <Panel title="依据与救济">
        <Consequences outcome={draft.content.outcome} preview={data} />
      </Panel>
      <OutgoingPanel caseId={view.id} />
    </>
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
