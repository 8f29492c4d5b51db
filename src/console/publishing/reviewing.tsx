/** 审核: what this step answers for, pass or return; in an emergency pass over; withdraw, begin another edition. */
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { looksAt, type ReleaseStep, STEP_RULES } from '../../law/publication/release-steps.ts'
import { cite } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'
import { type EditionView, takenBackBecause } from '../../record/publication/edition.ts'
import { newCommandId, Refused } from '../api.ts'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { findingsAsWords, openFindings } from './proof-panel.tsx'

type Asked = 'pass' | 'return' | 'force' | 'lookAfter' | 'withdraw'

export function Deeds({ view }: { view: EditionView }) {
  const { message } = App.useApp()
  const go = useNavigate()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const pass = useDeed('editions.pass')
  const giveBack = useDeed('editions.return')
  const force = useDeed('editions.force')
  const after = useDeed('editions.lookAfter')
  const withdraw = useDeed('editions.withdraw')
  const revise = useDeed('editions.revise')
  const { may, next } = view
  const command = () => ({ id: view.id, commandId: newCommandId(), seen: view.version })
  const close = () => setAsked(null)

  const agree = async (step: ReleaseStep) => {
    close()
    try {
      const after = await pass.mutateAsync({ ...command(), step, digest: view.digest, note: '' })
      void message.success(doneWords(view, step, after))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusals(error.refusals)
    }
  }
  const another = async () => {
    const { id } = await revise.mutateAsync({ id: newCommandId(), documentId: view.documentId })
    await go(pathTo('edition', { id }))
  }
  const [forced] = view.forced
  if (Object.keys(may).length === 0) return null
  return (
    <>
      <Refusals refusals={[...(may.pass ?? []), ...refusals]} />
      <div className="approval-bar edition-bar">
        {next && may.return && (
          <Button size="large" onClick={() => setAsked('return')}>
            {giveBackWords(view)}
          </Button>
        )}
        {next && may.pass?.length === 0 && (
          <Button type="primary" size="large" loading={pass.isPending} onClick={() => setAsked('pass')}>
            {passWords(next)}
          </Button>
        )}
        {may.force && next && <Button onClick={() => setAsked('force')}>紧急发布，跳过{STEP_RULES[next].zh}</Button>}
        {may.lookAfter?.length === 0 && forced && (
          <Button onClick={() => setAsked('lookAfter')}>补{STEP_RULES[forced].zh}</Button>
        )}
        {may.revise && (
          <Button loading={revise.isPending} onClick={() => void another()}>
            修改，另起一稿
          </Button>
        )}
        {may.withdraw && (
          <Button danger onClick={() => setAsked('withdraw')}>
            撤下
          </Button>
        )}
      </div>
      {asked === 'pass' && next && (
        <Modal
          open
          title={next === 'head' ? '签发' : `${STEP_RULES[next].zh}通过`}
          okText={passWords(next)}
          cancelText="再看看"
          onOk={() => void agree(next)}
          onCancel={close}
        >
          {askedWords(view, next)}
          {next === 'head' && takesBack(view) && <p className="note gap-above">{takesBackWords(view)}</p>}
        </Modal>
      )}
      {asked === 'return' && next && (
        <ReasonModal
          title={giveBackWords(view)}
          label="需要修改什么"
          okText={view.wrote ? '撤回' : '退回'}
          hint="修改后从头再审。"
          initial={next === 'proofread' && !view.wrote ? findingsAsWords(view.proof).slice(0, 500) : ''}
          onDone={(note) => giveBack.mutateAsync({ ...command(), step: next, note })}
          onClose={close}
        />
      )}
      {asked === 'force' && (
        <ReasonModal
          title="紧急发布"
          label="为什么来不及"
          okText="跳过这一步"
          hint="跳过的一步留下记录，发布后要补审；保密审查、个人信息审查和签发不能跳过。"
          onDone={(because) => force.mutateAsync({ ...command(), because })}
          onClose={close}
        />
      )}
      {asked === 'lookAfter' && forced && (
        <ReasonModal
          title={`补${STEP_RULES[forced].zh}`}
          label="补审的意见"
          okText="登记补审"
          onDone={(note) => after.mutateAsync({ ...command(), step: forced, note })}
          onClose={close}
        />
      )}
      {asked === 'withdraw' && (
        <ReasonModal
          title="撤下已公开的信息"
          label="撤下的原因"
          okText="立即撤下"
          hint="原地址上会写明撤下的日期和原因，请不要写入个人信息。"
          onDone={(because) => withdraw.mutateAsync({ ...command(), because })}
          onClose={close}
        />
      )}
    </>
  )
}

