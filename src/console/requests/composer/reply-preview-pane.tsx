/** Beside the form: what follows from the outcome, what is still missing, and the letter as it will print. */
import { Alert, Button, Spin } from 'antd'
import type { Refusal } from '../../../law/refusal.ts'
import type { Outcome } from '../../../law/requests/vocabulary.ts'
import { outcomeRule } from '../../../law/requests/outcomes.ts'
import type { ReplyPreview } from '../../../record/requests/view.ts'
import type { Refused } from '../../api.ts'
import { LetterSheet, Undecided } from '../../parts/letter-sheet.tsx'
import { Panel } from '../../parts/page.tsx'
import { Refusals, refusalWords } from '../../parts/refusals.tsx'

export function ReplyPreviewPane({
  outcome,
  preview: latest,
  error,
  onFault,
}: {
  outcome: Outcome
  /** The last that was answered: of another outcome until the chosen one's has come. */
  preview: ReplyPreview | undefined
  error: Refused | null
  onFault: (fault: Refusal) => void
}) {
  const preview = latest?.outcome === outcome ? latest : undefined
  return (
    <>
      <Panel title="由此决定">
        {error && <Refusals refusals={error.refusals} />}
        {preview ? (
          <Consequences outcome={outcome} preview={preview} />
        ) : (
          !error && (
            <p role="status" className="quiet">
              <Spin size="small" /> 正在重新计算“{outcomeRule(outcome).zh}”的依据、文书、救济途径和年报计入哪一格……
            </p>
          )
        )}
      </Panel>
      {preview && preview.refusals.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="gap-below"
          title={`送审前还有 ${preview.refusals.length} 处`}
          description={
            <ul className="plain-list">
              {preview.refusals.map((fault) => (
                <li key={`${fault.field}${fault.say}`}>
                  <Button type="link" className="inline-link" onClick={() => onFault(fault)}>
                    {refusalWords(fault)}
                  </Button>
                </li>
              ))}
            </ul>
          }
        />
      )}
      {preview && preview.unchecked.length > 0 && (
        <Alert
          type="info"
          showIcon
          className="gap-below"
          title="所引文件不在依据库，请自行核对是否有效"
          description={preview.unchecked.map((title) => `《${title}》`).join('、')}
        />
      )}
      {preview?.letter && (
        <section aria-label="告知书预览" className="sheet-frame">
          <LetterSheet letter={preview.letter} />
        </section>
      )}
    </>
  )
}

export function Consequences({ outcome, preview }: { outcome: Outcome; preview: ReplyPreview }) {
  const { waitsFor } = preview
  if (waitsFor === '各项怎样答复')
    return (
      <p>
        <Undecided>还有没定怎样答复的项</Undecided>
        ：答复类型、依据、文书、救济途径和年报计入哪一格，随各项的答复而定。
      </p>
    )
  return (
    <dl className="facts facts-wide">
      <div>
        <dt>答复类型</dt>
        <dd>{outcomeRule(outcome).zh}</dd>
      </div>
      <div>
        <dt>依据</dt>
        <dd>{preview.cite}</dd>
      </div>
      <div>
        <dt>文书</dt>
        <dd>{preview.letter?.title ?? '—'}</dd>
      </div>
      <div>
        <dt>救济</dt>
        <dd>
          {waitsFor ? (
            <>
              <Undecided>{waitsFor}待选</Undecided>，救济途径随之而定
            </>
          ) : (
            preview.remedies.join('') || '无'
          )}
        </dd>
      </div>
      {preview.translated && (
        <div>
          <dt>译文</dt>
          <dd>申请用藏文提出：答复发出后列入“藏文译文”，校核后随文书寄出；期限将到的，先寄中文。</dd>
        </div>
      )}
      {preview.cell && (
        <div>
          <dt>年报计入</dt>
          <dd>
            表三 “{preview.cell.rowWords}” × “{preview.cell.columnWords}”
          </dd>
        </div>
      )}
    </dl>
  )
}
