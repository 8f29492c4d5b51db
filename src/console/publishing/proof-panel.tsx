/** 校对提示: where to look once more, what may be put there; agreed with in one click, or left for a reason that the reviewers read. */
import { Button } from 'antd'
import { useState } from 'react'
import { useDeed } from '../queries.ts'
import {
  FINDING_KIND_WORDS,
  FINDING_KINDS,
  type FindingView,
  PROOF_FIELD_WORDS,
  type ProofView,
} from '../../record/publication/proofreading/finding.ts'
import type { EditionView } from '../../record/publication/edition.ts'
import { newCommandId } from '../api.ts'
import { DOT } from '../parts/dot.ts'
import { Panel } from '../parts/page.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'

export interface ProofDeeds {
  accept: (finding: FindingView) => Promise<void>
  dismiss: (finding: FindingView, because: string) => Promise<void>
  reopen: (finding: FindingView) => Promise<void>
  busy: boolean
}

/** What nobody has said anything about yet. */
export function openFindings({ findings }: ProofView): FindingView[] {
  return findings.filter(({ dismissed }) => dismissed === null)
}

/** As somebody who gives a text back lists them. */
export function findingsAsWords(proof: ProofView): string {
  return openFindings(proof)
    .map(({ field, place, words, say }) => `${PROOF_FIELD_WORDS[field]}${place}“${words}”：${say}`)
    .join('\n')
}

/** For whoever proof-reads: nothing of theirs stands in a form. */
export function useProofDeeds(view: EditionView): ProofDeeds {
  const settle = useDeed('editions.settle')
  const send = async (key: string, what: 'dismissed' | 'reopened', because = '') => {
    await settle.mutateAsync({ id: view.id, commandId: newCommandId(), seen: view.version, key, what, because })
  }
  return {
    accept: async () => undefined,
    dismiss: ({ key }, because) => send(key, 'dismissed', because),
    reopen: ({ key }) => send(key, 'reopened'),
    busy: settle.isPending,
  }
}

export function Proof({ proof, deeds }: { proof: ProofView; deeds: ProofDeeds }) {
  const [leaving, setLeaving] = useState<FindingView | null>(null)
  const open = openFindings(proof)
  const left = proof.findings.filter(({ dismissed }) => dismissed !== null)
  return (
    <Panel title="校对提示" extra={open.length > 0 && <span className="quiet">{open.length} 处</span>}>
      {open.length === 0 && (
        <p className="quiet">
          {proof.findings.length + proof.accepted.length === 0
            ? '没有发现法规名称、用语、日期、数字、名称的问题；内容仍须人工核对。'
            : '提示都处理过了。'}
        </p>
      )}
      {FINDING_KINDS.map((kind) => {
        const of = open.filter((one) => one.kind === kind)
        return of.length === 0 ? null : (
          <div key={kind}>
            <h3 className="small-heading">{FINDING_KIND_WORDS[kind]}</h3>
            <ul className="plain-list findings" aria-label={FINDING_KIND_WORDS[kind]}>
              {of.map((finding) => (
                <li key={finding.key}>
                  <Place finding={finding} />
                  <div>{finding.say}</div>
                  <div className="quiet small">依据：{finding.source}</div>
                  {proof.mayDismiss && (
                    <div className="row-deeds">
                      {proof.mayAccept && finding.suggestion !== null && (
                        <Button size="small" type="primary" disabled={deeds.busy} onClick={() => void deeds.accept(finding)}>
                          改为“{finding.suggestion}”
                        </Button>
                      )}
                      <Button
                        size="small"
                        disabled={deeds.busy}
                        aria-label={`不改：${finding.words}`}
                        onClick={() => setLeaving(finding)}
                      >
                        不改
                      </Button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <Left left={left} proof={proof} deeds={deeds} />
      <Accepted proof={proof} />
      {leaving && (
        <ReasonModal
          title={`不改：“${leaving.words}”`}
          label="为什么不改"
          okText="不改"
          hint="审核人员会看到。"
          onDone={(because) => deeds.dismiss(leaving, because)}
          onClose={() => setLeaving(null)}
        />
      )}
    </Panel>
  )
}

function Place({ finding }: { finding: FindingView }) {
  const { field, place, count, before, words, after } = finding
  return (
    <>
      <div className="quiet small">
        {PROOF_FIELD_WORDS[field]}
        {place && DOT}
        {place}
        {count > 1 && `${DOT}共 ${count} 处`}
      </div>
      <div className="in-context">
        {before}
        <mark>{words}</mark>
        {after}
      </div>
    </>
  )
}

/** Left as it is, each with who said so and why. */
function Left({ left, proof, deeds }: { left: FindingView[]; proof: ProofView; deeds: ProofDeeds }) {
  if (left.length === 0) return null
  return (
    <details className="gap-above">
      <summary>写明不改的 {left.length} 处</summary>
      <ul className="plain-list findings" aria-label="写明不改的">
        {left.map((finding) => (
          <li key={finding.key}>
            <Place finding={finding} />
            <div>{finding.say}</div>
            <div className="small">
              {finding.dismissed?.by} {finding.dismissed?.on}：{finding.dismissed?.because}
            </div>
            {proof.mayDismiss && (
              <div className="row-deeds">
                <Button
                  size="small"
                  disabled={deeds.busy}
                  aria-label={`重新提出：${finding.words}`}
                  onClick={() => void deeds.reopen(finding)}
                >
                  重新提出
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Accepted({ proof: { accepted } }: { proof: ProofView }) {
  if (accepted.length === 0) return null
  return (
    <details className="gap-above">
      <summary>已按提示改的 {accepted.length} 处</summary>
      <ul className="plain-list findings" aria-label="已按提示改的">
        {accepted.map(({ key, field, place, words, suggestion, by, on }, at) => (
          <li key={`${key}${at}`}>
            {PROOF_FIELD_WORDS[field]}
            {place} <del>{words}</del> <ins>{suggestion}</ins>
            <span className="quiet small">
              　{by} {on}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