function passWords(step: ReleaseStep): string {
  return step === 'head' ? '签发' : '通过'
}

function isLast({ chain }: EditionView, step: ReleaseStep): boolean {
  return chain.at(-1) === step
}

/** What the deed means, before it is done. */
function askedWords(view: EditionView, step: ReleaseStep): string {
  const { content, superior } = view
  const name = `《${content.title}》`
  if (step === 'superior') return `${name}审定通过后立即由${view.unit ?? '该单位'}公开。`
  const isPublic = content.attribute === 'proactive'
  if (step !== 'head' || !isPublic) return `${name}：${looksAt(step, isPublic)}。`
  return isLast(view, step) ? `${name}签发后立即公开。` : `${name}签发后报${superior ?? '主管部门'}审定，审定后公开。`
}

function doneWords(view: EditionView, step: ReleaseStep, { state }: EditionView): string {
  if (state === 'released') return step === 'superior' ? '已审定，信息已经公开' : '已签发，信息已经公开'
  if (state === 'kept') return takesBack(view) ? '已审定，公开的一稿已经撤下' : '已审定'
  return step === 'head' ? `已签发，待${view.superior ?? '主管部门'}审定` : '已通过'
}

/** 审定不公开 of what is public now. */
function takesBack({ content, standsPublished }: EditionView): boolean {
  return standsPublished && content.attribute !== 'proactive'
}

function takesBackWords({ content }: EditionView): string {
  return `这件信息现在是公开的。签发后立即从公开专栏和各公开渠道撤下，原地址上写明：“${takenBackBecause(content)}”。`
}

/** Whoever wrote it takes it back; others give it back. */
function giveBackWords({ wrote }: EditionView): string {
  return wrote ? '撤回修改' : '退回修改'
}

/** What speaks against it in one line, and what the step answers for. */
export function Risk({ view }: { view: EditionView }) {
  const { next, may } = view
  if (!next || !may.pass) return null
  const { zh, by } = STEP_RULES[next]
  return (
    <>
      <p className="risk">{riskLine(view)}</p>
      <p className="quiet small gap-below">
        {zh}要看：{looksAt(next, view.content.attribute === 'proactive')}（{cite(by)}）。
      </p>
    </>
  )
}

/** For whoever decides: what each reviewer of this round found, in one line each. */
export function Conclusions({ view }: { view: EditionView }) {
  const { next, may, steps } = view
  if ((next !== 'head' && next !== 'superior') || !may.pass) return null
  const round = steps.slice(steps.findLastIndex(({ kind }) => kind === 'submitted') + 1)
  return (
    <ul className="plain-list gap-below" aria-label="审查结论">
      {round.map(({ seq, kind, step, by, note }) =>
        step ? (
          <li key={seq} className={kind === 'forced' ? 'review-stop' : ''}>
            <b>{STEP_RULES[step].zh}</b> {kind === 'forced' ? '跳过，发布后补' : '通过'}
            <span className="quiet">　{by}</span>
            {note && <div className="quiet small as-written">{note}</div>}
          </li>
        ) : null,
      )}
    </ul>
  )
}

function riskLine(view: EditionView): string {
  const { hits, forced, dueOn, content } = view
  const stops = hits.filter((hit) => hit.stops).length
  const looks = hits.length - stops + openFindings(view.proof).length
  const risks = [
    ...(stops > 0 ? [`有 ${stops} 类内容不能公开`] : []),
    ...(looks > 0 ? [`${looks} 处请再看一眼`] : []),
    ...(forced.length > 0 ? [`跳过了${forced.map((step) => STEP_RULES[step].zh).join('、')}`] : []),
    ...(content.attribute === 'proactive' ? [] : [takesBack(view) ? '不公开，签发后撤下已经公开的一稿' : '不公开，只作审定']),
  ]
  const due = dueOn && content.attribute === 'proactive' ? `应在 ${dueOn} 前公开。` : ''
  return `${risks.length > 0 ? risks.join('，') : '没有发现不能公开的内容'}。${due}`
}
