import { Button, Checkbox, Form, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { FILE_PATHS } from '../../../edge/console/contract.ts'
import { findingRule, stops } from '../../../record/outgoing/findings.ts'
import {
  LEAVING,
  OUTGOING_STATE_WORDS,
  type OutgoingFileView,
  type OutgoingView,
} from '../../../record/outgoing/outgoing-file.ts'
import { PERSONAL_WORDS, REMOVABLE } from '../../../record/outgoing/personal-data.ts'
import { fileAddress } from '../../api.ts'
import { Refusals } from '../../parts/refusals.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { useShownTime } from '../../parts/time.ts'
import { useDeed } from '../../queries.ts'
import { pathTo } from '../../route-table.ts'

const MARKS = { blocked: 'late', checked: 'soon', cleared: 'done', overridden: 'soon', withdrawn: 'paused' } as const

export interface OfFile {
  caseId: string
  file: OutgoingFileView
}

/** One file on its way out: what was found, what is left, what can be done with it. */
export function OutgoingFile({
  caseId,
  file,
  view,
  worked,
  asked,
}: OfFile & { view: OutgoingView; worked: boolean; asked: string | null }) {
  const place = useRef<HTMLLIElement>(null)
  // Whoever did something with it goes on here: not at the top of the page, nor nowhere.
  useEffect(() => {
    if (!worked || document.activeElement !== document.body) return
    place.current?.scrollIntoView({ block: 'nearest' })
    place.current?.focus({ preventScroll: true })
  }, [worked])
  useEffect(() => {
    if (asked === null) return
    place.current?.scrollIntoView({ block: 'center' })
    place.current?.focus({ preventScroll: true })
  }, [asked])
  const shownTime = useShownTime()
  const decided = file.decidedBy && file.decidedAt && `${file.decidedBy} ${shownTime(file.decidedAt)}`
  return (
    <li ref={place} tabIndex={-1}>
      <div className="outgoing-head">
        <a href={fileAddress(FILE_PATHS.file(file.fileId))}>{file.name}</a>
        <span className={`mark mark-${MARKS[file.state]}`}>{OUTGOING_STATE_WORDS[file.state]}</span>
      </div>
      {file.state !== 'withdrawn' && <FindingList file={file} />}
      {file.proof.length > 0 && file.state !== 'withdrawn' && (
        <ul className="outgoing-proof small quiet">
          {file.boxes.length > 0 && <li>涂黑 {file.boxes.length} 处，每处印有不予公开的依据。</li>}
          {file.proof.map((line) => (
            <li key={line}>{line}。</li>
          ))}
        </ul>
      )}
      {file.state === 'overridden' && <p className="note">照发的理由：{file.reason}</p>}
      {decided && <p className="quiet small">{decided}</p>}
      {!view.mayPrepare && isPaged(file) && file.state !== 'withdrawn' && (
        <Link className="outgoing-link" to={pathTo('redaction', { id: caseId, fileId: file.id })}>
          查看页面
        </Link>
      )}
      {view.mayPrepare && <FileDeeds caseId={caseId} file={file} mayOverride={view.mayOverride} />}
    </li>
  )
}

function FindingList({ file }: { file: OutgoingFileView }) {
  if (file.left.length === 0)
    return (
      <p className="small">{file.changed ? '处理后再次检查，没有发现隐藏内容和个人信息。' : '没有发现隐藏内容和个人信息。'}</p>
    )
  return (
    <ul className="findings-out" aria-label={`${file.name}：检查发现`}>
      {file.left.map((finding) => {
        const { zh, why } = findingRule(finding.kind)
        return (
          <li key={finding.kind}>
            <span className={`mark mark-${stops(finding) ? 'late' : 'soon'}`}>{stops(finding) ? '须处理' : '请看过'}</span>
            <span>
              <b>{zh}</b>
              {finding.count > 1 && ` ${finding.count} 处`}
              {finding.where.length > 0 && `（${finding.where.join('、')}）`}
              <span className="quiet small outgoing-why">{why}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function isPaged({ kind }: OfFile['file']): boolean {
  return kind === 'pdf' || kind === 'png' || kind === 'jpeg'
}

function FileDeeds({ caseId, file, mayOverride }: OfFile & { mayOverride: boolean }) {
  const [open, setOpen] = useState<'clean' | 'override' | null>(null)
  const [looked, setLooked] = useState(false)
  const clear = useDeed('requests.clearOutgoing')
  const withdraw = useDeed('requests.withdrawOutgoing')
  if (file.state === 'withdrawn') return null
  const on = { id: caseId, fileId: file.id, version: file.version }
  const stopping = file.left.some(stops)
  const judged = file.left.length > 0 && !stopping
  const paged = isPaged(file)
  const leaving = LEAVING.includes(file.state)
  return (
    <>
      <Refusals refusals={[...(clear.error?.refusals ?? []), ...(withdraw.error?.refusals ?? [])]} />
      {!leaving && judged && (
        <Checkbox checked={looked} onChange={(event) => setLooked(event.target.checked)}>
          已逐处看过，可以提供
        </Checkbox>
      )}
      <div className="outgoing-deeds">
        {!leaving && !stopping && (
          <Button
            type="primary"
            size="small"
            loading={clear.isPending}
            disabled={judged && !looked}
            onClick={() => clear.mutate({ ...on, looked })}
          >
            确认可以发出
          </Button>
        )}
        {!leaving && (
          <Button size="small" type={stopping && !paged ? 'primary' : 'default'} onClick={() => setOpen('clean')}>
            清理
          </Button>
        )}
        {paged && (
          <Link className="outgoing-link" to={pathTo('redaction', { id: caseId, fileId: file.id })}>
            {leaving ? '查看页面' : '涂黑'}
          </Link>
        )}
        {file.changed && (
          <a className="small" href={fileAddress(FILE_PATHS.file(file.sourceId))}>
            下载原件
          </a>
        )}
        {!leaving && stopping && mayOverride && (
          <Button size="small" onClick={() => setOpen('override')}>
            照发
          </Button>
        )}
        <Button size="small" type="text" loading={withdraw.isPending} onClick={() => withdraw.mutate(on)}>
          不发出
        </Button>
      </div>
      {open === 'clean' && <CleanDialog caseId={caseId} file={file} onClose={() => setOpen(null)} />}
      {open === 'override' && <OverrideDialog caseId={caseId} file={file} onClose={() => setOpen(null)} />}
    </>
  )
}

interface Dialog extends OfFile {
  onClose: () => void
}

/** What goes is always everything that can't be seen; of personal data that can be seen, what is ticked. */
function CleanDialog({ caseId, file, onClose }: Dialog) {
  const clean = useDeed('requests.cleanOutgoing')
  const office = file.kind === 'docx' || file.kind === 'xlsx'
  const personal = REMOVABLE.filter((kind) => file.found.some((finding) => finding.kind === kind))
  const [blank, setBlank] = useState<(typeof REMOVABLE)[number][]>(
    personal.filter((kind) => findingRule(kind).remedy === 'clean'),
  )
  return (
    <Modal
      open
      title="清理文件"
      okText="清理"
      cancelText="取消"
      confirmLoading={clean.isPending}
      onCancel={onClose}
      onOk={() =>
        clean.mutate({ id: caseId, fileId: file.id, version: file.version, blank: office ? blank : [] }, { onSuccess: onClose })
      }
    >
      <Refusals refusals={clean.error?.refusals ?? []} />
      <p>去掉页面上看不见的内容，另存一份；原件留在案卷中不变。清理后系统重新打开，与原件逐一比对。</p>
      {file.kind === 'xlsx' && <p className="quiet">公式转为数值，数据有效性和筛选设置不再保留。</p>}
      {file.kind === 'pdf' && <p className="quiet">书签、链接和辅助阅读的标签一并去掉。</p>}
      {office && personal.length > 0 && (
        <Checkbox.Group
          className="field-stack"
          value={blank}
          onChange={setBlank}
          options={personal.map((kind) => ({ value: kind, label: `同时遮去${PERSONAL_WORDS[kind]}` }))}
        />
      )}
    </Modal>
  )
}

function OverrideDialog({ caseId, file, onClose }: Dialog) {
  const override = useDeed('requests.overrideOutgoing')
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      title="决定照发"
      okText="决定照发"
      cancelText="取消"
      okButtonProps={{ disabled: reason.trim().length < 5 }}
      confirmLoading={override.isPending}
      onCancel={onClose}
      onOk={() => override.mutate({ id: caseId, fileId: file.id, version: file.version, reason }, { onSuccess: onClose })}
    >
      <Refusals refusals={override.error?.refusals ?? []} />
      <p className="gap-below">
        文件里还有：
        {file.left
          .filter(stops)
          .map(({ kind }) => findingRule(kind).zh)
          .join('、')}
        。您的姓名和理由会一直显示在这个附件下面，审批人也能看到。
      </p>
      <Form layout="vertical">
        <Form.Item label="照发的理由" required>
          <TextArea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
