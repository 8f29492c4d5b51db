/** 起草: save, mask, send for review, drop. What is sent for review is saved first; every fault comes back to its field. */
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import { type EditionContent, editionContentSchema, type EditionView } from '../../record/publication/edition.ts'
import type { FindingView, SettledKind } from '../../record/publication/proofreading/finding.ts'
import { newCommandId, Refused } from '../api.ts'
import { LeaveGuard } from '../parts/leave-guard.tsx'
import { Panel } from '../parts/page.tsx'
import { placeRefusals, Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { DataChanges } from './data-changes.tsx'
import { EditionFields } from './edition-fields.tsx'
import { ImportDocument } from './import-document.tsx'
import { filled } from './new-edition-page.tsx'
import { ReasonModal } from '../parts/reason-modal.tsx'
import { PublicityPanel } from './publicity-panel.tsx'
import { Proof, type ProofDeeds } from './proof-panel.tsx'
import { Hits, Steps } from './steps-panel.tsx'

const EDITED = Object.keys(editionContentSchema.shape) as (keyof EditionContent)[]

export function Drafting({ view }: { view: EditionView }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<EditionContent>()
  const [changed, setChanged] = useState(false)
  const [dropping, setDropping] = useState(false)
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const save = useDeed('editions.save')
  const submit = useDeed('editions.submit')
  const mask = useDeed('editions.mask')
  const drop = useDeed('editions.drop')
  const settle = useDeed('editions.settle')
  const busy = save.isPending || submit.isPending || mask.isPending || settle.isPending
  const maskable = view.hits.some((hit) => hit.maskable !== null)

  const saved = async (): Promise<EditionView> => {
    if (!changed) return view
    const content = editionContentSchema.parse({ ...view.content, ...filled(form) })
    const after = await save.mutateAsync({ id: view.id, commandId: newCommandId(), seen: view.version, content })
    setChanged(false)
    return after
  }
  /** Refusals go to their fields; what was typed stays. */
  const attempt = async (work: () => Promise<string>) => {
    setOthers([])
    form.setFields(EDITED.map((name) => ({ name, errors: [] })))
    try {
      void message.success(await work())
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setOthers(placeRefusals(form, error.refusals))
    }
  }
  const keep = async () => {
    await saved()
    return '已暂存'
  }
  const send = async () => {
    const { version } = await saved()
    await submit.mutateAsync({ id: view.id, commandId: newCommandId(), seen: version })
    return '已送审'
  }
  const cover = async () => {
    const { version } = await saved()
    const after = await mask.mutateAsync({ id: view.id, commandId: newCommandId(), seen: version })
    form.setFieldsValue(after.content)
    setChanged(false)
    return '号码已遮盖，原稿另行受限保存'
  }
  /** What was typed is saved first; where it changed the place, the server says so. */
  const settled = async ({ key }: FindingView, what: SettledKind, because = '') => {
    const { version } = await saved()
    const after = await settle.mutateAsync({ id: view.id, commandId: newCommandId(), seen: version, key, what, because })
    if (what !== 'accepted') return
    form.setFieldsValue(after.content)
    setChanged(false)
  }
  const proofDeeds: ProofDeeds = {
    accept: (finding) =>
      attempt(async () => {
        await settled(finding, 'accepted')
        return `已改为“${finding.suggestion}”`
      }),
    dismiss: (finding, because) => settled(finding, 'dismissed', because),
    reopen: (finding) =>
      attempt(async () => {
        await settled(finding, 'reopened')
        return '已重新提出'
      }),
    busy,
  }
  return (
    <div className={view.content.data ? 'drafting is-table' : 'drafting'}>
      <LeaveGuard when={changed} />
      <Panel title="内容">
        <Refusals refusals={others} />
        {!view.content.data && <ImportDocument form={form} onChanged={() => setChanged(true)} />}
        <EditionFields
          form={form}
          initial={view.content}
          editionId={view.id}
          standing={view.publicity}
          onChanged={() => setChanged(true)}
        />
        <div className="form-end">
          <Button type="text" danger onClick={() => setDropping(true)}>
            作废
          </Button>
          <Button loading={save.isPending} disabled={busy} onClick={() => void attempt(keep)}>
            暂存
          </Button>
          <Button type="primary" loading={submit.isPending} disabled={busy} onClick={() => void attempt(send)}>
            送审
          </Button>
        </div>
      </Panel>
      <div>
        <PublicityPanel view={view} />
        <Hits view={view} />
        {maskable && (
          <p className="gap-below">
            <Button loading={mask.isPending} disabled={busy} onClick={() => void attempt(cover)}>
              遮盖全部号码
            </Button>
          </p>
        )}
        <DataChanges view={view} />
        <Proof proof={view.proof} deeds={proofDeeds} />
        <Steps view={view} />
      </div>
      {dropping && (
        <ReasonModal
          title="作废这一稿"
          label="作废的原因"
          okText="作废"
          onDone={(because) => drop.mutateAsync({ id: view.id, commandId: newCommandId(), seen: view.version, because })}
          onClose={() => setDropping(false)}
        />
      )}
    </div>
  )
}
