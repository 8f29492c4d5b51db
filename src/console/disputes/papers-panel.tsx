/** 答复书（答辩状）和证据目录: written by the case, mended by the clerk, printed with the parties' names. */
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { FILE_PATHS } from '../../edge/console/contract.ts'
import type { PaperContent } from '../../record/disputes/papers.ts'
import type { DisputeView } from '../../record/disputes/view.ts'
import { fileAddress, Refused } from '../api.ts'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed } from '../queries.ts'

export function PapersPanel({ view }: { view: DisputeView }) {
  const [editing, setEditing] = useState(false)
  const { content, version } = view.paper
  return (
    <Panel
      title={view.path.startsWith('litigation') ? '答辩状和证据目录' : '答复书和证据目录'}
      extra={
        view.mayRecord &&
        !editing && (
          <Button size="small" onClick={() => setEditing(true)}>
            修改
          </Button>
        )
      }
    >
      {editing ? (
        <Edit view={view} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p className="quiet small gap-below">
            {version === 0 ? '由案卷自动写成，可以修改。' : `第 ${version} 次修改后保存的文本；每次保存都留存。`}
          </p>
          <p>{content.request}</p>
          <p className="quiet small">证据 {content.evidence.length} 份</p>
          <ol className="evidence">
            {content.evidence.map(({ name, proves }, index) => (
              <li key={`${name}${index}`}>
                {name}
                {proves && <span className="quiet small">　证明：{proves}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="download-links">
        <a href={fileAddress(FILE_PATHS.disputeAnswerPdf(view.id))}>下载答复书 PDF</a>
        <a href={fileAddress(FILE_PATHS.disputeAnswerDocx(view.id))}>Word</a>
        <a href={fileAddress(FILE_PATHS.disputeEvidencePdf(view.id))}>下载证据目录 PDF</a>
        <a href={fileAddress(FILE_PATHS.disputeEvidenceDocx(view.id))}>Word</a>
      </p>
    </Panel>
  )
}

const TEXTS = [
  { name: 'request', label: '答复请求', rows: 2, most: 500 },
  { name: 'facts', label: '办理经过', rows: 8, most: 10_000 },
  { name: 'grounds', label: '事实和理由', rows: 8, most: 10_000 },
] as const

function Edit({ view, onDone }: { view: DisputeView; onDone: () => void }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<PaperContent>()
  const [typed, setTyped] = useState(false)
  const save = useDeed('disputes.savePapers')
  const submit = async (content: PaperContent) => {
    try {
      await save.mutateAsync({ id: view.id, version: view.paper.version, content })
      void message.success('已保存')
      onDone()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  return (
    <Form<PaperContent>
      form={form}
      layout="vertical"
      initialValues={view.paper.content}
      onValuesChange={() => setTyped(true)}
      onFinish={(content) => void submit(content)}
    >
      <LeaveGuard when={typed && !save.isSuccess} />
      <Refusals refusals={save.error?.refusals ?? []} />
      {TEXTS.map(({ name, label, rows, most }) => (
        <Form.Item key={name} name={name} label={label}>
          <TextArea rows={rows} maxLength={most} />
        </Form.Item>
      ))}
      <fieldset className="field-group">
        <legend>证据目录</legend>
        <Form.List name="evidence">
          {(rows, { add, remove, move }) => (
            <>
              {rows.map(({ key, name: index }) => (
                <Evidence key={key} index={index} last={rows.length - 1} onMove={move} onRemove={remove} />
              ))}
              <Button className="gap-below" size="small" onClick={() => add({ name: '', proves: '', source: '' })}>
                增加证据
              </Button>
            </>
          )}
        </Form.List>
      </fieldset>
      <div className="form-end gap-below">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}

/** One piece: each field on a line of its own, since names are as long as titles of papers, and the order is that of the list. */
function Evidence({
  index,
  last,
  onMove,
  onRemove,
}: {
  index: number
  last: number
  onMove: (from: number, to: number) => void
  onRemove: (index: number) => void
}) {
  const which = `证据${index + 1}`
  return (
    <div className="evidence-item" role="group" aria-label={which}>
      <div className="evidence-head">
        <b>{which}</b>
        <span>
          <Button
            size="small"
            type="text"
            disabled={index === 0}
            onClick={() => onMove(index, index - 1)}
            aria-label={`${which}上移`}
          >
            上移
          </Button>
          <Button
            size="small"
            type="text"
            disabled={index === last}
            onClick={() => onMove(index, index + 1)}
            aria-label={`${which}下移`}
          >
            下移
          </Button>
          <Button size="small" type="text" danger onClick={() => onRemove(index)} aria-label={`删除${which}`}>
            删除
          </Button>
        </span>
      </div>
      <Form.Item name={[index, 'name']} label="名称" rules={[{ required: true, message: '请填写证据名称' }]}>
        <TextArea rows={1} maxLength={200} />
      </Form.Item>
      <Form.Item name={[index, 'proves']} label="证明对象">
        <TextArea rows={1} maxLength={500} />
      </Form.Item>
      <Form.Item name={[index, 'source']} label="来源">
        <Input maxLength={200} />
      </Form.Item>
    </div>
  )
}
