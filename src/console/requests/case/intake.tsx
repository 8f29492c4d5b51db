/** 收件情况: what is missing, what it looks like, which cases belong to it. */
import { Alert, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { FILE_PATHS } from '../../../edge/console/contract.ts'
import { cite } from '../../../law/cite.ts'
import { chineseDate } from '../../../law/date.ts'
import { TRIGGER_RULES } from '../../../law/requests/correction-triggers.ts'
import { LOOKS_LIKE, type LooksLike, TRIAGE_RULES } from '../../../law/requests/triage.ts'
import { PHASE_WORDS } from '../../../law/requests/vocabulary.ts'
import { type IntakeView, LINK_WORDS, type OtherCase } from '../../../record/requests/intake.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { fileAddress } from '../../api.ts'
import { DOT } from '../../parts/dot.ts'
import { Panel } from '../../parts/page.tsx'
import { Refusals } from '../../parts/refusals.tsx'
import { useDeed, useRead } from '../../queries.ts'
import { pathTo } from '../../route-table.ts'
import { Completing } from './completing.tsx'
import { Splitting } from './splitting.tsx'
import { TwinSettling } from './twin-settling.tsx'

type Open = 'split' | 'complete' | { twin: OtherCase }

export function Intake({ view }: { view: CaseView }) {
  const { data } = useRead('requests.intake', { id: view.id })
  const [open, setOpen] = useState<Open | null>(null)
  if (!data) return null
  const close = () => setOpen(null)
  return (
    <Panel title="收件情况">
      {data.twins.map((twin) => (
        <Twin key={twin.id} twin={twin} settle={data.mayWithdraw ? () => setOpen({ twin }) : null} />
      ))}
      <Gaps intake={data} complete={() => setOpen('complete')} />
      <AuthorityCheck caseId={view.id} intake={data} />
      <Triage caseId={view.id} intake={data} />
      <Linked linked={data.linked} />
      {data.maySplit && <ToSplit listed={data.listed} onSplit={() => setOpen('split')} />}
      {open === 'split' && <Splitting view={view} listed={data.listed} onClose={close} />}
      {open === 'complete' && <Completing caseId={view.id} onClose={close} />}
      {open !== null && typeof open === 'object' && <TwinSettling view={view} twin={open.twin} onClose={close} />}
    </Panel>
  )
}

/** 一事一申请: offered where the form lists several things; whether they are one matter is for whoever reads it. */
function ToSplit({ listed, onSplit }: { listed: readonly string[]; onSplit: () => void }) {
  if (listed.length < 2)
    return (
      <Button size="small" onClick={onSplit}>
        一份写了几项的，拆分为几件
      </Button>
    )
  return (
    <div className="note">
      <p>
        <b>看起来写了 {listed.length} 项：</b>
      </p>
      <ol className="asked-items">
        {listed.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
      <p className="quiet small">互不相干的，可以拆分为几件，各编一号；相关的不拆，在答复中逐项答复。</p>
      <Button size="small" onClick={onSplit}>
        拆分为 {listed.length} 件
      </Button>
    </div>
  )
}

function Twin({ twin, settle }: { twin: OtherCase; settle: (() => void) | null }) {
  return (
    <Alert
      type="warning"
      showIcon
      className="gap-below"
      title="可能是重复提交"
      description={
        <>
          <p>
            同一申请人{chineseDate(twin.submittedOn)}提交过同样的申请：
            <Link to={pathTo('case', { id: twin.id })}>{twin.number}</Link>（{PHASE_WORDS[twin.phase]}
            ）。两件都已编号，是一件还是两件，由申请人确认。
          </p>
          {settle && (
            <Button size="small" onClick={settle}>
              登记申请人的意见
            </Button>
          )}
        </>
      }
    />
  )
}

function Gaps({ intake, complete }: { intake: IntakeView; complete: () => void }) {
  if (intake.gaps.length === 0) return null
  return (
    <div className="note">
      <p>
        <b>还缺：</b>
      </p>
      <ul className="plain-list">
        {intake.gaps.map(({ trigger, say }) => (
          <li key={say}>
            {TRIGGER_RULES[trigger].zh}：{say}
          </li>
        ))}
      </ul>
      {intake.mayComplete && intake.gaps.some(({ trigger }) => trigger === 'identity' || trigger === 'contact') && (
        <Button size="small" onClick={complete}>
          补登申请人信息
        </Button>
      )}
    </div>
  )
}

/** 核对代理权限: what came with the form counts as authority only once somebody has looked at it. */
function AuthorityCheck({ caseId, intake }: { caseId: string; intake: IntakeView }) {
  const complete = useDeed('requests.complete')
  if (intake.authorityToCheck.length === 0) return null
  return (
    <div className="note">
      <p>
        <b>请核对代理权限材料：</b>
      </p>
      <p className="download-links">
        {intake.authorityToCheck.map(({ id, name, mayOpen }) =>
          mayOpen ? (
            <a key={id} href={fileAddress(FILE_PATHS.file(id))}>
              {name}
            </a>
          ) : (
            <span key={id}>{name}</span>
          ),
        )}
      </p>
      <p className="quiet small">
        是否由申请人签名（盖章），写明代理人和代理事项；代收文书的，是否写明可以代收。不合格的，不点“核对无误”，按缺委托书告知补正。
      </p>
      <Refusals refusals={complete.error?.refusals ?? []} />
      {intake.mayComplete && (
        <Button
          size="small"
          loading={complete.isPending}
          onClick={() => complete.mutate({ id: caseId, completion: { authorised: true } })}
        >
          核对无误
        </Button>
      )}
    </div>
  )
}

/** 初步分类: what follows from it is told; nothing else happens. */
function Triage({ caseId, intake }: { caseId: string; intake: IntakeView }) {
  const classify = useDeed('requests.classify')
  const { looksLike, unclear, mayClassify } = intake
  const rule = looksLike && TRIAGE_RULES[looksLike]
  const note = (change: { looksLike?: LooksLike | null; unclear?: boolean }) =>
    classify.mutate({ id: caseId, looksLike, unclear, ...change })
  return (
    <div className="triage">
      <Refusals refusals={classify.error?.refusals ?? []} />
      <Select
        aria-label="初步分类"
        className="full"
        placeholder="看着像什么（不影响编号和期限）"
        allowClear
        disabled={!mayClassify}
        value={looksLike}
        loading={classify.isPending}
        options={LOOKS_LIKE.map((value) => ({ value, label: TRIAGE_RULES[value].zh, title: TRIAGE_RULES[value].sign }))}
        onChange={(value: LooksLike | undefined) => note({ looksLike: value ?? null })}
      />
      {rule && (
        <p className="quiet small">
          {rule.sign}
          {rule.follows}（{cite(rule.by)}）
        </p>
      )}
      <Checkbox checked={unclear} disabled={!mayClassify} onChange={({ target }) => note({ unclear: target.checked })}>
        内容不明确
      </Checkbox>
    </div>
  )
}

function Linked({ linked }: { linked: IntakeView['linked'] }) {
  if (linked.length === 0) return null
  return (
    <>
      <h3 className="small-heading">相关案件</h3>
      <ul className="plain-list gap-below">
        {linked.map(({ id, number, subject, phase, kind }) => (
          <li key={id}>
            <Link to={pathTo('case', { id })}>{number}</Link> {subject}
            <span className="quiet small">
              {' '}
              {LINK_WORDS[kind]}
              {DOT}
              {PHASE_WORDS[phase]}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
